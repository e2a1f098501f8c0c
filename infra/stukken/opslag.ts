/**
 * Where the content of stukken is kept: a port with one storage, a folder on disk (ontwerp, "Data"). Names are random ids,
 * so nothing of a jeugdige stands in a path.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { validate } from 'uuid';

/** A file that has come in and is not kept yet. */
export interface OntvangenBestand {
  /** Where it can be read while it is being checked. */
  pad: string;
  /** In bytes. */
  grootte: number;
  /** SHA-256 of the content, in hex. */
  sha256: string;
}

/** The storage port. Whoever receives a file keeps it, or throws it away. */
export interface StukOpslag {
  /** Takes a stream in, never whole in memory; what was written goes when the stream breaks off. */
  ontvang(bron: Readable): Promise<OntvangenBestand>;
  /** Keeps a received file under an id, durably: after this it survives a power cut. */
  bewaar(bestand: OntvangenBestand, id: string): Promise<void>;
  /** Removes a received file; one that is kept by now stays. */
  gooiWeg(bestand: OntvangenBestand): Promise<void>;
  /** The content under an id. @throws when it is not there. */
  lees(id: string): Promise<Readable>;
  /** Removes the content under an id; nothing happens when it is not there. */
  verwijder(id: string): Promise<void>;
  /** The ids under which there is content. */
  ids(): Promise<string[]>;
  /** When the content under an id was received, in ms since the epoch; null when it is not there. */
  geschrevenOp(id: string): Promise<number | null>;
  /** Removes received files to which nothing was written since `voor` (ms since the epoch), so many at most; gives how many went. */
  gooiOudeWeg(voor: number, hoogstens: number): Promise<number>;
}

/** The storage in a folder, made when it is first needed; only the user of this program can read it. */
export function maakMapOpslag(map: string): StukOpslag {
  const tijdelijk = join(map, 'tijdelijk');
  const plaats = (id: string) => join(map, id);
  return {
    async ontvang(bron) {
      await mkdir(tijdelijk, { recursive: true, mode: 0o700 });
      const pad = join(tijdelijk, randomUUID());
      const hash = createHash('sha256');
      let grootte = 0;
      const meter = new Transform({
        transform(deel: Buffer, _codering, klaar) {
          hash.update(deel);
          grootte += deel.length;
          klaar(null, deel);
        },
      });
      try {
        await pipeline(bron, meter, createWriteStream(pad, { flags: 'wx', mode: 0o600, flush: true }));
      } catch (fout) {
        await rm(pad, { force: true });
        throw fout;
      }
      return { pad, grootte, sha256: hash.digest('hex') };
    },
    async bewaar({ pad }, id) {
      await rename(pad, plaats(id));
      // A rename is durable once the folder itself is.
      const folder = await open(map);
      try {
        await folder.sync();
      } finally {
        await folder.close();
      }
    },
    gooiWeg: ({ pad }) => rm(pad, { force: true }),
    async lees(id) {
      const bestand = await open(plaats(id));
      return createReadStream('', { fd: bestand });
    },
    verwijder: (id) => rm(plaats(id), { force: true }),
    ids: () => uuidsIn(map),
    geschrevenOp: (id) => geschrevenOp(plaats(id)),
    async gooiOudeWeg(voor, hoogstens) {
      let weg = 0;
      for (const naam of await uuidsIn(tijdelijk)) {
        if (weg === hoogstens) break;
        const pad = join(tijdelijk, naam);
        const geschreven = await geschrevenOp(pad);
        if (geschreven === null || geschreven >= voor) continue;
        await rm(pad, { force: true });
        weg += 1;
      }
      return weg;
    },
  };
}

/** The files in a folder that this storage named, none when there is no such folder; whatever else stands there is not ours. */
async function uuidsIn(map: string): Promise<string[]> {
  try {
    const inhoud = await readdir(map, { withFileTypes: true });
    return inhoud.filter((een) => een.isFile() && validate(een.name)).map(({ name }) => name);
  } catch (fout) {
    if (isWeg(fout)) return [];
    throw fout;
  }
}

/** A rename keeps the moment, so content has that of its upload. */
async function geschrevenOp(pad: string): Promise<number | null> {
  try {
    return (await stat(pad)).mtimeMs;
  } catch (fout) {
    if (isWeg(fout)) return null;
    throw fout;
  }
}

const isWeg = (fout: unknown) => (fout as NodeJS.ErrnoException).code === 'ENOENT';
