/**
 * What does not reach a route because it is no request that HTTP knows: answered like everything else, in Dutch and as
 * `application/problem+json`, on the bare connection.
 */
import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { probleemType, vasteHeaders } from './headers.ts';
import type { Api } from './omgeving.ts';
import { ProbleemFout, probleemInhoud } from './problemen.ts';

/** What is to be read on a connection, and whether an answer is already on its way there. */
type Verbinding = Pick<Socket, 'destroyed' | 'writable' | 'write' | 'destroy'> & {
  _httpMessage?: { headersSent: boolean } | null;
};

/** What a fault of Node's HTTP parser means for the caller, from its code. */
export function onleesbaarProbleem(code: string | undefined): ProbleemFout {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new ProbleemFout(
        'te-langzaam',
        'Het hele verzoek moet binnen twee minuten binnen zijn. Kijk uw verbinding na en stuur het verzoek opnieuw.',
      );
    case 'HPE_HEADER_OVERFLOW':
      return new ProbleemFout(
        'te-grote-headers',
        'Het adres en de headers zijn samen te lang: hoogstens 16 kB. Stuur wat lang is mee als inhoud.',
      );
    default:
      return new ProbleemFout(
        'ongeldig-verzoek',
        'Dit is geen HTTP-verzoek dat wij kunnen lezen. Kijk na of de methode, het adres en de headers kloppen en stuur het verzoek opnieuw.',
      );
  }
}

/** Answers what could not be read and ends the connection. Only the code is logged: the rest is what somebody sent. */
export function beantwoordOnleesbaar(
  logboek: Logger,
  { code }: { code?: string },
  verbinding: Verbinding,
): void {
  // An answer that has begun cannot be taken back; another one in the middle of it would be read as part of it.
  const kan = code !== 'ECONNRESET' && verbinding.writable && !verbinding._httpMessage?.headersSent;
  if (kan && !verbinding.destroyed) {
    logboek.info({ code }, 'onleesbaar verzoek');
    verbinding.write(antwoordTekst(onleesbaarProbleem(code)));
  }
  verbinding.destroy();
}

/** A whole answer as it goes over the connection. */
function antwoordTekst(probleem: ProbleemFout): string {
  const { status, tekst } = probleemInhoud(probleem, randomUUID());
  const headers = Object.entries({
    ...vasteHeaders,
    'content-type': probleemType,
    'content-length': Buffer.byteLength(tekst),
    connection: 'close',
  }).map(([naam, waarde]) => `${naam}: ${waarde}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...headers, '', tekst].join('\r\n');
}

/** Takes over the answers that Node gives by itself, without a word: to an unknown expectation, and to CONNECT. */
export function vangOp(app: Api, logboek: Logger): void {
  // RFC 9110, 10.1.1: an expectation that is not known may be ignored.
  app.server.on('checkExpectation', (verzoek, antwoord) => app.server.emit('request', verzoek, antwoord));
  app.server.on('connect', (_verzoek, verbinding: Verbinding) =>
    beantwoordOnleesbaar(logboek, {}, verbinding),
  );
  app.addHook('onRequest', eisHost);
}

/** RFC 9112, 3.2: HTTP/1.1 names its host. Node refuses it too, but without a word. */
async function eisHost({ raw }: FastifyRequest): Promise<void> {
  if (raw.httpVersion === '1.1' && raw.headers.host === undefined)
    throw new ProbleemFout('ongeldig-verzoek', 'De header Host ontbreekt. Stuur die mee.');
}
