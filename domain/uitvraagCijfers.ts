/** The figures of an uitvraag, computed from the answers that count: of each aanbieder the last. */
import { wachtDrieMaanden } from './drieMaanden.ts';
import { responsVan } from './uitvraag.ts';
import {
  type UitvraagSoort,
  type WachtOorzaak,
  type WachtSector,
  wachtOorzaken,
  type Zorgsoort,
  type Zorgvorm,
  zorgsoorten,
  zorgvormen,
} from './uitvraagCodes.ts';
import {
  type KwartaalAntwoord,
  tellingVan,
  type WachtendeJeugdige,
  wachtvakken,
} from './uitvraagInvulling.ts';
import { negenUurOp } from './werkdagen.ts';

/** How many were asked, and how many of them answered. */
interface Respons {
  gevraagd: number;
  geantwoord: number;
  /** In whole percents. */
  responsProcent: number;
}

/** Numbers of jeugdigen; the second and third are part of the first. */
interface Aantallen {
  wachtend: number;
  drieMaanden: number;
  overbrugging: number;
}

/** The figures of the quarterly uitvraag. */
export interface KwartaalCijfers extends Respons {
  totaal: Aantallen;
  perVorm: ({ vorm: Zorgvorm } & Aantallen)[];
  perSector: ({ sector: WachtSector; vorm: Zorgvorm } & Aantallen)[];
  /** How many aanbieders name each cause. */
  oorzaken: { oorzaak: WachtOorzaak; aanbieders: number }[];
  /** Per kind of care the wachttijden that aanbieders name, in weeks; null where nobody names one. */
  wachttijden: {
    zorgsoort: Zorgsoort;
    aanbieders: number;
    laagsteWeken: number | null;
    mediaanWeken: number | null;
    hoogsteWeken: number | null;
  }[];
}

/** The figures of the extra uitvraag; every jeugdige counts once. */
export interface ExtraCijfers extends Respons {
  /** yyyy-mm-dd */
  peilDatum: string;
  /** Unique jeugdigen. */
  jeugdigen: number;
  /** Of them: signed up at several aanbieders, or for several kinds of care. */
  dubbel: number;
  /** Of them: waiting three months or longer on the peildatum. */
  drieMaanden: number;
  perVorm: { vorm: Zorgvorm; jeugdigen: number; drieMaanden: number }[];
  perGemeente: { gemeente: string; jeugdigen: number }[];
  /** Who waits for several kinds of care counts at each of them. */
  perZorgsoort: { zorgsoort: Zorgsoort; jeugdigen: number }[];
}

/** The figures of an uitvraag as they are kept and shown. */
export interface UitvraagCijfers {
  code: string;
  soort: UitvraagSoort;
  /** 0 while it is open; 1 at the closing, and one more with each answer that comes in after it. */
  cijferversie: number;
  /** When they were computed, ISO 8601 in UTC. */
  berekendTijdstip: string;
  kwartaal: KwartaalCijfers | null;
  extra: ExtraCijfers | null;
}

const som = (aantallen: readonly number[]) => aantallen.reduce((totaal, aantal) => totaal + aantal, 0);

function telOp(aantallen: readonly Aantallen[]): Aantallen {
  return {
    wachtend: som(aantallen.map(({ wachtend }) => wachtend)),
    drieMaanden: som(aantallen.map(({ drieMaanden }) => drieMaanden)),
    overbrugging: som(aantallen.map(({ overbrugging }) => overbrugging)),
  };
}

/** The middle of numbers, or halfway the two in the middle; null without any. */
function mediaan(getallen: readonly number[]): number | null {
  const gesorteerd = [...getallen].sort((a, b) => a - b);
  const onder = gesorteerd[Math.ceil(gesorteerd.length / 2) - 1];
  const boven = gesorteerd[Math.floor(gesorteerd.length / 2)];
  return onder === undefined || boven === undefined ? null : (onder + boven) / 2;
}

const codesVan = <C extends string>(lijst: Readonly<Record<C, string>>) => Object.keys(lijst) as C[];

/**
 * The figures over the answers of a quarter, of each aanbieder the one that counts (regiovisie-monitor-2022, "Resultaten
 * van beide bronnen": totals, ambulant and verblijf; domein, "Waiting is reported gross and net": overbrugging and causes
 * in columns of their own).
 */
export function kwartaalCijfers(
  gevraagd: number,
  antwoorden: readonly Pick<KwartaalAntwoord, 'wachtenden' | 'oorzaken' | 'wachttijden'>[],
): KwartaalCijfers {
  const perSector = wachtvakken.map((vak) => ({
    ...vak,
    ...telOp(antwoorden.map((antwoord) => tellingVan(antwoord, vak))),
  }));
  return {
    gevraagd,
    geantwoord: antwoorden.length,
    responsProcent: responsVan(gevraagd, antwoorden.length),
    totaal: telOp(perSector),
    perVorm: codesVan(zorgvormen).map((vorm) => ({
      vorm,
      ...telOp(perSector.filter((een) => een.vorm === vorm)),
    })),
    perSector,
    oorzaken: codesVan(wachtOorzaken).map((oorzaak) => ({
      oorzaak,
      aanbieders: antwoorden.filter(({ oorzaken }) => oorzaken.includes(oorzaak)).length,
    })),
    wachttijden: codesVan(zorgsoorten).map((zorgsoort) => {
      const weken = antwoorden.flatMap(({ wachttijden }) =>
        wachttijden.filter((een) => een.zorgsoort === zorgsoort).map((een) => een.weken),
      );
      return {
        zorgsoort,
        aanbieders: weken.length,
        laagsteWeken: weken.length > 0 ? Math.min(...weken) : null,
        mediaanWeken: mediaan(weken),
        hoogsteWeken: weken.length > 0 ? Math.max(...weken) : null,
      };
    }),
  };
}

/**
 * The figures over the jeugdigen that aanbieders named on a peildatum (yyyy-mm-dd); `antwoorden` holds the list of each
 * aanbieder. One BSN is one jeugdige (domein, "Dubbele registraties"). Who waits for verblijf anywhere counts as verblijf, also
 * when it waits for ambulante hulp too: the place to live is what is hardest to find. It waits since its earliest date,
 * and its gemeente is the one beside that date.
 */
export function extraCijfers(
  gevraagd: number,
  antwoorden: readonly (readonly WachtendeJeugdige[])[],
  peilDatum: string,
): ExtraCijfers {
  const perKind = new Map<string, WachtendeJeugdige[]>();
  for (const regel of antwoorden.flat())
    perKind.set(regel.bsnIndex, [...(perKind.get(regel.bsnIndex) ?? []), regel]);
  const kinderen = [...perKind.values()].map((regels) => {
    const [eerste] = [...regels].sort(
      (a, b) => a.wachtSindsDatum.localeCompare(b.wachtSindsDatum) || a.gemeente.localeCompare(b.gemeente),
    );
    return {
      vorm: regels.some(({ vorm }) => vorm === 'verblijf') ? ('verblijf' as const) : ('ambulant' as const),
      isLang: eerste !== undefined && wachtDrieMaanden(negenUurOp(eerste.wachtSindsDatum), peilDatum),
      isDubbel: regels.length > 1,
      gemeente: eerste?.gemeente ?? '',
      zorgsoorten: new Set(regels.map(({ zorgsoort }) => zorgsoort)),
    };
  });
  const aantal = (past: (kind: (typeof kinderen)[number]) => boolean) => kinderen.filter(past).length;
  return {
    peilDatum,
    gevraagd,
    geantwoord: antwoorden.length,
    responsProcent: responsVan(gevraagd, antwoorden.length),
    jeugdigen: kinderen.length,
    dubbel: aantal(({ isDubbel }) => isDubbel),
    drieMaanden: aantal(({ isLang }) => isLang),
    perVorm: codesVan(zorgvormen).map((vorm) => ({
      vorm,
      jeugdigen: aantal((kind) => kind.vorm === vorm),
      drieMaanden: aantal((kind) => kind.vorm === vorm && kind.isLang),
    })),
    perGemeente: [...new Set(kinderen.map(({ gemeente }) => gemeente))]
      .sort()
      .map((gemeente) => ({ gemeente, jeugdigen: aantal((kind) => kind.gemeente === gemeente) })),
    perZorgsoort: codesVan(zorgsoorten).map((zorgsoort) => ({
      zorgsoort,
      jeugdigen: aantal((kind) => kind.zorgsoorten.has(zorgsoort)),
    })),
  };
}
