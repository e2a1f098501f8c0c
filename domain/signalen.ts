/** What a manager looks for in a traject. */
import type { Signaal } from './codes.ts';
import { doorbrakenVan, isTeLaat, type TrajectToestand } from './traject.ts';
import { vastgelopenVan } from './wachten.ts';

/** What a manager looks for, as it holds now. */
export function signalenVan(t: TrajectToestand): Signaal[] {
  const lijst: Signaal[] = [];
  if (isTeLaat(t)) lijst.push('te-laat');
  if (vastgelopenVan(t).length > 0) lijst.push('vastgelopen');
  if (t.opgeschort && t.fase !== 'afgesloten') lijst.push('opgeschort');
  if (t.weging?.besluit === 'voorrang') lijst.push('voorrang');
  if (t.schadelijk && !t.wachtkeuze) lijst.push('schadelijk');
  if (doorbrakenVan(t).length > 0 && t.fase !== 'afgesloten') lijst.push('doorbraak');
  if (t.wachtkeuze) lijst.push('wachten-is-keuze');
  if (t.achttienStand) lijst.push('achttien');
  return lijst;
}
