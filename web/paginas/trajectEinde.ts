/** What an aanmelder reads behind its link once the traject has ended. */
import { Fragment, createElement as h, type ReactNode } from 'react';
import type { Uitkomst } from '../../domain/codes.ts';
import { melding } from '../onderdelen/melding.ts';
import { samenvatting } from '../onderdelen/samenvatting.ts';
import { alinea, kop, link, tekstblok } from '../onderdelen/tekst.ts';
import { pagina } from '../schil.ts';

/**
 * What happened and what to do now, per uitkomst. Who holds the link reads this before any code, so it tells no more than
 * the subject of the closing e-mail did: no reason, no age, nothing of the jeugdige.
 */
export const eindes: Readonly<Record<Uitkomst, readonly [titel: string, uitleg: string]>> = {
  'zorg-gestart': [
    'De zorg is gestart',
    'Het traject is afgesloten. U hoeft niets meer te doen. Is er later weer een plek nodig, dan kunt u opnieuw aanmelden.',
  ],
  'advies-uitgevoerd': [
    'Het advies is uitgevoerd',
    'Het traject is afgesloten. U hoeft niets meer te doen. Is er later weer hulp nodig, dan kunt u opnieuw aanmelden.',
  ],
  doorverwezen: [
    'Wij hebben u doorverwezen',
    'De vraag hoort bij een ander. Wij zoeken niet verder; het traject is afgesloten.',
  ],
  teruggestuurd: [
    'Wij hebben uw aanmelding teruggestuurd',
    'Wij konden er nog niet mee verder; het traject is afgesloten. Is de aanmelding aangevuld, dan kunt u opnieuw aanmelden.',
  ],
  afgewezen: [
    'Wij konden uw aanmelding niet in behandeling nemen',
    'Wij zoeken niet verder; het traject is afgesloten.',
  ],
  ingetrokken: [
    'De aanmelding is ingetrokken',
    'Wij zoeken niet verder; het traject is afgesloten. Heeft u de aanmelding niet zelf ingetrokken? Neem dan contact met ons op. Is er weer een plek nodig, dan kunt u opnieuw aanmelden.',
  ],
  crisis: [
    'Bel nu het CIT',
    'Zorglogistiek helpt niet bij een crisis; het traject is hier afgesloten. Is er na de crisis een plek nodig die moeilijk te vinden is, dan kunt u opnieuw aanmelden.',
  ],
  overgedragen: [
    'Andere zorg gaat verder',
    'Wij zoeken niet verder; het traject is afgesloten. Weet u niet met wie u nu verder praat? Vraag het dan aan de coördinator.',
  ],
};

/** The way to a new aanmelding. */
export const opnieuwAanmelden = (): ReactNode => alinea(link('/aanmelden', 'Meld een jeugdige aan'));

/** Whom to ask; `email` is the address of the team. */
export function vraagHetTeam(email: string): ReactNode {
  return alinea(
    'Heeft u een vraag? Mail het team op ',
    link(`mailto:${email}`, email),
    ' of bel uw contactpersoon bij Zorglogistiek. Zet geen gegevens van de jeugdige in een e-mail.',
  );
}

interface TrajectEinde {
  kenmerk: string;
  uitkomst: Uitkomst;
  /** Why, and what to do now. */
  waarom: string | null;
  /** What the coördinator wrote for the aanmelder. */
  uitleg: string | null;
  /** Why what was sent could not be taken. */
  probleem?: string | undefined;
  email: string;
}

/** The page of a traject that went no further, after the code: why, and in the words of the coördinator. */
export function trajectEindePagina({
  kenmerk,
  uitkomst,
  waarom,
  uitleg,
  probleem,
  email,
}: TrajectEinde): string {
  const [titel, watNu] = eindes[uitkomst];
  return pagina({
    titel,
    metFouten: probleem !== undefined,
    inhoud: h(
      'div',
      { className: 'zl-stapel' },
      probleem !== undefined &&
        melding({ soort: 'error', kop: 'Dit is niet verwerkt', inhoud: alinea(probleem), dringend: true }),
      samenvatting([['Kenmerk', kenmerk]]),
      alinea(watNu),
      waarom !== null && alinea(waarom),
      uitleg !== null && h(Fragment, null, kop('Uitleg van de coördinator'), tekstblok(uitleg)),
      opnieuwAanmelden(),
      vraagHetTeam(email),
    ),
  });
}
