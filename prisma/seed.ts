/** Fills a database with the fictional data that a fresh installation begins with. */
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { maakDatabase } from '../infra/database.ts';
import { InstellingFout } from '../infra/instellingen.ts';
import type { PrismaClient } from './client/client.ts';
import { aanbieders, contacten, medewerkers, organisaties, tafellidmaatschappen } from './zaaigegevens.ts';

/**
 * Adds the seed rows that are not there yet, all or none. A row that exists stays as it is, so that a contact that
 * somebody changed is not changed back at the next start.
 */
export async function zaai(db: PrismaClient): Promise<void> {
  // Who has left the table must not come back: these go in only as long as nobody sits at it.
  const tafel = (await db.tafellidmaatschap.count()) === 0 ? tafellidmaatschappen : [];
  await db.$transaction([
    db.aanbieder.createMany({ data: aanbieders, skipDuplicates: true }),
    db.contact.createMany({ data: contacten, skipDuplicates: true }),
    db.medewerker.createMany({ data: medewerkers, skipDuplicates: true }),
    db.tafellidmaatschap.createMany({ data: tafel, skipDuplicates: true }),
    db.organisatie.createMany({ data: organisaties, skipDuplicates: true }),
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const url = process.env.DATABASE_URL;
    if (!url)
      throw new InstellingFout('DATABASE_URL ontbreekt; verwacht: het adres van een PostgreSQL-database.');
    const db = maakDatabase(url);
    await zaai(db).finally(() => db.$disconnect());
    process.stdout.write('De fictieve gegevens staan in de database.\n');
  } catch (fout) {
    process.stderr.write(`${fout instanceof Error ? fout.message : String(fout)}\n`);
    process.exitCode = fout instanceof InstellingFout ? 2 : 1;
  }
}
