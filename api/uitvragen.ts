/** Answering an uitvraag, in the same way from the API and from the page behind a link; and what the API shows of one. */
import { veldfout } from '../domain/fouten.ts';
import { responsVan } from '../domain/uitvraag.ts';
import {
  peilDatumVan,
  type UitvraagSoort,
  type UitvraagStatus,
  uitvraagId,
} from '../domain/uitvraagCodes.ts';
import {
  type ExtraAntwoord,
  foutenNaPeildatum,
  groteVerschillen,
  type KwartaalAntwoord,
  kwartaalAntwoordSchema,
  vraagOmBevestiging,
} from '../domain/uitvraagInvulling.ts';
import { uitDatum } from '../infra/dag.ts';
import { type Ingevuld, vorigKwartaalAntwoord } from '../infra/uitvragen.ts';
import type { Prisma, PrismaClient, Uitvraag } from '../prisma/client/client.ts';
import { dienIn, type Indiening, type Ingediend } from './invoer.ts';
import type { Omgeving } from './omgeving.ts';
import { nietGevonden } from './problemen.ts';
import type { Beller } from './toegang.ts';

/** Who answers what. */
interface Antwoordende {
  beller: Extract<Beller, { rol: 'aanbieder' }>;
  sleutel: string;
  code: string;
}

/**
 * Stores the numbers of an aanbieder and brings them to the uitvraag. Numbers that are hard to believe have
 * to be confirmed, and that nobody waits, unless `isNiemandGezegd`: it was said in so many words. What differs is kept with them.
 * @throws ProbleemFout when they do not fit, or when this aanbieder is not asked.
 */
export async function dienKwartaalIn(
  omgeving: Omgeving,
  wie: Antwoordende,
  inhoud: KwartaalAntwoord,
  isNiemandGezegd = false,
): Promise<Ingediend> {
  await eisGevraagd(omgeving, wie, 'kwartaal');
  const vorige = await vorigKwartaalAntwoord(omgeving.db, wie.code, wie.beller.aanbieder);
  const verschillen = groteVerschillen(inhoud, vorige);
  return dienAntwoordIn(omgeving, wie, inhoud, { kwartaal: { ...inhoud, verschillen } }, async () => {
    const vraag = inhoud.klopt ? null : vraagOmBevestiging(inhoud, vorige, isNiemandGezegd);
    return vraag ? [veldfout(['klopt'], vraag, kwartaalAntwoordSchema)] : [];
  });
}

/**
 * Stores the jeugdigen that an aanbieder names on the peildatum and brings them to the uitvraag. Of each BSN the blind index
 * is made here; the number itself goes nowhere else.
 * @throws ProbleemFout when they do not fit, or when this aanbieder is not asked.
 */
export async function dienExtraIn(
  omgeving: Omgeving,
  wie: Antwoordende,
  inhoud: ExtraAntwoord,
): Promise<Ingediend> {
  await eisGevraagd(omgeving, wie, 'extra');
  const peilDatum = peilDatumVan(wie.code) ?? '';
  const jeugdigen = inhoud.jeugdigen.map(({ bsn, ...rest }) => ({
    ...rest,
    bsnIndex: omgeving.kluis.index(bsn),
  }));
  return dienAntwoordIn(omgeving, wie, { jeugdigen }, { jeugdigen }, async () =>
    foutenNaPeildatum(inhoud, peilDatum),
  );
}

/** @throws ProbleemFout (404) when there is no uitvraag of this kind, or this aanbieder is not asked in it. */
async function eisGevraagd(
  { db }: Omgeving,
  { code, beller: { aanbieder } }: Antwoordende,
  soort: UitvraagSoort,
): Promise<void> {
  const gevraagd = await db.uitvraagAanbieder.count({ where: { uitvraag: code, aanbieder, in: { soort } } });
  if (gevraagd === 0) throw nietGevonden();
}

function dienAntwoordIn(
  omgeving: Omgeving,
  { beller, sleutel, code }: Antwoordende,
  inhoud: unknown,
  ingevuld: Ingevuld,
  toets: Indiening['toets'],
): Promise<Ingediend> {
  return dienIn(omgeving, {
    beller,
    sleutel,
    soort: 'antwoord',
    kenmerk: uitvraagId(code),
    onderzoekId: null,
    inhoud,
    codes: { aanbieder: beller.aanbieder, gegevenTijdstip: omgeving.klok.nu() },
    // What somebody filled in stays in PostgreSQL; only that there is an answer travels.
    vrijeTekst: { ...ingevuld },
    toets,
  });
}

/** How many are asked in an uitvraag, and how many of them have answered. */
interface Respons {
  gevraagd: number;
  geantwoord: number;
}

/** The respons of each of these uitvragen, counted in the database: together they have thousands of answers. */
export async function responsPerUitvraag(
  db: PrismaClient,
  codes: readonly string[],
): Promise<(code: string) => Respons> {
  const tel = async (wie: Prisma.UitvraagAanbiederWhereInput) => {
    const rijen = await db.uitvraagAanbieder.groupBy({
      by: ['uitvraag'],
      where: { uitvraag: { in: [...codes] }, ...wie },
      _count: true,
    });
    return new Map(rijen.map(({ uitvraag, _count }) => [uitvraag, _count]));
  };
  const [gevraagd, geantwoord] = await Promise.all([tel({}), tel({ antwoorden: { some: {} } })]);
  return (code) => ({ gevraagd: gevraagd.get(code) ?? 0, geantwoord: geantwoord.get(code) ?? 0 });
}

/** An uitvraag as every reader sees it. */
export function toonUitvraag(rij: Uitvraag, { gevraagd, geantwoord }: Respons) {
  return {
    ...toonStand(rij),
    gevraagd,
    geantwoord,
    responsProcent: responsVan(gevraagd, geantwoord),
  };
}

function toonStand(rij: Uitvraag) {
  return {
    code: rij.code,
    soort: rij.soort as UitvraagSoort,
    status: rij.status as UitvraagStatus,
    peilDatum: rij.peilDatum && uitDatum(rij.peilDatum),
    begonnenTijdstip: rij.begonnenTijdstip.toISOString(),
    sluitTijdstip: rij.sluitTijdstip.toISOString(),
    herinneringen: rij.herinneringen,
  };
}
