/** What a traject waits for too long, in Dutch: one short sentence per reason, for lists, views, summaries and mails. */
import type { VastgelopenReden } from './codes.ts';

/** Each reason for being vastgelopen as a sentence without a capital or a full stop, to stand behind a colon. */
export const wachtNamen: Readonly<Record<VastgelopenReden, string>> = {
  triage: 'de triage is niet gedaan',
  oppakken: 'het nieuwe team heeft het traject niet opgepakt',
  informatie: 'de aanmelder heeft de gevraagde informatie niet gegeven',
  weging: 'de weging is niet opnieuw gedaan',
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
