import { describe, expect, it } from 'vitest';
import { type AmbitieStand, ambitieTijdstip, herbereken, volgendeTrede } from '../../domain/ambitie.ts';
import { dag, standaardBeleid } from '../../domain/beleid.ts';

const begin = Date.UTC(2026, 2, 2, 10);
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
          : { ...nu, escalatieniveau: trede.niveau };
    }
    expect(treden).toEqual([
      ['waarschuwing', 10.5],
      ['escalatie', 14],
      ['escalatie', 21],
      ['escalatie', 28],
    ]);
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
