import { periodeVan } from '../../domain/rapport/rapportperiode.ts';
import {
  doorbraakPagina,
  onderzoekPagina,
  rapportVerwijzing,
  tafelPagina,
  trajectPagina,
  uitvraagPagina,
} from '../../web/paginas/verwijzing.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { stuurPagina } from '../pagina.ts';
import { nietGevonden } from '../problemen.ts';
import { rapportParams } from '../rapportSchemas.ts';
import { doorbraakParams, kenmerkParams, onderzoekParams, tafelParams } from '../routeSchema.ts';
import { uitvraagParams } from '../uitvraagSchemas.ts';

/** The pages behind the links in e-mails. They read nothing from the database. */
export function openbarePaginas(app: Api, { instellingen }: Omgeving): void {
  const { ZL_TEAM_EMAIL: email } = instellingen;
  app.get('/trajecten/:kenmerk', { schema: { hide: true, params: kenmerkParams } }, ({ params }, reply) =>
    stuurPagina(reply, trajectPagina(params.kenmerk, email)),
  );
  app.get('/onderzoeken/:id', { schema: { hide: true, params: onderzoekParams } }, ({ params }, reply) =>
    stuurPagina(reply, onderzoekPagina(params.id, email)),
  );
  app.get('/doorbraken/:periode', { schema: { hide: true, params: doorbraakParams } }, ({ params }, reply) =>
    stuurPagina(reply, doorbraakPagina(params.periode, email)),
  );
  app.get('/tafels/:datum', { schema: { hide: true, params: tafelParams } }, ({ params }, reply) =>
    stuurPagina(reply, tafelPagina(params.datum, email)),
  );
  app.get(
    '/rapportages/:soort/:periode',
    { schema: { hide: true, params: rapportParams } },
    ({ params }, reply) => {
      const { soort } = params;
      const periode = periodeVan(soort, params.periode);
      if (!periode) throw nietGevonden();
      return stuurPagina(reply, rapportVerwijzing(soort, periode.code, email));
    },
  );
  app.get('/uitvragen/:code', { schema: { hide: true, params: uitvraagParams } }, ({ params }, reply) =>
    stuurPagina(reply, uitvraagPagina(params.code, email)),
  );
}
