import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AmbitieStand, ambitieTijdstip, herbereken, volgendeTrede } from '../../domain/ambitie.ts';
import { dag, standaardBeleid } from '../../domain/beleid.ts';
import { type TrajectToestand, wachtredenOntbreekt } from '../../domain/traject.ts';
import { pasTrajectBesluitToe } from '../../domain/trajectBesluit.ts';
import { verwerkWekker } from '../../domain/trajectWekker.ts';
import { begonnenTraject } from '../support/berichten.ts';
import { eersteWekker, laatAfgaan } from '../support/wekker.ts';

const begin = Date.UTC(2026, 2, 2, 10);
const { normen: _normen, ...zonderNormen } = standaardBeleid;

function trajectOp(aanmeldingTijdstip: number): TrajectToestand {
  return begonnenTraject('ZL-2026-0001', {
    aanmeldingTijdstip,
    schadelijkTijdstip: begin + 91 * dag,
    // Without norms of its own the ladder alone is what this test sees.
    beleid: zonderNormen,
  });
}

const stand: AmbitieStand = {
  aanmeldingTijdstip: begin,
  ambitieTijdstip: ambitieTijdstip(begin, 'gewoon', standaardBeleid),
  gewaarschuwd: false,
  escalatieniveau: 0,
};

describe('de ambitie', () => {
  it('is twee weken, en vier voor een zeer complexe vraag', () => {
    expect(ambitieTijdstip(begin, 'gewoon', standaardBeleid)).toBe(begin + 14 * dag);
    expect(ambitieTijdstip(begin, 'zeer-complex', standaardBeleid)).toBe(begin + 28 * dag);
  });

  it('waarschuwt op driekwart en escaleert daarna drie keer, met een week ertussen', () => {
    const treden = [];
    let nu = stand;
    for (let trede = volgendeTrede(nu, standaardBeleid); trede; trede = volgendeTrede(nu, standaardBeleid)) {
      treden.push([trede.soort, (trede.tijdstip - begin) / dag]);
      nu =
        trede.soort === 'waarschuwing'
          ? { ...nu, gewaarschuwd: true }
          : { ...nu, escalatieniveau: trede.niveau, geescaleerdTijdstip: trede.tijdstip };
    }
    expect(treden).toEqual([
      ['waarschuwing', 10.5],
      ['escalatie', 14],
      ['escalatie', 21],
      ['escalatie', 28],
    ]);
  });
});

describe('na stilstand', () => {
  it('komt het volgende niveau pas een week na het vorige, niet tegelijk', () => {
    const laat = begin + 40 * dag;
    const nu = { ...stand, gewaarschuwd: true, escalatieniveau: 1 as const, geescaleerdTijdstip: laat };
    expect(volgendeTrede(nu, standaardBeleid)).toEqual({
      soort: 'escalatie',
      niveau: 2,
      tijdstip: laat + 7 * dag,
    });
  });

  it('komt de waarschuwing niet meer per mail als de ambitie al voorbij is', () => {
    const t = trajectOp(begin);
    const wekker = eersteWekker(t);
    expect(verwerkWekker(t, wekker, begin + 20 * dag, null).berichten).toEqual([]);
    expect(verwerkWekker(t, wekker, wekker.tijdstip, null).berichten).toHaveLength(1);
  });

  it('vraagt een traject dat te laat is om een nieuwe wachtreden', () => {
    const t: TrajectToestand = { ...trajectOp(begin), gewaarschuwd: true, wachtreden: 'wachtlijst' };
    const wekker = eersteWekker(t);
    const teLaat = verwerkWekker(t, wekker, wekker.tijdstip, null).toestand;
    expect(teLaat).not.toHaveProperty('wachtreden');
    expect(wachtredenOntbreekt(teLaat)).toBe(true);
  });
});

describe('de ambitie opnieuw berekend', () => {
  it('begint de ladder opnieuw als er meer tijd komt', () => {
    const teLaat: AmbitieStand = { ...stand, gewaarschuwd: true, escalatieniveau: 2 };
    const nieuw = herbereken(teLaat, 'zeer-complex', begin + 22 * dag, standaardBeleid);
    expect(nieuw).toEqual({
      aanmeldingTijdstip: begin,
      ambitieTijdstip: begin + 28 * dag,
      gewaarschuwd: false,
      escalatieniveau: 0,
    });
  });

  it('slaat de waarschuwing over als de nieuwe ambitie al voorbij is', () => {
    const complex = herbereken(stand, 'zeer-complex', begin + dag, standaardBeleid);
    const terug = herbereken(complex, 'gewoon', begin + 20 * dag, standaardBeleid);
    expect(volgendeTrede(terug, standaardBeleid)).toEqual({
      soort: 'escalatie',
      niveau: 1,
      tijdstip: begin + 14 * dag,
    });
  });

  it('verandert niets als de complexiteit dezelfde blijft', () => {
    const gewaarschuwd = { ...stand, gewaarschuwd: true };
    expect(herbereken(gewaarschuwd, 'gewoon', begin + dag, standaardBeleid)).toEqual(gewaarschuwd);
  });
});

describe('een gelegenheid van de ladder', () => {
  it('komt één keer voor, hoe vaak de complexiteit ook heen en weer gaat', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 8 }), (halveDagen) => {
        let t = trajectOp(begin);
        const gezien: string[] = [];
        let nu = begin;
        const tot = (moment: number) => {
          const { toestand, afgegaan } = laatAfgaan(t, nu, moment);
          gezien.push(...afgegaan.map(({ wekker }) => wekker.gelegenheid));
          t = toestand;
        };
        for (const stap of halveDagen) {
          const straks = nu + (stap * dag) / 2;
          tot(straks);
          nu = straks;
          const complexiteit = t.complexiteit === 'gewoon' ? 'zeer-complex' : 'gewoon';
          t = pasTrajectBesluitToe(
            t,
            { soort: 'complexiteit', codes: { complexiteit } },
            'invoer',
            nu,
          ).toestand;
        }
        tot(Number.POSITIVE_INFINITY);
        expect(new Set(gezien).size).toBe(gezien.length);
      }),
    );
  });
});
