import {
  defineSearchAttributeKey,
  type SearchAttributePair,
  type SearchAttributeUpdatePair,
} from '@temporalio/common';
import { upsertSearchAttributes } from '@temporalio/workflow';
import { attributenVan, type Zoekwaarden } from '../domain/zoekattributen.ts';

/** Search attributes for the start of an onderzoek; what has no value is left out. */
export function zoekparen(waarden: Zoekwaarden): SearchAttributePair[] {
  return attributenVan(waarden)
    .filter(({ waarde }) => waarde !== null)
    .map(
      ({ naam, type, waarde }) =>
        ({ key: defineSearchAttributeKey(naam, type), value: waarde }) as SearchAttributePair,
    );
}

/** Upserts only what differs from `vorige`: every upsert is an event in the history. */
export function werkZoekattributenBij(vorige: Zoekwaarden, nieuwe: Zoekwaarden): void {
  const oud = new Map(attributenVan(vorige).map(({ naam, waarde }) => [naam, JSON.stringify(waarde)]));
  const anders = attributenVan(nieuwe).filter(({ naam, waarde }) => JSON.stringify(waarde) !== oud.get(naam));
  if (anders.length === 0) return;
  upsertSearchAttributes(
    anders.map(
      ({ naam, type, waarde }) =>
        ({ key: defineSearchAttributeKey(naam, type), value: waarde }) as SearchAttributeUpdatePair,
    ),
  );
}
