/** What the effect of one decision is made from. */
import type { CodesVan, TrajectBesluitSoort } from './besluiten.ts';
import type { Uitkomst } from './codes.ts';
import type { Gebeurtenis } from './gebeurtenis.ts';
import type { VervalReden } from './onderzoek.ts';
import type { TrajectToestand } from './traject.ts';
import { bericht, gevolg, type TrajectGevolg, type Wijziging } from './trajectGevolg.ts';
import { laatOpenVervallen, nietMeerNodig } from './trajectRonde.ts';

/** When and on what occasion a decision is taken. */
export interface Moment {
  /** The line in the story: its kind and its codes. */
  gebeurtenis: Gebeurtenis;
  /** Key of the mails: the Invoer. */
  gelegenheid: string;
  /** ms since the epoch. */
  nu: number;
  /** That the table on which the traject stands goes by without it; only asked where `kanTafelMissen`. */
  isTafelGemist?: boolean;
}

/** The effect of one kind of decision on a traject that allows it. */
export type Neem<S extends TrajectBesluitSoort> = (
  t: TrajectToestand,
  codes: CodesVan<S>,
  moment: Moment,
) => TrajectGevolg;

/** Ends a traject: open onderzoeken lapse, and every aanbieder that made an offer or was chosen hears it. */
export function sluit(
  t: TrajectToestand,
  uitkomst: Uitkomst,
  reden: VervalReden,
  { gebeurtenis, gelegenheid, nu }: Moment,
  berichten: TrajectGevolg['berichten'],
  wijziging: Wijziging = {},
): TrajectGevolg {
  const { onderzoeken, teVervallen } = laatOpenVervallen(t, () => reden);
  return gevolg(t, { ...wijziging, fase: 'afgesloten', uitkomst, onderzoeken }, gebeurtenis, nu, {
    teVervallen,
    berichten: [
      ...berichten,
      ...nietMeerNodig(t, reden, gelegenheid, t.gekozen),
      ...t.gekozen.map((aanbieder) =>
        bericht(
          reden === 'ingetrokken' ? 'ingetrokken' : 'traject-beeindigd',
          { wie: 'aanbieder', aanbieder },
          gelegenheid,
          {
            ...(reden === 'ingetrokken' ? {} : { reden }),
          },
        ),
      ),
    ],
  });
}
