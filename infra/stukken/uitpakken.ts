/** Whether an archive (a docx or odt is one) can be unpacked without filling a disk. */
import type { Readable } from 'node:stream';
import { openPromise } from 'yauzl';

/** What the parts of an archive may come to, sizes in bytes. */
interface Grenzen {
  hoogstensUitgepakt: number;
  hoogstensOnderdelen: number;
}

/**
 * Lists the archive at a path. Only when the sizes that it declares together stay under the limit is each part unpacked,
 * kept nowhere, to see that it is no larger than it says.
 */
export async function magUitgepakt(
  pad: string,
  { hoogstensUitgepakt, hoogstensOnderdelen }: Grenzen,
): Promise<'goed' | 'te-groot' | 'beschadigd'> {
  try {
    const archief = await openPromise(pad, { autoClose: false, lazyEntries: true, validateEntrySizes: true });
    try {
      if (archief.entryCount > hoogstensOnderdelen) return 'te-groot';
      const onderdelen = [];
      let totaal = 0;
      for await (const onderdeel of archief.eachEntry()) {
        totaal += onderdeel.uncompressedSize;
        if (totaal > hoogstensUitgepakt) return 'te-groot';
        onderdelen.push(onderdeel);
      }
      for (const onderdeel of onderdelen) await lees(await archief.openReadStreamPromise(onderdeel));
      return 'goed';
    } finally {
      archief.close();
    }
  } catch (fout) {
    // The words of yauzl for a part that holds more than it declared.
    return /^too many bytes in the stream/.test((fout as Error).message) ? 'te-groot' : 'beschadigd';
  }
}

async function lees(stroom: Readable): Promise<void> {
  for await (const _deel of stroom);
}
