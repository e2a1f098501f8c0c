import { defineConfig } from 'prisma/config';

const url = process.env.DATABASE_URL;

/** Where the Prisma CLI finds schema and migrations; only a migration needs a database, generating does not. */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations', seed: 'tsx prisma/seed.ts' },
  ...(url === undefined ? {} : { datasource: { url } }),
});
