import { stijl } from '../../web/stijl.ts';
import type { Api } from '../omgeving.ts';

/** The style sheet of the pages; its path changes with its text, so a browser may keep it for a year. */
export function stijlblad(app: Api): void {
  app.get(stijl.pad, { schema: { hide: true } }, (_request, reply) =>
    reply
      .type('text/css; charset=utf-8')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(stijl.tekst),
  );
}
