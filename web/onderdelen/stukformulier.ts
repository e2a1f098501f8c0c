import { createElement as h, type ReactNode } from 'react';
import { bestandssoortenInWoorden, stukBeleid, stukSoortKeuzes } from '../../domain/stukken.ts';
import { verborgenVelden } from '../besluitformulier.ts';
import type { Formulierfout } from './foutenlijst.ts';
import { keuzelijst } from './keuzelijst.ts';
import { knop } from './knop.ts';
import { melding } from './melding.ts';
import { alinea } from './tekst.ts';
import { aria, enkelVeld, veldId } from './veld.ts';

/** The form by which somebody without an account sends a stuk. */
export interface Stukformulier {
  /** Where it is sent to. */
  actie: string;
  verborgen: Readonly<Record<string, string>>;
  /** The soort that was chosen before. */
  soort?: string | undefined;
  fouten: readonly Formulierfout[];
  /** What has to be known of files that no scanner looks at; null when one does. */
  waarschuwing: string | null;
}

/** Soort and file. A browser does not let a page fill in a file again, so it has to be chosen anew when something is wrong. */
export function stukformulier({ actie, verborgen, soort, fouten, waarschuwing }: Stukformulier): ReactNode {
  const foutBij = (naam: string) => fouten.find((een) => een.naam === naam)?.melding;
  const bestand = {
    naam: 'bestand',
    label: 'Bestand',
    uitleg: `Hoogstens ${stukBeleid.grootsteStuk / 1024 / 1024} MB: ${bestandssoortenInWoorden}.`,
    fout: foutBij('bestand'),
  };
  return h(
    'form',
    {
      method: 'post',
      action: actie,
      encType: 'multipart/form-data',
      noValidate: true,
      className: 'zl-stapel',
    },
    waarschuwing !== null &&
      melding({ soort: 'warning', kop: 'Geen viruscontrole', inhoud: alinea(waarschuwing) }),
    verborgenVelden(verborgen),
    keuzelijst({
      naam: 'soort',
      label: 'Soort stuk',
      keuzes: stukSoortKeuzes,
      waarde: soort,
      fout: foutBij('soort'),
    }),
    enkelVeld(
      bestand,
      h('input', {
        type: 'file',
        id: veldId(bestand.naam),
        name: bestand.naam,
        className: `utrecht-textbox utrecht-textbox--html-input${bestand.fout ? ' utrecht-textbox--invalid' : ''}`,
        ...aria(bestand),
      }),
    ),
    knop('Stuur dit stuk'),
  );
}
