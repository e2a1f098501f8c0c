/** The owner of an overbruggingsplan hears that it is, reads the plan, and is reminded when it is looked at. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { opDeDag } from '../../domain/opDeDag.ts';
import { besproken } from '../support/bespreking.ts';
import { lees, linkUitMail } from '../support/gelezenLink.ts';
import { maakOpstelling, type Opstelling, type Vraag } from '../support/opstelling.ts';
import { antwoordt, inOnderzoek, inOverbrugging, ontvangers, verstrijkVoorbij } from '../support/verloop.ts';
import { mailMetKop } from '../support/volgen.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

const geschreven = { geprobeerd: besproken.geprobeerd, waaromNiet: besproken.waaromNiet };
const plan = { overbruggingsplan: 'Begeleiding thuis door fazant.' };

it('een andere aanbieder dan de gekozene is eigenaar: die hoort het, leest het plan en wordt herinnerd', async () => {
  const evaluatieDatum = await op.datum(9);
  const kenmerk = await inOverbrugging(op, { ...plan, evaluatieDatum, eigenaar: 'aanbieder-05' });
  const link = await linkUitMail(op, kenmerk, 'overbruggingsplan', 'aanbieder-05-contact-1');
  const { tekst } = await lees(op, link);
  expect(tekst).toContain('Begeleiding thuis door fazant.');
  await verstrijkVoorbij(op, opDeDag(evaluatieDatum));
  expect(await ontvangers(op, kenmerk, 'norm-herinnering', 2)).toEqual([
    'aanbieder-05-contact-1',
    'coordinator-1',
  ]);
});

it('de aanmelder leest het plan ook zonder eigenaar te zijn: achter de link, en met een token in het verhaal', async () => {
  const evaluatieDatum = await op.datum(9);
  const kenmerk = await inOverbrugging(op, { ...plan, evaluatieDatum });
  const { tekst } = await lees(op, await linkUitMail(op, kenmerk, 'duidelijkheid', 'aanmelder'));
  expect(tekst).toContain('Begeleiding thuis door fazant.');
  const { inhoud } = await op.vraag('GET', `/v1/trajecten/${kenmerk}/gebeurtenissen`, undefined, {
    rol: 'aanmelder',
  });
  const keuze = inhoud.gebeurtenissen.find(({ soort }: { soort: string }) => soort === 'keuze');
  expect(keuze.tekstvelden.map((veld: { tekst: string }) => veld.tekst)).toEqual([plan.overbruggingsplan]);
});

it('wordt de aanmelder eigenaar, dan hoort en leest die het; de vorige eigenaar hoort dat het klaar is, en leest het plan niet meer', async () => {
  const evaluatieDatum = await op.datum(9);
  const kenmerk = await inOverbrugging(op, { ...plan, evaluatieDatum, eigenaar: 'aanbieder-05' });
  const vanVorige = await linkUitMail(op, kenmerk, 'overbruggingsplan', 'aanbieder-05-contact-1');
  await op.besluit(kenmerk, 'overbrugging', {
    evaluatieDatum: await op.datum(12),
    eigenaar: 'aanmelder',
    overbruggingsplan: 'De aanmelder regelt logeren bij patrijs.',
  });
  const link = await linkUitMail(op, kenmerk, 'overbruggingsplan', 'aanmelder');
  const { tekst } = await lees(op, link);
  expect(tekst).toContain('De aanmelder regelt logeren bij patrijs.');
  expect((await lees(op, vanVorige)).status).toBe(410);
  expect(await ontvangers(op, kenmerk, 'uitvoering-beeindigd', 1)).toEqual(['aanbieder-05-contact-1']);
  const { text } = await mailMetKop(op, kenmerk, 'U bent geen eigenaar meer van het overbruggingsplan');
  expect(text).toContain('Vanaf nu is iemand anders de eigenaar.');
});

it.each([
  ['zorgstart', { startDatum: '' }],
  ['crisis', { toelichting: 'Het is niet veilig.' }],
  ['intrekking', { reden: 'plek-gevonden' }],
] as const)(
  '%s: de eigenaar en wie nog een afspraak heeft horen dat zij niets meer hoeven uit te voeren',
  async (soort, inhoud) => {
    const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01'], undefined, [
      { wie: 'aanbieder-06', wat: 'andere-stap', voorDatum: await op.datum(20) },
    ]);
    await antwoordt(op, onderzoeken[0] ?? '', { antwoord: 'aanbod' });
    const evaluatieDatum = await op.datum(9);
    const keuze = { aanbieders: ['aanbieder-01'], ...plan, evaluatieDatum, eigenaar: 'aanbieder-05' };
    await op.besluit(kenmerk, 'keuze', keuze);
    await op.besluit(kenmerk, soort, 'startDatum' in inhoud ? { startDatum: await op.datum(0) } : inhoud);
    expect(await ontvangers(op, kenmerk, 'uitvoering-beeindigd', 2)).toEqual([
      'aanbieder-05-contact-1',
      'aanbieder-06-contact-1',
    ]);
  },
);

it('een nieuw plan zonder eigenaar erbij gaat naar wie het al was; een plan van het team naar niemand erbuiten', async () => {
  const evaluatieDatum = await op.datum(9);
  const kenmerk = await inOverbrugging(op, { ...plan, evaluatieDatum, eigenaar: 'aanmelder' });
  await op.besluit(kenmerk, 'overbrugging', { ...plan, evaluatieDatum: await op.datum(12) });
  // At the keuze it stood in the mail about that.
  expect(await ontvangers(op, kenmerk, 'overbruggingsplan', 1)).toEqual(['aanmelder']);
  await op.besluit(kenmerk, 'overbrugging', { ...plan, evaluatieDatum, eigenaar: 'coordinator-1' });
  expect(await ontvangers(op, kenmerk, 'overbruggingsplan', 1)).toHaveLength(1);
});

it.each([
  ['de aanmelder', 'aanmelder', 'duidelijkheid', 'aanmelder'],
  ['de gekozen aanbieder', 'aanbieder-01', 'gekozen', 'aanbieder-01-contact-1'],
])('%s wordt bij de keuze eigenaar: dat staat in de ene e-mail daarover', async (_, eigenaar, soort, wie) => {
  const kenmerk = await inOverbrugging(op, { ...plan, evaluatieDatum: await op.datum(9), eigenaar });
  const { tekst } = await lees(op, await linkUitMail(op, kenmerk, soort, wie));
  expect(tekst).toContain('Begeleiding thuis door fazant.');
  const mails = await op.db.bericht.findMany({
    where: { kenmerk, soort: { in: ['duidelijkheid', 'gekozen'] } },
    select: { geadresseerde: true, gegevens: true },
  });
  expect(mails.filter(({ gegevens }) => 'eigenaar' in Object(gegevens))).toEqual([
    { geadresseerde: wie, gegevens: expect.objectContaining({ eigenaar: 1 }) },
  ]);
  expect(await op.db.bericht.count({ where: { kenmerk, soort: 'overbruggingsplan' } })).toBe(0);
});

it('wat onder eerdere regels is geschreven, was voor het team: niemand anders leest het alsnog', async () => {
  const evaluatieDatum = await op.datum(9);
  const kenmerk = await inOverbrugging(op, { ...plan, evaluatieDatum, eigenaar: 'aanbieder-05' });
  const bijAanmelder = await linkUitMail(op, kenmerk, 'duidelijkheid', 'aanmelder');
  const bijEigenaar = await linkUitMail(op, kenmerk, 'overbruggingsplan', 'aanbieder-05-contact-1');
  const bijGekozene = await linkUitMail(op, kenmerk, 'gekozen', 'aanbieder-01-contact-1');
  const onderzoekVoor = async (beller: Vraag) =>
    (await op.vraag('GET', `/v1/onderzoeken/onderzoek-${kenmerk}-aanbieder-01-r1`, undefined, beller)).inhoud;
  const gekozene: Vraag = { rol: 'aanbieder', aanbieder: 'aanbieder-01' };
  const alles = { ...plan, ...geschreven, verslag: 'Zij onderzoeken.' };
  expect(await onderzoekVoor(gekozene)).toMatchObject(alles);

  await op.db.$executeRaw`
    UPDATE "Traject" SET "toestand" = jsonb_set("toestand", '{regels}', '3') WHERE "kenmerk" = ${kenmerk}`;
  for (const link of [bijAanmelder, bijEigenaar, bijGekozene]) {
    const { status, tekst } = await lees(op, link);
    expect(status).toBe(200);
    expect(tekst).toContain('Zij onderzoeken.');
    expect(tekst).not.toContain(plan.overbruggingsplan);
  }
  for (const link of [bijEigenaar, bijGekozene])
    for (const deel of Object.values(geschreven)) expect((await lees(op, link)).tekst).not.toContain(deel);
  expect(await onderzoekVoor(gekozene)).toMatchObject({
    overbruggingsplan: null,
    geprobeerd: null,
    waaromNiet: null,
    verslag: 'Zij onderzoeken.',
  });
  expect(await onderzoekVoor({})).toMatchObject(alles);
  const { inhoud } = await op.vraag('GET', `/v1/trajecten/${kenmerk}/gebeurtenissen`, undefined, {
    rol: 'aanmelder',
  });
  const keuze = inhoud.gebeurtenissen.find(({ soort }: { soort: string }) => soort === 'keuze');
  expect(keuze.tekstvelden).toEqual([]);
});
