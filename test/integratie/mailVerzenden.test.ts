/** Every fate of an e-mail: what the register says afterwards, and how many mails really arrived. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { ApplicationFailure } from '@temporalio/activity';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createActivities } from '../../activities/index.ts';
import { type Mailtransport, maakTransport } from '../../activities/mail/transport.ts';
import { verstuur } from '../../activities/versturen.ts';
import { dag } from '../../domain/beleid.ts';
import type { BerichtOpdracht } from '../../domain/berichten.ts';
import type { TrajectToestand } from '../../domain/traject.ts';
import { maakDatabase as verbind } from '../../infra/database.ts';
import type { Bericht } from '../../prisma/client/client.ts';
import { zaai } from '../../prisma/seed.ts';
import { maakDossier, vastleggingVan } from '../support/dossier.ts';
import { aanTeBieden, luister, maakEigenSmtp, mailInstellingen } from '../support/mail.ts';
import { maakDatabase, maakSmtp, type Smtp, type TestDatabase } from '../support/servers.ts';

const nu = Date.UTC(2025, 4, 2, 9);
const aanmelderEmail = 'x.verklapt@jeugdteam.example';
const aanAanbieder: BerichtOpdracht = {
  soort: 'gekozen',
  aan: { wie: 'aanbieder', aanbieder: 'aanbieder-01' },
  gelegenheid: 'invoer-1',
  gegevens: {},
};

let database: TestDatabase;
let smtp: Smtp;
let traject: TrajectToestand;
let kenmerk: string;
let log: string[] = [];
let transporten: Mailtransport[] = [];
let volgnummer = 0;

beforeAll(async () => {
  [database, smtp] = await Promise.all([maakDatabase(), maakSmtp()]);
  await zaai(database.db);
});
afterAll(() => Promise.all([database.sluit(), smtp.sluit()]));

beforeEach(async () => {
  log = [];
  volgnummer += 1;
  kenmerk = `ZL-2025-${String(volgnummer).padStart(4, '0')}`;
  traject = await maakDossier(database.db, kenmerk, aanmelderEmail);
  smtp.weigert.clear();
  smtp.steedsLater.clear();
  await smtp.zet('aan');
});
afterEach(() => {
  for (const transport of transporten) transport.close();
  transporten = [];
  expect(log.join()).not.toMatch(/@|verklapt/i);
});

function deps(smtpUrl = smtp.url, tijdstip = nu) {
  const mail = maakTransport(smtpUrl);
  transporten.push(mail);
  return {
    ...mailInstellingen,
    db: database.db,
    mail,
    klok: { nu: () => tijdstip },
    logboek: pino({}, { write: (regel: string) => log.push(regel) }),
    herstel: async () => {},
  };
}

/** Stores the e-mails and gives the activity that sends them. */
async function legKlaar(berichten: BerichtOpdracht[] = [aanTeBieden], smtpUrl = smtp.url) {
  const activiteiten = createActivities(deps(smtpUrl));
  await activiteiten.legVast(vastleggingVan(traject, { berichten }));
  return () => activiteiten.verstuur({ kenmerk, berichten });
}

const register = () =>
  database.db.bericht.findMany({
    where: { kenmerk },
    orderBy: [{ klaarTijdstip: 'asc' }, { soort: 'desc' }],
    select: {
      geadresseerde: true,
      status: true,
      pogingen: true,
      onzekerePogingen: true,
      smtpCode: true,
      verzondenTijdstip: true,
    },
  });
const aangekomen = () => smtp.berichten.filter(({ subject }) => subject?.includes(kenmerk));

/** The failure, which can be tried again and names nobody. */
async function fout(
  belofte: Promise<unknown>,
): Promise<{ type: string | null | undefined; message: string }> {
  const uitkomst = await belofte.then(
    () => undefined,
    (reden: unknown) => reden,
  );
  expect(uitkomst).toBeInstanceOf(ApplicationFailure);
  const { type, message, nonRetryable, cause } = uitkomst as ApplicationFailure;
  expect(nonRetryable).toBe(false);
  expect(cause).toBeUndefined();
  expect(message).toMatch(new RegExp(`^(Van )?E-mail "[a-z-]+" van ${kenmerk} `, 'i'));
  expect(message).not.toMatch(/@|verklapt/i);
  return { type, message };
}

describe('een e-mail die wordt aangenomen', () => {
  it('staat als verzonden in het register, en gaat niet nog een keer', async () => {
    const stuur = await legKlaar();
    await stuur();
    await stuur();
    expect(await register()).toEqual([
      {
        geadresseerde: 'aanmelder',
        status: 'verzonden',
        pogingen: 1,
        onzekerePogingen: 0,
        smtpCode: null,
        verzondenTijdstip: new Date(nu),
      },
    ]);
    expect(aangekomen()).toHaveLength(1);
  });

  it('gaat naar het adres van nu, niet naar dat van toen', async () => {
    const stuur = await legKlaar([aanAanbieder]);
    const nieuw = 'nieuw@aanbieder-01.example';
    await database.db.contact.update({ where: { code: 'aanbieder-01-contact-1' }, data: { email: nieuw } });
    await stuur();
    expect(aangekomen().map(({ to }) => to)).toMatchObject([{ text: nieuw }]);
  });

  it('hoort bij één oorzaak: die van een andere blijft liggen', async () => {
    await legKlaar([{ ...aanTeBieden, gelegenheid: 'invoer-2' }]);
    await createActivities(deps()).verstuur({ kenmerk, berichten: [aanTeBieden] });
    await createActivities(deps()).verstuur({ kenmerk, berichten: [] });
    expect(await register()).toMatchObject([{ status: 'klaar', pogingen: 0 }]);
  });
});

describe('een e-mail die nu niet kan', () => {
  it('blijft klaarstaan als de server later zegt (4xx), en gaat dan één keer', async () => {
    const stuur = await legKlaar();
    await smtp.zet('weigertTijdelijk');
    const { type, message } = await fout(stuur());
    expect(type).toBe('mail-later');
    expect(message).toContain('(451)');
    expect(await register()).toMatchObject([{ status: 'klaar', pogingen: 1, onzekerePogingen: 0 }]);
    await smtp.zet('aan');
    await stuur();
    expect(await register()).toMatchObject([{ status: 'verzonden', pogingen: 2, onzekerePogingen: 0 }]);
    expect(aangekomen()).toHaveLength(1);
  });

  it('blijft klaarstaan als de server óns weigert: dat ligt niet aan het adres', async () => {
    const stuur = await legKlaar();
    await smtp.zet('weigertAfzender');
    const { type, message } = await fout(stuur());
    expect(type).toBe('mail-later');
    expect(message).toContain('(550)');
    expect(await register()).toMatchObject([{ status: 'klaar', pogingen: 1, onzekerePogingen: 0 }]);
    await smtp.zet('aan');
    await stuur();
    expect(aangekomen()).toHaveLength(1);
  });

  it('blijft klaarstaan als de server er niet is', async () => {
    const stuur = await legKlaar();
    await smtp.zet('uit');
    const { type, message } = await fout(stuur());
    expect(type).toBe('mail-later');
    expect(message).toContain('(ECONNREFUSED)');
    expect(await register()).toMatchObject([{ status: 'klaar', pogingen: 1, onzekerePogingen: 0 }]);
    await smtp.zet('aan');
    await stuur();
    expect(aangekomen()).toHaveLength(1);
  });

  const wegvallers: [string, (socket: Socket) => void][] = [
    ['voor de begroeting', (socket) => void socket.destroy()],
    [
      'voor de inhoud',
      (socket) => {
        socket.write('220 hallo\r\n');
        socket.on('data', (regel) => {
          if (regel.toString().startsWith('EHLO')) socket.write('250 hallo\r\n');
          else socket.destroy();
        });
      },
    ],
  ];
  it.each(wegvallers)('blijft klaarstaan als de verbinding %s wegvalt', async (_wanneer, gesprek) => {
    const wegvaller = createServer(gesprek);
    const stuur = await legKlaar([aanTeBieden], await luister(wegvaller));
    expect((await fout(stuur())).type).toBe('mail-later');
    expect(await register()).toMatchObject([{ status: 'klaar', pogingen: 1, onzekerePogingen: 0 }]);
    wegvaller.close();
    await once(wegvaller, 'close');
  });

  it('houdt de andere e-mails van dezelfde oorzaak niet tegen', async () => {
    const aangeboden: string[] = [];
    const eigen = await maakEigenSmtp({
      onRcptTo({ address }, _sessie, klaar) {
        aangeboden.push(address);
        klaar(address === aanmelderEmail ? Object.assign(new Error('later'), { responseCode: 450 }) : null);
      },
      onData: (stroom, _sessie, klaar) => void stroom.resume().on('end', () => klaar()),
    });
    const stuur = await legKlaar([aanTeBieden, aanAanbieder], eigen.url);
    expect((await fout(stuur())).message).toContain('naar-bespreking');
    expect(aangeboden).toHaveLength(2);
    expect(await register()).toMatchObject([{ status: 'klaar' }, { status: 'verzonden' }]);
    await eigen.sluit();
  });

  it('staat met zijn oorzaak vast, ook als de mailserver pas later terugkomt', async () => {
    await smtp.zet('uit');
    const { meld } = createActivities(deps());
    const v = vastleggingVan({ ...traject, versie: 1 }, { berichten: [aanTeBieden] });
    expect((await fout(meld(v))).type).toBe('mail-later');
    await smtp.zet('aan');
    await meld(v);
    expect(await database.db.gebeurtenis.count({ where: { kenmerk } })).toBe(1);
    expect(await register()).toMatchObject([{ status: 'verzonden', pogingen: 2, onzekerePogingen: 0 }]);
    expect(aangekomen()).toHaveLength(1);
  });
});

describe('een e-mail die nooit kan', () => {
  async function wordtTaak(smtpCode: number | null) {
    const [mail, melding] = await register();
    expect(mail).toMatchObject({ status: 'mislukt', smtpCode, verzondenTijdstip: null });
    expect(melding).toMatchObject({ geadresseerde: 'team', status: 'verzonden' });
    const audit = await database.db.auditRegel.findMany({ where: { kenmerk, wat: 'bericht-mislukt' } });
    expect(audit).toMatchObject([{ wie: 'systeem', rol: 'systeem', tijdstip: new Date(nu) }]);
    expect(log.map((regel) => JSON.parse(regel))).toMatchObject([{ level: 50, kenmerk, smtpCode }]);
  }

  it('is een taak voor een persoon als de server hem weigert (5xx), en geen fout', async () => {
    const stuur = await legKlaar();
    smtp.weigert.add(aanmelderEmail);
    await stuur();
    await wordtTaak(550);
    const aangeboden = smtp.pogingen;
    smtp.weigert.clear();
    await stuur();
    expect(smtp.pogingen).toBe(aangeboden);
    expect(aangekomen().map(({ to }) => to)).toMatchObject([{ text: mailInstellingen.teamEmail }]);
  });

  it('is een taak als de server vijf dagen lang van dit adres zegt dat het later moet', async () => {
    await legKlaar();
    smtp.steedsLater.add(aanmelderEmail);
    const [{ klaarTijdstip }] = (await database.db.bericht.findMany({ where: { kenmerk } })) as [Bericht];
    const na = (duur: number) =>
      createActivities(deps(smtp.url, klaarTijdstip.getTime() + duur)).verstuur({
        kenmerk,
        berichten: [aanTeBieden],
      });
    expect((await fout(na(5 * dag - 1))).type).toBe('mail-later');
    expect(await register()).toMatchObject([{ status: 'klaar', pogingen: 1 }]);
    await na(5 * dag);
    expect(await register()).toMatchObject([
      { status: 'mislukt', smtpCode: 451 },
      { geadresseerde: 'team', status: 'verzonden' },
    ]);
    smtp.steedsLater.clear();
    await na(5 * dag);
    expect(aangekomen().map(({ to }) => to)).toMatchObject([{ text: mailInstellingen.teamEmail }]);
  });

  it('blijft ook na vijf dagen klaarstaan als de server er al die tijd niet is', async () => {
    await legKlaar();
    await smtp.zet('uit');
    const veelLater = createActivities(deps(smtp.url, nu + 30 * dag));
    const nogEens = () => veelLater.verstuur({ kenmerk, berichten: [aanTeBieden] });
    expect((await fout(nogEens())).type).toBe('mail-later');
    expect(await register()).toMatchObject([{ status: 'klaar', pogingen: 1 }]);
    // The first answer after the outage is no five days of refusals.
    await smtp.zet('aan');
    smtp.steedsLater.add(aanmelderEmail);
    expect((await fout(nogEens())).message).toContain('(451)');
    expect(await register()).toMatchObject([{ status: 'klaar', pogingen: 2, smtpCode: 451 }]);
    smtp.steedsLater.clear();
    await nogEens();
    expect(await register()).toMatchObject([{ status: 'verzonden', smtpCode: null }]);
  });

  it.each([
    ['een regeleinde', 'x@jeugdteam.example\r\nBcc: ander@elders.example'],
    ['twee adressen', 'x@jeugdteam.example, ander@elders.example'],
    ['geen domein', 'x'],
  ])('is een taak als het adres %s bevat: aan hem gaat er niets uit', async (_naam, adres) => {
    const stuur = await legKlaar();
    await database.db.aanmelding.update({ where: { kenmerk }, data: { aanmelderEmail: adres } });
    await stuur();
    await wordtTaak(null);
    expect(aangekomen().map(({ to }) => to)).toMatchObject([{ text: mailInstellingen.teamEmail }]);
  });

  it('is een taak als de ontvanger er niet meer is', async () => {
    const contact = { aanbieder: 'aanbieder-07', volgorde: 1 };
    const stuur = await legKlaar([{ ...aanAanbieder, aan: { wie: 'aanbieder', aanbieder: 'aanbieder-07' } }]);
    await database.db.contact.delete({ where: { aanbieder_volgorde: contact } });
    await stuur();
    await wordtTaak(null);
  });
});

describe('het venster dat SMTP niet kan sluiten', () => {
  /** After an attempt of which the end is not known: counted, and the same Message-ID again. */
  async function gaatGeteldNogEens() {
    expect(await register()).toMatchObject([{ status: 'onbekend', pogingen: 1, onzekerePogingen: 0 }]);
    await createActivities(deps()).verstuur({ kenmerk, berichten: [aanTeBieden] });
    expect(await register()).toMatchObject([{ status: 'verzonden', pogingen: 2, onzekerePogingen: 1 }]);
    expect(log.map((regel) => JSON.parse(regel))).toMatchObject([
      { level: 40, kenmerk, soort: 'naar-bespreking' },
    ]);
  }

  it('wordt geteld als de verbinding na de laatste punt wegvalt', async () => {
    const stuur = await legKlaar();
    await smtp.zet('valtWegNaPunt');
    expect((await fout(stuur())).type).toBe('mail-onbekend');
    expect(aangekomen()).toHaveLength(1);
    await smtp.zet('aan');
    await gaatGeteldNogEens();
    const [eerste, tweede] = aangekomen().map(({ messageId }) => messageId);
    expect(aangekomen()).toHaveLength(2);
    expect(tweede).toBe(eerste);
  });

  it('wordt geteld als het register niet meer kon worden bijgewerkt', async () => {
    const stuur = await legKlaar();
    await database.db.$executeRaw`
      CREATE FUNCTION houd_tegen() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$`;
    await database.db.$executeRaw`
      CREATE TRIGGER houd_tegen BEFORE UPDATE ON "Bericht" FOR EACH ROW WHEN (NEW."status" = 'verzonden')
      EXECUTE FUNCTION houd_tegen()`;
    await expect(stuur()).rejects.toThrow();
    await database.db.$executeRaw`DROP FUNCTION houd_tegen CASCADE`;
    expect(aangekomen()).toHaveLength(1);
    await gaatGeteldNogEens();
    expect(aangekomen()).toHaveLength(2);
  });

  it('wordt geteld als de worker wordt gedood terwijl hij op het antwoord wacht', async () => {
    await legKlaar();
    let ontvangen = () => {};
    const isOntvangen = new Promise<void>((klaar) => {
      ontvangen = klaar;
    });
    const zwijger = await maakEigenSmtp({ onData: (stroom) => void stroom.resume().on('end', ontvangen) });
    const kind = spawn(
      process.execPath,
      [
        '--import',
        'tsx',
        join(import.meta.dirname, '../support/verstuurKind.ts'),
        database.url,
        zwijger.url,
        kenmerk,
      ],
      { stdio: 'ignore' },
    );
    await isOntvangen;
    kind.kill('SIGKILL');
    await once(kind, 'exit');
    await zwijger.sluit();
    await gaatGeteldNogEens();
    expect(aangekomen()).toHaveLength(1);
  });

  it('gaat niet open zonder het register: dan vertrekt er niets', async () => {
    await legKlaar();
    const dicht = verbind('postgresql://postgres:test@127.0.0.1:9/weg');
    const aangeboden = smtp.pogingen;
    const { verstuur: stuur } = createActivities({ ...deps(), db: dicht });
    await expect(stuur({ kenmerk, berichten: [aanTeBieden] })).rejects.toThrow();
    await dicht.$disconnect();
    expect(smtp.pogingen).toBe(aangeboden);
    expect(await register()).toMatchObject([{ status: 'klaar', pogingen: 0 }]);
  });
});

describe('een poging die te lang duurt', () => {
  it('breekt af voor er iets is overgedragen; wie nog niet aan de beurt was, gaat de volgende keer voor', async () => {
    await legKlaar([aanTeBieden, aanAanbieder]);
    const einde = new AbortController();
    const hangend = new Set<Socket>();
    const stil = createServer((socket) => {
      hangend.add(socket);
      einde.abort();
    });
    const stilleDeps = deps(await luister(stil));
    const opdracht = { kenmerk, berichten: [aanTeBieden, aanAanbieder] };
    const { type, message } = await fout(verstuur(stilleDeps, opdracht, einde.signal));
    expect(type).toBe('mail-later');
    expect(message).toContain('(EABORT)');
    const na = await register();
    expect(na.map(({ status }) => status)).toEqual(['klaar', 'klaar']);
    expect(na.map(({ pogingen }) => pogingen).sort()).toEqual([0, 1]);
    for (const socket of hangend) socket.destroy();
    stil.close();
    await once(stil, 'close');

    await createActivities(deps()).verstuur(opdracht);
    const volgorde = aangekomen().map(({ subject }) =>
      subject?.startsWith('U pakt') ? 'gekozen' : 'naar-bespreking',
    );
    const eerstGeprobeerd = na[0]?.pogingen === 1 ? 'naar-bespreking' : 'gekozen';
    expect(volgorde).toHaveLength(2);
    expect(volgorde[1]).toBe(eerstGeprobeerd);
  });

  it('is onbekend als de inhoud al was overgedragen', async () => {
    await legKlaar();
    const einde = new AbortController();
    const zwijger = await maakEigenSmtp({
      onData: (stroom) => void stroom.resume().on('end', () => einde.abort()),
    });
    const opdracht = { kenmerk, berichten: [aanTeBieden] };
    expect((await fout(verstuur(deps(zwijger.url), opdracht, einde.signal))).type).toBe('mail-onbekend');
    expect(await register()).toMatchObject([{ status: 'onbekend', pogingen: 1 }]);
    await zwijger.sluit();
  });
});
