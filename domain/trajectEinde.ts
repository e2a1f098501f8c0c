/** Who carries something out beside an offer, and hears that it is over. */
import { kentRegels, openAfspraken, type TrajectToestand } from './traject.ts';
import { bericht, buitenTeam, type TrajectGevolg } from './trajectGevolg.ts';

/**
 * The same with word to whom it ends something that it carried out: who no longer owns the overbruggingsplan, and at a closing who
 * has an afspraak that is open. Each once, and not who reads of it in another e-mail of the same change. Before `regels: 5` nobody
 * heard it.
 */
export function metWatEindigt(t: TrajectToestand, gevolg: TrajectGevolg, gelegenheid: string): TrajectGevolg {
  if (!kentRegels(t, 5)) return gevolg;
  const { toestand: nieuw, berichten } = gevolg;
  const isDicht = nieuw.fase === 'afgesloten';
  const eigenaar = isDicht || nieuw.eigenaar !== t.eigenaar ? t.eigenaar : undefined;
  const metAfspraak = isDicht ? openAfspraken(t).map(({ wie }) => wie) : [];
  // Whose onderzoek lapses at a closing reads that in the e-mail of the onderzoek.
  const lezers = isDicht ? gevolg.teVervallen.map(({ id }) => t.onderzoeken[id]?.aanbieder) : [];
  const waarom = isDicht ? 'afgesloten' : nieuw.evaluatieDatum ? 'overgenomen' : 'vervallen';
  const nieuws = [...new Set([eigenaar, ...metAfspraak])].flatMap((code) => {
    const aan = buitenTeam(code);
    if (!aan || lezers.includes(code) || berichten.some((ander) => isZelfde(ander.aan, aan))) return [];
    return [
      bericht('uitvoering-beeindigd', aan, gelegenheid, {
        waarom,
        ...(code === eigenaar ? { plan: 1 } : {}),
      }),
    ];
  });
  return nieuws.length > 0 ? { ...gevolg, berichten: [...berichten, ...nieuws] } : gevolg;
}

type Wie = TrajectGevolg['berichten'][number]['aan'];

function isZelfde(een: Wie, ander: Wie): boolean {
  return een.wie === 'aanbieder' && ander.wie === 'aanbieder'
    ? een.aanbieder === ander.aanbieder
    : een.wie === ander.wie;
}
