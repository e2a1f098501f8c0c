/** What the workflow of the weekly overview has done: the e-mail to the manager is registered. */
import { v7 as uuid } from 'uuid';
import type { BerichtOpdracht } from '../domain/berichten.ts';
import { leesPeriode, periodeOp } from '../domain/periode.ts';
import { weekBerichten, weekoverzichtId } from '../domain/rapport/weekbericht.ts';
import type { Klok } from '../infra/klok.ts';
import type { PrismaClient } from '../prisma/client/client.ts';
import { berichtRijen } from './berichtRijen.ts';

/** The code of the week that the Schedule tells of at the moment `gepland` (ms since the epoch): the one in which that falls. */
export function teMeldenWeek(gepland: number): string {
  return periodeOp('week', gepland).code;
}

/**
 * Registers the e-mail about a week as `klaar`, and returns it. Nothing once that week is over: the page shows how it is now, so a link that
 * comes too late leads nowhere.
 */
export async function meldWeekoverzicht(
  { db, klok, mailVan }: { db: PrismaClient; klok: Klok; mailVan: string },
  week: string,
): Promise<BerichtOpdracht[]> {
  const nu = klok.nu();
  const periode = leesPeriode(week);
  if (!periode || periode.eindTijdstip <= nu) return [];
  const berichten = weekBerichten(week);
  const rijen = await berichtRijen(
    { db, mailVan },
    { kenmerk: weekoverzichtId(week), tijdstip: nu, berichten },
  );
  await db.bericht.createMany({ data: rijen.map((rij) => ({ ...rij, id: uuid() })), skipDuplicates: true });
  return berichten;
}
