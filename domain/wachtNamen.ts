/** What a traject waits for too long, in Dutch: one short sentence per reason, for lists, views, summaries and mails. */
import type { WachtOp, WachtSoort } from './codes.ts';

/** Each reason for being vastgelopen as a sentence without a capital or a full stop, to stand behind a colon. */
export const wachtNamen: Readonly<Record<WachtSoort, string>> = {
  triage: 'de triage is niet gedaan',
  oppakken: 'het nieuwe team heeft het traject niet opgepakt',
  informatie: 'de aanmelder heeft de gevraagde informatie niet gegeven',
  weging: 'de weging is niet gedaan',
  planning: 'er is geen bespreking gepland',
  afspraak: 'een afspraak is niet afgerond',
  verslag: 'het verslag is niet gemaakt',
  antwoord: 'een aanbieder heeft niet geantwoord',
  samenwerking: 'aanbieders zijn het niet eens over een plan',
  keuze: 'de keuze is niet gemaakt',
  stap: 'er is geen volgende stap gezet',
  advies: 'de opvolging is niet gedaan',
  overbrugging: 'het overbruggingsplan is niet opnieuw bekeken',
  zorgstart: 'de zorg is niet gestart',
  opschorting: 'de opschorting is niet opnieuw bekeken',
  wachtkeuze: 'de keuze om te wachten is niet opnieuw bekeken',
  contact: 'er is te lang niet over de jeugdige gesproken',
  overdracht: 'de jeugdige is 18 geworden en niet overgedragen',
  bevestiging: 'een aanbieder heeft het onderzoek niet bevestigd',
  nieuws: 'een aanbieder laat niet weten hoe het onderzoek loopt',
};

/** What has to be done to end each wait, as an infinitive: a reminder comes before anything has lasted too long. */
export const wachtTaken: Readonly<Record<WachtSoort, string>> = {
  triage: 'de triage doen',
  oppakken: 'het traject oppakken',
  informatie: 'de gevraagde informatie geven',
  weging: 'de weging doen',
  planning: 'een bespreking plannen',
  afspraak: 'de afspraak afronden',
  verslag: 'het verslag maken',
  antwoord: 'het antwoord van de aanbieder krijgen',
  samenwerking: 'het eens worden over een plan',
  keuze: 'de keuze maken',
  stap: 'de volgende stap zetten',
  advies: 'bekijken hoe het verder is gegaan',
  overbrugging: 'het overbruggingsplan opnieuw bekijken',
  zorgstart: 'vastleggen of de zorg is gestart',
  opschorting: 'bekijken of het traject verder kan',
  wachtkeuze: 'bekijken of wachten nog een keuze is',
  contact: 'contact hebben over de jeugdige',
  overdracht: 'de jeugdige overdragen',
  bevestiging: 'bevestigen dat het onderzoek loopt',
  nieuws: 'laten weten hoe het onderzoek loopt',
};

/** On whom a traject waits, where no code of a person or an aanbieder tells more. */
const opNamen: Readonly<Record<WachtOp, string>> = {
  aanmelder: 'de aanmelder',
  coordinator: 'de coördinator',
  tafel: 'de tafelbespreking',
  aanbieder: 'de aanbieder',
  zorgstart: 'de start van de zorg',
  niemand: 'niemand',
};

const opsomming = new Intl.ListFormat('nl-NL');

/** Each of these codes in Dutch words, as an enumeration: `de aanmelder en aanbieder-01`. */
export function wieNamen(codes: readonly string[]): string {
  return opsomming.format(codes.map((code) => (code === 'aanmelder' ? opNamen.aanmelder : code)));
}

/** On whom a traject waits, in Dutch words; `wie` holds one code, or more with a space between. */
export function wachtOpWie({ op, wie }: { op: WachtOp; wie?: string | undefined }): string {
  return wie ? wieNamen(wie.split(' ')) : opNamen[op];
}
