/** What every route is given. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Client } from '@temporalio/client';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Logger } from 'pino';
import type { Afhandeling } from '../infra/afhandeling.ts';
import type { Kluis } from '../infra/bsn.ts';
import type { Instellingen } from '../infra/instellingen.ts';
import type { Klok } from '../infra/klok.ts';
import type { Linkzegel } from '../infra/links.ts';
import type { Codebezorger } from '../infra/sms.ts';
import type { StukOpslag } from '../infra/stukken/opslag.ts';
import type { Virusscanner } from '../infra/stukken/virusscanner.ts';
import type { PrismaClient } from '../prisma/client/client.ts';

/** What `bouwApi` needs. */
export interface ApiDelen {
  db: PrismaClient;
  temporal: Client;
  instellingen: Instellingen;
  klok: Klok;
  logboek: Logger;
}

/** What a route works with. */
export interface Omgeving extends ApiDelen {
  afhandeling: Afhandeling;
  kluis: Kluis;
  zegel: Linkzegel;
  codebezorger: Codebezorger;
  opslag: StukOpslag;
  /** Null when none is set: only with `npm start`. */
  scan: Virusscanner | null;
}

export type Api = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;
