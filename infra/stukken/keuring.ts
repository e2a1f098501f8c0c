/** Whether a file is what it says it is, and safe to unpack: looked up in its content, never believed. */
import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { type Mediatype, stukBeleid, weigerBestandssoort } from '../../domain/stukken.ts';
import type { OntvangenBestand } from './opslag.ts';
import { magUitgepakt } from './uitpakken.ts';

/** The outcome: the media type of the content, or in Dutch why the file is not taken. */
export type Keuring = { mediatype: Mediatype } | { afgekeurd: string };

const teGroot = 'Dit bestand wordt veel te groot als het wordt uitgepakt. Sla het opnieuw op als PDF.';
const beschadigd =
  'Dit bestand is beschadigd en kan niet worden gelezen. Sla het opnieuw op en stuur het nog eens.';

/** Checks a received file against its name and the media type that came with it. */
export async function keur(
  { pad, grootte }: OntvangenBestand,
  opgegeven: { naam: string; mediatype: string },
): Promise<Keuring> {
  if (grootte === 0)
    return { afgekeurd: 'Dit bestand is leeg. Kijk na of u het goede bestand hebt gekozen.' };
  // Before anything else looks inside: to recognise a docx a part of it has to be unpacked.
  if (await isZip(pad)) {
    const oordeel = await magUitgepakt(pad, stukBeleid);
    if (oordeel !== 'goed') return { afgekeurd: oordeel === 'te-groot' ? teGroot : beschadigd };
  }
  const gevonden = (await fileTypeFromFile(pad))?.mime;
  const weigering = weigerBestandssoort({ naam: opgegeven.naam, opgegeven: opgegeven.mediatype, gevonden });
  return weigering === null ? { mediatype: gevonden as Mediatype } : { afgekeurd: weigering };
}

async function isZip(pad: string): Promise<boolean> {
  const bestand = await open(pad);
  try {
    const { buffer, bytesRead } = await bestand.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer.toString('latin1') === 'PK';
  } finally {
    await bestand.close();
  }
}
