import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dag, standaardBeleid } from '../../domain/beleid.ts';
import { onderzoekBesluiten } from '../../domain/besluiten.ts';
import { onderzoekStatussen } from '../../domain/codes.ts';
import {
  herinner,
  isVastgelopen,
  type OnderzoekToestand,
  type OnderzoekWekker,
  onderzoekOvergangen,
  pasOnderzoekBesluitToe,
  volgendeHerinnering,
  weigerOnderzoekBesluit,
} from '../../domain/onderzoek.ts';
import { leesbaarMoment, werkdagenVanaf } from '../../domain/werkdagen.ts';

/** Monday 2 March 2026, 14:00 in the Netherlands. */
const gevraagd = Date.UTC(2026, 2, 2, 13);

const begin: OnderzoekToestand = {
  id: 'onderzoek-ZL-2026-0001-aanbieder-01-r1',
  kenmerk: 'ZL-2026-0001',
  trajectId: 'traject-ZL-2026-0001',
  aanbieder: 'aanbieder-01',
  ronde: 1,
  versie: 1,
  status: 'gevraagd',
  gevraagdTijdstip: gevraagd,
  antwoordVoorTijdstip: gevraagd + 60 * dag,
  contactTijdstip: gevraagd,
  herinneringen: 0,
  onbeantwoord: 0,
  werkdagen: werkdagenVanaf(gevraagd, 60),
  beleid: standaardBeleid,
  basisUrl: 'http://localhost:3000',
  verwerkt: [],
};

function wekkerVan(o: OnderzoekToestand): OnderzoekWekker {
  const wekker = volgendeHerinnering(o);
  if (wekker === null || wekker === 'werkdagen-op') throw new Error(`geen wekker: ${wekker}`);
  return wekker;
}

/** The reminders that follow when the aanbieder stays silent; each timer fires 700 ms late. */
function zwijgt(o: OnderzoekToestand, keer: number) {
  const gezien: string[] = [];
  let nu = o;
  for (let i = 0; i < keer; i += 1) {
    const wekker = wekkerVan(nu);
    gezien.push(`${wekker.soort} ${wekker.nummer}: ${leesbaarMoment(wekker.tijdstip)}`);
    nu = herinner(nu, wekker, wekker.tijdstip + 700).toestand;
  }
  return { gezien, toestand: nu };
}

describe('herinneringen aan een aanbieder die zwijgt', () => {
  it('komen na twee hele werkdagen, en de derde gaat naar het contact achter het contact', () => {
    expect(zwijgt(begin, 4).gezien).toEqual([
      'herinnering 1: donderdag 5 maart 2026, 09:00',
      'herinnering 2: maandag 9 maart 2026, 09:00',
      'escalatie 3: woensdag 11 maart 2026, 09:00',
      'herinnering 4: vrijdag 13 maart 2026, 09:00',
    ]);
  });

  it('slaan de paasdagen over en blijven om 09:00 als de klok verspringt', () => {
    const witteDonderdag = Date.UTC(2026, 3, 2, 8);
    const o = {
      ...begin,
      gevraagdTijdstip: witteDonderdag,
      contactTijdstip: witteDonderdag,
      antwoordVoorTijdstip: witteDonderdag + 60 * dag,
      werkdagen: werkdagenVanaf(witteDonderdag, 60),
    };
    expect(zwijgt(o, 1).gezien).toEqual(['herinnering 1: woensdag 8 april 2026, 09:00']);
  });

  it('komen met de norm: dan is het onderzoek vastgelopen, tot de aanbieder iets laat horen', () => {
    const stand = [0, 1, 2, 3].map((keer) => isVastgelopen(zwijgt(begin, keer).toestand));
    expect(stand).toEqual([false, true, true, true]);
    const gehoord = pasOnderzoekBesluitToe(
      zwijgt(begin, 3).toestand,
      { soort: 'nieuws', codes: {} },
      gevraagd + 20 * dag,
    ).toestand;
    expect(isVastgelopen(gehoord)).toBe(false);
    expect(isVastgelopen(zwijgt(gehoord, 1).toestand)).toBe(true);
  });

  it('maken een onderzoek van voor die norm pas vastgelopen bij de escalatie', () => {
    const { bevestiging: _b, nieuws: _n, ...normen } = standaardBeleid.normen ?? {};
    const eerder = { ...begin, beleid: { ...standaardBeleid, normen } as typeof standaardBeleid };
    const stand = [1, 2, 3].map((keer) => isVastgelopen(zwijgt(eerder, keer).toestand));
    expect(stand).toEqual([false, false, true]);
  });
});

describe('herinneringen aan een aanbieder die bevestigde', () => {
  it('vragen na vijf hele werkdagen om nieuws', () => {
    const o = pasOnderzoekBesluitToe(begin, { soort: 'bevestiging', codes: {} }, gevraagd).toestand;
    expect(zwijgt(o, 2).gezien).toEqual([
      'herinnering 1: dinsdag 10 maart 2026, 09:00',
      'herinnering 2: dinsdag 17 maart 2026, 09:00',
    ]);
  });

  it('komen eerder als de ambitie eerder is, en daarna weer in het gewone ritme', () => {
    const vrijdag = Date.UTC(2026, 2, 6, 13);
    const o = pasOnderzoekBesluitToe(
      { ...begin, antwoordVoorTijdstip: vrijdag },
      { soort: 'bevestiging', codes: {} },
      gevraagd,
    ).toestand;
    const { gezien, toestand } = zwijgt(o, 2);
    expect(gezien).toEqual([
      'herinnering 1: vrijdag 6 maart 2026, 14:00',
      'herinnering 2: maandag 16 maart 2026, 09:00',
    ]);
    // The answer was due, and that is a norm of the traject; the one for news had not passed yet.
    expect([isVastgelopen(zwijgt(o, 1).toestand), isVastgelopen(toestand)]).toEqual([false, true]);
  });
});

describe('iedere herinnering', () => {
  it('ligt na de vorige, op welk moment ook is gevraagd en hoe laat de wekker ook afgaat', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 300 * dag }),
        fc.integer({ min: 0, max: 30 * dag }),
        fc.array(fc.oneof(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 3 * dag })), {
          minLength: 1,
          maxLength: 6,
        }),
        (verschuiving, ambitie, vertragingen) => {
          const toen = gevraagd + verschuiving;
          let o: OnderzoekToestand = {
            ...begin,
            contactTijdstip: toen,
            antwoordVoorTijdstip: toen + ambitie,
            werkdagen: werkdagenVanaf(toen, 60),
          };
          let nu = toen;
          let vorige = toen - 1;
          for (const vertraging of vertragingen) {
            const wekker = wekkerVan(o);
            expect(wekker.tijdstip).toBeGreaterThan(vorige);
            vorige = wekker.tijdstip;
            nu = Math.max(nu, wekker.tijdstip) + vertraging;
            o = herinner(o, wekker, nu).toestand;
          }
        },
      ),
    );
  });
});

describe('de kalender van een onderzoek', () => {
  it('wordt opnieuw gevraagd als hij niet ver genoeg reikt', () => {
    expect(volgendeHerinnering({ ...begin, werkdagen: begin.werkdagen.slice(0, 2) })).toBe('werkdagen-op');
    expect(volgendeHerinnering({ ...begin, werkdagen: [] })).toBe('werkdagen-op');
  });

  it('is niet nodig als er niets meer wordt verwacht', () => {
    expect(volgendeHerinnering({ ...begin, status: 'vervallen', werkdagen: [] })).toBeNull();
  });
});

describe('de overgangstabel van het onderzoek', () => {
  const soorten = Object.keys(onderzoekBesluiten) as (keyof typeof onderzoekBesluiten)[];
  const verwacht = {
    gevraagd: ['bevestiging', 'nieuws', 'vraag', 'antwoord'],
    bevestigd: ['nieuws', 'vraag', 'antwoord'],
    beantwoord: [],
    vervallen: [],
  };
  for (const status of onderzoekStatussen) {
    for (const soort of soorten) {
      const mag = (verwacht[status] as string[]).includes(soort);
      it(`${status}: ${soort} ${mag ? 'mag' : 'wordt geweigerd'}`, () => {
        const o = { ...begin, status };
        expect(weigerOnderzoekBesluit(o, soort) === null).toBe(mag);
        expect(Object.keys(onderzoekOvergangen[status]).includes(soort)).toBe(mag);
      });
    }
  }

  it('laat een onderzoek na "meer tijd" open, en sluit het na ieder ander antwoord', () => {
    const na = (codes: Parameters<typeof pasOnderzoekBesluitToe>[1] & { soort: 'antwoord' }) =>
      pasOnderzoekBesluitToe(begin, codes, gevraagd + dag).toestand.status;
    expect(
      na({
        soort: 'antwoord',
        codes: { antwoord: 'meer-tijd', totDatum: '2026-04-01', meerTijdReden: 'draagvlak-nodig' },
      }),
    ).toBe('bevestigd');
    expect(na({ soort: 'antwoord', codes: { antwoord: 'aanbod' } })).toBe('beantwoord');
  });
});
