/** The page on which an aanbieder without an onderzoek reads what was agreed with it, after the code. */
import { createElement as h } from 'react';
import { afsprakenDeel, type Plan, planDeel, verslagDeel } from '../onderdelen/afgesproken.ts';
import { alinea } from '../onderdelen/tekst.ts';
import { pagina } from '../schil.ts';

interface Afgesproken {
  kenmerk: string;
  /** Null for who does not read the verslag. */
  verslag: readonly { label: string; tekst: string }[] | null;
  afspraken: readonly string[];
  plan: Plan | null;
}

/** What was agreed in a traject; there is nothing to fill in. */
export function afgesprokenPagina({ kenmerk, verslag, afspraken, plan }: Afgesproken): string {
  return pagina({
    titel: `Wat is afgesproken voor ${kenmerk}`,
    inhoud: h(
      'div',
      { className: 'zl-stapel' },
      alinea('Is het klaar, of lukt het niet? Laat dat dan weten aan de coördinator.'),
      ...afsprakenDeel(afspraken),
      ...planDeel(plan),
      ...(verslag ? verslagDeel(verslag) : []),
    ),
  });
}
