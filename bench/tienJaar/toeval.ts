/** Chance that is the same every time: all that is drawn follows from one seed. */
import { v7 as uuid } from 'uuid';

/** A source of chance. */
export interface Toeval {
  /** A number from 0 up to but not including 1. */
  getal(): number;
  /** True with this chance, 0 to 1. */
  kans(kans: number): boolean;
  /** A whole number from the first up to and including the second. */
  heel(van: number, totEnMet: number): number;
  /** One of a list, each as likely. @throws RangeError when it is empty. */
  uit<T>(lijst: readonly T[]): T;
  /** So many different ones of a list, or all of it when it is shorter. */
  greep<T>(lijst: readonly T[], aantal: number): T[];
  /** One of the names, as likely as its weight says. */
  gewogen<T extends string>(gewichten: Readonly<Record<T, number>>): T;
  /** A uuid of version 7 that begins with this moment (ms since the epoch), so that rows keep their order. */
  uuid(moment: number): string;
}

/** Chance from a seed: mulberry32, small and good enough to make up data with. */
export function maakToeval(zaad: number): Toeval {
  let stand = zaad >>> 0;
  const getal = () => {
    stand = (stand + 0x6d2b79f5) >>> 0;
    let t = stand;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const heel = (van: number, totEnMet: number) => van + Math.floor(getal() * (totEnMet - van + 1));
  const uit = <T>(lijst: readonly T[]): T => {
    if (lijst.length === 0) throw new RangeError('er is niets om uit te kiezen');
    return lijst[heel(0, lijst.length - 1)] as T;
  };
  return {
    getal,
    kans: (kans) => getal() < kans,
    heel,
    uit,
    greep(lijst, aantal) {
      const over = [...lijst];
      const gekozen = [];
      while (gekozen.length < aantal && over.length > 0)
        gekozen.push(...over.splice(heel(0, over.length - 1), 1));
      return gekozen;
    },
    gewogen<T extends string>(gewichten: Readonly<Record<T, number>>): T {
      const namen = Object.keys(gewichten) as T[];
      let rest = getal() * namen.reduce((som, naam) => som + gewichten[naam], 0);
      for (const naam of namen) {
        rest -= gewichten[naam];
        if (rest < 0) return naam;
      }
      return uit(namen);
    },
    uuid(moment) {
      const random = Uint8Array.from({ length: 16 }, () => heel(0, 255));
      return uuid({ msecs: moment, random, seq: heel(0, 0x7fffffff) });
    },
  };
}
