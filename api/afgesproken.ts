/** What was agreed in a traject: the verslag, its afspraken and the plan for the time until care starts. */
import { gecertificeerdeInstellingen } from '../domain/aanmeldingCodes.ts';
import { afsprakenBij, deeltTeksten, leestTot } from '../domain/betrokken.ts';
import { type DoorbraakAfspraak, isLopend } from '../domain/doorbraak.ts';
import { isEenGi } from '../domain/doorbraakCodes.ts';
import type { Afspraak, TrajectToestand } from '../domain/traject.ts';
import { leesbareDatum } from '../domain/werkdagen.ts';
import { doorbraakzaak, lopendTraject, metTrajecten } from '../infra/doorbraken.ts';
import type { PrismaClient } from '../prisma/client/client.ts';
import { codeLabel } from '../web/codeLabels.ts';
import type { Plan } from '../web/onderdelen/afgesproken.ts';
import { geschrevenVelden, type Tekstveld, tekstveldenVan } from './vrijeTekst.ts';

/** A verslag as it was written, with the afspraken that are open or that it made. */
export interface Verslag {
  velden: Tekstveld[];
  afspraken: (Afspraak & { nummer: number })[];
}

/** The last verslag that was taken, or the last before a moment; without one only the afspraken that are open. */
export async function leesVerslag(db: PrismaClient, t: TrajectToestand, tot?: Date): Promise<Verslag> {
  const invoer = await db.invoer.findFirst({
    where: {
      kenmerk: t.kenmerk,
      soort: 'verslag',
      uitkomst: { uitkomst: 'verwerkt', ...(tot ? { tijdstip: { lte: tot } } : {}) },
    },
    orderBy: { uitkomst: { tijdstip: 'desc' } },
    select: { ...geschrevenVelden, uitkomst: { select: { tijdstip: true } } },
  });
  return {
    velden: invoer ? tekstveldenVan(invoer) : [],
    afspraken: afsprakenBij(t, invoer?.uitkomst?.tijdstip.getTime()),
  };
}

/**
 * The verslag that is for an aanbieder now: the last; for who has no more than an afspraak, that in which it was made, with
 * beside its afspraken only those that are its own.
 */
export async function leesVerslagVoor(
  db: PrismaClient,
  t: TrajectToestand,
  aanbieder: string,
): Promise<Verslag> {
  const tot = leestTot(t, aanbieder);
  const { velden, afspraken } = await leesVerslag(db, t, tot === undefined ? undefined : new Date(tot));
  return {
    velden,
    afspraken: afspraken.filter(
      ({ wie, gemaaktTijdstip }) => tot === undefined || wie === aanbieder || gemaaktTijdstip === tot,
    ),
  };
}

/** What aanbieders read of a verslag: where its writer was not told so, only what was discussed. */
export function deelbareVelden(t: TrajectToestand, velden: readonly Tekstveld[]): Tekstveld[] {
  return velden.filter(({ veld }) => veld === 'verslag' || deeltTeksten(t));
}

/** The overbruggingsplan that holds, as it was written; null when there is none. A plan from before the last keuze was another one. */
export async function leesOverbruggingsplan(db: PrismaClient, t: TrajectToestand): Promise<string | null> {
  if (t.fase !== 'overbrugging') return null;
  const rijen = await db.invoer.findMany({
    where: {
      kenmerk: t.kenmerk,
      soort: { in: ['keuze', 'overbrugging'] },
      uitkomst: { uitkomst: 'verwerkt' },
    },
    orderBy: { uitkomst: { tijdstip: 'desc' } },
    select: { soort: true, vrijeTekst: true },
  });
  const laatsteKeuze = rijen.findIndex(({ soort }) => soort === 'keuze');
  const plannen = rijen
    .slice(0, laatsteKeuze + 1)
    .flatMap(({ vrijeTekst }) => (vrijeTekst as { overbruggingsplan?: string }).overbruggingsplan ?? []);
  return plannen[0] ?? null;
}

/** Says who a code stands for, to a reader who is `lezer` itself. */
export type Wie = (code: string) => string;

/** How the codes in what was agreed read to the aanmelder, an aanbieder or a GI, `lezer`. */
export async function wieVoor(db: PrismaClient, lezer: string): Promise<Wie> {
  const aanbieders = await db.aanbieder.findMany({ select: { code: true, naam: true } });
  const namen = new Map([
    ...Object.entries(gecertificeerdeInstellingen).map(
      ([code, naam]) => [code, isEenGi(code) ? naam : 'een andere gecertificeerde instelling'] as const,
    ),
    ...aanbieders.map(({ code, naam }) => [code, naam] as const),
  ]);
  return (code) =>
    code === lezer ? 'u' : code === 'aanmelder' ? 'de aanmelder' : (namen.get(code) ?? 'de coördinator');
}

/**
 * What somebody (`aanmelder`, or a code) has to carry out in a traject by what was agreed in doorbraken, as long as that is followed. For the aanmelder that is the one of
 * the traject by which the zaak goes on, as in the e-mails (activities/doorbraakVastleggen.ts).
 */
export async function afsprakenUitDoorbraken(
  db: PrismaClient,
  kenmerk: string,
  wie: string,
): Promise<TeLezenAfspraak[]> {
  const isAanmelder = wie === 'aanmelder';
  const rijen = await db.doorbraakzaak.findMany({
    where: {
      van: { status: { not: 'afgerond' } },
      ...(isAanmelder ? { jeugdige: { aanmeldingen: { some: { kenmerk } } } } : { kenmerk }),
    },
    orderBy: { van: { begonnenTijdstip: 'asc' } },
    select: { toestand: true, ...metTrajecten },
  });
  return rijen
    .filter((rij) => !isAanmelder || lopendTraject(rij).kenmerk === kenmerk)
    .map(doorbraakzaak)
    .filter(({ trajectGesloten }) => !trajectGesloten)
    .flatMap(({ afspraken }) => afspraken.filter((afspraak) => afspraak.wie === wie && isLopend(afspraak)));
}

type TeLezenAfspraak = Pick<DoorbraakAfspraak, 'wat' | 'wie' | 'voorDatum' | 'gedaanTijdstip'>;

/** Each afspraak in words: what, who, by when, and whether it is done. */
export function afsprakenInWoorden(afspraken: readonly TeLezenAfspraak[], wie: Wie): string[] {
  return afspraken.map(
    ({ wat, wie: code, voorDatum, gedaanTijdstip }) =>
      `${codeLabel(wat)}, door ${wie(code)}, uiterlijk op ${leesbareDatum(voorDatum)}${gedaanTijdstip === undefined ? '' : ' (gedaan)'}`,
  );
}

/** The time until care starts in words, for a page of somebody outside the team; null before there is a keuze. */
export async function planVoor(db: PrismaClient, t: TrajectToestand, wie: Wie): Promise<Plan | null> {
  if (t.fase !== 'overbrugging') return null;
  const tekst = deeltTeksten(t) ? await leesOverbruggingsplan(db, t) : null;
  return {
    start: t.verwachteStartDatum ? leesbareDatum(t.verwachteStartDatum) : null,
    tekst,
    eigenaar: tekst === null ? null : wie(t.eigenaar ?? ''),
    bekeken: t.evaluatieDatum ? leesbareDatum(t.evaluatieDatum) : null,
  };
}
