/**
 * The pages behind the links in e-mails: they say what the kenmerk is for and how to act, and nothing about the traject.
 * Anybody may open them, so they look the same whether the kenmerk exists or not.
 */
import { Fragment, createElement as h, type ReactNode } from 'react';
import { periodeInWoorden } from '../../domain/doorbraakCodes.ts';
import { rapportTitel } from '../../domain/rapport/publicatie.ts';
import type { Rapportsoort } from '../../domain/rapport/rapport.ts';
import { uitvraagSamenvatting } from '../../domain/uitvraagbeeld.ts';
import { uitvraagId } from '../../domain/uitvraagCodes.ts';
import { leesbareDatum } from '../../domain/werkdagen.ts';
import { alinea, lijst, link } from '../onderdelen/tekst.ts';
import { pagina } from '../schil.ts';

function verwijzing(titel: string, hoort: ReactNode, acties: readonly ReactNode[], email: string): string {
  return pagina({
    titel,
    inhoud: h(
      Fragment,
      null,
      alinea(hoort),
      lijst(acties),
      alinea('Op ', link('/docs', 'de pagina over de API'), ' staat hoe dat werkt.'),
      alinea(
        'Komt u er niet uit? Mail het team op ',
        link(`mailto:${email}`, email),
        ' of bel uw contactpersoon bij Zorglogistiek. Noem het nummer hierboven en stuur geen namen of andere gegevens van de jeugdige mee.',
      ),
    ),
  });
}

const actie = (wat: string, verzoek: string) => h(Fragment, null, `${wat}: `, h('code', null, verzoek));

/** The page of a traject; `kenmerk` has the form of one, and need not exist. */
export function trajectPagina(kenmerk: string, email: string): string {
  return verwijzing(
    `Traject ${kenmerk}`,
    h(
      Fragment,
      null,
      'Deze pagina hoort bij traject ',
      h('strong', null, kenmerk),
      ' van Zorglogistiek Haaglanden. Hier staan geen gegevens over het traject, want iedereen kan deze pagina openen. Met uw token ziet u via de API waar het traject staat en wat u kunt doen:',
    ),
    [
      actie('waar het traject staat', `GET /v1/trajecten/${kenmerk}`),
      actie('wat er gebeurde', `GET /v1/trajecten/${kenmerk}/gebeurtenissen`),
      actie('een besluit, bijvoorbeeld de triage', `POST /v1/trajecten/${kenmerk}/triage`),
    ],
    email,
  );
}

/** The page of the table of a day (yyyy-mm-dd), which need not exist. */
export function tafelPagina(datum: string, email: string): string {
  const dag = leesbareDatum(datum);
  return verwijzing(
    `Tafel van ${dag}`,
    h(
      Fragment,
      null,
      'Deze pagina hoort bij ',
      h('strong', null, `tafel-${datum}`),
      `, de tafelbespreking van Zorglogistiek Haaglanden op ${dag}. Hier staat niet wie er wordt besproken, want iedereen kan deze pagina openen. Met uw token ziet u via de API meer:`,
    ),
    [
      actie('de data van de tafel', 'GET /v1/tafels'),
      actie('als coördinator of manager, de agenda en wie zijn uitgenodigd', `GET /v1/tafels/${datum}`),
    ],
    email,
  );
}

/** The page of the doorbraak of a period, which need not exist. */
export function doorbraakPagina(periode: string, email: string): string {
  const welke = periodeInWoorden(periode);
  return verwijzing(
    `Doorbraak van ${welke}`,
    h(
      Fragment,
      null,
      'Deze pagina hoort bij ',
      h('strong', null, `doorbraak-${periode}`),
      `, de doorbraak van ${welke}: Zorglogistiek Haaglanden bespreekt met de gecertificeerde instellingen wie drie maanden of langer wachten. Hier staat niet wie dat zijn, want iedereen kan deze pagina openen. Met uw token ziet u via de API meer:`,
    ),
    [
      actie('als coördinator of manager, de agenda per groep', `GET /v1/doorbraken/${periode}`),
      actie('als coördinator, de doorbraak sluiten', `POST /v1/doorbraken/${periode}/sluiting`),
    ],
    email,
  );
}

/** The page of a report over the period with this code, which need not exist. */
export function rapportVerwijzing(soort: Rapportsoort, periode: string, email: string): string {
  return verwijzing(
    `${rapportTitel(soort)} van ${periodeInWoorden(periode)}`,
    'Deze pagina hoort bij een rapport van Zorglogistiek Haaglanden. Hier staan geen cijfers, want iedereen kan deze pagina openen. Met uw token leest u via de API meer:',
    [
      actie('als coördinator of manager, de cijfers', `GET /v1/rapportages/${soort}/${periode}`),
      actie('dezelfde cijfers als pagina met figuren', `GET /v1/rapportages/${soort}/${periode}.html`),
    ],
    email,
  );
}

/** The page of an uitvraag; `code` has the form of one, and need not exist. */
export function uitvraagPagina(code: string, email: string): string {
  return verwijzing(
    uitvraagSamenvatting(code),
    h(
      Fragment,
      null,
      'Deze pagina hoort bij ',
      h('strong', null, uitvraagId(code)),
      ' van Zorglogistiek Haaglanden. Hier staan geen cijfers, want iedereen kan deze pagina openen. Met uw token ziet u via de API meer:',
    ),
    [
      actie('wie heeft geantwoord', `GET /v1/uitvragen/${code}`),
      actie('de cijfers', `GET /v1/uitvragen/${code}/cijfers`),
      actie('opnieuw openen voor één aanbieder', `POST /v1/uitvragen/${code}/heropening`),
    ],
    email,
  );
}

/** The page of an onderzoek; `id` has the form of one, and need not exist. */
export function onderzoekPagina(id: string, email: string): string {
  return verwijzing(
    'Uw onderzoek voor Zorglogistiek',
    h(
      Fragment,
      null,
      'Deze pagina hoort bij het onderzoek ',
      h('strong', null, id),
      '. Hier staan geen gegevens over het onderzoek, want iedereen kan deze pagina openen. Met uw token leest u via de API de vraag en geeft u antwoord:',
    ),
    [
      actie('de vraag lezen', `GET /v1/onderzoeken/${id}`),
      actie('bevestigen dat u aan de slag bent', `POST /v1/onderzoeken/${id}/bevestiging`),
      actie('laten weten hoe het loopt', `POST /v1/onderzoeken/${id}/nieuws`),
      actie('antwoord geven', `POST /v1/onderzoeken/${id}/antwoord`),
    ],
    email,
  );
}
