/** Rounds of onderzoeken: how one begins, and how what runs ends when it is no longer needed. */
import { dag } from './beleid.ts';
import type { BerichtOpdracht } from './berichten.ts';
import { onderzoekId, trajectWorkflowId } from './kenmerk.ts';
import { isOpen, type OnderzoekToestand, type VervalReden } from './onderzoek.ts';
import { plannenMet } from './samenwerking.ts';
import {
  heeftOpenOnderzoek,
  heeftStaandAanbod,
  kentRegels,
  laatsteAntwoorden,
  type OnderzoekInTraject,
  type TrajectToestand,
} from './traject.ts';
import { bericht, type TrajectGevolg, type Wijziging, zonder } from './trajectGevolg.ts';

/**
 * A new round with these aanbieders: who is already investigating goes on, only the others begin. Who is named in a plan that
 * stands is asked whether it takes part, so that its answer can agree; of further plans it hears in an e-mail for each.
 */
export function nieuweRonde(
  t: TrajectToestand,
  aanbieders: readonly string[],
  nu: number,
): { wijziging: Wijziging; teStarten: OnderzoekToestand[]; berichten: TrajectGevolg['berichten'] } {
  const ronde = t.ronde + 1;
  const nieuw = aanbieders.filter((aanbieder) => !heeftOpenOnderzoek(t, aanbieder));
  const begonnen = nieuw.map((aanbieder) => {
    // Who investigates anew makes another plan, or none.
    const plannen = kentRegels(t, 5) ? plannenMet(t, aanbieder).filter((van) => !nieuw.includes(van)) : [];
    const [opVerzoekVan, ...verder] = plannen;
    const onderzoek = begonnenOnderzoek(t, aanbieder, eigenRonde(t, aanbieder, ronde), nu);
    return { onderzoek: opVerzoekVan ? { ...onderzoek, opVerzoekVan } : onderzoek, verder };
  });
  const teStarten = begonnen.map(({ onderzoek }) => onderzoek);
  return {
    wijziging: { ronde, onderzoeken: { ...t.onderzoeken, ...inTraject(teStarten, t) } },
    teStarten,
    berichten: begonnen.flatMap(({ onderzoek: { id, aanbieder, antwoordVoorTijdstip }, verder }) =>
      verder.map((vanAanbieder) =>
        bericht('samenwerking-gevraagd', { wie: 'aanbieder', aanbieder }, `${id}-${vanAanbieder}`, {
          onderzoek: id,
          antwoordVoor: antwoordVoorTijdstip,
          vanAanbieder,
        }),
      ),
    ),
  };
}

/** Onderzoeken for aanbieders that another aanbieder names in its plan, each in the next round of that aanbieder. */
export function voorPartners(
  t: TrajectToestand,
  aanbieders: readonly string[],
  opVerzoekVan: string,
  nu: number,
): { onderzoeken: TrajectToestand['onderzoeken']; teStarten: OnderzoekToestand[] } {
  const teStarten = aanbieders.map((aanbieder) => ({
    ...begonnenOnderzoek(t, aanbieder, eigenRonde(t, aanbieder, t.ronde), nu),
    opVerzoekVan,
  }));
  return { onderzoeken: { ...t.onderzoeken, ...inTraject(teStarten, t) }, teStarten };
}

/** This round, or a later one for an aanbieder that had it already at the request of another: no id comes twice. */
function eigenRonde(t: TrajectToestand, aanbieder: string, ronde: number): number {
  const rondes = Object.values(t.onderzoeken).filter((o) => o.aanbieder === aanbieder);
  return Math.max(ronde, ...rondes.map((o) => o.ronde + 1));
}

function inTraject(teStarten: OnderzoekToestand[], t: TrajectToestand): TrajectToestand['onderzoeken'] {
  return Object.fromEntries(
    teStarten.map(({ id, aanbieder, ronde, status, antwoordVoorTijdstip }) => [
      id,
      {
        aanbieder,
        ronde,
        status,
        vastgelopen: false,
        ...(kentRegels(t, 2) ? { antwoordVoorTijdstip } : {}),
      },
    ]),
  );
}

/** The answer is asked before the ambitie; when that has passed or is too near to ask it fairly, within one step of the ladder. */
function antwoordVoor({ ambitieTijdstip, beleid }: TrajectToestand, nu: number): number {
  return ambitieTijdstip > nu + beleid.bevestigenWerkdagen * dag
    ? ambitieTijdstip
    : nu + beleid.escalatieStapDagen * dag;
}

function begonnenOnderzoek(
  t: TrajectToestand,
  aanbieder: string,
  ronde: number,
  nu: number,
): OnderzoekToestand {
  return {
    id: onderzoekId(t.kenmerk, aanbieder, ronde),
    kenmerk: t.kenmerk,
    trajectId: trajectWorkflowId(t.kenmerk),
    aanbieder,
    ronde,
    versie: 0,
    status: 'gevraagd',
    gevraagdTijdstip: nu,
    antwoordVoorTijdstip: antwoordVoor(t, nu),
    contactTijdstip: nu,
    herinneringen: 0,
    onbeantwoord: 0,
    werkdagen: [],
    beleid: t.beleid,
    basisUrl: t.basisUrl,
    verwerkt: [],
  };
}

/**
 * The answers that are due at another moment once the ambitie is `ambitieTijdstip` (ms since the epoch): with a later ambitie
 * none is due earlier than it was, with an earlier one none later. Who asked for more time keeps its date.
 */
export function verplaatsAntwoorden(
  t: TrajectToestand,
  ambitieTijdstip: number,
  nu: number,
): { onderzoeken: TrajectToestand['onderzoeken']; teVerplaatsen: TrajectGevolg['teVerplaatsen'] } {
  const nieuw = antwoordVoor({ ...t, ambitieTijdstip }, nu);
  const uiterste = ambitieTijdstip > t.ambitieTijdstip ? Math.max : Math.min;
  const teVerplaatsen = Object.entries(t.onderzoeken).flatMap(([id, o]) => {
    if (!isOpen(o.status) || o.antwoord || o.antwoordVoorTijdstip === undefined) return [];
    const antwoordVoorTijdstip = uiterste(o.antwoordVoorTijdstip, nieuw);
    return antwoordVoorTijdstip === o.antwoordVoorTijdstip ? [] : [{ id, antwoordVoorTijdstip }];
  });
  const verplaatst = teVerplaatsen.map(({ id, ...naar }) => [id, { ...t.onderzoeken[id], ...naar }] as const);
  return {
    onderzoeken: { ...t.onderzoeken, ...(Object.fromEntries(verplaatst) as TrajectToestand['onderzoeken']) },
    teVerplaatsen,
  };
}

/** What ends in every onderzoek that is open: its place in the state, and the word to its workflow. */
export function laatOpenVervallen(
  t: TrajectToestand,
  reden: (aanbieder: string) => VervalReden,
): { onderzoeken: TrajectToestand['onderzoeken']; teVervallen: TrajectGevolg['teVervallen'] } {
  const open = Object.entries(t.onderzoeken).filter(([, o]) => isOpen(o.status));
  return {
    onderzoeken: metVervallen(t, (o) => (isOpen(o.status) ? reden(o.aanbieder) : null)),
    teVervallen: open.map(([id, o]) => ({ id, reden: reden(o.aanbieder) })),
  };
}

/**
 * Who made an offer and is not needed after all must hear it, once: a place may be held for this jeugdige. What happens later is
 * not for who was released already.
 */
export function nietMeerNodig(
  t: TrajectToestand,
  reden: VervalReden,
  gelegenheid: string,
  behalve: readonly string[],
): TrajectGevolg['berichten'] {
  return laatsteAntwoorden(t)
    .filter(({ aanbieder, staat }) => staat && !behalve.includes(aanbieder))
    .map(({ aanbieder, id }) =>
      bericht('onderzoek-vervallen', { wie: 'aanbieder', aanbieder }, gelegenheid, { onderzoek: id, reden }),
    );
}

/** The onderzoeken of a traject in which these aanbieders are needed after all. */
export function weerNodig(
  onderzoeken: TrajectToestand['onderzoeken'],
  aanbieders: readonly string[],
): TrajectToestand['onderzoeken'] {
  return Object.fromEntries(
    Object.entries(onderzoeken).map(([id, { losgelaten, ...o }]) => [
      id,
      losgelaten && !aanbieders.includes(o.aanbieder) ? { ...o, losgelaten } : o,
    ]),
  );
}

/** Who was chosen prepares for the jeugdige, also without an onderzoek (Zorgbemiddeling), and hears that the keuze is taken back. */
export function keuzeVervallen(
  { gekozen }: Pick<TrajectToestand, 'gekozen'>,
  gelegenheid: string,
): TrajectGevolg['berichten'] {
  return gekozen.map((aanbieder) =>
    bericht('traject-beeindigd', { wie: 'aanbieder', aanbieder }, gelegenheid, { reden: 'vervangen' }),
  );
}

/** The state in which an earlier keuze is taken back: there is no clarity any more, and the ladder goes on from the ambitie. */
export function zonderKeuze(t: TrajectToestand): TrajectToestand {
  return {
    ...zonder(t, 'duidelijkheidTijdstip', 'verwachteStartDatum', 'evaluatieDatum', 'eigenaar'),
    gekozen: [],
    // The offers of who was chosen no longer hold: nothing rests on them, and they keep no traject from the table.
    onderzoeken: kentRegels(t, 2)
      ? metVervallen(t, (o) =>
          o.status === 'beantwoord' && t.gekozen.includes(o.aanbieder) ? 'vervangen' : null,
        )
      : t.onderzoeken,
  };
}

/** The onderzoeken of a traject, of which those for which there is a `reden` have lapsed. */
export function metVervallen(
  t: TrajectToestand,
  reden: (onderzoek: OnderzoekInTraject) => VervalReden | null,
): TrajectToestand['onderzoeken'] {
  return Object.fromEntries(
    Object.entries(t.onderzoeken).map(([id, o]) => {
      const vervalReden = reden(o);
      return [id, vervalReden === null ? o : { ...o, status: 'vervallen', vervalReden }];
    }),
  );
}

/**
 * The same word to everybody that holds a place for the jeugdige: who is chosen, and before there is a keuze who made an
 * offer and is not investigating again.
 */
export function naarWiePlekHoudt(
  t: TrajectToestand,
  soort: 'opgeschort' | 'hervat',
  gelegenheid: string,
  gegevens: BerichtOpdracht['gegevens'],
): TrajectGevolg['berichten'] {
  if (!kentRegels(t, 4)) return [];
  const naar = (plek: 'gekozen' | 'aanbod') => (aanbieder: string) =>
    bericht(soort, { wie: 'aanbieder', aanbieder }, gelegenheid, { ...gegevens, plek });
  if (t.gekozen.length > 0) return t.gekozen.map(naar('gekozen'));
  return laatsteAntwoorden(t)
    .filter(({ aanbieder }) => heeftStaandAanbod(t, aanbieder))
    .map(({ aanbieder }) => naar('aanbod')(aanbieder));
}
