import { describe, expect, it } from 'vitest';
import { beginUitvraag, verstrijkUitvraag, volgendeUitvraagwekker } from '../../domain/uitvraag.ts';
import { extraCijfers, kwartaalCijfers } from '../../domain/uitvraagCijfers.ts';
import {
  groteVerschillen,
  vraagOmBevestiging,
  type WachtendeJeugdige,
} from '../../domain/uitvraagInvulling.ts';
import { kwartaalVanSchema, uitvraagMomenten } from '../../domain/uitvraagkalender.ts';
import { leesbaarMoment } from '../../domain/werkdagen.ts';

const antwoord = (
  wachtend: number,
  rest: { drieMaanden?: number; overbrugging?: number; kdc?: number } = {},
) => {
  const { drieMaanden = 0, overbrugging = 0, kdc } = rest;
  return {
    wachtenden: [{ sector: 'mix' as const, vorm: 'ambulant' as const, wachtend, drieMaanden, overbrugging }],
    wachttijden: kdc === undefined ? [] : [{ zorgsoort: 'kdc' as const, weken: kdc }],
  };
};
const kind = (bsnIndex: string, rest: Partial<WachtendeJeugdige> = {}): WachtendeJeugdige => ({
  bsnIndex,
  zorgsoort: 'behandeling',
  vorm: 'ambulant',
  gemeente: 'den-haag',
  wachtSindsDatum: '2022-01-01',
  ...rest,
});

describe('de cijfers van een kwartaal', () => {
  it('zijn nul zonder antwoorden, en de wachttijd is er dan niet', () => {
    const cijfers = kwartaalCijfers(188, []);
    expect(cijfers).toMatchObject({
      gevraagd: 188,
      geantwoord: 0,
      responsProcent: 0,
      totaal: { wachtend: 0 },
    });
    expect(new Set(cijfers.wachttijden.map(({ mediaanWeken }) => mediaanWeken))).toEqual(new Set([null]));
    expect(kwartaalCijfers(0, []).responsProcent).toBe(0);
  });

  it('nemen als middelste wachttijd de middelste, of het midden van twee', () => {
    const met = (...weken: number[]) =>
      kwartaalCijfers(
        9,
        weken.map((een) => ({
          wachtenden: [],
          oorzaken: [],
          wachttijden: [{ zorgsoort: 'kdc', weken: een }],
        })),
      ).wachttijden.find(({ zorgsoort }) => zorgsoort === 'kdc');
    expect(met(104, 52, 60)).toMatchObject({
      aanbieders: 3,
      laagsteWeken: 52,
      mediaanWeken: 60,
      hoogsteWeken: 104,
    });
    expect(met(52, 61)).toMatchObject({ mediaanWeken: 56.5 });
  });
});

describe('een aantal dat niet te geloven is: heel anders dan de vorige keer, of hoog en zonder vorige keer', () => {
  it.each([
    [30, 14, true],
    [14, 30, true],
    [30, 15, false],
    [11, 0, true],
    [10, 0, false],
    [0, 11, true],
    [500, 250, false],
    [500, 249, true],
  ])('van %i naar %i: %s', (eerder, nu, isGroot) => {
    expect(groteVerschillen(antwoord(nu), antwoord(eerder)).length > 0).toBe(isGroot);
  });

  it.each([
    [100, false],
    [101, true],
    [9_999, true],
  ])('zonder vorig antwoord bij %i: %s', (nu, isHoog) => {
    expect(groteVerschillen(antwoord(nu), null).length > 0).toBe(isHoog);
  });

  it('kijkt ook naar wie drie maanden of langer wacht en wie overbruggingszorg krijgt, en wordt in woorden gevraagd', () => {
    const minder = [antwoord(1), antwoord(40)] as const;
    expect(groteVerschillen(...minder)).toEqual([
      { sector: 'mix', vorm: 'ambulant', wat: 'wachtend', eerder: 40, nu: 1 },
    ]);
    expect(vraagOmBevestiging(...minder)).toContain('ambulant: nu 1, de vorige keer 40');
    const lang = [antwoord(40, { drieMaanden: 30 }), antwoord(40, { drieMaanden: 3 })] as const;
    expect(groteVerschillen(...lang)).toMatchObject([{ wat: 'drieMaanden', eerder: 3, nu: 30 }]);
    expect(vraagOmBevestiging(...lang)).toContain('drie maanden of langer: nu 30');
    const overbrugd = [antwoord(40, { overbrugging: 4 }), antwoord(40, { overbrugging: 40 })] as const;
    expect(groteVerschillen(...overbrugd)).toMatchObject([{ wat: 'overbrugging', eerder: 40, nu: 4 }]);
    expect(vraagOmBevestiging(...overbrugd)).toContain('met overbruggingszorg: nu 4, de vorige keer 40');
    expect(vraagOmBevestiging(antwoord(500), null)).toMatch(/ambulant: nu 500\. Kijk ze na/);
    expect(vraagOmBevestiging(antwoord(14), antwoord(14))).toBeNull();
  });

  it.each([
    [52, 520, true],
    [52, 104, false],
    [30, 14, true],
    [5, 15, false],
    [null, 104, false],
    [null, 105, true],
  ])('kijkt ook naar de wachttijd per soort zorg: van %s naar %i weken: %s', (eerder, nu, isGroot) => {
    const beide = [antwoord(5, { kdc: nu }), antwoord(5, eerder === null ? {} : { kdc: eerder })] as const;
    expect(groteVerschillen(...beide)).toEqual(
      isGroot ? [{ zorgsoort: 'kdc', wat: 'weken', eerder, nu }] : [],
    );
    const vraag = vraagOmBevestiging(...beide);
    if (isGroot)
      expect(vraag).toContain(
        `Kinderdagcentrum (KDC), wachttijd in weken: nu ${nu}${eerder === null ? '' : `, de vorige keer ${eerder}`}.`,
      );
    else expect(vraag).toBeNull();
  });

  it('vraagt niets over een wachttijd die niet meer wordt genoemd, en kijkt zonder enig eerder antwoord alleen of hij hoog is', () => {
    expect(groteVerschillen(antwoord(5), antwoord(5, { kdc: 52 }))).toEqual([]);
    expect(groteVerschillen(antwoord(5, { kdc: 104 }), null)).toEqual([]);
    expect(groteVerschillen(antwoord(5, { kdc: 105 }), null)).toMatchObject([{ wat: 'weken', nu: 105 }]);
  });
});

describe('een antwoord waarin niemand wacht', () => {
  it('wordt altijd gevraagd, met hoeveel het er de vorige keer waren, en niet nog eens per sector', () => {
    expect(vraagOmBevestiging(antwoord(0), null)).toBe(
      'U gaf nergens wachtende jeugdigen op. Klopt het dat er niemand wacht? Bevestig dat dan hier.',
    );
    expect(vraagOmBevestiging({ wachtenden: [], wachttijden: [] }, antwoord(40))).toBe(
      'U gaf nergens wachtende jeugdigen op; de vorige keer 40. Klopt het dat er niemand wacht? Bevestig dat dan hier.',
    );
    // What differs is kept all the same.
    expect(groteVerschillen(antwoord(0), antwoord(40))).toMatchObject([
      { wat: 'wachtend', eerder: 40, nu: 0 },
    ]);
  });

  it('wordt niet gevraagd als het met zo veel woorden is gezegd; een vreemde wachttijd wel', () => {
    expect(vraagOmBevestiging(antwoord(0), antwoord(40), true)).toBeNull();
    expect(vraagOmBevestiging(antwoord(0, { kdc: 520 }), antwoord(40, { kdc: 52 }), true)).toMatch(
      /^Deze getallen .*wachttijd in weken: nu 520, de vorige keer 52\. Kijk ze na\. Kloppen ze\? Bevestig/,
    );
  });
});

describe('de cijfers van een extra uitvraag', () => {
  it('tellen een jeugdige die twee keer is aangemeld één keer, en zeggen hoeveel dat er zijn', () => {
    const cijfers = extraCijfers(
      4,
      [
        [kind('a'), kind('b', { vorm: 'verblijf', zorgsoort: 'woongroep', gemeente: 'delft' })],
        [kind('a', { wachtSindsDatum: '2021-12-01', gemeente: 'rijswijk' })],
        [
          kind('c'),
          kind('c', { vorm: 'verblijf', zorgsoort: 'respijtzorg' }),
          kind('d', { wachtSindsDatum: '2022-01-02' }),
        ],
      ],
      '2022-04-01',
    );
    expect(cijfers).toMatchObject({
      gevraagd: 4,
      geantwoord: 3,
      responsProcent: 75,
      jeugdigen: 4,
      dubbel: 2,
    });
    // Who waits for both counts as verblijf; three months on the day itself is three months.
    expect(cijfers.perVorm).toEqual([
      { vorm: 'ambulant', jeugdigen: 2, drieMaanden: 1 },
      { vorm: 'verblijf', jeugdigen: 2, drieMaanden: 2 },
    ]);
    expect(cijfers.drieMaanden).toBe(3);
    expect(cijfers.perGemeente).toEqual([
      { gemeente: 'delft', jeugdigen: 1 },
      { gemeente: 'den-haag', jeugdigen: 2 },
      { gemeente: 'rijswijk', jeugdigen: 1 },
    ]);
    expect(cijfers.perZorgsoort).toContainEqual({ zorgsoort: 'respijtzorg', jeugdigen: 1 });
  });

  it('komen uit op de cijfers van 1 april 2022: 539 unieke jeugdigen, 455 ambulant, 84 verblijf, 16 dubbel', () => {
    const ambulant = Array.from({ length: 455 }, (_, i) => kind(`a${i}`));
    const verblijf = Array.from({ length: 84 }, (_, i) => kind(`v${i}`, { vorm: 'verblijf' }));
    const nogEens = [...ambulant.slice(0, 10), ...verblijf.slice(0, 6)].map((een) => ({
      ...een,
      zorgsoort: 'kdc' as const,
    }));
    const cijfers = extraCijfers(2, [[...ambulant, ...verblijf], nogEens], '2022-04-01');
    expect(cijfers).toMatchObject({
      jeugdigen: 539,
      dubbel: 16,
      drieMaanden: 539,
      perVorm: [
        { vorm: 'ambulant', jeugdigen: 455 },
        { vorm: 'verblijf', jeugdigen: 84 },
      ],
    });
  });
});

describe('de kalender van een uitvraag', () => {
  it('begint op de eerste werkdag van een kwartaal over het kwartaal ervoor', () => {
    const om7 = (datum: string) => Date.parse(`${datum}T06:00:00Z`);
    expect(kwartaalVanSchema(om7('2026-01-01'))).toBeNull();
    expect(kwartaalVanSchema(om7('2026-01-02'))?.code).toBe('2025-K4');
    // Saturday 1 January 2028; Easter Monday 1 April 2024.
    expect(kwartaalVanSchema(om7('2028-01-02'))).toBeNull();
    expect(kwartaalVanSchema(om7('2028-01-03'))?.code).toBe('2027-K4');
    expect(kwartaalVanSchema(om7('2024-04-01'))).toBeNull();
    expect(kwartaalVanSchema(om7('2024-04-02'))?.code).toBe('2024-K1');
  });

  it('herinnert na twee en drie weken en sluit na vier, om 09:00 uur op een werkdag, ook over de zomertijd', () => {
    const { herinneringTijdstippen, sluitTijdstip } = uitvraagMomenten(Date.parse('2027-03-15T06:00:00Z'));
    expect([...herinneringTijdstippen, sluitTijdstip].map(leesbaarMoment)).toEqual([
      // Easter Monday is 29 March 2027.
      'dinsdag 30 maart 2027, 09:00',
      'maandag 5 april 2027, 09:00',
      'maandag 12 april 2027, 09:00',
    ]);
  });

  it('maakt van gemiste herinneringen één herinnering, en sluit daarna', () => {
    const begonnenTijdstip = Date.parse('2027-03-15T06:00:00Z');
    const momenten = uitvraagMomenten(begonnenTijdstip);
    const toestand = beginUitvraag(
      { code: '2026-K4', soort: 'kwartaal', begonnenTijdstip, aanbieders: ['a'], perMinuut: 1, basisUrl: '' },
      momenten,
    );
    const [eerste = 0, tweede = 0] = momenten.herinneringTijdstippen;
    expect(verstrijkUitvraag(toestand, 'herinnering', eerste).toestand.herinneringen).toBe(1);
    const laat = verstrijkUitvraag(toestand, 'herinnering', tweede + 1).toestand;
    expect(laat.herinneringen).toBe(2);
    expect(volgendeUitvraagwekker(laat)).toEqual({ soort: 'sluit', tijdstip: momenten.sluitTijdstip });
  });
});
