/** The link of a GI to its agenda in a doorbraak. */
import type { DoorbraakAfspraak } from '../../domain/doorbraak.ts';
import { isEenGi, leesDoorbraakId, periodeInWoorden } from '../../domain/doorbraakCodes.ts';
import { leesbareDatum } from '../../domain/werkdagen.ts';
import { doorbraakKop } from '../../infra/doorbraken.ts';
import { doorbraakagendaPagina } from '../../web/paginas/doorbraakagenda.ts';
import { type Wie, wieVoor } from '../afgesproken.ts';
import { agendas, metZaken, sectorVan } from '../doorbraken.ts';
import type { Opener } from '../linkdoel.ts';
import { nietGevonden } from '../problemen.ts';

/**
 * Opens a doorbraak for the GI that the link was sent to: its own agenda, and of others only what was agreed with it. It works until the doorbraak is afgerond, since an
 * agreement can be for months later. Nothing is decided here.
 */
export const openDoorbraak: Opener = async ({ db }, { onderwerp: kenmerk, geadresseerde }) => {
  const periode = leesDoorbraakId(kenmerk);
  const [organisatie, rij] = await Promise.all([
    db.organisatie.findUnique({ where: { code: geadresseerde, soort: 'gi' } }),
    db.doorbraak.findUnique({ where: { id: kenmerk }, include: metZaken }),
  ]);
  if (!periode || !isEenGi(geadresseerde) || !organisatie?.email || !rij) return null;
  const kop = doorbraakKop(rij);
  const alle = agendas(rij);
  const eigen = alle.find(({ groep }) => groep === geadresseerde);
  return {
    onderwerp: {
      kenmerk,
      beller: { wie: geadresseerde, rol: 'gi' },
      telefoon: null,
      email: organisatie.email,
      dicht: kop.status === 'afgerond' ? 'doorbraak-afgerond' : null,
      blijft: kop.status !== 'afgerond',
    },
    toon: async () => {
      const wie = await wieVoor(db, geadresseerde);
      return doorbraakagendaPagina({
        periode: periodeInWoorden(periode),
        groep: organisatie.naam,
        besprekingDatum: leesbareDatum(kop.besprekingDatum),
        zaken: (eigen?.zaken ?? []).map(({ zaak, traject }) => ({
          kenmerk: zaak.kenmerk,
          soort: zaak.soort,
          gemeente: traject.gemeente,
          sector: sectorVan(traject),
          nettoDagen: zaak.nettoDagen,
          brutoDagen: zaak.brutoDagen,
          isOver: zaak.overVan !== undefined,
          overNaar: zaak.overNaar ? periodeInWoorden(leesDoorbraakId(zaak.overNaar) ?? '') : null,
          isGesloten: zaak.trajectGesloten ?? false,
          afspraken: zaak.afspraken.map((afspraak) => inWoorden(afspraak, wie)),
        })),
        elders: alle
          .filter((agenda) => agenda !== eigen)
          .flatMap(({ zaken }) => zaken)
          .flatMap(({ zaak: { kenmerk: traject, afspraken } }) =>
            afspraken
              .filter((afspraak) => afspraak.wie === geadresseerde)
              .map((afspraak) => ({ kenmerk: traject, ...inWoorden(afspraak, wie) })),
          ),
      });
    },
    besluiten: async () => [],
    dienIn: async () => {
      throw nietGevonden();
    },
  };
};

const inWoorden = ({ wie: code, wat, voorDatum, gedaanTijdstip }: DoorbraakAfspraak, wie: Wie) => ({
  wie: wie(code),
  wat,
  voor: leesbareDatum(voorDatum),
  isGedaan: gedaanTijdstip !== undefined,
});
