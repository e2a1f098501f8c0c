/** The page on which an aanbieder without an account tells who waits. */
import { wieWachtZin } from '../../domain/rapport/definities.ts';
import { samenvatting } from '../onderdelen/samenvatting.ts';
import { alinea } from '../onderdelen/tekst.ts';
import { type Besluitpagina, besluitpagina } from './onderzoekAntwoord.ts';

interface UitvraagAntwoord extends Besluitpagina {
  /** In words: the quarter, or the peildatum. */
  over: string;
  isExtra: boolean;
  antwoordVoor: string;
  /** The last answer of the aanbieder, whoever of it gave it: when, and how many jeugdigen it named; null when there is none. */
  laatste: { moment: string; jeugdigen: number } | null;
}

/** The page of an uitvraag that can be answered, after the code. */
export function uitvraagAntwoordPagina(gegevens: UitvraagAntwoord): string {
  const { over, isExtra, antwoordVoor, laatste } = gegevens;
  return besluitpagina(
    'Hoeveel jeugdigen wachten bij u?',
    gegevens,
    samenvatting([
      [isExtra ? 'Peildatum' : 'Het gaat over', over],
      ['Antwoord graag vóór', antwoordVoor],
      ['Laatste antwoord van uw organisatie', laatste?.moment ?? 'Nog geen antwoord'],
    ]),
    alinea(
      isExtra
        ? 'Noem iedere jeugdige die op de peildatum bij u wachtte. Het BSN bewaren wij niet: wij maken er een afdruk van, om een jeugdige die bij meer aanbieders is aangemeld één keer te tellen.'
        : wieWachtZin,
    ),
    laatste !== null &&
      alinea(
        isExtra
          ? `Uw organisatie noemde ${laatste.jeugdigen === 1 ? 'één jeugdige' : `${laatste.jeugdigen} jeugdigen`}. Stuurt u nog een antwoord, dan telt dat in plaats van het vorige. Noem dan alle jeugdigen opnieuw: het BSN hebben wij niet bewaard, dus wij kunnen ze niet voor u invullen.`
          : 'Hieronder staat wat uw organisatie eerder antwoordde. Verander wat niet klopt, en verstuur het opnieuw: dan telt dat in plaats van het vorige.',
      ),
  );
}
