/** The year overview of the Experttafel counts what happened (domain/rapport/experttafel.ts). */
import { describe, expect, it } from 'vitest';
import { maakExperttafelrapport } from '../../domain/rapport/experttafel.ts';
import { type Daarna, feit, periode } from '../support/feiten.ts';

const jaar = periode('2025');
const peil = jaar.eindTijdstip;
const rapportOver = (...verhalen: [string, Daarna[], Record<string, unknown>?][]) => {
  const { cijfers, tabellen } = maakExperttafelrapport(
    jaar,
    verhalen.map(([moment, daarna, begin]) => feit(moment, peil, daarna, begin)),
    [],
    peil,
  );
  const rijen = (tabel: string) =>
    Object.fromEntries(
      tabellen
        .find(({ code }) => code === tabel)
        ?.rijen.filter(({ waarden }) => waarden[0] !== 0)
        .map(({ code, waarden }) => [code, waarden[0]]) ?? [],
    );
  return { cijfers: Object.fromEntries(cijfers.map(({ code, waarde }) => [code, waarde])), rijen };
};

const mei = '2025-05-12T10:00:00+02:00';
const et = { kenmerk: 'ET-2025-0001' };
const naar: Daarna = ['triage', 1, { uitkomst: 'experttafel' }];
const advies = (soort: string): Daarna => ['advies', 20, { advies: soort }];

describe('het jaaroverzicht van de Experttafel', () => {
  it('telt wie er binnenkwam én wie er door de triage of een ander team kwam, in het jaar van die komst', () => {
    const { cijfers } = rapportOver(
      [mei, [], et],
      [mei, [naar]],
      [
        mei,
        [
          ['triage', 1, { uitkomst: 'bespreking' }],
          ['spoor', 9, { spoor: 'experttafel' }],
        ],
      ],
      ['2024-12-30T10:00:00+01:00', [['triage', 5, { uitkomst: 'experttafel' }]]],
      // Not this year, or not at all.
      ['2024-12-30T10:00:00+01:00', [naar]],
      ['2024-12-30T10:00:00+01:00', [], { kenmerk: 'ET-2024-0009' }],
      [mei, [['triage', 1, { uitkomst: 'bespreking' }]]],
    );
    expect(cijfers.aanmeldingen).toBe(4);
  });

  it('telt adviezen naar soort, jonge kinderen, en wie thuis of in het netwerk woont', () => {
    const { cijfers, rijen } = rapportOver(
      [mei, [advies('maatwerk')], { ...et, leeftijdMaanden: 155 }],
      [mei, [advies('reguliere-zorg')], { ...et, verblijfplaats: 'netwerk', leeftijdMaanden: 156 }],
      [
        mei,
        [advies('eerst-veiligheid'), ['advies', 30, { advies: 'samenwerking' }]],
        { ...et, verblijfplaats: 'gezinshuis' },
      ],
      [mei, [], { ...et, verblijfplaats: 'crisisplek' }],
    );
    expect(cijfers).toMatchObject({
      maatwerk: 1,
      jongeKinderen: 3,
      thuisOfNetwerk: 2,
      thuisOfNetwerkAandeel: 50,
    });
    expect(rijen('adviezen')).toEqual({ maatwerk: 1, 'reguliere-zorg': 1, samenwerking: 1, geen: 1 });
  });

  it('weet welke adviezen aan het einde van het jaar niet zijn uitgevoerd, ook als zij dat nu wel zijn', () => {
    const { cijfers, rijen } = rapportOver(
      [mei, [advies('maatwerk')], et],
      [mei, [advies('maatwerk'), ['spoor', 30, { spoor: 'zorglogistiek' }]], et],
      [mei, [advies('maatwerk'), ['advies-uitgevoerd', 300]], et],
      [mei, [advies('maatwerk'), ['advies-uitgevoerd', 60]], et],
      [mei, [advies('maatwerk'), ['spoor', 30, { spoor: 'zorglogistiek' }], ['zorgstart', 90]], et],
      [mei, [advies('maatwerk'), ['intrekking', 60, { reden: 'plek-gevonden' }]], et],
      [mei, [], et],
    );
    expect(cijfers.adviesNietUitgevoerd).toBe(3);
    expect(rijen('uitkomsten')).toEqual({
      'advies-uitgevoerd': 2,
      'advies-niet-uitgevoerd': 3,
      'nog-geen-advies': 1,
      ingetrokken: 1,
    });
  });

  it('telt naar de dag waarop het advies is uitgevoerd of de zorg startte, ook als dat na het jaar is vastgelegd', () => {
    const najaar = '2025-11-03T10:00:00+01:00';
    // 3 January.
    const uitgevoerd = (dag: string): Daarna => ['advies-uitgevoerd', 61, { uitgevoerdDatum: dag }];
    const zorg = (dag: string): Daarna => ['zorgstart', 61, { startDatum: dag }];
    const telling = (...einde: Daarna[]) =>
      rapportOver([najaar, [advies('maatwerk'), ...einde], et]).rijen('uitkomsten');
    expect(telling()).toEqual({ 'advies-niet-uitgevoerd': 1 });
    expect(telling(['advies-uitgevoerd', 61])).toEqual({ 'advies-niet-uitgevoerd': 1 });
    for (const op of ['2025-12-18', '2025-12-31']) {
      expect(telling(uitgevoerd(op))).toEqual({ 'advies-uitgevoerd': 1 });
      expect(telling(zorg(op))).toEqual({ 'advies-uitgevoerd': 1 });
    }
    expect(telling(uitgevoerd('2026-01-01'))).toEqual({ 'advies-niet-uitgevoerd': 1 });
  });

  it('zegt waarom er is afgewezen, ook vanwege een crisis', () => {
    const { cijfers, rijen } = rapportOver(
      [mei, [['triage', 1, { uitkomst: 'crisis' }]], et],
      [mei, [naar, ['crisis', 3]]],
      [mei, [['triage', 1, { uitkomst: 'afgewezen', reden: 'vraag-niet-duidelijk' }]], et],
      [mei, [['triage', 1, { uitkomst: 'teruggestuurd', terugstuurReden: 'te-vroeg' }]], et],
      [mei, [['triage', 1, { uitkomst: 'doorverwezen', doorverwezenNaar: 'lokaal-team' }]], et],
      [mei, [advies('maatwerk'), ['crisis', 60]], et],
    );
    expect(cijfers).toMatchObject({ aanmeldingen: 6, afwijzingen: 5 });
    expect(rijen('afwijsredenen')).toEqual({
      crisis: 2,
      'afgewezen-vraag-niet-duidelijk': 1,
      'teruggestuurd-te-vroeg': 1,
      'doorverwezen-lokaal-team': 1,
    });
  });

  it('rekent een einde bij een ander team niet tot haar afwijzingen', () => {
    const terug: Daarna = ['spoor', 9, { spoor: 'zorglogistiek' }];
    const { cijfers, rijen } = rapportOver(
      [mei, [naar, terug, ['crisis', 30]]],
      [
        mei,
        [naar, ['spoor', 9, { spoor: 'zorgbemiddeling' }], ['verhuizing', 30, { afloop: 'overgedragen' }]],
      ],
      [mei, [naar, ['crisis', 30]]],
    );
    expect(cijfers.afwijzingen).toBe(1);
    expect(rijen('uitkomsten')).toEqual({ 'ander-team': 2, afwijzing: 1 });
  });
});
