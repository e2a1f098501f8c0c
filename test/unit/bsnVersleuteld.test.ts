import { describe, expect, it } from 'vitest';
import { maakKluis } from '../../infra/bsn.ts';

const bsn = '999990019';
const kluis = maakKluis(Buffer.alloc(32, 1));
const andere = maakKluis(Buffer.alloc(32, 2));

describe('een versleuteld BSN', () => {
  it('komt er weer uit zoals het erin ging', () => {
    expect(kluis.ontsleutel(kluis.versleutel(bsn))).toBe(bsn);
  });

  it('is iedere keer anders en bevat het BSN niet', () => {
    const [een, twee] = [kluis.versleutel(bsn), kluis.versleutel(bsn)];
    expect(een).not.toBe(twee);
    expect(een + Buffer.from(een, 'base64').toString('latin1')).not.toContain(bsn);
  });

  it('noemt zijn sleutel, zodat een andere sleutel meteen opvalt', () => {
    expect(() => andere.ontsleutel(kluis.versleutel(bsn))).toThrow('andere sleutel');
  });

  it('verraadt dat eraan is geknoeid', () => {
    const delen = kluis.versleutel(bsn).split('.');
    delen[4] = Buffer.from('123456789').toString('base64url');
    expect(() => kluis.ontsleutel(delen.join('.'))).toThrow();
    expect(() => kluis.ontsleutel('geen versleuteld BSN')).toThrow('geen versleuteld BSN');
  });
});

describe('de blinde index', () => {
  it('is voor hetzelfde BSN altijd gelijk, en anders voor een ander BSN of een andere sleutel', () => {
    expect(kluis.index(bsn)).toBe(maakKluis(Buffer.alloc(32, 1)).index(bsn));
    expect(kluis.index(bsn)).not.toBe(kluis.index('999990020'));
    expect(kluis.index(bsn)).not.toBe(andere.index(bsn));
  });

  it('is niet de afdruk van een verzoek met dezelfde tekst', () => {
    expect(kluis.index(bsn)).not.toBe(kluis.afdruk(bsn));
  });
});
