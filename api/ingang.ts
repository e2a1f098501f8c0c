/**
 * The guard of the pages behind links, which nobody else may open: first whether the link works and its onderwerp still
 * asks for anything, then whether the code was given (infra/linksessie.ts). The token comes from the path, which is never logged.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { codeOnderweg } from '../infra/eenmaalcode.ts';
import { citUit } from '../infra/instellingen.ts';
import { type Linkdoel, leesLink } from '../infra/links.ts';
import { heeftToegang } from '../infra/linksessie.ts';
import type { Link } from '../prisma/client/client.ts';
import { type Codepagina, codePagina } from '../web/paginas/code.ts';
import { type Dicht, linkDichtPagina } from '../web/paginas/linkDicht.ts';
import type { Geopend, Opener } from './linkdoel.ts';
import { openAfgesproken } from './linkdoelen/afgesproken.ts';
import { openDoorbraak } from './linkdoelen/doorbraak.ts';
import { openInformatie } from './linkdoelen/informatie.ts';
import { openOnderzoek } from './linkdoelen/onderzoek.ts';
import { openRapport } from './linkdoelen/rapport.ts';
import { openTafelstukken } from './linkdoelen/tafelstukken.ts';
import { openUitvraag } from './linkdoelen/uitvraag.ts';
import type { Omgeving } from './omgeving.ts';
import { stuurPagina } from './pagina.ts';

const openers: Readonly<Record<Linkdoel, Opener>> = {
  onderzoek: openOnderzoek,
  informatie: openInformatie,
  tafelstukken: openTafelstukken,
  uitvraag: openUitvraag,
  doorbraak: openDoorbraak,
  rapport: openRapport,
  afgesproken: openAfgesproken,
};

/** The path of a link and of what stands under it. */
export const linkParams = z.object({ token: z.string() });

/** A form as a browser sends it: each name with its value, or values. */
export const formulierSchema = z
  .record(z.string(), z.union([z.string(), z.array(z.string())]))
  .nullish()
  .transform((velden) => velden ?? {});

/** The cookie that holds the secret of a session; it goes to the pages of its own link alone. */
export const toegangskoekje = 'zl_toegang';

/** A link that works, and what it leads to. */
export interface Ingang {
  link: Link;
  /** The path of the link. */
  pad: string;
  geopend: Geopend;
}

/** Opens the link of a token; what it leads to may be closed. */
export async function leesIngang(omgeving: Omgeving, token: string): Promise<Ingang | { dicht: Dicht }> {
  const { db, zegel, klok } = omgeving;
  const gelezen = await leesLink(db, zegel, token, klok.nu());
  if (!('link' in gelezen)) return { dicht: gelezen.reden };
  const { link } = gelezen;
  const geopend = await openers[link.doel as Linkdoel](omgeving, link);
  if ('reden' in gelezen && !geopend?.onderwerp.blijft) return { dicht: gelezen.reden };
  return geopend ? { link, pad: `/l/${token}`, geopend } : { dicht: 'onbekend' };
}

/** As `leesIngang`, and closed too when what it leads to asks for nothing any more. */
export async function leesOpenIngang(omgeving: Omgeving, token: string): Promise<Ingang | { dicht: Dicht }> {
  const ingang = await leesIngang(omgeving, token);
  if ('dicht' in ingang) return ingang;
  const { dicht } = ingang.geopend.onderwerp;
  return dicht ? { dicht } : ingang;
}

/** Whether who sent this request gave the right code for this link, not long ago. */
export function magErin(
  { db, zegel, klok }: Omgeving,
  request: FastifyRequest,
  { link }: Ingang,
): Promise<boolean> {
  return heeftToegang(db, zegel, link.id, request.cookies[toegangskoekje], klok.nu());
}

/** What is not known is not found, what was done is well; what is over is gone. */
function statusBij(dicht: Dicht): number {
  if (dicht === 'onbekend') return 404;
  return dicht === 'beantwoord' ? 200 : 410;
}

/** Answers that a link leads nowhere any more. */
export function stuurDicht({ instellingen }: Omgeving, reply: FastifyReply, dicht: Dicht): FastifyReply {
  const pagina = linkDichtPagina(dicht, instellingen.ZL_TEAM_EMAIL, citUit(instellingen));
  return stuurPagina(reply, pagina, statusBij(dicht));
}

/** Answers with the page that asks for a code. */
export async function stuurCodepagina(
  { db, klok }: Omgeving,
  reply: FastifyReply,
  { link, pad, geopend }: Ingang,
  extra: Partial<Codepagina> = {},
  status = 200,
): Promise<FastifyReply> {
  const { kenmerk, telefoon, uitkomst } = geopend.onderwerp;
  const verstuurd = (await codeOnderweg(db, link.id, klok.nu())) ?? undefined;
  const metTelefoon = telefoon !== null;
  const pagina = codePagina({ pad, kenmerk, uitkomst, metTelefoon, verstuurd, ...extra });
  return stuurPagina(reply, pagina, status);
}

const conceptSchema = z.object({
  soort: z.string(),
  getypt: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
});

/** What somebody typed in a form while the access had ended; kept in the page until there is access again. */
export type Concept = z.infer<typeof conceptSchema>;

/** The concept in a hidden field as it came back; undefined when there is none. */
export function leesConcept(tekst: string | string[] | undefined): Concept | undefined {
  if (typeof tekst !== 'string') return undefined;
  try {
    return conceptSchema.parse(JSON.parse(tekst));
  } catch {
    return undefined;
  }
}
