/** The link of a manager to a report that was published, or to the overview of this week. */
import { leesRapportId, type Publicatie } from '../../domain/rapport/publicatie.ts';
import { periodeVan } from '../../domain/rapport/rapportperiode.ts';
import { leesWeekoverzichtId } from '../../domain/rapport/weekbericht.ts';
import { type MaakbareSoort, rapportVoor } from '../../infra/rapportage.ts';
import { rapportPagina } from '../../web/paginas/rapport.ts';
import type { Opener } from '../linkdoel.ts';
import { nietGevonden } from '../problemen.ts';
import { weekverwijzingen } from '../weekverwijzingen.ts';

type Bedoeld = { soort: MaakbareSoort; periode: string; versie?: Publicatie['versie'] };

function bedoeld(id: string): Bedoeld | null {
  const week = leesWeekoverzichtId(id);
  return week ? { soort: 'week', periode: week } : leesRapportId(id);
}

/** Opens a report for the manager that the link was sent to. Nothing is decided here. */
export const openRapport: Opener = async (omgeving, { onderwerp: kenmerk, geadresseerde }) => {
  const { db, klok } = omgeving;
  const welk = bedoeld(kenmerk);
  const periode = welk && periodeVan(welk.soort, welk.periode);
  const medewerker = await db.medewerker.findUnique({ where: { code: geadresseerde } });
  if (!welk || !periode || medewerker?.rol !== 'manager') return null;
  const { soort, versie } = welk;
  const gelezen = await rapportVoor(db, { soort, periode, versie, extern: false }, klok.nu());
  if (!gelezen && soort !== 'week') return null;
  return {
    onderwerp: {
      kenmerk,
      beller: { wie: geadresseerde, rol: 'manager' },
      telefoon: null,
      email: medewerker.email,
      dicht: gelezen ? null : 'week-voorbij',
    },
    toon: async () => {
      if (!gelezen) throw nietGevonden();
      return rapportPagina({
        ...gelezen,
        alleenTeam: true,
        verwijzingen: weekverwijzingen(gelezen.rapport, omgeving),
      });
    },
    besluiten: async () => [],
    dienIn: async () => {
      throw nietGevonden();
    },
  };
};
