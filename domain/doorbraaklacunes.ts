/**
 * What is lacking in what the region offers, as the BREN is told: codes only, never how few it was (domein, "Doorbraak": "gaps
 * are reported to the bouwteams of the BREN").
 */
import { kleinTotEnMet } from './rapport/onderdruk.ts';

/** A lacune behind one zaak of one doorbraak. */
export interface GezieneLacune {
  /** Period of the doorbraak. */
  periode: string;
  /** When that doorbraak began, ms since the epoch. */
  begonnenTijdstip: number;
  sector: string;
  zorgsoort: string;
  regio: string;
}

/** One line for the BREN. */
export interface Lacuneregel {
  sector: string;
  zorgsoort: string;
  regio: string;
  /** In how many doorbraken it was seen, this one included. */
  keren: number;
  /** Period of the first of them. */
  sindsPeriode: string;
  /** How many zaken in this doorbraak; null from 1 to 4, which could be recognised. */
  zaken: number | null;
}

/** The lacunes of the doorbraak of `periode` with how often and since when each was seen; the most seen first. */
export function lacuneregels(gezien: readonly GezieneLacune[], periode: string): Lacuneregel[] {
  const perLacune = new Map<string, GezieneLacune[]>();
  for (const een of gezien) {
    const sleutel = [een.sector, een.zorgsoort, een.regio].join('/');
    perLacune.set(sleutel, [...(perLacune.get(sleutel) ?? []), een]);
  }
  return [...perLacune.values()]
    .flatMap((van) => {
      const [eerste] = van.toSorted((a, b) => a.begonnenTijdstip - b.begonnenTijdstip);
      const nu = van.filter((een) => een.periode === periode).length;
      if (!eerste || nu === 0) return [];
      const { sector, zorgsoort, regio } = eerste;
      return [
        {
          sector,
          zorgsoort,
          regio,
          keren: new Set(van.map((een) => een.periode)).size,
          sindsPeriode: eerste.periode,
          zaken: nu <= kleinTotEnMet ? null : nu,
        },
      ];
    })
    .sort(
      (a, b) =>
        b.keren - a.keren ||
        (b.zaken ?? 0) - (a.zaken ?? 0) ||
        ([a.sector, a.zorgsoort, a.regio].join('/') < [b.sector, b.zorgsoort, b.regio].join('/') ? -1 : 1),
    );
}
