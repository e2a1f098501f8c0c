/** A traject that goes to another team without a name: that team hears it, not who gave it away. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import {
  inVoorbereiding,
  naWerkdagen,
  ontvangers,
  regels,
  totVastgelopen,
  verstrijkVoorbij,
} from '../support/verloop.ts';
import { zoekattribuut } from '../support/volgen.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

async function naNorm(kenmerk: string, soort: string): Promise<void> {
  const [naar] = await regels(op, kenmerk, soort);
  await verstrijkVoorbij(op, naWerkdagen(naar?.tijdstip.getTime() ?? 0, 2));
  await totVastgelopen(op, kenmerk, 'oppakken');
}

it('onderweg: de mail en de norm gaan naar de postbus van het team, tot iemand het oppakt', async () => {
  const kenmerk = await inVoorbereiding(op);
  await op.besluit(kenmerk, 'spoor', { spoor: 'zorgbemiddeling', toelichting: 'Bemiddelen is genoeg.' });
  expect(await op.traject(kenmerk)).toMatchObject({ spoor: 'zorgbemiddeling', coordinator: null });
  expect(await ontvangers(op, kenmerk, 'ander-team', 2)).toEqual(['aanmelder', 'team']);
  await naNorm(kenmerk, 'spoor');
  expect(await ontvangers(op, kenmerk, 'norm-verstreken', 1)).toEqual(['team']);
  expect(await zoekattribuut(op, kenmerk, 'Coordinator')).toEqual([null]);
  await op.besluit(kenmerk, 'coordinator', { coordinator: 'coordinator-2' });
  await totVastgelopen(op, kenmerk, 'oppakken', false);
  expect(await op.traject(kenmerk)).toMatchObject({ coordinator: 'coordinator-2' });
});

it.each(['zorgbemiddeling', 'experttafel'])('bij de triage naar %s: net zo', async (uitkomst) => {
  const kenmerk = await op.meldAan();
  await op.besluit(kenmerk, 'triage', { uitkomst, afwijkReden: 'individuele-situatie' });
  expect(await op.traject(kenmerk)).toMatchObject({ spoor: uitkomst, coordinator: null });
  expect(await ontvangers(op, kenmerk, 'ander-team', 2)).toEqual(['aanmelder', 'team']);
  await naNorm(kenmerk, 'triage');
  expect(await ontvangers(op, kenmerk, 'norm-verstreken', 1)).toEqual(['team']);
  await op.besluit(kenmerk, 'stap', { stap: 'opgepakt' });
  await totVastgelopen(op, kenmerk, 'oppakken', false);
});

it.each([
  ['stap', { stap: 'opgepakt' }],
  ['advies', { advies: 'samenwerking', opvolgDatum: '', toelichting: 'Werk samen.' }],
] as const)(
  'wie met een %s het traject oppakt, heeft het: lijst, zoekveld en latere e-mails volgen',
  async (soort, inhoud) => {
    const kenmerk = await inVoorbereiding(op);
    await op.besluit(kenmerk, 'spoor', { spoor: 'experttafel', toelichting: 'Advies nodig.' });
    const collega = { wie: 'coordinator-2' };
    const datum = 'opvolgDatum' in inhoud ? { opvolgDatum: await op.datum(5) } : {};
    await op.besluit(kenmerk, soort, { ...inhoud, ...datum }, collega);
    expect(await op.traject(kenmerk)).toMatchObject({ coordinator: 'coordinator-2' });
    expect(await zoekattribuut(op, kenmerk, 'Coordinator')).toEqual(['coordinator-2']);
    const { inhoud: lijst } = await op.vraag('GET', '/v1/trajecten?coordinator=coordinator-2');
    expect(lijst.trajecten.map((een: { kenmerk: string }) => een.kenmerk)).toContain(kenmerk);
    // Who has it, keeps it.
    await op.besluit(kenmerk, 'stap', { stap: 'gesprek-aanbieder', coordinator: 'coordinator-1' });
    expect(await op.traject(kenmerk)).toMatchObject({ coordinator: 'coordinator-2' });
    expect((await regels(op, kenmerk, 'stap')).at(-1)?.codes).not.toHaveProperty('coordinator');
    expect(await op.db.bericht.count({ where: { kenmerk, soort: 'coordinator-gewijzigd' } })).toBe(0);
  },
);

it('wie bij de stap een collega noemt, geeft het aan die collega, en die hoort het', async () => {
  const kenmerk = await inVoorbereiding(op);
  await op.besluit(kenmerk, 'spoor', { spoor: 'zorgbemiddeling', toelichting: 'Bemiddelen is genoeg.' });
  await op.besluit(kenmerk, 'stap', { stap: 'opgepakt', coordinator: 'coordinator-2' });
  expect(await op.traject(kenmerk)).toMatchObject({ coordinator: 'coordinator-2' });
  expect(await ontvangers(op, kenmerk, 'coordinator-gewijzigd', 1)).toEqual(['coordinator-2']);
});

it('blijft het bij het team dat is gevraagd, dan heeft wie de triage doet het traject', async () => {
  const kenmerk = await op.meldAan((aanmelding) => {
    aanmelding.spoor = 'zorgbemiddeling';
  });
  await op.besluit(kenmerk, 'triage', { uitkomst: 'zorgbemiddeling', afwijkReden: 'individuele-situatie' });
  expect(await op.traject(kenmerk)).toMatchObject({ spoor: 'zorgbemiddeling', coordinator: 'coordinator-1' });
  expect(await ontvangers(op, kenmerk, 'ander-team', 1)).toEqual(['aanmelder']);
});
