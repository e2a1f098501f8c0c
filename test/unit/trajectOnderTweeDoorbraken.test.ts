/**
 * A traject that is gone through in two doorbraken: in the first something was agreed, the second took the same jeugdige. It
 * shows both, and the end of one ends nothing of the other.
 */
import { describe, expect, it } from 'vitest';
import { trajectDetails } from '../../domain/beeld.ts';
import { signalenVan } from '../../domain/signalen.ts';
import type { TrajectToestand } from '../../domain/traject.ts';
import { bijDoorbraak } from '../../domain/trajectDoorbraak.ts';
import { aanmeldingTijdstip, begonnenTraject } from '../support/berichten.ts';

const eerste = 'doorbraak-2025-K3';
const tweede = 'doorbraak-2025-K4';
const melding = (doorbraak: string, isOnder: boolean) => ({ doorbraak, isOnder, gelegenheid: 'een' });

/** Tells these one after the other; the state after it, and the lines in the story. */
function hoort(begin: TrajectToestand, ...meldingen: ReturnType<typeof melding>[]) {
  let toestand = begin;
  const verhaal: unknown[] = [];
  for (const een of meldingen) {
    const gevolg = bijDoorbraak(toestand, een, aanmeldingTijdstip);
    if (!gevolg) continue;
    toestand = gevolg.toestand;
    verhaal.push(gevolg.gebeurtenis.codes);
  }
  return {
    toestand,
    verhaal,
    details: trajectDetails(toestand),
    isOnder: signalenVan(toestand).includes('doorbraak'),
  };
}

describe('een traject dat in twee doorbraken wordt besproken', () => {
  const begin = begonnenTraject('ZL-2025-0014');
  const beide = hoort(begin, melding(eerste, true), melding(tweede, true));

  it('noemt beide, met sinds wanneer', () => {
    expect(beide.isOnder).toBe(true);
    for (const id of [eerste, tweede])
      expect(beide.details).toContain(`| **Doorbraak** | ${id}, sinds 1 mei 10:00 |`);
  });

  it.each([
    [eerste, tweede],
    [tweede, eerste],
  ])('blijft in de andere als %s klaar is, en het verhaal vertelt van allebei het einde', (klaar, blijft) => {
    const na = hoort(beide.toestand, melding(klaar, false));
    expect(na.isOnder).toBe(true);
    expect(na.details).toContain(blijft);
    expect(na.details).not.toContain(klaar);
    const ten = hoort(na.toestand, melding(blijft, false));
    expect(ten.isOnder).toBe(false);
    expect([...na.verhaal, ...ten.verhaal]).toEqual(
      [klaar, blijft].map((id) => ({ periode: id.replace('doorbraak-', ''), isOnder: false })),
    );
    expect(ten.toestand).not.toHaveProperty('doorbraken');
  });

  it('hoort niets nieuws als hetzelfde nog eens wordt gemeld', () => {
    expect(hoort(beide.toestand, melding(eerste, true), melding(tweede, true)).verhaal).toEqual([]);
  });

  it('kent de doorbraak nog die er al stond voordat het er meer kon onthouden', () => {
    const eerder = { ...begin, doorbraak: { id: eerste, sindsTijdstip: aanmeldingTijdstip } };
    const na = hoort(eerder, melding(tweede, true));
    expect(na.details).toContain(eerste);
    expect(hoort(na.toestand, melding(tweede, false)).details).toContain(eerste);
    expect(hoort(na.toestand, melding(tweede, false), melding(eerste, false)).isOnder).toBe(false);
  });

  it('doet onder de derde regels wat het deed, zodat zijn geschiedenis blijft kloppen', () => {
    const derde = { ...begin, regels: 3 as const };
    const na = hoort(derde, melding(eerste, true), melding(tweede, true), melding(eerste, false));
    expect(na.verhaal).toHaveLength(2);
    expect(na.toestand.doorbraak?.id).toBe(tweede);
    expect(hoort(na.toestand, melding(tweede, false)).toestand).not.toHaveProperty('doorbraak');
  });
});
