/** How many e-mails of uitvragen may go out in a minute: all uitvragen together, since there is one mail server. */
import type { UitvraagPost } from '../domain/uitvraag.ts';
import type { Bericht, Prisma } from '../prisma/client/client.ts';

/** The choices of an installation for its uitvragen. */
export interface Uitvraagbeleid {
  /** So many e-mails go out in a minute. */
  perMinuut: number;
}

/** The kinds that go to every aanbieder at once. */
const soorten: readonly string[] = [
  'uitvraag',
  'uitvraag-herinnering',
] satisfies readonly UitvraagPost['soort'][];

const minuut = 60_000;

/** The advisory lock under which the places of a minute are given out: any number that nobody else in this database locks on. */
const minuutslot = 5_243_118;

/** Whether the limit holds for this e-mail. */
export const valtOnderLimiet = ({ soort }: Pick<Bericht, 'soort'>): boolean => soorten.includes(soort);

/**
 * How long (ms) this e-mail has to wait, at moment `nu` (ms), for a place among the e-mails that were tried in the last minute; 0 when
 * there is one. Within the transaction that counts its attempt: places are given out one after the other. Another attempt at
 * the same e-mail takes no second place.
 */
export async function wachttijdInLimiet(
  tx: Prisma.TransactionClient,
  { id }: Pick<Bericht, 'id'>,
  { perMinuut }: Uitvraagbeleid,
  nu: number,
): Promise<number> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${minuutslot})`;
  const geprobeerd = await tx.bericht.findMany({
    where: { id: { not: id }, pogingTijdstip: { gt: new Date(nu - minuut) } },
    orderBy: { pogingTijdstip: 'desc' },
    take: perMinuut,
    select: { pogingTijdstip: true },
  });
  const houdtBezet = geprobeerd[perMinuut - 1]?.pogingTijdstip;
  return houdtBezet ? houdtBezet.getTime() + minuut - nu : 0;
}
