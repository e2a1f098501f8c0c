/** Who gets an e-mail: from the role that the workflow names to a code in the register, and from that code to an address. */
import { z } from 'zod';
import type { BerichtOpdracht } from '../domain/berichten.ts';
import type { Db } from '../infra/database.ts';
import { stukkenlezersVan } from '../infra/stukken/lezen.ts';
import type { Bericht, PrismaClient } from '../prisma/client/client.ts';
import type { Lezer } from './mail/teksten.ts';

/** The shared mailbox: for whatever has no person of its own, so that nothing is ever sent to nobody. */
export const team = 'team';
/** The aanmelder of the traject of the register, or of a link. */
export const aanmelder = 'aanmelder';
const bren = 'bren';
/** An aanmelder where the kenmerk of the register is not that of the traject: as a guest at a table, or in a doorbraak. */
const aanmelderVanTraject = 'aanmelder-van-';

/**
 * The code of the aanmelder of a traject in the register of a table or a doorbraak. A higher `nummer` for who becomes the aanmelder while
 * who was invited under a lower one still comes, for another traject.
 */
export const aanmelderVan = (kenmerk: string, nummer = 1): string =>
  `${aanmelderVanTraject}${kenmerk}${nummer > 1 ? `-${nummer}` : ''}`;

/** The kenmerk in the code of an aanmelder as a guest. */
export const trajectVanGast = (geadresseerde: string): string =>
  /^[A-Z]+-\d+-\d+/.exec(geadresseerde.slice(aanmelderVanTraject.length))?.[0] ?? '';

/** Whether a guest at a table is an aanmelder, and not the contact of a tafellid. */
export const isAanmelder = (geadresseerde: string): boolean => geadresseerde.startsWith(aanmelderVanTraject);

/** An e-mail with one addressee, as a code. */
export type GeadresseerdBericht = Omit<BerichtOpdracht, 'aan'> & { geadresseerde: string };

/**
 * Each opdracht with the codes of whom it is for: several where a role has more people, `team` where nobody has it.
 * `coordinator` is the pseudonym of the coördinator of the traject with this kenmerk.
 */
export async function geadresseerd(
  db: Db,
  berichten: BerichtOpdracht[],
  coordinator: string | undefined,
  kenmerk: string,
): Promise<GeadresseerdBericht[]> {
  const lezers = berichten.some(({ aan }) => aan.wie === 'stukkenlezers')
    ? await stukkenlezersVan(db, kenmerk)
    : [];
  const aanbieders = berichten.flatMap(({ aan }) => ('aanbieder' in aan ? [aan.aanbieder] : []));
  const vanTeam = new Set(['coordinator', 'coordinator-van', 'collega', 'voorzitter', 'manager']);
  const vraagtTeam = berichten.some(({ aan }) => vanTeam.has(aan.wie));
  const coordinatoren = await coordinatorenVan(
    db,
    berichten.flatMap(({ aan }) => (aan.wie === 'coordinator-van' ? [aan.kenmerk] : [])),
  );
  const codesVanGi = berichten.flatMap(({ aan }) => (aan.wie === 'gi' ? [aan.code] : []));
  const eerdereSoorten = berichten.flatMap(({ aan }) => (aan.wie === 'genodigden' ? [aan.van] : []));
  const [medewerkers, contacten, gis, genodigden] = await Promise.all([
    vraagtTeam
      ? db.medewerker.findMany({
          where: {
            OR: [
              { rol: { in: ['voorzitter', 'manager'] } },
              { code: { in: [coordinator ?? team, ...coordinatoren.values()] } },
            ],
          },
          orderBy: { code: 'asc' },
        })
      : [],
    aanbieders.length > 0
      ? db.contact.findMany({ where: { aanbieder: { in: aanbieders } }, orderBy: { volgorde: 'asc' } })
      : [],
    codesVanGi.length > 0
      ? db.organisatie.findMany({ where: { code: { in: codesVanGi }, soort: 'gi', email: { not: null } } })
      : [],
    eerdereSoorten.length > 0
      ? db.bericht.findMany({ where: { kenmerk, soort: { in: eerdereSoorten } } })
      : [],
  ]);

  function codesVan({ aan, gelegenheid }: BerichtOpdracht): string[] {
    switch (aan.wie) {
      case 'aanmelder':
        return [aanmelder];
      case 'aanmelder-van':
        return [aanmelderVan(aan.kenmerk)];
      case 'genodigden':
        return genodigden
          .filter((een) => een.soort === aan.van && een.gelegenheid === gelegenheid)
          .map(({ geadresseerde }) => geadresseerde);
      case 'genodigde':
        return [aan.code];
      case 'bren':
        return [bren];
      case 'gi':
        return gis.map(({ code }) => code).filter((code) => code === aan.code);
      case 'coordinator':
      case 'collega':
        return medewerkers.filter(({ code }) => code === coordinator).map(({ code }) => code);
      case 'coordinator-van':
        return medewerkers
          .filter(({ code }) => code === coordinatoren.get(aan.kenmerk))
          .map(({ code }) => code);
      case 'voorzitter':
      case 'manager':
        return medewerkers.filter(({ rol }) => rol === aan.wie).map(({ code }) => code);
      case 'stukkenlezers':
        return lezers;
      case 'aanbieder':
      case 'aanbieder-achter': {
        const codes = contacten.filter((c) => c.aanbieder === aan.aanbieder).map(({ code }) => code);
        // Who has nobody behind the contact, is asked again at the contact itself.
        return codes.slice(aan.wie === 'aanbieder' ? 0 : -1).slice(0, 1);
      }
    }
  }

  return berichten.flatMap((bericht) => {
    const { aan, ...rest } = bericht;
    const codes = codesVan(bericht);
    // Who has no stukken yet gets them with the others, so nobody has to be told.
    if (aan.wie === 'stukkenlezers') return codes.map((geadresseerde) => ({ ...rest, geadresseerde }));
    return (codes.length > 0 ? codes : [team]).map((geadresseerde) => ({ ...rest, geadresseerde }));
  });
}

/** The pseudonym of the coördinator of each of these trajecten, by kenmerk; of whom has none yet nothing. */
export async function coordinatorenVan(
  db: Db,
  kenmerken: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (kenmerken.length === 0) return new Map();
  const rijen = await db.traject.findMany({
    where: { kenmerk: { in: [...kenmerken] } },
    select: { kenmerk: true, coordinator: true },
  });
  return new Map(rijen.flatMap(({ kenmerk, coordinator }) => (coordinator ? [[kenmerk, coordinator]] : [])));
}

/**
 * The address that belongs to a code of the register now, and how to speak to its reader; null when there is none, or
 * none that a mail can be sent to. A guest at a table is told at the address that was invited (`adres` of the bericht).
 */
export async function adresVan(
  db: PrismaClient,
  bericht: Pick<Bericht, 'kenmerk' | 'geadresseerde' | 'adres'>,
  { teamEmail, brenEmail }: { teamEmail: string; brenEmail: string },
): Promise<{ adres: string; lezer: Lezer } | null> {
  const { kenmerk, geadresseerde, adres } = bericht;
  const gevonden = await zoek();
  // One address, no line break: nothing can be added to a header.
  return gevonden && z.email().safeParse(gevonden.adres).success ? gevonden : null;

  async function lezerVanGast(): Promise<Lezer> {
    if (isAanmelder(geadresseerde)) return 'aanmelder';
    return (await db.medewerker.count({ where: { code: geadresseerde } })) > 0 ? 'team' : 'aanbieder';
  }

  async function zoek(): Promise<{ adres: string; lezer: Lezer } | null> {
    if (adres) return { adres, lezer: await lezerVanGast() };
    if (geadresseerde === team) return { adres: teamEmail, lezer: 'team' };
    if (geadresseerde === bren) return { adres: brenEmail, lezer: 'bren' };
    if (geadresseerde === aanmelder || isAanmelder(geadresseerde)) {
      const aanmelding = await db.aanmelding.findUnique({
        where: {
          kenmerk: geadresseerde === aanmelder ? kenmerk : trajectVanGast(geadresseerde),
        },
        select: { aanmelderEmail: true },
      });
      return aanmelding && { adres: aanmelding.aanmelderEmail, lezer: 'aanmelder' };
    }
    const code = { where: { code: geadresseerde }, select: { email: true } };
    const medewerker = await db.medewerker.findUnique(code);
    if (medewerker) return { adres: medewerker.email, lezer: 'team' };
    const contact = await db.contact.findUnique(code);
    if (contact) return { adres: contact.email, lezer: 'aanbieder' };
    const organisatie = await db.organisatie.findUnique(code);
    return organisatie?.email ? { adres: organisatie.email, lezer: 'gi' } : null;
  }
}
