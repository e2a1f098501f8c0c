/**
 * The sentence that stands beside each activity in the Temporal UI: what is being done, in Dutch and in codes only. Whoever
 * sees an activity that keeps trying reads there what waits.
 */
import type { BerichtOpdracht } from './berichten.ts';
import { wieNamen } from './wachtNamen.ts';

const opsomming = new Intl.ListFormat('nl-NL');

/** In characters. The server refuses a whole workflow task of which a sentence is longer than 400 bytes: then only counted. */
const langsteLijst = 120;

function naamVan(aan: BerichtOpdracht['aan']): string {
  switch (aan.wie) {
    case 'aanmelder':
    case 'aanmelder-van':
      return wieNamen(['aanmelder']);
    case 'coordinator':
    case 'coordinator-van':
    case 'collega':
      return 'de coördinator';
    case 'voorzitter':
      return 'de voorzitter';
    case 'manager':
      return 'de manager';
    case 'stukkenlezers':
      return 'wie de stukken al heeft';
    case 'genodigden':
      return 'wie was uitgenodigd';
    case 'aanbieder':
      return aan.aanbieder;
    case 'aanbieder-achter':
      return `het contact achter het contact van ${aan.aanbieder}`;
    case 'genodigde':
    case 'gi':
      return aan.code;
    case 'bren':
      return 'het BREN';
  }
}

/** What is sent, per kind of e-mail with its addressees: `e-mail norm-verstreken aan de coördinator versturen`. */
export function verstuurZin({ berichten }: { berichten: readonly BerichtOpdracht[] }): string {
  const perSoort = new Map<string, Set<string>>();
  for (const { soort, aan } of berichten) perSoort.set(soort, new Set(perSoort.get(soort)).add(naamVan(aan)));
  const lijst = opsomming.format(
    [...perSoort].map(([soort, namen]) => `e-mail ${soort} aan ${opsomming.format(namen)}`),
  );
  return `${lijst.length > langsteLijst ? `${berichten.length} e-mails` : lijst} versturen`;
}

/** What is stored: the decision of a person (`besluit triage vastleggen`), or else `wat` happened by itself. */
export function legVastZin({ invoer }: { invoer?: { soort: string } }, wat: string): string {
  return invoer ? `besluit ${invoer.soort} vastleggen` : `${wat} vastleggen`;
}

/** What is stored and then sent: `escalatie vastleggen en e-mail te-laat aan de manager versturen`. */
export function meldZin(v: { berichten: readonly BerichtOpdracht[] }, wat: string): string {
  return v.berichten.length === 0 ? legVastZin({}, wat) : `${legVastZin({}, wat)} en ${verstuurZin(v)}`;
}
