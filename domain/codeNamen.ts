/** How a code reads within a Dutch sentence, where the e-mails and the story both need it. */
import type {
  adviesSoorten,
  doorverwijzingen,
  InformatieSoort,
  overdrachtNaar,
  Spoor,
  verhuisAflopen,
} from './codes.ts';

/** The three teams of the Expertiseteam Complexe Zorg by name (halfjaarverslag-zorglogistiek-2025, inleiding). */
export const spoorNamen: Readonly<Record<Spoor, string>> = {
  zorglogistiek: 'Zorglogistiek',
  zorgbemiddeling: 'Zorgbemiddeling',
  experttafel: 'de Experttafel',
};

/** What is asked of the aanmelder; the words of the question stand with the traject. */
export const informatieNamen: Readonly<Record<InformatieSoort, string>> = {
  intelligentie: 'de intelligentie van de jeugdige',
  'sociaal-emotioneel': 'de sociaal-emotionele ontwikkeling van de jeugdige',
  risicotaxatie: 'de risicotaxatie',
  voorgeschiedenis: 'de voorgeschiedenis',
  anders: 'een ander onderwerp',
};

/** To whom a jeugdige is sent on. */
export const doorverwijzingNamen: Readonly<Record<(typeof doorverwijzingen)[number], string>> = {
  'andere-regio': 'een andere jeugdhulpregio',
  aanbieder: 'een aanbieder',
  'lokaal-team': 'het jeugdteam of het lokale team',
  'pleegzorg-of-gezinshuis': 'een aanbieder van pleegzorg of van gezinshuizen',
  jeugdzorgplus: 'de JeugdzorgPlus',
  volwassenenzorg: 'de zorg voor volwassenen',
  'andere-organisatie': 'een andere organisatie',
};

/** What the Experttafel advises (experttafel-2025, "Cijfers en trends"). */
export const adviesNamen: Readonly<Record<(typeof adviesSoorten)[number], string>> = {
  'reguliere-zorg': 'reguliere zorg',
  samenwerking: 'een samenwerking van meer aanbieders',
  maatwerk: 'maatwerk',
  'eerst-veiligheid': 'eerst zorgen dat het veilig is',
};

/** With what a jeugdige goes on that turns 18. */
export const overdrachtNamen: Readonly<Record<(typeof overdrachtNaar)[number], string>> = {
  wmo: 'hulp uit de Wmo',
  wlz: 'zorg uit de Wlz',
  'beschermd-wonen': 'beschermd wonen',
  'verlengde-jeugdhulp': 'verlengde jeugdhulp',
  zelfstandig: 'zelfstandig wonen',
};

/** What a move to another gemeente means for the traject. */
export const verhuisNamen: Readonly<Record<(typeof verhuisAflopen)[number], string>> = {
  'blijft-hier': 'Het traject blijft hier.',
  overgedragen: 'Een andere regio neemt het over. Het traject is afgesloten.',
};
