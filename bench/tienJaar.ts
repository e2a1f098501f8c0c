/**
 * `npm run --silent bench:tien-jaar`: every list and every report on ten years of generated data, beside one year; with
 * `--docs` it writes the figures and the plans to docs/.
 */
import { writeFile } from 'node:fs/promises';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { type Meetopstelling, openMeetopstelling } from './tienJaar/api.ts';
import { meet } from './tienJaar/meten.ts';
import { leesopdrachten, planVan, toonSql, watLeest } from './tienJaar/plan.ts';
import { startMeetserver } from './tienJaar/server.ts';
import { cijferpagina, type Gemeten, type Uitgelegd, vragenpagina } from './tienJaar/verslag.ts';
import { zoekVoorbeelden } from './tienJaar/voorbeelden.ts';
import { type Vraag, vragen } from './tienJaar/vragen.ts';
import { vul } from './tienJaar/vullen.ts';

const uitleg = `Gebruik: npm run --silent bench:tien-jaar [-- opties]

Maakt een PostgreSQL in een tijdelijke map, vult die met verzonnen gegevens van één jaar en van tien jaar, en meet
iedere lijst en ieder rapport in beide, om en om.

  --zaad GETAL      waaruit de gegevens volgen; met hetzelfde getal zijn zij hetzelfde (1)
  --per-jaar GETAL  aanmeldingen per jaar (100: de regio zoals zij is)
  --keer GETAL      meet ook tien jaar met zoveel keer zoveel aanmeldingen
  --keren GETAL     hoe vaak iedere vraag wordt gesteld (25)
  --docs            schrijf docs/FIGURES.md en docs/QUERIES.md
  --help            toont deze uitleg

Einde: 0, of 1 als een doel niet is gehaald, 2 als de opdracht niet klopt.
`;

/** Wrong use of the command; the message is Dutch. */
class GebruikFout extends Error {}

function leesOpties() {
  try {
    const { values } = parseArgs({
      options: {
        zaad: { type: 'string', default: '1' },
        'per-jaar': { type: 'string', default: '100' },
        keer: { type: 'string', default: '1' },
        keren: { type: 'string', default: '25' },
        docs: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    const getal = (naam: 'zaad' | 'per-jaar' | 'keer' | 'keren') => {
      const waarde = Number(values[naam]);
      if (!Number.isInteger(waarde) || waarde < 1)
        throw new GebruikFout(`--${naam} is een heel getal vanaf 1, niet “${values[naam]}”.`);
      return waarde;
    };
    return {
      zaad: getal('zaad'),
      perJaar: getal('per-jaar'),
      keer: getal('keer'),
      keren: getal('keren'),
      docs: values.docs,
      help: values.help,
    };
  } catch (fout) {
    if (fout instanceof GebruikFout) throw fout;
    throw new GebruikFout('Deze optie bestaat niet, of er ontbreekt iets achter.', { cause: fout });
  }
}

const schrijf = (regel: string) => process.stdout.write(`${regel}\n`);

async function main(): Promise<void> {
  const opties = leesOpties();
  if (opties.help) return void process.stdout.write(uitleg);
  const omvang = { zaad: opties.zaad, aanmeldingenPerJaar: opties.perJaar };
  const werelden = [
    { naam: '1 year', omvang: { ...omvang, jaren: 1 } },
    { naam: '10 years', omvang: { ...omvang, jaren: 10 } },
    ...(opties.keer > 1
      ? [
          {
            naam: `10 years × ${opties.keer}`,
            omvang: { ...omvang, jaren: 10, aanmeldingenPerJaar: opties.perJaar * opties.keer },
          },
        ]
      : []),
  ];
  const server = await startMeetserver();
  const ops: Meetopstelling[] = [];
  try {
    for (const { naam, omvang } of werelden) {
      const begin = performance.now();
      const url = await server.maak(`jaren_${ops.length}`);
      const op = await openMeetopstelling(url);
      ops.push(op);
      await vul(op.db, url, omvang);
      schrijf(`${naam}: gevuld in ${((performance.now() - begin) / 1000).toFixed(0)} s`);
    }
    const lijsten = await Promise.all(ops.map(async (op) => vragen(await zoekVoorbeelden(op.db))));
    const gemeten: Gemeten[] = [];
    for (const [plaats, vraag] of (lijsten[1] ?? []).entries()) {
      const eigen: Vraag = { ...vraag, stel: (op) => (lijsten[ops.indexOf(op)]?.[plaats] ?? vraag).stel(op) };
      const meting = await meet(eigen, ops, opties.keren);
      const { tijden } = meting;
      gemeten.push({ vraag, ...meting });
      schrijf(
        `${tijden.map((tijd) => tijd.toFixed(1).padStart(8)).join('')} ms  ${vraag.titel} (${vraag.wat})`,
      );
    }
    if (opties.docs) await schrijfDocs();
    const gemist = gemeten.filter(
      ({ vraag, tijden }) => vraag.doel !== undefined && (tijden[1] ?? 0) >= vraag.doel,
    );
    for (const { vraag } of gemist) schrijf(`Niet gehaald: ${vraag.titel} binnen ${vraag.doel} ms`);
    process.exitCode = gemist.length > 0 ? 1 : 0;

    async function schrijfDocs(): Promise<void> {
      const [, tien] = ops;
      if (!tien) return;
      const namen = werelden.map(({ naam }) => naam);
      const aantallen = await Promise.all(ops.map(telRijen));
      const docs = new URL('../docs/', import.meta.url);
      await writeFile(
        new URL('FIGURES.md', docs),
        cijferpagina({ ...omvang, jaren: 10 }, namen, aantallen, gemeten),
      );
      const uitgelegd: { vraag: Vraag; delen: Uitgelegd[] }[] = [];
      const getoond = new Set<string>();
      for (const vraag of lijsten[1] ?? []) {
        const delen = await legUit(tien, vraag);
        // What a question asks like one before it, as which traject this is, stands there.
        uitgelegd.push({ vraag, delen: delen.filter(({ sql }) => !getoond.has(sql)) });
        for (const { sql } of delen) getoond.add(sql);
      }
      await writeFile(new URL('QUERIES.md', docs), vragenpagina({ ...omvang, jaren: 10 }, uitgelegd));
    }
  } finally {
    for (const op of ops) await op.sluit();
    await server.sluit();
  }
}

/** The statements of one question with their plans. */
async function legUit(op: Meetopstelling, vraag: Vraag): Promise<Uitgelegd[]> {
  const delen: Uitgelegd[] = [];
  for (const opdracht of leesopdrachten(await op.luister(() => vraag.stel(op))))
    delen.push({
      sql: toonSql(opdracht.sql),
      plan: await planVan(op.client, opdracht),
      indexen: (await watLeest(op.client, opdracht)).indexen,
    });
  return delen;
}

const geteld = [
  'Traject',
  'Gebeurtenis',
  'AuditRegel',
  'Invoer',
  'Bericht',
  'Onderzoek',
  'Link',
  'UitvraagAntwoord',
];

async function telRijen({ client }: Meetopstelling): Promise<Record<string, number>> {
  const aantallen: Record<string, number> = {};
  for (const tabel of geteld) {
    const { rows } = await client.query(
      `SELECT count(*)::int AS "aantal" FROM ${client.escapeIdentifier(tabel)}`,
    );
    aantallen[tabel] = rows[0].aantal;
  }
  return aantallen;
}

try {
  await main();
} catch (fout) {
  if (!(fout instanceof GebruikFout)) throw fout;
  process.stderr.write(`${fout.message}\n\n${uitleg}`);
  process.exitCode = 2;
}
