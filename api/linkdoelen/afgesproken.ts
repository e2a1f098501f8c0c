/** The link of an aanbieder without an onderzoek to what was agreed with it. */
import { heeftPlan, isBetrokken } from '../../domain/betrokken.ts';
import type { TrajectToestand } from '../../domain/traject.ts';
import { afgesprokenPagina } from '../../web/paginas/afgesproken.ts';
import {
  afsprakenInWoorden,
  afsprakenUitDoorbraken,
  deelbareVelden,
  leesVerslagVoor,
  planVoor,
  wieVoor,
} from '../afgesproken.ts';
import type { Opener } from '../linkdoel.ts';
import { nietGevonden } from '../problemen.ts';

/**
 * Opens what was agreed in a traject for a contact of an aanbieder, as long as that has something to carry out. Who has no more than an agreement of a doorbraak reads that, and
 * nothing else of the traject. Nothing is decided here.
 */
export const openAfgesproken: Opener = async ({ db }, { onderwerp: kenmerk, geadresseerde }) => {
  const [contact, traject] = await Promise.all([
    db.contact.findUnique({ where: { code: geadresseerde } }),
    db.traject.findUnique({ where: { kenmerk } }),
  ]);
  if (!contact || !traject) return null;
  const { code: wie, aanbieder } = contact;
  const t = traject.toestand as unknown as TrajectToestand;
  const betrokken = isBetrokken(t, aanbieder);
  const uitDoorbraken = await afsprakenUitDoorbraken(db, kenmerk, aanbieder);
  const open = betrokken || uitDoorbraken.length > 0;
  return {
    onderwerp: {
      kenmerk,
      beller: { wie, rol: 'aanbieder', aanbieder },
      telefoon: contact.telefoon || null,
      email: contact.email,
      dicht: open ? null : 'niets-open',
      blijft: open,
    },
    async toon() {
      const [uitVerslag, naam] = await Promise.all([
        betrokken ? leesVerslagVoor(db, t, aanbieder) : null,
        wieVoor(db, aanbieder),
      ]);
      return afgesprokenPagina({
        kenmerk,
        verslag: uitVerslag && deelbareVelden(t, uitVerslag.velden),
        afspraken: afsprakenInWoorden([...(uitVerslag?.afspraken ?? []), ...uitDoorbraken], naam),
        plan: heeftPlan(t, aanbieder) ? await planVoor(db, t, naam) : null,
      });
    },
    besluiten: async () => [],
    dienIn: async () => {
      throw nietGevonden();
    },
  };
};
