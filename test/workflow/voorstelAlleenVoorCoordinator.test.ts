/** What the rules of the triage proposed, and why a colleague decided otherwise, is for the coördinator: nobody else reads it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling, type Vraag } from '../support/opstelling.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

const besluit = {
  uitkomst: 'zorgbemiddeling',
  afwijkReden: 'overleg-met-aanbieders',
  toelichting: 'De aanbieders kennen deze jeugdige.',
};

async function gelezen(kenmerk: string, wie: Vraag) {
  const traject = (await op.vraag('GET', `/v1/trajecten/${kenmerk}`, undefined, wie)).inhoud;
  const lijst = (await op.vraag('GET', '/v1/trajecten', undefined, wie)).inhoud.trajecten;
  const verhaal = (await op.vraag('GET', `/v1/trajecten/${kenmerk}/gebeurtenissen`, undefined, wie)).inhoud;
  return {
    traject,
    rij: lijst.find((een: { kenmerk: string }) => een.kenmerk === kenmerk),
    zin: verhaal.gebeurtenissen.find((een: { soort: string }) => een.soort === 'triage').tekst,
  };
}

it('de coördinator leest het voorstel naast het besluit, met de reden', async () => {
  const kenmerk = await op.meldAan();
  await op.besluit(kenmerk, 'triage', besluit);
  const { traject, rij, zin } = await gelezen(kenmerk, {});
  const { uitkomst, afwijkReden } = besluit;
  for (const een of [traject, rij])
    expect(een).toMatchObject({ triageVoorstel: 'bespreking', triage: { uitkomst, afwijkReden } });
  expect(zin).toContain('Dat is anders dan het voorstel. Reden: overleg met aanbieders.');
});

it.each([{ rol: 'aanmelder' }, { rol: 'manager' }] as const)(
  'de $rol leest alleen het besluit',
  async (wie) => {
    const kenmerk = await op.meldAan();
    await op.besluit(kenmerk, 'triage', besluit);
    const { traject, rij, zin } = await gelezen(kenmerk, wie);
    for (const een of [traject, rij])
      expect(een).toMatchObject({
        triageVoorstel: null,
        triage: { uitkomst: 'zorgbemiddeling', afwijkReden: null },
      });
    expect(zin).toBe('De aanmelding gaat naar Zorgbemiddeling.');
  },
);
