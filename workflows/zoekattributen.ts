import {
  defineSearchAttributeKey,
  type SearchAttributePair,
  type SearchAttributeUpdatePair,
} from '@temporalio/common';
import { upsertSearchAttributes } from '@temporalio/workflow';
import { type Zoekattribuut, type Zoekwaarden, zoekattributen } from '../domain/zoekattributen.ts';

function paar(naam: Zoekattribuut, waarde: Zoekwaarden[Zoekattribuut]): SearchAttributeUpdatePair {
  const key = defineSearchAttributeKey(naam, zoekattributen[naam]);
  const inhoud =
    zoekattributen[naam] === 'DATETIME' && typeof waarde === 'number' ? new Date(waarde) : waarde;
  return { key, value: inhoud } as SearchAttributeUpdatePair;
}

/** Search attributes for the start of a workflow; what has no value is left out. */
export function zoekparen(waarden: Zoekwaarden): SearchAttributePair[] {
  return (Object.keys(waarden) as Zoekattribuut[])
    .filter((naam) => waarden[naam] !== null)
    .map((naam) => paar(naam, waarden[naam]) as SearchAttributePair);
}

/** Upserts only what differs from `vorige`: every upsert is an event in the history. */
export function werkZoekattributenBij(vorige: Zoekwaarden, nieuwe: Zoekwaarden): void {
  const anders = (Object.keys(nieuwe) as Zoekattribuut[]).filter(
    (naam) => JSON.stringify(nieuwe[naam] ?? null) !== JSON.stringify(vorige[naam] ?? null),
  );
  if (anders.length > 0) upsertSearchAttributes(anders.map((naam) => paar(naam, nieuwe[naam])));
}
