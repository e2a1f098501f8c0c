/**
 * The free text that people wrote with a decision, and who may read it. The verslag and the overbruggingsplan are shared
 * with the aanmelder (domein, "One traject, from aanmelding to a place", steps 5 and 8), and so is what the triage tells it; a manager
 * watches progress and reads no text.
 */

import { z } from 'zod';
import { onderzoekBesluiten, trajectBesluiten } from '../domain/besluiten.ts';
import { deeltTeksten } from '../domain/betrokken.ts';
import { labelVan } from '../domain/fouten.ts';
import type { TrajectToestand } from '../domain/traject.ts';
import type { Invoer } from '../prisma/client/client.ts';
import type { tekstveldSchema } from './schemas.ts';
import type { Beller } from './toegang.ts';

/** One text that somebody wrote with a decision, with its label. */
export type Tekstveld = z.infer<typeof tekstveldSchema>;
type Geschreven = Pick<Invoer, 'wie' | 'rol' | 'soort' | 'onderzoekId' | 'vrijeTekst'>;

/** What of an Invoer tells who wrote what. */
export const geschrevenVelden = { wie: true, rol: true, soort: true, onderzoekId: true, vrijeTekst: true };

/** The free text of a decision on traject `t`, or in one of its onderzoeken, that this caller may read; each with its label. */
export function leesbareTekst(invoer: Geschreven | null, beller: Beller, t: TrajectToestand): Tekstveld[] {
  return invoer ? tekstveldenVan(invoer).filter(({ veld }) => magLezen(invoer, veld, beller, t)) : [];
}

/** The free text of a decision with the labels of its schema, in the order of that schema. */
export function tekstveldenVan({
  soort,
  onderzoekId,
  vrijeTekst,
}: Omit<Geschreven, 'wie' | 'rol'>): Tekstveld[] {
  const besluiten: Readonly<Record<string, { inhoud: z.ZodObject; tekstvelden: string[] }>> = onderzoekId
    ? onderzoekBesluiten
    : trajectBesluiten;
  const besluit = besluiten[soort];
  const teksten = vrijeTekst as Readonly<Record<string, string>>;
  return (besluit?.tekstvelden ?? []).flatMap((veld) => {
    const tekst = teksten[veld];
    const schema = besluit?.inhoud.shape[veld];
    if (tekst === undefined || !schema) return [];
    // The label of a field that may be left out stands on what it holds.
    return [{ veld, label: labelVan([], schema instanceof z.ZodOptional ? schema.unwrap() : schema), tekst }];
  });
}

/** The decisions of which the text is the overbruggingsplan. */
const metPlan: readonly string[] = ['keuze', 'overbrugging'];

function magLezen(invoer: Geschreven, veld: string, beller: Beller, t: TrajectToestand): boolean {
  switch (beller.rol) {
    case 'coordinator':
      return true;
    case 'aanmelder':
      return (
        invoer.soort === 'verslag' ||
        (metPlan.includes(invoer.soort) && deeltTeksten(t)) ||
        // Written for the aanmelder; the toelichting beside it is for the team.
        (invoer.soort === 'triage' && veld === 'uitleg') ||
        (invoer.rol === 'aanmelder' && invoer.wie === beller.wie)
      );
    default:
      return false;
  }
}
