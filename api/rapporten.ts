/** A report as its readers get it: JSON, or CSV (RFC 4180) with one figure on each line. */
import { stringify } from 'csv-stringify/sync';
import type { z } from 'zod';
import { type Definitie, definities } from '../domain/rapport/definities.ts';
import { isLeeg, type Rapport, type Rij } from '../domain/rapport/rapport.ts';
import type { GelezenRapport, MaakbareSoort } from '../infra/rapportage.ts';
import type { rapportSchema } from './rapportSchemas.ts';

const iso = (ms: number) => new Date(ms).toISOString();

/** The meaning of what a report shows, in its own order. */
function definitiesVan({ soort, cijfers, tabellen }: Rapport): (Definitie & { code: string })[] {
  const van: Readonly<Record<string, Definitie>> = definities[soort as MaakbareSoort];
  return [...cijfers, ...tabellen].flatMap(({ code }) => {
    const definitie = van[code];
    return definitie ? [{ code, ...definitie }] : [];
  });
}

const toonRij = ({ code, titel, waarden, onderdrukt = [] }: Rij) => ({ code, titel, waarden, onderdrukt });

/** A report as JSON. The reason of a correction is free text, and stays in the team. */
export function toonRapport(
  { rapport, status, publicatie }: GelezenRapport,
  extern: boolean,
): z.input<typeof rapportSchema> {
  return {
    soort: rapport.soort,
    periode: rapport.periode,
    status,
    extern,
    leeg: isLeeg(rapport),
    peilTijdstip: iso(rapport.peilTijdstip),
    versie: publicatie?.versie ?? null,
    gemaaktTijdstip: publicatie ? iso(publicatie.gemaaktTijdstip) : null,
    wie: extern ? null : (publicatie?.wie ?? null),
    reden: extern ? null : (publicatie?.reden ?? null),
    // It is that of the figures as they are: whoever has it could try which hidden numbers fit.
    vingerafdruk: extern ? null : (publicatie?.sha256 ?? null),
    cijfers: Object.fromEntries(rapport.cijfers.map(({ code, waarde }) => [code, waarde])),
    eerder: Object.fromEntries(
      rapport.cijfers.flatMap(({ code, eerder }) => (eerder === undefined ? [] : [[code, eerder]])),
    ),
    onderdrukt: rapport.cijfers.filter((cijfer) => cijfer.onderdrukt).map(({ code }) => code),
    eerderOnderdrukt: rapport.cijfers.filter((cijfer) => cijfer.eerderOnderdrukt).map(({ code }) => code),
    tabellen: rapport.tabellen.map(({ code, eenheid, kolommen, rijen, totaal }) => ({
      code,
      eenheid,
      kolommen,
      rijen: rijen.map(toonRij),
      totaal: totaal ? toonRij(totaal) : null,
    })),
    definities: definitiesVan(rapport),
  };
}

const koppen = [
  'rapport',
  'periode',
  'status',
  'versie',
  'peilTijdstip',
  'tabel',
  'tabelNaam',
  'rij',
  'rijNaam',
  'kolom',
  'eenheid',
  'waarde',
  'onderdrukt',
] as const;
type Regel = Partial<Record<(typeof koppen)[number], string | number | null>>;

/** A report as CSV; a cell that a spreadsheet would take for a formula is made plain text. */
export function rapportAlsCsv({ rapport, status, publicatie }: GelezenRapport): string {
  const vast = {
    rapport: rapport.soort,
    periode: rapport.periode,
    status,
    versie: publicatie?.versie ?? null,
    peilTijdstip: iso(rapport.peilTijdstip),
  };
  const namen = new Map(definitiesVan(rapport).map(({ code, titel }) => [code, titel]));
  const jaNee = (weg: boolean | undefined) => (weg ? 'ja' : 'nee');
  const cijfers = rapport.cijfers.flatMap(
    ({ code, eenheid, waarde, eerder, onderdrukt, eerderOnderdrukt }): Regel[] => {
      const rij = { rij: code, rijNaam: namen.get(code) ?? code, eenheid };
      const nu = { ...rij, kolom: rapport.periode, waarde, onderdrukt: jaNee(onderdrukt) };
      if (eerder === undefined) return [nu];
      return [nu, { ...rij, kolom: 'periode ervoor', waarde: eerder, onderdrukt: jaNee(eerderOnderdrukt) }];
    },
  );
  const tabellen = rapport.tabellen.flatMap(({ code, eenheid, kolommen, rijen, totaal }) =>
    [...rijen, ...(totaal ? [totaal] : [])].flatMap((rij) =>
      kolommen.map(
        (kolom, plaats): Regel => ({
          tabel: code,
          tabelNaam: namen.get(code) ?? code,
          rij: rij.code,
          rijNaam: rij.titel,
          kolom,
          eenheid,
          waarde: rij.waarden[plaats] ?? null,
          onderdrukt: jaNee(rij.onderdrukt?.includes(plaats)),
        }),
      ),
    ),
  );
  return stringify(
    [...cijfers, ...tabellen].map((regel) => ({ ...vast, ...regel })),
    { header: true, columns: [...koppen], record_delimiter: 'windows', escape_formulas: true },
  );
}
