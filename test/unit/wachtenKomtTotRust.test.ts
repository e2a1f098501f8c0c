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
  | { wat: 'besluit'; naam: (typeof besluitNamen)[number]; dagen: number; wie: string[] }
  | { wat: 'antwoord'; welk: number; antwoord: AntwoordCodes }
  | { wat: 'stil' }
  | { wat: 'tafel-vervalt'; dagen: number | null }
  | { wat: 'niets' };

// Few days, so that the same date comes back.
const dagen = fc.constantFrom(0, 1, 4, 5, 30, 200);
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

/** The decision with its dates counted from moment `nu`, and with these aanbieders. */
function opDatum(
  naam: (typeof besluitNamen)[number],
  nu: number,
  over: number,
  wie: string[],
): TrajectBesluit {
  const besluit = besluitVan(naam);
  const datum = datumInNederland(nu + over * dag);
  const codes = besluit.codes as Record<string, unknown>;
  for (const veld of Object.keys(codes)) if (/Datum$/.test(veld)) codes[veld] = datum;
  if ('aanbieders' in codes) codes.aanbieders = wie;
  if ('afspraken' in codes) codes.afspraken = [{ wie: 'aanmelder', wat: 'andere-stap', voorDatum: datum }];
  return besluit;
}

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
        wat.dagen === null ? { aanbieders } : { tafelDatum: datumInNederland(nu + wat.dagen * dag) },
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
      fc.array(fc.tuple(fc.constantFrom(0, 0.3, 1, 2.5, 8, 40), stap), { minLength: 1, maxLength: 25 }),
      fc.constantFrom('2008-04-23', '2008-09-30', '2012-04-23', '2019-03-15'),
      (stappen, geboorteDatum) => {
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
        for (const [nummer, [wachten, wat]] of stappen.entries()) {
          verstrijk(Math.round(wachten * dag) + 1);
          const gevolg = gebeur(t, wat, nu, nummer);
          if (!gevolg) continue;
          // A stuk has one id, here the same each time.
          bewaar(gevolg.berichten.filter(({ soort }) => soort !== 'stuk-toegevoegd'));
          houdtStand(gevolg.toestand, t);
          t = gevolg.toestand;
        }
        // Ten years in which nobody does anything.
        verstrijk(3650 * dag);
      },
    ),
    { numRuns: 400 },
  );
});
