import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aanmeldingSchema } from '../../domain/aanmelding.ts';
import { stelTriageVoor } from '../../domain/triage.ts';
import { type TriageUitkomst, triageUitkomsten } from '../../domain/triageCodes.ts';
import { triageAanmelding, triageMoment } from '../support/triageAanmelding.ts';

type Wijziging = NonNullable<Parameters<typeof triageAanmelding>[0]>;

const uitkomst = (wijziging: Wijziging = {}) =>
  stelTriageVoor(triageAanmelding(wijziging), triageMoment).uitkomst;

/** What asks for each outcome, from the strongest to the weakest; it holds against everything that comes after it. */
const ladder: [string, TriageUitkomst, Wijziging][] = [
  ['een crisis', 'crisis', { crisis: true }],
  ['een gezinshuis gezocht', 'afgewezen', { vraag: { verblijfSoort: 'gezinshuis' } }],
  ['een pleeggezin gezocht', 'afgewezen', { vraag: { verblijfSoort: 'pleeggezin' } }],
  ['JeugdzorgPlus gezocht', 'afgewezen', { vraag: { verblijfSoort: 'jeugdzorgplus' } }],
  ['een gemeente buiten Haaglanden', 'doorverwezen', { jeugdige: { gemeente: 'buiten-haaglanden' } }],
  ['18 geworden na de aanmelding', 'doorverwezen', { jeugdige: { geboorteDatum: '2007-06-05' } }],
  ['iets anders gezocht', 'experttafel', { vraag: { verblijfSoort: 'anders' } }],
  ['wonend in de JeugdzorgPlus', 'bespreking', { jeugdige: { verblijfplaats: 'jeugdzorgplus' } }],
  ['een perspectief zonder inhoud', 'bespreking', { vraag: { perspectief: 'volgt' } }],
  ['de intelligentie niet bekend', 'bespreking', { vraag: { intelligentieOnderzoek: 'ontbreekt' } }],
  ['gewoon en nog niemand gevraagd', 'zorgbemiddeling', { vraag: { gevraagdeAanbieders: [] } }],
];

describe('de uitkomst die de regels van triage voorstellen', () => {
  it('is de bespreking als er niets bijzonders is', () => {
    expect(uitkomst()).toBe('bespreking');
  });

  it.each(ladder)('%s: %s', (_, verwacht, wijziging) => {
    expect(uitkomst(wijziging)).toBe(verwacht);
  });

  const paren = ladder.flatMap(([hoog, verwacht, een], plaats) =>
    ladder.slice(plaats + 1).map(([laag, , ander]) => ({ hoog, laag, verwacht, een, ander })),
  );

  it.each(paren)('$hoog gaat voor $laag: $verwacht', ({ verwacht, een, ander }) => {
    const samen = {
      ...ander,
      ...een,
      jeugdige: { ...ander.jeugdige, ...een.jeugdige },
      vraag: { ...ander.vraag, ...een.vraag },
    };
    expect(uitkomst(samen)).toBe(verwacht);
  });

  it('is bij een zeer complexe vraag de bespreking, ook als nog geen aanbieder is gevraagd', () => {
    expect(uitkomst({ complexiteit: 'zeer-complex', vraag: { gevraagdeAanbieders: [] } })).toBe('bespreking');
  });

  it('is nooit direct voorleggen of terugsturen: dat beslist alleen een coördinator', () => {
    const voorgesteld = new Set([uitkomst(), ...ladder.map(([, , wijziging]) => uitkomst(wijziging))]);
    expect(triageUitkomsten.filter((een) => !voorgesteld.has(een))).toEqual([
      'direct-voorleggen',
      'teruggestuurd',
    ]);
  });

  it.each([
    ['website-behandelgroep-jeugdhulp', 'bespreking'],
    ['mail-woongroep-lvb', 'bespreking'],
    ['mail-buiten-haaglanden', 'doorverwezen'],
    ['telefoon-behandelgroep-j-ggz', 'bespreking'],
    ['telefoon-woongroep-uit-pleeggezin', 'bespreking'],
    ['website-gezinshuis-gevraagd', 'afgewezen'],
    ['website-zeer-complex-uit-jeugdzorgplus', 'bespreking'],
  ])('voorbeeld %s: %s', (naam, verwacht) => {
    const bestand = new URL(`../../voorbeelden/${naam}.json`, import.meta.url);
    const aanmelding = aanmeldingSchema.parse(JSON.parse(readFileSync(bestand, 'utf8')));
    expect(stelTriageVoor(aanmelding, triageMoment).uitkomst).toBe(verwacht);
  });
});
