import { aanmeldingVoorbeeld } from '../../api/voorbeelden.ts';
import type { Aanmelding } from '../../domain/aanmelding.ts';
import { stelTriageVoor } from '../../domain/triage.ts';
import type { TriageBevinding, TriageVraag } from '../../domain/triageCodes.ts';

/** A moment at which the jeugdige of the example is nine years old. */
export const triageMoment = Date.parse('2025-06-05T10:00Z');

interface Wijziging extends Partial<Omit<Aanmelding, 'jeugdige' | 'vraag'>> {
  jeugdige?: Partial<Aanmelding['jeugdige']>;
  vraag?: Partial<Aanmelding['vraag']>;
}

/** An aanmelding about which triage has nothing to say, with changes. */
export function triageAanmelding({ jeugdige, vraag, ...rest }: Wijziging = {}): Aanmelding {
  return {
    ...aanmeldingVoorbeeld,
    ...rest,
    jeugdige: { ...aanmeldingVoorbeeld.jeugdige, ...jeugdige },
    vraag: { ...aanmeldingVoorbeeld.vraag, ...vraag },
  };
}

/** What triage finds about one question. Throws when there is not exactly one bevinding about it. */
export function bevindingOver(
  code: TriageVraag,
  wijziging: Wijziging = {},
  nu: number = triageMoment,
): TriageBevinding {
  const gevonden = stelTriageVoor(triageAanmelding(wijziging), nu).bevindingen.filter(
    (bevinding) => bevinding.code === code,
  );
  const [bevinding] = gevonden;
  if (!bevinding || gevonden.length > 1) throw new Error(`${gevonden.length} bevindingen over ${code}`);
  return bevinding;
}
