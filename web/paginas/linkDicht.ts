import { createElement as h } from 'react';
import type { Cit } from '../../domain/cit.ts';
import type { Uitkomst } from '../../domain/codes.ts';
import { citOpdracht } from '../onderdelen/citmelding.ts';
import { alinea } from '../onderdelen/tekst.ts';
import { pagina } from '../schil.ts';
import { eindes, opnieuwAanmelden, vraagHetTeam } from './trajectEinde.ts';

/** Why a link leads nowhere any more, when that is not the end of a traject. */
type Reden =
  | 'onbekend'
  | 'verlopen'
  | 'ingetrokken'
  | 'beantwoord'
  | 'niet-meer-nodig'
  | 'niets-open'
  | 'geen-stukken'
  | 'uitvraag-gesloten'
  | 'uitvraag-afgerond'
  | 'doorbraak-afgerond'
  | 'week-voorbij';

/** Why a link leads nowhere any more. */
export type Dicht = Reden | { uitkomst: Uitkomst };

const teksten: Readonly<Record<Reden, readonly [titel: string, uitleg: string]>> = {
  onbekend: [
    'Deze link werkt niet',
    'Misschien is de link niet helemaal overgenomen. Open de link nog een keer vanuit de e-mail.',
  ],
  verlopen: [
    'Deze link is verlopen',
    'Uit veiligheid werkt een link een beperkte tijd. Bij de volgende e-mail krijgt u een nieuwe.',
  ],
  ingetrokken: [
    'Deze link werkt niet meer',
    'De link is ingetrokken, bijvoorbeeld omdat iemand anders de contactpersoon is geworden.',
  ],
  beantwoord: [
    'Uw antwoord is binnen',
    'Wij hebben uw antwoord ontvangen. U hoeft niets meer te doen. Dank u wel.',
  ],
  'niet-meer-nodig': [
    'Uw antwoord is niet meer nodig',
    'De vraag is gesloten. U hoeft niets meer te doen. Dank u wel voor uw inzet.',
  ],
  'niets-open': ['Er staat niets meer voor u open', 'U hoeft niets meer te doen. Dank u wel voor uw inzet.'],
  'uitvraag-gesloten': [
    'Deze uitvraag is gesloten',
    'U kunt hier niet meer antwoorden. Wilt u toch nog antwoorden, of uw antwoord verbeteren? Vraag de coördinator van Zorglogistiek om de uitvraag voor uw organisatie opnieuw te openen.',
  ],
  'uitvraag-afgerond': [
    'Deze uitvraag is afgerond',
    'Er kan niets meer veranderen. Vertel nieuwe cijfers in de volgende uitvraag.',
  ],
  'geen-stukken': [
    'Er zijn geen stukken meer om te lezen',
    'De bespreking is geweest of gaat niet door, of uw toegang is gestopt. Onderzoekt u een vraag? Dan leest u de stukken met de link in de e-mail over dat onderzoek.',
  ],
  'doorbraak-afgerond': [
    'Deze doorbraak is afgerond',
    'Alle afspraken zijn opgevolgd. Wie nog te lang wacht, staat op de agenda van de volgende doorbraak.',
  ],
  'week-voorbij': [
    'Deze week is voorbij',
    'Het weekoverzicht toont hoe het nu is. Open de link in de e-mail van deze week.',
  ],
};

/** The page of a link that leads nowhere: why, and what to do. `email` is the address of the team. */
export function linkDichtPagina(dicht: Dicht, email: string, cit: Cit): string {
  const uitkomst = typeof dicht === 'object' ? dicht.uitkomst : null;
  const [titel, uitleg] = typeof dicht === 'object' ? eindes[dicht.uitkomst] : teksten[dicht];
  return pagina({
    titel,
    inhoud: h(
      'div',
      { className: 'zl-stapel' },
      uitkomst === 'crisis' && citOpdracht(cit),
      alinea(uitleg),
      uitkomst && opnieuwAanmelden(),
      vraagHetTeam(email),
    ),
  });
}
