/** How long a child waits, gross and net: what stood still or was a choice counts once, however often and mixed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dag } from '../../domain/beleid.ts';
import type { TrajectBesluit } from '../../domain/besluiten.ts';
import { weigerTrajectBesluit } from '../../domain/overgangen.ts';
import type { TrajectToestand } from '../../domain/traject.ts';
import { wachttijd } from '../../domain/wachttijd.ts';
import { begonnenTraject } from '../support/berichten.ts';
import { besluitVan, na, neem } from '../support/besluiten.ts';

const begin = Date.UTC(2026, 2, 2, 10);
const basis = begonnenTraject('ZL-2026-0001', { aanmeldingTijdstip: begin });
const dagen = ({ bruto, netto }: { bruto: number; netto: number }) => [bruto / dag, netto / dag];

/** The state after decisions, each on its own day after the aanmelding. */
const verloop = (...stappen: [number, TrajectBesluit['soort']][]): TrajectToestand =>
  stappen.reduce((t, [na_, soort]) => na(t, begin + na_ * dag, besluitVan(soort as 'opschorting')), basis);

describe('de wachttijd', () => {
  it.each<[string, [number, TrajectBesluit['soort']][], number, number, number]>([
    ['zonder meer', [], 10, 10, 10],
    ['opgeschort en nog bezig', [[4, 'opschorting']], 10, 10, 4],
    [
      'opgeschort en hervat',
      [
        [4, 'opschorting'],
        [6, 'hervatting'],
      ],
      10,
      10,
      8,
    ],
    [
      'twee keer opgeschort',
      [
        [1, 'opschorting'],
        [2, 'hervatting'],
        [5, 'opschorting'],
        [8, 'hervatting'],
      ],
      10,
      10,
      6,
    ],
    ['wachten is een keuze', [[3, 'wachtkeuze']], 10, 10, 3],
    [
      'wachten was een keuze',
      [
        [3, 'wachtkeuze'],
        [5, 'wachtkeuze-einde'],
      ],
      10,
      10,
      8,
    ],
    [
      'opgeschort terwijl wachten een keuze is: samen telt één keer',
      [
        [1, 'wachtkeuze'],
        [3, 'opschorting'],
      ],
      10,
      10,
      1,
    ],
    [
      'opgeschort en hervat terwijl wachten een keuze is',
      [
        [1, 'wachtkeuze'],
        [3, 'opschorting'],
        [5, 'hervatting'],
        [8, 'wachtkeuze-einde'],
      ],
      10,
      10,
      3,
    ],
    [
      'opgeschort tijdens de keuze, en langer dan de keuze',
      [
        [1, 'wachtkeuze'],
        [3, 'opschorting'],
        [5, 'wachtkeuze-einde'],
        [9, 'hervatting'],
      ],
      10,
      10,
      2,
    ],
    [
      'een keuze die na een eerdere opschorting begint',
      [
        [1, 'opschorting'],
        [2, 'hervatting'],
        [4, 'wachtkeuze'],
        [6, 'wachtkeuze-einde'],
      ],
      10,
      10,
      7,
    ],
    [
      'opnieuw bekeken, en het duurt langer',
      [
        [2, 'opschorting'],
        [4, 'opschorting'],
        [6, 'hervatting'],
      ],
      10,
      10,
      6,
    ],
    ['na het einde', [[7, 'intrekking']], 10, 7, 7],
    [
      'opgeschort tot het einde',
      [
        [2, 'opschorting'],
        [7, 'intrekking'],
      ],
      10,
      7,
      2,
    ],
  ])('%s', (_, stappen, nu, bruto, netto) => {
    expect(dagen(wachttijd(verloop(...stappen), begin + nu * dag))).toEqual([bruto, netto]);
  });

  it.each<[string, TrajectToestand, datum: string, bruto: number, netto: number]>([
    ['op de dag zelf: tot het moment waarop het is vastgelegd', basis, '2026-05-01', 60, 60],
    ['eerder: tot die dag', basis, '2026-04-06', 35, 35],
    ['op de dag van de aanmelding', basis, '2026-03-02', 0, 0],
    ['nooit voor de aanmelding', basis, '2026-02-01', 0, 0],
    ['wachten was tot die dag een keuze', verloop([20, 'wachtkeuze']), '2026-04-06', 35, 20],
    ['wachten werd pas daarna een keuze', verloop([50, 'wachtkeuze']), '2026-04-06', 35, 35],
    ['ook opgeschort geweest', verloop([5, 'opschorting'], [9, 'hervatting']), '2026-04-06', 35, 31],
  ])(
    'loopt tot de dag waarop de zorg startte, ook als die later is vastgelegd: %s',
    (_, t, startDatum, bruto, netto) => {
      const zorgstart: TrajectBesluit = { soort: 'zorgstart', codes: { startDatum } };
      const gestart = neem({ ...t, fase: 'overbrugging' }, zorgstart, begin + 60 * dag).toestand;
      expect(dagen(wachttijd(gestart, begin + 100 * dag))).toEqual([bruto, netto]);
    },
  );

  it('is bruto wat er verstreek, en netto precies de tijd waarin niets stilstond en wachten geen keuze was', () => {
    const soorten = ['opschorting', 'hervatting', 'wachtkeuze', 'wachtkeuze-einde', 'contact'] as const;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.constantFrom(...soorten)), { maxLength: 20 }),
        fc.integer({ min: 0, max: 40 }),
        (stappen, rest) => {
          let t = basis;
          let nu = begin;
          let verwacht = 0;
          const verstrijk = (uren: number) => {
            if (!t.opgeschort && !t.wachtkeuze) verwacht += uren * 3_600_000;
            nu += uren * 3_600_000;
          };
          for (const [uren, soort] of stappen) {
            verstrijk(uren);
            if (!weigerTrajectBesluit(t, besluitVan(soort))) t = neem(t, besluitVan(soort), nu).toestand;
            const { bruto, netto } = wachttijd(t, nu);
            expect(netto).toBe(verwacht);
            expect(bruto).toBe(nu - begin);
            expect(netto).toBeLessThanOrEqual(bruto);
          }
          verstrijk(rest);
          expect(wachttijd(t, nu)).toEqual({ bruto: nu - begin, netto: verwacht });
        },
      ),
    );
  });
});

describe('drie maanden wachten', () => {
  const drieMaanden = basis.schadelijkTijdstip;

  it('schuift op met de tijd dat wachten een keuze was, ook als het toen ook was opgeschort', () => {
    const t = verloop([1, 'wachtkeuze'], [3, 'opschorting'], [5, 'hervatting'], [8, 'wachtkeuze-einde']);
    expect(t.schadelijkTijdstip).toBe(drieMaanden + 7 * dag);
  });

  it('schuift niet op met een opschorting; de ambitie wel', () => {
    const t = verloop([1, 'opschorting'], [5, 'hervatting']);
    expect(t.schadelijkTijdstip).toBe(drieMaanden);
    expect(t.ambitieTijdstip).toBe(basis.ambitieTijdstip + 4 * dag);
  });

  it('zijn niet nodig waar de hulp niet bestaat, behalve zolang wachten een keuze is', () => {
    const ontbreekt: TrajectBesluit = { soort: 'wachtreden', codes: { wachtreden: 'aanbod-ontbreekt' } };
    const meteen = neem(basis, ontbreekt, begin);
    expect(meteen.toestand.schadelijk).toBe(true);
    expect(meteen.berichten.map(({ soort }) => soort)).toEqual(['schadelijk-wachtend']);
    expect(neem(meteen.toestand, ontbreekt, begin + 1).berichten).toEqual([]);

    const keuze = neem(verloop([0, 'wachtkeuze']), ontbreekt, begin + dag);
    expect(keuze.toestand.schadelijk).toBe(false);
    const einde = neem(keuze.toestand, besluitVan('wachtkeuze-einde'), begin + 2 * dag);
    expect(einde.toestand.schadelijk).toBe(true);
    expect(einde.berichten.map(({ soort }) => soort)).toEqual(['schadelijk-wachtend']);
  });
});
