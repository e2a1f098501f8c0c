/** The questions of the aanmeldformulier, in the order in which they are asked; their words come from `aanmeldingSchema`. */
import {
  complexiteitLabels,
  gecertificeerdeInstellingen,
  informatieStanden,
  maatregelen,
  organisatieSoorten,
  sectoren,
  spoorLabels,
  verblijfplaatsen,
  verblijfSoorten,
} from '../../domain/aanmeldingCodes.ts';
import { gemeenteKeuzes } from '../../domain/gemeenten.ts';
import type { Formulierveld } from '../formulier.ts';

/** A part of a form, with a heading. */
export interface Sectie {
  kop: string;
  velden: readonly Formulierveld[];
}

/** Asked before anything else. */
export const crisisVeld: Formulierveld = {
  pad: 'crisis',
  soort: 'vink',
  tekst: 'Ja, er is nu gevaar of een crisis',
  uitleg: 'Kruis dit aan als het zo is. U leest dan meteen na het versturen nog eens wie u belt.',
};

/** The form below the question whether there is a crisis. */
export const secties: readonly Sectie[] = [
  {
    kop: 'Over u',
    velden: [
      { pad: 'aanmelder.organisatieSoort', soort: 'keuze', keuzes: organisatieSoorten },
      { pad: 'aanmelder.organisatie', soort: 'regel', autocomplete: 'organization' },
      { pad: 'aanmelder.naam', soort: 'regel', autocomplete: 'name' },
      { pad: 'aanmelder.email', soort: 'regel', autocomplete: 'email', toetsen: 'email' },
      { pad: 'aanmelder.telefoon', soort: 'regel', autocomplete: 'tel', toetsen: 'tel' },
    ],
  },
  {
    kop: 'Over de jeugdige',
    velden: [
      { pad: 'jeugdige.naam', soort: 'regel' },
      {
        pad: 'jeugdige.geboorteDatum',
        soort: 'datum',
        uitleg: 'Bijvoorbeeld 23 4 2012. Zorglogistiek helpt jeugdigen tot 18 jaar.',
      },
      { pad: 'jeugdige.bsn', soort: 'regel', toetsen: 'numeric' },
      { pad: 'jeugdige.gemeente', soort: 'keuzelijst', keuzes: gemeenteKeuzes },
      {
        pad: 'jeugdige.gemeenteNaam',
        soort: 'regel',
        uitleg: 'Vul dit alleen in als u koos voor een gemeente buiten Haaglanden.',
      },
      { pad: 'jeugdige.verblijfplaats', soort: 'keuze', keuzes: verblijfplaatsen },
      { pad: 'jeugdige.maatregel', soort: 'keuze', keuzes: maatregelen },
      { pad: 'jeugdige.gi', soort: 'keuzelijst', keuzes: gecertificeerdeInstellingen },
    ],
  },
  {
    kop: 'De plek die u zoekt',
    velden: [
      { pad: 'spoor', soort: 'keuzelijst', keuzes: spoorLabels },
      { pad: 'vraag.verblijfSoort', soort: 'keuze', keuzes: verblijfSoorten },
      { pad: 'vraag.sector', soort: 'keuze', keuzes: sectoren },
      { pad: 'complexiteit', soort: 'keuze', keuzes: complexiteitLabels },
      { pad: 'vraag.plek', soort: 'verhaal' },
      { pad: 'vraag.geprobeerd', soort: 'verhaal' },
      { pad: 'vraag.waaromGeenPlek', soort: 'verhaal' },
      {
        pad: 'vraag.gevraagdeAanbieders',
        soort: 'regels',
        uitleg: 'De namen van de aanbieders die u al vroeg, iedere aanbieder op een eigen regel.',
      },
      { pad: 'vraag.perspectief', soort: 'verhaal' },
      { pad: 'vraag.stemJeugdige', soort: 'verhaal' },
      { pad: 'vraag.intelligentieOnderzoek', soort: 'keuzelijst', keuzes: informatieStanden },
      { pad: 'vraag.sociaalEmotioneelOnderzoek', soort: 'keuzelijst', keuzes: informatieStanden },
    ],
  },
  {
    kop: 'Veiligheid',
    velden: [
      { pad: 'risicotaxatie.onveiligheid', soort: 'jaNee' },
      { pad: 'risicotaxatie.gevalideerd', soort: 'jaNee' },
      { pad: 'risicotaxatie.instrument', soort: 'regel' },
    ],
  },
];

/** Every field of the form. */
export const aanmeldvelden: readonly Formulierveld[] = [
  crisisVeld,
  ...secties.flatMap(({ velden }) => velden),
];
