/** From the keuze of an aanbieder until care has started: nobody is chosen without a start date or a plan for the time between. */

import { deeltTeksten } from './betrokken.ts';
import { faseNa } from './overgangen.ts';
import { isLosgelaten, kentRegels, type TrajectToestand } from './traject.ts';
import {
  aanmelder,
  bericht,
  buitenTeam,
  coordinator,
  gevolg,
  type TrajectGevolg,
  type Wijziging,
  zonder,
  zonderOpvolging,
} from './trajectGevolg.ts';
import { type Neem, sluit } from './trajectNemen.ts';
import { keuzeVervallen, laatOpenVervallen, nietMeerNodig, weerNodig } from './trajectRonde.ts';

/** The keuze: clarity on which aanbieder, or combination, takes the question up. */
export const keuze: Neem<'keuze'> = (t, codes, { gebeurtenis, gelegenheid, nu }) => {
  const { aanbieders, verwachteStartDatum, evaluatieDatum, eigenaar } = codes;
  // Who is mailed about the keuze hears in that mail that the plan is its own.
  const isEigenaar = (wie: string) => (kentRegels(t, 4) && wie === eigenaar ? { eigenaar: 1 } : {});
  const isGemaild = eigenaar === 'aanmelder' || aanbieders.some((aanbieder) => aanbieder === eigenaar);
  const { onderzoeken, teVervallen } = laatOpenVervallen(t, (aanbieder) =>
    aanbieders.includes(aanbieder) ? 'gekozen' : 'andere-aanbieder',
  );
  const verder = nietMeerNodig(t, 'andere-aanbieder', gelegenheid, aanbieders);
  // Who was chosen without an offer of its own (Zorgbemiddeling) hears it here.
  const losgelaten = t.gekozen.filter(
    (eerder) =>
      !aanbieders.includes(eerder) &&
      !verder.some(({ aan }) => aan.wie === 'aanbieder' && aan.aanbieder === eerder),
  );
  // A plan that was written for the team alone is not offered to anybody else.
  const plan = evaluatieDatum && deeltTeksten(t) ? { evaluatieDatum } : {};
  return gevolg(
    // What an earlier keuze said of start and plan no longer holds.
    kentRegels(t, 2)
      ? zonder(zonderOpvolging(t), 'verwachteStartDatum', 'evaluatieDatum', 'eigenaar', 'uitgebleven')
      : t,
    {
      fase: faseNa(t.fase, 'keuze'),
      gekozen: aanbieders,
      duidelijkheidTijdstip: t.duidelijkheidTijdstip ?? nu,
      onderzoeken: weerNodig(onderzoeken, aanbieders),
      ...(verwachteStartDatum ? { verwachteStartDatum } : {}),
      ...(evaluatieDatum ? { evaluatieDatum } : {}),
      ...(eigenaar ? { eigenaar } : {}),
    },
    gebeurtenis,
    nu,
    {
      teVervallen,
      berichten: [
        ...verder,
        ...(kentRegels(t, 4) ? keuzeVervallen({ gekozen: losgelaten }, gelegenheid) : []),
        bericht('duidelijkheid', aanmelder, gelegenheid, {
          aantal: aanbieders.length,
          ...plan,
          ...isEigenaar('aanmelder'),
        }),
        ...aanbieders.map((aanbieder) =>
          bericht('gekozen', { wie: 'aanbieder', aanbieder }, gelegenheid, {
            ...(verwachteStartDatum ? { verwachteStartDatum } : {}),
            ...plan,
            ...isEigenaar(aanbieder),
            // Its place may be gone: this e-mail asks.
            ...(isLosgelaten(t, aanbieder) ? { losgelaten: 1 } : {}),
          }),
        ),
        ...(isGemaild ? [] : naarEigenaar(t, codes, gelegenheid)),
      ],
    },
  );
};

/** The plan for the time between, with who owns it and when it is looked at again. */
export const overbrugging: Neem<'overbrugging'> = (
  t,
  { evaluatieDatum, verwachteStartDatum, eigenaar = t.eigenaar },
  { gebeurtenis, gelegenheid, nu },
) =>
  gevolg(
    t,
    {
      evaluatieDatum,
      ...(verwachteStartDatum ? { verwachteStartDatum } : {}),
      ...(eigenaar ? { eigenaar } : {}),
    },
    gebeurtenis,
    nu,
    { berichten: naarEigenaar(t, { evaluatieDatum, eigenaar }, gelegenheid) },
  );

/** The plan has an owner: when that is nobody of the team it hears so, and reads the plan behind its link. */
function naarEigenaar(
  t: TrajectToestand,
  { evaluatieDatum, eigenaar }: { evaluatieDatum?: string | undefined; eigenaar?: string | undefined },
  gelegenheid: string,
): TrajectGevolg['berichten'] {
  const aan = kentRegels(t, 4) && buitenTeam(eigenaar);
  return aan
    ? [bericht('overbruggingsplan', aan, gelegenheid, evaluatieDatum ? { evaluatieDatum } : {})]
    : [];
}

/** Care has started: the end that everybody works for. */
export const zorgstart: Neem<'zorgstart'> = (t, { startDatum }, { gebeurtenis, gelegenheid, nu }) => {
  const { wijziging, teVervallen, berichten } = alsnogGestart(t, { startDatum }, gelegenheid, nu);
  return gevolg(
    zonder(t, 'uitgebleven'),
    { ...wijziging, fase: faseNa(t.fase, 'zorgstart'), uitkomst: 'zorg-gestart', eindeDatum: startDatum },
    gebeurtenis,
    nu,
    {
      teVervallen,
      berichten: [
        bericht('zorg-gestart', aanmelder, gelegenheid, { startDatum }),
        bericht('zorg-gestart', coordinator, gelegenheid, { startDatum }),
        ...berichten,
      ],
    },
  );
};

/**
 * What comes with a start that was not on record in time, so that its keuze had lapsed: it holds after all, who was chosen
 * hears so, and so does everybody else who was asked or made an offer since.
 */
function alsnogGestart(
  t: TrajectToestand,
  start: { startDatum: string },
  gelegenheid: string,
  nu: number,
): { wijziging: Wijziging } & Pick<TrajectGevolg, 'teVervallen' | 'berichten'> {
  if (!t.uitgebleven) return { wijziging: {}, teVervallen: [], berichten: [] };
  const { gekozen, verwachteStartDatum, duidelijkheidTijdstip = nu } = t.uitgebleven;
  const { onderzoeken, teVervallen } = laatOpenVervallen(t, (aanbieder) =>
    gekozen.includes(aanbieder) ? 'gekozen' : 'andere-aanbieder',
  );
  return {
    wijziging: {
      gekozen,
      verwachteStartDatum,
      duidelijkheidTijdstip: t.duidelijkheidTijdstip ?? duidelijkheidTijdstip,
      onderzoeken,
    },
    teVervallen,
    berichten: [
      ...nietMeerNodig(t, 'andere-aanbieder', gelegenheid, gekozen),
      ...gekozen.map((aanbieder) =>
        bericht('zorg-gestart', { wie: 'aanbieder', aanbieder }, gelegenheid, start),
      ),
    ],
  };
}

/** Somebody spoke about the jeugdige (domein, "Vasthouden"). */
export const contact: Neem<'contact'> = (t, _codes, { gebeurtenis, nu }) =>
  gevolg(t, { contactTijdstip: nu }, gebeurtenis, nu);

/** The aanmelder or the team withdraws the aanmelding. */
export const intrekking: Neem<'intrekking'> = (t, _codes, moment) =>
  sluit(t, 'ingetrokken', 'ingetrokken', moment, [
    bericht('ingetrokken', aanmelder, moment.gelegenheid),
    bericht('ingetrokken', coordinator, moment.gelegenheid),
  ]);

/** The jeugdige turns 18, and other care takes over. */
export const overdracht: Neem<'overdracht'> = (t, { naar }, moment) =>
  sluit(t, 'overgedragen', 'overgedragen', moment, [
    bericht('overgedragen', aanmelder, moment.gelegenheid, { naar }),
  ]);
