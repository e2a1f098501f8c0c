/** What PostgreSQL knows of a traject right after the aanmelding, and the decisions that people ask for in it. */
import { randomUUID } from 'node:crypto';
import type { TrajectToestand } from '../../domain/traject.ts';
import type { Vastlegging } from '../../domain/vastlegging.ts';
import type { Prisma, PrismaClient } from '../../prisma/client/client.ts';
import { aanmeldingTijdstip, begonnenTraject } from './berichten.ts';

/** Personal data that must never leave the database. */
export const persoonlijk = {
  naam: 'Canarinho Geheimgehouden',
  bsn: '999990019',
  geboorteDatum: '2011-11-30',
  aanmelderNaam: 'Xantippe Verklapt',
  vrijeTekst: 'Slaapt slecht sinds het ongeluk met de papegaai',
};

/** Adds a jeugdige, an aanmelding and a traject at its beginning; resolves with the state of the traject. */
export async function maakDossier(
  db: PrismaClient,
  kenmerk: string,
  aanmelderEmail = 'aanmelder@jeugdteam.example',
): Promise<TrajectToestand> {
  const toestand = begonnenTraject(kenmerk);
  const tijdstip = new Date(aanmeldingTijdstip);
  await db.aanmelding.create({
    data: {
      kenmerk,
      ingediendDoor: 'aanmelder-1',
      aanmelderNaam: persoonlijk.aanmelderNaam,
      aanmelderEmail,
      inhoud: { geprobeerd: persoonlijk.vrijeTekst },
      ontvangenTijdstip: tijdstip,
      jeugdige: {
        create: {
          naam: persoonlijk.naam,
          geboorteDatum: new Date(persoonlijk.geboorteDatum),
          bsnVersleuteld: persoonlijk.bsn,
          bsnIndex: randomUUID(),
        },
      },
      traject: {
        create: {
          versie: toestand.versie,
          spoor: toestand.spoor,
          fase: toestand.fase,
          gemeente: toestand.gemeente,
          complexiteit: toestand.complexiteit,
          wachtOp: toestand.wachtOp,
          wachtSinds: tijdstip,
          escalatieniveau: 0,
          aanmeldingTijdstip: tijdstip,
          ambitieTijdstip: new Date(toestand.ambitieTijdstip),
          toestand: toestand as unknown as Prisma.InputJsonObject,
        },
      },
    },
  });
  return toestand;
}

/** Adds a decision as a person asked for it through the API; resolves with its id. */
export async function vraagBesluit(
  db: Pick<PrismaClient, 'invoer'>,
  besluit: { kenmerk: string; soort: string; codes: Prisma.InputJsonObject; onderzoekId?: string },
): Promise<string> {
  const id = randomUUID();
  await db.invoer.create({
    data: {
      ...besluit,
      id,
      wie: 'coordinator-1',
      rol: 'coordinator',
      idempotencyKey: id,
      bodyHash: 'hash',
      vrijeTekst: { toelichting: persoonlijk.vrijeTekst },
      ingediendTijdstip: new Date(aanmeldingTijdstip),
    },
  });
  return id;
}

/** A Vastlegging of something that no person decided. */
export function vastleggingVan(traject: TrajectToestand, deel: Partial<Vastlegging> = {}): Vastlegging {
  return {
    kenmerk: traject.kenmerk,
    oorzaak: 'wekker:waarschuwing@1',
    tijdstip: aanmeldingTijdstip,
    gebeurtenis: { soort: 'ambitie-waarschuwing', codes: { ambitieTijdstip: traject.ambitieTijdstip } },
    traject,
    berichten: [],
    ...deel,
  };
}
