/** When a step in virtual time is over: nothing is under way any more, so that the clock may go on. */
import { setTimeout as wacht } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { trajectWorkflowId } from '../domain/kenmerk.ts';
import { isOpen, isVastgelopen, type OnderzoekToestand } from '../domain/onderzoek.ts';
import type { TrajectToestand } from '../domain/traject.ts';
import type { Speelruimte } from './speelruimte.ts';

/** How long (real ms) to wait until everything that a step set in motion has been done. */
const geduld = 30_000;

/**
 * Waits until nothing is under way: every mail has left, no activity is going on, and what the traject knows of its
 * onderzoeken is what they say themselves.
 */
export function rust(ruimte: Speelruimte, kenmerk: string): Promise<void> {
  return wachtTot(`${kenmerk} komt niet tot rust`, () => watIsOnderweg(ruimte, kenmerk));
}

/** Waits until `beletsel` tells of nothing any more. @throws with the last that it told when that takes too long. */
export async function wachtTot(klacht: string, beletsel: () => Promise<string | null>): Promise<void> {
  const einde = Date.now() + geduld;
  for (let nog = await beletsel(); nog !== null; nog = await beletsel()) {
    if (Date.now() > einde) throw new Error(`${klacht}: ${nog}`);
    await wacht(20);
  }
}

async function watIsOnderweg({ db, client }: Speelruimte, kenmerk: string): Promise<string | null> {
  // First what takes longest, and costs least to ask.
  const mails = await db.bericht.count({ where: { status: { in: ['klaar', 'onbekend'] } } });
  if (mails > 0) return `${mails} mails zijn nog niet verzonden`;
  const [traject, rijen] = await Promise.all([
    db.traject.findUniqueOrThrow({ where: { kenmerk } }),
    db.onderzoek.findMany({ where: { kenmerk } }),
  ]);
  const { versie, onderzoeken } = traject.toestand as unknown as TrajectToestand;
  if (versie === 0) return 'het traject is nog niet begonnen';
  for (const [id, o] of Object.entries(onderzoeken)) {
    const rij = rijen.find((rij) => rij.id === id);
    if (!rij || rij.versie === 0) return `${id} is nog niet begonnen`;
    const eigen = rij.toestand as unknown as OnderzoekToestand;
    const isGelijk =
      isOpen(o.status) === isOpen(eigen.status) &&
      isDeepStrictEqual(o.antwoord, eigen.antwoord) &&
      (!isOpen(o.status) || o.vastgelopen === isVastgelopen(eigen));
    if (!isGelijk) return `het traject heeft ${id} nog niet gehoord`;
  }
  const vragen = await db.gebeurtenis.groupBy({
    by: ['soort'],
    where: {
      kenmerk,
      OR: [
        { soort: 'onderzoek-vraag' },
        { soort: 'informatievraag', codes: { path: ['aanbieder'], string_starts_with: 'aanbieder' } },
      ],
    },
    _count: true,
  });
  if (new Set(vragen.map(({ _count }) => _count)).size > 1 || vragen.length === 1)
    return 'het traject heeft de vraag van een aanbieder nog niet gehoord';
  const workflows = [
    { id: trajectWorkflowId(kenmerk), isUit: traject.fase === 'afgesloten' },
    ...rijen.map(({ id, status }) => ({ id, isUit: status === 'beantwoord' || status === 'vervallen' })),
  ];
  for (const { id, isUit } of workflows) {
    const { status, raw } = await client.workflow.getHandle(id).describe();
    if ((raw.pendingActivities ?? []).length > 0) return `${id} voert nog iets uit`;
    if (isUit && status.name === 'RUNNING') return `${id} is nog niet klaar`;
  }
  return null;
}
