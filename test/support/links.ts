/** The pages behind links for a test file: the API on a real database and mail server, with a clock that the test moves. */
import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import type { Api } from '../../api/omgeving.ts';
import { bouwApi } from '../../api/server.ts';
import { leesInstellingen } from '../../infra/instellingen.ts';
import type { Klok } from '../../infra/klok.ts';
import { type Linkvraag, maakLinkzegel, zorgVoorLink } from '../../infra/links.ts';
import { maakLogboek } from '../../infra/logboek.ts';
import type { Prisma } from '../../prisma/client/client.ts';
import { zaai } from '../../prisma/seed.ts';
import { aanmeldingTijdstip, begonnenOnderzoek } from './berichten.ts';
import { maakDossier, persoonlijk } from './dossier.ts';
import { maakDatabase, maakSmtp, type Smtp } from './servers.ts';

export type Linkopstelling = Awaited<ReturnType<typeof maakLinkopstelling>>;

/** What somebody without JavaScript gets back. */
export interface Bezocht {
  status: number;
  tekst: string;
  headers: Record<string, unknown>;
  /** The cookie that was set, as it is sent back. */
  koekje: string | undefined;
}

/** A browser without JavaScript, on an API in this process: it opens pages and sends forms. */
export function maakBezoeker(api: Api) {
  const vraag = async (
    method: 'GET' | 'HEAD' | 'POST',
    url: string,
    velden: Record<string, string> = {},
    koekje = '',
  ): Promise<Bezocht> => {
    const antwoord = await api.inject({
      method,
      url,
      headers: {
        ...(koekje ? { cookie: koekje } : {}),
        ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(method === 'POST' ? { payload: new URLSearchParams(velden).toString() } : {}),
    });
    return {
      status: antwoord.statusCode,
      tekst: antwoord.body,
      headers: antwoord.headers,
      koekje: String(antwoord.headers['set-cookie'] ?? '').split(';')[0] || undefined,
    };
  };
  return {
    open: (url: string, koekje?: string) => vraag('GET', url, {}, koekje),
    hoofd: (url: string, koekje?: string) => vraag('HEAD', url, {}, koekje),
    stuur: (url: string, velden: Record<string, string> = {}, koekje?: string) =>
      vraag('POST', url, velden, koekje),
  };
}

/** The last one-time code that a mail server took, by SMS or by mail. */
export function laatsteCode(smtp: Smtp): string {
  const code = smtp.berichten
    .map(({ text }) => /code voor Zorglogistiek is (\d{6})/.exec(text ?? '')?.[1])
    .findLast((gevonden) => gevonden !== undefined);
  if (!code) throw new Error('no code was sent');
  return code;
}

/** Builds the API with one open onderzoek of aanbieder-01; `extra` are settings. */
export async function maakLinkopstelling(extra: Record<string, string> = {}) {
  const [database, smtp] = await Promise.all([maakDatabase(), maakSmtp()]);
  const { db } = database;
  await zaai(db);
  const instellingen = leesInstellingen({
    DATABASE_URL: database.url,
    SMTP_URL: smtp.url,
    ZL_MAIL_VAN: 'noreply@zorglogistiek.example',
    ZL_TEAM_EMAIL: 'team@zorglogistiek.example',
    ZL_PUBLIC_URL: 'https://zorglogistiek.example',
    ZL_JWT_SLEUTEL: 'een-sleutel-alleen-voor-tests-0123456789',
    ZL_BSN_SLEUTEL: Buffer.alloc(32, 7).toString('base64'),
    ZL_LINK_SLEUTEL: Buffer.alloc(32, 8).toString('base64'),
    ZL_SMS_URL: smtp.url,
    ZL_CIT_TELEFOON: '070 000 00 00',
    ZL_CIT_PAGINA: 'https://cit.example',
    ZL_BREN_EMAIL: 'bren@voorbeeld.example',
    ...extra,
  });
  const zegel = maakLinkzegel(instellingen.ZL_LINK_SLEUTEL);
  let nu = aanmeldingTijdstip;
  const klok: Klok = { nu: () => nu };
  /** Every line that the API logged. */
  const logregels: string[] = [];
  const logboek = maakLogboek('api', 'trace', { write: (regel) => logregels.push(regel) });
  // Nobody listens on port 1: what happens here needs no workflow.
  const temporal = new Client({ connection: Connection.lazy({ address: '127.0.0.1:1' }) });
  const api = await bouwApi({ db, temporal, instellingen, klok, logboek });

  const kenmerk = 'ZL-2025-0014';
  await maakDossier(db, kenmerk);
  const maakOnderzoek = async (aanbieder: string): Promise<string> => {
    const toestand = begonnenOnderzoek(kenmerk, aanbieder);
    const { id, ronde, versie, status, herinneringen } = toestand;
    await db.onderzoek.create({
      data: {
        id,
        kenmerk,
        aanbieder,
        ronde,
        versie,
        status,
        herinneringen,
        gevraagdTijdstip: new Date(toestand.gevraagdTijdstip),
        toestand: toestand as unknown as Prisma.InputJsonObject,
      },
    });
    return id;
  };
  const onderzoek = await maakOnderzoek('aanbieder-01');
  await db.invoer.create({
    data: {
      id: randomUUID(),
      wie: 'coordinator-1',
      rol: 'coordinator',
      idempotencyKey: randomUUID(),
      bodyHash: 'hash',
      soort: 'verslag',
      kenmerk,
      codes: { aanbieders: ['aanbieder-01'] },
      vrijeTekst: { verslag: persoonlijk.vrijeTekst },
      ingediendTijdstip: new Date(nu),
      uitkomst: { create: { uitkomst: 'verwerkt', antwoord: {}, tijdstip: new Date(nu) } },
    },
  });
  const bezoeker = maakBezoeker(api);

  return {
    db,
    smtp,
    api,
    zegel,
    logregels,
    kenmerk,
    onderzoek,
    maakOnderzoek,
    ...bezoeker,
    nu: () => nu,
    /** Moves the clock, in ms. */
    verstrijk: (ms: number) => {
      nu += ms;
    },
    /** The path of a link; by default that of the contact of aanbieder-01 to its onderzoek. */
    link: async (vraag: Partial<Linkvraag> = {}): Promise<string> => {
      const pad = await zorgVoorLink(
        db,
        zegel,
        { doel: 'onderzoek', onderwerp: onderzoek, geadresseerde: 'aanbieder-01-contact-1', ...vraag },
        nu,
      );
      if (!pad) throw new Error('the link was revoked by a person');
      return pad;
    },
    /** Asks a code for a link and gives it; resolves with the cookie. */
    krijgToegang: async (pad: string): Promise<string> => {
      await bezoeker.stuur(`${pad}/code`);
      const { koekje } = await bezoeker.stuur(`${pad}/toegang`, { code: laatsteCode(smtp) });
      if (!koekje) throw new Error('the code gave no access');
      return koekje;
    },
    sluit: async () => {
      await api.close();
      await Promise.all([database.sluit(), smtp.sluit()]);
    },
  };
}
