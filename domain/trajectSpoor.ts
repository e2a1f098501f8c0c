/** Zorgbemiddeling and the Experttafel: the same traject in the hands of another team (experttafel-2025). */
import { faseNa } from './overgangen.ts';
import { kentRegels, type TrajectToestand } from './traject.ts';
import { naAfspraken } from './trajectAfspraak.ts';
import {
  aanmelder,
  bericht,
  collega,
  coordinator,
  gevolg,
  type TrajectGevolg,
  zonder,
  zonderOpvolging,
} from './trajectGevolg.ts';
import { type Moment, type Neem, sluit } from './trajectNemen.ts';
import { laatOpenVervallen, nietMeerNodig, zonderKeuze } from './trajectRonde.ts';

/** To another team: history, kenmerk and clock go on; what the former team had running ends. */
export const spoor: Neem<'spoor'> = (t, codes, { gebeurtenis, gelegenheid, nu }) => {
  const zonderGekozen = zonderKeuze(t);
  const { onderzoeken, teVervallen } = laatOpenVervallen(zonderGekozen, () => 'ander-team');
  // An advies goes along until it has been carried out, and who gave the traject away no longer hears of it.
  const kentVervolg = kentRegels(t, 4);
  return gevolg(
    zonder(
      naAfspraken(zonderOpvolging(zonderGekozen)),
      'tafelDatum',
      'stapTijdstip',
      ...(kentVervolg ? (['coordinator'] as const) : (['advies'] as const)),
    ),
    {
      fase: faseNa(t.fase, 'spoor', codes.spoor),
      spoor: codes.spoor,
      onderzoeken,
      ...(codes.coordinator ? { coordinator: codes.coordinator } : { spoorTijdstip: nu }),
    },
    gebeurtenis,
    nu,
    {
      teVervallen,
      berichten: [
        bericht('ander-team', aanmelder, gelegenheid, { spoor: codes.spoor }),
        // Who is named hears that the traject is theirs; the team that has it, when nobody is.
        codes.coordinator && kentRegels(t, 3)
          ? bericht('coordinator-gewijzigd', collega, gelegenheid)
          : bericht('ander-team', coordinator, gelegenheid, { spoor: codes.spoor }),
        ...nietMeerNodig(t, 'ander-team', gelegenheid, []),
      ],
    },
  );
};

/** A step of the team; with it the traject is taken up. A date to look again replaces the earlier one. */
export const stap: Neem<'stap'> = (t, { coordinator: wie, ...codes }, moment) => {
  const { opvolgDatum } = codes;
  const { opgepakt, berichten } = pakOp(t, wie, moment);
  return gevolg(
    zonder(t, 'spoorTijdstip', ...(opvolgDatum || t.advies ? [] : (['opvolgDatum'] as const))),
    { stapTijdstip: moment.nu, ...(opvolgDatum ? { opvolgDatum } : {}), ...opgepakt },
    { soort: 'stap', codes: { ...codes, ...opgepakt } },
    moment.nu,
    { berichten },
  );
};

/** The advies is the clarity that the Experttafel gives; it is followed until it has been carried out. */
export const advies: Neem<'advies'> = (t, { coordinator: wie, ...codes }, moment) => {
  const { opgepakt, berichten } = pakOp(t, wie, moment);
  return gevolg(
    zonder(t, 'spoorTijdstip'),
    { ...codes, duidelijkheidTijdstip: t.duidelijkheidTijdstip ?? moment.nu, ...opgepakt },
    { soort: 'advies', codes: { ...codes, ...opgepakt } },
    moment.nu,
    {
      berichten: [
        bericht('advies-gegeven', aanmelder, moment.gelegenheid, { advies: codes.advies }),
        ...berichten,
      ],
    },
  );
};

/** A traject that is of nobody becomes that of who is named, who hears it; one that somebody has stays theirs. */
function pakOp(
  t: TrajectToestand,
  wie: string | undefined,
  { gelegenheid }: Moment,
): { opgepakt: { coordinator?: string }; berichten: TrajectGevolg['berichten'] } {
  return wie === undefined || t.coordinator
    ? { opgepakt: {}, berichten: [] }
    : { opgepakt: { coordinator: wie }, berichten: [bericht('coordinator-gewijzigd', collega, gelegenheid)] };
}

/** The advies has been carried out, on this day or the one that is named. */
export const adviesUitgevoerd: Neem<'advies-uitgevoerd'> = (t, { uitgevoerdDatum }, moment) =>
  sluit(
    t,
    'advies-uitgevoerd',
    'afgesloten',
    moment,
    [bericht('advies-uitgevoerd', aanmelder, moment.gelegenheid)],
    uitgevoerdDatum ? { eindeDatum: uitgevoerdDatum } : {},
  );
