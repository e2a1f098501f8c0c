/**
 * Who is taken into a doorbraak: every jeugdige that has waited three months or longer, once (regiovisie-monitor-2022,
 * "Doorbraakaanpak GI's"; domein, "Doorbraak"). Calendar sums: never in workflow code.
 */
import { dag } from './beleid.ts';
import type { Doorbraakzaak } from './doorbraak.ts';
import { type DoorbraakzaakSoort, doorbraakgroepen, zonderMaatregel } from './doorbraakCodes.ts';
import { wachtDrieMaanden } from './drieMaanden.ts';
import { wachtkeuzeDeel } from './stilstand.ts';
import type { TrajectToestand } from './traject.ts';
import { wachttijd } from './wachttijd.ts';
import { datumInNederland, negenUurOp } from './werkdagen.ts';

/** One open traject, with what its aanmelding tells. */
export interface WachtendTraject {
  /** The jeugdige, as a row of the database: never in a workflow. */
  jeugdigeId: string;
  toestand: TrajectToestand;
  /** The wettelijke maatregel and the GI that carries it out, as the aanmelding told them. */
  maatregel: string;
  gi?: string;
}

/** A jeugdige in a doorbraak. */
export interface GekozenZaak {
  jeugdigeId: string;
  zaak: Doorbraakzaak;
}

/**
 * The cases of a doorbraak with this peildatum (yyyy-mm-dd) from all open trajecten: one per jeugdige, that of the traject that waits
 * longest net; the other trajecten are named in it. In the order of the groups, and within one the longest waiting first.
 */
export function kiesZaken(trajecten: readonly WachtendTraject[], peilDatum: string): GekozenZaak[] {
  const perJeugdige = new Map<string, WachtendTraject[]>();
  for (const traject of trajecten) {
    const { jeugdigeId, toestand } = traject;
    if (toestand.fase === 'afgesloten' || datumInNederland(toestand.aanmeldingTijdstip) > peilDatum) continue;
    perJeugdige.set(jeugdigeId, [...(perJeugdige.get(jeugdigeId) ?? []), traject]);
  }
  const groepen = Object.keys(doorbraakgroepen);
  return [...perJeugdige.entries()]
    .flatMap(([jeugdigeId, van]) => {
      const zaak = zaakVan(van, peilDatum);
      return zaak ? [{ jeugdigeId, zaak }] : [];
    })
    .sort(
      ({ zaak: a }, { zaak: b }) =>
        groepen.indexOf(a.groep) - groepen.indexOf(b.groep) ||
        b.nettoDagen - a.nettoDagen ||
        (a.kenmerk < b.kenmerk ? -1 : 1),
    );
}

function zaakVan(van: readonly WachtendTraject[], peilDatum: string): Doorbraakzaak | null {
  const peil = negenUurOp(peilDatum);
  const gewogen = van
    .map((traject) => ({
      traject,
      soort: soortOp(traject.toestand, peilDatum),
      ...wachttijd(traject.toestand, peil),
    }))
    .sort(
      (a, b) =>
        rang(a.soort) - rang(b.soort) ||
        b.netto - a.netto ||
        (a.traject.toestand.kenmerk < b.traject.toestand.kenmerk ? -1 : 1),
    );
  const [eerste] = gewogen;
  if (!eerste?.soort) return null;
  const { toestand } = eerste.traject;
  const groep = gewogen.map(({ traject }) => giVan(traject)).find((gi) => gi !== undefined);
  return {
    kenmerk: toestand.kenmerk,
    groep: groep ?? zonderMaatregel,
    soort: eerste.soort,
    versie: 0,
    andereKenmerken: gewogen.slice(1).map(({ traject }) => traject.toestand.kenmerk),
    brutoDagen: Math.max(0, Math.floor(eerste.bruto / dag)),
    nettoDagen: Math.max(0, Math.floor(eerste.netto / dag)),
    schadelijk: toestand.schadelijk,
    opgeschort: toestand.opgeschort !== undefined,
    afspraken: [],
  };
}

/** A zaak goes before what is apart, and that before what is not taken at all. */
const rang = (soort: DoorbraakzaakSoort | null) => (soort === 'zaak' ? 0 : soort ? 1 : 2);

/** The GI that carries a maatregel out; what was told since the aanmelding goes before what that told. */
function giVan({ toestand, ...aanmelding }: WachtendTraject): string | undefined {
  const { maatregel, gi } = toestand.maatregel ? toestand : aanmelding;
  return maatregel === 'geen' ? undefined : gi;
}

/**
 * What a traject is on a day: a zaak when it waited three calendar months net by then, or when it waits for hulp that does not
 * exist; apart when it waited them only with the time that waiting was a choice or it was opgeschort. While waiting is a choice it is never a zaak.
 */
function soortOp(t: TrajectToestand, peilDatum: string): DoorbraakzaakSoort | null {
  const peil = negenUurOp(peilDatum);
  const { bruto, netto } = wachttijd(t, peil);
  // What began after the peildatum has taken no time before it.
  const stilgestaan = Math.max(0, bruto - netto);
  const sinds = t.aanmeldingTijdstip;
  if (!t.wachtkeuze && (wachtOpOntbrekendeHulp(t) || wachtDrieMaanden(sinds, peilDatum, stilgestaan)))
    return 'zaak';
  if (!wachtDrieMaanden(sinds, peilDatum)) return null;
  const keuzeDuur = (t.wachtkeuzeDuur ?? 0) + wachtkeuzeDeel(t, peil);
  return t.wachtkeuze || keuzeDuur > stilgestaan / 2 ? 'keuze' : 'opgeschort';
}

/**
 * The mark alone does not tell: three months after the aanmelding it comes by itself, gross, also of who was opgeschort all that
 * time. A traject of before it was kept where the mark came from shows it by its wachtreden.
 */
const wachtOpOntbrekendeHulp = ({ schadelijk, hulpOntbreekt, wachtreden }: TrajectToestand) =>
  schadelijk && (hulpOntbreekt === true || wachtreden === 'aanbod-ontbreekt');
