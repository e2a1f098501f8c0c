/** The individual case decides: a coördinator can deviate from the afwegingskader, with a reason that is kept. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { zinnen } from '../support/volgen.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

const weeg = (kenmerk: string, inhoud: object) => op.vraag('POST', `/v1/trajecten/${kenmerk}/weging`, inhoud);
const zonderReden = (voorstel: string) => ({
  status: 409,
  inhoud: {
    type: 'tag:zorglogistiek.example,2026:afwijking-zonder-reden',
    detail: `Het afwegingskader stelt voor: “${voorstel}”. U mag anders besluiten: geef bij afwijkReden aan waarom.`,
  },
});
const metGi = () =>
  op.meldAan(({ jeugdige }) => {
    jeugdige.maatregel = 'voogdij';
    jeugdige.gi = 'jeugdbescherming-west';
  });

it('voorrang zonder element en zonder reden wordt geweigerd', async () => {
  const kenmerk = await op.meldAan();
  expect(await weeg(kenmerk, { besluit: 'voorrang' })).toMatchObject(zonderReden('geen-voorrang'));
  expect(await op.traject(kenmerk)).toMatchObject({ weging: null, signalen: [] });
});

it('geen voorrang terwijl er een element geldt, zonder reden, ook', async () => {
  const kenmerk = await metGi();
  expect(await weeg(kenmerk, { besluit: 'geen-voorrang' })).toMatchObject(zonderReden('voorrang'));
});

it('met een reden geldt het besluit, en staat de reden bij de weging en in het verhaal', async () => {
  const kenmerk = await metGi();
  await op.besluit(kenmerk, 'weging', {
    besluit: 'geen-voorrang',
    afwijkReden: 'overleg-met-aanbieders',
    toelichting: 'De huidige plek is goed en kan nog een jaar blijven.',
  });
  expect(await op.traject(kenmerk)).toMatchObject({
    elementen: ['gi'],
    weging: {
      versie: '2024-01',
      voorstel: 'voorrang',
      besluit: 'geen-voorrang',
      afwijkReden: 'overleg-met-aanbieders',
    },
    signalen: [],
  });
  expect(await zinnen(op, kenmerk, 'weging')).toEqual([
    'De weging is gedaan: geen voorrang. Elementen van het afwegingskader (versie 2024-01) die gelden: er is een maatregel, dus een gecertificeerde instelling (GI). Dat is anders dan het voorstel. Reden: overleg met aanbieders.',
  ]);
});

it('voorrang om de situatie van dit kind kan ook zonder element', async () => {
  const kenmerk = await op.meldAan();
  await op.besluit(kenmerk, 'weging', { besluit: 'voorrang', afwijkReden: 'individuele-situatie' });
  expect(await op.traject(kenmerk)).toMatchObject({
    weging: { voorstel: 'geen-voorrang', besluit: 'voorrang' },
    signalen: ['voorrang'],
  });
});

it('een nieuwe weging vervangt de vorige, en het verhaal houdt ze allebei', async () => {
  const kenmerk = await op.meldAan();
  await op.besluit(kenmerk, 'weging', { besluit: 'voorrang', afwijkReden: 'individuele-situatie' });
  await op.besluit(kenmerk, 'weging', { besluit: 'geen-voorrang' });
  expect(await op.traject(kenmerk)).toMatchObject({
    weging: { besluit: 'geen-voorrang', afwijkReden: null },
    signalen: [],
  });
  expect(await zinnen(op, kenmerk, 'weging')).toHaveLength(2);
});

it.each([
  ['een besluit dat niet bestaat', { besluit: 'misschien' }, 'besluit'],
  ['een element dat niet bestaat', { besluit: 'voorrang', elementen: ['wachttijd'] }, 'elementen.0'],
  ['een element twee keer', { besluit: 'voorrang', elementen: ['gi', 'gi'] }, 'elementen'],
  ['een reden die niet bestaat', { besluit: 'voorrang', afwijkReden: 'zomaar' }, 'afwijkReden'],
])('%s wordt geweigerd, met het veld erbij', async (_, inhoud, veld) => {
  const kenmerk = await op.meldAan();
  expect(await weeg(kenmerk, inhoud)).toMatchObject({ status: 400, inhoud: { velden: [{ veld }] } });
  expect(await op.traject(kenmerk)).toMatchObject({ weging: null });
});
