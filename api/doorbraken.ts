/** What the API and the page of a GI read of a doorbraak. */
import {
  type DoorbraakAfspraak,
  type Doorbraakzaak,
  zonderAfspraak,
  zonderLacune,
} from '../domain/doorbraak.ts';
import { doorbraakBesluiten } from '../domain/doorbraakBesluiten.ts';
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
    zonderAfspraak: zonderAfspraak({ zaken }).length,
    zonderLacune: zonderLacune({ ...kop, zaken }).length,
  };
}

/** A doorbraak with the agenda of each group and what is lacking; the words of people are for the coördinator alone (api/vrijeTekst.ts). */
export async function toonDoorbraakMetAgenda(db: PrismaClient, rij: GelezenDoorbraak, { rol }: Beller) {
  const isCoordinator = rol === 'coordinator';
  const woorden = isCoordinator ? await woordenVan(db, rij) : geenWoorden;
  return {
    ...toonDoorbraak(rij),
    ...(isCoordinator ? { sluitingToelichting: woorden.sluiting } : {}),
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
          ...(isCoordinator
            ? {
                toelichting: woorden.per.get(afspraak.invoerId) ?? null,
                gedaanToelichting: woorden.gedaan.get(gedaanSleutel(zaak.kenmerk, afspraak.nummer)) ?? null,
              }
            : {}),
        })),
        lacune: zaak.lacune
          ? {
              sector: zaak.lacune.sector,
              zorgsoort: zaak.lacune.zorgsoort,
              regio: zaak.lacune.regio,
              ...(isCoordinator ? { omschrijving: woorden.per.get(zaak.lacune.invoerId) ?? null } : {}),
            }
          : null,
        geenLacune: zaak.geenLacune ?? false,
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
    vervallenTijdstip: iso(momenten.vervallenTijdstip),
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

/** What people wrote with the decisions of a doorbraak. */
interface Woorden {
  /** With agreements and lacunes, by the id of the Invoer. */
  per: ReadonlyMap<string, string>;
  /** When an agreement was done, by traject and number. */
  gedaan: ReadonlyMap<string, string>;
  /** When it closed. */
  sluiting: string | null;
}

const geenWoorden: Woorden = { per: new Map(), gedaan: new Map(), sluiting: null };

const gedaanSleutel = (traject: unknown, nummer: unknown) => `${traject}/${nummer}`;

/** Only what was taken is told: a refused decision changed nothing. */
async function woordenVan(db: PrismaClient, { id }: Doorbraak): Promise<Woorden> {
  const rijen = await db.invoer.findMany({
    where: { kenmerk: id, soort: { in: Object.keys(doorbraakBesluiten) } },
    select: { id: true, soort: true, codes: true, vrijeTekst: true, uitkomst: true },
  });
  const met = rijen.flatMap((rij) => {
    const { toelichting, omschrijving } = rij.vrijeTekst as { toelichting?: string; omschrijving?: string };
    const tekst = omschrijving ?? toelichting;
    return tekst === undefined || rij.uitkomst?.uitkomst !== 'verwerkt' ? [] : [{ ...rij, tekst }];
  });
  return {
    per: new Map(met.map((rij) => [rij.id, rij.tekst])),
    gedaan: new Map(
      met
        .filter(({ soort }) => soort === 'afspraak-gedaan')
        .map(({ codes, tekst }) => {
          const { traject, nummer } = codes as { traject?: string; nummer?: number };
          return [gedaanSleutel(traject, nummer), tekst];
        }),
    ),
    sluiting: met.find(({ soort }) => soort === 'sluiting')?.tekst ?? null,
  };
}
