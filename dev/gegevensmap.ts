/** The one folder with all state of `npm start`: the database, Temporal's file, the mail, the keys and the logs. */
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const sleutelsSchema = z.object({
  /** Signs the tokens (HS256). */
  jwt: z.string(),
  /** Encrypts the BSN: 32 bytes in base64. */
  bsn: z.string(),
  /** Seals the links in e-mails: 32 bytes in base64. */
  link: z.string(),
  postgres: z.string(),
});

/** The keys of one installation. */
export type Sleutels = z.infer<typeof sleutelsSchema>;

/** There is no data folder yet, or its keys cannot be read; the message is Dutch. */
export class GegevensmapFout extends Error {
  override name = 'GegevensmapFout';
}

/** Makes the folder with what stands in it, and gives its full path. What is there stays. */
export async function maakGegevensmap(opgegeven: string): Promise<string> {
  const map = resolve(opgegeven);
  for (const deel of ['', 'logs', 'mail']) await mkdir(join(map, deel), { recursive: true, mode: 0o700 });
  // As root, PostgreSQL runs as another user and has to pass through; it can list or read nothing here.
  if (process.getuid?.() === 0) await chmod(map, 0o711);
  return map;
}

const bestand = (map: string) => join(map, 'sleutels.json');

/** The keys in a data folder. @throws GegevensmapFout when they are not there. */
export async function leesSleutels(map: string): Promise<Sleutels> {
  let inhoud: string;
  try {
    inhoud = await readFile(bestand(map), 'utf8');
  } catch (fout) {
    throw new GegevensmapFout(
      `In de map ${map} staan geen sleutels. Start Zorglogistiek eerst met npm start, of wijs met ZL_DATA_DIR de goede map aan.`,
      { cause: fout },
    );
  }
  try {
    return sleutelsSchema.parse(JSON.parse(inhoud));
  } catch (fout) {
    throw new GegevensmapFout(`Het bestand ${bestand(map)} is niet te lezen.`, { cause: fout });
  }
}

/** The keys in a data folder, made the first time, and those that it lacks added; readable for the owner alone. */
export async function maakSleutels(map: string): Promise<Sleutels> {
  const nieuw: Sleutels = {
    jwt: randomBytes(32).toString('base64url'),
    bsn: randomBytes(32).toString('base64'),
    link: randomBytes(32).toString('base64'),
    postgres: randomBytes(18).toString('base64url'),
  };
  await writeFile(bestand(map), `${JSON.stringify(nieuw, null, 2)}\n`, { mode: 0o600, flag: 'wx' }).catch(
    (fout: NodeJS.ErrnoException) => {
      if (fout.code !== 'EEXIST') throw fout;
    },
  );
  await vulSleutelsAan(map, nieuw);
  return leesSleutels(map);
}

/** A folder of an older version lacks the keys that came later; what it has stays. A file that cannot be read is left alone. */
async function vulSleutelsAan(map: string, nieuw: Sleutels): Promise<void> {
  const gelezen = sleutelsSchema.partial().safeParse(await leesJson(bestand(map)));
  const isVolledig = Object.keys(nieuw).every((naam) => gelezen.data?.[naam as keyof Sleutels]);
  if (!gelezen.success || isVolledig) return;
  const ernaast = `${bestand(map)}.nieuw`;
  await writeFile(ernaast, `${JSON.stringify({ ...nieuw, ...gelezen.data }, null, 2)}\n`, { mode: 0o600 });
  await rename(ernaast, bestand(map));
}

async function leesJson(pad: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(pad, 'utf8'));
  } catch {
    return undefined;
  }
}

const adressenSchema = z.object({ api: z.string(), temporalUi: z.string(), mail: z.string() });

/** Where the last `npm start` on this folder serves its pages; without trailing slashes. */
export type Adressen = z.infer<typeof adressenSchema>;

const adresbestand = (map: string) => join(map, 'adressen.json');

/** Notes where this run serves, so that other commands on the same folder find it without its settings. */
export async function bewaarAdressen(map: string, adressen: Adressen): Promise<void> {
  await writeFile(adresbestand(map), `${JSON.stringify(adressen, null, 2)}\n`, { mode: 0o600 });
}

/** What `bewaarAdressen` noted last. @throws GegevensmapFout when there is nothing of the kind. */
export async function leesAdressen(map: string): Promise<Adressen> {
  try {
    return adressenSchema.parse(JSON.parse(await readFile(adresbestand(map), 'utf8')));
  } catch (fout) {
    throw new GegevensmapFout(
      `In de map ${map} staat niet waar Zorglogistiek draait. Start het eerst in een ander venster met npm start, of wijs met ZL_DATA_DIR de goede map aan.`,
      { cause: fout },
    );
  }
}
