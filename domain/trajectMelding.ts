/** What the reports of onderzoeken change in a traject. */
import { isOpen, type OnderzoekMelding, statusNa } from './onderzoek.ts';
import type { OnderzoekInTraject, TrajectToestand } from './traject.ts';
import { bericht, coordinator, gevolg, type TrajectGevolg } from './trajectGevolg.ts';

/** The state after an onderzoek told what happened in it; null when that changes nothing here. */
export function verwerkMelding(
  t: TrajectToestand,
  melding: OnderzoekMelding,
  nu: number,
): TrajectGevolg | null {
  const bekend = t.onderzoeken[melding.onderzoekId];
  if (!bekend || !isOpen(bekend.status)) return null;
  const antwoord = melding.antwoord?.codes;
  const nieuw: OnderzoekInTraject = {
    ...bekend,
    vastgelopen: melding.vastgelopen,
    ...(antwoord ? { antwoord, status: statusNa(antwoord) } : {}),
  };
  const onderzoeken = { ...t.onderzoeken, [melding.onderzoekId]: nieuw };
  const gebeurtenis = {
    soort: 'onderzoek-gemeld',
    codes: { aanbieder: bekend.aanbieder, status: nieuw.status, vastgelopen: melding.vastgelopen },
  };
  return gevolg(t, { onderzoeken }, gebeurtenis, nu, {
    berichten: antwoord
      ? [
          bericht('onderzoek-antwoord', coordinator, `${melding.onderzoekId}-${melding.gelegenheid}`, {
            aanbieder: bekend.aanbieder,
            antwoord: antwoord.antwoord,
          }),
        ]
      : [],
  });
}
