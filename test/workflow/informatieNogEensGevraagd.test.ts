/** Who is asked a second time owes both: each question with its own reminders and its own norm. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import {
  evenNa,
  mailMetKop,
  momenten,
  naHeleWerkdagen,
  springNaar,
  tekstVan,
  totReden,
  verzonden,
  zinnen,
} from '../support/volgen.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

const vraag = (kenmerk: string, ...soorten: string[]) =>
  op.besluit(kenmerk, 'informatievraag', { soorten, vraag: 'Wat is hierover bekend?' });

it('de tweede mail noemt de nieuwe vraag en dat de eerdere nog loopt; ieder heeft een eigen termijn', async () => {
  const kenmerk = await op.meldAan();
  await vraag(kenmerk, 'intelligentie');
  const [eerste = 0] = await momenten(op, kenmerk, 'informatievraag');
  await springNaar(op, evenNa(naHeleWerkdagen(eerste, 6)));
  await verzonden(op, kenmerk, 'informatie-herinnering', 2);

  await vraag(kenmerk, 'risicotaxatie');
  const mails = await wachtTot(
    () => op.mails(kenmerk).filter(({ subject }) => subject?.startsWith('Wij hebben informatie')),
    (gevonden) => gevonden.length === 2,
  );
  expect(mails.map(tekstVan)[1]).toMatch(
    /Het gaat om de risicotaxatie\. .*Er staat ook nog een eerdere vraag open\. De termijn daarvan verandert niet/,
  );

  const [, tweede = 0] = await momenten(op, kenmerk, 'informatievraag');
  const sinds = async () =>
    (await op.traject(kenmerk)).vastgelopen
      .filter(({ reden }: { reden: string }) => reden === 'informatie')
      .map(({ sindsTijdstip }: { sindsTijdstip: string }) => Date.parse(sindsTijdstip));
  await springNaar(op, evenNa(naHeleWerkdagen(eerste, 10)));
  await totReden(op, kenmerk, 'informatie');
  expect(await sinds()).toEqual([eerste]);
  await springNaar(op, evenNa(naHeleWerkdagen(tweede, 10)));
  expect(await wachtTot(sinds, (momentenNu) => momentenNu.length === 2)).toEqual([eerste, tweede]);
  await verzonden(op, kenmerk, 'informatie-herinnering', 4);
});

it('één antwoord is genoeg voor alles wat is gevraagd; daarna telt een nieuwe vraag alleen zichzelf', async () => {
  const kenmerk = await op.meldAan();
  await vraag(kenmerk, 'intelligentie');
  await vraag(kenmerk, 'sociaal-emotioneel', 'intelligentie');
  await op.besluit(kenmerk, 'informatie', { antwoord: 'Van allebei staat het verslag bij de stukken.' });
  expect(await op.traject(kenmerk)).toMatchObject({ wachtOp: 'coordinator' });

  await vraag(kenmerk, 'voorgeschiedenis');
  const laatste = await wachtTot(
    () => op.mails(kenmerk).filter(({ subject }) => subject?.startsWith('Wij hebben informatie'))[2],
    (mail) => mail !== undefined,
  );
  expect(laatste && tekstVan(laatste)).toContain('Het gaat om de voorgeschiedenis.');
  expect(laatste && tekstVan(laatste)).not.toContain('eerdere vraag');
  expect(await zinnen(op, kenmerk, 'informatievraag')).toEqual([
    'De aanmelder is gevraagd om informatie over de intelligentie van de jeugdige.',
    'De aanmelder is gevraagd om informatie over de sociaal-emotionele ontwikkeling van de jeugdige en de intelligentie van de jeugdige.',
    'De aanmelder is gevraagd om informatie over de voorgeschiedenis.',
  ]);
});

it('in de voorbereiding wacht ook het plannen op de informatie', async () => {
  const kenmerk = await op.meldAan();
  await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
  await vraag(kenmerk, 'anders');
  await mailMetKop(op, kenmerk, 'Wij hebben informatie van u nodig');
  const [gevraagd = 0] = await momenten(op, kenmerk, 'informatievraag');
  await springNaar(op, evenNa(naHeleWerkdagen(gevraagd, 7)));
  expect(await op.traject(kenmerk)).toMatchObject({ wachtOp: 'aanmelder', vastgelopen: [] });
  await op.besluit(kenmerk, 'informatie', { antwoord: 'Dit is alles wat er bekend is.' });
  const [ontvangen = 0] = await momenten(op, kenmerk, 'informatie');
  await springNaar(op, evenNa(naHeleWerkdagen(ontvangen, 5)));
  expect(await totReden(op, kenmerk, 'planning')).toMatchObject({
    op: 'coordinator',
    sindsTijdstip: new Date(ontvangen).toISOString(),
  });
});
