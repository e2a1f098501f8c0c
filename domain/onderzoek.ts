/**
 * The onderzoek of one aanbieder in one round: its state, what may be said in it, and when it is reminded.
 * Source: ontwerp, "The rules of a traject", Onderzoek; domein, "One traject", step 6.
 */

import { z } from 'zod';
import type { Beleid } from './beleid.ts';
import type { BerichtOpdracht } from './berichten.ts';
import {
  type AntwoordCodes,
  type OnderzoekBesluit,
  type OnderzoekBesluitSoort,
  onderzoekBesluiten,
  type Weigering,
} from './besluiten.ts';
import { dragendeAntwoorden, type OnderzoekStatus } from './codes.ts';
import type { Gebeurtenis } from './gebeurtenis.ts';
import { opDeDag } from './opDeDag.ts';

/** The whole state of the workflow `aanbiederOnderzoek`; moments in ms since the epoch. */
export interface OnderzoekToestand {
  id: string;
  kenmerk: string;
  /** Workflow id of the traject that asked. */
  trajectId: string;
  aanbieder: string;
  /** The aanbieder that named this one in its plan; absent when the traject asked of itself. */
  opVerzoekVan?: string;
  ronde: number;
  versie: number;
  status: OnderzoekStatus;
  gevraagdTijdstip: number;
  /** The answer is asked before this moment: the ambitie of the traject as it was when it was asked, or later. */
  antwoordVoorTijdstip: number;
  /** Last sign of life of the aanbieder, or the moment it was asked. */
  contactTijdstip: number;
  bevestigdTijdstip?: number;
  beantwoordTijdstip?: number;
  antwoord?: AntwoordCodes;
  vervalReden?: VervalReden;
  herinneringen: number;
  /** Reminders since the last sign of life. */
  onbeantwoord: number;
  /** Set when the norm for the acknowledgement or for news has passed since the last sign of life. */
  normVerstreken?: true;
  herinnerdTijdstip?: number;
  /** 09:00 in the Netherlands on each coming werkdag, ms since the epoch, ascending. */
  werkdagen: number[];
  beleid: Beleid;
  /** Base of the links for people, without a trailing slash. */
  basisUrl: string;
  /** Ids of the Invoer rows that have been handled; travels through continue-as-new. */
  verwerkt: string[];
}

const vervalRedenen = [
  'ingetrokken',
  'andere-aanbieder',
  'gekozen',
  'vervangen',
  'opgeschort',
  'ander-team',
  'crisis',
  'overgedragen',
  'afgesloten',
] as const;
/**
 * Why an onderzoek ended without an answer of the aanbieder; `gekozen`: by the offer of another that named it,
 * `vervangen`: the situation changed and a new round follows.
 */
export type VervalReden = (typeof vervalRedenen)[number];
export const vervalRedenSchema = z.enum(vervalRedenen);

/**
 * What a traject is told when something happened in one of its onderzoeken. Checked on arrival, since anybody with the
 * Temporal UI can send a signal, and what does not fit must not stop the workflow.
 */
export const onderzoekMeldingSchema = z.strictObject({
  onderzoekId: z.string(),
  vastgelopen: z.boolean(),
  /** Only when an answer is what happened: its Invoer proves it. */
  antwoord: z.strictObject({ invoerId: z.uuid(), codes: onderzoekBesluiten.antwoord.codes }).optional(),
  /** Only when the aanbieder asks for information: its Invoer proves it. */
  vraag: z.strictObject({ invoerId: z.uuid(), codes: onderzoekBesluiten.vraag.codes }).optional(),
  /** Whether the aanbieder has acknowledged. */
  bevestigd: z.boolean().optional(),
  /** What happened, unique within the onderzoek: the cause of the traject's own row. */
  gelegenheid: z.string(),
});
export type OnderzoekMelding = z.output<typeof onderzoekMeldingSchema>;

export interface OnderzoekWekker {
  soort: 'herinnering' | 'escalatie';
  /** Number of this reminder, from 1; an escalation counts as one. */
  nummer: number;
  /** ms since the epoch. */
  tijdstip: number;
  /** True when it comes with the norm for the acknowledgement or for news; not when the answer was due earlier. */
  opNorm: boolean;
}

export interface OnderzoekGevolg {
  toestand: OnderzoekToestand;
  gebeurtenis: Gebeurtenis;
  berichten: BerichtOpdracht[];
}

/** The status after an answer: more time leaves an onderzoek open. */
export function statusNa(antwoord: AntwoordCodes): OnderzoekStatus {
  return antwoord.antwoord === 'meer-tijd' ? 'bevestigd' : 'beantwoord';
}

/**
 * True when the norm for the acknowledgement or for news has passed. In an onderzoek that began before those were norms of
 * the traject: when the contact behind the contact was asked in vain.
 */
export function isVastgelopen(o: OnderzoekToestand): boolean {
  if (!isOpen(o.status)) return false;
  return o.beleid.normen?.bevestiging
    ? o.normVerstreken === true
    : o.onbeantwoord > o.beleid.herinneringenTotEscalatie;
}

/** Whether a keuze can rest on an answer: the aanbieder offers something. */
export function draagtKeuze(antwoord: AntwoordCodes | undefined): boolean {
  return antwoord !== undefined && dragendeAntwoorden.includes(antwoord.antwoord);
}

/** True while the aanbieder still has to answer. */
export function isOpen(status: OnderzoekStatus): boolean {
  return status === 'gevraagd' || status === 'bevestigd';
}

/** Which decisions an onderzoek takes, per status: the one transition table of the onderzoek. */
export const onderzoekOvergangen: Record<
  OnderzoekStatus,
  Partial<Record<OnderzoekBesluitSoort, readonly OnderzoekStatus[]>>
> = {
  gevraagd: {
    bevestiging: ['bevestigd'],
    nieuws: ['bevestigd'],
    vraag: ['bevestigd'],
    antwoord: ['beantwoord', 'bevestigd'],
  },
  bevestigd: { nieuws: ['bevestigd'], vraag: ['bevestigd'], antwoord: ['beantwoord', 'bevestigd'] },
  beantwoord: {},
  vervallen: {},
};

/** Why an onderzoek cannot take this decision now; null when it can. */
export function weigerOnderzoekBesluit(o: OnderzoekToestand, soort: OnderzoekBesluitSoort): Weigering | null {
  const toegestaan = Object.keys(onderzoekOvergangen[o.status]);
  if (toegestaan.includes(soort)) return null;
  if (isOpen(o.status))
    return { code: 'verkeerde-fase', uitleg: 'Dit onderzoek is al bevestigd.', toegestaan };
  return {
    code: o.status === 'beantwoord' ? 'al-beantwoord' : 'afgesloten',
    uitleg:
      o.status === 'beantwoord'
        ? 'Dit onderzoek is al beantwoord. Neem contact op met de coördinator als het antwoord moet veranderen.'
        : 'Dit onderzoek is gesloten. Een antwoord is niet meer nodig.',
    toegestaan,
  };
}

/** The state after a decision of the aanbieder at moment `nu` (ms), what the story says of it and who is mailed. */
export function pasOnderzoekBesluitToe(
  o: OnderzoekToestand,
  besluit: OnderzoekBesluit,
  nu: number,
): OnderzoekGevolg {
  const { normVerstreken: _voorbij, ...rest } = o;
  const gehoord: OnderzoekToestand = {
    ...rest,
    versie: o.versie + 1,
    status: 'bevestigd',
    bevestigdTijdstip: o.bevestigdTijdstip ?? nu,
    contactTijdstip: nu,
    onbeantwoord: 0,
  };
  const gebeurtenis = {
    soort: `onderzoek-${besluit.soort}`,
    codes: { aanbieder: o.aanbieder, ...besluit.codes },
  };
  if (besluit.soort !== 'antwoord') return { toestand: gehoord, gebeurtenis, berichten: [] };
  const antwoord = besluit.codes;
  const status = statusNa(antwoord);
  const beantwoord = status === 'beantwoord' ? { beantwoordTijdstip: nu } : {};
  return {
    toestand: { ...gehoord, ...beantwoord, ...meerTijd(o, antwoord), antwoord, status },
    gebeurtenis,
    berichten: [],
  };
}

/** More time moves the moment before which the answer is asked; not under the first rules, which have no norms. */
function meerTijd(
  { beleid }: OnderzoekToestand,
  { antwoord, totDatum }: AntwoordCodes,
): { antwoordVoorTijdstip?: number } {
  return beleid.normen && antwoord === 'meer-tijd' && totDatum
    ? { antwoordVoorTijdstip: opDeDag(totDatum) }
    : {};
}

/** The moment (ms since the epoch) to which a traject moves the answer; checked on arrival, as a melding is. */
export const antwoordVoorSchema = z.int().nonnegative();

/**
 * The state after the ambitie of the traject moved, and the moment before which the answer is asked with it, with the e-mail
 * that tells the aanbieder so. Null when nothing moves: it has answered, or keeps the date until which it asked for more time.
 */
export function verplaatsAntwoord(
  o: OnderzoekToestand,
  antwoordVoorTijdstip: number,
): OnderzoekGevolg | null {
  if (!isOpen(o.status) || o.antwoord || o.antwoordVoorTijdstip === antwoordVoorTijdstip) return null;
  const versie = o.versie + 1;
  return {
    toestand: { ...o, versie, antwoordVoorTijdstip },
    gebeurtenis: {
      soort: 'onderzoek-verplaatst',
      codes: { aanbieder: o.aanbieder, eerderTijdstip: o.antwoordVoorTijdstip, antwoordVoorTijdstip },
    },
    berichten: [
      {
        soort: 'onderzoek-verplaatst',
        aan: { wie: 'aanbieder', aanbieder: o.aanbieder },
        gelegenheid: `${o.id}-verplaatst-${versie}`,
        gegevens: { onderzoek: o.id, eerder: o.antwoordVoorTijdstip, antwoordVoor: antwoordVoorTijdstip },
      },
    ],
  };
}

/**
 * The state after the traject no longer needs the answer, with the e-mail that tells the aanbieder so. Who has answered
 * hears it only after an offer: there is nothing to stop otherwise.
 */
export function laatVervallen(o: OnderzoekToestand, reden: VervalReden): OnderzoekGevolg {
  const isAfwijzing = o.status === 'beantwoord' && !draagtKeuze(o.antwoord);
  return {
    toestand: { ...o, versie: o.versie + 1, status: 'vervallen', vervalReden: reden },
    gebeurtenis: { soort: 'onderzoek-vervallen', codes: { aanbieder: o.aanbieder, reden } },
    berichten:
      // Who is chosen hears that from the traject.
      reden === 'gekozen' || isAfwijzing
        ? []
        : [
            {
              soort: 'onderzoek-vervallen',
              aan: { wie: 'aanbieder', aanbieder: o.aanbieder },
              gelegenheid: o.id,
              gegevens: { onderzoek: o.id, reden },
            },
          ],
  };
}

/** Since when (ms since the epoch) the aanbieder has been silent: its last sign of life, or the last reminder. */
export function stilSinds(o: OnderzoekToestand): number {
  return Math.max(o.contactTijdstip, o.herinnerdTijdstip ?? 0);
}

/**
 * When the aanbieder is reminded next: after the norm in whole werkdagen since the last sign of life or reminder (2 until
 * it acknowledged, 5 for news), or at the ambitie when that comes first. The reminder after two unanswered ones goes
 * to the contact behind the contact. Null when nothing is awaited; `'werkdagen-op'` when the calendar does not reach far
 * enough and must be fetched anew.
 */
export function volgendeHerinnering(o: OnderzoekToestand): OnderzoekWekker | null | 'werkdagen-op' {
  if (!isOpen(o.status)) return null;
  const vanaf = stilSinds(o);
  const norm = o.status === 'gevraagd' ? o.beleid.bevestigenWerkdagen : o.beleid.nieuwsWerkdagen;
  const moment = o.werkdagen.filter((dagBegin) => dagBegin >= vanaf)[norm];
  if (moment === undefined) return 'werkdagen-op';
  const voorAmbitie = o.antwoordVoorTijdstip > vanaf ? o.antwoordVoorTijdstip : Number.POSITIVE_INFINITY;
  return {
    soort: o.onbeantwoord === o.beleid.herinneringenTotEscalatie ? 'escalatie' : 'herinnering',
    nummer: o.herinneringen + 1,
    tijdstip: Math.min(moment, voorAmbitie),
    opNorm: moment <= voorAmbitie,
  };
}

/** A timer fires some milliseconds late; the next norm counts from the minute, so that 09:00 stays 09:00. */
function opDeMinuut(moment: number): number {
  return moment - (moment % 60_000);
}

/** The state after a reminder went out at moment `nu` (ms), with its e-mail. */
export function herinner(o: OnderzoekToestand, wekker: OnderzoekWekker, nu: number): OnderzoekGevolg {
  const achter = wekker.soort === 'escalatie';
  return {
    toestand: {
      ...o,
      versie: o.versie + 1,
      herinneringen: o.herinneringen + 1,
      onbeantwoord: o.onbeantwoord + 1,
      herinnerdTijdstip: Math.max(wekker.tijdstip, opDeMinuut(nu)),
      ...(wekker.opNorm ? { normVerstreken: true } : {}),
    },
    gebeurtenis: {
      soort: `onderzoek-${wekker.soort}`,
      codes: { aanbieder: o.aanbieder, nummer: wekker.nummer },
    },
    berichten: [
      {
        soort: achter ? 'onderzoek-escalatie' : 'onderzoek-herinnering',
        aan: { wie: achter ? 'aanbieder-achter' : 'aanbieder', aanbieder: o.aanbieder },
        gelegenheid: `${o.id}-${wekker.nummer}`,
        gegevens: { onderzoek: o.id, nummer: wekker.nummer, antwoordVoor: o.antwoordVoorTijdstip },
      },
    ],
  };
}

/** What the begin of an onderzoek sets in motion: the e-mail that asks the aanbieder to investigate. */
export function beginOnderzoek(o: OnderzoekToestand): OnderzoekGevolg {
  return {
    toestand: { ...o, versie: o.versie + 1 },
    gebeurtenis: { soort: 'onderzoek-gevraagd', codes: { aanbieder: o.aanbieder, ronde: o.ronde } },
    berichten: [
      {
        soort: o.opVerzoekVan ? 'samenwerking-gevraagd' : 'onderzoek-gevraagd',
        aan: { wie: 'aanbieder', aanbieder: o.aanbieder },
        gelegenheid: o.id,
        gegevens: {
          onderzoek: o.id,
          antwoordVoor: o.antwoordVoorTijdstip,
          ...(o.opVerzoekVan ? { vanAanbieder: o.opVerzoekVan } : {}),
        },
      },
    ],
  };
}

/** The answer to a decision in an onderzoek: what the aanbieder and the coördinator see. */
export function onderzoekAntwoord(o: OnderzoekToestand) {
  return { onderzoekId: o.id, kenmerk: o.kenmerk, status: o.status, versie: o.versie };
}
