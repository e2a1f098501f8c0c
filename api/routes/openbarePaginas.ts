import { onderzoekPagina, tafelPagina, trajectPagina } from '../../web/paginas/verwijzing.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { stuurPagina } from '../pagina.ts';
import { kenmerkParams, onderzoekParams, tafelParams } from '../routeSchema.ts';

/** The pages behind the links in e-mails. They read nothing from the database. */
export function openbarePaginas(app: Api, { instellingen }: Omgeving): void {
  const { ZL_TEAM_EMAIL: email } = instellingen;
  app.get('/trajecten/:kenmerk', { schema: { hide: true, params: kenmerkParams } }, ({ params }, reply) =>
    stuurPagina(reply, trajectPagina(params.kenmerk, email)),
  );
  app.get('/onderzoeken/:id', { schema: { hide: true, params: onderzoekParams } }, ({ params }, reply) =>
    stuurPagina(reply, onderzoekPagina(params.id, email)),
  );
  app.get('/tafels/:datum', { schema: { hide: true, params: tafelParams } }, ({ params }, reply) =>
    stuurPagina(reply, tafelPagina(params.datum, email)),
  );
}
