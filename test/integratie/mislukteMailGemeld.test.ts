import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createActivities } from '../../activities/index.ts';
import { type Mailtransport, maakTransport } from '../../activities/mail/transport.ts';
import type { BerichtOpdracht } from '../../domain/berichten.ts';
import { zaai } from '../../prisma/seed.ts';
import { maakDossier, vastleggingVan } from '../support/dossier.ts';
import { aanTeBieden, mailInstellingen } from '../support/mail.ts';
import { maakDatabase, maakSmtp, type Smtp, type TestDatabase } from '../support/servers.ts';

const nu = Date.UTC(2025, 4, 2, 9);
const aanmelderEmail = 'x.verklapt@jeugdteam.example';
const coordinatorEmail = 'coordinator-1@zorglogistiek.example';
const { teamEmail } = mailInstellingen;
const aanCoordinator: BerichtOpdracht = {
  soort: 'schadelijk-wachtend',
  aan: { wie: 'coordinator' },
  gelegenheid: 'schadelijk',
  gegevens: {},
};

let database: TestDatabase;
let smtp: Smtp;
let mail: Mailtransport;
let kenmerk: string;
let log: string[];
let volgnummer = 0;

beforeAll(async () => {
  [database, smtp] = await Promise.all([maakDatabase(), maakSmtp()]);
  await zaai(database.db);
});
afterAll(() => Promise.all([database.sluit(), smtp.sluit()]));
beforeEach(async () => {
  volgnummer += 1;
  kenmerk = `ZL-2025-${String(volgnummer).padStart(4, '0')}`;
  log = [];
  mail = maakTransport(smtp.url);
  smtp.weigert.clear();
  await smtp.zet('aan');
});
afterEach(() => mail.close());

/** Registers the mails of a traject with or without a coördinator; gives the activity that sends them. */
async function legKlaar(berichten: BerichtOpdracht[], coordinator?: string) {
  const begin = await maakDossier(database.db, kenmerk, aanmelderEmail);
  const activiteiten = createActivities({
    ...mailInstellingen,
    db: database.db,
    mail,
    klok: { nu: () => nu },
    logboek: pino({}, { write: (regel: string) => log.push(regel) }),
    herstel: async () => {},
  });
  const traject = { ...begin, versie: 1, ...(coordinator ? { coordinator } : {}) };
  await activiteiten.legVast(vastleggingVan(traject, { berichten }));
  return () => activiteiten.verstuur({ kenmerk, berichten });
}

const register = async () =>
  (await database.db.bericht.findMany({ where: { kenmerk }, orderBy: { klaarTijdstip: 'asc' } })).map(
    ({ soort, geadresseerde, status }) => [soort, geadresseerde, status],
  );
const aangekomen = () => smtp.berichten.filter(({ subject }) => subject?.includes(kenmerk));

describe('een e-mail die voorgoed is geweigerd', () => {
  it('wordt aan de coördinator verteld: welke, en voor wie als code, zonder adres', async () => {
    smtp.weigert.add(aanmelderEmail);
    const stuur = await legKlaar([aanTeBieden], 'coordinator-1');
    await stuur();
    await stuur();
    expect(await register()).toEqual([
      ['naar-bespreking', 'aanmelder', 'mislukt'],
      ['bericht-mislukt', 'coordinator-1', 'verzonden'],
    ]);
    const [melding, ...rest] = aangekomen();
    expect(rest).toEqual([]);
    expect(melding).toMatchObject({
      subject: `Een e-mail kan niet worden bezorgd (${kenmerk})`,
      to: { text: coordinatorEmail },
      text: expect.stringContaining(`De e-mail “naar-bespreking” aan aanmelder over ${kenmerk}`),
    });
    expect(`${melding?.text}${melding?.html}`).not.toMatch(/verklapt|@jeugdteam/i);
  });

  it('wordt aan het team verteld als het traject nog geen coördinator heeft', async () => {
    smtp.weigert.add(aanmelderEmail);
    await (await legKlaar([aanTeBieden]))();
    expect(aangekomen().map(({ to }) => to)).toMatchObject([{ text: teamEmail }]);
  });

  it('wordt aan het team verteld als het een e-mail aan de coördinator zelf was', async () => {
    smtp.weigert.add(coordinatorEmail);
    await (await legKlaar([aanCoordinator], 'coordinator-1'))();
    expect(await register()).toEqual([
      ['schadelijk-wachtend', 'coordinator-1', 'mislukt'],
      ['bericht-mislukt', 'team', 'verzonden'],
    ]);
    expect(aangekomen().map(({ to }) => to)).toMatchObject([{ text: teamEmail }]);
  });

  it('wordt bij een volgende poging verteld als de mailserver er dan pas is, één keer', async () => {
    smtp.weigert.add(aanmelderEmail);
    await smtp.zet('weigertTijdelijk');
    const stuur = await legKlaar([aanTeBieden], 'coordinator-1');
    await expect(stuur()).rejects.toMatchObject({ type: 'mail-later' });
    expect(await register()).toEqual([
      ['naar-bespreking', 'aanmelder', 'mislukt'],
      ['bericht-mislukt', 'coordinator-1', 'klaar'],
    ]);
    await smtp.zet('aan');
    await stuur();
    await stuur();
    expect(aangekomen().map(({ to }) => to)).toMatchObject([{ text: coordinatorEmail }]);
  });

  it('maakt geen nieuwe melding als zij zelf een melding was: dan blijft het bij het register en het logboek', async () => {
    await smtp.zet('weigertBlijvend');
    const stuur = await legKlaar([aanTeBieden], 'coordinator-1');
    await stuur();
    await stuur();
    expect(await register()).toEqual([
      ['naar-bespreking', 'aanmelder', 'mislukt'],
      ['bericht-mislukt', 'coordinator-1', 'mislukt'],
    ]);
    expect(log.map((regel) => JSON.parse(regel).soort)).toEqual(['naar-bespreking', 'bericht-mislukt']);
    expect(log.join()).not.toMatch(/@|verklapt/i);
  });
});
