import { readFileSync } from 'node:fs';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { type Instellingen, leesInstellingen } from '../../infra/instellingen.ts';

/** A value for every setting of the schema: the compiler refuses a name that is missing here, and one too many. */
const voorbeelden = {
  PORT: '8080',
  HOST: '0.0.0.0',
  ZL_AANTAL_PROXIES: '2',
  DATABASE_URL: 'postgresql://user:password@server:5432/zorglogistiek',
  SMTP_URL: 'smtp://user:password@server:587',
  ZL_MAIL_VAN: 'Zorglogistiek <noreply@zorglogistiek.example>',
  ZL_TEAM_EMAIL: 'team@zorglogistiek.example',
  ZL_PUBLIC_URL: 'https://zorglogistiek.example',
  ZL_CIT_TELEFOON: '070 000 00 00 (voorbeeldnummer)',
  ZL_CIT_PAGINA: 'https://cit.zorglogistiek.example/voorbeeld',
  ZL_BREN_EMAIL: 'bren@voorbeeld.example',
  ZL_JWT_SLEUTEL: 'x'.repeat(32),
  ZL_BSN_SLEUTEL: Buffer.alloc(32).toString('base64'),
  ZL_LINK_SLEUTEL: Buffer.alloc(32).toString('base64'),
  ZL_SMS_URL: 'https://sms.example/berichten',
  ZL_SMS_TOKEN: 'token',
  ZL_TASK_QUEUE: 'andere',
  ZL_TEMPORAL_UI_URL: 'https://temporal.example',
  ZL_CLAMAV: 'tcp://127.0.0.1:3310',
  ZL_STUKKEN_MAP: 'stukken',
  ZL_LOGNIVEAU: 'debug',
  ZL_AMBITIE_DAGEN: '10',
  ZL_AMBITIE_DAGEN_ZEER_COMPLEX: '20',
  ZL_ESCALATIE_STAP_DAGEN: '3',
  ZL_TAFEL_LIMIET: '4',
  ZL_TAFEL_DAG: 'dinsdag',
  ZL_DOORBRAAK_RITME: 'kwartaal',
  ZL_TAFEL_WEKEN: '1',
  ZL_UITVRAAG_PER_MINUUT: '60',
  ZL_DATA_DIR: 'gegevens',
  ZL_POSTGRES_PORT: '1',
  ZL_TEMPORAL_PORT: '2',
  ZL_TEMPORAL_UI_PORT: '3',
  ZL_SMTP_PORT: '4',
  ZL_MAIL_PORT: '5',
  ZL_CACHE_DIR: 'cache',
  ZL_TEMPORAL_CLI: 'temporal',
} satisfies Record<keyof Instellingen, string>;

/** Default as documented: `required`, `none`, or a value. */
const pagina = new Map<string, string>();
const dubbel: string[] = [];
visit(
  remark()
    .use(remarkGfm)
    .parse(readFileSync(new URL('../../docs/INSTELLINGEN.md', import.meta.url), 'utf8')),
  'tableRow',
  ({ children: [eerste, tweede] }) => {
    const [naam] = eerste?.children ?? [];
    const [standaard] = tweede?.children ?? [];
    if (naam?.type !== 'inlineCode' || !standaard || !('value' in standaard)) return;
    if (pagina.has(naam.value)) dubbel.push(naam.value);
    pagina.set(naam.value, standaard.value);
  },
);
const vanTemporal = [...pagina.keys()].filter((naam) => naam.startsWith('TEMPORAL_'));

describe('docs/INSTELLINGEN.md', () => {
  it('noemt iedere instelling precies één keer, en geen andere', () => {
    expect(dubbel).toEqual([]);
    const vanAnderen = ['PRISMA_SCHEMA_ENGINE_BINARY', 'NO_COLOR', ...vanTemporal];
    expect([...pagina.keys()].filter((naam) => !vanAnderen.includes(naam)).sort()).toEqual(
      Object.keys(voorbeelden).sort(),
    );
  });

  it('zegt van iedere instelling wat geldt als zij niet is gezet', () => {
    const verplicht = [...pagina].filter(([, standaard]) => standaard === 'required').map(([naam]) => naam);
    const gelezen = leesInstellingen(
      Object.fromEntries(Object.entries(voorbeelden).filter(([naam]) => verplicht.includes(naam))),
    );
    for (const naam of Object.keys(voorbeelden) as (keyof Instellingen)[]) {
      if (verplicht.includes(naam))
        expect(() => leesInstellingen({ ...voorbeelden, [naam]: '' })).toThrow(`${naam} ontbreekt`);
      else expect(`${naam}: ${pagina.get(naam)}`).toBe(`${naam}: ${gelezen[naam] ?? 'none'}`);
    }
  });

  it('noemt van Temporal alleen wat zijn bibliotheek leest', () => {
    const bron = readFileSync(
      new URL('envconfig-toml.js', import.meta.resolve('@temporalio/envconfig')),
      'utf8',
    );
    expect(vanTemporal.length).toBeGreaterThan(5);
    expect(vanTemporal.filter((naam) => !bron.includes(`'${naam}'`))).toEqual([]);
  });
});
