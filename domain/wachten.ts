/**
 * On what a traject waits, since when, and when that has lasted too long: the one definition of vastgelopen. Search
 * attributes, current details, lists and mails all read it from here.
 */
import { dag, normWerkdagen } from './beleid.ts';
import type { Fase, WachtOp, WachtSoort } from './codes.ts';
import { isOpen } from './onderzoek.ts';
import { opDeDag, opDeMiddag } from './opDeDag.ts';
import { oneensOver } from './samenwerking.ts';
import { kentRegels, openAanbieders, openAfspraken, type TrajectToestand } from './traject.ts';

/** One thing that a traject waits for; moments in ms since the epoch. */
export interface Wacht {
  soort: WachtSoort;
  /** Which wait of this kind, so that each is reminded and told once. */
  gelegenheid: string;
  op: WachtOp;
  /** Code of the aanbieder or the person, where the kind of person does not tell enough. */
  wie?: string;
  sindsTijdstip: number;
  /** When it has lasted too long; undefined when the calendar of the state does not reach that far. */
  normTijdstip: number | undefined;
  /** When whoever must act is reminded before that; undefined as above. */
  herinneringen: (number | undefined)[];
}

/** One reason why a traject is vastgelopen: on whom it waits and since when (ms since the epoch). */
export interface Vastgelopen {
  reden: WachtSoort;
  op: WachtOp;
  wie?: string;
  sindsTijdstip: number;
}

/**
 * 09:00 in the Netherlands after `aantal` whole werkdagen since `sinds` (both ms since the epoch); undefined when the
 * calendar in the state does not reach that far.
 */
export function naWerkdagen(t: TrajectToestand, sinds: number, aantal: number): number | undefined {
  return t.werkdagen?.filter((dagBegin) => dagBegin >= sinds)[aantal];
}

/** On the way to a table, with onderzoeken that may run beside it. */
const naastTafel: ReadonlySet<Fase> = new Set(['voorbereiding', 'bespreking']);

/** Everything that a traject waits for now and for which there is a norm; nothing once it has ended. */
export function wachtenVan(t: TrajectToestand): Wacht[] {
  const { normen } = t.beleid;
  if (!normen || t.fase === 'afgesloten') return [];
  const lijst: Wacht[] = [];
  // What stood still during an opschorting begins anew when that ends: nobody is late for time in which nothing had to be done.
  let vroegst = 0;
  const vanaf = (sinds: number, gelegenheid: string) =>
    sinds < vroegst
      ? { sindsTijdstip: vroegst, gelegenheid: `${gelegenheid}-${vroegst}` }
      : { sindsTijdstip: sinds, gelegenheid };

  /** A wait of which the norm counts in werkdagen since a moment. */
  const wacht = (soort: WachtSoort, op: WachtOp, sinds: number, gelegenheid: string, wie?: string) => {
    const { werkdagen, herinneringen = [] } = normen[soort];
    const begin = vanaf(sinds, gelegenheid);
    lijst.push({
      soort,
      op,
      ...(wie === undefined ? {} : { wie }),
      ...begin,
      normTijdstip: naWerkdagen(t, begin.sindsTijdstip, werkdagen),
      herinneringen: herinneringen.map((aantal) => naWerkdagen(t, begin.sindsTijdstip, aantal)),
    });
  };
  /** A wait that ends on a day: the reminder comes that morning, the norm counts in whole werkdagen after it. */
  const wachtTotDatum = (
    soort: WachtSoort,
    op: WachtOp,
    datum: string,
    gelegenheid: string,
    wie?: string,
  ) => {
    const { werkdagen, herinneringen = [] } = normen[soort];
    const begin = vanaf(opDeDag(datum), `${gelegenheid}-${datum}`);
    const einde = Math.max(opDeMiddag(datum), vroegst);
    lijst.push({
      soort,
      op,
      ...(wie === undefined ? {} : { wie }),
      ...begin,
      normTijdstip: naWerkdagen(t, einde, werkdagen),
      herinneringen: herinneringen.map((aantal) =>
        aantal === 0 ? begin.sindsTijdstip : naWerkdagen(t, einde, aantal - 1),
      ),
    });
  };
  /** A wait that has lasted too long from a known moment on. */
  const wachtVanaf = (soort: WachtSoort, op: WachtOp, moment: number, gelegenheid: string, wie?: string) => {
    const begin = vanaf(moment, gelegenheid);
    lijst.push({
      soort,
      op,
      ...(wie === undefined ? {} : { wie }),
      ...begin,
      normTijdstip: begin.sindsTijdstip,
      herinneringen: [],
    });
  };

  const gesproken = t.contactTijdstip ?? t.aanmeldingTijdstip;
  wachtVanaf(
    'contact',
    'coordinator',
    gesproken + (t.beleid.contactDagen ?? 0) * dag,
    `contact-${gesproken}`,
  );
  if (t.achttienStand === achttienGeworden && t.leeftijd)
    wachtVanaf('overdracht', 'coordinator', t.leeftijd.achttienTijdstip, 'overdracht');
  for (const { gelegenheid, tijdstip } of gevraagdAanAanmelder(t))
    wacht('informatie', 'aanmelder', tijdstip, `informatie-${gelegenheid}`);
  if (t.opgeschort) {
    wachtTotDatum('opschorting', 'coordinator', t.opgeschort.evaluatieDatum, 'opschorting');
    return lijst;
  }
  vroegst = t.hervatTijdstip ?? 0;
  if (t.wachtkeuze) wachtTotDatum('wachtkeuze', 'coordinator', t.wachtkeuze.evaluatieDatum, 'wachtkeuze');
  const teWegen = teWegenSinds(t);
  if (teWegen !== undefined) wacht('weging', 'coordinator', teWegen, `weging-${teWegen}`);
  const inFase = t.faseTijdstip ?? t.aanmeldingTijdstip;
  // Whoever brought it to another fase has taken it up.
  if (t.spoorTijdstip !== undefined && t.spoorTijdstip >= inFase)
    wacht('oppakken', 'coordinator', t.spoorTijdstip, `oppakken-${t.spoorTijdstip}`);

  if (kentRegels(t, 4)) {
    // Whichever team has it now, and whatever else it waits for: an advies is followed until it has been carried out.
    if (t.advies && t.opvolgDatum) wachtTotDatum('advies', 'coordinator', t.opvolgDatum, 'opvolging');
    // The onderzoek has the timer, and tells when the norm has passed.
    for (const [id, { status, vastgelopenTijdstip: moment, aanbieder }] of openOnderzoeken(t))
      if (moment !== undefined) {
        const soort = status === 'gevraagd' ? 'bevestiging' : 'nieuws';
        wachtVanaf(soort, 'aanbieder', moment, `${soort}-${id}-${moment}`, aanbieder);
      }
  }

  const overal = kentRegels(t, 3);
  // Under the earlier rules an afspraak was only waited for where its verslag led when no aanbieder set to work.
  if (overal || t.fase === 'voorbereiding')
    for (const { nummer, wie, voorDatum } of openAfspraken(t))
      wachtTotDatum(
        'afspraak',
        wieIs(wie),
        voorDatum,
        overal ? `afspraak-${nummer}` : `afspraak-${t.ronde}-${nummer - 1}`,
        wie,
      );

  // Onderzoeken go on when the traject goes to a table, and so does what their aanbieders owe each other.
  if (t.fase === 'onderzoek' || (kentRegels(t, 5) && naastTafel.has(t.fase))) {
    for (const [id, o] of openOnderzoeken(t))
      if (o.antwoordVoorTijdstip !== undefined)
        wachtVanaf(
          'antwoord',
          'aanbieder',
          o.antwoordVoorTijdstip,
          `antwoord-${id}-${o.antwoordVoorTijdstip}`,
          o.aanbieder,
        );
    if (t.fase === 'onderzoek' && openOnderzoeken(t).length === 0 && t.antwoordTijdstip !== undefined)
      wacht('keuze', 'coordinator', t.antwoordTijdstip, `keuze-${t.antwoordTijdstip}`);
    for (const { aanbieder, vanAanbieder, tijdstip } of oneensOver(t))
      wachtVanaf(
        'samenwerking',
        'coordinator',
        tijdstip,
        `samenwerking-${vanAanbieder}-${aanbieder}-${tijdstip}`,
        aanbieder,
      );
  }

  switch (t.fase) {
    case 'intake': {
      // Who lacks information cannot do the triage; once it is there the norm begins anew.
      const sinds = Math.max(inFase, t.informatieTijdstip ?? 0);
      if (!t.informatie) wacht('triage', 'coordinator', sinds, `triage-${sinds}`);
      break;
    }
    case 'voorbereiding': {
      // The afspraken of the verslag that led here come first; a bespreking is planned once they are done.
      const eerst = (t.afspraken ?? []).filter(({ gemaaktTijdstip = inFase }) => gemaaktTijdstip >= inFase);
      if (!t.informatie && eerst.every(({ gedaanTijdstip }) => gedaanTijdstip !== undefined)) {
        const gedaan = eerst.map(({ gedaanTijdstip = 0 }) => gedaanTijdstip);
        const sinds = Math.max(inFase, t.informatieTijdstip ?? 0, ...gedaan);
        wacht('planning', 'coordinator', sinds, `planning-${sinds}`);
      }
      break;
    }
    case 'bespreking':
      if (t.tafelDatum) wachtTotDatum('verslag', 'coordinator', t.tafelDatum, 'verslag');
      break;
    case 'bemiddeling':
    case 'advies':
      if (!t.opvolgDatum)
        wacht('stap', 'coordinator', t.stapTijdstip ?? inFase, `stap-${t.stapTijdstip ?? inFase}`);
      else if (!lijst.some(({ soort }) => soort === 'advies'))
        wachtTotDatum('advies', 'coordinator', t.opvolgDatum, 'opvolging');
      break;
    case 'overbrugging':
      if (t.evaluatieDatum)
        wachtTotDatum('overbrugging', wieIs(t.eigenaar), t.evaluatieDatum, 'overbrugging', t.eigenaar);
      if (t.verwachteStartDatum)
        wachtTotDatum('zorgstart', 'aanbieder', t.verwachteStartDatum, 'zorgstart', t.gekozen.join(' '));
      break;
  }
  return lijst;
}

/** The stage of `achttienStand` in which the jeugdige has turned 18. */
export const achttienGeworden = 3;

/**
 * What the aanmelder is waited for, and since when (ms since the epoch): since `regels: 5` each question by itself, so that a
 * new one never gives an earlier one more time.
 */
function gevraagdAanAanmelder(t: TrajectToestand): { gelegenheid: string; tijdstip: number }[] {
  if (!t.informatie) return [];
  const { gelegenheid, gevraagdTijdstip: laatst, vragen } = t.informatie;
  if (!kentRegels(t, 5) || !vragen) return [{ gelegenheid, tijdstip: laatst }];
  return vragen.map(({ vraagId, gevraagdTijdstip = laatst }) => ({
    gelegenheid: vraagId,
    tijdstip: gevraagdTijdstip,
  }));
}

/** Since when the weging has to be made: anew, or since `regels: 4` for the first time, when an element applies. */
function teWegenSinds(t: TrajectToestand): number | undefined {
  const { wegingHerzienTijdstip: herzien, triage } = t;
  // News during the intake is weighed with the rest, once the triage is done.
  if (herzien !== undefined && kentRegels(t, 5))
    return t.fase === 'intake' ? undefined : Math.max(herzien, triage?.tijdstip ?? herzien);
  if (herzien !== undefined) return herzien;
  return kentRegels(t, 4) && !t.weging && t.elementen?.length ? triage?.tijdstip : undefined;
}

/**
 * What changes when news at moment `nu` (ms since the epoch) asks for a weging. One that is waited for already keeps its
 * norm, so that more news never makes it less late.
 */
export function vraagtWeging(t: TrajectToestand, nu: number): Pick<TrajectToestand, 'wegingHerzienTijdstip'> {
  const al = kentRegels(t, 5) ? (teWegenSinds(t) ?? t.wegingHerzienTijdstip) : undefined;
  return { wegingHerzienTijdstip: al ?? nu };
}

function openOnderzoeken(t: TrajectToestand) {
  return Object.entries(t.onderzoeken).filter(([, o]) => isOpen(o.status));
}

/** The aanbieders on which a traject waits now: for their answer, an afspraak, their plan or the start of their care. */
export function aanbiedersWaaropWacht(t: TrajectToestand): string[] {
  const gekozen = t.fase === 'overbrugging' && !t.opgeschort ? t.gekozen : [];
  const wie = wachtenVan(t).flatMap(({ op, wie }) => (op === 'aanbieder' && wie ? wie.split(' ') : []));
  // In a fixed order: another order would be another value for the search attribute.
  return [...new Set([...openAanbieders(t), ...gekozen, ...wie])].sort();
}

function wieIs(wie: string | undefined): WachtOp {
  if (wie === 'aanmelder') return 'aanmelder';
  return wie?.startsWith('aanbieder') ? 'aanbieder' : 'coordinator';
}

/** Why a traject is vastgelopen, on whom it waits and since when; empty when nothing lasted too long. */
export function vastgelopenVan(t: TrajectToestand): Vastgelopen[] {
  if (t.fase === 'afgesloten') return [];
  const normen = wachtenVan(t)
    .filter(({ gelegenheid }) => t.overschreden?.[gelegenheid] !== undefined)
    .map(({ soort, op, wie, sindsTijdstip }) => ({
      reden: soort,
      op,
      ...(wie === undefined ? {} : { wie }),
      sindsTijdstip,
    }));
  if (kentRegels(t, 4)) return normen;
  const stil = openOnderzoeken(t)
    .filter(([, o]) => o.vastgelopen)
    .map(([, o]) => ({
      reden: o.status === 'gevraagd' ? ('bevestiging' as const) : ('nieuws' as const),
      op: 'aanbieder' as const,
      wie: o.aanbieder,
      sindsTijdstip: o.vastgelopenTijdstip ?? t.wachtSinds,
    }));
  return [...normen, ...stil];
}

/** The reasons why a traject is vastgelopen, each once, in a fixed order. */
export function redenenVan(t: TrajectToestand): WachtSoort[] {
  return [...new Set(vastgelopenVan(t).map(({ reden }) => reden))].sort();
}

/**
 * Since when (ms since the epoch) the start of care is waited for, from which it is counted when the traject goes back to
 * the table; undefined when no start is expected now.
 */
export function zorgstartSinds(t: TrajectToestand): number | undefined {
  if (t.fase !== 'overbrugging' || !t.verwachteStartDatum || t.opgeschort) return undefined;
  // Before `regels: 5` from the morning, which in winter counts the day itself among the werkdagen after it.
  const begin = kentRegels(t, 5) ? opDeMiddag(t.verwachteStartDatum) : opDeDag(t.verwachteStartDatum);
  return Math.max(begin, t.faseTijdstip ?? 0, t.hervatTijdstip ?? 0);
}

/**
 * Which calendar the state needs at moment `nu` (ms since the epoch): the first `aantal` werkdagen after the day of
 * `vanaf`, that is from the begin of the oldest wait that still has its norm, or the way back to the table, ahead. Never
 * from before the aanmelding, so that a date with a slip of the pen cannot ask for centuries.
 */
export function kalenderVraag(t: TrajectToestand, nu: number): { vanaf: number; aantal: number } {
  const oudste = wachtenVan(t)
    .filter(({ gelegenheid }) => t.overschreden?.[gelegenheid] === undefined)
    .reduce(
      (vroegst, { sindsTijdstip }) => Math.min(vroegst, sindsTijdstip),
      Math.min(nu, zorgstartSinds(t) ?? nu),
    );
  const begin = Math.max(oudste, t.aanmeldingTijdstip);
  // A day earlier, so that the day itself is among them.
  return { vanaf: begin - dag, aantal: normWerkdagen + Math.ceil((nu - begin) / dag) };
}
