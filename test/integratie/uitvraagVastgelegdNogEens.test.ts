/** What is told of an uitvraag is the same when its storing is tried again, whatever has changed in between, and fits what is published. */
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { legUitvraagVast } from '../../activities/uitvragen.ts';
import { berichtVerouderd, berichtZonderContact, type UitvraagVastlegging } from '../../domain/uitvraag.ts';
import { uitvraagId } from '../../domain/uitvraagCodes.ts';
import { legPublicatieVast } from '../../infra/rapportage.ts';
import { zaai } from '../../prisma/seed.ts';
import { mailInstellingen } from '../support/mail.ts';
import { maakDatabase, type TestDatabase } from '../support/servers.ts';
import { wachtTot } from '../support/wachtTot.ts';
import { antwoordMet, vak } from '../support/wachttijden.ts';
import { bewaarUitvraag, publiceerWachttijden } from '../support/wachttijdrijen.ts';

let database: TestDatabase;
let code: string;
let kwartaal = 0;
beforeAll(async () => {
  database = await maakDatabase();
  await zaai(database.db);
});
afterAll(() => database.sluit());

const cijfers = antwoordMet([vak('lvb', 'ambulant', 60, 30, 20)]);
const aanbieder = 'aanbieder-01';
beforeEach(async () => {
  kwartaal += 1;
  code = `2024-K${kwartaal}`;
  await bewaarUitvraag(database.db, code, [cijfers]);
  await database.db.uitvraagAanbieder.createMany({ data: [{ uitvraag: code, aanbieder }] });
});

const leg = (v: UitvraagVastlegging) =>
  legUitvraagVast(
    { db: database.db, mailVan: mailInstellingen.mailVan, logboek: pino({ level: 'silent' }) },
    v,
  );
const stap = (nummer: number) => ({
  kenmerk: uitvraagId(code),
  tijdstip: Date.UTC(2025, 8, nummer),
  berichten: [],
});

function begin(): UitvraagVastlegging {
  const stand = { code, versie: 1, status: 'open', herinneringen: 0 } as const;
  return { ...stap(1), oorzaak: 'start', wat: 'uitvraag-begonnen', stand };
}

/** An answer after the closing, as the workflow has it stored. */
async function antwoord(nummer: number): Promise<UitvraagVastlegging> {
  const id = randomUUID();
  const { kenmerk, tijdstip, berichten } = stap(nummer);
  const vraag = { soort: 'antwoord', codes: { aanbieder } };
  await database.db.invoer.create({
    data: {
      id,
      wie: 'aanbieder-01-contact-1',
      rol: 'aanbieder',
      idempotencyKey: id,
      bodyHash: 'hash',
      kenmerk,
      ...vraag,
      vrijeTekst: { kwartaal: { ...cijfers, verschillen: [] } },
      ingediendTijdstip: new Date(tijdstip),
    },
  });
  const invoer = { id, ...vraag, antwoord: {} };
  const stand = { code, versie: nummer, status: 'gesloten', herinneringen: 0 } as const;
  return {
    kenmerk,
    tijdstip,
    berichten,
    oorzaak: `invoer:${id}`,
    wat: 'uitvraag-beantwoord',
    stand,
    aanbieder,
    invoer,
  };
}

describe('wat er van een uitvraag wordt gemeld', () => {
  it('is bij een nieuwe poging wat eerder is vastgelegd: wie geen contact had', async () => {
    const { db } = database;
    const contacten = await db.contact.findMany({ where: { aanbieder } });
    await db.contact.deleteMany({ where: { aanbieder } });
    const eerst = await leg(begin());
    expect(eerst).toEqual([berichtZonderContact([aanbieder])]);
    await db.contact.createMany({ data: contacten });
    expect(await leg(begin())).toEqual(eerst);

    // And the other way round: what was no news stays none.
    const tweede = { ...begin(), oorzaak: 'start-2', tijdstip: Date.UTC(2025, 9, 1) };
    expect(await leg(tweede)).toEqual([]);
    await db.contact.deleteMany({ where: { aanbieder } });
    expect(await leg(tweede)).toEqual([]);
    await db.contact.createMany({ data: contacten });
  });

  it('is bij een nieuwe poging wat eerder is vastgelegd: welke publicatie verouderd is', async () => {
    await publiceerWachttijden(database.db, code);
    const eerste = await antwoord(2);
    const gemeld = await leg(eerste);
    expect(gemeld).toEqual([berichtVerouderd(1)]);
    await publiceerWachttijden(database.db, code);
    expect(await leg(eerste)).toEqual(gemeld);
    expect(await leg(await antwoord(3))).toEqual([berichtVerouderd(2)]);
    expect(await leg(eerste)).toEqual(gemeld);
  });

  it('gaat over de publicatie die er is als het antwoord wordt vastgelegd: een antwoord wacht op wie publiceert', async () => {
    const { db } = database;
    await publiceerWachttijden(db, code);
    const v = await antwoord(2);
    let gemeld: ReturnType<typeof leg> | undefined;
    await db.$transaction(async (tx) => {
      const publicatie = { soort: 'wachttijden', periode: code, versie: 2 } as const;
      const door = { wie: 'manager-1', rol: 'manager', reden: 'Een laat antwoord.' };
      await legPublicatieVast(tx, db, { ...publicatie, ...door }, Date.now());
      gemeld = leg(v);
      await wachtTot(
        () => db.$queryRaw<unknown[]>`
          SELECT 1 FROM pg_stat_activity
          WHERE "datname" = current_database() AND "wait_event_type" = 'Lock'`,
        (wachtend) => wachtend.length > 0,
      );
    });
    expect(await gemeld).toEqual([berichtVerouderd(2)]);
  });
});
