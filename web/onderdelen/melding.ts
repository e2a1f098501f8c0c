import { createElement as h, type ReactNode } from 'react';

/** A notice that stands out. */
export interface Melding {
  soort: 'info' | 'ok' | 'warning' | 'error';
  kop: string;
  inhoud: ReactNode;
  /** True when it must be read out at once: a screen reader then says it before anything else. */
  dringend?: boolean;
}

/** A notice with a heading of its own. */
export function melding({ soort, kop, inhoud, dringend = false }: Melding): ReactNode {
  return h(
    'div',
    { className: `utrecht-alert utrecht-alert--${soort}`, ...(dringend && { role: 'alert' }) },
    h(
      'div',
      { className: 'utrecht-alert__content' },
      h(
        'div',
        { className: 'utrecht-alert__message' },
        h('h2', { className: 'nl-heading nl-heading--level-3' }, kop),
        inhoud,
      ),
    ),
  );
}
