/** From the state of a workflow to its search attributes: the same definition at start and at every change. */
import type { OnderzoekToestand } from './onderzoek.ts';
import { signalenVan } from './signalen.ts';
import { kentRegels, openAanbieders, type TrajectToestand } from './traject.ts';
import { aanbiedersWaaropWacht, redenenVan } from './wachten.ts';
import type { Zoekwaarden } from './zoekattributen.ts';

/** The search attributes of a traject. */
export function zoekwaardenVan(t: TrajectToestand): Zoekwaarden {
  return {
    Fase: t.fase,
    Spoor: t.spoor,
    WachtOp: t.wachtOp,
    Wachtreden: t.wachtreden ?? null,
    Complexiteit: t.complexiteit,
    Gemeente: t.gemeente,
    Gi: t.gi ?? null,
    Coordinator: t.coordinator ?? null,
    Signaal: signalenVan(t),
    // Under the first rules there was no such attribute, and a history tells which were set.
    Vastgelopen: kentRegels(t, 2) ? redenenVan(t) : null,
    Aanbieder: kentRegels(t, 4) ? aanbiedersWaaropWacht(t) : openAanbieders(t),
    WachtSinds: t.wachtSinds,
    AmbitieDatum: t.ambitieTijdstip,
    Escalatieniveau: t.escalatieniveau,
  };
}

/** The search attributes of an onderzoek, fixed at its start. */
export function zoekwaardenVanOnderzoek(o: OnderzoekToestand): Zoekwaarden {
  return {
    WachtOp: 'aanbieder',
    Aanbieder: [o.aanbieder],
    WachtSinds: o.gevraagdTijdstip,
    AmbitieDatum: o.antwoordVoorTijdstip,
  };
}
