/** How the content of a stuk leaves the API, for who has a token and for who came by a link. */
import contentDisposition from 'content-disposition';
import type { FastifyReply } from 'fastify';
import type { GeopendStuk } from '../infra/stukken/lezen.ts';

/** Sends a stuk as a file to keep: a browser shows nothing of it and runs nothing in it. */
export function stuurStukInhoud(reply: FastifyReply, { stuk, inhoud }: GeopendStuk): FastifyReply {
  return reply
    .type(stuk.mediatype)
    .headers({
      'content-length': stuk.grootte,
      'content-disposition': contentDisposition(stuk.naam),
      'content-security-policy': "default-src 'none'; sandbox",
    })
    .send(inhoud);
}
