/** The rules of an aanmelding that need today's date, or that warn without refusing. */
import { type Aanmelding, aanmeldingSchema, eersteSpoor } from './aanmelding.ts';
import { verblijfSoorten } from './aanmeldingCodes.ts';
import { type Veldfout, veldfout } from './fouten.ts';
import { meldingBuitenHaaglanden } from './gemeenten.ts';
import { isVolwassen } from './leeftijd.ts';
import { leeftijdOp } from './werkdagen.ts';

/** What a check found: a `fout` refuses the aanmelding, a `let-op` is told and changes nothing. */
export interface Bevinding extends Veldfout {
  ernst: 'fout' | 'let-op';
}

/**
 * What is to be said about a well-formed aanmelding at moment `nu` (ms since the epoch; ages count in
 * Europe/Amsterdam). An empty list: nothing.
 */
export function toetsAanmelding(aanmelding: Aanmelding, nu: number): Bevinding[] {
  const { jeugdige, vraag } = aanmelding;
  const bevindingen: Bevinding[] = [];
  const meld = (ernst: Bevinding['ernst'], pad: readonly string[], melding: string) =>
    bevindingen.push({ ...veldfout(pad, melding, aanmeldingSchema), ernst });

  if (aanmelding.crisis) {
    meld(
      'let-op',
      ['crisis'],
      'U meldt een crisis. Wacht niet op ons, maar bel nu het Crisis Interventie Team (CIT). Dat is dag en nacht bereikbaar.',
    );
  }
  if (leeftijdOp(jeugdige.geboorteDatum, nu) < 0) {
    meld('fout', ['jeugdige', 'geboorteDatum'], 'Deze geboortedatum ligt in de toekomst. Kijk de datum na.');
  }
  if (isVolwassen(jeugdige.geboorteDatum, nu)) {
    meld(
      'fout',
      ['jeugdige', 'geboorteDatum'],
      'Volgens deze geboortedatum is de jeugdige 18 jaar of ouder. Zorglogistiek zoekt een plek voor jeugdigen tot 18 jaar. Kijk de datum na. Klopt de datum? Vraag dan bij de gemeente naar hulp voor volwassenen.',
    );
  }
  if (jeugdige.gemeenteNaam !== undefined) {
    meld('let-op', ['jeugdige', 'gemeente'], meldingBuitenHaaglanden(jeugdige.gemeenteNaam));
  }
  const isGroep = vraag.verblijfSoort === 'behandelgroep' || vraag.verblijfSoort === 'woongroep';
  // The Experttafel advises on any kind of care.
  if (!isGroep && eersteSpoor(aanmelding) !== 'experttafel') {
    meld(
      'let-op',
      ['vraag', 'verblijfSoort'],
      `U koos “${verblijfSoorten[vraag.verblijfSoort]}”. Zorglogistiek zoekt alleen een behandelgroep of een woongroep. Wij nemen uw aanmelding aan en een coördinator laat weten waar u met deze vraag terecht kunt.`,
    );
  }
  return bevindingen;
}
