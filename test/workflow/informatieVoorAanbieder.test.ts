/** An aanbieder that investigates can ask the aanmelder for information as well; its onderzoek goes on. */
import { afterAll, beforeAll, expect, it } from 'vitest';
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
  zinnen,
} from '../support/volgen.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
let kenmerk: string;
let onderzoek: string;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
  kenmerk = await op.meldAan();
  await op.besluit(kenmerk, 'triage', {
    uitkomst: 'direct-voorleggen',
    aanbieders: ['aanbieder-01', 'aanbieder-02'],
    afwijkReden: 'individuele-situatie',
  });
  onderzoek = `onderzoek-${kenmerk}-aanbieder-01-r1`;
  await op.aanbiederZegt(onderzoek, 'vraag', {
    soorten: ['sociaal-emotioneel'],
    vraag: 'Is er een verslag over kanarie?',
  });
  await wachtTot(
    () => op.verhaal(kenmerk),
    (verhaal) => verhaal.includes('informatievraag'),
  );
});
afterAll(() => op.sluit());

it('de aanmelder krijgt de vraag, de coördinator hoort ervan en het verhaal vertelt wie het vroeg', async () => {
  const mail = await mailMetKop(op, kenmerk, 'Wij hebben informatie van u nodig');
  expect(adresVan(mail)).toBe('robin.voorbeeld@jeugdteam-den-haag.example');
  expect(tekstVan(mail)).toContain('de sociaal-emotionele ontwikkeling van de jeugdige');
  const gemeld = await mailMetKop(op, kenmerk, 'Een aanbieder heeft een vraag');
  expect(adresVan(gemeld)).toBe('coordinator-1@zorglogistiek.example');
  for (const { text } of [mail, gemeld]) expect(text).not.toContain('kanarie');
  expect(await zinnen(op, kenmerk, 'informatievraag')).toEqual([
    'Op verzoek van aanbieder-01 is de aanmelder gevraagd om informatie over de sociaal-emotionele ontwikkeling van de jeugdige.',
  ]);
});

it('wie iets vraagt, heeft het onderzoek daarmee bevestigd; het traject wacht op de aanbieders', async () => {
  expect(await op.onderzoek(onderzoek)).toMatchObject({ status: 'bevestigd' });
  expect(await op.traject(kenmerk)).toMatchObject({ fase: 'onderzoek', wachtOp: 'aanbieder' });
});

it('blijft het antwoord uit, dan is het traject vastgelopen op de aanmelder', async () => {
  const [gevraagd = 0] = await momenten(op, kenmerk, 'informatievraag');
  await springNaar(op, evenNa(naHeleWerkdagen(gevraagd, 10)));
  expect(await totReden(op, kenmerk, 'informatie')).toMatchObject({
    op: 'aanmelder',
    sindsTijdstip: new Date(gevraagd).toISOString(),
  });
});

it('het antwoord van de aanmelder heft dat op', async () => {
  await op.besluit(kenmerk, 'informatie', { antwoord: 'Het verslag is er nu.' }, { rol: 'aanmelder' });
  expect(await redenenNu(op, kenmerk)).not.toContain('informatie');
  await mailMetKop(op, kenmerk, 'De aanmelder heeft informatie gegeven');
});

it('na het antwoord op het onderzoek kan de aanbieder niets meer vragen', async () => {
  await op.aanbiederZegt(onderzoek, 'antwoord', { antwoord: 'aanbod' });
  const wie = { rol: 'aanbieder', aanbieder: 'aanbieder-01' } as const;
  expect(
    await op.vraag(
      'POST',
      `/v1/onderzoeken/${onderzoek}/vraag`,
      { soorten: ['anders'], vraag: 'Nog iets?' },
      wie,
    ),
  ).toMatchObject({
    status: 409,
    // The onderzoek ends right behind the answer: until then it is answered, after it closed.
    inhoud: { type: expect.stringMatching(/:(al-beantwoord|afgesloten)$/) },
  });
});
