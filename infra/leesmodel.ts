/**
 * The read model: which columns follow from the state of a workflow, for the API that begins a row and the activity that
 * keeps it up to date. Moments become ISO 8601 in UTC.
 */
import type { OnderzoekToestand } from '../domain/onderzoek.ts';
import { signalenVan } from '../domain/signalen.ts';
import type { TrajectToestand } from '../domain/traject.ts';
import { redenenVan } from '../domain/wachten.ts';
import type { Onderzoek, Traject } from '../prisma/client/client.ts';

type Rij<Tabel> = Record<keyof Tabel, unknown>;

const iso = (ms: number | undefined) => (ms === undefined ? null : new Date(ms).toISOString());

/** The row of a traject that follows from its state, as JSON for PostgreSQL. */
export function trajectRij(t: TrajectToestand): Rij<Traject> {
  return {
    kenmerk: t.kenmerk,
    versie: t.versie,
    spoor: t.spoor,
    fase: t.fase,
    gemeente: t.gemeente,
    gi: t.gi,
    complexiteit: t.complexiteit,
    coordinator: t.coordinator,
    wachtOp: t.wachtOp,
    wachtSinds: iso(t.wachtSinds),
    wachtreden: t.wachtreden,
    signalen: signalenVan(t),
    vastgelopenRedenen: redenenVan(t),
    escalatieniveau: t.escalatieniveau,
    aanmeldingTijdstip: iso(t.aanmeldingTijdstip),
    ambitieTijdstip: iso(t.ambitieTijdstip),
    tafelDatum: t.tafelDatum,
    duidelijkheidTijdstip: iso(t.duidelijkheidTijdstip),
    uitkomst: t.uitkomst,
    toestand: t,
  };
}

/** The row of an onderzoek that follows from its state, as JSON for PostgreSQL. */
export function onderzoekRij(o: OnderzoekToestand): Rij<Onderzoek> {
  return {
    id: o.id,
    kenmerk: o.kenmerk,
    aanbieder: o.aanbieder,
    ronde: o.ronde,
    versie: o.versie,
    status: o.status,
    herinneringen: o.herinneringen,
    gevraagdTijdstip: iso(o.gevraagdTijdstip),
    bevestigdTijdstip: iso(o.bevestigdTijdstip),
    beantwoordTijdstip: iso(o.beantwoordTijdstip),
    antwoord: o.antwoord,
    toestand: o,
  };
}
