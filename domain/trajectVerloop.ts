/** What changes under way: complexiteit, opschorting, waiting by choice, a move, and who is responsible. */
import { herbereken, naOpschorting } from './ambitie.ts';
import type { TrajectBesluitSoort } from './besluiten.ts';
import { isHaaglanden } from './gemeenten.ts';
import { faseNa } from './overgangen.ts';
import { wachtkeuzeDeel } from './stilstand.ts';
import { kentRegels, type TrajectToestand } from './traject.ts';
import {
  aanmelder,
  bericht,
  coordinator,
  gevolg,
  type TrajectGevolg,
  type Wijziging,
  zonder,
} from './trajectGevolg.ts';
import { type Neem, sluit } from './trajectNemen.ts';
import { laatOpenVervallen, naarWiePlekHoudt, nieuweRonde, verplaatsAntwoorden } from './trajectRonde.ts';
import { vraagtWeging } from './wachten.ts';

/** Why it takes longer than the ambitie. Where the hulp does not exist, waiting is schadelijk at once (domein, "Wachten kan een keuze zijn"). */
export const wachtreden: Neem<'wachtreden'> = (t, codes, { gebeurtenis, gelegenheid, nu }) => {
  const { wijziging, berichten } = naSchadelijkWachten({ ...t, ...codes }, gelegenheid);
  return gevolg(t, { wachtreden: codes.wachtreden, ...wijziging }, gebeurtenis, nu, { berichten });
};

/** The mark for who waits for hulp that does not exist, unless waiting is a choice; nothing under the first rules. */
function naSchadelijkWachten(
  t: TrajectToestand,
  gelegenheid: string,
): { wijziging: Wijziging; berichten: TrajectGevolg['berichten'] } {
  return kentRegels(t, 2) && t.wachtreden === 'aanbod-ontbreekt' && !t.schadelijk && !t.wachtkeuze
    ? {
        wijziging: { schadelijk: true, hulpOntbreekt: true },
        berichten: [bericht('schadelijk-wachtend', coordinator, gelegenheid)],
      }
    : { wijziging: {}, berichten: [] };
}

/** The complexiteit changed: the ambitie is counted anew, old and new on record, and what is asked of aanbieders moves with it. */
export const complexiteit: Neem<'complexiteit'> = (t, codes, { gebeurtenis: { soort }, nu }) => {
  const stand = herbereken(t, codes.complexiteit, nu, t.beleid);
  const gebeurtenis = {
    soort,
    codes: { ...codes, vanTijdstip: t.ambitieTijdstip, naarTijdstip: stand.ambitieTijdstip },
  };
  const { onderzoeken, teVerplaatsen } = kentRegels(t, 5)
    ? verplaatsAntwoorden(t, stand.ambitieTijdstip, nu)
    : { onderzoeken: t.onderzoeken, teVerplaatsen: [] };
  return gevolg(
    // The ladder starts again, so the moment of its last level goes.
    stand === t ? t : zonder(t, 'geescaleerdTijdstip'),
    {
      onderzoeken,
      complexiteit: codes.complexiteit,
      herberekend: stand === t ? t.herberekend : t.herberekend + 1,
      ambitieTijdstip: stand.ambitieTijdstip,
      gewaarschuwd: stand.gewaarschuwd,
      escalatieniveau: stand.escalatieniveau,
    },
    gebeurtenis,
    nu,
    { teVerplaatsen },
  );
};

/** Slowed down, veiligheid first: the clock of the ambitie stands still and open onderzoeken lapse. */
export const opschorting: Neem<'opschorting'> = (t, codes, { gebeurtenis, gelegenheid, nu }) => {
  // It was looked at again, and lasts: only reason and date are new.
  if (t.opgeschort) return gevolg(t, { opgeschort: { ...t.opgeschort, ...codes } }, gebeurtenis, nu);
  const { onderzoeken, teVervallen } = laatOpenVervallen(t, () => 'opgeschort');
  const aanbieders = teVervallen.flatMap(({ id }) => t.onderzoeken[id]?.aanbieder ?? []);
  return gevolg(
    t,
    { opgeschort: { ...codes, sindsTijdstip: nu }, teHervatten: aanbieders, onderzoeken },
    gebeurtenis,
    nu,
    {
      teVervallen,
      berichten: [
        bericht('opgeschort', aanmelder, gelegenheid, opTafel(t)),
        ...naarWiePlekHoudt(t, 'opgeschort', gelegenheid, { evaluatieDatum: codes.evaluatieDatum }),
      ],
    },
  );
};

/** The table on which it waits to be spoken of: its appointment may stand in the calendar of the aanmelder. */
function opTafel({ fase, tafelDatum }: TrajectToestand): { tafelDatum?: string } {
  return fase === 'bespreking' && tafelDatum ? { tafelDatum } : {};
}

/** Whether the table may have gone by without the traject when this decision is taken: then that is looked up first. */
export function kanTafelMissen(t: TrajectToestand, soort: TrajectBesluitSoort): boolean {
  return soort === 'hervatting' && t.fase === 'bespreking' && kentRegels(t, 4);
}

/**
 * On again: the ambitie is later by the time that it was opgeschort, and who was investigating is asked anew. When its table
 * went by without it, it is back in voorbereiding: the coördinator plans another date, under the norm of the planning.
 */
export const hervatting: Neem<'hervatting'> = (
  t,
  _codes,
  { gebeurtenis: { soort }, gelegenheid, nu, isTafelGemist = false },
) => {
  const duur = nu - (t.opgeschort?.sindsTijdstip ?? nu);
  const gemist = isTafelGemist && t.tafelDatum ? { gemisteTafel: t.tafelDatum } : null;
  const verder = {
    ...zonder(t, 'opgeschort', 'teHervatten', ...(gemist ? (['tafelDatum'] as const) : [])),
    ...naOpschorting(t, duur),
    hervatTijdstip: nu,
  };
  const teHervatten = t.teHervatten ?? [];
  const ronde = teHervatten.length > 0 ? nieuweRonde(verder, teHervatten, nu) : null;
  const teStarten = ronde?.teStarten ?? [];
  const gebeurtenis = {
    soort,
    codes: { duur, vanTijdstip: t.ambitieTijdstip, naarTijdstip: verder.ambitieTijdstip, ...gemist },
  };
  const fase = faseNa(t.fase, 'hervatting', gemist ? 'gemist' : 'op-tafel');
  const hervat = { ...verder, ...ronde?.wijziging };
  return gevolg(verder, { ...ronde?.wijziging, fase }, gebeurtenis, nu, {
    teStarten,
    berichten: [
      bericht('hervat', aanmelder, gelegenheid, {
        ambitie: verder.ambitieTijdstip,
        ...(teStarten.length > 0 ? { gevraagd: teStarten.length } : {}),
        ...(gemist ?? opTafel(t)),
      }),
      ...(gemist ? [bericht('tafel-gemist', coordinator, gelegenheid, gemist)] : []),
      ...naarWiePlekHoudt(hervat, 'hervat', gelegenheid, { ambitie: verder.ambitieTijdstip }),
      ...(ronde?.berichten ?? []),
    ],
  });
};

/** From now on waiting is a choice: not schadelijk, and kept apart from the net waiting. */
export const wachtkeuze: Neem<'wachtkeuze'> = (t, codes, { gebeurtenis, nu }) =>
  gevolg(
    t,
    {
      wachtkeuze: {
        // Looked at again, it goes on from when it began.
        ...(t.wachtkeuze ?? { sindsTijdstip: nu, opgeschortDuur: t.opgeschortDuur ?? 0 }),
        ...codes,
      },
    },
    gebeurtenis,
    nu,
  );

/** Waiting is no choice any more: the three months count on from where they stood. */
export const wachtkeuzeEinde: Neem<'wachtkeuze-einde'> = (
  t,
  _codes,
  { gebeurtenis: { soort }, gelegenheid, nu },
) => {
  const duur = nu - (t.wachtkeuze?.sindsTijdstip ?? nu);
  const verder = zonder(t, 'wachtkeuze');
  const { wijziging, berichten } = naSchadelijkWachten(verder, gelegenheid);
  return gevolg(
    verder,
    {
      ...wijziging,
      wachtkeuzeDuur: (t.wachtkeuzeDuur ?? 0) + wachtkeuzeDeel(t, nu),
      schadelijkTijdstip: t.schadelijkTijdstip + duur,
    },
    { soort, codes: { duur } },
    nu,
    { berichten },
  );
};

/**
 * The jeugdige moves: the traject stays here, or goes to the region of the new gemeente. Since `regels: 5` a traject that stays
 * while the jeugdige leaves Haaglanden keeps the gemeente that answers for it (gemeenten.ts); the story has the new one.
 */
export const verhuizing: Neem<'verhuizing'> = (t, { gemeente, afloop }, moment) =>
  afloop === 'overgedragen'
    ? sluit(
        t,
        'doorverwezen',
        'afgesloten',
        moment,
        [bericht('doorverwezen', aanmelder, moment.gelegenheid, { naar: 'andere-regio' })],
        { gemeente },
      )
    : gevolg(
        t,
        isHaaglanden(gemeente) || !kentRegels(t, 5) ? { gemeente } : {},
        moment.gebeurtenis,
        moment.nu,
      );

/** Another aanmelder takes over; who that is stays in PostgreSQL. */
export const nieuweAanmelder: Neem<'aanmelder'> = (t, _codes, { gebeurtenis, gelegenheid, nu }) =>
  gevolg(t, {}, gebeurtenis, nu, { berichten: [bericht('aanmelder-gewijzigd', aanmelder, gelegenheid)] });

/** Another coördinator takes over. */
export const nieuweCoordinator: Neem<'coordinator'> = (t, codes, { gebeurtenis, gelegenheid, nu }) =>
  gevolg(zonder(t, 'spoorTijdstip'), codes, gebeurtenis, nu, {
    berichten: [
      bericht('coordinator-gewijzigd', coordinator, gelegenheid),
      bericht('coordinator-gewijzigd', aanmelder, gelegenheid),
    ],
  });

/** A document was added; who already has the set hears of it. A risicotaxatie is news that asks for a weging. */
export const stuk: Neem<'stuk'> = (t, { stukId, stukSoort }, { gebeurtenis, nu }) => {
  const isTaxatie = stukSoort === 'risicotaxatie';
  return gevolg(t, isTaxatie && kentRegels(t, 5) ? vraagtWeging(t, nu) : {}, gebeurtenis, nu, {
    berichten: [
      bericht('stuk-toegevoegd', coordinator, stukId, isTaxatie ? { weging: 1 } : {}),
      bericht('stuk-toegevoegd', { wie: 'stukkenlezers' }, stukId),
    ],
  });
};
