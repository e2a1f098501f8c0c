/** The doorbraken as PostgreSQL knows them, for the API that begins and shows and the activities that store. */
import { type DoorbraakKop, type Doorbraakzaak, isOnderDoorbraak } from '../domain/doorbraak.ts';
import { doorbraakId } from '../domain/doorbraakCodes.ts';
import { type Lacuneregel, lacuneregels } from '../domain/doorbraaklacunes.ts';
import type { Doorbraak, Prisma, PrismaClient, Doorbraakzaak as Zaakrij } from '../prisma/client/client.ts';
import { alsDatum } from './dag.ts';

/** A doorbraak without its cases, from its row. */
export function doorbraakKop({ toestand }: Pick<Doorbraak, 'toestand'>): DoorbraakKop {
  return toestand as unknown as DoorbraakKop;
}

/** A zaak as the workflow has it, from its row. */
export function doorbraakzaak({ toestand }: Pick<Zaakrij, 'toestand'>): Doorbraakzaak {
  return toestand as unknown as Doorbraakzaak;
}

const trajectvelden = { select: { kenmerk: true, fase: true, coordinator: true } } as const;

/** What {@link lopendTraject} reads of a zaak. */
export const metTrajecten = {
  traject: trajectvelden,
  jeugdige: { select: { aanmeldingen: { select: { traject: trajectvelden }, orderBy: { kenmerk: 'asc' } } } },
} as const;

/** The traject by which a zaak goes on: its own, or when that has closed another of the same jeugdige that is open. */
export function lopendTraject({
  traject,
  jeugdige,
}: Prisma.DoorbraakzaakGetPayload<{ select: typeof metTrajecten }>): {
  kenmerk: string;
  coordinator: string | null;
} {
  const trajecten = [traject, ...jeugdige.aanmeldingen.map((aanmelding) => aanmelding.traject)];
  return trajecten.find((een) => een && een.fase !== 'afgesloten') ?? traject;
}

/** The columns that follow from the state of a doorbraak. */
export function doorbraakRij(kop: DoorbraakKop): Prisma.DoorbraakCreateManyInput {
  return {
    id: doorbraakId(kop.periode),
    periode: kop.periode,
    versie: kop.versie,
    status: kop.status,
    peilDatum: alsDatum(kop.peilDatum),
    besprekingDatum: alsDatum(kop.besprekingDatum),
    begonnenTijdstip: new Date(kop.begonnenTijdstip),
    geslotenTijdstip: kop.geslotenTijdstip === undefined ? null : new Date(kop.geslotenTijdstip),
    toestand: kop as unknown as Prisma.InputJsonObject,
  };
}

/** The columns of a zaak that follow from its state in a doorbraak. */
export function doorbraakzaakRij(
  zaak: Doorbraakzaak,
  { status }: Pick<DoorbraakKop, 'status'>,
): Omit<Prisma.DoorbraakzaakCreateManyInput, 'doorbraak' | 'jeugdigeId'> {
  return {
    kenmerk: zaak.kenmerk,
    groep: zaak.groep,
    soort: zaak.soort,
    versie: zaak.versie,
    onderDoorbraak: isOnderDoorbraak(zaak, status),
    overVan: zaak.overVan ?? null,
    lacuneSector: zaak.lacune?.sector ?? null,
    lacuneZorgsoort: zaak.lacune?.zorgsoort ?? null,
    lacuneRegio: zaak.lacune?.regio ?? null,
    toestand: zaak as unknown as Prisma.InputJsonObject,
  };
}

/** The lacunes of a doorbraak, with how often and since when each was seen up to it (domain/doorbraaklacunes.ts). */
export async function lacunesVan(db: PrismaClient, periode: string): Promise<Lacuneregel[]> {
  const doorbraak = await db.doorbraak.findUniqueOrThrow({ where: { periode } });
  const zaken = await db.doorbraakzaak.findMany({
    where: {
      lacuneSector: { not: null },
      van: { begonnenTijdstip: { lte: doorbraak.begonnenTijdstip } },
    },
    select: {
      lacuneSector: true,
      lacuneZorgsoort: true,
      lacuneRegio: true,
      van: { select: { periode: true, begonnenTijdstip: true } },
    },
  });
  const gezien = zaken.map(({ van, lacuneSector, lacuneZorgsoort, lacuneRegio }) => ({
    periode: van.periode,
    begonnenTijdstip: van.begonnenTijdstip.getTime(),
    sector: lacuneSector ?? '',
    zorgsoort: lacuneZorgsoort ?? '',
    regio: lacuneRegio ?? '',
  }));
  return lacuneregels(gezien, periode);
}
