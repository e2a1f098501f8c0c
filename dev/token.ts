/** `npm run --silent token -- ROL`: a token for the API of `npm start`. */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { SignJWT } from 'jose';
import { rollen } from '../api/toegang.ts';
import { codeSchema } from '../domain/codes.ts';
import { InstellingFout, leesStartInstellingen } from '../infra/instellingen.ts';
import { leesSleutels } from './gegevensmap.ts';

const uitleg = `Gebruik: npm run --silent token -- ROL [--aanbieder CODE] [--wie CODE]

Maakt een token om in te loggen bij de API die met npm start draait. Het is twaalf uur geldig.

  ROL                ${rollen.join(', ')}
  --aanbieder CODE   bij de rol aanbieder: de code van de aanbieder
  --wie CODE         wie u bent, zoals coordinator-2; anders de rol, of de code van de
                     aanbieder, met -1

Voorbeelden:
  npm run --silent token -- coordinator
  npm run --silent token -- aanbieder --aanbieder aanbieder-01
`;

/** Wrong use of the command; the message is Dutch. */
class GebruikFout extends Error {}

function leesVraag(): { rol: (typeof rollen)[number]; aanbieder?: string; wie: string } | 'help' {
  let gelezen: ReturnType<typeof ontleed>;
  try {
    gelezen = ontleed();
  } catch (fout) {
    throw new GebruikFout('Deze optie bestaat niet, of er ontbreekt iets achter.', { cause: fout });
  }
  const { values, positionals } = gelezen;
  if (values.help) return 'help';
  const [gevraagd, ...meer] = positionals;
  const rol = rollen.find((naam) => naam === gevraagd);
  if (!rol || meer.length > 0) {
    throw new GebruikFout(
      gevraagd === undefined
        ? 'Zeg welke rol het token moet hebben.'
        : `Noem precies één rol: ${rollen.join(', ')}. U vroeg: ${positionals.join(' ')}.`,
    );
  }
  const { aanbieder, wie = `${values.aanbieder ?? rol}-1` } = values;
  if (rol === 'aanbieder' && aanbieder === undefined) {
    throw new GebruikFout('Bij de rol aanbieder hoort --aanbieder met de code van een aanbieder.');
  }
  if (rol !== 'aanbieder' && aanbieder !== undefined) {
    throw new GebruikFout(`--aanbieder hoort alleen bij de rol aanbieder, niet bij ${rol}.`);
  }
  for (const code of [aanbieder, wie]) {
    if (code !== undefined && !codeSchema.safeParse(code).success) {
      throw new GebruikFout(
        `${JSON.stringify(code)} is geen code: gebruik kleine letters, cijfers en streepjes.`,
      );
    }
  }
  return { rol, wie, ...(aanbieder === undefined ? {} : { aanbieder }) };
}

function ontleed() {
  return parseArgs({
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      aanbieder: { type: 'string' },
      wie: { type: 'string' },
    },
  });
}

try {
  const vraag = leesVraag();
  if (vraag === 'help') {
    process.stdout.write(uitleg);
  } else {
    const { jwt } = await leesSleutels(leesStartInstellingen(process.env).ZL_DATA_DIR);
    const { wie, ...claims } = vraag;
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(wie)
      .setIssuedAt()
      .setExpirationTime('12h')
      .sign(new TextEncoder().encode(jwt));
    process.stdout.write(`${token}\n`);
  }
} catch (fout) {
  const tekst = fout instanceof Error ? fout.message : String(fout);
  process.stderr.write(fout instanceof GebruikFout ? `${tekst}\n\n${uitleg}` : `${tekst}\n`);
  process.exitCode = fout instanceof GebruikFout || fout instanceof InstellingFout ? 2 : 1;
}
