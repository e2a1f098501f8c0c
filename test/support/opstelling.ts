/**
 * The whole program for a test file, on real servers: the API, a worker with the real activities, PostgreSQL, SMTP and Temporal,
 * in real or in virtual time. A test speaks to it as people do: through the API, with a token.
 */

import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, type WorkflowHandle } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { type NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import { SignJWT } from 'jose';
import type { ParsedMail } from 'mailparser';
import { type Logger, pino } from 'pino';
import { expect, inject } from 'vitest';
import { createActivities } from '../../activities/index.ts';
import { maakTransport } from '../../activities/mail/transport.ts';
import { bouwApi } from '../../api/server.ts';
import { eerstvolgendBegin } from '../../dev/virtueleTijd.ts';
import type { Aanmelding } from '../../domain/aanmelding.ts';
import { dag } from '../../domain/beleid.ts';
import type { OnderzoekBesluitSoort, TrajectBesluitSoort } from '../../domain/besluiten.ts';
import { leesOnderzoekId, trajectWorkflowId } from '../../domain/kenmerk.ts';
import { postQueueVan } from '../../domain/taskQueue.ts';
import { datumInNederland } from '../../domain/werkdagen.ts';
import { maakDatabase as verbind } from '../../infra/database.ts';
import { maakHerstel } from '../../infra/herstel.ts';
import { citUit, type Instellingen, leesInstellingen, tafelbeleidUit } from '../../infra/instellingen.ts';
import type { Klok } from '../../infra/klok.ts';
import { maakLinkzegel } from '../../infra/links.ts';
import {
  leesTemporal,
  registreerZoekattributen,
  verbindClient,
  verbindWorker,
} from '../../infra/temporal.ts';
import { zaai } from '../../prisma/seed.ts';
import './runtime.ts';
import { maakDatabase, maakSmtp, maakTijdspringer, type TestDatabase, temporal } from './servers.ts';
import { wachtTot } from './wachtTot.ts';

export interface OpstellingOpties {
  /** `virtueel`: the time-skipping server; `echt`: the dev server, in a namespace of its own. */
  tijd: 'virtueel' | 'echt';
  /** Dynamic configuration of a dev server of its own. */
  dynamisch?: Readonly<Record<string, number | boolean | string>>;
  worker?: Partial<WorkerOptions>;
  /** Value of ZL_CLAMAV; without it no scanner is set. */
  clamav?: string;
  /** Settings that differ from those of every test. */
  instellingen?: Readonly<Record<string, string>>;
  /** Servers of the test itself, instead of those of the run: it is going to kill them. */
  servers?: { databaseUrl: string; temporalAdres: string };
  /** What the API and the activities log to; without it nothing is kept. */
  logboek?: Logger;
  /** False when the test starts its worker itself, in a process of its own. */
  metWorker?: boolean;
}

export interface Antwoord {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: the answer of an API, as a client would read it
  inhoud: any;
  headers: Record<string, unknown>;
}

export interface Vraag {
  rol?: 'coordinator' | 'aanbieder' | 'aanmelder' | 'manager';
  wie?: string;
  aanbieder?: string;
  sleutel?: string;
}

export type Opstelling = Awaited<ReturnType<typeof maakOpstelling>>;

/** The example, of a jeugdige that is ten years old in the year of `nu` (ms since the epoch). */
function voorbeeldAanmelding(nu: number): Aanmelding {
  const map = join(import.meta.dirname, '../../voorbeelden');
  const aanmelding: Aanmelding = JSON.parse(
    readFileSync(join(map, 'website-behandelgroep-jeugdhulp.json'), 'utf8'),
  );
  aanmelding.jeugdige.geboorteDatum = `${new Date(nu).getUTCFullYear() - 10}-04-23`;
  return aanmelding;
}

async function maakTijd({ tijd, dynamisch, servers }: OpstellingOpties) {
  if (servers) {
    const { connectionOptions, namespace } = leesTemporal({ TEMPORAL_ADDRESS: servers.temporalAdres });
    const verbinding = await verbindClient({ connectionOptions, namespace });
    await registreerZoekattributen(verbinding, namespace);
    const nativeConnection = await verbindWorker({ connectionOptions, namespace });
    return {
      client: new Client({ connection: verbinding, namespace }),
      verbinding: nativeConnection,
      namespace,
      taskQueue: 'zorglogistiek',
      omgevingsvariabelen: { TEMPORAL_ADDRESS: servers.temporalAdres },
      springer: undefined,
      sluit: async () => {
        await verbinding.close();
        await nativeConnection.close();
      },
    };
  }
  if (tijd === 'virtueel') {
    const omgeving = await maakTijdspringer();
    // A test that begins today would see other weekends and holidays every day.
    const nu = await omgeving.currentTimeMs();
    await omgeving.sleep(eerstvolgendBegin(nu) - nu);
    return {
      // Not the client of the environment: that one lets time run on while it waits for a result.
      client: new Client({ connection: omgeving.connection }),
      verbinding: omgeving.nativeConnection,
      namespace: 'default',
      taskQueue: `zl-${randomUUID()}`,
      omgevingsvariabelen: {},
      springer: omgeving as TestWorkflowEnvironment | undefined,
      sluit: () => omgeving.teardown(),
    };
  }
  const server = await temporal(dynamisch);
  return {
    client: server.client,
    verbinding: server.nativeConnection as NativeConnection,
    namespace: server.namespace,
    taskQueue: server.taskQueue,
    omgevingsvariabelen: server.omgeving,
    springer: undefined,
    sluit: () => server.sluit(),
  };
}

function eigenDatabase(url: string): TestDatabase {
  const db = verbind(url);
  return { url, db, sluit: () => db.$disconnect() };
}

/** Starts everything; `sluit()` ends it. */
export async function maakOpstelling(opties: OpstellingOpties) {
  const [database, smtp, tijd] = await Promise.all([
    opties.servers ? eigenDatabase(opties.servers.databaseUrl) : maakDatabase(),
    maakSmtp(),
    maakTijd(opties),
  ]);
  await zaai(database.db);
  const sleutel = 'een-sleutel-alleen-voor-tests-0123456789';
  const omgevingsvariabelen: Record<string, string> = {
    DATABASE_URL: database.url,
    SMTP_URL: smtp.url,
    ZL_MAIL_VAN: 'Zorglogistiek <noreply@zorglogistiek.example>',
    ZL_TEAM_EMAIL: 'team@zorglogistiek.example',
    ZL_PUBLIC_URL: 'http://zorglogistiek.example',
    ZL_CIT_TELEFOON: '070 000 00 00 (voorbeeldnummer)',
    ZL_CIT_PAGINA: 'https://cit.zorglogistiek.example/voorbeeld',
    ZL_BREN_EMAIL: 'bren@voorbeeld.example',
    ZL_JWT_SLEUTEL: sleutel,
    ZL_BSN_SLEUTEL: Buffer.alloc(32, 7).toString('base64'),
    ZL_LINK_SLEUTEL: Buffer.alloc(32, 8).toString('base64'),
    ZL_SMS_URL: smtp.url,
    ZL_TASK_QUEUE: tijd.taskQueue,
    ZL_TEMPORAL_UI_URL: 'https://temporal.example/ui/',
    ZL_STUKKEN_MAP: join(inject('servers').map, `stukken-${randomUUID()}`),
    ...(opties.clamav ? { ZL_CLAMAV: opties.clamav } : {}),
    ZL_LOGNIVEAU: 'silent',
    // Most tests put more trajecten on a day than a table takes; those of the table say their own number.
    ZL_TAFEL_LIMIET: '50',
    ...tijd.omgevingsvariabelen,
    ...opties.instellingen,
  };
  const instellingen: Instellingen = leesInstellingen(omgevingsvariabelen);
  const logboek = opties.logboek ?? pino({ level: 'silent' });
  let virtueelNu = Date.now();
  const klok: Klok = { nu: () => (tijd.springer ? virtueelNu : Date.now()) };
  const kijkOpDeKlok = async () => {
    if (tijd.springer) virtueelNu = await tijd.springer.currentTimeMs();
    return klok.nu();
  };
  await kijkOpDeKlok();

  const delen = { db: database.db, temporal: tijd.client, instellingen, klok, logboek };
  const herstel = maakHerstel({ ...delen, taskQueue: tijd.taskQueue });
  const mail = maakTransport(smtp.url);
  const activities = createActivities({
    db: database.db,
    mail,
    mailVan: instellingen.ZL_MAIL_VAN,
    teamEmail: instellingen.ZL_TEAM_EMAIL,
    basisUrl: instellingen.ZL_PUBLIC_URL,
    brenEmail: instellingen.ZL_BREN_EMAIL,
    cit: citUit(instellingen),
    klok,
    logboek,
    zegel: maakLinkzegel(instellingen.ZL_LINK_SLEUTEL),
    tafelbeleid: tafelbeleidUit(instellingen),
    doorbraakRitme: instellingen.ZL_DOORBRAAK_RITME,
    uitvraagbeleid: { perMinuut: instellingen.ZL_UITVRAAG_PER_MINUUT },
    herstel,
  });
  const api = await bouwApi(delen);

  const workers: { worker: Worker; klaar: Promise<void> }[] = [];
  /** Starts the two workers of a process in this one; `stop()` lets them end what they are doing. */
  const startWorker = async (extra: Partial<WorkerOptions> = {}) => {
    const gedeeld = {
      connection: tijd.verbinding,
      namespace: tijd.namespace,
      activities,
      shutdownGraceTime: '5s',
    } as const;
    const hoofd = await Worker.create({
      ...gedeeld,
      taskQueue: tijd.taskQueue,
      workflowBundle: { codePath: inject('servers').bundel },
      ...opties.worker,
      ...extra,
    });
    const post = await Worker.create({
      ...gedeeld,
      taskQueue: postQueueVan(tijd.taskQueue),
      maxConcurrentActivityTaskExecutions: 200,
    });
    const lopend = [hoofd, post].map((worker) => ({ worker, klaar: worker.run() }));
    workers.push(...lopend);
    return {
      stop: async () => {
        for (const { worker } of lopend) worker.shutdown();
        await Promise.all(lopend.map(({ klaar }) => klaar));
        for (const een of lopend) workers.splice(workers.indexOf(een), 1);
      },
    };
  };
  if (opties.metWorker !== false) await startWorker();

  const token = ({ rol = 'coordinator', wie, aanbieder }: Vraag): Promise<string> =>
    new SignJWT({ rol, ...(aanbieder ? { aanbieder } : {}) })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(wie ?? `${rol}-1`)
      .setIssuedAt(Math.floor(klok.nu() / 1000))
      .setExpirationTime(Math.floor(klok.nu() / 1000) + 3600)
      .sign(new TextEncoder().encode(sleutel));

  const vraag = async (
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    inhoud?: unknown,
    wie: Vraag = {},
  ): Promise<Antwoord> => {
    await kijkOpDeKlok();
    const antwoord = await api.inject({
      method,
      url,
      headers: {
        authorization: `Bearer ${await token(wie)}`,
        ...(method === 'POST' ? { 'idempotency-key': wie.sleutel ?? randomUUID() } : {}),
      },
      ...(inhoud === undefined ? {} : { payload: inhoud as object }),
    });
    return {
      status: antwoord.statusCode,
      inhoud: antwoord.body ? antwoord.json() : undefined,
      headers: antwoord.headers,
    };
  };

  const gelukt = (antwoord: Antwoord, status: number) => {
    expect(antwoord.inhoud).toEqual(expect.anything());
    if (antwoord.status !== status)
      throw new Error(`status ${antwoord.status}: ${JSON.stringify(antwoord.inhoud)}`);
    return antwoord.inhoud;
  };

  return {
    db: database.db,
    smtp,
    client: tijd.client,
    /** For a worker of the test itself. */
    verbinding: tijd.verbinding,
    namespace: tijd.namespace,
    api,
    instellingen,
    omgevingsvariabelen,
    herstel,
    vraag,
    token,
    startWorker,
    nu: kijkOpDeKlok,
    /** The calendar day in the Netherlands, so many days from now, yyyy-mm-dd. */
    datum: async (dagen: number) => datumInNederland((await kijkOpDeKlok()) + dagen * dag),
    /** Signs a fictional jeugdige up; resolves with the kenmerk. */
    meldAan: async (wijzig: (a: Aanmelding) => void = () => {}): Promise<string> => {
      const aanmelding = voorbeeldAanmelding(await kijkOpDeKlok());
      wijzig(aanmelding);
      return gelukt(await vraag('POST', '/v1/aanmeldingen', aanmelding, { rol: 'aanmelder' }), 201).kenmerk;
    },
    /** Takes a decision as coördinator; fails when it is refused. */
    besluit: async (kenmerk: string, soort: TrajectBesluitSoort, inhoud: object, wie: Vraag = {}) =>
      gelukt(await vraag('POST', `/v1/trajecten/${kenmerk}/${soort}`, inhoud, wie), 200),
    /** Speaks as the aanbieder of an onderzoek; fails when it is refused. */
    aanbiederZegt: async (onderzoekId: string, soort: OnderzoekBesluitSoort, inhoud: object = {}) => {
      const wie: Vraag = { rol: 'aanbieder', aanbieder: leesOnderzoekId(onderzoekId)?.aanbieder ?? '' };
      return gelukt(await vraag('POST', `/v1/onderzoeken/${onderzoekId}/${soort}`, inhoud, wie), 200);
    },
    traject: async (kenmerk: string) => gelukt(await vraag('GET', `/v1/trajecten/${kenmerk}`), 200),
    onderzoek: async (id: string) => gelukt(await vraag('GET', `/v1/onderzoeken/${id}`), 200),
    /** The story of a traject: the kinds of what happened, oldest first. */
    verhaal: async (kenmerk: string): Promise<string[]> =>
      gelukt(await vraag('GET', `/v1/trajecten/${kenmerk}/gebeurtenissen`), 200).gebeurtenissen.map(
        (gebeurtenis: { soort: string }) => gebeurtenis.soort,
      ),
    workflow: (id: string): WorkflowHandle => tijd.client.workflow.getHandle(id),
    trajectWorkflow: (kenmerk: string): WorkflowHandle =>
      tijd.client.workflow.getHandle(trajectWorkflowId(kenmerk)),
    /** Mails with this kenmerk in the subject, as they arrived. */
    mails: (kenmerk: string): ParsedMail[] =>
      smtp.berichten.filter((bericht) => bericht.subject?.includes(kenmerk)),
    /** Lets virtual time pass, once every mail that is under way has left: a jump in the middle of one is a time-out. */
    verstrijk: async (duur: string | number): Promise<void> => {
      if (!tijd.springer) throw new Error('only virtual time can pass at once');
      await wachtTot(
        () => database.db.bericht.count({ where: { status: { in: ['klaar', 'onbekend'] } } }),
        (onderweg) => onderweg === 0,
      );
      await tijd.springer.sleep(duur as never);
      await kijkOpDeKlok();
    },
    sluit: async () => {
      await api.close();
      for (const { worker } of workers) worker.shutdown();
      await Promise.all(workers.map(({ klaar }) => klaar));
      mail.close();
      await Promise.all([database.sluit(), smtp.sluit(), tijd.sluit()]);
    },
  };
}
