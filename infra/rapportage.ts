/**
 * Reports: made from what is stored, and frozen when they are published. What they count stands in domain/rapport/; here they
 * get their facts and their period.
 */
import { type Periode, periodeEerder } from '../domain/periode.ts';
import { maakExperttafelrapport } from '../domain/rapport/experttafel.ts';
import { maakExtern } from '../domain/rapport/extern.ts';
import { maakHalfjaarrapport } from '../domain/rapport/halfjaar.ts';
import { onderdruk } from '../domain/rapport/onderdruk.ts';
import { type Publicatie, rapportId } from '../domain/rapport/publicatie.ts';
import type { Rapport, Rapportsoort } from '../domain/rapport/rapport.ts';
import { periodeVan } from '../domain/rapport/rapportperiode.ts';
import { maakWachttijdenrapport } from '../domain/rapport/wachttijden.ts';
import { eindeVanVolgendeWeek, maakWeekoverzicht } from '../domain/rapport/week.ts';
import type { Prisma, PrismaClient, Rapport as Rapportrij } from '../prisma/client/client.ts';
import { feitenVanAangemeld, feitenVanExperttafel, lopendeTrajecten } from './rapport/feitenLezen.ts';
import { rapportSha256 } from './rapport/zegel.ts';
import { neemUitvraagslot, uitvraagCijfers } from './uitvragen.ts';

/** Makes the report over a period at moment `nu` (ms since the epoch). */
type Maker = (db: PrismaClient, periode: Periode, nu: number) => Promise<Rapport>;

/** The moment in the period before that lies as far from its end, or while the period runs from its begin, as `peil` from this one's. */
function peilEerder(periode: Periode, eerder: Periode, peil: number): number {
  return peil >= periode.eindTijdstip
    ? eerder.eindTijdstip + (peil - periode.eindTijdstip)
    : eerder.beginTijdstip + (peil - periode.beginTijdstip);
}

const makers = {
  halfjaar: async (db, periode, nu) => {
    const eerder = periodeEerder(periode);
    const [feiten, vorige] = await Promise.all([
      feitenVanAangemeld(db, periode, nu),
      feitenVanAangemeld(db, eerder, peilEerder(periode, eerder, nu)),
    ]);
    return maakHalfjaarrapport(periode, feiten, vorige, nu);
  },
  experttafel: async (db, periode, nu) => {
    // "At the end of the year": what was carried out later does not count, and what was only recorded later does.
    const peil = Math.min(nu, periode.eindTijdstip);
    const eerder = periodeEerder(periode);
    const [feiten, vorige] = await Promise.all([
      feitenVanExperttafel(db, periode, peil),
      feitenVanExperttafel(db, eerder, peilEerder(periode, eerder, peil)),
    ]);
    return maakExperttafelrapport(periode, feiten, vorige, peil);
  },
  wachttijden: async (db, periode, nu) => {
    const [cijfers, vorige] = await Promise.all([
      uitvraagCijfers(db, periode.code, nu),
      uitvraagCijfers(db, periodeEerder(periode).code, nu),
    ]);
    return maakWachttijdenrapport(periode, cijfers?.kwartaal ?? null, vorige?.kwartaal ?? null, nu);
  },
  week: async (db, week, nu) =>
    maakWeekoverzicht(week, await lopendeTrajecten(db, nu, eindeVanVolgendeWeek(week)), nu),
} as const satisfies Record<Rapportsoort, Maker>;

/** The kinds of report that can be made. */
export const rapportSoorten = Object.keys(makers) as (keyof typeof makers)[];
export type MaakbareSoort = keyof typeof makers;

/** Which report is asked for. */
export interface Rapportvraag {
  soort: MaakbareSoort;
  periode: Periode;
  /** A published version; `nu`: as it would be made now, also when it was published. Without it the newest version, or else now. */
  versie?: number | 'nu' | undefined;
  /** True for everybody outside the team: without small numbers, and only what was published. */
  extern: boolean;
}

/** A report as somebody reads it. */
export interface GelezenRapport {
  rapport: Rapport;
  /** `voorlopig`: the period is not over; `concept`: it is, and nothing was published; else frozen. */
  status: 'voorlopig' | 'concept' | 'gepubliceerd';
  publicatie?: { versie: number; sha256: string; gemaaktTijdstip: number; wie: string; reden: string | null };
}

/**
 * The report that is asked for, at moment `nu` (ms since the epoch). Null when there is no such version, when the period has not begun,
 * and for a week that is not this one: that page tells how things stand now. Null for who is extern when it was not published.
 * @throws RapportGeschonden when the figures of the published version were changed.
 */
export async function rapportVoor(
  db: PrismaClient,
  { soort, periode, versie, extern }: Rapportvraag,
  nu: number,
): Promise<GelezenRapport | null> {
  const rij =
    versie === 'nu'
      ? null
      : await db.rapport.findFirst({
          where: { soort, periode: periode.code, ...(versie === undefined ? {} : { versie }) },
          orderBy: { versie: 'desc' },
        });
  if (rij)
    return {
      rapport: gepubliceerdRapport(rij, extern),
      status: 'gepubliceerd',
      publicatie: {
        versie: rij.versie,
        sha256: rij.sha256,
        gemaaktTijdstip: rij.gemaaktTijdstip.getTime(),
        wie: rij.wie,
        reden: rij.reden,
      },
    };
  const isVoorbij = periode.eindTijdstip <= nu;
  if (extern || typeof versie === 'number' || periode.beginTijdstip > nu || (soort === 'week' && isVoorbij))
    return null;
  return {
    rapport: await makers[soort](db, periode, nu),
    status: isVoorbij ? 'concept' : 'voorlopig',
  };
}

/** The figures of a published report are not those that were published: whoever reads it must not be told wrong figures. */
export class RapportGeschonden extends Error {
  override name = 'RapportGeschonden';

  constructor(id: string) {
    super(`De cijfers van ${id} passen niet bij de vingerafdruk van de publicatie.`);
  }
}

/**
 * The figures of a published report as they were published, or for who is `extern` as they left the team, and still do: made once, since another way
 * of hiding would show what this one hid.
 * @throws RapportGeschonden when they no longer fit their fingerprint.
 */
export function gepubliceerdRapport(
  { id, gegevens, extern: bewaard, sha256 }: Pick<Rapportrij, 'id' | 'gegevens' | 'extern' | 'sha256'>,
  extern: boolean,
): Rapport {
  if (rapportSha256(bewaard ? { gegevens, extern: bewaard } : gegevens) !== sha256)
    throw new RapportGeschonden(id);
  if (!extern) return gegevens as unknown as Rapport;
  return bewaard ? (bewaard as unknown as Rapport) : onderdruk(gegevens as unknown as Rapport);
}

/** The number of the newest version of a report; 0 when none was published. */
export async function laatsteVersie(
  db: PrismaClient | Prisma.TransactionClient,
  { soort, periode }: Pick<Publicatie, 'soort' | 'periode'>,
): Promise<number> {
  const { _max } = await db.rapport.aggregate({ where: { soort, periode }, _max: { versie: true } });
  return _max.versie ?? 0;
}

/** What is published, by whom (claim `sub`, or `systeem`), and of a correction why. */
export interface TePubliceren extends Publicatie {
  wie: string;
  rol: string;
  reden: string | null;
}

/**
 * The rows of a publication, with the figures of moment `nu` (ms since the epoch). Storing them is left to the caller, in its own
 * transaction. @throws RangeError when the period is none, or is not over.
 */
export async function maakPublicatie(
  db: PrismaClient,
  publicatie: TePubliceren,
  nu: number,
): Promise<{ rapport: Prisma.RapportCreateManyInput; audit: Prisma.AuditRegelCreateManyInput }> {
  const { soort, versie, wie, rol, reden } = publicatie;
  const maak = (makers as Partial<Record<Rapportsoort, Maker>>)[soort];
  const periode = periodeVan(soort, publicatie.periode);
  if (!maak || !periode || periode.eindTijdstip > nu)
    throw new RangeError('deze periode is nog niet voorbij');
  const [gegevens, eerdere, vorige] = await Promise.all([
    maak(db, periode, nu),
    db.rapport.findMany({ where: { soort, periode: periode.code }, orderBy: { versie: 'asc' } }),
    db.rapport.findFirst({
      where: { soort, periode: periodeEerder(periode).code },
      orderBy: { versie: 'desc' },
    }),
  ]);
  const extern = maakExtern(
    gegevens,
    eerdere.map((rij) => ({ heel: gepubliceerdRapport(rij, false), extern: gepubliceerdRapport(rij, true) })),
    vorige && gepubliceerdRapport(vorige, true),
  );
  const id = rapportId(publicatie);
  return {
    rapport: {
      id,
      soort,
      periode: periode.code,
      versie,
      gegevens: gegevens as unknown as Prisma.InputJsonObject,
      extern: extern as unknown as Prisma.InputJsonObject,
      sha256: rapportSha256({ gegevens, extern }),
      peilTijdstip: new Date(gegevens.peilTijdstip),
      gemaaktTijdstip: new Date(nu),
      wie,
      reden,
    },
    audit: { tijdstip: new Date(nu), wie, rol, wat: 'rapport-gepubliceerd', kenmerk: id, oorzaak: id },
  };
}

/**
 * Stores a publication; false when that version was there already: it stays as it is, whoever was first.
 */
export async function bewaarPublicatie(
  tx: Prisma.TransactionClient,
  { rapport, audit }: Awaited<ReturnType<typeof maakPublicatie>>,
): Promise<boolean> {
  const { count } = await tx.rapport.createMany({ data: [rapport], skipDuplicates: true });
  if (count === 1) await tx.auditRegel.createMany({ data: [audit] });
  return count === 1;
}

/**
 * Makes a publication with the figures of moment `nu` (ms since the epoch) and stores it, as `maakPublicatie` and `bewaarPublicatie`. An answer to
 * its uitvraag that is taken meanwhile waits until the transaction ends.
 */
export async function legPublicatieVast(
  tx: Prisma.TransactionClient,
  db: PrismaClient,
  publicatie: TePubliceren,
  nu: number,
): Promise<boolean> {
  if (publicatie.soort === 'wachttijden') await neemUitvraagslot(tx, publicatie.periode);
  return bewaarPublicatie(tx, await maakPublicatie(db, publicatie, nu));
}

/**
 * Whether there can be figures over a period: an uitvraag over that quarter, or for the others an aanmelding before its end. A period from before
 * the program was in use has none, which is not the same as nought.
 */
export async function heeftGegevens(
  db: PrismaClient,
  soort: MaakbareSoort,
  periode: Periode,
): Promise<boolean> {
  if (soort === 'wachttijden') return (await db.uitvraag.count({ where: { code: periode.code } })) > 0;
  const eerste = await db.traject.findFirst({
    where: { aanmeldingTijdstip: { lt: new Date(periode.eindTijdstip) } },
    select: { kenmerk: true },
  });
  return eerste !== null;
}
