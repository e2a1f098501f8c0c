/** The questions that an aanmelder has not answered yet, as its page shows them. */
import type { InformatieSoort } from '../domain/codes.ts';
import { informatieInWoorden } from '../domain/eindTeksten.ts';
import type { TrajectToestand } from '../domain/traject.ts';
import { datumInNederland, leesbareDatum } from '../domain/werkdagen.ts';
import type { PrismaClient } from '../prisma/client/client.ts';

/** A question to the aanmelder that is open. */
export interface OpenVraag {
  id: string;
  tekst: string;
  soorten: readonly InformatieSoort[];
  gevraagd: Date;
}

/** The questions that are open, oldest first: of the coördinator, and of aanbieders in their onderzoeken. */
export async function openVragen(
  db: PrismaClient,
  kenmerk: string,
  { informatie, informatieTijdstip = 0 }: TrajectToestand,
): Promise<OpenVraag[]> {
  if (!informatie) return [];
  const { vragen } = informatie;
  // A traject that does not tell its questions apart: all that was asked since the last answer.
  const welke = vragen
    ? { id: { in: vragen.map(({ vraagId }) => vraagId) }, uitkomst: { uitkomst: 'verwerkt' } }
    : { uitkomst: { uitkomst: 'verwerkt', tijdstip: { gt: new Date(informatieTijdstip) } } };
  const rijen = await db.invoer.findMany({
    where: { kenmerk, soort: { in: ['informatievraag', 'vraag'] }, ...welke },
    orderBy: [{ ingediendTijdstip: 'asc' }, { id: 'asc' }],
    select: { id: true, codes: true, vrijeTekst: true, ingediendTijdstip: true },
  });
  return rijen.map(({ id, codes, vrijeTekst, ingediendTijdstip }) => ({
    id,
    tekst: (vrijeTekst as { vraag?: string }).vraag ?? '',
    soorten: (codes as { soorten?: InformatieSoort[] }).soorten ?? [],
    gevraagd: ingediendTijdstip,
  }));
}

/** When and about what a question was asked, with its text. */
export function vraagInWoorden({ tekst, soorten: gevraagd, gevraagd: wanneer }: OpenVraag) {
  const waarover = gevraagd.length > 0 ? ` over ${informatieInWoorden(gevraagd)}` : '';
  const dag = leesbareDatum(datumInNederland(wanneer.getTime()));
  return { kop: `Vraag van ${dag}${waarover}`, tekst };
}
