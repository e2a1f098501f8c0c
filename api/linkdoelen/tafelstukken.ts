/** The link of a tafellid to the stukken of a table. */
import { leesTafelId } from '../../domain/tafelCodes.ts';
import { leesbareDatum } from '../../domain/werkdagen.ts';
import { alsDatum } from '../../infra/dag.ts';
import { type Lezer, stukkenVoor } from '../../infra/stukken/lezen.ts';
import { tafelToestand } from '../../infra/tafels.ts';
import { tafelstukkenPagina } from '../../web/paginas/tafelstukken.ts';
import { type Opener, stukregels } from '../linkdoel.ts';
import { nietGevonden } from '../problemen.ts';

/**
 * Opens a table for the contact that the link was sent to: the trajecten for which it got access at that table and of which
 * it may read the stukken now, in the order of the agenda. Nothing is decided here.
 */
export const openTafelstukken: Opener = async ({ db }, { onderwerp: kenmerk, geadresseerde }) => {
  const datum = leesTafelId(kenmerk);
  if (!datum) return null;
  const [contact, tafel] = await Promise.all([
    db.contact.findUnique({ where: { code: geadresseerde } }),
    db.tafel.findUnique({ where: { datum: alsDatum(datum) } }),
  ]);
  if (!contact || !tafel) return null;
  const { code: wie, aanbieder } = contact;
  const lezer: Lezer = { wie, rol: 'aanbieder', aanbieder, contact: wie };
  const { agenda } = tafelToestand(tafel);
  const toegangen = await db.stuktoegang.findMany({
    where: { contact: wie, tafelDatum: tafel.datum, kenmerk: { in: agenda } },
    select: { kenmerk: true },
  });
  const verleend = agenda.filter((een) => toegangen.some((toegang) => toegang.kenmerk === een));
  const lees = async () => {
    const gelezen = await Promise.all(
      verleend.map(async (een) => ({ kenmerk: een, stukken: await stukkenVoor(db, lezer, een) })),
    );
    return gelezen.flatMap(({ stukken, ...een }) => (stukken ? [{ ...een, stukken }] : []));
  };
  const zichtbaar = await lees();

  return {
    onderwerp: {
      kenmerk,
      beller: { wie, rol: 'aanbieder', aanbieder },
      telefoon: contact.telefoon || null,
      email: contact.email,
      dicht: zichtbaar.length > 0 ? null : 'geen-stukken',
    },
    toon: async (pad) =>
      tafelstukkenPagina({
        pad,
        datum: leesbareDatum(datum),
        trajecten: zichtbaar.map(({ stukken, ...een }) => ({ ...een, stukken: stukregels(stukken) })),
      }),
    besluiten: async () => [],
    dienIn: async () => {
      throw nietGevonden();
    },
    stukken: { lezer, lees: async () => (await lees()).flatMap(({ stukken }) => stukken) },
  };
};
