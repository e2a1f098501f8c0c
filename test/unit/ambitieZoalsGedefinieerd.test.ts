/**
 * How long clarity took, how many have none, and how many had it within the ambitie: each case counts as the definition says
 * (halfjaarverslag-zorglogistiek-2025, "ambities": two weeks for every aanvraag, four for a very complex one).
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Complexiteit } from '../../domain/codes.ts';
import { maakExtern } from '../../domain/rapport/extern.ts';
import type { Feiten } from '../../domain/rapport/feiten.ts';
import { maakHalfjaarrapport } from '../../domain/rapport/halfjaar.ts';
import { kleinTotEnMet, onderdruk } from '../../domain/rapport/onderdruk.ts';
import type { Rapport } from '../../domain/rapport/rapport.ts';
import { type Daarna, feit, periode } from '../support/feiten.ts';

const peil = Date.parse('2025-07-05T07:00:00+02:00');
const februari = '2025-02-10T10:00:00+01:00';
const eindeJuni = '2025-06-30T10:00:00+02:00';

type Geval = [wat: string, daarna: Daarna[], gehaald: number | null, moment?: string];
const ingetrokken = (naDagen: number): Daarna => ['intrekking', naDagen, { reden: 'plek-gevonden' }];
const opgeschort = (naDagen: number): Daarna => ['opschorting', naDagen, { reden: 'veiligheid-eerst' }];

const rapportOver = (gevallen: readonly Geval[], begin: Record<string, unknown> = {}) =>
  maakHalfjaarrapport(
    periode('2025-1'),
    gevallen.map(([, daarna, , moment = februari]) => feit(moment, peil, daarna, begin)),
    [],
    peil,
  );
const cijfers = ({ cijfers: alle }: ReturnType<typeof rapportOver>) =>
  Object.fromEntries(alle.map(({ code, waarde }) => [code, waarde]));

/** 100: reached; 0: not reached; null: not counted. */
const gewone: Geval[] = [
  ['duidelijk na tien dagen', [['keuze', 10]], 100],
  ['duidelijk op de dag van de ambitie', [['keuze', 14]], 100],
  ['duidelijk na twintig dagen', [['keuze', 20]], 0],
  ['wacht nog, en de ambitie is voorbij', [], 0],
  ['wacht nog, en de ambitie is niet voorbij', [], null, eindeJuni],
  ['ingetrokken voor de ambitie', [ingetrokken(5)], null],
  ['ingetrokken na de ambitie', [ingetrokken(20)], 0],
  ['afgewezen bij de triage', [['triage', 2, { uitkomst: 'afgewezen', reden: 'geen-verblijf' }]], null],
  [
    'de keuze verviel, en er kwam geen nieuwe',
    [
      ['keuze', 10],
      ['zorgstart-uitgebleven', 30],
    ],
    0,
  ],
  ['opgeschort voor de ambitie', [opgeschort(5)], null],
  ['opgeschort na de ambitie', [opgeschort(20)], 0],
  ['opgeschort voor de ambitie, en zo geëindigd', [opgeschort(5), ingetrokken(40)], null],
  ['een advies terwijl de klok stilstond', [opgeschort(5), ['advies', 40, { advies: 'maatwerk' }]], 100],
];

/** The rows of the table that are not nought. */
const ambitierijen = ({ tabellen }: ReturnType<typeof rapportOver>) =>
  tabellen
    .filter(({ code }) => code === 'ambitie')
    .flatMap(({ rijen }) => rijen)
    .filter(({ waarden }) => waarden[2])
    .map(({ code, waarden }) => [code, waarden[2]]);
const rijBij = (gehaald: number | null) =>
  gehaald === null ? 'niet-te-zeggen' : gehaald === 100 ? 'gehaald' : 'niet-gehaald';

describe('een gewone vraag', () => {
  it.each(gewone)('%s', (...geval) => {
    const rapport = rapportOver([geval]);
    expect(cijfers(rapport).ambitieGewoonGehaald).toBe(geval[2]);
    expect(ambitierijen(rapport)).toEqual([[`gewoon-${rijBij(geval[2])}`, 1]]);
  });

  it('telt in de mediaan en in negen van de tien met duidelijkheid; wie haar niet heeft staat ernaast', () => {
    expect(cijfers(rapportOver(gewone))).toMatchObject({
      // 5, 10, 14 and 20 days.
      duidelijkheidGewoonMediaan: 12,
      duidelijkheidGewoonP90: 20,
      // Three wait, and two stand still; who ended is no longer waiting for it.
      duidelijkheidGewoonOnbekend: 5,
      aanbodOnbekend: 5,
      // Three of eight.
      ambitieGewoonGehaald: 37.5,
      duidelijkheidZeerComplexOnbekend: 0,
      ambitieZeerComplexGehaald: null,
    });
  });
});

it.each<Geval>([
  ['duidelijk na twintig dagen', [['keuze', 20]], 100],
  ['duidelijk na dertig dagen', [['keuze', 30]], 0],
  ['ingetrokken na twintig dagen', [ingetrokken(20)], null],
  ['ingetrokken na dertig dagen', [ingetrokken(30)], 0],
])('een zeer complexe vraag heeft vier weken: %s', (...geval) => {
  const rapport = rapportOver([geval], { complexiteit: 'zeer-complex' });
  const alle = cijfers(rapport);
  expect(ambitierijen(rapport)).toEqual([[`zeer-complex-${rijBij(geval[2])}`, 1]]);
  expect(alle.ambitieZeerComplexGehaald).toBe(geval[2]);
  expect(alle.ambitieGewoonGehaald).toBeNull();
});

describe('buiten het team', () => {
  const op = (aantal: number, dagen: number | null, complexiteit: Complexiteit) =>
    Array.from({ length: aantal }, () =>
      feit(februari, peil, dagen === null ? [] : [['keuze', dagen]], { complexiteit }),
    );
  const versie = (...feiten: Feiten[][]) => maakHalfjaarrapport(periode('2025-1'), feiten.flat(), [], peil);
  const lees = ({ tabellen }: Rapport, code: string, rij: string) =>
    tabellen.find((tabel) => tabel.code === code)?.rijen.find((deze) => deze.code === rij)?.waarden[2];

  it('staat een aandeel er alleen als de twee aantallen waarvan het komt er staan, ook in een verbeterde versie', () => {
    const heel = versie(
      op(8, 5, 'gewoon'),
      op(6, 20, 'gewoon'),
      op(6, 5, 'zeer-complex'),
      op(5, 40, 'zeer-complex'),
      op(1, null, 'gewoon'),
    );
    const extern = maakExtern(heel, [], null);
    expect(cijfers(heel)).toMatchObject({
      aanbodOnbekend: 1,
      ambitieGewoonGehaald: 53.3,
      ambitieZeerComplexGehaald: 54.5,
    });
    // The one that still waits is late, and would follow from those that were late and have clarity.
    expect(cijfers(extern)).toMatchObject({ aanbodOnbekend: null, ambitieGewoonGehaald: null });
    const later = versie(
      op(8, 5, 'gewoon'),
      op(7, 20, 'gewoon'),
      op(6, 5, 'zeer-complex'),
      op(5, 40, 'zeer-complex'),
    );
    const tweede = maakExtern(later, [{ heel, extern }], null);
    for (const rapport of [extern, tweede])
      for (const [code, soort] of [
        ['ambitieGewoonGehaald', 'gewoon'],
        ['ambitieZeerComplexGehaald', 'zeer-complex'],
      ] as const) {
        const staan = ['gehaald', 'niet-gehaald'].every(
          (hoe) => typeof lees(rapport, 'ambitie', `${soort}-${hoe}`) === 'number',
        );
        expect(typeof cijfers(rapport)[code] === 'number', code).toBe(staan);
      }
  });

  it('is uit de ambitie en de duidelijkheid samen geen klein aantal te vinden', () => {
    const groep = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 5, max: 30 }));
    fc.assert(
      fc.property(fc.tuple(groep, groep, groep, groep, groep, groep, groep), ([a, b, c, d, e, f, g]) => {
        const extern = maakExtern(
          versie(
            op(a, 5, 'gewoon'),
            op(b, 20, 'gewoon'),
            op(c, null, 'gewoon'),
            op(d, 5, 'zeer-complex'),
            op(e, 40, 'zeer-complex'),
            op(f, null, 'zeer-complex'),
            Array.from({ length: g }, () => feit(februari, peil, [ingetrokken(5)])),
          ),
          [],
          null,
        );
        const van = (code: string, rij: string) => lees(extern, code, rij) ?? Number.NaN;
        const ambitie = (hoe: string) =>
          van('ambitie', `gewoon-${hoe}`) + van('ambitie', `zeer-complex-${hoe}`);
        const uitgerekend = {
          'duidelijk na de ambitie': van('aanbod', 'bekend') - ambitie('gehaald'),
          'te laat zonder duidelijkheid':
            ambitie('gehaald') + ambitie('niet-gehaald') - van('aanbod', 'bekend'),
          'gewoon, en wacht er niet meer op':
            van('ambitie', 'gewoon-niet-gehaald') +
            van('ambitie', 'gewoon-niet-te-zeggen') -
            van('zonderDuidelijkheid', 'gewoon'),
          'zeer complex, en wacht er niet meer op':
            van('ambitie', 'zeer-complex-niet-gehaald') +
            van('ambitie', 'zeer-complex-niet-te-zeggen') -
            van('zonderDuidelijkheid', 'zeer-complex'),
          ...Object.fromEntries(
            (['gewoon', 'zeer-complex'] as const).flatMap((soort) => {
              const teZeggen = van('ambitie', `${soort}-gehaald`) + van('ambitie', `${soort}-niet-gehaald`);
              return [
                [`${soort}, te zeggen`, teZeggen],
                [`${soort}, alle`, teZeggen + van('ambitie', `${soort}-niet-te-zeggen`)],
              ];
            }),
          ),
          'zeer complex, uit het totaal':
            (cijfers(extern).aanmeldingen ?? Number.NaN) -
            van('ambitie', 'gewoon-gehaald') -
            van('ambitie', 'gewoon-niet-gehaald') -
            van('ambitie', 'gewoon-niet-te-zeggen'),
        };
        for (const [wat, aantal] of Object.entries(uitgerekend))
          expect(aantal >= 1 && aantal <= kleinTotEnMet, `${wat}: ${aantal}`).toBe(false);
      }),
      {
        numRuns: 60,
        examples: [[[8, 2, 0, 9, 0, 0, 0]], [[10, 6, 0, 1, 2, 0, 0]]],
      },
    );
  });
});

it('buiten het team is niet terug te rekenen hoe weinig zeer complexe vragen zonder duidelijkheid zijn', () => {
  const feiten = [
    ...Array.from({ length: 20 }, () => feit(februari, peil)),
    ...Array.from({ length: 2 }, () => feit(februari, peil, [], { complexiteit: 'zeer-complex' })),
  ];
  const buiten = cijfers(onderdruk(maakHalfjaarrapport(periode('2025-1'), feiten, [], peil)));
  expect(buiten).toMatchObject({
    aanbodOnbekend: 22,
    duidelijkheidGewoonOnbekend: null,
    duidelijkheidZeerComplexOnbekend: null,
  });
});
