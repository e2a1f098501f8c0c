/** The capaciteit of aanbieders: how it stands now for each sector, and what was told before. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { sectoren } from '../domain/aanmeldingCodes.ts';
import { dag } from '../domain/beleid.ts';
import {
  type CapaciteitMelding,
  capaciteitMeldingSchema,
  capaciteitStatusSchema,
  sectorSchema,
} from '../domain/capaciteit.ts';
import { veldfout } from '../domain/fouten.ts';
import { uitDatum } from '../infra/dag.ts';
import type { Capaciteit, PrismaClient } from '../prisma/client/client.ts';
import { toetsBesluit } from './besluitToets.ts';
import type { Omgeving } from './omgeving.ts';
import { nietGevonden, ongeldigeInvoer } from './problemen.ts';
import type { Beller } from './toegang.ts';

const tijdstip = (title: string) =>
  z.string().meta({ title, format: 'date-time', examples: ['2027-01-11T09:30:00.000Z'] });

/** How it stands in one sector. */
export const capaciteitSchema = z
  .object({
    sector: sectorSchema.meta({ title: 'Sector', examples: ['jeugdhulp'] }),
    status: capaciteitStatusSchema.meta({ title: 'Capaciteit', examples: ['wachtlijst'] }),
    totDatum: z
      .string()
      .nullable()
      .meta({ title: 'Tot wanneer', format: 'date', examples: ['2027-03-01'] }),
    sindsTijdstip: tijdstip('Sinds wanneer dit zo is'),
    gemeldTijdstip: tijdstip('Wanneer dit voor het laatst is gemeld'),
    dagenGeleden: z.int().meta({
      title: 'Hoe oud dit is',
      description: 'Hele dagen sinds de laatste melding.',
      examples: [3],
    }),
  })
  .meta({ id: 'Capaciteit', title: 'Capaciteit in een sector' });

/** One telling, with who told it. */
export const capaciteitMeldingRegelSchema = capaciteitSchema
  .extend({
    wie: z.string().meta({ title: 'Wie het meldde (code)', examples: ['coordinator-1'] }),
    rol: z.string().meta({ title: 'Rol van wie het meldde', examples: ['coordinator'] }),
  })
  .meta({ id: 'CapaciteitMelding', title: 'Melding van de capaciteit' });

/** A row as the API shows it; `nu` is the present moment in ms since the epoch. */
export function toonCapaciteit(rij: Capaciteit, nu: number): z.infer<typeof capaciteitSchema> {
  return {
    sector: rij.sector as z.infer<typeof sectorSchema>,
    status: rij.status as z.infer<typeof capaciteitStatusSchema>,
    totDatum: rij.totDatum && uitDatum(rij.totDatum),
    sindsTijdstip: rij.sindsTijdstip.toISOString(),
    gemeldTijdstip: rij.gemeldTijdstip.toISOString(),
    dagenGeleden: Math.floor((nu - rij.gemeldTijdstip.getTime()) / dag),
  };
}

/** How it stands now at these aanbieders, by sector; one that never told anything has no rows. */
export function huidigeCapaciteit(
  db: Pick<PrismaClient, '$queryRaw'>,
  aanbieders: readonly string[],
): Promise<Capaciteit[]> {
  // The last of each by the index: what was told before is never read.
  return db.$queryRaw<Capaciteit[]>`
    SELECT l.* FROM unnest(${aanbieders}::text[]) a("code")
      CROSS JOIN unnest(${Object.keys(sectoren)}::text[]) s("code")
      CROSS JOIN LATERAL (
        SELECT * FROM "Capaciteit" c WHERE c."aanbieder" = a."code" AND c."sector" = s."code"
        ORDER BY c."nummer" DESC LIMIT 1
      ) l
    ORDER BY l."aanbieder", l."sector"`;
}

/**
 * Adds what is told of an aanbieder and resolves with how it stands then. Told again is a new line in the history; since when it stands
 * like this changes only with the status.
 * @throws ProbleemFout when the aanbieder does not exist (404), or when the date or a sector cannot be right (400).
 */
export async function meldCapaciteit(
  { db, klok }: Pick<Omgeving, 'db' | 'klok'>,
  beller: Beller,
  code: string,
  melding: CapaciteitMelding,
): Promise<Capaciteit[]> {
  const { status, totDatum } = melding;
  const fouten = await toetsBesluit({ db, klok }, { totDatum }, capaciteitMeldingSchema, { aanbieder: code });
  return db.$transaction(async (tx) => {
    // One telling at a time: each has to know what was told just before it.
    const [aanbieder] = await tx.$queryRaw<{ sectoren: string[] }[]>`
      SELECT "sectoren" FROM "Aanbieder" WHERE "code" = ${code} FOR NO KEY UPDATE`;
    if (!aanbieder) throw nietGevonden();
    const onbekend = (melding.sectoren ?? []).flatMap((sector, plaats) =>
      aanbieder.sectoren.includes(sector)
        ? []
        : [
            veldfout(
              ['sectoren', plaats],
              'Deze aanbieder werkt niet in deze sector. Kijk de sectoren na bij /v1/aanbieders.',
              capaciteitMeldingSchema,
            ),
          ],
    );
    if (fouten.length + onbekend.length > 0) throw ongeldigeInvoer([...fouten, ...onbekend]);
    const vorige = await huidigeCapaciteit(tx, [code]);
    // The clock of another machine may be a moment ahead: time never runs back in one history.
    const nu = new Date(Math.max(klok.nu(), ...vorige.map(({ gemeldTijdstip }) => gemeldTijdstip.getTime())));
    await tx.capaciteit.createMany({
      data: (melding.sectoren ?? aanbieder.sectoren).map((sector) => {
        const eerder = vorige.find((rij) => rij.sector === sector);
        return {
          aanbieder: code,
          sector,
          status,
          totDatum: totDatum === undefined ? null : new Date(totDatum),
          sindsTijdstip: eerder?.status === status ? eerder.sindsTijdstip : nu,
          gemeldTijdstip: nu,
          wie: beller.wie,
          rol: beller.rol,
        };
      }),
    });
    await tx.auditRegel.create({
      data: {
        tijdstip: nu,
        wie: beller.wie,
        rol: beller.rol,
        wat: 'capaciteit-gemeld',
        kenmerk: code,
        oorzaak: `verzoek:${randomUUID()}`,
      },
    });
    return huidigeCapaciteit(tx, [code]);
  });
}
