/** From the open data nobody finds a small number, also not by counting (domain/rapport/openData.ts). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maakExtern } from '../../domain/rapport/extern.ts';
import { type OpenDataRegel, openDataRegels, openDataSchema } from '../../domain/rapport/openData.ts';
import type { Rapport } from '../../domain/rapport/rapport.ts';
import { maakWachttijdenrapport } from '../../domain/rapport/wachttijden.ts';
import { kwartaalCijfers } from '../../domain/uitvraagCijfers.ts';
import { wachtvakken } from '../../domain/uitvraagInvulling.ts';
import { periode } from '../support/feiten.ts';
import { antwoordMet, vak } from '../support/wachttijden.ts';

type Antwoord = ReturnType<typeof antwoordMet>;

/** Numbers around the limit, and large ones. */
const aantal = fc.oneof(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 60 }));
const antwoordVan = (tellingen: [wachtend: number, lang: number, met: number][]) =>
  antwoordMet(
    tellingen.map(([wachtend, lang, met], plaats) => {
      const { sector, vorm } = wachtvakken[plaats] ?? { sector: 'lvb', vorm: 'ambulant' };
      const deel = (procent: number) => Math.round((wachtend * procent) / 100);
      return vak(sector, vorm, wachtend, deel(lang), deel(met));
    }),
  );
const antwoord: fc.Arbitrary<Antwoord> = fc
  .array(fc.tuple(aantal, fc.nat(100), fc.nat(100)), { minLength: 8, maxLength: 8 })
  .map(antwoordVan);

/** An answer that comes in later: a few children here and there. */
const laatAntwoord: fc.Arbitrary<Antwoord> = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 3, arbitrary: fc.constant(0) },
        { weight: 2, arbitrary: fc.integer({ min: 1, max: 4 }) },
        { weight: 1, arbitrary: fc.integer({ min: 5, max: 20 }) },
      ),
      fc.nat(100),
      fc.nat(100),
    ),
    { minLength: 8, maxLength: 8 },
  )
  .map(antwoordVan);

const rapportVan = (...antwoorden: Antwoord[]) =>
  maakWachttijdenrapport(
    periode('2025-K2'),
    kwartaalCijfers(9, antwoorden),
    null,
    Date.parse('2025-08-01T09:00:00+02:00'),
  );
const regelsUit = (extern: Rapport) => openDataRegels(extern, { versie: 1, peildatum: '2025-08-01' });
const regelsVan = (nu: Antwoord) => regelsUit(maakExtern(rapportVan(nu), [], null));

const plekVan = ({ indicator, vorm, sector }: Pick<OpenDataRegel, 'indicator' | 'vorm' | 'sector'>) =>
  `${indicator}/${vorm}/${sector}`;

/** Places with their sign; together they are nought. */
type Som = [plek: string, teken: 1 | -1][];

/** Every sum that a reader knows to hold. Written apart from the code under test. */
const sommen: Som[] = (() => {
  const delen = [
    'korter-dan-drie-maanden',
    'drie-maanden-of-langer',
    'met-overbrugging',
    'zonder-overbrugging',
  ];
  const sectoren = ['lvb', 'jeugdhulp', 'j-ggz', 'mix'];
  const plek = (indicator: string, vorm: string, sector: string) => `${indicator}/${vorm}/${sector}`;
  const overSectoren = [
    ...['ambulant', 'verblijf', 'totaal'].map((vorm) => ['wachtend', vorm] as const),
    ...delen.flatMap((deel) => ['ambulant', 'verblijf'].map((vorm) => [deel, vorm] as const)),
  ].map(([indicator, vorm]): [string, 1 | -1][] => [
    ...sectoren.map((sector): [string, 1] => [plek(indicator, vorm, sector), 1]),
    [plek(indicator, vorm, 'totaal'), -1],
  ]);
  const perSector = [...sectoren, 'totaal'].flatMap((sector): [string, 1 | -1][][] => [
    [
      [plek('wachtend', 'ambulant', sector), 1],
      [plek('wachtend', 'verblijf', sector), 1],
      [plek('wachtend', 'totaal', sector), -1],
    ],
    ...['ambulant', 'verblijf'].flatMap((vorm) =>
      [delen.slice(0, 2), delen.slice(2)].map((twee): [string, 1 | -1][] => [
        ...twee.map((deel): [string, 1] => [plek(deel, vorm, sector), 1]),
        [plek('wachtend', vorm, sector), -1],
      ]),
    ),
  ]);
  return [...overSectoren, ...perSector];
})();

/** What is known of each number that is not shown: its lowest and highest value. */
type Grenzen = Map<string, [laag: number, hoog: number]>;

/**
 * What somebody finds who goes through the sums again and again: a part is at most its total less the least that the other parts are. `laagste`: from
 * where each number that is not shown is sought.
 */
function insluiten(
  getoond: ReadonlyMap<string, number>,
  laagste: ReadonlyMap<string, number>,
  sommen: readonly Som[],
): Grenzen {
  const grenzen: Grenzen = new Map([...laagste].map(([plek, laag]) => [plek, [laag, 10_000]]));
  const van = (plek: string): [number, number] => {
    const bekend = getoond.get(plek) ?? 0;
    return grenzen.get(plek) ?? [bekend, bekend];
  };
  for (let verder = true; verder; ) {
    verder = false;
    for (const som of sommen)
      for (const [plek, teken] of som.filter(([deze]) => grenzen.has(deze))) {
        // teken × plek is nought less all the others.
        const anderen = som
          .filter(([deze]) => deze !== plek)
          .map(([deze, t]) => (t === 1 ? van(deze) : [-van(deze)[1], -van(deze)[0]]));
        const laagste = anderen.reduce((tot, [laag = 0]) => tot + laag, 0);
        const hoogste = anderen.reduce((tot, [, hoog = 0]) => tot + hoog, 0);
        const [laag, hoog] = teken === 1 ? [-hoogste, -laagste] : [laagste, hoogste];
        const [eerst, laatst] = van(plek);
        const nieuw: [number, number] = [Math.max(eerst, laag), Math.min(laatst, hoog)];
        if (nieuw[0] !== eerst || nieuw[1] !== laatst) {
          grenzen.set(plek, nieuw);
          verder = true;
        }
      }
  }
  return grenzen;
}

/** Which hidden numbers follow from the sums by solving them as equations (Gauss-Jordan): those that stand alone in one. */
function opgelost(verborgen: readonly string[], sommen: readonly Som[]): string[] {
  const rijen = sommen.map((som) =>
    verborgen.map((plek) => som.filter(([deze]) => deze === plek).reduce((tot, [, teken]) => tot + teken, 0)),
  );
  let rij = 0;
  for (let kolom = 0; kolom < verborgen.length && rij < rijen.length; kolom++) {
    const spil = rijen.findIndex((waarden, r) => r >= rij && Math.abs(waarden[kolom] ?? 0) > 1e-9);
    if (spil < 0) continue;
    const gekozen = rijen
      .splice(spil, 1)
      .map((waarden) => waarden.map((waarde) => waarde / (waarden[kolom] ?? 1)));
    rijen.splice(rij, 0, ...gekozen);
    for (const [r, waarden] of rijen.entries()) {
      const factor = waarden[kolom] ?? 0;
      if (r !== rij && factor !== 0)
        rijen[r] = waarden.map((waarde, k) => waarde - factor * (gekozen[0]?.[k] ?? 0));
    }
    rij++;
  }
  return rijen.flatMap((waarden) => {
    const nietNul = verborgen.filter((_, k) => Math.abs(waarden[k] ?? 0) > 1e-9);
    return nietNul.length === 1 ? nietNul : [];
  });
}

describe('de open data over wachttijden', { timeout: 60_000 }, () => {
  it('heeft nergens een aantal van 1 tot en met 4', () => {
    fc.assert(
      fc.property(antwoord, (nu) => {
        for (const { eenheid, waarde, ...plek } of regelsVan(nu))
          if (eenheid === 'aantal' && waarde !== null && plek.indicator !== 'gevraagde-aanbieders')
            expect(waarde === 0 || waarde > 4, plekVan(plek)).toBe(true);
      }),
    );
  });

  it('is niet terug te rekenen: ieder verborgen aantal kan nog iets anders zijn', () => {
    fc.assert(
      fc.property(antwoord, (nu) => {
        const regels = regelsVan(nu).filter(({ sector }) => sector !== null);
        const verborgen = regels.filter(({ status }) => status === 'verborgen').map(plekVan);
        const getoond = new Map(
          regels.flatMap((regel) => (regel.waarde === null ? [] : [[plekVan(regel), regel.waarde] as const])),
        );
        expect(opgelost(verborgen, sommen)).toEqual([]);
        // What is hidden is at least 1, since a nought is always shown.
        for (const [plek, [laag, hoog]] of insluiten(
          getoond,
          new Map(verborgen.map((plek) => [plek, 1])),
          sommen,
        ))
          expect(hoog, plek).toBeGreaterThan(laag);
      }),
      { numRuns: 100 },
    );
  });

  it('is ook niet terug te rekenen met de versie ervoor, door wie weet dat er één antwoord bij kwam', () => {
    fc.assert(
      fc.property(antwoord, laatAntwoord, (eerst, daarna) => {
        const heel = rapportVan(eerst);
        const extern = maakExtern(heel, [], null);
        const versies = {
          eerst: regelsUit(extern),
          daarna: regelsUit(maakExtern(rapportVan(eerst, daarna), [{ heel, extern }], null)),
        };
        // The numbers of both versions, and of each place how many came: what was and what came is what is, and no less than nought came.
        const getoond = new Map<string, number>();
        const laagste = new Map<string, number>();
        for (const [versie, regels] of Object.entries(versies))
          for (const regel of regels.filter(({ sector }) => sector !== null)) {
            const plek = `${versie}/${plekVan(regel)}`;
            if (regel.waarde === null) laagste.set(plek, 1);
            else getoond.set(plek, regel.waarde);
          }
        const verborgen = [...laagste.keys()];
        const plekken = new Set(sommen.flatMap((som) => som.map(([plek]) => plek)));
        for (const plek of plekken) laagste.set(`erbij/${plek}`, 0);
        const samen = [
          ...['eerst', 'daarna', 'erbij'].flatMap((wat) =>
            sommen.map((som): Som => som.map(([plek, teken]) => [`${wat}/${plek}`, teken])),
          ),
          ...[...plekken].map(
            (plek): Som => [
              [`eerst/${plek}`, 1],
              [`erbij/${plek}`, 1],
              [`daarna/${plek}`, -1],
            ],
          ),
        ];
        const grenzen = insluiten(getoond, laagste, samen);
        for (const plek of verborgen) {
          const [laag = 0, hoog = 0] = grenzen.get(plek) ?? [];
          expect(hoog, plek).toBeGreaterThan(laag);
        }
        // Nobody finds either that as few as 1 to 4 came.
        for (const plek of plekken) {
          const [laag = 0, hoog = 0] = grenzen.get(`erbij/${plek}`) ?? [];
          expect(laag === hoog && laag > 0 && laag < 5, `erbij/${plek} ${laag}`).toBe(false);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('verbergt van een kwartaal hetzelfde in zijn eigen bestand als in het rapport van het kwartaal erna', () => {
    fc.assert(
      fc.property(antwoord, antwoord, (dit, volgend) => {
        const eigen = maakExtern(rapportVan(dit), [], null);
        const later = maakExtern(
          maakWachttijdenrapport(
            periode('2025-K3'),
            kwartaalCijfers(9, [volgend]),
            kwartaalCijfers(9, [dit]),
            0,
          ),
          [],
          eigen,
        );
        const onderKop = ({ tabellen }: Rapport, kwartaal: string) =>
          tabellen.flatMap(({ code, kolommen, rijen, totaal }) =>
            [...rijen, ...(totaal ? [totaal] : [])].flatMap((rij) =>
              kolommen.flatMap((kop, k) =>
                kop.endsWith(kwartaal) && !/^(Kort|Lang)ste/.test(kop)
                  ? [[code, rij.code, kop, rij.waarden[k], rij.onderdrukt?.includes(k) ?? false]]
                  : [],
              ),
            ),
          );
        expect(onderKop(later, '2025-K2').length).toBeGreaterThan(50);
        expect(onderKop(later, '2025-K2')).toEqual(onderKop(eigen, '2025-K2'));
      }),
      { numRuns: 50 },
    );
  });

  it('zegt van iedere lege waarde waarom zij leeg is, en past op het schema', () => {
    fc.assert(
      fc.property(antwoord, (nu) => {
        const regels = regelsVan(nu);
        const sleutels = regels.map((regel) =>
          openDataSchema.uniqueKeys[0].map((veld) => regel[veld]).join('|'),
        );
        expect(new Set(sleutels).size).toBe(sleutels.length);
        for (const regel of regels) {
          expect(Object.keys(regel).sort()).toEqual(
            openDataSchema.fields.map(({ name }) => name as string).sort(),
          );
          expect(regel.status === 'getoond').toBe(regel.waarde !== null);
        }
      }),
      { numRuns: 20 },
    );
  });
});
