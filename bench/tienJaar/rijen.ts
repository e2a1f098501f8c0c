/** Rows on their way to PostgreSQL: many at once, in an order in which every foreign key finds what it points at. */
import type pg from 'pg';

/** The tables that are filled, what is pointed at before what points. */
const tabellen = [
  'Kenmerkreeks',
  'Jeugdige',
  'Aanmelding',
  'Traject',
  'Tafel',
  'Tafeluitnodiging',
  'Doorbraak',
  'Doorbraakzaak',
  'Uitvraag',
  'UitvraagAanbieder',
  'Invoer',
  'InvoerUitkomst',
  'UitvraagAntwoord',
  'UitvraagJeugdige',
  'UitvraagCijferversie',
  'Gebeurtenis',
  'AuditRegel',
  'Onderzoek',
  'Bericht',
  'Lacune',
  'Link',
  'Eenmaalcode',
  'Linksessie',
  'Stuk',
  'StukInzage',
  'Stuktoegang',
  'Capaciteit',
] as const;
type Tabel = (typeof tabellen)[number];

/** One row: every column that is not NULL, moments as ms since the epoch in a Date or as text. */
export type Rij = Readonly<Record<string, unknown>>;

/** How many rows go in one statement. */
const greep = 500;

/** Takes rows and stores them. */
export interface Rijen {
  voeg(tabel: Tabel, ...rijen: Rij[]): void;
  /** How many rows wait to be stored. */
  wachtend(): number;
  /** Stores all that waits. @throws what PostgreSQL says when a row may not be. */
  bewaar(): Promise<void>;
}

/** Makes a Rijen on one connection. */
export function maakRijen(client: pg.ClientBase): Rijen {
  const klaar = new Map<Tabel, Rij[]>();
  return {
    voeg(tabel, ...rijen) {
      const bij = klaar.get(tabel) ?? [];
      bij.push(...rijen);
      klaar.set(tabel, bij);
    },
    wachtend: () => [...klaar.values()].reduce((som, rijen) => som + rijen.length, 0),
    async bewaar() {
      await client.query('BEGIN');
      for (const tabel of tabellen) {
        const rijen = klaar.get(tabel) ?? [];
        for (let plaats = 0; plaats < rijen.length; plaats += greep)
          await client.query(
            `INSERT INTO "${tabel}" SELECT * FROM jsonb_populate_recordset(NULL::"${tabel}", $1::jsonb)`,
            [JSON.stringify(rijen.slice(plaats, plaats + greep))],
          );
      }
      await client.query('COMMIT');
      klaar.clear();
    },
  };
}
