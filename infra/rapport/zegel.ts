import { createHash } from 'node:crypto';

/** JSON with the fields of every object in order of their names: PostgreSQL keeps them in an order of its own. */
function vasteVorm(waarde: unknown): unknown {
  if (Array.isArray(waarde)) return waarde.map(vasteVorm);
  if (typeof waarde !== 'object' || waarde === null) return waarde;
  const velden = Object.entries(waarde).filter(([, deel]) => deel !== undefined);
  return Object.fromEntries(
    velden.sort(([a], [b]) => (a < b ? -1 : 1)).map(([naam, deel]) => [naam, vasteVorm(deel)]),
  );
}

/** SHA-256, in hex, of the gegevens of a report: the same before they were stored and after. */
export function rapportSha256(gegevens: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(vasteVorm(gegevens)))
    .digest('hex');
}
