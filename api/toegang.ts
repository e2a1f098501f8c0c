/** Who may do what: one table, checked for every protected route before anything else happens. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { codeSchema } from '../domain/codes.ts';
import type { Klok } from '../infra/klok.ts';
import { ProbleemFout } from './problemen.ts';

export const rollen = ['coordinator', 'aanbieder', 'aanmelder', 'manager'] as const;
export type Rol = (typeof rollen)[number];

/** Who sent a request: a pseudonym, a role, and for an aanbieder the code of its organisation. */
export type Beller =
  | { wie: string; rol: Exclude<Rol, 'aanbieder'> }
  | { wie: string; rol: 'aanbieder'; aanbieder: string };

const alleRollen = rollen;
const besluiten = ['coordinator'] as const;
const team = ['coordinator', 'manager'] as const;
const lezers = ['coordinator', 'manager', 'aanmelder'] as const;
const inOnderzoek = ['coordinator', 'aanbieder'] as const;
const metStukken = ['coordinator', 'aanmelder', 'aanbieder'] as const;

/**
 * Per protected route the roles that may use it. An aanmelder meets only what it sent itself and an aanbieder only its
 * own onderzoeken; what is not theirs is answered as if it does not exist. The pages under `/l/:token` do not stand here:
 * they are for people without a token, and are guarded by the link and its one-time code (api/ingang.ts).
 */
export const toegang: Readonly<Record<string, readonly Rol[]>> = {
  'POST /v1/aanmeldingen': ['aanmelder', 'coordinator'],
  'GET /v1/aanmeldingen/:kenmerk': ['coordinator', 'aanmelder'],
  'GET /v1/trajecten': lezers,
  'GET /v1/trajecten/:kenmerk': lezers,
  'GET /v1/trajecten/:kenmerk/gebeurtenissen': lezers,
  'GET /v1/trajecten/:kenmerk/onderzoeken': lezers,
  'GET /v1/trajecten/:kenmerk/berichten': team,
  'POST /v1/trajecten/:kenmerk/triage': besluiten,
  'POST /v1/trajecten/:kenmerk/tafeldatum': besluiten,
  'GET /v1/trajecten/:kenmerk/verslagsjabloon': ['coordinator'],
  'POST /v1/trajecten/:kenmerk/verslag': besluiten,
  'POST /v1/trajecten/:kenmerk/afspraak-gedaan': besluiten,
  'POST /v1/trajecten/:kenmerk/wachtreden': besluiten,
  'POST /v1/trajecten/:kenmerk/complexiteit': besluiten,
  'POST /v1/trajecten/:kenmerk/keuze': besluiten,
  'POST /v1/trajecten/:kenmerk/overbrugging': besluiten,
  'POST /v1/trajecten/:kenmerk/zorgstart': besluiten,
  'POST /v1/trajecten/:kenmerk/informatievraag': besluiten,
  'POST /v1/trajecten/:kenmerk/vraag-ingetrokken': besluiten,
  'POST /v1/trajecten/:kenmerk/weging': besluiten,
  'POST /v1/trajecten/:kenmerk/direct-voorleggen': besluiten,
  'POST /v1/trajecten/:kenmerk/situatie': besluiten,
  'POST /v1/trajecten/:kenmerk/opschorting': besluiten,
  'POST /v1/trajecten/:kenmerk/hervatting': besluiten,
  'POST /v1/trajecten/:kenmerk/wachtkeuze': besluiten,
  'POST /v1/trajecten/:kenmerk/wachtkeuze-einde': besluiten,
  'POST /v1/trajecten/:kenmerk/verhuizing': besluiten,
  'POST /v1/trajecten/:kenmerk/aanmelder': besluiten,
  'POST /v1/trajecten/:kenmerk/coordinator': besluiten,
  'POST /v1/trajecten/:kenmerk/spoor': besluiten,
  'POST /v1/trajecten/:kenmerk/stap': besluiten,
  'POST /v1/trajecten/:kenmerk/advies': besluiten,
  'POST /v1/trajecten/:kenmerk/advies-uitgevoerd': besluiten,
  'POST /v1/trajecten/:kenmerk/contact': besluiten,
  'POST /v1/trajecten/:kenmerk/overdracht': besluiten,
  'POST /v1/trajecten/:kenmerk/crisis': besluiten,
  'POST /v1/trajecten/:kenmerk/informatie': ['coordinator', 'aanmelder'],
  'POST /v1/trajecten/:kenmerk/intrekking': ['coordinator', 'aanmelder'],
  'GET /v1/trajecten/:kenmerk/stukken': metStukken,
  'POST /v1/trajecten/:kenmerk/stukken': ['coordinator', 'aanmelder'],
  'DELETE /v1/stukken/:id': ['coordinator'],
  'GET /v1/stukken/:id/inhoud': metStukken,
  'GET /v1/stukken/:id/inzage': ['coordinator'],
  'GET /v1/trajecten/:kenmerk/stuktoegangen': ['coordinator'],
  'DELETE /v1/stuktoegangen/:id': ['coordinator'],
  'DELETE /v1/stuktoegangen/:id/intrekking': ['coordinator'],
  'GET /v1/trajecten/:kenmerk/links': ['coordinator'],
  'DELETE /v1/links/:id': ['coordinator'],
  'DELETE /v1/links/:id/intrekking': ['coordinator'],
  'GET /v1/onderzoeken': ['coordinator', 'manager', 'aanbieder'],
  'GET /v1/onderzoeken/:id': ['coordinator', 'manager', 'aanbieder'],
  'POST /v1/onderzoeken/:id/bevestiging': inOnderzoek,
  'POST /v1/onderzoeken/:id/nieuws': inOnderzoek,
  'POST /v1/onderzoeken/:id/vraag': inOnderzoek,
  'POST /v1/onderzoeken/:id/antwoord': inOnderzoek,
  'GET /v1/tafels': ['coordinator', 'manager', 'aanbieder'],
  'POST /v1/tafels': besluiten,
  'GET /v1/tafels/:datum': team,
  'POST /v1/tafels/:datum/vervallen': besluiten,
  'POST /v1/tafels/:datum/wijziging': besluiten,
  'GET /v1/doorbraken': team,
  'POST /v1/doorbraken': ['manager'],
  'GET /v1/doorbraken/:periode': team,
  'POST /v1/doorbraken/:periode/zaken/:kenmerk/afspraak': besluiten,
  'POST /v1/doorbraken/:periode/zaken/:kenmerk/afspraak-gedaan': besluiten,
  'POST /v1/doorbraken/:periode/zaken/:kenmerk/lacune': besluiten,
  'POST /v1/doorbraken/:periode/zaken/:kenmerk/geen-lacune': besluiten,
  'POST /v1/doorbraken/:periode/sluiting': besluiten,
  'GET /v1/uitvragen': team,
  'POST /v1/uitvragen': team,
  'GET /v1/uitvragen/:code': team,
  'GET /v1/uitvragen/:code/cijfers': team,
  'POST /v1/uitvragen/:code/antwoord': ['aanbieder'],
  'POST /v1/uitvragen/:code/jeugdigen': ['aanbieder'],
  'POST /v1/uitvragen/:code/heropening': team,
  'GET /v1/aanbieders': alleRollen,
  'GET /v1/aanbieders/:code/contacten': ['coordinator', 'aanbieder'],
  'PUT /v1/aanbieders/:code/contacten': ['coordinator'],
  'GET /v1/aanbieders/:code/capaciteit': ['coordinator', 'manager', 'aanbieder'],
  'PUT /v1/aanbieders/:code/capaciteit': ['coordinator', 'aanbieder'],
  'GET /v1/aanbieders/:code/tafellidmaatschap': team,
  'PUT /v1/aanbieders/:code/tafellidmaatschap': ['coordinator'],
  'GET /v1/invoer/:id': alleRollen,
  'GET /v1/berichten': team,
  'GET /v1/rapportages': team,
  'GET /v1/rapportages/:soort/:periode': team,
  'POST /v1/rapportages/:soort/:periode/publicatie': ['manager'],
  'GET /v1/views': team,
};

/** The route under which the decisions on a traject, in an onderzoek, or on a table, stand. */
const besluitRoutes = {
  traject: '/v1/trajecten/:kenmerk',
  onderzoek: '/v1/onderzoeken/:id',
  tafel: '/v1/tafels/:datum',
  uitvraag: '/v1/uitvragen/:code',
  doorbraak: '/v1/doorbraken/:periode',
} as const;

/** Decisions on one zaak of a doorbraak stand under that zaak. */
const onderZaak: Partial<Record<BesluitOver, string>> = { doorbraak: '/zaken/:kenmerk' };

/** What a decision is about. */
export type BesluitOver = keyof typeof besluitRoutes;

/** Of these kinds of decision on a traject, in an onderzoek, or on a table, those that the table lets this role take. */
export function magNemen(soorten: readonly string[], over: BesluitOver, rol: Rol): string[] {
  const plekken = [besluitRoutes[over], `${besluitRoutes[over]}${onderZaak[over] ?? ''}`];
  return soorten.filter((soort) => plekken.some((plek) => toegang[`POST ${plek}/${soort}`]?.includes(rol)));
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set on every protected route. */
    beller: Beller;
  }
}

const claimsSchema = z
  .object({
    sub: codeSchema,
    rol: z.enum(rollen),
    aanbieder: codeSchema.optional(),
  })
  .refine(({ rol, aanbieder }) => (rol === 'aanbieder') === (aanbieder !== undefined));

/**
 * Guards every route that is registered on `app` after this: first who it is (401), then whether the table lets that role in (403).
 * Registering a route that the table does not name fails at once.
 */
export function bewaakToegang(app: FastifyInstance, sleutel: string, klok: Klok): void {
  const geheim = new TextEncoder().encode(sleutel);
  app.decorateRequest('beller');
  app.addHook('onRoute', ({ method, url }) => {
    for (const naam of [method].flat()) rollenVoor(naam, url);
  });
  app.addHook('onRequest', async (request) => {
    request.beller = await leesToken(request, geheim, klok);
    const { method, url = '' } = request.routeOptions;
    const naam = Array.isArray(method) ? request.method : method;
    if (!rollenVoor(naam, url).includes(request.beller.rol))
      throw new ProbleemFout(
        'geen-toegang',
        `Met de rol ${request.beller.rol} mag u dit niet doen. Vraag de coördinator als dit toch nodig is.`,
      );
  });
}

function rollenVoor(method: string, url: string): readonly Rol[] {
  const naam = `${method === 'HEAD' ? 'GET' : method} ${url}`;
  const mogen = toegang[naam];
  if (!mogen) throw new Error(`De route ${naam} staat niet in de tabel van toegang.`);
  return mogen;
}

async function leesToken(request: FastifyRequest, geheim: Uint8Array, klok: Klok): Promise<Beller> {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (!token)
    throw new ProbleemFout(
      'niet-ingelogd',
      'Stuur een token mee in de header Authorization: Bearer <token>.',
    );
  try {
    const { payload } = await jwtVerify(token, geheim, {
      algorithms: ['HS256'],
      requiredClaims: ['exp'],
      currentDate: new Date(klok.nu()),
    });
    const { sub: wie, rol, aanbieder } = claimsSchema.parse(payload);
    return rol === 'aanbieder' && aanbieder ? { wie, rol, aanbieder } : ({ wie, rol } as Beller);
  } catch (fout) {
    throw new ProbleemFout(
      'niet-ingelogd',
      fout instanceof errors.JWTExpired
        ? 'Uw token is verlopen. Vraag een nieuw token.'
        : 'Uw token is niet geldig. Vraag een nieuw token.',
    );
  }
}
