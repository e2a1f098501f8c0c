/** The link of a GI to its agenda in a doorbraak. */
import { leesDoorbraakId, periodeInWoorden } from '../../domain/doorbraakCodes.ts';
import { leesbareDatum } from '../../domain/werkdagen.ts';
import { doorbraakKop } from '../../infra/doorbraken.ts';
import { doorbraakagendaPagina } from '../../web/paginas/doorbraakagenda.ts';
import { agendas, metZaken, sectorVan } from '../doorbraken.ts';
import type { Opener } from '../linkdoel.ts';
import { nietGevonden } from '../problemen.ts';

/** Opens a doorbraak for the GI that the link was sent to: its own agenda and no other. Nothing is decided here. */
export const openDoorbraak: Opener = async ({ db }, { onderwerp: kenmerk, geadresseerde }) => {
  const periode = leesDoorbraakId(kenmerk);
  const [organisatie, rij] = await Promise.all([
    db.organisatie.findUnique({ where: { code: geadresseerde, soort: 'gi' } }),
    db.doorbraak.findUnique({ where: { id: kenmerk }, include: metZaken }),
  ]);
  if (!periode || !organisatie?.email || !rij) return null;
  const kop = doorbraakKop(rij);
  const eigen = agendas(rij).find(({ groep }) => groep === geadresseerde);
  return {
    onderwerp: {
      kenmerk,
      beller: { wie: geadresseerde, rol: 'gi' },
      telefoon: null,
      email: organisatie.email,
      dicht: kop.status === 'afgerond' ? 'doorbraak-afgerond' : null,
    },
    toon: async () =>
      doorbraakagendaPagina({
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
          afspraken: zaak.afspraken.map(({ wie, wat, voorDatum, gedaanTijdstip }) => ({
            wie,
            wat,
            voor: leesbareDatum(voorDatum),
            isGedaan: gedaanTijdstip !== undefined,
          })),
        })),
      }),
    besluiten: async () => [],
    dienIn: async () => {
      throw nietGevonden();
    },
  };
};
