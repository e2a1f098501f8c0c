/** What the decisions of people change in a traject. Whether one may be taken stands in overgangen.ts. */
import type { TrajectBesluit, TrajectBesluitSoort } from './besluiten.ts';
import type { TrajectToestand } from './traject.ts';
import { afspraakGedaan } from './trajectAfspraak.ts';
import { metWatEindigt } from './trajectEinde.ts';
import { aanmelder, bericht, coordinator, gevolg, type TrajectGevolg } from './trajectGevolg.ts';
import {
  crisis,
  crisisBerichten,
  informatie,
  informatievraag,
  triage,
  vraagIngetrokken,
  weging,
} from './trajectIntake.ts';
import type { Neem } from './trajectNemen.ts';
import { contact, intrekking, keuze, overbrugging, overdracht, zorgstart } from './trajectPlaats.ts';
import { advies, adviesUitgevoerd, spoor, stap } from './trajectSpoor.ts';
import { directVoorleggen, situatie, tafeldatum, verslag } from './trajectTafel.ts';
import {
  complexiteit,
  hervatting,
  nieuweAanmelder,
  nieuweCoordinator,
  opschorting,
  stuk,
  verhuizing,
  wachtkeuze,
  wachtkeuzeEinde,
  wachtreden,
} from './trajectVerloop.ts';

const nemen: { readonly [S in TrajectBesluitSoort]: Neem<S> } = {
  triage,
  informatievraag,
  informatie,
  'vraag-ingetrokken': vraagIngetrokken,
  weging,
  stuk,
  tafeldatum,
  'direct-voorleggen': directVoorleggen,
  verslag,
  'afspraak-gedaan': afspraakGedaan,
  wachtreden,
  complexiteit,
  situatie,
  opschorting,
  hervatting,
  wachtkeuze,
  'wachtkeuze-einde': wachtkeuzeEinde,
  verhuizing,
  aanmelder: nieuweAanmelder,
  coordinator: nieuweCoordinator,
  spoor,
  stap,
  advies,
  'advies-uitgevoerd': adviesUitgevoerd,
  keuze,
  overbrugging,
  zorgstart,
  contact,
  overdracht,
  crisis,
  intrekking,
};

/** What the aanmelding itself sets in motion: the confirmation to the aanmelder and the word to the team. A crisis ends it at once. */
export function bijBegin(t: TrajectToestand): TrajectGevolg {
  const isCrisis = t.triageVoorstel === 'crisis';
  return gevolg(
    t,
    isCrisis ? { fase: 'afgesloten', uitkomst: 'crisis' } : {},
    {
      soort: isCrisis ? 'crisis' : 'traject-begonnen',
      codes: { gemeente: t.gemeente, complexiteit: t.complexiteit },
    },
    t.aanmeldingTijdstip,
    {
      berichten: isCrisis
        ? crisisBerichten('start')
        : [
            bericht('ontvangst-aanmelding', aanmelder, 'start', { ambitie: t.ambitieTijdstip }),
            bericht('nieuwe-aanmelding', coordinator, 'start', { ambitie: t.ambitieTijdstip }),
          ],
    },
  );
}

/**
 * The state after a decision that `weigerTrajectBesluit` let pass, taken at moment `nu` (ms); mails are keyed by its Invoer.
 * `isTafelGemist` is what a table says of it where `kanTafelMissen`.
 */
export function pasTrajectBesluitToe(
  t: TrajectToestand,
  besluit: TrajectBesluit,
  invoerId: string,
  nu: number,
  isTafelGemist = false,
): TrajectGevolg {
  const gebeurtenis = { soort: besluit.soort, codes: { ...besluit.codes } };
  const neem = nemen[besluit.soort] as Neem<TrajectBesluitSoort>;
  const gevolg = neem(t, besluit.codes as never, { gebeurtenis, gelegenheid: invoerId, nu, isTafelGemist });
  return metWatEindigt(t, gevolg, invoerId);
}
