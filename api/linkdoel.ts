/** What a page behind a link needs to know of the thing that the link leads to; one such module for each doel. */
import { randomUUID } from 'node:crypto';
import type { Uitkomst } from '../domain/codes.ts';
import { type StukSoort, stukSoortKeuzes } from '../domain/stukken.ts';
import { datumInNederland, leesbareDatum } from '../domain/werkdagen.ts';
import type { Lezer } from '../infra/stukken/lezen.ts';
import type { Link, PrismaClient, Stuk } from '../prisma/client/client.ts';
import type { Formulierbesluit, Invulling } from '../web/besluitformulier.ts';
import type { Stukregel } from '../web/onderdelen/stukkenlijst.ts';
import type { Dicht } from '../web/paginas/linkDicht.ts';
import type { Paginaformulier } from '../web/paginas/onderzoekAntwoord.ts';
import type { Formulier } from './formulier.ts';
import type { Ingediend } from './invoer.ts';
import type { Omgeving } from './omgeving.ts';
import type { StukOntvangen } from './stukken.ts';
import type { Beller } from './toegang.ts';

/** Whom a link is for, and on whose behalf that person decides. */
interface Onderwerp {
  /** Kenmerk of the traject (of a tafel its id): not secret, and what the audit trail is kept under. */
  kenmerk: string;
  /** A GI only reads, and has no role in the API. */
  beller: Beller | { wie: string; rol: 'gi' };
  telefoon: string | null;
  email: string;
  /** Why nothing can be read or answered any more, whoever asks; null while it can. */
  dicht: Dicht | null;
  /** How the traject ended, where there is still something to read about that. */
  uitkomst?: Uitkomst | undefined;
  /** True when the link works on after its last day: its reader has something to carry out for months without an e-mail. */
  blijft?: boolean;
}

/** What somebody sent in one form of the page, when it has to be shown again. */
export interface Poging {
  soort: string;
  invulling: Invulling;
  /** The key under which it was sent; absent when it has to get a new one. */
  sleutel?: string | undefined;
  /** Why it could not be taken, when no field is to blame. */
  probleem?: string | undefined;
}

/** One thing that a link can lead to, with what a person may do there. */
export interface Geopend {
  onderwerp: Onderwerp;
  /** The page after the code, with what was sent before when that could not be taken. */
  toon(pad: string, poging?: Poging): Promise<string>;
  /** The decisions that may be sent from the page. */
  besluiten(): Promise<readonly Formulierbesluit[]>;
  /** Stores one of those decisions, of which the fields have passed the schema. @throws ProbleemFout as `dienIn`. */
  dienIn(soort: string, inhoud: Record<string, unknown>, sleutel: string): Promise<Ingediend>;
  /** What somebody reads once what was sent has been taken; without it only that nothing has to be done now. */
  verwerkt?: string | undefined;
  /** The stukken on the page; absent where nobody opens any. */
  stukken?: { lezer: Lezer; lees(): Promise<readonly Stuk[]> };
  /** Takes a stuk in that was sent from the page; absent where nobody sends any. @throws ProbleemFout as `neemStukAan`. */
  neemStukAan?: (formulier: Formulier, sleutel: string) => Promise<StukOntvangen>;
}

/** The stukken of a traject for a page; those of more trajecten stand apart. */
export function stukregels(stukken: readonly Stuk[]): Stukregel[] {
  return stukken.map(({ id, soort, versie, naam, ingediendTijdstip }) => ({
    id,
    soort: stukSoortKeuzes[soort as StukSoort],
    versie,
    naam,
    datum: leesbareDatum(datumInNederland(ingediendTijdstip.getTime())),
  }));
}

/** Finds what a link leads to; null when it does not exist, or is not for this addressee. */
export type Opener = (omgeving: Omgeving, link: Link) => Promise<Geopend | null>;

/** Aanbieders to choose from, other than one: code → name. */
export async function andereAanbieders(db: PrismaClient, behalve: string): Promise<Record<string, string>> {
  const rijen = await db.aanbieder.findMany({ where: { code: { not: behalve } }, orderBy: { naam: 'asc' } });
  return Object.fromEntries(rijen.map(({ code, naam }) => [code, naam]));
}

/** The forms of a page; the one that could not be taken with what was typed in it. */
export function paginaformulieren(
  besluiten: readonly Formulierbesluit[],
  poging: Poging | undefined,
): Paginaformulier[] {
  return besluiten.map((besluit) =>
    poging?.soort === besluit.soort
      ? { besluit, sleutel: poging.sleutel ?? randomUUID(), invulling: poging.invulling }
      : { besluit, sleutel: randomUUID() },
  );
}
