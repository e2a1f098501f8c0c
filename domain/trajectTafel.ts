/** At the table and around it: the date, the verslag, putting a case to aanbieders directly, and beginning again. */
import type { MaatregelCode } from './aanmeldingCodes.ts';
import { heeftMaatregel, type WegingElement, wegingElementen } from './afwegingskader.ts';
import type { Bestemming } from './meldingen.ts';
import { isOpen } from './onderzoek.ts';
import { faseNa } from './overgangen.ts';
import { type Afspraak, kentRegels, type TrajectToestand } from './traject.ts';
import { eigenAfspraken, metAfspraken, naAfspraken } from './trajectAfspraak.ts';
import {
  aanmelder,
  bericht,
  buitenTeam,
  coordinator,
  gevolg,
  type TrajectGevolg,
  zonder,
  zonderOpvolging,
} from './trajectGevolg.ts';
import type { Moment, Neem } from './trajectNemen.ts';
import {
  keuzeVervallen,
  laatOpenVervallen,
  metVervallen,
  nietMeerNodig,
  nieuweRonde,
  zonderKeuze,
} from './trajectRonde.ts';
import { vraagtWeging } from './wachten.ts';

/** A date at the table; an earlier keuze is taken back. */
export const tafeldatum: Neem<'tafeldatum'> = (t, { tafelDatum }, { gebeurtenis, gelegenheid, nu }) =>
  gevolg(naAfspraken(zonderKeuze(t)), { fase: faseNa(t.fase, 'tafeldatum'), tafelDatum }, gebeurtenis, nu, {
    berichten: [
      bericht('tafeldatum-gepland', aanmelder, gelegenheid, { tafelDatum }),
      ...keuzeVervallen(t, gelegenheid),
    ],
  });

/** The verslag: aanbieders set to work, or a next step is agreed for whoever must act (domein, "One traject", step 5). */
export const verslag: Neem<'verslag'> = (
  t,
  { aanbieders = [], afspraken = [] },
  { gebeurtenis, gelegenheid, nu },
) => {
  const fase = faseNa(t.fase, 'verslag', aanbieders.length > 0 ? 'onderzoek' : 'afspraak');
  // At the table the jeugdige was spoken of.
  const gesproken = kentRegels(t, 3) ? { contactTijdstip: nu } : {};
  const alleAfspraken = { afspraken: metAfspraken(t, afspraken, nu) };
  const berichten = [
    bericht('verslag-gedeeld', aanmelder, gelegenheid, {
      aantal: aanbieders.length,
      ...(afspraken.length > 0 ? { afspraken: afspraken.length } : {}),
      ...(kentRegels(t, 4) ? eigenAfspraken('aanmelder', afspraken) : {}),
    }),
    ...(kentRegels(t, 4) ? naarAanbieders(t, aanbieders, afspraken, gelegenheid) : []),
  ];
  if (aanbieders.length === 0)
    return gevolg(
      zonder(t, 'tafelDatum'),
      { fase, ronde: t.ronde + 1, ...alleAfspraken, ...gesproken },
      gebeurtenis,
      nu,
      { berichten },
    );
  const vorig = naAfspraken(t);
  const { wijziging, teStarten, berichten: overPlannen } = nieuweRonde(vorig, aanbieders, nu);
  return gevolg(
    vorig,
    { fase, ...wijziging, ...(afspraken.length > 0 ? alleAfspraken : {}), ...gesproken },
    gebeurtenis,
    nu,
    {
      teStarten,
      berichten: [...berichten, ...overPlannen],
    },
  );
};

/**
 * The verslag is shared with each aanbieder that sets to work by it and is not asked anew: who is investigating already and
 * is named again, and who has an afspraak (domein, "One traject", step 5).
 */
function naarAanbieders(
  t: TrajectToestand,
  aanbieders: readonly string[],
  afspraken: readonly Afspraak[],
  gelegenheid: string,
): TrajectGevolg['berichten'] {
  const lopend = new Map(
    Object.entries(t.onderzoeken)
      .filter(([, o]) => isOpen(o.status) && aanbieders.includes(o.aanbieder))
      .map(([onderzoek, o]) => [o.aanbieder, { onderzoek }]),
  );
  const codes = new Set([...lopend.keys(), ...afspraken.map(({ wie }) => wie)]);
  return [...codes].flatMap((wie) => {
    const aan = buitenTeam(wie);
    if (aan?.wie !== 'aanbieder') return [];
    const gegevens = { ...lopend.get(wie), ...eigenAfspraken(wie, afspraken) };
    return [bericht('verslag-gedeeld', aan, gelegenheid, gegevens)];
  });
}

/** The case is put to aanbieders without a bespreking (domein, "Direct voorleggen"). */
export const directVoorleggen: Neem<'direct-voorleggen'> = (t, { aanbieders }, moment) =>
  legVoor(t, aanbieders, moment, faseNa(t.fase, 'direct-voorleggen'));

function legVoor(
  t: TrajectToestand,
  aanbieders: readonly string[],
  { gebeurtenis, gelegenheid, nu }: Moment,
  fase: TrajectToestand['fase'],
): TrajectGevolg {
  const begin = zonder(naAfspraken(zonderKeuze(zonderOpvolging(t))), 'tafelDatum');
  // An onderzoek does not begin while the traject is opgeschort: these aanbieders are asked when that ends.
  const { wijziging, teStarten, berichten } = t.opgeschort
    ? {
        wijziging: { teHervatten: [...new Set([...(t.teHervatten ?? []), ...aanbieders])] },
        teStarten: [],
        berichten: [],
      }
    : nieuweRonde(begin, aanbieders, nu);
  // Zorgbemiddeling that puts a case to aanbieders keeps the case.
  return gevolg(begin, { fase, ...wijziging }, gebeurtenis, nu, {
    teStarten,
    berichten: [
      bericht('direct-voorgelegd', aanmelder, gelegenheid, {
        aantal: aanbieders.length,
        ...bijHervatting(t),
      }),
      ...keuzeVervallen(t, gelegenheid),
      ...berichten,
    ],
  });
}

/** What an e-mail must know of aanbieders that are only asked when the opschorting ends. */
function bijHervatting({ opgeschort }: TrajectToestand): { bijHervatting?: 'ja' } {
  return opgeschort ? { bijHervatting: 'ja' } : {};
}

/** The table of this traject fell through; null when the traject is not on that table (any more). */
export function besprekingVervallen(
  t: TrajectToestand,
  tafelDatum: string,
  naar: Bestemming,
  gelegenheid: string,
  nu: number,
): TrajectGevolg | null {
  if (t.fase !== 'bespreking' || t.tafelDatum !== tafelDatum) return null;
  const gebeurtenis = { soort: 'bespreking-vervallen', codes: { tafelDatum, naar, ...bijHervatting(t) } };
  if ('aanbieders' in naar) {
    const fase = faseNa(t.fase, 'bespreking-vervallen', 'aanbieders');
    const voorgelegd = legVoor(t, naar.aanbieders, { gebeurtenis, gelegenheid, nu }, fase);
    const vervallen = bericht('bespreking-vervallen', coordinator, gelegenheid, {
      aantal: naar.aanbieders.length,
      ...bijHervatting(t),
    });
    return { ...voorgelegd, berichten: [...voorgelegd.berichten, vervallen] };
  }
  if ('wachtOp' in naar) {
    const fase = faseNa(t.fase, 'bespreking-vervallen', 'coordinator');
    return gevolg(zonder(t, 'tafelDatum'), { fase }, gebeurtenis, nu, {
      berichten: [aanmelder, coordinator].map((aan) =>
        bericht('bespreking-vervallen', aan, gelegenheid, naar),
      ),
    });
  }
  const nieuweDatum = { tafelDatum: naar.tafelDatum };
  return gevolg(t, nieuweDatum, gebeurtenis, nu, {
    berichten: [
      bericht('tafeldatum-gepland', aanmelder, gelegenheid, nieuweDatum),
      bericht('bespreking-vervallen', coordinator, gelegenheid, nieuweDatum),
    ],
  });
}

/** The elements of the afwegingskader as the maatregel makes them (domain/afwegingskader.ts, `heeftMaatregel`). */
function metElementGi({ elementen = [] }: TrajectToestand, maatregel: MaatregelCode): WegingElement[] {
  return wegingElementen.filter((element) =>
    element === 'gi' ? heeftMaatregel(maatregel) : elementen.includes(element),
  );
}

/**
 * The situation changed: what runs is superseded, a keuze is taken back, and a new bespreking follows; Zorgbemiddeling and
 * the Experttafel look anew. Who was to be asked once an opschorting ends, is not asked for a situation that is no more.
 */
export const situatie: Neem<'situatie'> = (t, { maatregel, gi }, { gebeurtenis, gelegenheid, nu }) => {
  const { teVervallen } = laatOpenVervallen(t, () => 'vervangen');
  const fase = faseNa(t.fase, 'situatie');
  // Answers were given for another situation: no keuze, plan or "all declined" can rest on them any more.
  const onderzoeken = metVervallen(t, () => 'vervangen');
  return gevolg(
    zonder(
      naAfspraken(zonderKeuze(t)),
      'tafelDatum',
      'teHervatten',
      'uitgebleven',
      ...(maatregel ? (['gi'] as const) : []),
    ),
    {
      fase,
      onderzoeken,
      ...(maatregel ? { maatregel, elementen: metElementGi(t, maatregel), ...(gi ? { gi } : {}) } : {}),
      // Before the fifth rules only who had been weighed was weighed anew, or whose maatregel may have brought an element.
      ...(t.weging || maatregel || kentRegels(t, 5) ? vraagtWeging(t, nu) : {}),
    },
    gebeurtenis,
    nu,
    {
      teVervallen,
      berichten: [
        bericht('situatie-veranderd', aanmelder, gelegenheid, {
          ...(fase === 'voorbereiding' ? {} : { spoor: t.spoor }),
          ...(t.opgeschort ? { opgeschort: 1 } : {}),
        }),
        bericht('weging-herzien', coordinator, gelegenheid, {
          reden: 'situatie',
          ...(t.weging ? {} : { eerste: 1 }),
        }),
        ...nietMeerNodig(t, 'vervangen', gelegenheid, t.gekozen),
        ...keuzeVervallen(t, gelegenheid),
      ],
    },
  );
};
