import { expect, test } from 'vitest';
import { OnbereikbaarFout, totBereikbaar } from '../../infra/bereikbaar.ts';

test('een server die nog start wordt afgewacht', async () => {
  let keer = 0;
  const antwoord = await totBereikbaar('Iets', async () => {
    keer += 1;
    if (keer < 2) throw new Error('nog niet');
    return 'er';
  });
  expect([antwoord, keer]).toEqual(['er', 2]);
});

test('een server die niet komt: de melding noemt welke, en de instelling', async () => {
  const weg = totBereikbaar('PostgreSQL (DATABASE_URL)', () => Promise.reject(new Error('weg')), 0);
  await expect(weg).rejects.toThrow(OnbereikbaarFout);
  await expect(weg).rejects.toThrow('PostgreSQL (DATABASE_URL) is niet bereikbaar');
});
