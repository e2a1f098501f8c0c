import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, describe, expect, test } from 'vitest';
import { vrijePoort } from '../../dev/poorten.ts';
import { luisterUitleg } from '../../infra/luisteren.ts';
import { stuurHalfVerzoek } from '../support/halfVerzoek.ts';
import { type Programma, startProgramma } from '../support/programma.ts';

const gestart: Programma[] = [];
afterAll(() => Promise.all(gestart.map((programma) => programma.dood())));

/** The API alone; it looks for its servers only when it needs them. */
function startApi(extra: Record<string, string>): Programma {
  const programma = startProgramma('api/main.ts', [], {
    DATABASE_URL: 'postgresql://zorglogistiek@127.0.0.1:1/zorglogistiek',
    SMTP_URL: 'smtp://127.0.0.1:1',
    ZL_MAIL_VAN: 'noreply@zorglogistiek.example',
    ZL_TEAM_EMAIL: 'team@zorglogistiek.example',
    ZL_PUBLIC_URL: 'https://zorglogistiek.example',
    ZL_CIT_TELEFOON: '070 000 00 00 (voorbeeldnummer)',
    ZL_CIT_PAGINA: 'https://cit.zorglogistiek.example/voorbeeld',
    ZL_BREN_EMAIL: 'bren@voorbeeld.example',
    ZL_JWT_SLEUTEL: 'een-sleutel-alleen-voor-tests-0123456789',
    ZL_BSN_SLEUTEL: Buffer.alloc(32, 7).toString('base64'),
    ZL_LINK_SLEUTEL: Buffer.alloc(32, 8).toString('base64'),
    ZL_SMS_URL: 'http://127.0.0.1:1',
    ZL_CLAMAV: 'tcp://127.0.0.1:1',
    ZL_LOGNIVEAU: 'info',
    ...extra,
  });
  gestart.push(programma);
  return programma;
}

describe('de API luistert', () => {
  test('een half verzoek houdt het stoppen niet op: code 0', async () => {
    const poort = await vrijePoort();
    const api = startApi({ PORT: String(poort) });
    await api.wachtOpRegel(/Server listening/);
    const verbinding = await stuurHalfVerzoek(poort);
    api.proces.kill('SIGTERM');
    expect(await api.einde).toBe(0);
    verbinding.destroy();
  });

  test('een bezette poort: de instelling PORT', async () => {
    const bezet = createServer().listen(0, '127.0.0.1');
    await once(bezet, 'listening');
    const { port } = bezet.address() as AddressInfo;
    const api = startApi({ PORT: String(port) });
    expect(await api.einde).toBe(1);
    expect(api.fouten()).toBe(
      `De API kan niet starten. Poort ${port} is bezet (voor de API). Kies een andere met de instelling PORT.\n`,
    );
    await new Promise((klaar) => bezet.close(klaar));
  });

  test('een adres van een andere computer: de instelling HOST', async () => {
    const api = startApi({ PORT: String(await vrijePoort()), HOST: '192.0.2.1' });
    expect(await api.einde).toBe(1);
    expect(api.fouten()).toBe(
      'De API kan niet starten. 192.0.2.1 is geen adres van deze computer, dus de API kan daar niet luisteren. ' +
        'Kies een ander adres met de instelling HOST, zoals 127.0.0.1.\n',
    );
  });

  // Root may listen everywhere, so what the system says to others is given here.
  test('een poort voor de beheerder: een poort vanaf 1024', () => {
    const fout = Object.assign(new Error('listen EACCES: permission denied 127.0.0.1:80'), {
      code: 'EACCES',
    });
    const waar = { poort: 80, poortnaam: 'ZL_MAIL_PORT', adres: '127.0.0.1', voor: 'de pagina met mail' };
    expect(luisterUitleg(fout, waar)).toBe(
      'Poort 80 (voor de pagina met mail) mag alleen een beheerder gebruiken. ' +
        'Kies met de instelling ZL_MAIL_PORT een poort vanaf 1024.',
    );
  });
});
