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
  foutenNaPeildatum,
  type KwartaalAntwoord,
  kloptTitel,
  kwartaalAntwoordSchema,
  oorzakenSchema,
  oorzakenTitel,
  overbruggingTitel,
  wachtendeJeugdigeSchema,
  wachtendTitel,
  wachtNiemand,
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
        ...(veld === 'wachtend' ? { description: 'Wacht hier niemand op? Laat het dan leeg.' } : {}),
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

const niemandTitel = 'Er wachtte niemand';

/**
 * What is wrong when nothing is filled in and nobody said that nobody waited, or both; null when it fits. An empty form is no answer. `vraag`
 * asks to fill in, `ingevuld` is what was.
 */
function foutInNiemand(
  isLeeg: boolean,
  niemand: true | undefined,
  { vraag, ingevuld }: { vraag: string; ingevuld: string },
): string | null {
  if (isLeeg && !niemand) return `${vraag}, of vink aan dat er niemand wachtte.`;
  return !isLeeg && niemand
    ? `U vulde ${ingevuld} in en vinkte ook aan dat er niemand wachtte. Kies één van de twee.`
    : null;
}

/** The fields of the quarterly uitvraag on a page. */
export const kwartaalFormulier = z
  .strictObject({
    niemand: z.literal(true).optional().meta({
      title: niemandTitel,
      description: 'Vink dit alleen aan als u hieronder nergens wachtende jeugdigen invult.',
    }),
    ...aantallen,
    oorzaken: oorzakenSchema.optional().meta({ title: oorzakenTitel }),
    ...weken,
    klopt: z.literal(true).optional().meta({
      title: kloptTitel,
      description: 'Alleen nodig als wij daarom vragen.',
    }),
  })
  .superRefine((velden, context) => {
    // A number that is none itself is refused as that, and is not nobody.
    const isLeeg = wachtvakken.every((vak) => vakUit(velden, vak).wachtend === 0);
    const niemandFout = foutInNiemand(isLeeg, velden.niemand, {
      vraag: 'Vul in hoeveel jeugdigen er wachtten',
      ingevuld: 'wachtende jeugdigen',
    });
    if (niemandFout) context.addIssue({ code: 'custom', path: ['niemand'], message: niemandFout });
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

/** The fields of that page as this answer fills them: what {@link kwartaalUitFormulier} makes the same answer of. What had to be confirmed has to be again. */
export function kwartaalAlsFormulier(
  antwoord: Pick<KwartaalAntwoord, 'wachtenden' | 'oorzaken' | 'wachttijden'>,
): Record<string, number | true | readonly string[]> {
  const gevuld = antwoord.wachtenden.filter(({ wachtend }) => wachtend > 0);
  return {
    ...Object.fromEntries(
      gevuld.flatMap((telling) => aantalNamen.map((veld) => [aantalNaam(telling, veld), telling[veld]])),
    ),
    ...(wachtNiemand(antwoord) ? { niemand: true } : {}),
    oorzaken: antwoord.oorzaken,
    ...Object.fromEntries(antwoord.wachttijden.map(({ zorgsoort, weken }) => [wekenNaam(zorgsoort), weken])),
  };
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

/**
 * The jeugdigen in lines of five parts with a semicolon or a tab between them, or what is wrong with which line. Lines are counted as
 * somebody sees them, empty ones too.
 */
function leesRegels(
  tekst: string,
  peilDatum?: string,
): { antwoord: ExtraAntwoord } | { meldingen: string[] } {
  const meldingen: string[] = [];
  const regels = tekst
    .split('\n')
    .map((regel, plaats) => ({ regel, nummer: plaats + 1 }))
    .filter(({ regel }) => regel.trim() !== '');
  const ruw = regels.map(({ regel, nummer }) => {
    const waarden = regel.split(/[;\t]/);
    if (waarden.length !== delen.length)
      meldingen.push(
        `Regel ${nummer}: zet op iedere regel vijf delen, met een puntkomma ertussen. Dit zijn er ${waarden.length}.`,
      );
    return Object.fromEntries(delen.map((deel, plaats) => [deel, alsCode(deel, waarden[plaats] ?? '')]));
  });
  if (meldingen.length === 0) {
    const gelezen = extraAntwoordSchema.safeParse({ jeugdigen: ruw });
    const teLaat = gelezen.success && peilDatum ? foutenNaPeildatum(gelezen.data, peilDatum) : [];
    if (gelezen.success && teLaat.length === 0) return { antwoord: gelezen.data };
    const fouten = gelezen.success ? teLaat : nederlandseFouten(gelezen.error, extraAntwoordSchema);
    for (const { veld, melding } of fouten) {
      const [, plaats, deel = ''] = veld.split('.');
      meldingen.push(
        plaats === undefined
          ? melding
          : `Regel ${regels[Number(plaats)]?.nummer}, ${labelVan([deel], wachtendeJeugdigeSchema)}: ${melding}`,
      );
    }
  }
  return { meldingen: meldingen.slice(0, hoogstensGenoemd) };
}

/** The fields of the extra uitvraag on this peildatum (yyyy-mm-dd) on a page. */
export const extraFormulier = (peilDatum: string) =>
  z
    .strictObject({
      regels: z
        .string()
        .max(200_000)
        .optional()
        .meta({
          title: 'Wachtende jeugdigen',
          description: `Zet iedere jeugdige op een eigen regel: BSN; soort zorg; ambulant of verblijf; gemeente; wacht sinds. Bijvoorbeeld: 999990019; Behandelgroep; Verblijf; Delft; 1-9-2026. Plakken uit een rekenblad kan ook. Soorten zorg: ${Object.values(zorgsoorten).join(', ')}.`,
        }),
      niemand: z.literal(true).optional().meta({ title: niemandTitel }),
    })
    .superRefine(({ regels = '', niemand }, context) => {
      const fout = (message: string) => context.addIssue({ code: 'custom', path: ['regels'], message });
      const niemandFout = foutInNiemand(regels.trim() === '', niemand, {
        vraag: 'Vul minstens één jeugdige in',
        ingevuld: 'jeugdigen',
      });
      if (niemandFout) fout(niemandFout);
      const gelezen = leesRegels(regels, peilDatum);
      if ('meldingen' in gelezen) fout(gelezen.meldingen.join(' '));
    });

/** The answer in the fields of that page. @throws Error when they did not pass {@link extraFormulier}. */
export function extraUitFormulier({
  regels = '',
}: z.output<ReturnType<typeof extraFormulier>>): ExtraAntwoord {
  const gelezen = leesRegels(regels);
  if ('meldingen' in gelezen) throw new Error('De regels zijn niet nagekeken.');
  return gelezen.antwoord;
}
