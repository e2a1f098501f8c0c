import { describe, expect, test } from 'vitest';
import {
  beleidUit,
  InstellingFout,
  leesInstellingen,
  leesStartInstellingen,
} from '../../infra/instellingen.ts';
import { leesTemporal } from '../../infra/temporal.ts';

const goed = {
  DATABASE_URL: 'postgresql://u:geheimwoord@127.0.0.1:5432/zorglogistiek',
  SMTP_URL: 'smtp://u:geheimwoord@mail.example:587',
  ZL_MAIL_VAN: 'Zorglogistiek <noreply@zorglogistiek.example>',
  ZL_TEAM_EMAIL: 'team@zorglogistiek.example',
  ZL_PUBLIC_URL: 'https://zorglogistiek.example',
  ZL_CIT_TELEFOON: '070 000 00 00 (voorbeeldnummer)',
  ZL_CIT_PAGINA: 'https://cit.zorglogistiek.example/voorbeeld',
  ZL_BREN_EMAIL: 'bren@voorbeeld.example',
  ZL_JWT_SLEUTEL: 'x'.repeat(32),
  ZL_BSN_SLEUTEL: Buffer.alloc(32, 7).toString('base64'),
  ZL_LINK_SLEUTEL: Buffer.alloc(32, 8).toString('base64'),
  ZL_SMS_URL: 'https://sms.example/geheimwoord',
};

const melding = (env: NodeJS.ProcessEnv): string => {
  try {
    leesInstellingen(env);
  } catch (fout) {
    if (fout instanceof InstellingFout) return fout.message;
    throw fout;
  }
  return '';
};

describe('instellingen', () => {
  test('zonder meer gelden de standaarden', () => {
    expect(leesInstellingen(goed)).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      ZL_TASK_QUEUE: 'zorglogistiek',
    });
    expect(leesInstellingen(goed).ZL_BSN_SLEUTEL).toEqual(Buffer.alloc(32, 7));
  });

  test('een lege waarde is geen waarde', () => {
    expect(leesInstellingen({ ...goed, PORT: '' }).PORT).toBe(3000);
  });

  test('het beleid volgt de instellingen', () => {
    const beleid = beleidUit(
      leesInstellingen({
        ...goed,
        ZL_AMBITIE_DAGEN: '10',
        ZL_AMBITIE_DAGEN_ZEER_COMPLEX: '20',
        ZL_ESCALATIE_STAP_DAGEN: '3',
      }),
    );
    expect(beleid).toMatchObject({ ambitieDagen: { gewoon: 10, 'zeer-complex': 20 }, escalatieStapDagen: 3 });
  });

  test.each([
    ['PORT', 'drieduizend'],
    ['PORT', '70000'],
    ['ZL_CLAMAV', '127.0.0.1:3310'],
    ['ZL_CLAMAV', 'http://127.0.0.1:3310'],
    ['DATABASE_URL', 'mysql://u@h/d'],
    ['SMTP_URL', 'mail.example'],
    ['ZL_MAIL_VAN', 'Zorg\r\nBcc: x@y.example <a@b.example>'],
    ['ZL_TEAM_EMAIL', 'team'],
    ['ZL_PUBLIC_URL', 'ftp://x.example'],
    ['ZL_JWT_SLEUTEL', 'kort'],
    ['ZL_BSN_SLEUTEL', 'kort'],
    ['ZL_LINK_SLEUTEL', 'kort'],
    ['ZL_SMS_URL', 'sms.example'],
    ['ZL_SMS_URL', 'https://u:w@sms.example/'],
    ['ZL_LOGNIVEAU', 'alles'],
    ['ZL_AMBITIE_DAGEN', '0'],
    ['ZL_ESCALATIE_STAP_DAGEN', '1,5'],
  ])('%s=%j: de melding noemt de instelling en wat er verwacht wordt', (naam, waarde) => {
    expect(melding({ ...goed, [naam]: waarde })).toMatch(
      new RegExp(`^ {2}${naam} is niet goed.*; verwacht: .+\\.$`, 'm'),
    );
  });

  test('alle fouten komen in één keer, ook wat ontbreekt', () => {
    const regels = melding({ PORT: 'x' }).split('\n');
    expect(regels).toHaveLength(1 + 1 + Object.keys(goed).length);
    for (const naam of Object.keys(goed))
      expect(regels.join('\n')).toContain(`${naam} ontbreekt; verwacht: `);
  });

  test('een geheim staat nooit in een melding', () => {
    const fout = melding({
      ...goed,
      DATABASE_URL: 'mysql://u:geheimwoord@h/d',
      SMTP_URL: 'http://u:geheimwoord@h',
      ZL_JWT_SLEUTEL: 'geheimwoord',
      ZL_BSN_SLEUTEL: 'geheimwoord',
      ZL_LINK_SLEUTEL: 'geheimwoord',
      ZL_SMS_URL: 'ftp://geheimwoord',
    });
    expect(fout.split('\n')).toHaveLength(7);
    expect(fout).not.toContain('geheimwoord');
  });

  test('een onbekende instelling is een fout, met wat er bedoeld kan zijn', () => {
    expect(melding({ ...goed, ZL_AMBITE_DAGEN: '10' })).toContain(
      'ZL_AMBITE_DAGEN bestaat niet; bedoelt u ZL_AMBITIE_DAGEN?',
    );
  });

  test('npm start heeft alleen nodig wat iemand kan kiezen', () => {
    expect(leesStartInstellingen({}).ZL_DATA_DIR).toBe('.data');
    expect(() => leesStartInstellingen({ ZL_SMTP_PORT: 'x' })).toThrow(/ZL_SMTP_PORT is niet goed/);
  });

  test('Temporal elders: adres, namespace, sleutel en TLS', () => {
    const { connectionOptions, namespace } = leesTemporal({
      TEMPORAL_CONFIG_FILE: '/bestaat/niet.toml',
      TEMPORAL_ADDRESS: 'temporal.example:7233',
      TEMPORAL_NAMESPACE: 'zorg',
      TEMPORAL_API_KEY: 'sleutel',
      TEMPORAL_TLS: 'true',
    });
    expect(namespace).toBe('zorg');
    expect(connectionOptions).toMatchObject({ address: 'temporal.example:7233', apiKey: 'sleutel' });
    expect(connectionOptions.tls).toBeTruthy();
    expect(leesTemporal({}).namespace).toBe('default');
  });

  test('Temporal elders: een onleesbaar certificaat is een fout in de instellingen', () => {
    expect(() =>
      leesTemporal({
        TEMPORAL_TLS_CLIENT_CERT_PATH: '/bestaat/niet.pem',
        TEMPORAL_TLS_CLIENT_KEY_PATH: '/bestaat/niet.key',
      }),
    ).toThrow(InstellingFout);
  });
});
