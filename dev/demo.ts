/**
 * `npm run demo`: plays a whole traject against the running stack, through the API alone; or one of the stories of
 * dev/verhalen/ in a stack of its own.
 */

import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { setTimeout as wacht } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { dag } from '../domain/beleid.ts';
import { onderzoekId, trajectWorkflowId } from '../domain/kenmerk.ts';
import { eersteWerkdag, plusDagen } from '../domain/tafelkalender.ts';
import { datumInNederland } from '../domain/werkdagen.ts';
import { InstellingFout, leesStartInstellingen } from '../infra/instellingen.ts';
import { type Adressen, leesAdressen } from './gegevensmap.ts';
import { schrijf, vet, zacht } from './scherm.ts';
import { verhalen } from './verhalen/index.ts';

const uitleg = `Gebruik: npm run demo [-- [--verhaal <naam> | --verhalen] [--json]]

Zonder optie: speelt een heel traject na tegen de API die met npm start draait, van aanmelding tot de start van de
zorg. Alle personen en gegevens zijn verzonnen.

  --verhaal <naam>   speelt een verhaal van weken of maanden, in enkele seconden; npm start is daarvoor niet nodig
  --verhalen         toont de namen van de verhalen, een op een regel
  --json             toont alleen hoe het traject eindigt, als JSON; met npm run --silent demo staat er niets anders bij
  --help             toont deze uitleg

Einde: 0 als het traject eindigt zoals verwacht, 1 als er iets misging of anders is dan het verhaal verwacht (en wat),
2 als de opdracht of een instelling niet klopt.
`;

/** Wrong use of the command. */
class GebruikFout extends Error {}
/** What went wrong while playing, for the person that runs it. */
class DemoFout extends Error {}
/** The API refused something: the last part of the type of its problem tells what. */
class GeweigerdFout extends DemoFout {
  readonly soort: string;
  constructor(tekst: string, type: unknown) {
    super(tekst);
    this.soort = String(type).split(':').at(-1) ?? '';
  }
}

const over = (dagen: number) => datumInNederland(Date.now() + dagen * dag);

/** How long to wait for what happens behind an answer, in ms. */
const geduld = 60_000;
/** On how many werkdagen the demo looks for a table with room. */
const hoogstensDagen = 60;
/** Why a day is no day for this traject; another may be. */
const anderDag = ['ongeldige-invoer', 'agenda-vol', 'agenda-gesloten'];

interface Traject {
  kenmerk: string;
  fase: string;
  wachtOp: string;
  uitkomst: string | null;
}
interface Gebeurtenis {
  soort: string;
  tekst: string;
}
interface Bericht {
  soort: string;
  status: string;
}

type Rol = 'aanmelder' | 'coordinator' | 'aanbieder';

/** Tokens made by the command that a person would use, one for each that takes part. */
async function haalToken(rol: Rol, aanbieder?: string): Promise<string> {
  const programma = fileURLToPath(new URL('token.ts', import.meta.url));
  const argumenten = [rol, ...(aanbieder ? ['--aanbieder', aanbieder] : [])];
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--import',
      'tsx',
      programma,
      ...argumenten,
    ]);
    return stdout.trim();
  } catch (fout) {
    throw new DemoFout(String((fout as { stderr?: string }).stderr ?? fout).trim());
  }
}

/** The API as one person sees it. */
function alsPersoon(api: string, token: string) {
  const vraag = async <T>(methode: 'GET' | 'POST', pad: string, inhoud?: object): Promise<T> => {
    const antwoord = await fetch(`${api}${pad}`, {
      method: methode,
      headers: {
        authorization: `Bearer ${token}`,
        ...(inhoud ? { 'content-type': 'application/json', 'idempotency-key': randomUUID() } : {}),
      },
      ...(inhoud ? { body: JSON.stringify(inhoud) } : {}),
    });
    const tekst = (await antwoord.json()) as Record<string, unknown>;
    if (!antwoord.ok)
      throw new GeweigerdFout(`${methode} ${pad} gaf ${antwoord.status}: ${tekst.detail}`, tekst.type);
    if (antwoord.status === 202) {
      const bewaard = antwoord.headers.get('location') ?? '';
      await wachtTot(
        () => vraag<{ status: string }>('GET', bewaard),
        ({ status }) => status === 'verwerkt',
        'Een bewaard besluit werd niet verwerkt. Kijk of de worker draait.',
      );
    }
    return tekst as T;
  };
  return {
    lees: <T>(pad: string) => vraag<T>('GET', pad),
    stuur: <T>(pad: string, inhoud: object) => vraag<T>('POST', pad, inhoud),
  };
}

async function wachtTot<T>(
  lees: () => Promise<T>,
  klopt: (waarde: T) => boolean,
  anders: string,
): Promise<T> {
  const einde = Date.now() + geduld;
  for (;;) {
    const waarde = await lees();
    if (klopt(waarde)) return waarde;
    if (Date.now() > einde) throw new DemoFout(anders);
    await wacht(200);
  }
}

async function controleerOfHetDraait(api: string): Promise<void> {
  const antwoord = await fetch(`${api}/health/ready`).catch(() => null);
  if (antwoord?.ok) return;
  throw new DemoFout(
    antwoord
      ? `Zorglogistiek draait op ${api}, maar is niet gereed. Wacht even en probeer het opnieuw.`
      : `Zorglogistiek draait niet op ${api}. Start het eerst in een ander venster: npm start.`,
  );
}

/** Plays the traject and gives where it ended; `vertel` hears each step as it happens. */
async function speel(adressen: Adressen, vertel: (wie: string, wat: string) => void): Promise<Traject> {
  const { api } = adressen;
  await controleerOfHetDraait(api);
  const [een, twee, drie] = ['aanbieder-01', 'aanbieder-02', 'aanbieder-03'] as const;
  const [aanmelder, coordinator, eerste, tweede] = (
    await Promise.all([
      haalToken('aanmelder'),
      haalToken('coordinator'),
      haalToken('aanbieder', een),
      haalToken('aanbieder', twee),
    ])
  ).map((token) => alsPersoon(api, token)) as [Persoon, Persoon, Persoon, Persoon];

  const voorbeeld = new URL('../voorbeelden/website-behandelgroep-jeugdhulp.json', import.meta.url);
  const { kenmerk } = await aanmelder.stuur<{ kenmerk: string }>(
    '/v1/aanmeldingen',
    JSON.parse(await readFile(voorbeeld, 'utf8')),
  );
  const pad = `/v1/trajecten/${kenmerk}`;
  vertel('Aanmelder', `meldt een jeugdige aan en krijgt kenmerk ${kenmerk}`);
  vertel(
    '',
    `volg het in Temporal: ${adressen.temporalUi}/namespaces/default/workflows/${trajectWorkflowId(kenmerk)}`,
  );

  await coordinator.stuur(`${pad}/triage`, { uitkomst: 'bespreking' });
  vertel('Coördinator', 'doet de triage: naar de tafelbespreking');
  const tafelDatum = await planBespreking(coordinator, pad);
  vertel('Coördinator', `plant de tafelbespreking op ${tafelDatum}`);
  if (tafelDatum > over(0)) vertel('', 'het verslag mag er eerder zijn, dus de demo wacht niet op die dag');
  await coordinator.stuur(`${pad}/verslag`, {
    aanwezig: ['aanmelder', 'coordinator-1', een, twee, drie],
    aanbieders: [een, twee, drie],
    geprobeerd: 'Een jaar begeleiding thuis, en twee keer logeren in het weekend.',
    waaromNiet: 'De gevraagde groepen hadden geen plaats voor deze leeftijd.',
    verslag: 'Besproken wat al is geprobeerd. Drie aanbieders onderzoeken of zij een plek kunnen maken.',
  });
  vertel('Coördinator', `maakt het verslag: ${een}, ${twee} en ${drie} gaan onderzoeken`);

  const onderzoek = (aanbieder: string) => `/v1/onderzoeken/${onderzoekId(kenmerk, aanbieder, 1)}`;
  await eerste.stuur(`${onderzoek(een)}/bevestiging`, {});
  vertel(een, 'bevestigt dat het onderzoek loopt');
  await tweede.stuur(`${onderzoek(twee)}/antwoord`, { antwoord: 'afwijzing', afwijzingReden: 'geen-plek' });
  vertel(twee, 'antwoordt: geen plek');
  await eerste.stuur(`${onderzoek(een)}/antwoord`, {
    antwoord: 'aanbod',
    toelichting: 'Er komt een plek vrij.',
  });
  vertel(een, 'antwoordt: een aanbod');
  await wachtTot(
    () => coordinator.lees<{ gebeurtenissen: Gebeurtenis[] }>(`${pad}/gebeurtenissen`),
    ({ gebeurtenissen }) => gebeurtenissen.filter(({ soort }) => soort === 'onderzoek-gemeld').length === 2,
    'De antwoorden van de aanbieders kwamen niet aan bij het traject. Kijk of de worker draait.',
  );

  await coordinator.stuur(`${pad}/keuze`, { aanbieders: [een], verwachteStartDatum: over(14) });
  vertel('Coördinator', `kiest ${een}: er is duidelijkheid; ${drie} hoeft niet meer te antwoorden`);
  await coordinator.stuur(`${pad}/overbrugging`, {
    evaluatieDatum: over(7),
    overbruggingsplan: 'Tot de start twee keer per week begeleiding thuis.',
  });
  vertel('Coördinator', `legt het overbruggingsplan vast, tot ${over(14)}`);
  await coordinator.stuur(`${pad}/zorgstart`, { startDatum: over(0) });
  vertel('Coördinator', 'meldt dat de zorg is gestart');

  const { berichten } = await wachtTot(
    () => coordinator.lees<{ berichten: Bericht[] }>(`${pad}/berichten`),
    ({ berichten }) =>
      berichten.some(({ soort }) => soort === 'zorg-gestart') &&
      berichten.every(({ status }) => status === 'verzonden'),
    'Niet alle e-mail is verzonden. Kijk of de mailserver draait.',
  );
  vertel('E-mail', `${berichten.length} e-mails verzonden, te lezen op ${adressen.mail}`);
  return coordinator.lees<Traject>(pad);
}

type Persoon = ReturnType<typeof alsPersoon>;

/**
 * Plans the bespreking on the first werkdag of which the agenda has room, today when it can; resolves with that day
 * (yyyy-mm-dd). At midnight, in a weekend, and when the table of today is closed or full, that is a later day.
 * @throws GeweigerdFout when none of the next days has room.
 */
async function planBespreking(coordinator: Persoon, pad: string): Promise<string> {
  let tafelDatum = eersteWerkdag(over(0));
  for (let nog = hoogstensDagen; ; nog -= 1) {
    try {
      await coordinator.stuur(`${pad}/tafeldatum`, { tafelDatum });
      return tafelDatum;
    } catch (fout) {
      if (nog === 0 || !(fout instanceof GeweigerdFout && anderDag.includes(fout.soort))) throw fout;
    }
    tafelDatum = eersteWerkdag(plusDagen(tafelDatum, 1));
  }
}

interface Opdracht {
  json: boolean;
  help: boolean;
  verhalen: boolean;
  verhaal: string | undefined;
}

function leesOpdracht(): Opdracht {
  try {
    const { values } = parseArgs({
      options: {
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        verhalen: { type: 'boolean' },
        verhaal: { type: 'string' },
      },
    });
    const { json = false, help = false, verhalen = false, verhaal } = values;
    return { json, help, verhalen, verhaal };
  } catch (fout) {
    throw new GebruikFout(`Deze optie bestaat niet, of mist een naam.\n\n${uitleg}`, { cause: fout });
  }
}

/** Plays a story in a stack of its own. @throws GebruikFout, or DemoFout with what differs. */
async function speelOpNaam(naam: string, json: boolean): Promise<void> {
  const verhaal = verhalen.find((verhaal) => verhaal.naam === naam);
  if (!verhaal) throw new GebruikFout(`Er is geen verhaal “${naam}”. Kies uit:\n${namen()}`);
  const instellingen = leesStartInstellingen(process.env);
  // Loaded late: the whole program takes a second or two to load, and an error above should not wait for it.
  const { demoVerhaal } = await import('./demoVerhaal.ts');
  const verschillen = await demoVerhaal(verhaal, instellingen, json);
  if (verschillen.length > 0)
    throw new DemoFout(
      [`Het verhaal “${naam}” loopt anders dan verwacht:`, ...verschillen.map((regel) => `  ${regel}`)].join(
        '\n',
      ),
    );
}

const namen = () => verhalen.map(({ naam }) => naam).join('\n');

async function main(): Promise<void> {
  const opdracht = leesOpdracht();
  const { json, verhaal } = opdracht;
  if (opdracht.help) return schrijf(uitleg.trimEnd());
  if (opdracht.verhalen) return schrijf(namen());
  if (verhaal !== undefined) return speelOpNaam(verhaal, json);
  const adressen = await leesAdressen(leesStartInstellingen(process.env).ZL_DATA_DIR);
  if (json) {
    schrijf(JSON.stringify(await speel(adressen, () => {}), null, 2));
    return;
  }
  schrijf(`${vet('Een traject, van aanmelding tot zorg')}\n`);
  const traject = await speel(adressen, (wie, wat) =>
    schrijf(`  ${wie.padEnd(14)}${wie === '' ? zacht(wat) : wat}`),
  );
  schrijf(`\n${vet(`${traject.kenmerk}: ${String(traject.uitkomst).replaceAll('-', ' ')}`)}`);
}

try {
  await main();
} catch (fout) {
  const tekst = fout instanceof Error ? fout.message : String(fout);
  process.stderr.write(`${tekst.trimEnd()}\n`);
  process.exitCode = fout instanceof GebruikFout || fout instanceof InstellingFout ? 2 : 1;
}
