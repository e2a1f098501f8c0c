/**
 * Encryption of the BSN, and the keyed hashes that come with it. One key of 32 bytes (setting ZL_BSN_SLEUTEL); a key of
 * its own for each use is derived from it (HKDF, RFC 5869).
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const vorm = /^v1\.(?<sleutel>[0-9a-f]{8})\.(?<iv>[\w-]{16})\.(?<tag>[\w-]{22})\.(?<inhoud>[\w-]+)$/;

/** What the API needs of the key, without the key itself. */
export interface Kluis {
  /** Encrypts a BSN (AES-256-GCM): version, id of the key, iv, tag and ciphertext. Twice the same BSN gives two texts. */
  versleutel(bsn: string): string;
  /** The BSN in a text made by `versleutel`. Throws when it was changed or made with another key. */
  ontsleutel(tekst: string): string;
  /** The blind index: the same BSN always gives the same text, from which the BSN cannot be computed without the key. */
  index(bsn: string): string;
  /** A keyed hash of what somebody sent: nobody with the rows alone can guess its contents by trying. */
  afdruk(tekst: string): string;
}

/** Makes the operations on one key of 32 bytes. */
export function maakKluis(sleutel: Uint8Array): Kluis {
  const afgeleid = (doel: string, bytes: number) =>
    Buffer.from(hkdfSync('sha256', sleutel, 'zorglogistiek', doel, bytes));
  const versleuteling = afgeleid('bsn-versleuteling', 32);
  const blindeIndex = afgeleid('bsn-index', 32);
  const afdruk = afgeleid('invoer-afdruk', 32);
  const sleutelId = afgeleid('sleutel-id', 4).toString('hex');
  const hash = (met: Buffer, tekst: string) => createHmac('sha256', met).update(tekst).digest('base64url');

  return {
    versleutel(bsn) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', versleuteling, iv).setAAD(Buffer.from(sleutelId));
      const inhoud = Buffer.concat([cipher.update(bsn, 'utf8'), cipher.final()]);
      const delen = [iv, cipher.getAuthTag(), inhoud].map((deel) => deel.toString('base64url'));
      return ['v1', sleutelId, ...delen].join('.');
    },
    ontsleutel(tekst) {
      const delen = vorm.exec(tekst)?.groups;
      if (!delen?.iv || !delen.tag || !delen.inhoud) throw new Error('Dit is geen versleuteld BSN.');
      if (delen.sleutel !== sleutelId) throw new Error('Dit BSN is versleuteld met een andere sleutel.');
      const decipher = createDecipheriv('aes-256-gcm', versleuteling, Buffer.from(delen.iv, 'base64url'))
        .setAAD(Buffer.from(sleutelId))
        .setAuthTag(Buffer.from(delen.tag, 'base64url'));
      return (
        decipher.update(Buffer.from(delen.inhoud, 'base64url'), undefined, 'utf8') + decipher.final('utf8')
      );
    },
    index: (bsn) => hash(blindeIndex, bsn),
    afdruk: (tekst) => hash(afdruk, tekst),
  };
}
