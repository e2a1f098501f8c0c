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
  /** When the last answer came; null when there is none. */
  laatste: string | null;
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
      ['Uw laatste antwoord', laatste ?? 'Nog geen antwoord'],
    ]),
    alinea(
      isExtra
        ? 'Noem iedere jeugdige die op de peildatum bij u wachtte. Het BSN bewaren wij niet: wij maken er een afdruk van, om een jeugdige die bij meer aanbieders is aangemeld één keer te tellen.'
        : wieWachtZin,
    ),
    laatste !== null &&
      alinea('Stuurt u nog een antwoord, dan telt dat in plaats van het vorige. Vul dan alles opnieuw in.'),
  );
}
