import { PrismaPg } from '@prisma/adapter-pg';
import { type Prisma, PrismaClient } from '../prisma/client/client.ts';

/** The database, or one transaction in it. */
export type Db = PrismaClient | Prisma.TransactionClient;

/** The client on one PostgreSQL database; it connects at its first query. `$disconnect()` ends its pool. */
export function maakDatabase(url: string): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg({ connectionString: url, connectionTimeoutMillis: 10_000 }),
    // Many requests at once wait for their turn instead of failing, up to the time that a client waits anyway.
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  });
}
