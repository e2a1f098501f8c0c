/** The questions that an aanmelder has not answered yet, and those that it need not answer any more, as its page shows them. */
import type { InformatieSoort } from '../domain/codes.ts';
import { informatieInWoorden } from '../domain/eindTeksten.ts';
import type { TrajectToestand } from '../domain/traject.ts';
import { datumInNederland, leesbareDatum } from '../domain/werkdagen.ts';
import type { Prisma, PrismaClient } from '../prisma/client/client.ts';

/** A question to the aanmelder. */
export interface GesteldeVraag {
  id: string;
  tekst: string;
  soorten: readonly InformatieSoort[];
  /** True when an aanbieder asked it in its onderzoek; else it was the coördinator. */
  isVanAanbieder: boolean;
  gevraagd: Date;
}

/** The questions that are open, oldest first: of the coördinator, and of aanbieders in their onderzoeken. */
export async function openVragen(
  db: PrismaClient,
  kenmerk: string,
  { informatie, informatieTijdstip = 0 }: TrajectToestand,
): Promise<GesteldeVraag[]> {
  if (!informatie) return [];
  const { vragen } = informatie;
  // A traject that does not tell its questions apart: all that was asked since the last answer.
  const welke = vragen
    ? { id: { in: vragen.map(({ vraagId }) => vraagId) }, uitkomst: { uitkomst: 'verwerkt' } }
    : { uitkomst: { uitkomst: 'verwerkt', tijdstip: { gt: new Date(informatieTijdstip) } } };
  return leesVragen(db, kenmerk, welke);
}

/** The questions that need no answer any more: withdrawn, or of an aanbieder that no longer investigates; oldest first. */
export async function vervallenVragen(
  db: PrismaClient,
  kenmerk: string,
  { vervallenVragen: ids = [] }: TrajectToestand,
): Promise<GesteldeVraag[]> {
  return ids.length > 0 ? leesVragen(db, kenmerk, { id: { in: [...ids] } }) : [];
}

async function leesVragen(
  db: PrismaClient,
  kenmerk: string,
  welke: Prisma.InvoerWhereInput,
): Promise<GesteldeVraag[]> {
  const rijen = await db.invoer.findMany({
    where: { kenmerk, soort: { in: ['informatievraag', 'vraag'] }, ...welke },
    orderBy: [{ ingediendTijdstip: 'asc' }, { id: 'asc' }],
    select: { id: true, soort: true, codes: true, vrijeTekst: true, ingediendTijdstip: true },
  });
  return rijen.map(({ id, soort, codes, vrijeTekst, ingediendTijdstip }) => ({
    id,
    tekst: (vrijeTekst as { vraag?: string }).vraag ?? '',
    soorten: (codes as { soorten?: InformatieSoort[] }).soorten ?? [],
    isVanAanbieder: soort === 'vraag',
    gevraagd: ingediendTijdstip,
  }));
}

/** By whom, when and about what a question was asked, with its text. */
export function vraagInWoorden({
  tekst,
  soorten: gevraagd,
  isVanAanbieder,
  gevraagd: wanneer,
}: GesteldeVraag) {
  const wie = isVanAanbieder ? 'een aanbieder' : 'de coördinator';
  const waarover = gevraagd.length > 0 ? `, over ${informatieInWoorden(gevraagd)}` : '';
  const dag = leesbareDatum(datumInNederland(wanneer.getTime()));
  return { kop: `Vraag van ${wie}, gesteld op ${dag}${waarover}`, tekst };
}

/** Who reads the answer to these questions: an aanbieder reads it whole when it asked one of them. */
export function wieAntwoordLeest(vragen: readonly GesteldeVraag[]): string {
  return vragen.some(({ isVanAanbieder }) => isVanAanbieder)
    ? 'Uw antwoord lezen de coördinator en de aanbieders die hierboven iets vragen.'
    : 'Uw antwoord leest de coördinator.';
}
