/** Archives for the tests of stukken: real documents, and bombs that no program would make. */
import { crc32, deflateRawSync } from 'node:zlib';

/** One part of an archive; `gezegd` is the size that it declares, when that is not its own. */
export interface Onderdeel {
  naam: string;
  inhoud: Buffer | string;
  gezegd?: number;
  /** Stored as it is, not packed. */
  isOpgeslagen?: boolean;
}

/** An archive with these parts, packed, in this order (PKWARE APPNOTE, 4.3). */
export function zip(onderdelen: readonly Onderdeel[]): Buffer {
  const lichaam: Buffer[] = [];
  const inhoudsopgave: Buffer[] = [];
  let plaats = 0;
  for (const { naam, inhoud, gezegd, isOpgeslagen = false } of onderdelen) {
    const bytes = Buffer.from(inhoud);
    const ingepakt = isOpgeslagen ? bytes : deflateRawSync(bytes);
    const velden = Buffer.alloc(26);
    velden.writeUInt16LE(20, 0);
    velden.writeUInt16LE(isOpgeslagen ? 0 : 8, 4);
    velden.writeUInt32LE(crc32(bytes), 10);
    velden.writeUInt32LE(ingepakt.length, 14);
    velden.writeUInt32LE(gezegd ?? bytes.length, 18);
    velden.writeUInt16LE(Buffer.byteLength(naam), 22);
    const kop = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), velden, Buffer.from(naam)]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(plaats, 10);
    inhoudsopgave.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), velden, rest, Buffer.from(naam)]),
    );
    lichaam.push(kop, ingepakt);
    plaats += kop.length + ingepakt.length;
  }
  const opgave = Buffer.concat(inhoudsopgave);
  const einde = Buffer.alloc(22);
  einde.write('PK\x05\x06', 'latin1');
  einde.writeUInt16LE(onderdelen.length, 8);
  einde.writeUInt16LE(onderdelen.length, 10);
  einde.writeUInt32LE(opgave.length, 12);
  einde.writeUInt32LE(plaats, 16);
  return Buffer.concat([...lichaam, opgave, einde]);
}

const woord = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A Word document, with these parts beside its own. */
export function docx(extra: readonly Onderdeel[] = []): Buffer {
  return zip([
    {
      naam: '[Content_Types].xml',
      inhoud: `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${woord}.main+xml"/></Types>`,
    },
    { naam: '_rels/.rels', inhoud: '<Relationships/>' },
    { naam: 'word/document.xml', inhoud: '<w:document><w:body/></w:document>' },
    ...extra,
  ]);
}

/** An OpenDocument text; its first part is stored as it is, since that is how the kind is recognised. */
export function odt(): Buffer {
  return zip([
    { naam: 'mimetype', inhoud: 'application/vnd.oasis.opendocument.text', isOpgeslagen: true },
    { naam: 'content.xml', inhoud: '<office:document-content/>' },
  ]);
}
