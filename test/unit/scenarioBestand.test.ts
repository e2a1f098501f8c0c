import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { isScenarionaam, scenarioNamen, scenarioOpNaam } from '../../dev/scenario/index.ts';
import { BestandFout, leesScenario, type Trajectscenario } from '../../dev/scenario/schema.ts';

const geval = {
  maand: 1,
  dag: 5,
  gemeente: 'den-haag',
  aanmelder: 'jeugdteam',
  verblijfplaats: 'thuis',
  leeftijd: 9,
  complexiteit: 'gewoon',
  weg: { soort: 'bespreking', afloop: 'aanbod' },
};

/** What is said about a half-year with one good case, and this one. */
function klacht(ander: object, rest: object = {}): string {
  const tekst = JSON.stringify({ soort: 'halfjaar', titel: 'Proef', aanmeldingen: [geval, ander], ...rest });
  try {
    leesScenario(tekst);
  } catch (fout) {
    expect(fout).toBeInstanceOf(BestandFout);
    return (fout as BestandFout).message;
  }
  return '';
}

describe('een bestand dat niet klopt', () => {
  it.each([
    [
      'een maand buiten het halfjaar',
      { maand: 7 },
      'aanmelding 2, maand: Vul een heel getal in van 1 tot en met 6.',
    ],
    [
      'een dag die niet elke maand heeft',
      { dag: 29 },
      'aanmelding 2, dag: Vul een heel getal in van 1 tot en met 28.',
    ],
    [
      'een halve leeftijd',
      { leeftijd: 9.5 },
      'aanmelding 2, leeftijd: Vul een heel getal in van 0 tot en met 17.',
    ],
    [
      'een volwassene',
      { leeftijd: 18 },
      'aanmelding 2, leeftijd: Vul een heel getal in van 0 tot en met 17.',
    ],
    [
      'een onbekende gemeente',
      { gemeente: 'rotterdam' },
      /^aanmelding 2, gemeente: Kies één van: delft, den-haag/,
    ],
    [
      'een onbekende weg',
      { weg: { soort: 'wachten' } },
      /^aanmelding 2, weg\.soort: Kies één van: bespreking, /,
    ],
    [
      'een onbekende afloop',
      { weg: { soort: 'bespreking', afloop: 'goed' } },
      /^aanmelding 2, weg\.afloop: Kies één van: aanbod, samenwerking/,
    ],
    [
      'een afloop die ontbreekt',
      { weg: { soort: 'zorgbemiddeling' } },
      /^aanmelding 2, weg\.afloop: Dit veld ontbreekt\. Kies/,
    ],
    ['een veld dat niet bestaat', { naam: 'Jan' }, /^aanmelding 2, naam: Dit veld kennen wij niet/],
    ['een veld dat ontbreekt', { aanmelder: undefined }, /^aanmelding 2, aanmelder: Dit veld ontbreekt/],
    [
      'een uitgevoerd advies zonder advies',
      { weg: { soort: 'experttafel', afloop: 'uitgevoerd' } },
      /^aanmelding 2, weg\.advies: Noem het advies/,
    ],
    [
      'een advies waar er geen is',
      { weg: { soort: 'experttafel', afloop: 'crisis', advies: 'maatwerk' } },
      /^aanmelding 2, weg\.advies: .* laat dit veld anders weg/,
    ],
  ])('%s: noemt de aanmelding en het veld', (_wat, fout, verwacht) => {
    expect(klacht({ ...geval, ...fout })).toMatch(verwacht);
  });

  it('is een lijst zonder aanmeldingen', () => {
    expect(klacht({}, { aanmeldingen: [] })).toBe('aanmeldingen: Geef ten minste 1 in de lijst.');
  });

  it('noemt iedere fout op een eigen regel, hoogstens twintig', () => {
    const fout = { ...geval, maand: 0 };
    const regels = klacht(fout, { aanmeldingen: Array.from({ length: 25 }, () => fout) }).split('\n');
    expect(regels).toHaveLength(21);
    expect(regels[19]).toMatch(/^aanmelding 20, maand: /);
    expect(regels[20]).toBe('En nog 5 andere fouten.');
  });

  it('is van een soort die er niet is', () => {
    expect(klacht(geval, { soort: 'kwartaal' })).toMatch(
      /^soort: Kies één van: halfjaar, experttafel, wachttijden, uitvraag/,
    );
  });

  it('is geen JSON: het zegt wat te doen, in het Nederlands', () => {
    expect(() => leesScenario('{ "soort": ')).toThrow(
      /^Dit bestand is geen JSON\. Controleer de haken, komma’s en aanhalingstekens\.$/,
    );
    expect(() => leesScenario('{\n  "soort": "halfjaar"\n  "titel": 3\n}')).toThrow(
      'Dit bestand is geen JSON. Het gaat mis in regel 3.',
    );
  });

  it('noemt een aanbieder die er niet is, voordat er iets wordt gespeeld', () => {
    const tekst = JSON.stringify({
      soort: 'uitvraag',
      titel: 'Proef',
      zonderAntwoord: ['aanbieder-02', 'aanbieder-999'],
      antwoorden: [{ aanbieder: 'aanbieder-01', jeugdigen: [] }],
    });
    expect(() => leesScenario(tekst)).toThrow('zonderAntwoord.1: Deze aanbieder is er niet.');
    expect(() => leesScenario(tekst.replace('aanbieder-01', 'aanbieder-00'))).toThrow(
      'antwoord 1, aanbieder: Deze aanbieder is er niet.',
    );
  });

  it('noemt in een uitvraag de aanbieder en de jeugdige bij hun plaats', () => {
    const jeugdige = { jeugdige: 1, zorgsoort: 'kdc', vorm: 'ambulant', gemeente: 'delft', wachtMaanden: -3 };
    const tekst = JSON.stringify({
      soort: 'uitvraag',
      titel: 'Proef',
      antwoorden: [
        { aanbieder: 'aanbieder-01', jeugdigen: [jeugdige] },
        { aanbieder: 'aanbieder-01', jeugdigen: [] },
      ],
    });
    expect(() => leesScenario(tekst)).toThrow(
      'antwoord 1, jeugdige 1, wachtMaanden: Vul een heel getal in van 0 tot en met 60.',
    );
    expect(() => leesScenario(tekst.replace('-3', '3'))).toThrow(
      'antwoord 2, aanbieder: Deze aanbieder staat er al.',
    );
  });

  it('meldt in een kwartaal meer lang wachtenden dan wachtenden', () => {
    const wachtenden = [{ sector: 'lvb', vorm: 'ambulant', wachtend: 2, drieMaanden: 3 }];
    const tekst = JSON.stringify({
      soort: 'wachttijden',
      titel: 'Proef',
      antwoorden: [{ aanbieder: 'aanbieder-01', wachtenden }],
    });
    expect(() => leesScenario(tekst)).toThrow(
      /^antwoord 1, wachtenden 1, drieMaanden: Dit zijn er meer dan er wachten/,
    );
  });
});

it('een bestand dat een editor met een byte order mark bewaart, is te lezen', () => {
  const tekst = JSON.stringify({ soort: 'halfjaar', titel: 'Proef', aanmeldingen: [geval] });
  expect(leesScenario(`\uFEFF${tekst}`).titel).toBe('Proef');
});

describe('de scenario’s die erbij horen', () => {
  it.each(scenarioNamen)('%s is te lezen', async (naam) => {
    expect((await scenarioOpNaam(naam)).titel).not.toBe('');
  });

  it('zijn bij hun naam bekend, een andere naam niet', () => {
    expect(isScenarionaam('halfjaar-2025-1')).toBe(true);
    expect(isScenarionaam('halfjaar-2025-2')).toBe(false);
  });

  it('hebben geen eigenschap van een jeugdige meer dan codes en een leeftijd', async () => {
    const { aanmeldingen } = (await scenarioOpNaam('halfjaar-2025-1')) as Trajectscenario;
    const velden = new Set(aanmeldingen.flatMap((een) => Object.keys(een)));
    expect([...velden].sort()).toEqual(Object.keys(geval).sort());
  });
});

describe('docs/SCENARIO.md', () => {
  it('geeft voorbeelden die te lezen zijn, van iedere soort een', async () => {
    const tekst = await readFile(new URL('../../docs/SCENARIO.md', import.meta.url), 'utf8');
    const voorbeelden = [...tekst.matchAll(/```json\n(.*?)```/gs)].map(([, json = '']) => leesScenario(json));
    expect(voorbeelden.map(({ soort }) => soort)).toEqual([
      'halfjaar',
      'experttafel',
      'wachttijden',
      'uitvraag',
    ]);
  });
});
