/** Stories in PostgreSQL as the workflows leave them, for reports over a time that has passed. */
import { randomUUID } from 'node:crypto';
import { dag } from '../../domain/beleid.ts';
import { leesSpoor } from '../../domain/kenmerk.ts';
import { trajectRij } from '../../infra/leesmodel.ts';
import type { Prisma, PrismaClient } from '../../prisma/client/client.ts';
import { begonnenTraject } from './berichten.ts';
import type { Daarna } from './feiten.ts';

/** One aanmelding with what came after it. */
export interface Opgeslagen {
  kenmerk: string;
  /** ISO 8601. */
  moment: string;
  daarna?: readonly Daarna[];
  geboorteDatum?: string;
  /** Codes that differ from a child in Den Haag that lives at home, signed up by a jeugdteam. */
  begin?: Record<string, unknown>;
}

/** Stores an aanmelding, its traject and its story. */
export async function bewaarVerhaal(db: PrismaClient, verhaal: Opgeslagen): Promise<void> {
  const { kenmerk, moment, daarna = [], geboorteDatum = '2012-04-23', begin = {} } = verhaal;
  const aanmeldingTijdstip = Date.parse(moment);
  const jeugdigeId = randomUUID();
  const codes = {
    gemeente: 'den-haag',
    verblijfplaats: 'thuis',
    organisatieSoort: 'jeugdteam',
    complexiteit: 'gewoon',
    ...(leesSpoor(kenmerk) === 'zorglogistiek' ? {} : { spoor: leesSpoor(kenmerk) }),
    ...begin,
  };
  const toestand = begonnenTraject(kenmerk, { aanmeldingTijdstip, spoor: leesSpoor(kenmerk) });
  await db.jeugdige.createMany({
    data: [
      {
        id: jeugdigeId,
        naam: 'Sam Kanarievogel',
        geboorteDatum: new Date(geboorteDatum),
        bsnVersleuteld: 'x',
        bsnIndex: jeugdigeId,
      },
    ],
  });
  await db.aanmelding.createMany({
    data: [
      {
        kenmerk,
        jeugdigeId,
        ingediendDoor: 'aanmelder-1',
        aanmelderNaam: 'Robin Kanarievogel',
        aanmelderEmail: 'robin@jeugdteam.example',
        inhoud: {},
        ontvangenTijdstip: new Date(aanmeldingTijdstip),
      },
    ],
  });
  await db.traject.createMany({ data: [trajectRij(toestand) as Prisma.TrajectCreateManyInput] });
  await db.gebeurtenis.createMany({
    data: [['aangemeld', 0, codes] as Daarna, ...daarna].map(([soort, dagen, wat = {}], plaats) => ({
      kenmerk,
      oorzaak: `test:${plaats}`,
      soort,
      tijdstip: new Date(aanmeldingTijdstip + dagen * dag),
      codes: wat as Prisma.InputJsonObject,
    })),
  });
}

/** Adds one line to a story that was stored. */
export async function bewaarRegel(
  db: PrismaClient,
  kenmerk: string,
  moment: string,
  soort: string,
  codes: Prisma.InputJsonObject = {},
): Promise<void> {
  await db.gebeurtenis.createMany({
    data: [{ kenmerk, oorzaak: `test:${randomUUID()}`, soort, tijdstip: new Date(moment), codes }],
  });
}
