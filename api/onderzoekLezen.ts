/** What may be read of one onderzoek: its verslag, and what was written in it. */
import type { z } from 'zod';
import type { OnderzoekStatus } from '../domain/codes.ts';
import { isOpen } from '../domain/onderzoek.ts';
import type { TrajectToestand } from '../domain/traject.ts';
import type { Onderzoek, PrismaClient } from '../prisma/client/client.ts';
import type { onderzoekMetVerslagSchema } from './schemas.ts';
import type { Beller } from './toegang.ts';
import { geschrevenVelden, tekstveldenVan } from './vrijeTekst.ts';
import { toonOnderzoek } from './weergave.ts';

/** An onderzoek as this caller may read it, texts included. */
export async function leesOnderzoekVoor(
  db: PrismaClient,
  beller: Beller,
  onderzoek: Onderzoek,
): Promise<z.infer<typeof onderzoekMetVerslagSchema>> {
  const magVerslag = await magVerslagLezen(db, beller, onderzoek);
  const [verslag, toelichtingen] = await Promise.all([
    magVerslag ? verslagVan(db, onderzoek) : null,
    beller.rol === 'manager' ? [] : toelichtingenVan(db, onderzoek, magVerslag),
  ]);
  return { ...toonOnderzoek(onderzoek, beller), verslag, toelichtingen };
}

/**
 * Whether the verslag is for this caller. An aanbieder needs it to look into the question, and again once it is chosen;
 * what it no longer needs about a jeugdige it no longer reads.
 */
async function magVerslagLezen(
  db: PrismaClient,
  beller: Beller,
  { kenmerk, status, aanbieder }: Onderzoek,
): Promise<boolean> {
  if (beller.rol !== 'aanbieder') return beller.rol === 'coordinator';
  const { fase, toestand } = await db.traject.findUniqueOrThrow({ where: { kenmerk } });
  if (fase === 'afgesloten') return false;
  const { gekozen } = toestand as unknown as TrajectToestand;
  return isOpen(status as OnderzoekStatus) || gekozen.includes(aanbieder);
}

/**
 * What was written in an onderzoek by the aanbieder, or in its name, oldest first; `metAntwoorden` with what the aanmelder
 * answered to its questions, which is about a jeugdige and so is read as long as the verslag.
 */
async function toelichtingenVan(
  db: PrismaClient,
  { id, kenmerk, aanbieder, gevraagdTijdstip }: Onderzoek,
  metAntwoorden: boolean,
) {
  const antwoord = {
    soort: 'informatie',
    codes: { path: ['aanbieders'], array_contains: [aanbieder] },
    tijdstip: { gte: gevraagdTijdstip },
  };
  const rijen = await db.gebeurtenis.findMany({
    where: { kenmerk, OR: [{ invoer: { onderzoekId: id } }, ...(metAntwoorden ? [antwoord] : [])] },
    include: { invoer: { select: geschrevenVelden } },
    orderBy: [{ tijdstip: 'asc' }, { id: 'asc' }],
  });
  return rijen
    .map(({ tijdstip, soort, invoer }) => ({
      tijdstip: tijdstip.toISOString(),
      soort,
      tekstvelden: invoer ? tekstveldenVan(invoer) : [],
    }))
    .filter(({ tekstvelden }) => tekstvelden.length > 0);
}

/** The text of the last verslag that was taken before this onderzoek was asked for, or with which it was. */
async function verslagVan(
  db: PrismaClient,
  { kenmerk, gevraagdTijdstip }: Onderzoek,
): Promise<string | null> {
  const invoer = await db.invoer.findFirst({
    where: {
      kenmerk,
      soort: 'verslag',
      uitkomst: { uitkomst: 'verwerkt', tijdstip: { lte: gevraagdTijdstip } },
    },
    orderBy: { uitkomst: { tijdstip: 'desc' } },
    select: { vrijeTekst: true },
  });
  return (invoer?.vrijeTekst as { verslag?: string } | undefined)?.verslag ?? null;
}
