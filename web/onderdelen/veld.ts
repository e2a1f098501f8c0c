/** What every field of a form has: a label, an explanation, and what is wrong with it, tied to it for who cannot see it. */
import { createElement as h, type ReactNode } from 'react';

/** A field of a form, whatever its kind. */
export interface Veld {
  /** The name under which it is sent; its id is made of it. */
  naam: string;
  label: string;
  uitleg?: string | undefined;
  /** What is wrong with it and what to do about it. */
  fout?: string | undefined;
  /** False when it may be left empty; the label then says so. */
  verplicht?: boolean | undefined;
}

/** The id of the place on the page where a field begins; a link to it moves the focus there. */
export function veldId(naam: string): string {
  return `veld-${naam.replaceAll('.', '-')}`;
}

/** The ARIA properties that tie a field to its explanation and its error. */
export function aria({ naam, uitleg, fout, verplicht = true }: Veld) {
  const id = veldId(naam);
  const beschrijving = [fout && `${id}-fout`, uitleg && `${id}-uitleg`].filter(Boolean).join(' ');
  return {
    ...(beschrijving && { 'aria-describedby': beschrijving }),
    ...(fout && { 'aria-invalid': true }),
    ...(verplicht && { 'aria-required': true }),
  };
}

/** The text of a label; a field that may be left empty says so. */
function labelTekst({ label, verplicht = true }: Veld): string {
  return verplicht ? label : `${label} (niet verplicht)`;
}

/** The explanation of a field and what is wrong with it. */
function uitlegEnFout({ naam, uitleg, fout }: Veld): ReactNode[] {
  const id = veldId(naam);
  return [
    uitleg &&
      h(
        'div',
        {
          key: 'uitleg',
          id: `${id}-uitleg`,
          className: 'utrecht-form-field-description utrecht-form-field__description',
        },
        uitleg,
      ),
    fout &&
      h(
        'div',
        {
          key: 'fout',
          id: `${id}-fout`,
          className: 'utrecht-form-field-error-message utrecht-form-field__error-message',
        },
        fout,
      ),
  ];
}

/** One field with one input: label above it, explanation and error between them. */
export function enkelVeld(veld: Veld, invoer: ReactNode): ReactNode {
  return h(
    'div',
    { className: `utrecht-form-field${veld.fout ? ' utrecht-form-field--invalid' : ''}` },
    h(
      'div',
      { className: 'utrecht-form-field__label' },
      h('label', { className: 'utrecht-form-label', htmlFor: veldId(veld.naam) }, labelTekst(veld)),
    ),
    uitlegEnFout(veld),
    h('div', { className: 'utrecht-form-field__input' }, invoer),
  );
}

/** One question with more inputs; `rol` is `radiogroup` when they exclude each other. */
export function groepVeld(veld: Veld, rol: 'radiogroup' | 'group', invoer: ReactNode): ReactNode {
  const { 'aria-describedby': beschrijving, ...rest } = aria(veld);
  return h(
    'div',
    {
      className: `utrecht-form-field utrecht-form-fieldset utrecht-form-fieldset--html-fieldset${veld.fout ? ' utrecht-form-fieldset--invalid' : ''}`,
    },
    h(
      'fieldset',
      {
        className: 'utrecht-form-fieldset__fieldset utrecht-form-fieldset__fieldset--html-fieldset',
        ...(beschrijving && { 'aria-describedby': beschrijving }),
        // Only a radiogroup may say that it is required or wrong; a plain group says it in its text.
        ...(rol === 'radiogroup' && { role: rol, ...rest }),
      },
      h(
        'legend',
        {
          className:
            'utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend utrecht-form-label',
        },
        labelTekst(veld),
      ),
      uitlegEnFout(veld),
      invoer,
    ),
  );
}
