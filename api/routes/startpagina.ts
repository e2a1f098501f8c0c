import { citUit } from '../../infra/instellingen.ts';
import { startPagina } from '../../web/paginas/start.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { stuurPagina } from '../pagina.ts';

/** The first page. It reads nothing from the database. */
export function startpagina(app: Api, { instellingen }: Omgeving): void {
  const html = startPagina(citUit(instellingen));
  app.get('/', { schema: { hide: true } }, (_request, reply) => stuurPagina(reply, html));
}
