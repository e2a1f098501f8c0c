/**
 * The answers to an uitvraag as a page without JavaScript asks them: one field for each number, and the jeugdigen of an extra
 * uitvraag as lines, as they come from a spreadsheet.
 */
import { z } from 'zod';
import { labelVan, nederlandseFouten } from './fouten.ts';
import { gemeenteKeuzes } from './gemeenten.ts';
import { wachtSectoren, type Zorgsoort, zorgsoorten, zorgvormen } from './uitvraagCodes.ts';
import {
  aantalSchema,
  drieMaandenTitel,
  type ExtraAntwoord,
  extraAntwoordSchema,
  foutenInTelling,
  type KwartaalAntwoord,
  kloptTitel,
  kwartaalAntwoordSchema,
  oorzakenSchema,
  oorzakenTitel,
  overbruggingTitel,
  wachtendeJeugdigeSchema,
  wachtendTitel,
  wachtvakken,
  wekenSchema,
} from './uitvraagInvulling.ts';

const aantalVelden = {
  wachtend: wachtendTitel,
  drieMaanden: drieMaandenTitel,
  overbrugging: overbruggingTitel,
} as const;
type Aantalveld = keyof typeof aantalVelden;
const aantalNamen = Object.keys(aantalVelden) as Aantalveld[];

type Vak = (typeof wachtvakken)[number];
const aantalNaam = ({ sector, vorm }: Vak, veld: Aantalveld) => `${sector}-${vorm}-${veld}`;
const wekenNaam = (zorgsoort: string) => `weken-${zorgsoort}`;

const aantallen = Object.fromEntries(
  wachtvakken.flatMap((vak) =>
    aantalNamen.map((veld) => [
      aantalNaam(vak, veld),
      aantalSchema.optional().meta({
        title: `${wachtSectoren[vak.sector]}, ${zorgvormen[vak.vorm].toLowerCase()}: ${aantalVelden[veld].charAt(0).toLowerCase()}${aantalVelden[veld].slice(1)}`,
        ...(veld === 'wachtend' ? { description: 'Wacht er niemand? Laat het dan leeg.' } : {}),
      }),
    ]),
  ),
);

const weken = Object.fromEntries(
  Object.entries(zorgsoorten).map(([code, naam]) => [
    wekenNaam(code),
    wekenSchema.optional().meta({ title: `${naam}: wachttijd nu, in weken` }),
  ]),
);

function vakUit(velden: Readonly<Record<string, unknown>>, vak: Vak) {
  const getal = (veld: Aantalveld) => Number(velden[aantalNaam(vak, veld)] ?? 0);
  return {
    wachtend: getal('wachtend'),
    drieMaanden: getal('drieMaanden'),
    overbrugging: getal('overbrugging'),
  };
}

/** The fields of the quarterly uitvraag on a page. */
export const kwartaalFormulier = z
  .strictObject({
    ...aantallen,
    oorzaken: oorzakenSchema.optional().meta({ title: oorzakenTitel }),
    ...weken,
    klopt: z.literal(true).optional().meta({
      title: kloptTitel,
      description: 'Alleen nodig als wij daarom vragen.',
    }),
  })
  .superRefine((velden, context) => {
    for (const vak of wachtvakken)
      for (const { veld, melding } of foutenInTelling(vakUit(velden, vak)))
        context.addIssue({ code: 'custom', path: [aantalNaam(vak, veld)], message: melding });
  });

/** The answer in the fields of that page. */
export function kwartaalUitFormulier(velden: Readonly<Record<string, unknown>>): KwartaalAntwoord {
  const zorgsoortenMetWeken = (Object.keys(zorgsoorten) as Zorgsoort[]).filter(
    (zorgsoort) => velden[wekenNaam(zorgsoort)] !== undefined,
  );
  return kwartaalAntwoordSchema.parse({
    wachtenden: wachtvakken
      .map((vak) => ({ ...vak, ...vakUit(velden, vak) }))
      .filter(({ wachtend }) => wachtend > 0),
    oorzaken: velden.oorzaken ?? [],
    wachttijden: zorgsoortenMetWeken.map((zorgsoort) => ({ zorgsoort, weken: velden[wekenNaam(zorgsoort)] })),
    ...(velden.klopt ? { klopt: true } : {}),
  });
}

const delen = ['bsn', 'zorgsoort', 'vorm', 'gemeente', 'wachtSindsDatum'] as const;
const lijsten: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  zorgsoort: zorgsoorten,
  vorm: zorgvormen,
  gemeente: gemeenteKeuzes,
};

/** What somebody typed in one part as its code: a label becomes its code, `1-9-2026` becomes `2026-09-01`. */
function alsCode(deel: string, getypt: string): string {
  const tekst = getypt.trim();
  if (deel === 'bsn') return tekst.replaceAll(/[ .]/g, '');
  if (deel === 'wachtSindsDatum') {
    const [, dag = '', maand = '', jaar] = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(tekst) ?? [];
    return jaar ? `${jaar}-${maand.padStart(2, '0')}-${dag.padStart(2, '0')}` : tekst;
  }
  const gelijk = (een: string) => een.toLowerCase() === tekst.toLowerCase();
  return (
    Object.entries(lijsten[deel] ?? {}).find(([code, label]) => gelijk(code) || gelijk(label))?.[0] ?? tekst
  );
}

/** So many lines are named when more of them are wrong. */
const hoogstensGenoemd = 10;

/** The jeugdigen in lines of five parts with a semicolon or a tab between them, or what is wrong with which line. */
function leesRegels(tekst: string): { antwoord: ExtraAntwoord } | { meldingen: string[] } {
  const meldingen: string[] = [];
  const regels = tekst.split('\n').filter((regel) => regel.trim() !== '');
  const ruw = regels.map((regel, plaats) => {
    const waarden = regel.split(/[;\t]/);
    if (waarden.length !== delen.length)
      meldingen.push(
        `Regel ${plaats + 1}: zet op iedere regel vijf delen, met een puntkomma ertussen. Dit zijn er ${waarden.length}.`,
      );
    return Object.fromEntries(delen.map((deel, nummer) => [deel, alsCode(deel, waarden[nummer] ?? '')]));
  });
  if (meldingen.length === 0) {
    const gelezen = extraAntwoordSchema.safeParse({ jeugdigen: ruw });
    if (gelezen.success) return { antwoord: gelezen.data };
    for (const { veld, melding } of nederlandseFouten(gelezen.error, extraAntwoordSchema)) {
      const [, plaats, deel = ''] = veld.split('.');
      meldingen.push(
        plaats === undefined
          ? melding
          : `Regel ${Number(plaats) + 1}, ${labelVan([deel], wachtendeJeugdigeSchema)}: ${melding}`,
      );
    }
  }
  return { meldingen: meldingen.slice(0, hoogstensGenoemd) };
}

/** The fields of an extra uitvraag on a page. */
export const extraFormulier = z
  .strictObject({
    regels: z
      .string()
      .max(200_000)
      .optional()
      .meta({
        title: 'Wachtende jeugdigen',
        description: `Zet iedere jeugdige op een eigen regel: BSN; soort zorg; ambulant of verblijf; gemeente; wacht sinds. Bijvoorbeeld: 999990019; Behandelgroep; Verblijf; Delft; 1-9-2026. Plakken uit een rekenblad kan ook. Soorten zorg: ${Object.values(zorgsoorten).join(', ')}.`,
      }),
    niemand: z.literal(true).optional().meta({ title: 'Er wachtte niemand' }),
  })
  .superRefine(({ regels = '', niemand }, context) => {
    const fout = (message: string) => context.addIssue({ code: 'custom', path: ['regels'], message });
    const isLeeg = regels.trim() === '';
    if (isLeeg && !niemand) fout('Vul minstens één jeugdige in, of vink aan dat er niemand wachtte.');
    if (!isLeeg && niemand)
      fout('U vulde jeugdigen in en vinkte ook aan dat er niemand wachtte. Kies één van de twee.');
    const gelezen = leesRegels(regels);
    if ('meldingen' in gelezen) fout(gelezen.meldingen.join(' '));
  });

/** The answer in the fields of that page. @throws Error when they did not pass {@link extraFormulier}. */
export function extraUitFormulier({ regels = '' }: z.output<typeof extraFormulier>): ExtraAntwoord {
  const gelezen = leesRegels(regels);
  if ('meldingen' in gelezen) throw new Error('De regels zijn niet nagekeken.');
  return gelezen.antwoord;
}
