/**
 * How long clarity took, how many have none, and how many had it within the ambitie: each case counts as the definition says
 * (halfjaarverslag-zorglogistiek-2025, "ambities": two weeks for every aanvraag, four for a very complex one).
 */
import { describe, expect, it } from 'vitest';
import { maakHalfjaarrapport } from '../../domain/rapport/halfjaar.ts';
import { onderdruk } from '../../domain/rapport/onderdruk.ts';
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

describe('een gewone vraag', () => {
  it.each(gewone)('%s', (...geval) => {
    expect(cijfers(rapportOver([geval])).ambitieGewoonGehaald).toBe(geval[2]);
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
  const alle = cijfers(rapportOver([geval], { complexiteit: 'zeer-complex' }));
  expect(alle.ambitieZeerComplexGehaald).toBe(geval[2]);
  expect(alle.ambitieGewoonGehaald).toBeNull();
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
