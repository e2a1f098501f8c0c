/** A stuk and the decision that tells of it are stored together: when the program dies in between, there is neither. */
import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { stuurStuk } from '../support/stukken.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt' });
});
afterAll(() => op?.sluit());

/** What happens to the Invoer of a stuk goes wrong from now on; the function that comes back makes it good. */
async function breekInvoer(): Promise<() => Promise<unknown>> {
  await op.db.$executeRaw`
    CREATE FUNCTION breek() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'stuk'; END $$`;
  await op.db.$executeRaw`
    CREATE TRIGGER breek BEFORE INSERT ON "Invoer" FOR EACH ROW WHEN (NEW."soort" = 'stuk') EXECUTE FUNCTION breek()`;
  return () => op.db.$executeRaw`DROP TRIGGER breek ON "Invoer"`;
}

it('een stuk waarvan het besluit niet kon worden bewaard, is er niet: de afzender weet dat, en kan het nog eens sturen', async () => {
  const kenmerk = await op.meldAan();
  const opSchijf = () => readdir(op.instellingen.ZL_STUKKEN_MAP);
  const sleutel = 'halverwege';
  const herstel = await breekInvoer();
  expect((await stuurStuk(op, kenmerk, {}, { sleutel })).status).toBe(500);
  expect(await op.db.stuk.count({ where: { kenmerk } })).toBe(0);
  expect(await op.vraag('GET', `/v1/trajecten/${kenmerk}/stukken`)).toMatchObject({
    inhoud: { stukken: [] },
  });
  expect(await opSchijf()).toEqual(['tijdelijk']);

  await herstel();
  const { status, inhoud } = await stuurStuk(op, kenmerk, {}, { sleutel });
  expect(status).toBe(201);
  expect(inhoud.versie).toBe(1);
  expect(await op.verhaal(kenmerk)).toContain('stuk');
  expect((await opSchijf()).sort()).toEqual([inhoud.id, 'tijdelijk'].sort());
});

it('wat tegelijk met dezelfde sleutel komt, is één stuk met één besluit', async () => {
  const kenmerk = await op.meldAan();
  const sleutel = 'tegelijk';
  const antwoorden = await Promise.all([1, 2, 3].map(() => stuurStuk(op, kenmerk, {}, { sleutel })));
  expect(antwoorden.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(new Set(antwoorden.map(({ inhoud }) => inhoud.id)).size).toBe(1);
  expect(await op.db.stuk.count({ where: { kenmerk } })).toBe(1);
  expect(await op.db.invoer.count({ where: { kenmerk, soort: 'stuk' } })).toBe(1);
  // Of every row there is content, and the content of the others is gone.
  const ids = (await op.db.stuk.findMany()).map(({ id }) => id);
  expect((await readdir(op.instellingen.ZL_STUKKEN_MAP)).sort()).toEqual([...ids, 'tijdelijk'].sort());
});
