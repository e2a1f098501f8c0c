/** What may be read of one onderzoek: its verslag, and what was written in it. */
import type { z } from 'zod';
import { deeltTeksten, heeftPlan, isBetrokken } from '../domain/betrokken.ts';
import type { OnderzoekStatus } from '../domain/codes.ts';
import { isOpen } from '../domain/onderzoek.ts';
import type { TrajectToestand } from '../domain/traject.ts';
import type { Onderzoek, PrismaClient } from '../prisma/client/client.ts';
import {
  deelbareVelden,
  leesOverbruggingsplan,
  leesVerslag,
  leesVerslagVoor,
  type Verslag,
} from './afgesproken.ts';
import type { onderzoekMetVerslagSchema } from './schemas.ts';
import type { Beller } from './toegang.ts';
import { geschrevenVelden, tekstveldenVan } from './vrijeTekst.ts';
import { toonAfspraken, toonOnderzoek } from './weergave.ts';

/** An onderzoek as this caller may read it, texts included. */
export async function leesOnderzoekVoor(
  db: PrismaClient,
  beller: Beller,
  onderzoek: Onderzoek,
): Promise<z.infer<typeof onderzoekMetVerslagSchema>> {
  const traject = await db.traject.findUniqueOrThrow({ where: { kenmerk: onderzoek.kenmerk } });
  const t = traject.toestand as unknown as TrajectToestand;
  const magVerslag = magVerslagLezen(t, beller, onderzoek);
  const magPlan =
    magVerslag && (beller.rol === 'coordinator' || (deeltTeksten(t) && heeftPlan(t, onderzoek.aanbieder)));
  const [{ velden, afspraken }, overbruggingsplan, toelichtingen] = await Promise.all([
    magVerslag ? verslagVan(db, t, onderzoek) : { velden: [], afspraken: [] },
    magPlan ? leesOverbruggingsplan(db, t) : null,
    beller.rol === 'manager' ? [] : toelichtingenVan(db, onderzoek, magVerslag),
  ]);
  const leesbaar = beller.rol === 'coordinator' ? velden : deelbareVelden(t, velden);
  const tekst = (veld: string) => leesbaar.find((een) => een.veld === veld)?.tekst ?? null;
  return {
    ...toonOnderzoek(onderzoek, beller),
    verslag: tekst('verslag'),
    geprobeerd: tekst('geprobeerd'),
    waaromNiet: tekst('waaromNiet'),
    afspraken: toonAfspraken(afspraken),
    overbruggingsplan,
    toelichtingen,
  };
}

/**
 * Whether the verslag is for this caller. An aanbieder needs it to look into the question, and as long as it has something
 * to carry out; what it no longer needs about a jeugdige it no longer reads.
 */
export function magVerslagLezen(
  t: TrajectToestand,
  { rol }: Beller,
  { status, aanbieder }: Pick<Onderzoek, 'status' | 'aanbieder'>,
): boolean {
  if (rol !== 'aanbieder') return rol === 'coordinator';
  if (t.fase === 'afgesloten') return false;
  return isOpen(status as OnderzoekStatus) || isBetrokken(t, aanbieder);
}

/** The verslag of an onderzoek: of who still has something to do the one that it reads, else the one with which it was asked. */
function verslagVan(
  db: PrismaClient,
  t: TrajectToestand,
  { status, aanbieder, gevraagdTijdstip }: Onderzoek,
): Promise<Verslag> {
  if (isOpen(status as OnderzoekStatus)) return leesVerslag(db, t);
  return isBetrokken(t, aanbieder) ? leesVerslagVoor(db, t, aanbieder) : leesVerslag(db, t, gevraagdTijdstip);
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
