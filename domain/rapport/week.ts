/** The weekly page of the manager: what is stuck now and why, and what will be late next week. It never leaves the team. */
import type { Signaal, Wachtreden, WachtSoort } from '../codes.ts';
import { type Periode, periodeOp } from '../periode.ts';
import { vastgelopenTitels, wachtredenNamen } from './namen.ts';
import type { Cijfer, Rapport, Tabel } from './rapport.ts';

/** A traject that has not ended, as it stands now; moments in ms since the epoch. */
export interface Lopend {
  kenmerk: string;
  signalen: readonly Signaal[];
  vastgelopenRedenen: readonly WachtSoort[];
  wachtreden?: Wachtreden;
  wachtSinds: number;
  ambitieTijdstip: number;
  duidelijkheidTijdstip?: number;
}

const dagInMs = 24 * 60 * 60 * 1000;
const heleDagen = (van: number, tot: number) => Math.floor((tot - van) / dagInMs);

/** The moment before which something is late "next week": the end of the week after this one (ms since the epoch). */
export function eindeVanVolgendeWeek({ eindTijdstip }: Periode): number {
  return periodeOp('week', eindTijdstip).eindTijdstip;
}

/** The page of the week that now is; `peil` is now (ms since the epoch). */
export function maakWeekoverzicht(week: Periode, lopend: readonly Lopend[], peil: number): Rapport {
  const met = (signaal: Signaal) => lopend.filter(({ signalen }) => signalen.includes(signaal));
  const vast = met('vastgelopen').sort((a, b) => a.wachtSinds - b.wachtSinds);
  const teLaat = met('te-laat');
  const wordtTeLaat = lopend
    .filter(
      ({ ambitieTijdstip, duidelijkheidTijdstip, signalen }) =>
        duidelijkheidTijdstip === undefined &&
        !signalen.includes('opgeschort') &&
        ambitieTijdstip > peil &&
        ambitieTijdstip <= eindeVanVolgendeWeek(week),
    )
    .sort((a, b) => a.ambitieTijdstip - b.ambitieTijdstip);
  const aantal = (code: string, waarde: number): Cijfer => ({ code, waarde, eenheid: 'aantal' });
  return {
    soort: 'week',
    periode: week.code,
    periodesoort: week.soort,
    peilTijdstip: peil,
    cijfers: [
      aantal('vastgelopen', vast.length),
      aantal('teLaat', teLaat.length),
      aantal('wordtTeLaat', wordtTeLaat.length),
      aantal('schadelijk', met('schadelijk').length),
      aantal('opgeschort', met('opgeschort').length),
      aantal('wachtenIsKeuze', met('wachten-is-keuze').length),
    ],
    tabellen: [
      perCode('redenen', vastgelopenTitels, (reden) =>
        vast.filter(({ vastgelopenRedenen }) => vastgelopenRedenen.includes(reden)),
      ),
      perCode('teLaatPerWachtreden', { ...wachtredenNamen, geen: 'Nog geen wachtreden' }, (reden) =>
        teLaat.filter(({ wachtreden = 'geen' }) => wachtreden === reden),
      ),
      perTraject('vastgelopenTrajecten', 'Dagen', vast, ({ wachtSinds }) => heleDagen(wachtSinds, peil)),
      perTraject('wordtTeLaatTrajecten', 'Dagen tot de ambitie', wordtTeLaat, ({ ambitieTijdstip }) =>
        heleDagen(peil, ambitieTijdstip),
      ),
    ],
  };
}

function perCode<R extends string>(
  code: string,
  titels: Readonly<Record<R, string>>,
  trajecten: (reden: R) => readonly Lopend[],
): Tabel {
  return {
    code,
    kolommen: ['Aantal'],
    eenheid: 'aantal',
    rijen: (Object.entries(titels) as [R, string][]).map(([reden, titel]) => ({
      code: reden,
      titel,
      waarden: [trajecten(reden).length],
    })),
    teltOp: false,
    eerderVanaf: null,
  };
}

function perTraject(
  code: string,
  kolom: string,
  trajecten: readonly Lopend[],
  dagen: (traject: Lopend) => number,
): Tabel {
  return {
    code,
    kolommen: [kolom],
    eenheid: 'dagen',
    rijen: trajecten.map((traject) => ({
      code: traject.kenmerk,
      titel: traject.vastgelopenRedenen.map((reden) => vastgelopenTitels[reden]).join('; '),
      waarden: [dagen(traject)],
    })),
    teltOp: false,
    eerderVanaf: null,
  };
}
