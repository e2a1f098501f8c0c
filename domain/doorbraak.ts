/**
 * The life of a doorbraak: who is gone through with which GI, what is agreed, what follows up, and when it may close
 * (regiovisie-monitor-2022, "Doorbraakaanpak GI's"; domein, "Doorbraak"). Who is taken stands in doorbraakselectie.ts.
 */

import type { BerichtOpdracht } from './berichten.ts';
import type { Weigering } from './besluiten.ts';
import type { DoorbraakBesluit, DoorbraakBesluitSoort } from './doorbraakBesluiten.ts';
import { besprekingEersteUur } from './doorbraakbeleid.ts';
import {
  type DoorbraakStatus,
  type DoorbraakzaakSoort,
  doorbraakgroepen,
  doorbraakId,
  isEenGi,
} from './doorbraakCodes.ts';
import type { DoorbraakMelding } from './meldingen.ts';

const uur = 60 * 60 * 1000;

/** When the coördinator is reminded of an agreement, and when the manager is told; ms since the epoch. */
export interface AfspraakTermijnen {
  herinnerTijdstip: number;
  escalatieTijdstip: number;
  /** Until when it is followed after that; absent in an agreement of an earlier release, which ends with its escalation. */
  vervalTijdstip?: number;
}

/** The follow-up of a doorbraak that stays open; ms since the epoch, each later than the one before. */
export interface Sluitnorm {
  /** The coördinatoren are reminded. */
  herinnerTijdstip: number;
  /** The manager is told. */
  managerTijdstip: number;
  /** From here it closes by itself as soon as nothing lacks an agreement. */
  sluitTijdstip: number;
}

/** What was agreed on a zaak; moments in ms since the epoch. */
export interface DoorbraakAfspraak extends AfspraakTermijnen {
  nummer: number;
  /** The Invoer with the words. */
  invoerId: string;
  wie: string;
  wat: string;
  /** yyyy-mm-dd */
  voorDatum: string;
  gedaanTijdstip?: number;
  herinnerdTijdstip?: number;
  geescaleerdTijdstip?: number;
  vervallenTijdstip?: number;
}

/** What is lacking behind a zaak, with the Invoer that has the words. */
interface DoorbraakLacune {
  sector: string;
  zorgsoort: string;
  regio: string;
  invoerId: string;
}

/** One jeugdige on an agenda, by the traject that waits longest; codes only. */
export interface Doorbraakzaak {
  kenmerk: string;
  /** Code of a GI, or `zonder-maatregel`. */
  groep: string;
  soort: DoorbraakzaakSoort;
  versie: number;
  /** The other open trajecten of the same jeugdige. */
  andereKenmerken: string[];
  /** Waiting at the peildatum, in whole days. */
  brutoDagen: number;
  nettoDagen: number;
  schadelijk: boolean;
  opgeschort: boolean;
  /** Id of the earlier doorbraak in which nothing was agreed. */
  overVan?: string;
  /** Id of the next doorbraak, that took it over since nothing was agreed here. */
  overNaar?: string;
  /** True once the traject was seen to be closed: there is nothing left to agree or to follow up. */
  trajectGesloten?: true;
  afspraken: DoorbraakAfspraak[];
  lacune?: DoorbraakLacune | undefined;
  /** Somebody said that nothing is lacking: what is offered fits. */
  geenLacune?: true | undefined;
}

/** A doorbraak without its cases. */
export interface DoorbraakKop {
  /** `2025-K3` or `2025-M07`. */
  periode: string;
  versie: number;
  status: DoorbraakStatus;
  /** yyyy-mm-dd */
  peilDatum: string;
  /** yyyy-mm-dd */
  besprekingDatum: string;
  /** ms since the epoch */
  begonnenTijdstip: number;
  geslotenTijdstip?: number;
  /** Absent in a doorbraak of an earlier release: that one waits for a person. */
  sluitnorm?: Sluitnorm;
  /** A person closes it only when of each case is told what is lacking, or that nothing is. Absent in a doorbraak of an earlier release. */
  vraagtLacune?: true;
  /**
   * Who must carry out an agreement is told when it is made, and each traject of a jeugdige shows that it is gone through. Absent in a doorbraak of an
   * earlier release, which told nobody, and the traject that waits longest alone.
   */
  meldtIedereen?: true;
  /** How many steps of the sluitnorm have been taken. */
  sluitstap?: number;
  /** True when the BREN was told of every lacune that was seen so far. */
  brenGehoord?: boolean;
  /** Base of the links for people, without a trailing slash. */
  basisUrl: string;
}

/** The whole state of the workflow `doorbraakReview`, and its start input. */
export interface DoorbraakToestand extends DoorbraakKop {
  zaken: Doorbraakzaak[];
  /** Ids of the Invoer rows that have been handled; travels through continue-as-new. */
  verwerkt: string[];
}

/** What follows from a decision, a timer or the next doorbraak: the state, which cases changed, and who is mailed. */
export interface DoorbraakGevolg {
  toestand: DoorbraakToestand;
  /** Kenmerken of the cases that changed. */
  gewijzigd: string[];
  /** Its word in the audit trail. */
  wat: string;
  berichten: BerichtOpdracht[];
}

/** What a workflow has stored of a doorbraak: one cause, one transaction. Only the cases that changed travel. */
export interface DoorbraakVastlegging {
  /** Id of the doorbraak. */
  kenmerk: string;
  /** `start`, `invoer:<id>`, `wekker:<occasion>` or `volgende:<id>`; unique within the doorbraak. */
  oorzaak: string;
  /** Workflow time, ms since the epoch. */
  tijdstip: number;
  wat: string;
  kop: DoorbraakKop;
  zaken: Doorbraakzaak[];
  invoer?: { id: string; soort: string; codes: unknown; antwoord: Record<string, unknown> };
  berichten: BerichtOpdracht[];
}

/** The next moment of an agreement: it is due, overdue for long, or no longer followed. */
interface Afspraakwekker {
  soort: 'herinnering' | 'escalatie' | 'verval';
  tijdstip: number;
  kenmerk: string;
  nummer: number;
}

/** The next moment of a doorbraak that stays open: the coördinatoren are reminded, the manager told, or it closes by itself. */
interface Sluitwekker {
  soort: 'sluitherinnering' | 'sluitescalatie' | 'sluiting';
  tijdstip: number;
  /** Which step of the sluitnorm this is, from 1. */
  stap: number;
}

/** The next moment at which something happens by itself. */
export type DoorbraakWekker = Afspraakwekker | Sluitwekker;

/** The state without the cases. */
export function kopVan({ zaken: _zaken, verwerkt: _verwerkt, ...kop }: DoorbraakToestand): DoorbraakKop {
  return kop;
}

/** The cases that are gone through; the others are named apart. */
export function teBespreken({ zaken }: Pick<DoorbraakToestand, 'zaken'>): Doorbraakzaak[] {
  return zaken.filter(({ soort }) => soort === 'zaak');
}

/** Whether the traject of this zaak shows that it is gone through: until its agreements are done, or the doorbraak closes. */
export function isOnderDoorbraak(zaak: Doorbraakzaak, status: DoorbraakStatus): boolean {
  if (status !== 'open' || zaak.soort !== 'zaak' || zaak.overNaar || zaak.trajectGesloten) return false;
  return zaak.afspraken.length === 0 || zaak.afspraken.some(isOpenAfspraak);
}

const isOpenAfspraak = ({ gedaanTijdstip }: DoorbraakAfspraak) => gedaanTijdstip === undefined;

/** The kenmerken of the cases of which nothing is agreed, while there is something to agree. */
export function zonderAfspraak(t: Pick<DoorbraakToestand, 'zaken'>): string[] {
  return nogHier(t)
    .filter(({ afspraken }) => afspraken.length === 0)
    .map(({ kenmerk }) => kenmerk);
}

/** The kenmerken of the cases of which nobody told what is lacking, or that nothing is; none in a doorbraak that does not ask it. */
export function zonderLacune(t: Pick<DoorbraakToestand, 'zaken' | 'vraagtLacune'>): string[] {
  if (!t.vraagtLacune) return [];
  return nogHier(t)
    .filter(({ lacune, geenLacune }) => !lacune && !geenLacune)
    .map(({ kenmerk }) => kenmerk);
}

/** The kenmerken of the cases of which something has to be put down before a person can close it. */
export function nogOnvolledig(t: Pick<DoorbraakToestand, 'zaken' | 'vraagtLacune'>): string[] {
  return [...new Set([...zonderAfspraak(t), ...zonderLacune(t)])];
}

/** The cases that did not go over, and whose traject was not seen to be closed. */
function nogHier(t: Pick<DoorbraakToestand, 'zaken'>): Doorbraakzaak[] {
  return teBespreken(t).filter(({ overNaar, trajectGesloten }) => !overNaar && !trajectGesloten);
}

/** The kenmerken of the cases of which an agreement is still followed up. */
export function metOpenAfspraak({ zaken }: DoorbraakToestand): string[] {
  return zaken
    .filter((zaak) => !zaak.trajectGesloten && zaak.afspraken.some(isOpenAfspraak))
    .map(({ kenmerk }) => kenmerk);
}

/**
 * It begins with these cases: for each group with somebody to go through its GI and the coördinatoren are invited, an hour after the group before.
 * Without any there is nothing to meet for, and it is afgerond at once.
 */
export function beginMetZaken(t: DoorbraakToestand, zaken: Doorbraakzaak[], nu: number): DoorbraakGevolg {
  const groepen = groepenVan({ zaken });
  const toestand = volgende(t, {
    zaken,
    ...(groepen.length === 0 ? { status: 'afgerond', geslotenTijdstip: nu } : {}),
  });
  return {
    toestand,
    // They were stored when they were chosen.
    gewijzigd: [],
    wat: groepen.length === 0 ? 'doorbraak-zonder-zaken' : 'doorbraak-begonnen',
    berichten: groepen.flatMap((groep) => uitnodigingen(toestand, groep)),
  };
}

/** The groups that meet, in the order of their meetings. */
function groepenVan(t: Pick<DoorbraakToestand, 'zaken'>): string[] {
  const met = new Set(teBespreken(t).map(({ groep }) => groep));
  return Object.keys(doorbraakgroepen).filter((groep) => met.has(groep));
}

/** The hour at which a group meets, on the clock in the Netherlands. */
const uurVan = (t: DoorbraakToestand, groep: string) => besprekingEersteUur + groepenVan(t).indexOf(groep);

/** What an e-mail about the meeting of a group tells of it. */
const overBespreking = (t: DoorbraakToestand, groep: string) => ({
  groep,
  datum: t.besprekingDatum,
  beginTijd: `${String(uurVan(t, groep)).padStart(2, '0')}:00`,
});

/** The same invitation for the GI and for the coördinatoren of its cases: the agenda says that they are there. */
function uitnodigingen(t: DoorbraakToestand, groep: string): BerichtOpdracht[] {
  const apart = t.zaken.filter((zaak) => zaak.groep === groep && zaak.soort !== 'zaak').length;
  const aan: BerichtOpdracht['aan'][] = [
    ...(isEenGi(groep) ? [{ wie: 'gi', code: groep } as const] : []),
    { wie: 'coordinator' },
  ];
  return aan.map((wie) => ({
    soort: 'doorbraak-uitnodiging',
    aan: wie,
    gelegenheid: gelegenheidVanGroep(groep),
    gegevens: { ...overBespreking(t, groep), apart },
  }));
}

const gelegenheidVanGroep = (groep: string) => `groep-${groep}`;

/** Which decisions can be taken in each status. */
const overgangen: Record<DoorbraakStatus, readonly DoorbraakBesluitSoort[]> = {
  open: ['afspraak', 'afspraak-gedaan', 'lacune', 'geen-lacune', 'sluiting'],
  gesloten: ['afspraak-gedaan'],
  afgerond: [],
};

/** Why a doorbraak in this status can take no decision of this kind; null when it can. */
export function weigerInStatus(status: DoorbraakStatus, soort: DoorbraakBesluitSoort): Weigering | null {
  const toegestaan = overgangen[status];
  if (toegestaan.includes(soort)) return null;
  const uitleg =
    status === 'gesloten'
      ? 'Deze doorbraak is gesloten. Alleen afspraken die nog lopen, kunnen nog worden afgevinkt.'
      : 'Deze doorbraak is afgerond. Er kan niets meer veranderen.';
  return { code: 'afgesloten', uitleg, toegestaan };
}

/** Why a doorbraak cannot take this decision now; null when it can. */
export function weigerDoorbraakBesluit(t: DoorbraakToestand, besluit: DoorbraakBesluit): Weigering | null {
  const inStatus = weigerInStatus(t.status, besluit.soort);
  if (inStatus) return inStatus;
  const toegestaan = overgangen[t.status];
  const niet = (uitleg: string): Weigering => ({ code: 'niet-van-toepassing', uitleg, toegestaan });
  if (besluit.soort === 'sluiting') return weigerSluiting(t, toegestaan);
  const zaak = teBespreken(t).find(({ kenmerk }) => kenmerk === besluit.codes.traject);
  if (!zaak)
    return niet('Dit traject wordt in deze doorbraak niet besproken. Kies een traject van de agenda.');
  if (besluit.soort === 'afspraak-gedaan') {
    const afspraak = zaak.afspraken.find(({ nummer }) => nummer === besluit.codes.nummer);
    if (!afspraak) return niet('Bij deze zaak is geen afspraak met dit nummer.');
    return isOpenAfspraak(afspraak) ? null : niet('Deze afspraak is al gedaan.');
  }
  if (zaak.overNaar)
    return niet(`Deze zaak is overgegaan naar ${zaak.overNaar}. Leg daar vast wat is afgesproken.`);
  return null;
}

/** Why a person cannot close it now: all that lacks at once, so that nobody has to try again for the rest. */
function weigerSluiting(t: DoorbraakToestand, toegestaan: readonly string[]): Weigering | null {
  const [afspraak, lacune] = [zonderAfspraak(t), zonderLacune(t)];
  if (afspraak.length === 0 && lacune.length === 0) return null;
  const van = (kenmerken: string[]) =>
    kenmerken.length === 1 ? 'dit traject' : `deze ${kenmerken.length} trajecten`;
  const zinnen = ['De doorbraak kan nog niet sluiten.'];
  if (afspraak.length > 0)
    zinnen.push(`Voor ${van(afspraak)} is nog niets afgesproken: ${afspraak.join(', ')}.`);
  if (lacune.length > 0)
    zinnen.push(
      `Bij ${van(lacune)} is nog niet vastgelegd welk aanbod ontbreekt, of dat er niets ontbreekt: ${lacune.join(', ')}.`,
    );
  const code = afspraak.length > 0 ? 'afspraak-ontbreekt' : 'lacune-ontbreekt';
  return { code, uitleg: zinnen.join(' '), toegestaan };
}

/**
 * The state after a decision that `weigerDoorbraakBesluit` let pass, by the Invoer with this id at moment `nu` (ms).
 * `termijnen` are those of the agreement.
 */
export function pasDoorbraakBesluitToe(
  t: DoorbraakToestand,
  besluit: DoorbraakBesluit,
  invoerId: string,
  nu: number,
  termijnen: AfspraakTermijnen,
): DoorbraakGevolg {
  const wat = `doorbraak-${besluit.soort}`;
  switch (besluit.soort) {
    case 'afspraak': {
      const { traject, ...codes } = besluit.codes;
      const eerder = t.zaken.find(({ kenmerk }) => kenmerk === traject)?.afspraken ?? [];
      const afspraak = { nummer: eerder.length + 1, invoerId, ...codes, ...termijnen };
      const gevolg = wijzigZaken(t, [traject], wat, () => ({ afspraken: [...eerder, afspraak] }));
      if (!t.meldtIedereen) return gevolg;
      return {
        ...gevolg,
        berichten: [
          {
            soort: 'doorbraak-afspraak',
            aan: wieMoet(traject, afspraak),
            gelegenheid: `afspraak-${traject}-${afspraak.nummer}`,
            gegevens: overAfspraak(traject, afspraak),
          },
        ],
      };
    }
    case 'afspraak-gedaan': {
      const { traject, nummer } = besluit.codes;
      return wijzigZaken(t, [traject], wat, (zaak) => wijzigAfspraak(zaak, nummer, { gedaanTijdstip: nu }));
    }
    case 'lacune': {
      const { traject, ...codes } = besluit.codes;
      const gevolg = wijzigZaken(t, [traject], wat, () => ({
        lacune: { ...codes, invoerId },
        geenLacune: undefined,
      }));
      return { ...gevolg, toestand: { ...gevolg.toestand, brenGehoord: false } };
    }
    case 'geen-lacune':
      return wijzigZaken(t, [besluit.codes.traject], wat, () => ({ lacune: undefined, geenLacune: true }));
    case 'sluiting':
      return {
        toestand: volgende(t, { status: 'gesloten', geslotenTijdstip: nu, brenGehoord: true }),
        gewijzigd: [],
        wat,
        berichten: aanBren(t, 'sluiting'),
      };
  }
}

/** Who must carry out an agreement on the zaak of this traject. Of several GI's under one code nobody in particular does: that is for the coördinator. */
function wieMoet(traject: string, { wie }: Pick<DoorbraakAfspraak, 'wie'>): BerichtOpdracht['aan'] {
  if (wie === 'aanmelder') return { wie: 'aanmelder-van', kenmerk: traject };
  if (wie.startsWith('aanbieder')) return { wie: 'aanbieder', aanbieder: wie };
  if (isEenGi(wie)) return { wie: 'gi', code: wie };
  return wie in doorbraakgroepen ? { wie: 'coordinator' } : { wie: 'genodigde', code: wie };
}

/** What an e-mail about an agreement tells of it. */
const overAfspraak = (traject: string, { nummer, wie, wat, voorDatum }: DoorbraakAfspraak) => ({
  traject,
  nummer,
  wie,
  wat,
  voorDatum,
});

/** Whether an agreement is still followed: neither done nor vervallen. */
export function isLopend({ gedaanTijdstip, vervallenTijdstip }: DoorbraakAfspraak): boolean {
  return gedaanTijdstip === undefined && vervallenTijdstip === undefined;
}

/**
 * What the BREN hears on this occasion: what is lacking, unless nothing is or it has heard that, and of how many cases it
 * was never told.
 */
function aanBren(
  { zaken, brenGehoord }: DoorbraakToestand,
  gelegenheid: string,
  nietOpgegeven = 0,
): BerichtOpdracht[] {
  const isNieuw = !brenGehoord && zaken.some(({ lacune }) => lacune);
  if (!isNieuw && nietOpgegeven === 0) return [];
  return [{ soort: 'doorbraak-bren', aan: { wie: 'bren' }, gelegenheid, gegevens: { nietOpgegeven } }];
}

/** These trajecten were seen to be closed: nothing is asked of their cases any more. */
export function metGeslotenTrajecten(t: DoorbraakToestand, kenmerken: readonly string[]): DoorbraakGevolg {
  return wijzigZaken(t, kenmerken, 'doorbraak-trajecten-gesloten', () => ({ trajectGesloten: true }));
}

/**
 * The next doorbraak began at moment `nu` (ms) and took these cases over, of which nothing was agreed here; null when none is left to go over. A meeting
 * that is still to come and of which no case is left is called off: who was invited meets in the next one.
 */
export function gaatOver(
  t: DoorbraakToestand,
  naar: string,
  kenmerken: readonly string[],
  nu: number,
): DoorbraakGevolg | null {
  const open = t.status === 'open' ? zonderAfspraak(t).filter((kenmerk) => kenmerken.includes(kenmerk)) : [];
  if (open.length === 0) return null;
  const gevolg = wijzigZaken(t, open, 'doorbraak-zaken-over', () => ({ overNaar: naar }));
  const over = new Set(t.zaken.filter(({ kenmerk }) => open.includes(kenmerk)).map(({ groep }) => groep));
  const blijft = new Set(nogHier(gevolg.toestand).map(({ groep }) => groep));
  const vervalt = groepenVan(t).filter(
    (groep) => over.has(groep) && !blijft.has(groep) && nu < uiterlijkBegin(t, groep),
  );
  return {
    ...gevolg,
    berichten: vervalt.map((groep) => ({
      soort: 'doorbraak-afgezegd',
      aan: { wie: 'genodigden', van: 'doorbraak-uitnodiging' },
      gelegenheid: gelegenheidVanGroep(groep),
      gegevens: { ...overBespreking(t, groep), naar },
    })),
  };
}

/**
 * Until when (ms) a meeting can be called off. Without the calendar, that workflow code does not know: the clock in the Netherlands is one or two hours
 * ahead of UTC, so this is at the meeting or an hour before it.
 */
const uiterlijkBegin = (t: DoorbraakToestand, groep: string) =>
  Date.parse(t.besprekingDatum) + (uurVan(t, groep) - 2) * uur;

/** What happens next by itself; null when nothing does. */
export function volgendeDoorbraakwekker(t: DoorbraakToestand): DoorbraakWekker | null {
  return wekkersVan(t).reduce<DoorbraakWekker | null>(
    (eerste, wekker) => (eerste && eerste.tijdstip <= wekker.tijdstip ? eerste : wekker),
    null,
  );
}

function wekkersVan(t: DoorbraakToestand): DoorbraakWekker[] {
  return [...sluitwekkers(t), ...t.zaken.flatMap(afspraakwekkers)];
}

function sluitwekkers(t: DoorbraakToestand): Sluitwekker[] {
  const { sluitnorm, sluitstap = 0, status } = t;
  if (!sluitnorm || status !== 'open') return [];
  const stap = sluitstap + 1;
  if (stap === 1) return [{ soort: 'sluitherinnering', tijdstip: sluitnorm.herinnerTijdstip, stap }];
  if (stap === 2) return [{ soort: 'sluitescalatie', tijdstip: sluitnorm.managerTijdstip, stap }];
  // The third step looks whether it can close; when it cannot, it does as soon as nothing lacks any more.
  return stap === 3 || zonderAfspraak(t).length === 0
    ? [{ soort: 'sluiting', tijdstip: sluitnorm.sluitTijdstip, stap }]
    : [];
}

function afspraakwekkers({ kenmerk, afspraken, trajectGesloten }: Doorbraakzaak): Afspraakwekker[] {
  if (trajectGesloten) return [];
  return afspraken.filter(isOpenAfspraak).flatMap((afspraak): Afspraakwekker[] => {
    const { nummer, herinnerTijdstip, escalatieTijdstip, vervalTijdstip } = afspraak;
    if (afspraak.herinnerdTijdstip === undefined)
      return [{ soort: 'herinnering', tijdstip: herinnerTijdstip, kenmerk, nummer }];
    if (afspraak.geescaleerdTijdstip === undefined)
      return [{ soort: 'escalatie', tijdstip: escalatieTijdstip, kenmerk, nummer }];
    if (vervalTijdstip !== undefined && afspraak.vervallenTijdstip === undefined)
      return [{ soort: 'verval', tijdstip: vervalTijdstip, kenmerk, nummer }];
    return [];
  });
}

/** The occasion of a wekker, unique within its doorbraak. */
export function gelegenheidVan(wekker: DoorbraakWekker): string {
  return 'stap' in wekker
    ? `${wekker.soort}-${wekker.stap}`
    : `${wekker.soort}-${wekker.kenmerk}-${wekker.nummer}`;
}

/** Everything that is due at moment `nu` (ms): people are reminded or told once, and what nobody ends, ends. */
export function verstrijkDoorbraak(t: DoorbraakToestand, nu: number): DoorbraakGevolg {
  let toestand = t;
  const gewijzigd = new Set<string>();
  const berichten: BerichtOpdracht[] = [];
  for (const wekker of wekkersVan(t).filter(({ tijdstip }) => tijdstip <= nu)) {
    if ('stap' in wekker) {
      const gevolg = neemSluitstap(toestand, wekker, nu);
      toestand = gevolg.toestand;
      berichten.push(...gevolg.berichten);
      continue;
    }
    const { soort, kenmerk, nummer } = wekker;
    const zaak = t.zaken.find((een) => een.kenmerk === kenmerk);
    const afspraak = zaak?.afspraken.find((een) => een.nummer === nummer);
    if (!zaak || !afspraak) continue;
    const stand = {
      herinnering: { herinnerdTijdstip: nu },
      escalatie: { geescaleerdTijdstip: nu },
      verval: { vervallenTijdstip: nu },
    }[soort];
    toestand = metZaken(toestand, [kenmerk], (een) => wijzigAfspraak(een, nummer, stand));
    gewijzigd.add(kenmerk);
    if (soort === 'verval') continue;
    const aan: BerichtOpdracht['aan'][] =
      soort === 'herinnering' ? [{ wie: 'coordinator' }, wieMoet(kenmerk, afspraak)] : [{ wie: 'manager' }];
    berichten.push(
      ...aan.map(
        (een): BerichtOpdracht => ({
          soort: soort === 'herinnering' ? 'doorbraak-herinnering' : 'doorbraak-te-laat',
          aan: een,
          gelegenheid: gelegenheidVan(wekker),
          gegevens: overAfspraak(kenmerk, afspraak),
        }),
      ),
    );
  }
  return {
    toestand: volgende(toestand, {}),
    gewijzigd: [...gewijzigd],
    wat: toestand.status === t.status ? 'doorbraak-afspraken-opgevolgd' : 'doorbraak-vanzelf-gesloten',
    berichten,
  };
}

/**
 * One step for a doorbraak that stays open. Once its time has passed it closes by itself when nothing lacks an agreement, as the
 * next doorbraak has taken over what did; when something still lacks, the BREN at least hears what was seen. That nobody told what is
 * lacking does not keep it open for ever: the BREN hears of how many.
 */
function neemSluitstap(
  t: DoorbraakToestand,
  wekker: Sluitwekker,
  nu: number,
): Pick<DoorbraakGevolg, 'toestand' | 'berichten'> {
  const { soort, stap } = wekker;
  const zonder = zonderAfspraak(t).length;
  const zonderOpgave = zonderLacune(t).length;
  if (soort === 'sluiting')
    return {
      toestand: {
        ...t,
        sluitstap: stap,
        brenGehoord: true,
        ...(zonder === 0 ? { status: 'gesloten', geslotenTijdstip: nu } : {}),
      },
      berichten: aanBren(t, gelegenheidVan(wekker), zonder === 0 ? zonderOpgave : 0),
    };
  // When every case went over or closed there is nobody to ask for anything: it closes by itself.
  if (nogHier(t).length === 0) return { toestand: { ...t, sluitstap: stap }, berichten: [] };
  return {
    toestand: { ...t, sluitstap: stap },
    berichten: [
      {
        soort: soort === 'sluitherinnering' ? 'doorbraak-sluiten' : 'doorbraak-niet-gesloten',
        aan: { wie: soort === 'sluitherinnering' ? 'coordinator' : 'manager' },
        gelegenheid: gelegenheidVan(wekker),
        gegevens: {
          zonderAfspraak: zonder,
          zonderLacune: zonderOpgave,
          sluitTijdstip: t.sluitnorm?.sluitTijdstip ?? nu,
        },
      },
    ],
  };
}

/** Whether anything came of it, apart from the number of the state. */
export function heeftGevolg(t: DoorbraakToestand, { toestand, gewijzigd }: DoorbraakGevolg): boolean {
  return gewijzigd.length > 0 || toestand.sluitstap !== t.sluitstap;
}

/** Closed, and nothing is left to follow up: the end. */
export function rondAf(t: DoorbraakToestand): DoorbraakGevolg {
  return {
    toestand: volgende(t, { status: 'afgerond' }),
    gewijzigd: [],
    wat: 'doorbraak-afgerond',
    berichten: [],
  };
}

/** What changed in whether trajecten are gone through, from one state to the next: what they have to hear. */
export function teMelden(
  oud: DoorbraakToestand,
  nieuw: DoorbraakToestand,
): { kenmerk: string; melding: DoorbraakMelding }[] {
  const eerder = new Map(oud.zaken.map((zaak) => [zaak.kenmerk, isOnderDoorbraak(zaak, oud.status)]));
  return nieuw.zaken.flatMap((zaak) => {
    const isOnder = isOnderDoorbraak(zaak, nieuw.status);
    if (isOnder === (eerder.get(zaak.kenmerk) ?? false)) return [];
    const gelegenheid = `${isOnder ? 'begonnen' : 'klaar'}-${nieuw.versie}`;
    const melding = { doorbraak: doorbraakId(nieuw.periode), isOnder, gelegenheid };
    const andere = nieuw.meldtIedereen ? zaak.andereKenmerken : [];
    return [zaak.kenmerk, ...andere].map((kenmerk) => ({ kenmerk, melding }));
  });
}

/** The answer to a decision: where the doorbraak stands after it. */
export function doorbraakAntwoord(t: DoorbraakToestand) {
  return {
    doorbraakId: doorbraakId(t.periode),
    periode: t.periode,
    versie: t.versie,
    status: t.status,
    zaken: teBespreken(t).length,
    zonderAfspraak: zonderAfspraak(t).length,
  };
}

type Wijziging<T> = Partial<{ [K in keyof T]: T[K] }>;

function volgende(t: DoorbraakToestand, wijziging: Wijziging<DoorbraakToestand>): DoorbraakToestand {
  return { ...t, ...wijziging, versie: t.versie + 1 };
}

function metZaken(
  t: DoorbraakToestand,
  kenmerken: readonly string[],
  wijzig: (zaak: Doorbraakzaak) => Wijziging<Doorbraakzaak>,
): DoorbraakToestand {
  return {
    ...t,
    zaken: t.zaken.map((zaak) =>
      kenmerken.includes(zaak.kenmerk) ? { ...zaak, ...wijzig(zaak), versie: zaak.versie + 1 } : zaak,
    ),
  };
}

function wijzigZaken(
  t: DoorbraakToestand,
  kenmerken: readonly string[],
  wat: string,
  wijzig: (zaak: Doorbraakzaak) => Wijziging<Doorbraakzaak>,
): DoorbraakGevolg {
  return {
    toestand: volgende(metZaken(t, kenmerken, wijzig), {}),
    gewijzigd: [...kenmerken],
    wat,
    berichten: [],
  };
}

function wijzigAfspraak(
  { afspraken }: Doorbraakzaak,
  nummer: number,
  wijziging: Wijziging<DoorbraakAfspraak>,
): Wijziging<Doorbraakzaak> {
  return { afspraken: afspraken.map((een) => (een.nummer === nummer ? { ...een, ...wijziging } : een)) };
}
