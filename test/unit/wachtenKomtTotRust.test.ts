/**
 * Whatever is decided and reported, in whatever order: no timer comes twice under the same occasion, what happens by
 * itself ends, no e-mail shares the place of another in the register, and the state never contradicts itself.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dag } from '../../domain/beleid.ts';
import type { BerichtOpdracht } from '../../domain/berichten.ts';
import type { AntwoordCodes, TrajectBesluit } from '../../domain/besluiten.ts';
import { leeftijdsmomenten } from '../../domain/leeftijd.ts';
import { isOpen } from '../../domain/onderzoek.ts';
import { weigerTrajectBesluit } from '../../domain/overgangen.ts';
import type { TrajectToestand } from '../../domain/traject.ts';
import type { TrajectGevolg } from '../../domain/trajectGevolg.ts';
import { verwerkMelding } from '../../domain/trajectMelding.ts';
import { besprekingVervallen } from '../../domain/trajectTafel.ts';
import { datumInNederland } from '../../domain/werkdagen.ts';
import { begonnenTraject } from '../support/berichten.ts';
import { besluitNamen, besluitVan, neem } from '../support/besluiten.ts';
import { houdtStand } from '../support/invarianten.ts';
import { laatAfgaan } from '../support/wekker.ts';

const begin = Date.UTC(2026, 2, 2, 10);
const aanbieders = ['aanbieder-01', 'aanbieder-02', 'aanbieder-03'];

const antwoorden: AntwoordCodes[] = [
  { antwoord: 'aanbod' },
  { antwoord: 'maatwerk' },
  { antwoord: 'afwijzing', afwijzingReden: 'geen-plek' },
  ...aanbieders.map((ander): AntwoordCodes => ({ antwoord: 'samenwerking', metAanbieders: [ander] })),
  { antwoord: 'samenwerking', metAanbieders: aanbieders },
  { antwoord: 'meer-tijd', totDatum: '2026-05-05', meerTijdReden: 'draagvlak-nodig' },
];

type Stap =
  | { wat: 'besluit'; naam: (typeof besluitNamen)[number]; dagen: number | string; wie: string[] }
  | { wat: 'antwoord'; welk: number; antwoord: AntwoordCodes }
  | { wat: 'stil' }
  | { wat: 'tafel-vervalt'; dagen: number | string | null }
  | { wat: 'niets' };

// Few dates, some of them in the past by the time they are given: the same date comes back.
const datums = ['2026-03-05', '2026-03-16', '2026-04-06', '2026-05-20', '2026-10-25'];
const dagen = fc.oneof(fc.constantFrom(0, 1, 5, 30), fc.constantFrom(...datums));
const stap: fc.Arbitrary<Stap> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      wat: fc.constant('besluit' as const),
      naam: fc.constantFrom(
        // What ends a traject would end the story too: those come behind it.
        ...besluitNamen.filter(
          (naam) => !/crisis|doorverwezen|teruggestuurd|afgewezen|intrekking|overgedragen/.test(naam),
        ),
      ),
      dagen,
      wie: fc.subarray(aanbieders, { minLength: 1 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      wat: fc.constant('antwoord' as const),
      welk: fc.nat(5),
      antwoord: fc.constantFrom(...antwoorden),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ wat: 'stil' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      wat: fc.constant('tafel-vervalt' as const),
      dagen: fc.option(dagen),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ wat: 'niets' as const }) },
);

/** So many days after moment `nu`, or a date of itself. */
function datumVan(nu: number, over: number | string): string {
  return typeof over === 'string' ? over : datumInNederland(nu + over * dag);
}

/** The decision with its dates counted from moment `nu`, and with these aanbieders. */
function opDatum(
  naam: (typeof besluitNamen)[number],
  nu: number,
  over: number | string,
  wie: string[],
): TrajectBesluit {
  const besluit = besluitVan(naam);
  const datum = datumVan(nu, over);
  const codes = besluit.codes as Record<string, unknown>;
  for (const veld of Object.keys(codes)) if (/Datum$/.test(veld)) codes[veld] = datum;
  if ('aanbieders' in codes) codes.aanbieders = wie;
  if ('elementen' in codes && wie.length === 1) codes.elementen = ['jong-kind'];
  if ('afspraken' in codes) codes.afspraken = [{ wie: 'aanmelder', wat: 'andere-stap', voorDatum: datum }];
  return besluit;
}

const besluit = (naam: (typeof besluitNamen)[number], datum: number | string = 5): [number, Stap] => [
  0,
  { wat: 'besluit', naam, dagen: datum, wie: ['aanbieder-01'] },
];
const naarTafel = [besluit('triage bespreking'), besluit('weging'), besluit('tafeldatum')];
const naarOnderzoek = [...naarTafel, besluit('verslag aanbieders')];
const aanbod: [number, Stap] = [0, { wat: 'antwoord', welk: 0, antwoord: { antwoord: 'aanbod' } }];
/** Roads on which a story can begin, so that the late fases are met as often as the early ones. */
const wegen: [number, Stap][][] = [
  [],
  naarTafel,
  naarOnderzoek,
  [...naarOnderzoek, aanbod, besluit('keuze', '2026-03-16')],
  [besluit('triage zorgbemiddeling')],
  [besluit('triage experttafel'), besluit('advies', '2026-03-16')],
];

function gebeur(t: TrajectToestand, wat: Stap, nu: number, nummer: number): TrajectGevolg | null {
  switch (wat.wat) {
    case 'besluit': {
      const besluit = opDatum(wat.naam, nu, wat.dagen, wat.wie);
      return weigerTrajectBesluit(t, besluit) ? null : neem(t, besluit, nu);
    }
    case 'antwoord':
    case 'stil': {
      const open = Object.entries(t.onderzoeken).filter(([, o]) => isOpen(o.status));
      const [onderzoekId] = open[wat.wat === 'stil' ? 0 : wat.welk % Math.max(open.length, 1)] ?? [];
      if (!onderzoekId) return null;
      const melding = { onderzoekId, vastgelopen: wat.wat === 'stil', gelegenheid: `m-${nummer}` };
      return verwerkMelding(
        t,
        wat.wat === 'stil'
          ? melding
          : {
              ...melding,
              antwoord: { invoerId: '00000000-0000-4000-8000-000000000000', codes: wat.antwoord },
            },
        nu,
      );
    }
    case 'tafel-vervalt':
      return besprekingVervallen(
        t,
        t.tafelDatum ?? '',
        wat.dagen === null ? { aanbieders } : { tafelDatum: datumVan(nu, wat.dagen) },
        `vervallen-${nummer}`,
        nu,
      );
    case 'niets':
      return null;
  }
}

it('geen gelegenheid komt twee keer, en wat vanzelf gebeurt houdt op, wat er ook wordt besloten', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...wegen),
      fc.array(fc.tuple(fc.constantFrom(0, 0.3, 1, 2.5, 8, 40), stap), { minLength: 1, maxLength: 20 }),
      fc.constantFrom('2008-04-23', '2008-09-30', '2012-04-23', '2019-03-15'),
      (weg, stappen, geboorteDatum) => {
        let t = begonnenTraject('ZL-2026-0001', {
          aanmeldingTijdstip: begin,
          leeftijd: leeftijdsmomenten(geboorteDatum, begin),
          elementen: geboorteDatum > '2019' ? ['jong-kind'] : [],
        });
        let nu = begin;
        const gelegenheden = new Set<string>();
        const berichten = new Set<string>();
        const eenKeer = (gezien: Set<string>, naam: string) => {
          expect(gezien.has(naam), `twee keer: ${naam}`).toBe(false);
          gezien.add(naam);
        };
        const bewaar = (lijst: BerichtOpdracht[]) => {
          for (const { soort, aan, gelegenheid } of lijst)
            eenKeer(berichten, JSON.stringify([soort, aan, gelegenheid]));
        };
        const verstrijk = (duur: number) => {
          const uitkomst = laatAfgaan(t, nu, nu + duur, '2026-06-11');
          for (const { wekker, gevolg } of uitkomst.afgegaan) {
            eenKeer(gelegenheden, wekker.gelegenheid);
            bewaar(gevolg.berichten);
            houdtStand(gevolg.toestand);
          }
          t = uitkomst.toestand;
          nu += duur;
        };
        for (const [nummer, [wachten, wat]] of [...weg, ...stappen].entries()) {
          verstrijk(Math.round(wachten * dag) + 1);
          const gevolg = gebeur(t, wat, nu, nummer);
          if (!gevolg) continue;
          // A stuk has one id, here the same each time.
          bewaar(gevolg.berichten.filter(({ soort }) => soort !== 'stuk-toegevoegd'));
          houdtStand(gevolg.toestand, t);
          t = gevolg.toestand;
        }
        // Two years in which nobody does anything.
        verstrijk(730 * dag);
      },
    ),
    { numRuns: 300 },
  );
}, 60_000);
