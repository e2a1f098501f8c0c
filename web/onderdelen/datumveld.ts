import { createElement as h, type ReactNode } from 'react';
import { groepVeld, type Veld, veldId } from './veld.ts';

/** The three parts of a date as a person types them; each is sent under the name of the field and its own. */
export const datumdelen = ['dag', 'maand', 'jaar'] as const;

/** A date in three parts, as they were typed. */
export type Datumdelen = Partial<Record<(typeof datumdelen)[number], string>>;

/** A field for a date that a person knows by heart. */
export interface Datumveld extends Veld {
  waarde?: Datumdelen | undefined;
}

const labels = { dag: 'Dag', maand: 'Maand', jaar: 'Jaar' } as const;

/** A date in three boxes: quicker and surer than a calendar for a day long ago or far away. */
export function datumveld(veld: Datumveld): ReactNode {
  const { naam, waarde = {}, fout, verplicht = true } = veld;
  return groepVeld(
    veld,
    'group',
    h(
      'div',
      { className: 'zl-datum' },
      datumdelen.map((deel) => {
        // The first box carries the id of the field, so that the link in the list of errors leads there.
        const id = deel === 'dag' ? veldId(naam) : veldId(`${naam}.${deel}`);
        return h(
          'div',
          { key: deel },
          h('label', { className: 'utrecht-form-label', htmlFor: id }, labels[deel]),
          h(
            'div',
            null,
            h('input', {
              type: 'text',
              id,
              name: `${naam}.${deel}`,
              defaultValue: waarde[deel] ?? '',
              autoComplete: 'off',
              inputMode: 'numeric',
              className: `utrecht-textbox utrecht-textbox--html-input${fout ? ' utrecht-textbox--invalid' : ''}`,
              ...(fout && { 'aria-invalid': true, 'aria-describedby': `${veldId(naam)}-fout` }),
              ...(verplicht && { 'aria-required': true }),
            }),
          ),
        );
      }),
    ),
  );
}

/**
 * The date that three parts make, yyyy-mm-dd, whether it exists or not; undefined when nothing was typed. Parts that
 * cannot be a date come out as text that no schema takes for one.
 */
export function datumUitDelen({ dag = '', maand = '', jaar = '' }: Datumdelen): string | undefined {
  const delen = [jaar, maand, dag].map((deel) => deel.trim());
  if (delen.every((deel) => deel === '')) return undefined;
  const [j = '', m = '', d = ''] = delen;
  return `${j}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
}
