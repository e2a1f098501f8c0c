/** A crisis ends a traject wherever it stands, also while it is opgeschort. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { besproken } from '../support/bespreking.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { werkdagOver } from '../support/tafels.ts';
import { adresVan, mailMetKop, zinnen } from '../support/volgen.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

const afwijkReden = 'individuele-situatie';
const naarSpoor = (uitkomst: string) => async (kenmerk: string) => {
  await op.besluit(kenmerk, 'triage', { uitkomst, afwijkReden, coordinator: 'coordinator-1' });
};

/** How a new aanmelding gets into each fase that is open. */
const naarFase: Record<string, (kenmerk: string) => Promise<unknown>> = {
  intake: async () => {},
  voorbereiding: (kenmerk) => op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' }),
  bespreking: async (kenmerk) => {
    await naarFase.voorbereiding?.(kenmerk);
    await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 0) });
  },
  onderzoek: async (kenmerk) => {
    await naarFase.bespreking?.(kenmerk);
    await op.besluit(kenmerk, 'verslag', {
      ...besproken,
      aanbieders: ['aanbieder-01'],
      verslag: 'Eén aanbieder onderzoekt.',
    });
  },
  bemiddeling: naarSpoor('zorgbemiddeling'),
  advies: naarSpoor('experttafel'),
  overbrugging: async (kenmerk) => {
    await naarFase.bemiddeling?.(kenmerk);
    await op.besluit(kenmerk, 'keuze', {
      aanbieders: ['aanbieder-01'],
      verwachteStartDatum: await op.datum(10),
    });
  },
};

async function meldCrisis(kenmerk: string): Promise<void> {
  expect(await op.besluit(kenmerk, 'crisis', { toelichting: 'Het is nu niet veilig.' })).toMatchObject({
    fase: 'afgesloten',
    uitkomst: 'crisis',
    wachtOp: 'niemand',
  });
  expect(await op.trajectWorkflow(kenmerk).result()).toMatchObject({ uitkomst: 'crisis' });
  const aanmelder = await mailMetKop(op, kenmerk, 'Bel nu het Crisis Interventie Team (CIT)');
  expect(adresVan(aanmelder)).toBe('robin.voorbeeld@jeugdteam-den-haag.example');
  expect(await zinnen(op, kenmerk, 'crisis')).toEqual([
    'Er is een crisis. De aanmelder is gevraagd om het Crisis Interventie Team (CIT) te bellen. Het traject is afgesloten.',
  ]);
}

describe('een crisis sluit het traject af', () => {
  it.each(Object.keys(naarFase))('in de fase %s', async (fase) => {
    const kenmerk = await op.meldAan();
    await naarFase[fase]?.(kenmerk);
    expect(await op.traject(kenmerk)).toMatchObject({ fase });
    await meldCrisis(kenmerk);
    const team = await mailMetKop(op, kenmerk, 'Crisis: bel nu de aanmelder');
    expect(adresVan(team)).toBe(
      fase === 'intake' ? 'team@zorglogistiek.example' : 'coordinator-1@zorglogistiek.example',
    );
  });

  it('bij het onderzoek hoort de aanbieder dat een antwoord niet meer nodig is', async () => {
    const kenmerk = await op.meldAan();
    await naarFase.onderzoek?.(kenmerk);
    await meldCrisis(kenmerk);
    await wachtTot(
      () => op.db.onderzoek.count({ where: { kenmerk, status: 'vervallen' } }),
      (vervallen) => vervallen === 1,
    );
    expect(adresVan(await mailMetKop(op, kenmerk, 'Uw antwoord is niet meer nodig'))).toBe(
      'zorglogistiek@aanbieder-01.example',
    );
  });

  it('de gekozen aanbieder hoort dat het traject is geëindigd', async () => {
    const kenmerk = await op.meldAan();
    await naarFase.overbrugging?.(kenmerk);
    await meldCrisis(kenmerk);
    const rijen = await wachtTot(
      () => op.db.bericht.findMany({ where: { kenmerk, soort: 'traject-beeindigd' } }),
      (gevonden) => gevonden.length === 1 && gevonden[0]?.status === 'verzonden',
    );
    expect(rijen[0]?.geadresseerde).toBe('aanbieder-01-contact-1');
  });

  it('ook als het is opgeschort', async () => {
    const kenmerk = await op.meldAan();
    await op.besluit(kenmerk, 'opschorting', {
      reden: 'veiligheid-eerst',
      evaluatieDatum: await op.datum(10),
      toelichting: 'Eerst moet het thuis veilig zijn.',
    });
    await meldCrisis(kenmerk);
  });
});

it('alleen een coördinator meldt een crisis; een ander belt het CIT', async () => {
  const kenmerk = await op.meldAan();
  for (const rol of ['aanmelder', 'manager'] as const)
    expect(await op.vraag('POST', `/v1/trajecten/${kenmerk}/crisis`, {}, { rol })).toMatchObject({
      status: 403,
    });
  expect(await op.traject(kenmerk)).toMatchObject({ fase: 'intake' });
});
