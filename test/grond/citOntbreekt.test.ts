import { describe, expect, test } from 'vitest';
import { leesInstellingen } from '../../infra/instellingen.ts';
import { startProgramma } from '../support/programma.ts';

const zonderCit = {
  DATABASE_URL: 'postgresql://zorglogistiek@127.0.0.1:1/zorglogistiek',
  SMTP_URL: 'smtp://127.0.0.1:1',
  ZL_MAIL_VAN: 'noreply@zorglogistiek.example',
  ZL_TEAM_EMAIL: 'team@zorglogistiek.example',
  ZL_PUBLIC_URL: 'https://zorglogistiek.example',
  ZL_BREN_EMAIL: 'bren@voorbeeld.example',
  ZL_JWT_SLEUTEL: 'een-sleutel-alleen-voor-tests-0123456789',
  ZL_BSN_SLEUTEL: Buffer.alloc(32, 7).toString('base64'),
  ZL_LINK_SLEUTEL: Buffer.alloc(32, 8).toString('base64'),
  ZL_SMS_URL: 'http://127.0.0.1:1',
  ZL_CLAMAV: 'tcp://127.0.0.1:1',
};

describe('zonder nummer en pagina van het CIT', () => {
  test.each(['api/main.ts', 'workers/worker.ts'])('stopt %s met code 2 en noemt beide', async (bestand) => {
    const programma = startProgramma(bestand, [], zonderCit);
    expect(await programma.einde).toBe(2);
    expect(programma.fouten()).toMatch(
      /^ {2}ZL_CIT_TELEFOON ontbreekt; verwacht: .*Crisis Interventie Team/m,
    );
    expect(programma.fouten()).toMatch(/^ {2}ZL_CIT_PAGINA ontbreekt; verwacht: een webadres/m);
    expect(programma.fouten().match(/ontbreekt/g)).toHaveLength(2);
  });

  test.each(['112 of de politie', '07', '070 123 45 67 (', '<b>070 123 45 67</b>', '+-31'])(
    'is %j geen nummer',
    (ZL_CIT_TELEFOON) => {
      const env = { ...zonderCit, ZL_CIT_TELEFOON, ZL_CIT_PAGINA: 'https://cit.example' };
      expect(() => leesInstellingen(env)).toThrow('ZL_CIT_TELEFOON is niet goed');
    },
  );

  test.each(['112', '070 123 45 67', '+31 70 1234567', '070-1234567 (dag en nacht)'])(
    'is %j een nummer',
    (ZL_CIT_TELEFOON) => {
      const env = { ...zonderCit, ZL_CIT_TELEFOON, ZL_CIT_PAGINA: 'https://cit.example' };
      expect(leesInstellingen(env).ZL_CIT_TELEFOON).toBe(ZL_CIT_TELEFOON);
    },
  );
});
