/** Every sentence that the Temporal UI shows beside a timer: it is read by people, in the clock of the Netherlands. */
import { describe, expect, it } from 'vitest';
import { herinneringSamenvatting, wekkerSamenvatting } from '../../domain/beeld.ts';
import { wachtSoorten } from '../../domain/codes.ts';
import { tafelwekkerSamenvatting } from '../../domain/tafelbeeld.ts';
import type { TrajectWekker } from '../../domain/trajectWekker.ts';
import { wachtenVan } from '../../domain/wachten.ts';
import { begonnenOnderzoek } from '../support/berichten.ts';
import { eisLeesbareZin } from '../support/leesbareZin.ts';
import { vastgelopenToestand } from '../support/vastgelopen.ts';

/** 5 June 2025, 09:00 in the Netherlands: summer time. */
const zomer = Date.UTC(2025, 5, 5, 7);
/** 5 December 2025, 09:00 in the Netherlands: winter time. */
const winter = Date.UTC(2025, 11, 5, 8);

/** The waits of every kind: their sentences name what is waited for. */
const wachten = wachtSoorten.map((soort) => {
  const wacht = wachtenVan(vastgelopenToestand(soort, 'ZL-2025-0014')).find((een) => een.soort === soort);
  if (!wacht) throw new Error(`no wait of kind ${soort}`);
  return wacht;
});

/** Timers of every kind: the compiler refuses a kind that is missing here. */
function wekkers(tijdstip: number): TrajectWekker[] {
  const basis = { gelegenheid: 'gelegenheid', tijdstip };
  const perSoort: { [S in TrajectWekker['soort']]: (TrajectWekker & { soort: S })[] } = {
    waarschuwing: [{ ...basis, soort: 'waarschuwing' }],
    schadelijk: [{ ...basis, soort: 'schadelijk' }],
    zeven: [{ ...basis, soort: 'zeven' }],
    'zorgstart-uitgebleven': [{ ...basis, soort: 'zorgstart-uitgebleven' }],
    kalender: [{ ...basis, soort: 'kalender' }],
    escalatie: ([1, 2, 3] as const).map((niveau) => ({ ...basis, soort: 'escalatie', niveau })),
    achttien: ([1, 2, 3] as const).map((stand) => ({ ...basis, soort: 'achttien', stand })),
    herinnering: wachten.map((wacht) => ({ ...basis, soort: 'herinnering', wacht, nummer: 2 })),
    norm: wachten.map((wacht) => ({ ...basis, soort: 'norm', wacht })),
    'norm-manager': wachten.map((wacht) => ({ ...basis, soort: 'norm-manager', wacht })),
  };
  return Object.values(perSoort).flat();
}

describe('de zin bij een wekker van een traject', () => {
  it('zegt in het Nederlands wat er gebeurt, en wanneer, op de klok in Nederland', () => {
    expect(wekkers(zomer).map(wekkerSamenvatting)).toMatchInlineSnapshot(`
      [
        "waarschuwing: ambitie nadert, 5 juni 09:00",
        "drie maanden wachten, 5 juni 09:00",
        "opnieuw wegen: geen jong kind meer, 5 juni 09:00",
        "terug naar de tafel als de zorg niet start, 5 juni 09:00",
        "nieuwe werkdagen ophalen, 5 juni 09:00",
        "te laat: escalatie niveau 1, 5 juni 09:00",
        "te laat: escalatie niveau 2, 5 juni 09:00",
        "te laat: escalatie niveau 3, 5 juni 09:00",
        "waarschuwing: de jeugdige wordt over 6 maanden 18, 5 juni 09:00",
        "waarschuwing: de jeugdige wordt over 3 maanden 18, 5 juni 09:00",
        "de jeugdige wordt 18, 5 juni 09:00",
        "herinnering 2: de triage doen, 5 juni 09:00",
        "herinnering 2: het traject oppakken, 5 juni 09:00",
        "herinnering 2: de gevraagde informatie geven, 5 juni 09:00",
        "herinnering 2: de weging doen, 5 juni 09:00",
        "herinnering 2: een bespreking plannen, 5 juni 09:00",
        "herinnering 2: de afspraak afronden, 5 juni 09:00",
        "herinnering 2: het verslag maken, 5 juni 09:00",
        "herinnering 2: het antwoord van de aanbieder krijgen, 5 juni 09:00",
        "herinnering 2: het eens worden over een plan, 5 juni 09:00",
        "herinnering 2: de keuze maken, 5 juni 09:00",
        "herinnering 2: de volgende stap zetten, 5 juni 09:00",
        "herinnering 2: bekijken hoe het verder is gegaan, 5 juni 09:00",
        "herinnering 2: het overbruggingsplan opnieuw bekijken, 5 juni 09:00",
        "herinnering 2: vastleggen of de zorg is gestart, 5 juni 09:00",
        "herinnering 2: bekijken of het traject verder kan, 5 juni 09:00",
        "herinnering 2: bekijken of wachten nog een keuze is, 5 juni 09:00",
        "herinnering 2: contact hebben over de jeugdige, 5 juni 09:00",
        "herinnering 2: de jeugdige overdragen, 5 juni 09:00",
        "herinnering 2: bevestigen dat het onderzoek loopt, 5 juni 09:00",
        "herinnering 2: laten weten hoe het onderzoek loopt, 5 juni 09:00",
        "vastgelopen vanaf 5 juni 09:00: de triage is niet gedaan",
        "vastgelopen vanaf 5 juni 09:00: het nieuwe team heeft het traject niet opgepakt",
        "vastgelopen vanaf 5 juni 09:00: de aanmelder heeft de gevraagde informatie niet gegeven",
        "vastgelopen vanaf 5 juni 09:00: de weging is niet gedaan",
        "vastgelopen vanaf 5 juni 09:00: er is geen bespreking gepland",
        "vastgelopen vanaf 5 juni 09:00: een afspraak is niet afgerond (de aanmelder)",
        "vastgelopen vanaf 5 juni 09:00: het verslag is niet gemaakt",
        "vastgelopen vanaf 5 juni 09:00: een aanbieder heeft niet geantwoord (aanbieder-01)",
        "vastgelopen vanaf 5 juni 09:00: aanbieders zijn het niet eens over een plan (aanbieder-02)",
        "vastgelopen vanaf 5 juni 09:00: de keuze is niet gemaakt",
        "vastgelopen vanaf 5 juni 09:00: er is geen volgende stap gezet",
        "vastgelopen vanaf 5 juni 09:00: de opvolging is niet gedaan",
        "vastgelopen vanaf 5 juni 09:00: het overbruggingsplan is niet opnieuw bekeken (aanbieder-01)",
        "vastgelopen vanaf 5 juni 09:00: de zorg is niet gestart (aanbieder-01 en aanbieder-02)",
        "vastgelopen vanaf 5 juni 09:00: de opschorting is niet opnieuw bekeken",
        "vastgelopen vanaf 5 juni 09:00: de keuze om te wachten is niet opnieuw bekeken",
        "vastgelopen vanaf 5 juni 09:00: er is te lang niet over de jeugdige gesproken",
        "vastgelopen vanaf 5 juni 09:00: de jeugdige is 18 geworden en niet overgedragen",
        "vastgelopen vanaf 5 juni 09:00: een aanbieder heeft het onderzoek niet bevestigd (aanbieder-01)",
        "vastgelopen vanaf 5 juni 09:00: een aanbieder laat niet weten hoe het onderzoek loopt (aanbieder-01)",
        "bericht aan de manager op 5 juni 09:00: de triage is niet gedaan",
        "bericht aan de manager op 5 juni 09:00: het nieuwe team heeft het traject niet opgepakt",
        "bericht aan de manager op 5 juni 09:00: de aanmelder heeft de gevraagde informatie niet gegeven",
        "bericht aan de manager op 5 juni 09:00: de weging is niet gedaan",
        "bericht aan de manager op 5 juni 09:00: er is geen bespreking gepland",
        "bericht aan de manager op 5 juni 09:00: een afspraak is niet afgerond (de aanmelder)",
        "bericht aan de manager op 5 juni 09:00: het verslag is niet gemaakt",
        "bericht aan de manager op 5 juni 09:00: een aanbieder heeft niet geantwoord (aanbieder-01)",
        "bericht aan de manager op 5 juni 09:00: aanbieders zijn het niet eens over een plan (aanbieder-02)",
        "bericht aan de manager op 5 juni 09:00: de keuze is niet gemaakt",
        "bericht aan de manager op 5 juni 09:00: er is geen volgende stap gezet",
        "bericht aan de manager op 5 juni 09:00: de opvolging is niet gedaan",
        "bericht aan de manager op 5 juni 09:00: het overbruggingsplan is niet opnieuw bekeken (aanbieder-01)",
        "bericht aan de manager op 5 juni 09:00: de zorg is niet gestart (aanbieder-01 en aanbieder-02)",
        "bericht aan de manager op 5 juni 09:00: de opschorting is niet opnieuw bekeken",
        "bericht aan de manager op 5 juni 09:00: de keuze om te wachten is niet opnieuw bekeken",
        "bericht aan de manager op 5 juni 09:00: er is te lang niet over de jeugdige gesproken",
        "bericht aan de manager op 5 juni 09:00: de jeugdige is 18 geworden en niet overgedragen",
        "bericht aan de manager op 5 juni 09:00: een aanbieder heeft het onderzoek niet bevestigd (aanbieder-01)",
        "bericht aan de manager op 5 juni 09:00: een aanbieder laat niet weten hoe het onderzoek loopt (aanbieder-01)",
      ]
    `);
  });

  it('is bij ieder soort kort en heel, in zomer- en wintertijd, en is er één per wekker', () => {
    for (const [tijdstip, moment] of [
      [zomer, '5 juni 09:00'],
      [winter, '5 december 09:00'],
    ] as const) {
      const zinnen = wekkers(tijdstip).map(wekkerSamenvatting);
      for (const zin of zinnen) {
        eisLeesbareZin(zin);
        expect(zin).toContain(moment);
      }
      expect(new Set(zinnen).size).toBe(zinnen.length);
    }
  });
});

describe('de zin bij een wekker over veel aanbieders', () => {
  it('telt ze, want een lange zin wordt door de server geweigerd', () => {
    const gekozen = Array.from({ length: 20 }, (_, i) => `aanbieder-${'x'.repeat(50)}-${i}`);
    const wacht = wachtenVan(vastgelopenToestand('zorgstart', 'ZL-2025-0014', { gekozen })).find(
      ({ soort }) => soort === 'zorgstart',
    );
    if (!wacht) throw new Error('no wait');
    expect(
      eisLeesbareZin(wekkerSamenvatting({ soort: 'norm', gelegenheid: 'norm', tijdstip: zomer, wacht })),
    ).toBe('vastgelopen vanaf 5 juni 09:00: de zorg is niet gestart (20 aanbieders)');
  });
});

describe('de zin bij een wekker van een onderzoek', () => {
  it('noemt de aanbieder, of het contact daarachter, en het moment', () => {
    const onderzoek = begonnenOnderzoek('ZL-2025-0014', 'aanbieder-03');
    const zin = (soort: 'herinnering' | 'escalatie', tijdstip: number) =>
      eisLeesbareZin(herinneringSamenvatting(onderzoek, { soort, nummer: 2, tijdstip, opNorm: true }));
    expect(zin('herinnering', zomer)).toBe('herinnering 2 aan aanbieder-03, 5 juni 09:00');
    expect(zin('escalatie', winter)).toBe(
      'herinnering 2 aan het contact achter het contact van aanbieder-03, 5 december 09:00',
    );
  });
});

describe('de zin bij een wekker van een tafel', () => {
  it('zegt wat er gebeurt, en wanneer', () => {
    const soorten = ['agenda-sluit', 'gehouden', 'afgerond'] as const;
    expect(
      soorten.map((soort) => eisLeesbareZin(tafelwekkerSamenvatting({ soort, tijdstip: zomer }))),
    ).toMatchInlineSnapshot(`
      [
        "de agenda sluit, de stukken en de uitnodigingen gaan uit, 5 juni 09:00",
        "de tafel is gehouden, 5 juni 09:00",
        "de tafel wordt afgerond, 5 juni 09:00",
      ]
    `);
  });
});
