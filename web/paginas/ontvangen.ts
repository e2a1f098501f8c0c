import { createElement as h } from 'react';
import { melding } from '../onderdelen/melding.ts';
import { alinea, link } from '../onderdelen/tekst.ts';
import { pagina } from '../schil.ts';

/** What became of what somebody sent: taken, with what that means; stored and still to be taken; or refused with the reason. */
export type Ontvangst =
  | { stand: 'verwerkt'; uitleg: string | undefined }
  | { stand: 'bewaard' }
  | { stand: 'geweigerd'; uitleg: string };

/** The page after sending. It may be opened again: it shows how it stands then. */
export function ontvangenPagina(kenmerk: string, pad: string, ontvangst: Ontvangst): string {
  const teksten = {
    verwerkt: [
      'Uw bericht is ontvangen',
      (ontvangst.stand === 'verwerkt' && ontvangst.uitleg) ||
        'Wij hebben uw bericht verwerkt. U hoeft nu niets te doen.',
    ],
    bewaard: [
      'Uw bericht is bewaard',
      'Uw bericht is bewaard en wordt binnen een minuut verwerkt. U hoeft het niet nog een keer te sturen.',
    ],
    geweigerd: [
      'Uw bericht kon niet worden verwerkt',
      ontvangst.stand === 'geweigerd' ? ontvangst.uitleg : '',
    ],
  } as const;
  const [titel, uitleg] = teksten[ontvangst.stand];
  return pagina({
    titel,
    inhoud: h(
      'div',
      { className: 'zl-stapel' },
      melding({
        soort: ontvangst.stand === 'geweigerd' ? 'warning' : 'ok',
        kop: `Kenmerk ${kenmerk}`,
        inhoud: alinea(uitleg),
      }),
      alinea(link(pad, 'Terug naar de pagina van uw link')),
    ),
  });
}
