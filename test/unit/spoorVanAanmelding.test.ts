/** An aanmelding comes in at the team that was asked: its proposal and its first steps follow from that. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Aanmelding, aanmeldingSchema, eersteSpoor, trajectCodes } from '../../domain/aanmelding.ts';
import type { TrajectBesluit } from '../../domain/besluiten.ts';
import { sporen } from '../../domain/codes.ts';
import { maakKenmerk } from '../../domain/kenmerk.ts';
import { feitenVan } from '../../domain/rapport/feiten.ts';
import { toetsAanmelding } from '../../domain/toetsAanmelding.ts';
import { bijBegin, pasTrajectBesluitToe } from '../../domain/trajectBesluit.ts';
import { stelTriageVoor } from '../../domain/triage.ts';
import { aanmeldingTijdstip, begonnenTraject } from '../support/berichten.ts';

const voorbeeld = (deel: Partial<Aanmelding> = {}, vraag: Partial<Aanmelding['vraag']> = {}): Aanmelding => {
  const pad = join(import.meta.dirname, '../../voorbeelden/website-behandelgroep-jeugdhulp.json');
  const gelezen = aanmeldingSchema.parse(JSON.parse(readFileSync(pad, 'utf8')));
  return { ...gelezen, ...deel, vraag: { ...gelezen.vraag, ...vraag } };
};
const nu = Date.UTC(2026, 2, 2, 10);
const voorstel = (aanmelding: Aanmelding) => stelTriageVoor(aanmelding, nu).uitkomst;

describe('een aanmelding', () => {
  it('komt zonder team binnen bij Zorglogistiek, en reist alleen met een team als dat is genoemd', () => {
    expect(eersteSpoor(voorbeeld())).toBe('zorglogistiek');
    expect(trajectCodes(voorbeeld())).not.toHaveProperty('spoor');
    expect(trajectCodes(voorbeeld({ spoor: 'experttafel' }))).toMatchObject({ spoor: 'experttafel' });
    expect(aanmeldingSchema.safeParse({ ...voorbeeld(), spoor: 'tafel' }).success).toBe(false);
  });

  it('bij de Experttafel gaat naar de Experttafel, ook als het niet om een groep gaat', () => {
    const aanmelding = voorbeeld({ spoor: 'experttafel' }, { verblijfSoort: 'gezinshuis' });
    expect(voorstel(aanmelding)).toBe('experttafel');
    expect(voorstel({ ...aanmelding, spoor: 'zorglogistiek' })).toBe('afgewezen');
    expect(toetsAanmelding(aanmelding, nu)).toEqual([]);
    expect(toetsAanmelding({ ...aanmelding, spoor: 'zorglogistiek' }, nu)).toHaveLength(1);
  });

  it('bij Zorgbemiddeling gaat naar Zorgbemiddeling, als het om een groep gaat', () => {
    expect(voorstel(voorbeeld({ spoor: 'zorgbemiddeling' }))).toBe('zorgbemiddeling');
    expect(voorstel(voorbeeld({ spoor: 'zorgbemiddeling' }, { verblijfSoort: 'pleeggezin' }))).toBe(
      'afgewezen',
    );
  });

  it.each(sporen)('bij %s is met een crisis meteen voor het CIT', (spoor) => {
    expect(voorstel(voorbeeld({ spoor, crisis: true }))).toBe('crisis');
  });
});

describe('de triage van wat bij een ander team binnenkwam', () => {
  it.each([
    ['experttafel', 'experttafel', 'experttafel'],
    ['experttafel', 'bespreking', 'zorglogistiek'],
    ['experttafel', 'direct-voorleggen', 'zorglogistiek'],
    ['experttafel', 'zorgbemiddeling', 'zorgbemiddeling'],
    ['zorgbemiddeling', 'bespreking', 'zorglogistiek'],
    ['zorgbemiddeling', 'direct-voorleggen', 'zorgbemiddeling'],
    ['zorglogistiek', 'direct-voorleggen', 'zorglogistiek'],
  ] as const)('%s met %s is daarna bij %s, en een rapport weet dat', (spoor, uitkomst, daarna) => {
    const kenmerk = maakKenmerk(spoor, 2025, 1);
    const { toestand } = bijBegin(begonnenTraject(kenmerk, { spoor }));
    const codes = { uitkomst, ...(uitkomst === 'direct-voorleggen' ? { aanbieders: ['aanbieder-01'] } : {}) };
    const gevolg = pasTrajectBesluitToe(
      toestand,
      { soort: 'triage', codes } as TrajectBesluit,
      'invoer',
      aanmeldingTijdstip + 1,
    );
    expect(gevolg.toestand.spoor).toBe(daarna);
    const feiten = feitenVan(
      { kenmerk, aanmeldingTijdstip, leeftijdMaanden: 120, ambitieTijdstip: toestand.ambitieTijdstip },
      [
        { soort: 'aangemeld', tijdstip: aanmeldingTijdstip, codes: { complexiteit: 'gewoon' } },
        { ...gevolg.gebeurtenis, tijdstip: aanmeldingTijdstip + 1 },
      ],
      aanmeldingTijdstip + 2,
    );
    expect(feiten?.sporen.map((deel) => deel.spoor)).toEqual(daarna === spoor ? [spoor] : [spoor, daarna]);
    const mail = gevolg.berichten.find(({ soort }) => soort === 'ander-team');
    expect(mail?.gegevens).toEqual(
      uitkomst === 'experttafel'
        ? { spoor: 'experttafel', gevraagd: 1 }
        : uitkomst === 'zorgbemiddeling'
          ? { spoor: 'zorgbemiddeling' }
          : undefined,
    );
  });
});
