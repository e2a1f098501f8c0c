/** Ten years of data: what PostgreSQL means to do for every list, report and sweep. Plans only, no times (docs/QUERIES.md, docs/FIGURES.md). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Meetopstelling, openMeetopstelling } from '../../bench/tienJaar/api.ts';
import { leesopdrachten, watLeest } from '../../bench/tienJaar/plan.ts';
import { vermenigvuldig } from '../../bench/tienJaar/vermenigvuldig.ts';
import { zoekVoorbeelden } from '../../bench/tienJaar/voorbeelden.ts';
import { type Vraag, vragen } from '../../bench/tienJaar/vragen.ts';
import { vul } from '../../bench/tienJaar/vullen.ts';
import { maakDatabase, type TestDatabase } from '../support/servers.ts';

/** What grows with every aanmelding, e-mail and answer. */
const groot = new Set([
  'Jeugdige',
  'Aanmelding',
  'Traject',
  'Onderzoek',
  'Gebeurtenis',
  'AuditRegel',
  'Invoer',
  'InvoerUitkomst',
  'Bericht',
  'Link',
  'Eenmaalcode',
  'Linksessie',
  'Stuk',
  'StukInzage',
  'Stuktoegang',
  'UitvraagAntwoord',
  'UitvraagJeugdige',
  'Capaciteit',
]);

/** The part of a table that may be met in vain: a page of a list can walk along an index, but not along all of it. */
const hoogstensVergeefs = 0.2;

let database: TestDatabase;
let op: Meetopstelling;
let lijst: Vraag[];
const aantallen = new Map<string, number>();
beforeAll(async () => {
  database = await maakDatabase();
  op = await openMeetopstelling(database.url);
  await vul(op.db, database.url, { zaad: 1, jaren: 10, aanmeldingenPerJaar: 20 });
  await vermenigvuldig(op.client, 10);
  for (const tabel of groot) {
    const { rows } = await op.client.query(`SELECT count(*)::int AS "aantal" FROM "${tabel}"`);
    aantallen.set(tabel, rows[0].aantal);
  }
  lijst = vragen(await zoekVoorbeelden(op.db));
}, 180_000);
afterAll(async () => {
  await op.sluit();
  await database.sluit();
});

/** Every statement that reads a large table from end to end, or meets a large part of it in vain, with the question behind it. */
async function vanVoorTotAchter(): Promise<string[]> {
  const gevonden = new Set<string>();
  for (const { titel, stel } of lijst)
    for (const opdracht of leesopdrachten(await op.luister(() => stel(op)))) {
      const { helemaal, vergeefs } = await watLeest(op.client, opdracht);
      const teVeel = vergeefs.filter(
        ({ tabel, rijen }) => rijen > hoogstensVergeefs * (aantallen.get(tabel) ?? Number.POSITIVE_INFINITY),
      );
      for (const tabel of [...helemaal, ...teVeel.map(({ tabel }) => tabel)])
        if (groot.has(tabel)) gevonden.add(`${titel}: ${tabel}`);
    }
  return [...gevonden];
}

describe('over tien jaar', () => {
  it('leest geen lijst, rapport of opruimronde een grote tabel van voor tot achter', async () => {
    expect(await vanVoorTotAchter()).toEqual([]);
  });

  it('vraagt iedere lijst en ieder rapport iets aan de database', async () => {
    const zonder: string[] = [];
    for (const { titel, stel } of lijst)
      if (leesopdrachten(await op.luister(() => stel(op))).length === 0) zonder.push(titel);
    expect(zonder).toEqual([]);
  });

  it('valt een index die ontbreekt op', async () => {
    await op.client.query('DROP INDEX "Bericht_status_id_idx"');
    await op.client.query('DROP INDEX "Traject_aanmeldingTijdstip_idx"');
    expect(await vanVoorTotAchter()).toEqual([
      'E-mails that were refused: Bericht',
      'The report halfjaar, made anew: Traject',
    ]);
  });
});
