/** Information is asked of the aanmelder, who is reminded twice; then the traject is vastgelopen until the answer is there. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dag } from '../../domain/beleid.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import {
  adresVan,
  evenNa,
  mailMetKop,
  momenten,
  naHeleWerkdagen,
  redenenNu,
  springNaar,
  tekstVan,
  totReden,
  totVastgelopen,
  verzonden,
  zinnen,
  zoekattribuut,
} from '../support/volgen.ts';

let op: Opstelling;
let kenmerk: string;
let gevraagd: number;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
  kenmerk = await op.meldAan();
  await op.besluit(kenmerk, 'informatievraag', {
    soorten: ['intelligentie'],
    vraag: 'Is er een onderzoek naar de intelligentie van kanarie?',
  });
  [gevraagd = 0] = await momenten(op, kenmerk, 'informatievraag');
});
afterAll(() => op.sluit());

const aanmelder = 'robin.voorbeeld@jeugdteam-den-haag.example';

it('de aanmelder krijgt een mail met een eigen link, zonder de woorden van de vraag', async () => {
  const mail = await mailMetKop(op, kenmerk, 'Wij hebben informatie van u nodig');
  expect(adresVan(mail)).toBe(aanmelder);
  expect(tekstVan(mail)).toContain('Het gaat om de intelligentie van de jeugdige.');
  expect(tekstVan(mail)).toContain('binnen 10 werkdagen');
  expect(mail.html).toMatch(/href="http:\/\/zorglogistiek\.example\/l\/[\w-]{22}\.[\w-]{43}"/);
  expect(`${mail.subject} ${mail.text} ${mail.html}`).not.toContain('kanarie');
  expect(await op.traject(kenmerk)).toMatchObject({ fase: 'intake', wachtOp: 'aanmelder' });
  expect(await zinnen(op, kenmerk, 'informatievraag')).toEqual([
    'De aanmelder is gevraagd om informatie over de intelligentie van de jeugdige.',
  ]);
});

it('na drie en na zes werkdagen komt er een herinnering aan de aanmelder, en geen derde', async () => {
  const [eerste, tweede] = [naHeleWerkdagen(gevraagd, 3), naHeleWerkdagen(gevraagd, 6)];
  await springNaar(op, eerste - dag / 24);
  await verzonden(op, kenmerk, 'informatie-herinnering', 0);
  await springNaar(op, evenNa(eerste));
  const mail = await mailMetKop(op, kenmerk, 'Herinnering 1: wij wachten op informatie van u');
  expect(adresVan(mail)).toBe(aanmelder);
  // Who lacks information cannot do the triage, so that is not late.
  expect(await redenenNu(op, kenmerk)).toEqual([]);

  await springNaar(op, evenNa(tweede));
  await mailMetKop(op, kenmerk, 'Herinnering 2: wij wachten op informatie van u');
  await springNaar(op, naHeleWerkdagen(gevraagd, 10) - dag / 24);
  await verzonden(op, kenmerk, 'informatie-herinnering', 2);
  const [een = 0, twee = 0] = await momenten(op, kenmerk, 'norm-herinnering');
  expect(een).toBeGreaterThanOrEqual(eerste);
  expect(twee).toBeGreaterThanOrEqual(tweede);
  expect(await zinnen(op, kenmerk, 'norm-herinnering')).toEqual([
    'Herinnering 1 is gestuurd: de gevraagde informatie geven.',
    'Herinnering 2 is gestuurd: de gevraagde informatie geven.',
  ]);
  expect(await redenenNu(op, kenmerk)).toEqual([]);
});

it('na tien werkdagen is het traject vastgelopen op de aanmelder; de coördinator hoort het, later de manager', async () => {
  const norm = naHeleWerkdagen(gevraagd, 10);
  await springNaar(op, evenNa(norm));
  expect(await totVastgelopen(op, kenmerk, ['informatie'])).toEqual([
    {
      reden: 'informatie',
      uitleg: 'de aanmelder heeft de gevraagde informatie niet gegeven',
      op: 'aanmelder',
      wie: null,
      sindsTijdstip: new Date(gevraagd).toISOString(),
    },
  ]);
  expect(await zoekattribuut(op, kenmerk, 'Vastgelopen')).toEqual(['informatie']);
  const mail = await mailMetKop(
    op,
    kenmerk,
    'Vastgelopen: de aanmelder heeft de gevraagde informatie niet gegeven',
  );
  expect(adresVan(mail)).toBe('team@zorglogistiek.example');
  expect(tekstVan(mail)).toContain('Het wacht op de aanmelder.');

  await springNaar(op, evenNa(norm + 7 * dag));
  const [naarManager] = await verzonden(op, kenmerk, 'norm-manager', 1);
  expect(naarManager?.geadresseerde).toBe('manager-1');
  await verzonden(op, kenmerk, 'informatie-herinnering', 2);
});

it('het antwoord heft het op, de coördinator hoort het, en de norm van de triage begint opnieuw', async () => {
  await op.besluit(
    kenmerk,
    'informatie',
    { antwoord: 'Het verslag van het onderzoek staat bij de stukken.' },
    { rol: 'aanmelder' },
  );
  const [ontvangen = 0] = await momenten(op, kenmerk, 'informatie');
  expect(await op.traject(kenmerk)).toMatchObject({ wachtOp: 'coordinator' });
  expect(await redenenNu(op, kenmerk)).not.toContain('informatie');
  const mail = await mailMetKop(op, kenmerk, 'De aanmelder heeft informatie gegeven');
  expect(adresVan(mail)).toBe('team@zorglogistiek.example');
  expect(mail.text).not.toContain('bij de stukken');

  const norm = naHeleWerkdagen(ontvangen, 2);
  await springNaar(op, norm - dag / 24);
  expect(await redenenNu(op, kenmerk)).not.toContain('triage');
  await springNaar(op, evenNa(norm));
  expect(await totReden(op, kenmerk, 'triage')).toMatchObject({
    op: 'coordinator',
    sindsTijdstip: new Date(ontvangen).toISOString(),
  });
});
