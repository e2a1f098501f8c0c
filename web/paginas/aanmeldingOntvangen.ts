/** What an aanmelder reads after sending the form. The kenmerk in the address need not exist: the page shows the same. */
import { Fragment, createElement as h } from 'react';
import type { Cit } from '../../domain/cit.ts';
import { citOpdracht, citVraag } from '../onderdelen/citmelding.ts';
import { samenvatting } from '../onderdelen/samenvatting.ts';
import { alinea, kop, lijst, link } from '../onderdelen/tekst.ts';
import { pagina } from '../schil.ts';

/** What the page after an aanmelding shows. */
export interface Ontvangen {
  kenmerk: string;
  cit: Cit;
  /** True when the aanmelding says that there is a crisis now. */
  crisis: boolean;
  /** The mailbox of the team. */
  email: string;
}

/** A crisis is closed at once, and goes to the CIT: nobody here looks for a place, but a coördinator asks how it went. */
const bijCrisis = [
  'Wij zoeken nu niet verder: bij een crisis helpt het CIT. Uw aanmelding is bewaard en het traject is meteen afgesloten.',
  'U krijgt dit ook per e-mail. Een coördinator belt u om te horen of het CIT is gebeld. Wacht daar niet op.',
  'Is er na de crisis een plek nodig die moeilijk te vinden is? Dan kunt u opnieuw aanmelden.',
];

/** The page after an aanmelding; in a crisis it first says who to call now. */
export function ontvangenPagina({ kenmerk, cit, crisis, email }: Ontvangen): string {
  return pagina({
    titel: crisis ? 'Bel nu het CIT' : 'Uw aanmelding is ontvangen',
    inhoud: h(
      Fragment,
      null,
      crisis ? citOpdracht(cit) : null,
      samenvatting([['Kenmerk van uw aanmelding', kenmerk]]),
      alinea('Bewaar dit kenmerk. Noem het als u ons belt of mailt.'),
      kop('Wat er nu gebeurt'),
      lijst(
        crisis
          ? bijCrisis
          : [
              'U krijgt een bevestiging per e-mail. Geen e-mail gekregen? Kijk bij de ongewenste e-mail, of bel ons.',
              'Een coördinator leest uw aanmelding en bekijkt of Zorglogistiek kan helpen. Past de vraag beter ergens anders, dan verwijst de coördinator u door.',
              'Mist er informatie, dan vraagt de coördinator u daarom.',
            ],
      ),
      alinea(
        'Vragen? Mail het team op ',
        link(`mailto:${email}`, email),
        '. Stuur geen gegevens van de jeugdige mee.',
      ),
      crisis ? null : citVraag(cit),
      alinea(link('/aanmelden', 'Meld nog een jeugdige aan')),
    ),
  });
}
