/**
 * Every setting of every program, in one zod schema: name, default, and in Dutch what it expects. A setting that
 * is wrong, missing or misspelt stops the program before it has done anything.
 */
import { z } from 'zod';
import { type Beleid, standaardBeleid } from '../domain/beleid.ts';
import type { Cit } from '../domain/cit.ts';
import { doorbraakRitmes } from '../domain/doorbraakCodes.ts';
import { tafelLimiet } from '../domain/tafelbeleid.ts';
import { type TafelDag, tafelDagen } from '../domain/tafelkalender.ts';

/** Settings whose value never appears in a message or a log. */
const geheim: ReadonlySet<string> = new Set([
  'DATABASE_URL',
  'SMTP_URL',
  'ZL_JWT_SLEUTEL',
  'ZL_BSN_SLEUTEL',
  'ZL_LINK_SLEUTEL',
  'ZL_SMS_URL',
  'ZL_SMS_TOKEN',
]);

const poort = (standaard: number) => {
  const error = 'een poortnummer van 1 tot en met 65535';
  return z.coerce
    .number({ error })
    .int({ error })
    .min(1, { error })
    .max(65_535, { error })
    .default(standaard);
};

const aantalProxies = (() => {
  const error = 'hoeveel proxy’s er vóór de API staan, van 0 tot en met 9';
  return z.coerce.number({ error }).int({ error }).min(0, { error }).max(9, { error }).default(0);
})();

const dagen = (standaard: number) => {
  const error = 'een heel aantal dagen van 1 tot en met 365';
  return z.coerce.number({ error }).int({ error }).min(1, { error }).max(365, { error }).default(standaard);
};

const aantal = (standaard: number, hoogstens: number) => {
  const error = `een heel getal van 1 tot en met ${hoogstens}`;
  return z.coerce
    .number({ error })
    .int({ error })
    .min(1, { error })
    .max(hoogstens, { error })
    .default(standaard);
};

const adres = (protocol: RegExp, error: string) =>
  z.url({ protocol, error }).refine((waarde) => !/\s/.test(waarde), { error });

const webadres = adres(/^https?$/, 'een webadres, zoals https://zorglogistiek.example');

const mailadres = z.email({ error: 'een e-mailadres, zoals team@zorglogistiek.example' });

const afzender = (error: string) =>
  z.string({ error }).regex(/^(?:[^<>"\r\n]+ <[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/, { error });

const telefoonnummer = (error: string) =>
  z.string({ error }).regex(/^\+?[0-9](?:[ -]?[0-9]){2,14}(?: \([^()\r\n]{1,80}\))?$/, { error });

const tekst = (error: string) => z.string({ error }).min(1, { error });

const sleutelVan32Bytes = z
  .string({ error: 'een sleutel van 32 bytes in base64' })
  .refine((waarde) => /^[A-Za-z0-9+/]{43}=$/.test(waarde), { error: 'een sleutel van 32 bytes in base64' })
  .transform((waarde) => Buffer.from(waarde, 'base64'));

const smsAdres =
  'het adres van een sms-dienst, zoals https://sms.example/berichten, zonder gebruiker en wachtwoord';

const waarClamav = 'het adres van ClamAV, zoals tcp://127.0.0.1:3310 of unix:/run/clamav/clamd.ctl';
const clamav = z
  .string({ error: waarClamav })
  .regex(/^(?:tcp:\/\/[^\s/]+:\d{1,5}|unix:\/[^\s]+)$/, { error: waarClamav });

const instellingenSchema = z.object({
  PORT: poort(3000),
  HOST: tekst('het adres waarop de API luistert, zoals 127.0.0.1').default('127.0.0.1'),
  ZL_AANTAL_PROXIES: aantalProxies,
  DATABASE_URL: adres(
    /^postgres(?:ql)?$/,
    'het adres van een PostgreSQL-database, zoals postgresql://gebruiker:wachtwoord@server:5432/zorglogistiek',
  ),
  SMTP_URL: adres(/^smtps?$/, 'het adres van een mailserver, zoals smtp://gebruiker:wachtwoord@server:587'),
  ZL_MAIL_VAN: afzender('de afzender van alle mail, zoals Zorglogistiek <noreply@zorglogistiek.example>'),
  ZL_TEAM_EMAIL: mailadres,
  // Everything that makes a link puts its path behind it.
  ZL_PUBLIC_URL: webadres.transform((adres) => adres.replace(/\/+$/, '')),
  ZL_CIT_TELEFOON: telefoonnummer(
    'het telefoonnummer van het Crisis Interventie Team, zoals 070 123 45 67, met eventueel een toelichting tussen haakjes',
  ),
  ZL_CIT_PAGINA: webadres,
  ZL_BREN_EMAIL: mailadres,
  ZL_JWT_SLEUTEL: z.string({ error: 'een geheim van minstens 32 tekens (HS256)' }).min(32, {
    error: 'een geheim van minstens 32 tekens (HS256)',
  }),
  ZL_BSN_SLEUTEL: sleutelVan32Bytes,
  ZL_LINK_SLEUTEL: sleutelVan32Bytes,
  // fetch takes no address with a login in it: that is what ZL_SMS_TOKEN is for.
  ZL_SMS_URL: adres(/^(?:https?|smtps?)$/, smsAdres).refine((waarde) => !/^https?:\/\/[^/]*@/.test(waarde), {
    error: smsAdres,
  }),
  ZL_SMS_TOKEN: tekst('het token voor de sms-dienst').optional(),
  ZL_TASK_QUEUE: tekst('de naam van een task queue in Temporal').default('zorglogistiek'),
  ZL_TEMPORAL_UI_URL: webadres.optional(),
  ZL_CLAMAV: clamav.optional(),
  ZL_STUKKEN_MAP: tekst('een map voor de inhoud van stukken').default('.data/stukken'),
  ZL_LOGNIVEAU: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'een van fatal, error, warn, info, debug, trace, silent',
    })
    .default('info'),
  ZL_AMBITIE_DAGEN: dagen(standaardBeleid.ambitieDagen.gewoon),
  ZL_AMBITIE_DAGEN_ZEER_COMPLEX: dagen(standaardBeleid.ambitieDagen['zeer-complex']),
  ZL_ESCALATIE_STAP_DAGEN: dagen(standaardBeleid.escalatieStapDagen),
  ZL_TAFEL_LIMIET: aantal(tafelLimiet, 50),
  ZL_TAFEL_DAG: z.enum(tafelDagen, { error: `een van ${tafelDagen.join(', ')}` }).default('donderdag'),
  ZL_TAFEL_WEKEN: aantal(2, 26),
  ZL_UITVRAAG_PER_MINUUT: aantal(30, 600),
  ZL_DOORBRAAK_RITME: z
    .enum(doorbraakRitmes, { error: `een van ${doorbraakRitmes.join(', ')}` })
    .default('kwartaal'),
  ZL_DATA_DIR: tekst('een map voor de gegevens van npm start').default('.data'),
  ZL_POSTGRES_PORT: poort(15_432),
  ZL_TEMPORAL_PORT: poort(17_233),
  ZL_TEMPORAL_UI_PORT: poort(18_233),
  ZL_SMTP_PORT: poort(11_025),
  ZL_MAIL_PORT: poort(11_080),
  ZL_CACHE_DIR: tekst('een map voor opgehaalde servers').default('.cache'),
  ZL_TEMPORAL_CLI: tekst('het pad van het programma temporal').optional(),
});

/** Settings that `npm start` makes itself, since its servers are its own. */
const doorStartGemaakt = {
  DATABASE_URL: true,
  SMTP_URL: true,
  ZL_MAIL_VAN: true,
  ZL_TEAM_EMAIL: true,
  ZL_PUBLIC_URL: true,
  ZL_CIT_TELEFOON: true,
  ZL_CIT_PAGINA: true,
  ZL_BREN_EMAIL: true,
  ZL_JWT_SLEUTEL: true,
  ZL_BSN_SLEUTEL: true,
  ZL_LINK_SLEUTEL: true,
  ZL_SMS_URL: true,
  ZL_SMS_TOKEN: true,
  ZL_STUKKEN_MAP: true,
  ZL_TEMPORAL_UI_URL: true,
} as const;

const startSchema = instellingenSchema.omit(doorStartGemaakt);

/** Stukken of real children are never taken in without a virus scanner. */
const apiSchema = instellingenSchema.extend({ ZL_CLAMAV: clamav });

/** All settings, under their own names; ZL_BSN_SLEUTEL and ZL_LINK_SLEUTEL as 32 bytes. */
export type Instellingen = z.infer<typeof instellingenSchema>;

/** The settings that a person may give to `npm start`. */
export type StartInstellingen = z.infer<typeof startSchema>;

/** A setting is wrong or missing; the message is Dutch and names all of them. Programs print it and exit with code 2. */
export class InstellingFout extends Error {
  override name = 'InstellingFout';
}

/** The name in `namen` that differs least from `naam`, when it differs little. */
function bedoeldeNaam(naam: string, namen: readonly string[]): string | undefined {
  const afstand = (a: string, b: string): number => {
    let rij = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
      const nieuw = [i];
      for (let j = 1; j <= b.length; j++) {
        nieuw.push(
          Math.min(
            (rij[j] ?? 0) + 1,
            (nieuw[j - 1] ?? 0) + 1,
            (rij[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
          ),
        );
      }
      rij = nieuw;
    }
    return rij[b.length] ?? 0;
  };
  return namen
    .map((kandidaat) => ({ kandidaat, verschil: afstand(naam, kandidaat) }))
    .filter(({ verschil }) => verschil <= 3)
    .sort((a, b) => a.verschil - b.verschil)[0]?.kandidaat;
}

function lees<S extends z.ZodType>(schema: S, env: NodeJS.ProcessEnv): z.infer<S> {
  const namen = Object.keys(instellingenSchema.shape);
  const gezet = Object.fromEntries(
    namen.flatMap((naam) => (env[naam] === undefined || env[naam] === '' ? [] : [[naam, env[naam]]])),
  );
  const gelezen = schema.safeParse(gezet);
  const fouten = new Map<string, string>();
  for (const { path, message } of gelezen.error?.issues ?? []) {
    const naam = String(path[0]);
    const waarde = gezet[naam];
    const wat =
      waarde === undefined
        ? 'ontbreekt'
        : `is niet goed${geheim.has(naam) ? '' : ` (${JSON.stringify(waarde)})`}`;
    fouten.set(naam, fouten.get(naam) ?? `${naam} ${wat}; verwacht: ${message}.`);
  }
  for (const naam of Object.keys(env)) {
    if (naam.startsWith('ZL_') && !namen.includes(naam)) {
      const bedoeld = bedoeldeNaam(naam, namen);
      fouten.set(naam, `${naam} bestaat niet${bedoeld ? `; bedoelt u ${bedoeld}?` : ' als instelling.'}`);
    }
  }
  if (fouten.size > 0 || !gelezen.success) {
    throw new InstellingFout(
      [`De instellingen kloppen niet:`, ...[...fouten.values()].map((fout) => `  ${fout}`)].join('\n'),
    );
  }
  return gelezen.data;
}

/**
 * Reads all settings from the environment; an empty value counts as not set.
 * @throws InstellingFout that names every wrong, missing and unknown (`ZL_…`) setting.
 */
export function leesInstellingen(env: NodeJS.ProcessEnv): Instellingen {
  return lees(instellingenSchema, env);
}

/**
 * Reads all settings as the API needs them on servers of its own: with a virus scanner.
 * @throws InstellingFout that names every wrong, missing and unknown (`ZL_…`) setting.
 */
export function leesApiInstellingen(env: NodeJS.ProcessEnv): Instellingen {
  return lees(apiSchema, env);
}

/**
 * Reads only the settings that hold for `npm start`, which makes addresses and keys itself.
 * @throws InstellingFout that names every wrong and unknown (`ZL_…`) setting.
 */
export function leesStartInstellingen(env: NodeJS.ProcessEnv): StartInstellingen {
  return lees(startSchema, env);
}

/** The policy with the days that this installation chose. */
export function beleidUit(instellingen: Instellingen): Beleid {
  return {
    ...standaardBeleid,
    ambitieDagen: {
      gewoon: instellingen.ZL_AMBITIE_DAGEN,
      'zeer-complex': instellingen.ZL_AMBITIE_DAGEN_ZEER_COMPLEX,
    },
    escalatieStapDagen: instellingen.ZL_ESCALATIE_STAP_DAGEN,
  };
}

/** How this installation reaches the CIT. */
export function citUit({ ZL_CIT_TELEFOON, ZL_CIT_PAGINA }: Instellingen): Cit {
  return { telefoon: ZL_CIT_TELEFOON, pagina: ZL_CIT_PAGINA };
}

/** How often the table meets, on which day, and for how many cases, as this installation chose. */
export function tafelbeleidUit(instellingen: Instellingen): { limiet: number; dag: TafelDag; weken: number } {
  return {
    limiet: instellingen.ZL_TAFEL_LIMIET,
    dag: instellingen.ZL_TAFEL_DAG,
    weken: instellingen.ZL_TAFEL_WEKEN,
  };
}
