/** `npm start`: everything on this machine, in one command. */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { beheerViews, viewAdres } from '../domain/zoekattributen.ts';
import { InstellingFout, leesStartInstellingen } from '../infra/instellingen.ts';
import { geenVirusscanner } from '../infra/stukken/virusscanner.ts';
import { bewaarAdressen, GegevensmapFout, maakGegevensmap, maakSleutels } from './gegevensmap.ts';
import { controleerPoorten, PoortFout } from './poorten.ts';
import { DraaitAlFout, neemInGebruik } from './processen.ts';
import { maakVoortgang, schrijf, vet, zacht } from './scherm.ts';
import type { Stapel } from './stapel.ts';
import { vindTemporalCli } from './temporalCli.ts';

const uitleg = `Gebruik: npm start

Start alles wat Zorglogistiek nodig heeft op deze computer: PostgreSQL, Temporal met schermen, een mailbak
die alle mail opvangt, de worker en de API. Stop met Ctrl-C. Alle gegevens blijven in één map bewaard; bij de
volgende start gaat elk traject verder waar het was.

Instellingen (omgevingsvariabelen):
  PORT                  poort van de API (3000)
  HOST                  adres waarop de API luistert (127.0.0.1)
  ZL_DATA_DIR           map voor alle gegevens (.data)
  ZL_TEMPORAL_UI_PORT   poort van de schermen van Temporal (18233)
  ZL_MAIL_PORT          poort van de pagina met mail (11080)
  ZL_SMTP_PORT          poort waarop mail wordt opgevangen (11025)
  ZL_POSTGRES_PORT      poort van PostgreSQL (15432)
  ZL_TEMPORAL_PORT      poort van Temporal (17233)
  ZL_CACHE_DIR          map voor opgehaalde programma's (.cache)
  ZL_TEMPORAL_CLI       pad van het programma temporal, als u er zelf een hebt
  ZL_CLAMAV             adres van een virusscanner (ClamAV) voor stukken, zoals tcp://127.0.0.1:3310
`;

/** Settings of servers elsewhere: npm start has its own, and says so instead of surprising anyone. */
const elders = ['DATABASE_URL', 'SMTP_URL', 'TEMPORAL_ADDRESS'];

function toonOverzicht({ adressen, logbestand }: Stapel, metScanner: boolean): void {
  const { api, temporalUi, mail } = adressen;
  // Another window does not have the setting of this one.
  const voor = process.env.ZL_DATA_DIR ? `ZL_DATA_DIR=${process.env.ZL_DATA_DIR} ` : '';
  const breedte = Math.max(...beheerViews.map(({ naam }) => naam.length)) + 2;
  const regels = [
    '',
    vet('Zorglogistiek draait'),
    `  API              ${api}`,
    `  API, uitleg      ${api}/docs`,
    `  Aanmelden        ${api}/aanmelden`,
    `  Temporal         ${temporalUi}`,
    `  Mail             ${mail}`,
    `  Logboek          ${logbestand}`,
    '',
    vet('Wat loopt er, en wat loopt vast'),
    ...beheerViews.map((view) => `  ${view.naam.padEnd(breedte)}${viewAdres(temporalUi, 'default', view)}`),
    `  ${'Per reden en aanbieder'.padEnd(breedte)}${api}/v1/views (met een token; zie ${api}/docs)`,
    '',
    ...(metScanner ? [] : [vet('Let op'), `  ${geenVirusscanner}`, '']),
    vet('Een token om mee in te loggen'),
    `  ${voor}npm run --silent token -- coordinator`,
    '',
    vet('Probeer nu, in een ander venster'),
    `  ${voor}npm run demo`,
    '',
    zacht('Stoppen: Ctrl-C. Alles blijft bewaard.'),
    '',
    `Gereed: api=${api} temporal-ui=${temporalUi} mail=${mail}`,
  ];
  schrijf(regels.join('\n'));
}

/** Resolves at Ctrl-C, or when something asks the program to end. */
function stopverzoek(): Promise<void> {
  return new Promise((klaar) => {
    for (const signaal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signaal, () => klaar());
  });
}

async function draai(): Promise<number> {
  const instellingen = leesStartInstellingen(process.env);
  for (const naam of elders.filter((naam) => process.env[naam])) {
    schrijf(
      `${naam} telt hier niet: npm start gebruikt eigen servers. Voor servers elders: npm run api en npm run worker.`,
    );
  }
  const map = await maakGegevensmap(instellingen.ZL_DATA_DIR);
  const noteer = await neemInGebruik(map);
  await controleerPoorten(instellingen);
  const sleutels = await maakSleutels(map);

  const voortgang = maakVoortgang();
  // Until everything is up there is nothing to stop in order: the children end by themselves when we do (dev/kind.ts).
  const afbreken = () => process.exit(130);
  process.once('SIGINT', afbreken).once('SIGTERM', afbreken);
  schrijf(vet('Zorglogistiek start'));
  // Loaded late: the whole program takes a second or two to load, and an error above should not wait for it.
  const { startStapel } = await import('./stapel.ts');
  let stapel: Stapel;
  try {
    const temporalCli = await vindTemporalCli(
      instellingen.ZL_CACHE_DIR,
      instellingen.ZL_TEMPORAL_CLI,
      voortgang.meld,
    );
    stapel = await startStapel({
      instellingen,
      env: process.env,
      map,
      sleutels,
      temporalCli,
      voortgang,
      noteer,
    });
  } finally {
    voortgang.einde();
  }
  process.off('SIGINT', afbreken).off('SIGTERM', afbreken);
  const gestopt = stopverzoek();
  await bewaarAdressen(map, stapel.adressen);
  toonOverzicht(stapel, instellingen.ZL_CLAMAV !== undefined);

  const uitgevallen = await Promise.race([gestopt, stapel.uitgevallen]);
  process.once('SIGINT', afbreken);
  if (uitgevallen) schrijf(`${uitgevallen} stopte onverwacht; alles stopt nu. Kijk in ${map}/logs.`);
  else schrijf('Zorglogistiek stopt; nog eens Ctrl-C breekt af.');
  await stapel.stop();
  schrijf('Gestopt. Alles is bewaard; npm start gaat verder.');
  return uitgevallen ? 1 : 0;
}

try {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
  if (values.help) {
    process.stdout.write(uitleg);
    process.exit(0);
  }
} catch {
  process.stderr.write(`Deze optie bestaat niet.\n\n${uitleg}`);
  process.exit(2);
}
try {
  process.exit(await draai());
} catch (fout) {
  const verwacht = [InstellingFout, PoortFout, DraaitAlFout, GegevensmapFout].some(
    (soort) => fout instanceof soort,
  );
  process.stderr.write(
    verwacht && fout instanceof Error
      ? `${fout.message}\n`
      : `Zorglogistiek kon niet starten.\n${fout instanceof Error ? fout.message : String(fout)}\n`,
  );
  process.exit(fout instanceof InstellingFout ? 2 : 1);
}
