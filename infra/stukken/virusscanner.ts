/**
 * ClamAV over its socket. A client of our own, since it is one command of the protocol (clamd(8), INSTREAM): the package
 * `clamscan` holds a whole file in memory, waits for ever on a scanner that says nothing, and writes to the console.
 */
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';

/** How long the scanner may say nothing, in ms: a file of the largest size takes it some seconds. */
const geduldMs = 60_000;

/** What is said wherever stukken are taken in while there is no scanner (setting ZL_CLAMAV): only with `npm start`. */
export const geenVirusscanner =
  'Er is geen virusscanner ingesteld: stukken worden niet op virussen gecontroleerd.';

/** No verdict: the scanner is away, is too slow, or did not look at the whole file. Then nothing may be stored. */
export class ScannerZwijgt extends Error {
  override name = 'ScannerZwijgt';
}

/** What the scanner says of a file; of an infected one the name that the scanner has for it. */
type Oordeel = { isSchoon: true } | { isSchoon: false; vondst: string };

/** Scans the file at a path. @throws ScannerZwijgt when there is no verdict. */
export type Virusscanner = (pad: string) => Promise<Oordeel>;

/**
 * The scanner at an address.
 * @param adres `tcp://host:port` or `unix:/path`, as setting ZL_CLAMAV has it.
 */
export function maakVirusscanner(adres: string): Virusscanner {
  return async (pad) => {
    let antwoord: string;
    try {
      antwoord = await vraag(verbind(adres), pad);
    } catch (fout) {
      throw new ScannerZwijgt('De virusscanner geeft geen antwoord.', { cause: fout });
    }
    const [, vondst] = /^stream: (.+) FOUND$/.exec(antwoord) ?? [];
    // With AlertExceedsMax the scanner says so of what it did not look at as a whole.
    if (vondst && !vondst.startsWith('Heuristics.Limits.Exceeded')) return { isSchoon: false, vondst };
    if (antwoord === 'stream: OK') return { isSchoon: true };
    throw new ScannerZwijgt(`De virusscanner geeft geen oordeel: ${antwoord.slice(0, 200)}`);
  };
}

function verbind(adres: string): Socket {
  const { protocol, hostname, port, pathname } = new URL(adres);
  return protocol === 'unix:'
    ? connect({ path: decodeURIComponent(pathname) })
    : connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) });
}

/** Sends a file as INSTREAM, each part behind its length (four bytes, big-endian), and gives the one line that comes back. */
async function vraag(socket: Socket, pad: string): Promise<string> {
  socket.setTimeout(geduldMs, () => socket.destroy(new Error('the scanner said nothing')));
  const antwoord = text(socket);
  // Whatever goes wrong is told here; sending has nothing to add to it.
  const gestuurd = stuur(socket, pad).catch((fout: Error) => void socket.destroy(fout));
  try {
    return (await antwoord).replace(/\0$/, '').trim();
  } finally {
    socket.destroy();
    await gestuurd;
  }
}

async function stuur(socket: Socket, pad: string): Promise<void> {
  socket.write('zINSTREAM\0');
  for await (const deel of createReadStream(pad) as AsyncIterable<Buffer>) {
    const lengte = Buffer.alloc(4);
    lengte.writeUInt32BE(deel.length);
    socket.write(lengte);
    // Who says enough before the end (a limit, a virus) closes: then there is nobody to wait for.
    if (socket.destroyed) return;
    if (!socket.write(deel)) await Promise.race([once(socket, 'drain'), once(socket, 'close')]);
  }
  socket.write(Buffer.alloc(4));
}
