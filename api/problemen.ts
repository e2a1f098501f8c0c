/**
 * Everything that can go wrong for a caller: a closed set of problems, each with one status, a stable `type` and a
 * Dutch title (RFC 9457). No other error ever leaves the API.
 */
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Weigering } from '../domain/besluiten.ts';
import type { Veldfout } from '../domain/fouten.ts';
import { RapportGeschonden } from '../infra/rapportage.ts';
import { bijCrisisSchema } from './crisis.ts';

const soorten = {
  'ongeldige-json': [400, 'De tekst is geen geldige JSON'],
  'ongeldige-invoer': [400, 'Niet alle velden zijn goed ingevuld'],
  'ongeldig-verzoek': [400, 'Het verzoek klopt niet'],
  'niet-ingelogd': [401, 'U bent niet ingelogd'],
  'geen-toegang': [403, 'Dit hoort niet bij uw rol'],
  'niet-gevonden': [404, 'Niet gevonden'],
  'verkeerde-fase': [409, 'Dit kan nu niet'],
  afgesloten: [409, 'Dit is al afgesloten'],
  'wachtreden-ontbreekt': [409, 'De wachtreden ontbreekt'],
  'geen-aanbod': [409, 'Deze aanbieder heeft nog geen aanbod gedaan'],
  'al-beantwoord': [409, 'Dit onderzoek is al beantwoord'],
  opgeschort: [409, 'Dit traject is opgeschort'],
  'afwijking-zonder-reden': [409, 'De reden om af te wijken ontbreekt'],
  'niet-ingestemd': [409, 'Nog niet iedereen stemt in met het plan'],
  'niet-van-toepassing': [409, 'Dit is nu niet van toepassing'],
  'afspraak-ontbreekt': [409, 'Er is nog niet over ieder traject iets afgesproken'],
  'lacune-ontbreekt': [409, 'Er is nog niet bij ieder traject vastgelegd wat er ontbreekt'],
  'doorbraak-bestaat': [409, 'Deze doorbraak bestaat al'],
  'agenda-vol': [409, 'Deze agenda is vol'],
  'agenda-gesloten': [409, 'Deze agenda is gesloten'],
  'tafel-bestaat': [409, 'Deze tafel bestaat al'],
  'uitvraag-bestaat': [409, 'Deze uitvraag bestaat al'],
  'periode-niet-voorbij': [409, 'Deze periode is nog niet voorbij'],
  'al-gepubliceerd': [409, 'Dit rapport is al gepubliceerd'],
  'niet-gepubliceerd': [409, 'Dit rapport is nog niet gepubliceerd'],
  'geen-gegevens': [409, 'Over deze periode zijn er geen gegevens'],
  'alleen-intern': [403, 'Dit is alleen voor het team'],
  'sleutel-hergebruikt': [409, 'Deze sleutel is al gebruikt voor een ander verzoek'],
  'te-langzaam': [408, 'Het verzoek kwam te langzaam binnen'],
  'te-groot': [413, 'Het verzoek is te groot'],
  'verkeerd-mediatype': [415, 'Dit soort inhoud kennen wij niet'],
  'te-vaak': [429, 'Te veel verzoeken'],
  'te-grote-headers': [431, 'De headers zijn te groot'],
  'rapport-geschonden': [500, 'De cijfers van dit rapport zijn veranderd na de publicatie'],
  'interne-fout': [500, 'Er ging iets mis bij ons'],
  'niet-beschikbaar': [503, 'Even niet beschikbaar'],
} as const satisfies Record<string, readonly [number, string]> &
  Record<Weigering['code'], readonly [409, string]>;

export type ProbleemSoort = keyof typeof soorten;

/** The status of a problem, and its title for a person. */
export function statusEnTitel(soort: ProbleemSoort): readonly [status: number, titel: string] {
  return soorten[soort];
}

const typeVan = (soort: ProbleemSoort) => `tag:zorglogistiek.example,2026:${soort}`;

/** The form of every error answer, for the OpenAPI document. */
const probleemSchema = z
  .object({
    type: z.string().meta({
      description:
        'Vaste naam van het soort probleem. Deze naam verandert niet; de teksten kunnen veranderen.',
      examples: [typeVan('ongeldige-invoer')],
    }),
    title: z
      .string()
      .meta({ description: 'Wat er aan de hand is.', examples: [soorten['ongeldige-invoer'][1]] }),
    status: z.int().meta({ description: 'De HTTP-status.', examples: [400] }),
    detail: z.string().meta({
      description: 'Uitleg, en wat u kunt doen.',
      examples: ['Kijk de genoemde velden na en stuur het verzoek opnieuw.'],
    }),
    instance: z.string().meta({
      description: 'Nummer van dit verzoek. Noem het als u ons hierover belt.',
      examples: ['urn:uuid:0192f0c1-7d4e-7c3a-9a51-2f5d0c3b7e10'],
    }),
    velden: z
      .array(
        z.object({
          veld: z.string().meta({ description: 'Het pad van het veld.', examples: ['jeugdige.bsn'] }),
          label: z.string().meta({ description: 'De naam van het veld voor mensen.', examples: ['BSN'] }),
          melding: z.string().meta({
            description: 'Wat er niet klopt en wat u kunt doen.',
            examples: ['Dit is geen geldig BSN. Kijk het na op een tikfout.'],
          }),
        }),
      )
      .optional()
      .meta({ description: 'De velden die niet kloppen.' }),
    toegestaan: z
      .array(z.string())
      .optional()
      .meta({ description: 'De besluiten die nu wel kunnen.', examples: [['triage', 'intrekking']] }),
    crisis: bijCrisisSchema,
  })
  .meta({ id: 'Probleem', title: 'Probleem', description: 'Een fout volgens RFC 9457.' });

interface Extra {
  velden?: Veldfout[];
  toegestaan?: readonly string[];
}

/** A problem that ends a request; thrown anywhere, answered in one place. */
export class ProbleemFout extends Error {
  override name = 'ProbleemFout';
  readonly soort: ProbleemSoort;
  readonly extra: Extra;

  constructor(soort: ProbleemSoort, detail: string, extra: Extra = {}) {
    super(detail);
    this.soort = soort;
    this.extra = extra;
  }
}

/** The problem for fields that do not fit. */
export function ongeldigeInvoer(velden: Veldfout[]): ProbleemFout {
  return new ProbleemFout('ongeldige-invoer', 'Kijk de genoemde velden na en stuur het verzoek opnieuw.', {
    velden,
  });
}

/** The problem for what does not exist, or may not be known to this caller. */
export function nietGevonden(): ProbleemFout {
  return new ProbleemFout(
    'niet-gevonden',
    'Wij kunnen dit niet vinden. Kijk na of het adres en het kenmerk kloppen.',
  );
}

/** The problem for a body that is no JSON. */
export function ongeldigeJson(
  detail = 'Kijk na of alle haakjes, komma’s en aanhalingstekens kloppen en stuur het verzoek opnieuw.',
): ProbleemFout {
  return new ProbleemFout('ongeldige-json', detail);
}

/** The status of a problem and the text of its answer; `id` is the number of the request, a uuid. */
export function probleemInhoud(
  { soort, message, extra }: ProbleemFout,
  id: string,
): { status: number; tekst: string } {
  const [status, title] = soorten[soort];
  const inhoud = {
    type: typeVan(soort),
    title,
    status,
    detail: message,
    instance: `urn:uuid:${id}`,
    ...extra,
  } satisfies Omit<z.input<typeof probleemSchema>, 'toegestaan'>;
  return { status, tekst: JSON.stringify(inhoud) };
}

/** Answers with a problem as `application/problem+json`. */
export function stuurProbleem(reply: FastifyReply, probleem: ProbleemFout): FastifyReply {
  const { soort } = probleem;
  const { status, tekst } = probleemInhoud(probleem, reply.request.id);
  if (soort === 'niet-ingelogd') reply.header('www-authenticate', 'Bearer');
  if (soort === 'niet-beschikbaar') reply.header('retry-after', '30');
  return reply.code(status).type('application/problem+json').send(tekst);
}

/** The error answers of an operation for the OpenAPI document: one entry per status, its problems named. */
export function foutAntwoorden(...namen: readonly ProbleemSoort[]): object {
  const perStatus: Record<
    number,
    { description: string; content: Record<string, { schema: typeof probleemSchema }> }
  > = {};
  // Any request can be unreadable before it reaches its route.
  for (const soort of [...namen, 'ongeldig-verzoek' as const]) {
    const [status, titel] = soorten[soort];
    const eerder = perStatus[status]?.description;
    perStatus[status] = {
      description: eerder ? `${eerder}; \`${soort}\`: ${titel}` : `\`${soort}\`: ${titel}`,
      content: { 'application/problem+json': { schema: probleemSchema } },
    };
  }
  return perStatus;
}

/** The error answers of every operation that reads one thing. */
export const leesFouten = foutAntwoorden(
  'niet-ingelogd',
  'geen-toegang',
  'niet-gevonden',
  'interne-fout',
  'niet-beschikbaar',
);

/** The error answers of an operation that removes one thing and asks why. */
export const verwijderFouten = foutAntwoorden(
  'ongeldige-invoer',
  'niet-ingelogd',
  'geen-toegang',
  'niet-gevonden',
  'interne-fout',
  'niet-beschikbaar',
);

/** The error answers of every operation that replaces one thing. */
export const wijzigFouten = foutAntwoorden(
  'ongeldige-invoer',
  'ongeldige-json',
  'niet-ingelogd',
  'geen-toegang',
  'niet-gevonden',
  'te-groot',
  'verkeerd-mediatype',
  'interne-fout',
  'niet-beschikbaar',
);

/** What a fault of Fastify or of a part that we stand on means for the caller. */
export function probleemVan(fout: unknown): ProbleemFout {
  if (fout instanceof ProbleemFout) return fout;
  const { code, statusCode } = fout as { code?: unknown; statusCode?: unknown };
  switch (code) {
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return ongeldigeJson();
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new ProbleemFout(
        'te-groot',
        'Stuur hoogstens 1 MB. Maak de teksten korter en stuur het verzoek opnieuw.',
      );
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_ERR_CTP_EMPTY_TYPE':
      return new ProbleemFout(
        'verkeerd-mediatype',
        'Stuur JSON, met de header Content-Type: application/json.',
      );
    case 'FST_ERR_NOT_FOUND':
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return nietGevonden();
  }
  if (fout instanceof RapportGeschonden)
    return new ProbleemFout(
      'rapport-geschonden',
      'De cijfers van dit rapport zijn niet meer de cijfers die zijn gepubliceerd. Daarom laten wij ze niet zien. Geef dit door aan de beheerder en noem het nummer van dit verzoek.',
    );
  if (isDatabaseWeg(fout))
    return new ProbleemFout(
      'niet-beschikbaar',
      'Onze database is even niet bereikbaar. Probeer het over een halve minuut opnieuw, met dezelfde Idempotency-Key.',
    );
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500)
    return new ProbleemFout(
      'ongeldig-verzoek',
      'Wij kunnen dit verzoek niet lezen. Kijk na of het adres en de headers kloppen en stuur het verzoek opnieuw.',
    );
  return new ProbleemFout(
    'interne-fout',
    'Dit ligt aan ons. Probeer het later opnieuw. Blijft het misgaan? Bel ons dan en noem het nummer van dit verzoek.',
  );
}

/** Codes of Prisma for a database that cannot be reached or has no room for another connection or transaction. */
const databaseWeg: ReadonlySet<unknown> = new Set([
  'P1001',
  'P1002',
  'P1003',
  'P1008',
  'P1011',
  'P1017',
  'P2024',
  'P2028',
  'P2037',
]);

/** Kinds by which Prisma's adapter tells the same of a connection. */
const verbindingWeg: ReadonlySet<unknown> = new Set([
  'ConnectionClosed',
  'DatabaseNotReachable',
  'SocketTimeout',
  'TooManyConnections',
]);

/** What the driver says, without a code, of a connection that broke or never came. */
const verbroken =
  /^(?:Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

/** True when the database could not be reached, or the connection ended; a server that ends it calls that fatal. */
function isDatabaseWeg(fout: unknown): boolean {
  const { code, message, meta } = fout as {
    code?: unknown;
    message?: string;
    meta?: { driverAdapterError?: { cause?: { kind?: string; severity?: string } } };
  };
  const { kind, severity = '' } = meta?.driverAdapterError?.cause ?? {};
  return (
    databaseWeg.has(code) ||
    verbindingWeg.has(kind) ||
    ['FATAL', 'PANIC'].includes(severity) ||
    verbroken.test(message ?? '')
  );
}
