/**
 * The regionaal afwegingskader schadelijk wachten: which children have voorrang. It prescribes no general rule and the
 * individual case leads, so this file shows which elements apply and proposes; a coördinator decides, and a deviation
 * carries its reason and the version (afwegingskader-deeltafel-2025-05-15, "Kracht van herhaling"). Crisis falls
 * outside it. Being signed up here is no element (halfjaarverslag-zorglogistiek-2025, "ambities"), and neither is
 * three months of waiting: that is the norm for schadelijk wachten, a mark of its own.
 */
import type { MaatregelCode } from './aanmeldingCodes.ts';

/** The agreement that fixed the framework: BOJ, January 2024 (afwegingskader-deeltafel-2025-05-15, "Waar staan we nu"). */
export const afwegingskaderVersie = '2024-01';

/** The three groups that have voorrang (afwegingskader-deeltafel-2025-05-15, "Kracht van herhaling": three groups). */
export const wegingElementen = ['jong-kind', 'gi', 'onveiligheid'] as const;
export type WegingElement = (typeof wegingElementen)[number];

/** Each element in Dutch, and where the five public documents name it. */
export const wegingUitleg: Readonly<Record<WegingElement, { label: string; bron: string }>> = {
  'jong-kind': {
    label: 'Jonger dan 7 jaar',
    bron: 'afwegingskader-deeltafel-2025-05-15, “Voorrang voor het jonge kind tot 7 jaar en het KDC”',
  },
  gi: {
    label: 'Er is een maatregel, dus een gecertificeerde instelling (GI)',
    bron: 'afwegingskader-deeltafel-2025-05-15, “Aanbieder 2”',
  },
  onveiligheid: {
    label: 'Onveiligheid, vastgesteld met een gevalideerde risicotaxatie',
    bron: 'afwegingskader-deeltafel-2025-05-15, “Kracht van herhaling”',
  },
};

/** What the framework can lead to: as proposal, and as decision of a coördinator. */
export const wegingBesluiten = ['voorrang', 'geen-voorrang'] as const;
export type WegingBesluit = (typeof wegingBesluiten)[number];

/**
 * Whether a GI carries out a maatregel. Jeugdreclassering counts as ots and voogdij do: the region lists it as the third
 * kind (regiovisie-monitor-2022, "Jeugdbeschermingsmaatregelen"), and the line that aanbieders draw is between a GI and
 * the vrijwillig kader (afwegingskader-deeltafel-2025-05-15, "Aanbieder 2"). A GI without a maatregel, as adviser say,
 * is the vrijwillig kader.
 */
export function heeftMaatregel(maatregel: MaatregelCode): boolean {
  return maatregel !== 'geen';
}

/** What the elements are read from; each may change while a child waits, by time or by news. */
export interface WegingFeiten {
  /** From `leeftijdsmomenten`, which rounds in favour of the child. */
  isJongKind: boolean;
  heeftMaatregel: boolean;
  /** Onveiligheid without a gevalideerde risicotaxatie does not count ("Kracht van herhaling", point 2). */
  onveiligheidGevalideerd: boolean;
}

/** The elements that apply, in the order of `wegingElementen`; the same for a new child and for one that waits. */
export function elementenVan(feiten: WegingFeiten): WegingElement[] {
  const geldt: Record<WegingElement, boolean> = {
    'jong-kind': feiten.isJongKind,
    gi: feiten.heeftMaatregel,
    onveiligheid: feiten.onveiligheidGevalideerd,
  };
  return wegingElementen.filter((element) => geldt[element]);
}

/**
 * The proposal: voorrang as soon as one element applies. The source names three groups that come first and no sum of
 * points, and gives the jonge kind a heading and a tick of its own; so each group counts by itself, and how many apply
 * only orders the agenda ({@link wegingVolgorde}).
 */
export function stelWegingVoor(elementen: readonly WegingElement[]): WegingBesluit {
  return elementen.length > 0 ? 'voorrang' : 'geen-voorrang';
}

/** What orders an agenda; moments in ms since the epoch. Without a `weging`: not yet weighed. */
export interface AgendaPunt {
  kenmerk: string;
  aanmeldingTijdstip: number;
  weging?: { elementen: readonly WegingElement[]; besluit?: WegingBesluit };
}

/**
 * The order of an agenda, for `sort`: who was decided to have voorrang, then who has more elements, then who waits
 * longest, then by kenmerk so that the order is the same each time. A proposal alone puts nobody in front of a decided
 * voorrang: a coördinator decides (domein, "Afwegingskader").
 */
export function wegingVolgorde(a: AgendaPunt, b: AgendaPunt): number {
  return (
    naVoorrang(a) - naVoorrang(b) ||
    aantalElementen(b) - aantalElementen(a) ||
    a.aanmeldingTijdstip - b.aanmeldingTijdstip ||
    (a.kenmerk < b.kenmerk ? -1 : Number(a.kenmerk > b.kenmerk))
  );
}

/** Why somebody stands on the agenda where {@link wegingVolgorde} puts them, in Dutch. */
export function volgordeUitleg({ weging }: Pick<AgendaPunt, 'weging'>): string {
  const elementen = weging?.elementen ?? [];
  if (weging?.besluit === 'geen-voorrang')
    return 'Geen voorrang: dat is besloten. Op volgorde van aanmelding.';
  const binnen = 'Wie meer elementen heeft gaat voor, daarna op volgorde van aanmelding.';
  if (weging?.besluit === 'voorrang') {
    const waarom = elementen.map((element) => wegingUitleg[element].label).join('; ') || 'geen element geldt';
    return `Voorrang: dat is besloten (${waarom}). ${binnen}`;
  }
  const aantal = { 0: 'geen element', 1: 'één element' }[elementen.length] ?? `${elementen.length} elementen`;
  return `Nog niet gewogen: volgens de aanmelding ${elementen.length > 1 ? 'gelden' : 'geldt'} ${aantal} van het afwegingskader. Na wie voorrang heeft. ${binnen}`;
}

const naVoorrang = ({ weging }: AgendaPunt) => Number(weging?.besluit !== 'voorrang');
// Who was decided to have no voorrang, with a reason, does not come first by the elements after all.
const aantalElementen = ({ weging }: AgendaPunt) =>
  weging?.besluit === 'geen-voorrang' ? 0 : (weging?.elementen.length ?? 0);
