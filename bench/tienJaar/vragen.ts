/** What is measured and explained: every list and every report as the API gives them, and what runs by itself or with each decision. */
import { pino } from 'pino';
import { periodeEerder, periodeOp } from '../../domain/periode.ts';
import { periodesoortVan } from '../../domain/rapport/publicatie.ts';
import { lacunesVan } from '../../infra/doorbraken.ts';
import { maakHerstel } from '../../infra/herstel.ts';
import { rapportSoorten } from '../../infra/rapportage.ts';
import { ruimStukkenOp } from '../../infra/stukken/opruimen.ts';
import type { StukOpslag } from '../../infra/stukken/opslag.ts';
import { onderwegNaar, tafelsNa } from '../../infra/tafels.ts';
import type { Meetopstelling, Vrager } from './api.ts';
import { nu } from './vullen.ts';

/** One question. */
export interface Vraag {
  /** What somebody wants to know, in English. */
  titel: string;
  soort: 'list' | 'report' | 'by itself';
  /** A path of the API, or what runs. */
  wat: string;
  stel(op: Meetopstelling): Promise<unknown>;
  /** The goal of ontwerp.md in ms, where it names one. */
  doel?: number;
}

const coordinator: Vrager = { rol: 'coordinator' };
const manager: Vrager = { rol: 'manager' };

const viaApi = (
  soort: 'list' | 'report',
  titel: string,
  pad: string,
  vrager: Vrager = coordinator,
  doel?: number,
): Vraag => ({
  titel,
  soort,
  wat: `GET ${pad}`,
  stel: (op) => op.vraag(pad, vrager),
  ...(doel === undefined ? {} : { doel }),
});

/** A cursor after a key (api/paginering.ts). */
const na = (sleutel: string) => Buffer.from(sleutel).toString('base64url');

/** A storage of stukken with nothing in it. */
const legeOpslag = {
  gooiOudeWeg: async () => 0,
  ids: async () => [],
} as unknown as StukOpslag;

/** The day of the next table after the generated years. */
const tafelDatum = '2026-01-08';

/** Every question; `kenmerk` is of a traject with a long story, `bericht` the id of a late e-mail. */
export function vragen({ kenmerk, bericht }: { kenmerk: string; bericht: string }): Vraag[] {
  return [
    viaApi('list', 'What is stuck', '/v1/trajecten?vastgelopen=true', manager, 100),
    viaApi('list', 'What is stuck for one reason', '/v1/trajecten?vastgelopenReden=antwoord', manager),
    viaApi('list', 'What is late', '/v1/trajecten?teLaat=true', manager),
    viaApi('list', 'What is with aanbieders', '/v1/trajecten?fase=onderzoek'),
    viaApi('list', 'What waits for the coördinator', '/v1/trajecten?wachtOp=coordinator'),
    viaApi(
      'list',
      'What one coördinator has, newest page',
      `/v1/trajecten?coordinator=coordinator-2&cursor=${na('ZL-2025-0060')}`,
    ),
    viaApi('list', 'One gemeente', '/v1/trajecten?gemeente=westland'),
    viaApi('list', 'A rare outcome', '/v1/trajecten?uitkomst=overgedragen'),
    viaApi('list', 'The trajecten of one aanbieder', '/v1/trajecten?aanbieder=aanbieder-03'),
    viaApi('list', 'What an aanmelder sent', '/v1/trajecten', { rol: 'aanmelder', wie: 'aanmelder-7' }),
    viaApi('list', 'All trajecten, the last page', `/v1/trajecten?limiet=100&cursor=${na('ZL-2025-0040')}`),
    viaApi('list', 'One traject', `/v1/trajecten/${kenmerk}`),
    viaApi('list', 'The story of a traject', `/v1/trajecten/${kenmerk}/gebeurtenissen`),
    viaApi('list', 'The onderzoeken of a traject', `/v1/trajecten/${kenmerk}/onderzoeken`),
    viaApi('list', 'The e-mails of a traject', `/v1/trajecten/${kenmerk}/berichten`),
    viaApi('list', 'The links of a traject', `/v1/trajecten/${kenmerk}/links`),
    viaApi('list', 'The stukken of a traject', `/v1/trajecten/${kenmerk}/stukken`),
    viaApi('list', 'Onderzoeken that nobody acknowledged', '/v1/onderzoeken?status=gevraagd'),
    viaApi('list', 'The open onderzoeken of an aanbieder', '/v1/onderzoeken?status=bevestigd', {
      rol: 'aanbieder',
      wie: 'aanbieder-03-contact-1',
      aanbieder: 'aanbieder-03',
    }),
    viaApi('list', 'E-mails that were refused', '/v1/berichten?status=mislukt'),
    viaApi('list', 'All e-mails, the last page', `/v1/berichten?limiet=100&cursor=${na(bericht)}`),
    viaApi('list', 'The coming tables', '/v1/tafels?vanafDatum=2026-01-05'),
    viaApi('list', 'The agenda of a table', `/v1/tafels/${tafelDatum}`),
    viaApi('list', 'The doorbraken', '/v1/doorbraken?limiet=100'),
    viaApi('list', 'The agendas of a doorbraak', '/v1/doorbraken/2025-K4'),
    viaApi('list', 'The uitvragen', '/v1/uitvragen?limiet=100'),
    viaApi('list', 'One uitvraag', '/v1/uitvragen/2025-K3'),
    viaApi('list', 'The aanbieders with their room', '/v1/aanbieders?limiet=100'),
    viaApi('list', 'The views of the manager', '/v1/views', manager),
    viaApi('list', 'The published reports', '/v1/rapportages', manager),
    viaApi('report', 'The figures of a closed uitvraag', '/v1/uitvragen/2025-K3/cijfers', manager),
    ...rapportSoorten.map((soort) => {
      const periode = periodeOp(periodesoortVan(soort), nu);
      // The weekly page is of this week; the others of the period that is over.
      const { code } = soort === 'week' ? periode : periodeEerder(periode);
      const pad = `/v1/rapportages/${soort}/${code}${soort === 'week' ? '' : '?versie=nu'}`;
      return viaApi(
        'report',
        `The report ${soort}, made anew`,
        pad,
        manager,
        soort === 'halfjaar' ? 100 : undefined,
      );
    }),
    viaApi('report', 'A published half-year report', '/v1/rapportages/halfjaar/2025-1?versie=1', manager),
    viaApi(
      'report',
      'The same, as it leaves the team',
      '/v1/rapportages/halfjaar/2025-1?versie=1&extern=true',
      manager,
    ),
    viaApi('list', 'The quarters of the open data', '/v1/open-data/wachttijden', manager),
    viaApi('report', 'The open data of a quarter', '/v1/open-data/wachttijden/2025-K3.csv', manager),
    {
      titel: 'The reconciler, when nothing is left behind',
      soort: 'by itself',
      wat: 'infra/herstel.ts',
      stel: ({ db }) =>
        maakHerstel({
          db,
          klok: { nu: () => nu },
          logboek: pino({ level: 'silent' }),
          taskQueue: 'zorglogistiek',
          // With nothing left behind there is nothing to send.
          temporal: undefined as never,
        })(),
    },
    {
      titel: 'The coming tables with room',
      soort: 'by itself',
      wat: 'tafelsNa, infra/tafels.ts',
      stel: ({ db }) => tafelsNa(db, '2026-01-05', nu),
    },
    {
      titel: 'Which trajecten are on their way to a table that closes',
      soort: 'by itself',
      wat: 'onderwegNaar, infra/tafels.ts',
      stel: ({ db }) => onderwegNaar(db, tafelDatum),
    },
    {
      titel: 'Stukken that were refused, for the hourly sweep',
      soort: 'by itself',
      wat: 'infra/stukken/opruimen.ts',
      stel: ({ db }) =>
        ruimStukkenOp({ db, opslag: legeOpslag, klok: { nu: () => nu }, logboek: pino({ level: 'silent' }) }),
    },
    {
      titel: 'The lacunes up to a doorbraak, for the BREN',
      soort: 'by itself',
      wat: 'lacunesVan, infra/doorbraken.ts',
      stel: ({ db }) => lacunesVan(db, '2025-K4'),
    },
  ];
}
