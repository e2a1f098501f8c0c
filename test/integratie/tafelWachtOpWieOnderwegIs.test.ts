/** An agenda that closes or is divided overlooks nobody: whoever is on the way to it is waited for, and nobody is put on it afterwards. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { houdTafelplaats, leesGeslotenAgenda, verdeelNaVervallen } from '../../activities/tafels.ts';
import type { Bestemming } from '../../domain/meldingen.ts';
import type { TafelToestand } from '../../domain/tafel.ts';
import { beginTafel } from '../../domain/tafel.ts';
import { tafelMomenten } from '../../domain/tafelkalender.ts';
import { alsDatum } from '../../infra/dag.ts';
import { neemPlaatsenslot, onderwegNaar, plaatsenOp, tafelRij } from '../../infra/tafels.ts';
import type { Prisma } from '../../prisma/client/client.ts';
import { zaai } from '../../prisma/seed.ts';
import { maakDossier, vraagBesluit } from '../support/dossier.ts';
import { maakDatabase, type TestDatabase } from '../support/servers.ts';
import { wachtTot } from '../support/wachtTot.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await maakDatabase();
  await zaai(database.db);
});
afterAll(() => database?.sluit());

const kenmerk = 'ZL-2027-0001';
const datum = '2027-01-14';
const andere = '2027-01-07';
const onderweg = { type: 'besluit-onderweg', message: expect.stringContaining(kenmerk) };
const gemaaktTijdstip = Date.parse('2026-12-01T09:00:00Z');
const sluitVan = (dag: string) => tafelMomenten(dag, '09:30', gemaaktTijdstip).agendaSluitTijdstip;

async function maakTafel(dag: string, wijziging: Partial<TafelToestand> = {}): Promise<void> {
  const begin = {
    datum: dag,
    beginTijd: '09:30',
    plaats: 'kantoor',
    agendaLimiet: 6,
    gemaaktTijdstip,
    basisUrl: 'http://zorglogistiek.example',
  } as const;
  const toestand = { ...beginTafel(begin, tafelMomenten(dag, '09:30', gemaaktTijdstip)), ...wijziging };
  await database.db.tafel.create({ data: tafelRij(toestand) });
}

/** A cancelled table that has told, or still tells, the traject where it goes. */
async function vervallenTafel(dag: string, naar: Bestemming): Promise<void> {
  await maakTafel(dag, { status: 'vervallen', vervalreden: 'anders' });
  await database.db.tafel.update({
    where: { datum: alsDatum(dag) },
    data: { bestemmingen: { [kenmerk]: naar } as Prisma.InputJsonObject },
  });
}

/** The traject waits for this table. */
async function opTafel(dag: string, ook: object = {}): Promise<void> {
  const rij = await database.db.traject.findUniqueOrThrow({ where: { kenmerk } });
  const toestand = { ...(rij.toestand as object), fase: 'bespreking', tafelDatum: dag, ...ook };
  await database.db.traject.update({
    where: { kenmerk },
    data: { fase: 'bespreking', tafelDatum: alsDatum(dag), toestand },
  });
}

const sluitAgenda = () => leesGeslotenAgenda(database.db, datum, true);

beforeEach(async () => {
  const { db } = database;
  await db.$executeRaw`TRUNCATE "Tafel", "Tafelplaats", "Invoer", "Traject", "Aanmelding", "Jeugdige" CASCADE`;
  await maakDossier(db, kenmerk);
});

describe('een agenda die sluit', () => {
  it('wacht op een traject van een vervallen tafel dat hierheen gaat, tot het hier staat', async () => {
    await maakTafel(datum);
    await vervallenTafel(andere, { tafelDatum: datum });
    await opTafel(andere);
    expect(await plaatsenOp(database.db, datum)).toEqual([kenmerk]);
    await expect(sluitAgenda()).rejects.toMatchObject(onderweg);
    await opTafel(datum);
    expect(await sluitAgenda()).toMatchObject({ agenda: [kenmerk], overgeslagen: [] });
  });

  it('wacht op wie hier staat en wordt hervat, en niet op een hervatting ergens anders', async () => {
    await maakTafel(datum);
    await maakTafel(andere);
    const opgeschort = { reden: 'veiligheid-eerst', evaluatieDatum: '2027-02-01', sindsTijdstip: 0 };
    await opTafel(datum, { opgeschort });
    expect(await sluitAgenda()).toMatchObject({ agenda: [], isLeeg: false });
    await vraagBesluit(database.db, { kenmerk, soort: 'hervatting', codes: {} });
    await expect(sluitAgenda()).rejects.toMatchObject(onderweg);
    expect(await onderwegNaar(database.db, andere)).toEqual([]);
  });

  it('wacht ook op een besluit dat op dit moment nog wordt bewaard', async () => {
    const { db } = database;
    await maakTafel(datum);
    let sluiten: Promise<unknown> | undefined;
    await db.$transaction(async (tx) => {
      await neemPlaatsenslot(tx);
      sluiten = sluitAgenda().catch((fout: unknown) => fout);
      await wachtTot(
        () => db.$queryRaw<object[]>`
          SELECT FROM pg_locks l JOIN pg_database d ON d."oid" = l."database"
          WHERE d."datname" = current_database() AND l."locktype" = 'advisory' AND NOT l."granted"`,
        ({ length }) => length === 1,
      );
      await vraagBesluit(tx, { kenmerk, soort: 'tafeldatum', codes: { tafelDatum: datum } });
    });
    expect(await sluiten).toMatchObject(onderweg);
  });

  it('gaat verder zonder wie onderweg blijft, als langer wachten niet mag', async () => {
    await maakTafel(datum);
    await vraagBesluit(database.db, { kenmerk, soort: 'tafeldatum', codes: { tafelDatum: datum } });
    expect(await leesGeslotenAgenda(database.db, datum, false)).toMatchObject({
      agenda: [],
      overgeslagen: [kenmerk],
      isLeeg: true,
    });
  });
});

describe('een tafel die vervalt', () => {
  const klok = (nu: number) => ({ db: database.db, klok: { nu: () => nu } });

  it('wacht op een traject van een andere vervallen tafel dat hierheen gaat', async () => {
    await maakTafel(datum, { status: 'vervallen', vervalreden: 'anders' });
    await vervallenTafel(andere, { tafelDatum: datum });
    await opTafel(andere);
    const verdeel = (magWachten: boolean) => verdeelNaVervallen(klok(0), datum, 0, magWachten);
    await expect(verdeel(true)).rejects.toMatchObject(onderweg);
    const overgeslagen = { [kenmerk]: { overgeslagen: 'besluit-onderweg' } };
    expect(await verdeel(false)).toEqual(overgeslagen);
    // It is decided once.
    await opTafel(datum);
    expect(await verdeel(true)).toEqual(overgeslagen);
  });

  it('geeft geen plaats op een tafel waarvan de agenda sloot terwijl er werd gewacht', async () => {
    await maakTafel(andere, { status: 'vervallen', vervalreden: 'anders' });
    await maakTafel(datum);
    await opTafel(andere);
    const sluit = sluitVan(datum);
    const verdeling = await verdeelNaVervallen(klok(sluit), andere, sluit - 1, true);
    expect(verdeling[kenmerk]).not.toHaveProperty('tafelDatum');
    expect(verdeling[kenmerk]).toHaveProperty('aanbieders');
  });
});

it('niveau 3 houdt geen plaats op een tafel waarvan de agenda sloot terwijl de vraag bleef hangen', async () => {
  await maakTafel(datum);
  const sluit = sluitVan(datum);
  const houd = (nu: number) =>
    houdTafelplaats({ db: database.db, klok: { nu: () => nu } }, { kenmerk, versie: 1, na: sluit - 1 });
  expect(await houd(sluit)).toBeNull();
  expect(await houd(sluit - 1)).toBe(datum);
});
