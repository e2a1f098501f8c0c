/** What came of a scenario, as text. */
import { leesbaarMoment } from '../../domain/werkdagen.ts';
import { vet, zacht } from '../scherm.ts';
import type { Uitslag, Uitslagcijfer, Uitslagtabel } from './speel.ts';

const breedte = { titel: 62, waarde: 12 } as const;
const eenheden = { aantal: '', procent: ' %', dagen: ' dagen', weken: ' weken' } as const;

const getal = (waarde: number | null) => (waarde === null ? '–' : waarde.toLocaleString('nl-NL'));

function regelVan({ titel, waarde, eenheid }: Uitslagcijfer): string {
  return `  ${titel.padEnd(breedte.titel)}${getal(waarde).padStart(breedte.waarde)}${eenheden[eenheid]}`;
}

/** A table without the rows and columns in which nothing was counted; null when nothing is left. */
function tabelregels({ titel, kolommen, rijen }: Uitslagtabel): string[] {
  const getoond = kolommen.flatMap((_, plaats) =>
    rijen.some(({ waarden }) => waarden[plaats]) ? [plaats] : [],
  );
  const gevuld = rijen.filter(({ waarden }) => waarden.some((waarde) => waarde));
  if (gevuld.length === 0) return [];
  const regel = (naam: string, cellen: readonly string[]) =>
    `  ${naam.padEnd(breedte.titel)}${cellen.map((cel) => cel.padStart(breedte.waarde)).join('')}`;
  return [
    '',
    vet(titel),
    zacht(
      regel(
        '',
        getoond.map((plaats) => kolommen[plaats] ?? ''),
      ),
    ),
    ...gevuld.map(({ titel: naam, waarden }) =>
      regel(
        naam,
        getoond.map((plaats) => getal(waarden[plaats] ?? null)),
      ),
    ),
  ];
}

/** The report as lines of text. */
export function alsTekst(titel: string, { periode, peilTijdstip, cijfers, tabellen }: Uitslag): string {
  return [
    vet(titel),
    `Gespeeld als ${periode}; geteld tot ${leesbaarMoment(Date.parse(peilTijdstip))}.`,
    '',
    ...cijfers.map(regelVan),
    ...tabellen.flatMap(tabelregels),
  ].join('\n');
}

/** The figures alone, as JSON with their codes as keys. */
export function alsJson({ cijfers }: Uitslag): string {
  return JSON.stringify(Object.fromEntries(cijfers.map(({ code, waarde }) => [code, waarde])), null, 2);
}
