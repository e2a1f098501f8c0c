/**
 * The ambitie (clarity within two or four weeks) and the escalation ladder that guards it.
 * Source: halfjaarverslag-zorglogistiek-2025, "ambities"; ontwerp, "The rules of a traject".
 */
import { type Beleid, dag } from './beleid.ts';
import type { Complexiteit } from './codes.ts';

/** The highest level of the ladder: back to the next table. */
export const hoogsteNiveau = 3;
export type Escalatieniveau = 0 | 1 | 2 | 3;

/** What the ladder needs to know of a traject; moments in milliseconds since the epoch. */
export interface AmbitieStand {
  aanmeldingTijdstip: number;
  ambitieTijdstip: number;
  gewaarschuwd: boolean;
  escalatieniveau: Escalatieniveau;
  /** When the present level was given; after a standstill the next one comes a whole step later, not at once. */
  geescaleerdTijdstip?: number;
  /** Time that the traject was opgeschort, in ms, without the present opschorting; the ambitie is that much later. */
  opgeschortDuur?: number;
}

export type Trede =
  | { soort: 'waarschuwing'; tijdstip: number }
  | { soort: 'escalatie'; niveau: Exclude<Escalatieniveau, 0>; tijdstip: number };

/**
 * The moment (ms since the epoch) before which it must be clear which aanbieder takes the question up, counted in
 * days of 24 hours from the moment the aanmelding came in.
 */
export function ambitieTijdstip(
  aanmeldingTijdstip: number,
  complexiteit: Complexiteit,
  beleid: Beleid,
): number {
  return aanmeldingTijdstip + beleid.ambitieDagen[complexiteit] * dag;
}

/** The next rung of the ladder: the warning, then levels 1 to 3; null when all have been taken. */
export function volgendeTrede(stand: AmbitieStand, beleid: Beleid): Trede | null {
  if (!stand.gewaarschuwd) {
    const duur = stand.ambitieTijdstip - stand.aanmeldingTijdstip - (stand.opgeschortDuur ?? 0);
    return { soort: 'waarschuwing', tijdstip: stand.ambitieTijdstip - duur * (1 - beleid.waarschuwingDeel) };
  }
  if (stand.escalatieniveau >= hoogsteNiveau) return null;
  const niveau = (stand.escalatieniveau + 1) as Exclude<Escalatieniveau, 0>;
  return {
    soort: 'escalatie',
    niveau,
    tijdstip:
      stand.geescaleerdTijdstip === undefined
        ? stand.ambitieTijdstip
        : stand.geescaleerdTijdstip + beleid.escalatieStapDagen * dag,
  };
}

/**
 * The ambitie counted anew, from the same aanmelding, after the complexiteit changed at moment `nu` (ms). The ladder
 * starts again for the new moment; a warning that would come after that moment is skipped.
 */
export function herbereken(
  stand: AmbitieStand,
  complexiteit: Complexiteit,
  nu: number,
  beleid: Beleid,
): AmbitieStand {
  const tijdstip =
    ambitieTijdstip(stand.aanmeldingTijdstip, complexiteit, beleid) + (stand.opgeschortDuur ?? 0);
  if (tijdstip === stand.ambitieTijdstip) return stand;
  return {
    aanmeldingTijdstip: stand.aanmeldingTijdstip,
    ambitieTijdstip: tijdstip,
    gewaarschuwd: nu >= tijdstip,
    escalatieniveau: 0,
  };
}

/** The ladder after an opschorting of `duur` ms: ambitie and last level are that much later (ontwerp, "The rules of a traject"). */
export function naOpschorting(stand: AmbitieStand, duur: number): AmbitieStand {
  return {
    aanmeldingTijdstip: stand.aanmeldingTijdstip,
    ambitieTijdstip: stand.ambitieTijdstip + duur,
    gewaarschuwd: stand.gewaarschuwd,
    escalatieniveau: stand.escalatieniveau,
    opgeschortDuur: (stand.opgeschortDuur ?? 0) + duur,
    ...(stand.geescaleerdTijdstip === undefined
      ? {}
      : { geescaleerdTijdstip: stand.geescaleerdTijdstip + duur }),
  };
}
