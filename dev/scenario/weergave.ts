/** What came of a scenario, as text. */
import { leesbaarMoment } from '../../domain/werkdagen.ts';
import { vet, zacht } from '../scherm.ts';
import type { Uitslag, Uitslagcijfer, Uitslagtabel } from './speel.ts';

const eenheden = { aantal: '', procent: ' %', dagen: ' dagen', weken: ' weken' } as const;

const getal = (waarde: number | null) => (waarde === null ? '–' : waarde.toLocaleString('nl-NL'));

/** Lines in columns: the first to the left, the others to the right. */
function inKolommen(rijen: readonly (readonly string[])[]): string[] {
  const breedte = (plaats: number) => Math.max(...rijen.map((rij) => rij[plaats]?.length ?? 0));
  return rijen.map(([titel = '', ...cellen]) => {
    const rechts = cellen.map((cel, plaats) => cel.padStart(breedte(plaats + 1) + 2));
    return `  ${titel.padEnd(breedte(0))}${rechts.join('')}`.trimEnd();
  });
}

function cijferregels(cijfers: readonly Uitslagcijfer[]): string[] {
  const regels = inKolommen(cijfers.map(({ titel, waarde }) => [titel, getal(waarde)]));
  return cijfers.map(
    ({ waarde, eenheid }, plaats) => `${regels[plaats]}${waarde === null ? '' : eenheden[eenheid]}`,
  );
}

/** A table without the rows and columns in which nothing was counted; nothing at all when none is left. */
function tabelregels({ titel, kolommen, rijen }: Uitslagtabel): string[] {
  const plaatsen = [...kolommen.keys()].filter((plaats) => rijen.some(({ waarden }) => waarden[plaats]));
  const gevuld = rijen.filter(({ waarden }) => waarden.some((waarde) => waarde));
  if (gevuld.length === 0) return [];
  const [kop = '', ...rest] = inKolommen([
    ['', ...plaatsen.map((plaats) => kolommen[plaats] ?? '')],
    ...gevuld.map(({ titel: naam, waarden }) => [
      naam,
      ...plaatsen.map((plaats) => getal(waarden[plaats] ?? null)),
    ]),
  ]);
  return ['', vet(titel), zacht(kop), ...rest];
}

/** The report as lines of text. */
export function alsTekst(titel: string, { periode, peilTijdstip, cijfers, tabellen }: Uitslag): string {
  return [
    vet(titel),
    `Gespeeld als ${periode}; geteld tot ${leesbaarMoment(Date.parse(peilTijdstip))}.`,
    '',
    ...cijferregels(cijfers),
    ...tabellen.flatMap(tabelregels),
  ].join('\n');
}

/** The figures alone, as JSON with their codes as keys. */
export function alsJson({ cijfers }: Uitslag): string {
  return JSON.stringify(Object.fromEntries(cijfers.map(({ code, waarde }) => [code, waarde])), null, 2);
}
