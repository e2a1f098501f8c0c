import { describe, expect, it } from 'vitest';
import { aanmeldingVoorbeeld } from '../../api/voorbeelden.ts';
import { stelTriageVoor } from '../../domain/triage.ts';
import { bevindingOver, triageMoment } from '../support/triageAanmelding.ts';

const verhalen = [
  ['plek', 'plek'],
  ['geprobeerd', 'geprobeerd'],
  ['waarom-geen-plek', 'waaromGeenPlek'],
  ['perspectief', 'perspectief'],
  ['stem-jeugdige', 'stemJeugdige'],
] as const;

describe('een verhaal zonder inhoud is een let-op', () => {
  it.each(verhalen)('%s', (code, veld) => {
    expect(bevindingOver(code, { vraag: { [veld]: 'n.v.t.' } })).toMatchObject({
      uitkomst: 'let-op',
      uitleg: expect.stringMatching(/niet duidelijk.*Vraag de aanmelder ernaar\.$/),
    });
  });

  it.each([
    'nvt',
    'N.V.T.',
    '-',
    '?',
    '…',
    '🙂🙂🙂',
    '12 34 56',
    'x y z',
    'Geen',
    'onbekend',
    'zie bijlage',
    'Zie de bijlage.',
    'Nog niet bekend',
    'Nog niet\nbekend…',
    'Weet ik niet!',
    'Zie dossier',
    'test test test test',
    'Zie\u0301 zie\u0301 zie\u0301',
  ])('%j', (tekst) => {
    expect(bevindingOver('perspectief', { vraag: { perspectief: tekst } }).uitkomst).toBe('let-op');
  });

  it.each([
    'Terug naar huis.',
    'Ik wil een hond.',
    'Opgroeien in een gezin.',
    'Bij oma wonen',
    'Żyć z mamą razem',
  ])('%j zegt wel iets', (tekst) => {
    expect(bevindingOver('perspectief', { vraag: { perspectief: tekst } }).uitkomst).toBe('binnen');
  });
});

describe('wat over de ontwikkeling bekend is', () => {
  it.each([
    ['intelligentie-onderzoek', 'intelligentieOnderzoek'],
    ['sociaal-emotioneel-onderzoek', 'sociaalEmotioneelOnderzoek'],
  ] as const)('%s: alleen bekend is genoeg', (code, veld) => {
    const over = (stand: 'bekend' | 'loopt' | 'ontbreekt') =>
      bevindingOver(code, { vraag: { [veld]: stand } });
    expect(over('bekend').uitkomst).toBe('binnen');
    expect(over('loopt')).toMatchObject({ uitkomst: 'let-op', uitleg: expect.stringContaining('loopt nog') });
    expect(over('ontbreekt')).toMatchObject({
      uitkomst: 'let-op',
      uitleg: expect.stringContaining('niets bekend'),
    });
  });

  it('is niet bekend zolang het niet is ingevuld', () => {
    const { intelligentieOnderzoek: _, sociaalEmotioneelOnderzoek: __, ...vraag } = aanmeldingVoorbeeld.vraag;
    const { uitkomst, bevindingen } = stelTriageVoor({ ...aanmeldingVoorbeeld, vraag }, triageMoment);
    expect(bevindingen.filter((een) => een.uitkomst === 'let-op').map(({ code }) => code)).toEqual([
      'intelligentie-onderzoek',
      'sociaal-emotioneel-onderzoek',
    ]);
    expect(uitkomst).toBe('bespreking');
  });
});
