/** More of the same: copies of generated trajecten, so that tables are as large as after ten years while few were lived. */
import type pg from 'pg';

/** What makes the copies of a row differ from it; `k` is the number of the copy, `r` the row. */
const anders = {
  Jeugdige: `'id', kopie(r."id", k), 'bsnIndex', r."bsnIndex" || '-' || k`,
  Aanmelding: `'kenmerk', r."kenmerk" || k, 'jeugdigeId', kopie(r."jeugdigeId", k), 'ingediendDoor', r."ingediendDoor" || '-' || k`,
  Traject: `'kenmerk', r."kenmerk" || k`,
  Gebeurtenis: `'id', kopie(r."id", k), 'kenmerk', r."kenmerk" || k, 'invoerId', NULL`,
  Onderzoek: `'id', r."id" || k, 'kenmerk', r."kenmerk" || k`,
} as const;

/** Makes `keer` of every traject, with its jeugdige, story and onderzoeken; of what else it left behind there is still one. */
export async function vermenigvuldig(client: pg.ClientBase, keer: number): Promise<void> {
  // The moment in front stays, so that copies keep their order.
  await client.query(`
    CREATE FUNCTION pg_temp.kopie(van uuid, k int) RETURNS uuid LANGUAGE sql IMMUTABLE
    AS $$ SELECT overlay(md5(van::text || k)::uuid::text PLACING left(van::text, 15) FROM 1)::uuid $$`);
  for (const [tabel, velden] of Object.entries(anders))
    await client.query(
      `INSERT INTO "${tabel}"
       SELECT n.* FROM "${tabel}" r, generate_series(1, $1::int) k,
         jsonb_populate_record(r, jsonb_build_object(${velden.replaceAll('kopie(', 'pg_temp.kopie(')})) n`,
      [keer - 1],
    );
  await client.query('VACUUM ANALYZE');
}
