/**
 * The guests of a table: the contact of each tafellid of its day, the aanmelders and the coördinatoren of what is on its agenda, and the voorzitter. A code of a
 * guest can become somebody else's, and the appointment stands in a mailbox; so a mailbox is what is compared here. Only
 * codes travel on.
 */
import type { Tafelwissel } from '../domain/tafel.ts';
import type { TrajectToestand } from '../domain/traject.ts';
import { alsDatum } from '../infra/dag.ts';
import type { Db } from '../infra/database.ts';
import { tafelledenOp } from '../infra/tafels.ts';
import { aanmelderVan, coordinatorenVan, isAanmelder, trajectVanGast } from './geadresseerden.ts';

/** A table that has invited: its day (yyyy-mm-dd), codes of its guests, and the kenmerken of its agenda. */
export interface Genodigd {
  datum: string;
  genodigden: readonly string[];
  agenda: readonly string[];
}

/** A guest by its code, and its address. */
interface Gast {
  code: string;
  adres: string;
}

/** Whether two addresses are one mailbox. */
export const isZelfdePostvak = (een: string, ander: string | undefined): boolean =>
  een.toLowerCase() === ander?.toLowerCase();

/** The contact of each tafellid on a day (yyyy-mm-dd), in the order of the aanbieders. */
export async function contactenOp(db: Db, datum: string): Promise<Gast[]> {
  const leden = await tafelledenOp(db, datum);
  const contacten = await db.contact.findMany({
    where: { volgorde: 1, aanbieder: { in: leden.map(({ aanbieder }) => aanbieder) } },
    orderBy: { aanbieder: 'asc' },
    select: { code: true, email: true },
  });
  return contacten.map(({ code, email }) => ({ code, adres: email }));
}

/** The mailboxes of the aanmelders of these trajecten, each with the first of its trajecten: who signed up several is one guest. */
export async function aanmeldersVan(db: Db, kenmerken: readonly string[]): Promise<Map<string, string>> {
  const aanmeldingen = await db.aanmelding.findMany({
    where: { kenmerk: { in: [...kenmerken] } },
    orderBy: { kenmerk: 'desc' },
    select: { kenmerk: true, aanmelderEmail: true },
  });
  return new Map(aanmeldingen.map(({ kenmerk, aanmelderEmail }) => [aanmelderEmail.toLowerCase(), kenmerk]));
}

/** Who of the team is at the table for these trajecten, by code: the coördinator of each, once, and every voorzitter. */
export async function teamAanTafel(db: Db, kenmerken: readonly string[]): Promise<string[]> {
  const coordinatoren = await coordinatorenVan(db, kenmerken);
  const rijen = await db.medewerker.findMany({
    where: { OR: [{ rol: 'voorzitter' }, { code: { in: [...coordinatoren.values()] } }] },
    orderBy: { code: 'asc' },
    select: { code: true },
  });
  return rijen.map(({ code }) => code);
}

/** The address that each of these guests has now, by code; of who is gone nothing. */
export async function adressenVanGasten(db: Db, codes: readonly string[]): Promise<Map<string, string>> {
  const trajecten = new Map(codes.filter(isAanmelder).map((code) => [code, trajectVanGast(code)]));
  const vanCode = { where: { code: { in: [...codes] } }, select: { code: true, email: true } };
  const [contacten, medewerkers, aanmeldingen] = await Promise.all([
    db.contact.findMany(vanCode),
    db.medewerker.findMany(vanCode),
    db.aanmelding.findMany({
      where: { kenmerk: { in: [...trajecten.values()] } },
      select: { kenmerk: true, aanmelderEmail: true },
    }),
  ]);
  const vanTraject = new Map(aanmeldingen.map(({ kenmerk, aanmelderEmail }) => [kenmerk, aanmelderEmail]));
  return new Map([
    ...[...contacten, ...medewerkers].map(({ code, email }) => [code, email] as const),
    ...[...trajecten].flatMap(([code, kenmerk]) => {
      const adres = vanTraject.get(kenmerk);
      return adres ? [[code, adres] as const] : [];
    }),
  ]);
}

/**
 * Who has to be invited to a table and who no more, now that a tafellid, its contact, an aanmelder or a traject of it has
 * changed. Who stays keeps the code under which the appointment stands in the own mailbox.
 * Of the team a code is always the same person.
 */
export async function leesTafelwissel(db: Db, { datum, genodigden, agenda }: Genodigd): Promise<Tafelwissel> {
  const [leden, wachten, rijen, nu, medewerkers] = await Promise.all([
    contactenOp(db, datum),
    db.traject.findMany({
      where: { kenmerk: { in: [...agenda] }, fase: 'bespreking', tafelDatum: alsDatum(datum) },
      select: { kenmerk: true, toestand: true },
    }),
    db.tafeluitnodiging.findMany({
      where: { tafel: alsDatum(datum), geadresseerde: { in: [...genodigden] } },
      select: { geadresseerde: true, adres: true },
    }),
    adressenVanGasten(db, genodigden),
    db.medewerker.findMany({ where: { code: { in: [...genodigden] } }, select: { code: true } }),
  ]);
  const bewaard = new Map(rijen.map(({ geadresseerde, adres }) => [geadresseerde, adres]));
  // Of whom the invitation is still being stored, it goes to the address of now.
  const postvak = (code: string) => (bewaard.has(code) ? bewaard.get(code) : nu.get(code)) ?? undefined;

  const komt = leden.filter(
    ({ code, adres }) => !genodigden.includes(code) || !isZelfdePostvak(adres, postvak(code)),
  );
  const vanTeam = medewerkers.map(({ code }) => code);
  const gaat = genodigden.filter((code) => {
    if (isAanmelder(code) || vanTeam.includes(code)) return false;
    const lid = leden.find((gast) => gast.code === code);
    return !lid || (postvak(code) !== undefined && !isZelfdePostvak(lid.adres, postvak(code)));
  });

  const kenmerken = wachten.map(({ kenmerk }) => kenmerk);
  const [aanmelders, team] = await Promise.all([aanmeldersVan(db, kenmerken), teamAanTafel(db, kenmerken)]);
  const blijven: string[] = [];
  const vanAgenda: string[] = [];
  for (const code of genodigden.filter(isAanmelder))
    (aanmelders.delete(postvak(code)?.toLowerCase() ?? '') ? blijven : vanAgenda).push(code);
  const nieuw: string[] = [];
  for (const kenmerk of [...aanmelders.values()].sort())
    nieuw.push(vrijeCode(kenmerk, [...blijven, ...nieuw]));
  return {
    komen: [...komt.map(({ code }) => code), ...nieuw, ...team.filter((code) => !genodigden.includes(code))],
    gaan: gaat,
    vanAgenda: [...vanAgenda, ...vanTeam.filter((code) => !team.includes(code))],
    aantal: wachten.length,
    teBespreken: wachten.filter(
      ({ toestand }) => (toestand as unknown as TrajectToestand).opgeschort === undefined,
    ).length,
  };
}

/** The first code for the aanmelder of a traject that no other guest has. */
function vrijeCode(kenmerk: string, bezet: readonly string[]): string {
  let nummer = 1;
  while (bezet.includes(aanmelderVan(kenmerk, nummer))) nummer += 1;
  return aanmelderVan(kenmerk, nummer);
}
