/** What the API and the page of a GI read of a doorbraak. */
import { type DoorbraakAfspraak, type Doorbraakzaak, zonderAfspraak } from '../domain/doorbraak.ts';
import { type Doorbraakgroep, doorbraakgroepen } from '../domain/doorbraakCodes.ts';
import { doorbraakKop, doorbraakzaak, lacunesVan } from '../infra/doorbraken.ts';
import type { Doorbraak, PrismaClient, Doorbraakzaak as Zaakrij } from '../prisma/client/client.ts';
import type { Beller } from './toegang.ts';

const iso = (ms: number | undefined) => (ms === undefined ? null : new Date(ms).toISOString());

/** A doorbraak with its cases, as it is stored. */
export type GelezenDoorbraak = Doorbraak & { zaken: (Zaakrij & { traject: Trajectdeel })[] };
type Trajectdeel = { gemeente: string; fase: string; toestand: unknown; lacunes: { redenen: string[] }[] };

/** What of a traject stands on an agenda; with the cases of a doorbraak. */
export const metZaken = {
  zaken: {
    include: {
      traject: {
        select: { gemeente: true, fase: true, toestand: true, lacunes: { select: { redenen: true } } },
      },
    },
  },
} as const;

/** A doorbraak without its agenda, for a list. */
export function toonDoorbraak(rij: Doorbraak & { zaken: Zaakrij[] }) {
  const kop = doorbraakKop(rij);
  const zaken = rij.zaken.map(doorbraakzaak);
  return {
    doorbraakId: rij.id,
    periode: kop.periode,
    versie: kop.versie,
    status: kop.status,
    peilDatum: kop.peilDatum,
    besprekingDatum: kop.besprekingDatum,
    begonnenTijdstip: new Date(kop.begonnenTijdstip).toISOString(),
    geslotenTijdstip: iso(kop.geslotenTijdstip),
    zaken: zaken.filter(({ soort }) => soort === 'zaak').length,
    zonderAfspraak: zonderAfspraak({ ...kop, zaken, verwerkt: [] }).length,
  };
}

/** A doorbraak with the agenda of each group and what is lacking; the words of people are for the coördinator alone. */
export async function toonDoorbraakMetAgenda(db: PrismaClient, rij: GelezenDoorbraak, { rol }: Beller) {
  const isCoordinator = rol === 'coordinator';
  const teksten = isCoordinator ? await woordenVan(db, rij) : new Map<string, string>();
  return {
    ...toonDoorbraak(rij),
    groepen: agendas(rij).map(({ groep, naam, zaken }) => ({
      groep,
      naam,
      zaken: zaken.map(({ zaak, traject }) => ({
        kenmerk: zaak.kenmerk,
        soort: zaak.soort,
        gemeente: traject.gemeente,
        sector: sectorVan(traject),
        fase: traject.fase,
        brutoDagen: zaak.brutoDagen,
        nettoDagen: zaak.nettoDagen,
        schadelijk: zaak.schadelijk,
        redenenGeenAanbod: [...new Set(traject.lacunes.flatMap(({ redenen }) => redenen))],
        opgeschort: zaak.opgeschort,
        overVan: zaak.overVan ?? null,
        overNaar: zaak.overNaar ?? null,
        // That another organisation signed the same jeugdige up is for the coördinator to know (infra/zelfdeJeugdige.ts).
        ...(isCoordinator ? { andereKenmerken: zaak.andereKenmerken } : {}),
        afspraken: zaak.afspraken.map((afspraak) => ({
          ...toonAfspraak(afspraak),
          ...(isCoordinator ? { toelichting: teksten.get(afspraak.invoerId) ?? null } : {}),
        })),
        lacune: zaak.lacune
          ? {
              sector: zaak.lacune.sector,
              zorgsoort: zaak.lacune.zorgsoort,
              regio: zaak.lacune.regio,
              ...(isCoordinator ? { omschrijving: teksten.get(zaak.lacune.invoerId) ?? null } : {}),
            }
          : null,
      })),
    })),
    lacunes: await lacunesVan(db, rij.periode),
  };
}

function toonAfspraak({ nummer, wie, wat, voorDatum, ...momenten }: DoorbraakAfspraak) {
  return {
    nummer,
    wie,
    wat,
    voorDatum,
    gedaanTijdstip: iso(momenten.gedaanTijdstip),
    herinnerdTijdstip: iso(momenten.herinnerdTijdstip),
    geescaleerdTijdstip: iso(momenten.geescaleerdTijdstip),
  };
}

/** The agenda of each group that has any, in the order of their meetings: the longest waiting first, and who is apart last. */
export function agendas(rij: GelezenDoorbraak): {
  groep: Doorbraakgroep;
  naam: string;
  zaken: { zaak: Doorbraakzaak; traject: Trajectdeel }[];
}[] {
  return (Object.keys(doorbraakgroepen) as Doorbraakgroep[]).flatMap((groep) => {
    const zaken = rij.zaken
      .filter((een) => een.groep === groep)
      .map((een) => ({ zaak: doorbraakzaak(een), traject: een.traject }))
      .sort(
        ({ zaak: a }, { zaak: b }) =>
          Number(a.soort !== 'zaak') - Number(b.soort !== 'zaak') ||
          b.nettoDagen - a.nettoDagen ||
          (a.kenmerk < b.kenmerk ? -1 : 1),
      );
    return zaken.length > 0 ? [{ groep, naam: doorbraakgroepen[groep], zaken }] : [];
  });
}

/** The kind of care that is sought; null for a traject of before that was kept. */
export function sectorVan({ toestand }: Trajectdeel): string | null {
  return (toestand as { sector?: string }).sector ?? null;
}

/** What people wrote with agreements and lacunes, by the id of the Invoer. */
async function woordenVan(db: PrismaClient, { id }: Doorbraak): Promise<Map<string, string>> {
  const rijen = await db.invoer.findMany({
    where: { kenmerk: id, soort: { in: ['afspraak', 'lacune'] } },
    select: { id: true, vrijeTekst: true },
  });
  return new Map(
    rijen.flatMap((rij) => {
      const { toelichting, omschrijving } = rij.vrijeTekst as { toelichting?: string; omschrijving?: string };
      const tekst = omschrijving ?? toelichting;
      return tekst === undefined ? [] : [[rij.id, tekst] as const];
    }),
  );
}
