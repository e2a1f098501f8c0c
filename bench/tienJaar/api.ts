/** The API on a generated database, at the end of the generated years; and everything that it asks of PostgreSQL. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { Client, Connection } from '@temporalio/client';
import { SignJWT } from 'jose';
import pg from 'pg';
import { pino } from 'pino';
import { bouwApi } from '../../api/server.ts';
import { leesInstellingen } from '../../infra/instellingen.ts';
import { PrismaClient } from '../../prisma/client/client.ts';
import { nu } from './vullen.ts';

/** One statement with its values. */
export interface Opdracht {
  sql: string;
  waarden: readonly unknown[];
}

/** Who asks. */
export interface Vrager {
  rol: 'coordinator' | 'manager' | 'aanmelder' | 'aanbieder';
  wie?: string;
  aanbieder?: string;
}

/** A generated database to be asked. */
export interface Meetopstelling {
  db: PrismaClient;
  /** A connection beside those of the API. */
  client: pg.Client;
  /** Asks the API for something as somebody; @throws when the answer is not 200. Resolves with its size in bytes. */
  vraag(pad: string, vrager: Vrager): Promise<number>;
  /** What is asked of PostgreSQL while something runs, in order. */
  luister(doe: () => Promise<unknown>): Promise<Opdracht[]>;
  sluit(): Promise<void>;
}

const sleutel = 'een-sleutel-alleen-om-te-meten-0123456789';
/** Nobody listens here: what is measured needs no Temporal and sends no mail. */
const nergens = '127.0.0.1:1';

/** Opens a generated database. */
export async function openMeetopstelling(url: string): Promise<Meetopstelling> {
  const map = await mkdtemp(join(tmpdir(), 'zl-stukken-'));
  const pool = new pg.Pool({ connectionString: url });
  let gehoord: Opdracht[] | undefined;
  pool.on('connect', (verbinding) => {
    const stuur = verbinding.query.bind(verbinding) as (...alles: unknown[]) => unknown;
    Object.assign(verbinding, {
      query(...alles: unknown[]) {
        const [wat, los] = alles;
        if (typeof wat === 'object' && wat !== null && 'text' in wat) {
          const { text, values } = wat as { text: string; values?: unknown[] };
          gehoord?.push({ sql: text, waarden: values ?? (Array.isArray(los) ? los : []) });
        }
        return stuur(...alles);
      },
    });
  });
  const db = new PrismaClient({ adapter: new PrismaPg(pool) });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const temporal = new Client({ connection: Connection.lazy({ address: nergens }) });
  const api = await bouwApi({
    db,
    temporal,
    instellingen: leesInstellingen({
      DATABASE_URL: url,
      SMTP_URL: `smtp://${nergens}`,
      ZL_MAIL_VAN: 'noreply@zorglogistiek.example',
      ZL_TEAM_EMAIL: 'team@zorglogistiek.example',
      ZL_PUBLIC_URL: 'https://zorglogistiek.example',
      ZL_CIT_TELEFOON: '070 000 00 00 (voorbeeldnummer)',
      ZL_CIT_PAGINA: 'https://cit.zorglogistiek.example/voorbeeld',
      ZL_BREN_EMAIL: 'bren@voorbeeld.example',
      ZL_JWT_SLEUTEL: sleutel,
      ZL_BSN_SLEUTEL: Buffer.alloc(32, 7).toString('base64'),
      ZL_LINK_SLEUTEL: Buffer.alloc(32, 8).toString('base64'),
      ZL_SMS_URL: `smtp://${nergens}`,
      ZL_STUKKEN_MAP: map,
    }),
    klok: { nu: () => nu },
    logboek: pino({ level: 'silent' }),
  });
  await api.ready();
  const tokens = new Map<string, Promise<string>>();
  const tokenVan = (vrager: Vrager) => {
    const naam = JSON.stringify(vrager);
    const bekend = tokens.get(naam) ?? maakToken(vrager);
    tokens.set(naam, bekend);
    return bekend;
  };
  return {
    db,
    client,
    async vraag(pad, vrager) {
      const { statusCode, rawPayload } = await api.inject({
        method: 'GET',
        url: pad,
        headers: { authorization: `Bearer ${await tokenVan(vrager)}` },
      });
      if (statusCode !== 200) throw new Error(`GET ${pad} gaf ${statusCode}: ${rawPayload.toString()}`);
      return rawPayload.length;
    },
    async luister(doe) {
      const opdrachten: Opdracht[] = [];
      gehoord = opdrachten;
      try {
        await doe();
      } finally {
        gehoord = undefined;
      }
      return opdrachten;
    },
    async sluit() {
      await api.close();
      await temporal.connection.close();
      await db.$disconnect();
      await pool.end();
      await client.end();
      await rm(map, { recursive: true });
    },
  };
}

function maakToken({ rol, wie = `${rol}-1`, aanbieder }: Vrager): Promise<string> {
  return new SignJWT({ rol, ...(aanbieder ? { aanbieder } : {}) })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(wie)
    .setIssuedAt(Math.floor(nu / 1000))
    .setExpirationTime(Math.floor(nu / 1000) + 24 * 60 * 60)
    .sign(new TextEncoder().encode(sleutel));
}
