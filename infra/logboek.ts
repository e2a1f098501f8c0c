/** The log: JSON lines on standard output. */
import { type DestinationStream, type Logger, pino } from 'pino';

/**
 * Names of fields that hold something of a person or free text. The first line of defence is that code never logs
 * them; this is the second.
 */
const persoonlijk: ReadonlySet<string> = new Set(
  [
    'naam',
    'voornaam',
    'achternaam',
    'jeugdige',
    'geboorteDatum',
    'bsn',
    'bsnVersleuteld',
    'bsnIndex',
    'email',
    'telefoon',
    'adres',
    'postcode',
    'aan',
    'to',
    'toelichting',
    'tekst',
    'vrijeTekst',
    'reden',
    'vraag',
    'verslag',
    'perspectief',
    'stem',
    'body',
    'payload',
    'html',
    'subject',
    'onderwerp',
    'headers',
    'authorization',
    'cookie',
    'password',
    'wachtwoord',
    'token',
    'sleutel',
  ].map((naam) => naam.toLowerCase()),
);

const diepte = 6;

/** Text without what looks like an e-mail address, a BSN or the login in an address. */
function zonderPersoon(tekst: string): string {
  return tekst
    .replace(/\/\/[^\s/@]+@/g, '//[weggelaten]@')
    .replace(/[^\s<>"'/@]+@[^\s<>"'/@]+\.[a-z]+/gi, '[e-mail]')
    .replace(/(?<![\d-])\d{8,9}(?![\d-])/g, '[nummer]');
}

function opgeschoond(waarde: unknown, rest = diepte): unknown {
  if (typeof waarde === 'string') return zonderPersoon(waarde);
  if (waarde instanceof Error) return opgeschoondeFout(waarde, rest);
  if (waarde === null || typeof waarde !== 'object') return waarde;
  // An instance (a request of Fastify, a Date) is left to the serializer that its owner gave.
  if (!Array.isArray(waarde) && Object.getPrototypeOf(waarde) !== Object.prototype) return waarde;
  if (rest === 0) return '[te diep]';
  if (Array.isArray(waarde)) return waarde.map((deel) => opgeschoond(deel, rest - 1));
  return Object.fromEntries(
    Object.entries(waarde).map(([naam, deel]) => [
      naam,
      persoonlijk.has(naam.toLowerCase()) ? '[weggelaten]' : opgeschoond(deel, rest - 1),
    ]),
  );
}

/** An error as code, name, message and frames. Prisma repeats the arguments of a query in its message: that is left out. */
function opgeschoondeFout(fout: Error, rest: number): { message: string } & Record<string, unknown> {
  const vanPrisma = fout.name.startsWith('Prisma');
  const frames = (fout.stack ?? '').split('\n').filter((regel) => /^\s+at /.test(regel));
  return {
    type: fout.name,
    ...('code' in fout ? { code: fout.code } : {}),
    message: vanPrisma ? '[weggelaten]' : zonderPersoon(fout.message),
    stack: frames.join('\n'),
    ...(fout.cause === undefined || rest === 0 ? {} : { cause: opgeschoond(fout.cause, rest - 1) }),
  };
}

/** The log of one program at one level, on standard output or in `doel`; moments in UTC (ISO 8601). Whatever looks personal is left out. */
export function maakLogboek(programma: string, niveau: string, doel?: DestinationStream): Logger {
  const logboek = pino(
    {
      base: { programma },
      level: niveau,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: (fout: unknown) => fout },
      formatters: {
        level: (naam) => ({ level: naam }),
        log: (velden) => opgeschoond({ ...velden }) as Record<string, unknown>,
      },
      hooks: {
        logMethod(argumenten, methode) {
          const [eerst, ...rest] = argumenten as unknown[];
          const begin = eerst instanceof Error ? { err: eerst } : eerst;
          const fout = typeof begin === 'object' && begin !== null && 'err' in begin ? begin.err : undefined;
          // Pino and Fastify use the message of the error as the text of the line: then the cleaned one.
          const tekst =
            fout instanceof Error && (rest.length === 0 || rest[0] === fout.message)
              ? [opgeschoondeFout(fout, 0).message]
              : rest.map((deel) => opgeschoond(deel));
          methode.apply(this, [
            typeof begin === 'string' ? zonderPersoon(begin) : begin,
            ...tekst,
          ] as typeof argumenten);
        },
      },
    },
    doel,
  );
  // Pino does not pass the fixed fields of a child through its formatters.
  const kind = logboek.child;
  logboek.child = function (this: Logger, velden, opties) {
    return kind.call(this, opgeschoond({ ...velden }) as typeof velden, opties) as ReturnType<typeof kind>;
  } as typeof kind;
  return logboek;
}
