/** The table of norms in the handleiding is what the code does: each wait, its norm, its reminders, and who hears it. */
import { readFileSync } from 'node:fs';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { visit } from 'unist-util-visit';
import { expect, it } from 'vitest';
import { standaardBeleid as beleid } from '../../domain/beleid.ts';
import { wachtSoorten } from '../../domain/codes.ts';

const handleiding = readFileSync(new URL('../../docs/HANDLEIDING.md', import.meta.url), 'utf8');

/** Per code of a wait the other cells of its row, as text. */
function tabelVan(tekst: string): Map<string, string[]> {
  const rijen = new Map<string, string[]>();
  visit(remark().use(remarkGfm).parse(tekst), 'table', ({ children: [kop, ...regels] }) => {
    const tekstVan = (cel: NonNullable<typeof kop>['children'][number]) =>
      cel.children.map((deel) => ('value' in deel ? deel.value : '')).join('');
    if (!kop?.children.some((cel) => tekstVan(cel) === 'Norm (werkdagen)')) return;
    for (const { children } of regels) {
      const [code = '', ...rest] = children.map(tekstVan);
      rijen.set(code, rest);
    }
  });
  return rijen;
}

const inWoorden = (herinneringen: readonly number[] = []) =>
  herinneringen.length === 0
    ? 'geen'
    : herinneringen[0] === 0
      ? 'op de dag zelf'
      : `na ${herinneringen.join(' en ')}`;

const tabel = tabelVan(handleiding);

it('noemt iedere reden om vast te lopen één keer, in dezelfde volgorde', () => {
  expect([...tabel.keys()]).toEqual([...wachtSoorten]);
});

it.each(wachtSoorten)('noemt bij %s de norm en de herinneringen van het beleid', (reden) => {
  const [, , norm, herinnering] = tabel.get(reden) ?? [];
  const { werkdagen, herinneringen } = beleid.normen?.[reden] ?? {};
  expect({ norm, herinnering }).toEqual({ norm: `${werkdagen}`, herinnering: inWoorden(herinneringen) });
});

it.each([
  ['na hoeveel dagen de manager het hoort', `Is een traject ${beleid.managerNaDagen} dagen later nog`],
  ['na hoeveel dagen zonder contact', `${beleid.contactDagen} dagen na het vorige contact`],
  [
    'wanneer een traject zonder zorg teruggaat',
    `${beleid.zorgstartTerugWerkdagen} werkdagen na de startdatum terug`,
  ],
])('zegt %s', (_, zin) => {
  expect(handleiding).toContain(zin);
});
