/** What an aanbieder fills in: the numbers of the quarterly uitvraag, or the jeugdigen of the extra one. */
import { z } from 'zod';
import { isBsn } from './bsn.ts';
import { datumSchema } from './codes.ts';
import { type Veldfout, veldfout } from './fouten.ts';
import { gemeenteSchema } from './gemeenten.ts';
import { keuzesInWoorden } from './keuzelijst.ts';
import { wieWachtZin } from './rapport/definities.ts';
import {
  type WachtSector,
  wachtOorzaakSchema,
  wachtOorzaken,
  wachtSectoren,
  wachtSectorSchema,
  type Zorgsoort,
  type Zorgvorm,
  zorgsoorten,
  zorgsoortSchema,
  zorgvormen,
  zorgvormSchema,
} from './uitvraagCodes.ts';
import { leesbareDatum } from './werkdagen.ts';

/** More than any aanbieder has waiting: the whole region had 592 in a quarter (regiovisie-monitor-2022, chapter 5). */
const hoogsteAantal = 9_999;
/** Ten years. */
const hoogsteWeken = 520;

const heel = (hoogste: number, wat: string) => {
  const error = `Vul ${wat} in als heel getal van 0 tot en met ${hoogste.toLocaleString('nl-NL')}, zonder punt of komma.`;
  return z.int({ error }).min(0, { error }).max(hoogste, { error });
};

/** A number of jeugdigen, 0 to 9,999. */
export const aantalSchema = heel(hoogsteAantal, 'een aantal');
/** A wachttijd in whole weeks, 0 to 520. */
export const wekenSchema = heel(hoogsteWeken, 'het aantal weken');

/** The numbers of one sector in one vorm. */
interface Telling {
  wachtend: number;
  drieMaanden: number;
  overbrugging: number;
}

/** Which of the numbers do not fit together, and why: nobody waits three months, or has overbrugging, without waiting. */
export function foutenInTelling({ wachtend, drieMaanden, overbrugging }: Telling) {
  const teVeel = (veld: 'drieMaanden' | 'overbrugging', aantal: number) =>
    // A number that is none itself is refused as that.
    wachtend >= 0 && aantal > wachtend
      ? [{ veld, melding: `Dit zijn er meer dan er wachten (${wachtend}). Kijk beide getallen na.` }]
      : [];
  return [...teVeel('drieMaanden', drieMaanden), ...teVeel('overbrugging', overbrugging)];
}

export const wachtendTitel = 'Hoeveel jeugdigen wachten er?';
export const drieMaandenTitel = 'Hoeveel van hen drie maanden of langer?';
export const overbruggingTitel = 'Hoeveel van hen krijgen overbruggingszorg?';

const telling = z
  .strictObject({
    sector: wachtSectorSchema.meta({ title: 'Sector', description: keuzesInWoorden(wachtSectoren) }),
    vorm: zorgvormSchema.meta({ title: 'Ambulant of verblijf' }),
    wachtend: aantalSchema.meta({ title: wachtendTitel }),
    drieMaanden: aantalSchema.default(0).meta({ title: drieMaandenTitel }),
    overbrugging: aantalSchema.default(0).meta({ title: overbruggingTitel }),
  })
  .superRefine((aantallen, context) => {
    for (const { veld, melding } of foutenInTelling(aantallen))
      context.addIssue({ code: 'custom', path: [veld], message: melding });
  });

const zonderDubbele =
  <T>(sleutel: (een: T) => string, message: string, veld: string) =>
  (lijst: readonly T[], context: z.RefinementCtx) => {
    const gezien = new Set<string>();
    for (const [plaats, een] of lijst.entries()) {
      if (gezien.has(sleutel(een))) context.addIssue({ code: 'custom', path: [plaats, veld], message });
      gezien.add(sleutel(een));
    }
  };

export const oorzakenSchema = z
  .array(wachtOorzaakSchema)
  .refine((lijst) => new Set(lijst).size === lijst.length, 'Noem iedere oorzaak één keer.');
export const oorzakenTitel = 'Waardoor wachten jeugdigen bij u?';
export const kloptTitel = 'Dit klopt, ook al is het hoog, nul of heel anders dan de vorige keer';

/** The answer to the quarterly uitvraag; a sector and vorm that is left out counts as nobody waiting. */
export const kwartaalAntwoordSchema = z.strictObject({
  wachtenden: z
    .array(telling)
    .superRefine(
      zonderDubbele(
        ({ sector, vorm }) => `${sector} ${vorm}`,
        'Deze sector staat er voor deze vorm twee keer. Tel ze bij elkaar op.',
        'sector',
      ),
    )
    .meta({
      title: 'Wachtende jeugdigen',
      description: `Per sector, ambulant en verblijf apart. ${wieWachtZin} Wat u weglaat, telt als 0.`,
    }),
  oorzaken: oorzakenSchema
    .default([])
    .meta({ title: oorzakenTitel, description: keuzesInWoorden(wachtOorzaken) }),
  wachttijden: z
    .array(
      z.strictObject({
        zorgsoort: zorgsoortSchema.meta({ title: 'Soort zorg', description: keuzesInWoorden(zorgsoorten) }),
        weken: wekenSchema.meta({ title: 'Wachttijd nu, in weken' }),
      }),
    )
    .superRefine(
      zonderDubbele(({ zorgsoort }) => zorgsoort, 'Deze soort zorg staat er twee keer.', 'zorgsoort'),
    )
    .default([])
    .meta({ title: 'Wachttijden', description: 'De wachttijd nu, per soort zorg die u biedt.' }),
  klopt: z.literal(true).optional().meta({
    title: kloptTitel,
    description:
      'Alleen nodig als wij daarom vragen: er wacht dan niemand, of een aantal of een wachttijd is hoog, of veel groter of kleiner dan de vorige keer.',
  }),
});

export type KwartaalAntwoord = z.output<typeof kwartaalAntwoordSchema>;

/** One jeugdige as an aanbieder sends it. The BSN goes no further than the API, which makes the blind index of it. */
export const wachtendeJeugdigeSchema = z.strictObject({
  bsn: z
    .string()
    .refine(isBsn, 'Dit is geen geldig BSN. Kijk het na op een tikfout.')
    .meta({
      title: 'BSN',
      description: 'Wij bewaren het nummer niet, alleen een afdruk waarmee wij dezelfde jeugdige herkennen.',
      examples: ['999990019'],
    }),
  zorgsoort: zorgsoortSchema.meta({ title: 'Soort zorg', description: keuzesInWoorden(zorgsoorten) }),
  vorm: zorgvormSchema.meta({ title: 'Ambulant of verblijf' }),
  gemeente: gemeenteSchema.meta({ title: 'Gemeente', examples: ['den-haag'] }),
  wachtSindsDatum: datumSchema.meta({ title: 'Wacht sinds', examples: ['2026-08-31'] }),
});

type MetBsn = z.output<typeof wachtendeJeugdigeSchema>;

/** One jeugdige as it is kept: known by the blind index of its BSN (infra/bsn.ts). */
export interface WachtendeJeugdige extends Omit<MetBsn, 'bsn'> {
  bsnIndex: string;
}

/** The answer to the extra uitvraag. */
export const extraAntwoordSchema = z.strictObject({
  jeugdigen: z
    .array(wachtendeJeugdigeSchema)
    .max(2_000)
    .superRefine(
      zonderDubbele(
        ({ bsn, zorgsoort, vorm }) => `${bsn} ${zorgsoort} ${vorm}`,
        'Deze jeugdige staat er al, met dezelfde zorg. Haal één van de twee weg.',
        'bsn',
      ),
    )
    .meta({
      title: 'Wachtende jeugdigen',
      description:
        'Iedere jeugdige die op de peildatum bij u wacht. Wacht er niemand? Stuur dan een lege lijst.',
    }),
});

export type ExtraAntwoord = z.output<typeof extraAntwoordSchema>;

/** What is wrong with the jeugdigen that began to wait after the peildatum (yyyy-mm-dd). */
export function foutenNaPeildatum({ jeugdigen }: ExtraAntwoord, peilDatum: string): Veldfout[] {
  return jeugdigen.flatMap(({ wachtSindsDatum }, plaats) =>
    wachtSindsDatum > peilDatum
      ? [
          veldfout(
            ['jeugdigen', plaats, 'wachtSindsDatum'],
            `Deze dag ligt na de peildatum, ${leesbareDatum(peilDatum)}. Noem alleen wie toen al wachtte.`,
            extraAntwoordSchema,
          ),
        ]
      : [],
  );
}

/** One number that is hard to believe: it differs much from the last answer, or there is none and it is large. */
export type Verschil = { eerder: number | null; nu: number } & (
  | {
      sector: WachtSector;
      vorm: Zorgvorm;
      /** All who wait, those of them who wait three months or longer, or those with overbruggingszorg. */
      wat: keyof Telling;
    }
  | {
      zorgsoort: Zorgsoort;
      /** The wachttijd, in weeks. */
      wat: 'weken';
    }
);

/** A difference has to be more than this many jeugdigen or weeks... */
const ruimeVerschil = 10;
/** ...and more than so many times as much, or as little. */
const ruimeFactor = 2;
/**
 * Without an answer to compare with, more than this is asked about. Jeugdigen: all 188 together had 592 (regiovisie-monitor-2022, second
 * quarter). Weeks: the longest wachttijd that the sources name is two years, of a KDC (raadsinformatiebrief-monitor-2024, "Aanpak wachttijden").
 */
const ruimZonderEerder = { jeugdigen: 100, weken: 104 } as const;

/** All sectoren with each vorm, in the order in which a reader sees them. */
export const wachtvakken = (Object.keys(wachtSectoren) as WachtSector[]).flatMap((sector) =>
  (Object.keys(zorgvormen) as Zorgvorm[]).map((vorm) => ({ sector, vorm })),
);

/** The numbers of one sector in one vorm; nobody waits where nothing was filled in. */
export function tellingVan(
  { wachtenden }: Pick<KwartaalAntwoord, 'wachtenden'>,
  vak: { sector: WachtSector; vorm: Zorgvorm },
): Telling {
  const gevonden = wachtenden.find(({ sector, vorm }) => sector === vak.sector && vorm === vak.vorm);
  return gevonden ?? { wachtend: 0, drieMaanden: 0, overbrugging: 0 };
}

/** What of the answer to a quarter is held against the one before. */
type Vergelijkbaar = Pick<KwartaalAntwoord, 'wachtenden' | 'wachttijden'>;

/** Whether this answer says that nobody waits. */
export function wachtNiemand({ wachtenden }: Pick<KwartaalAntwoord, 'wachtenden'>): boolean {
  return wachtenden.every(({ wachtend }) => wachtend === 0);
}

/**
 * Where a number has more than doubled or halved since the last answer, by more than ten, or is large and there is none
 * to compare with: more often a slip than the truth, so the aanbieder is asked whether it is right. A wachttijd that is no longer named
 * is no difference: the aanbieder may have stopped with that hulp.
 */
export function groteVerschillen(nu: Vergelijkbaar, eerder: Vergelijkbaar | null): Verschil[] {
  const aantallen = wachtvakken.flatMap((vak) =>
    (['wachtend', 'drieMaanden', 'overbrugging'] as const).flatMap((wat): Verschil[] => {
      const is = tellingVan(nu, vak)[wat];
      const was = eerder && tellingVan(eerder, vak)[wat];
      return isVreemd(is, was, ruimZonderEerder.jeugdigen) ? [{ ...vak, wat, eerder: was, nu: is }] : [];
    }),
  );
  const wachttijden = nu.wachttijden.flatMap(({ zorgsoort, weken }): Verschil[] => {
    const was = eerder?.wachttijden.find((een) => een.zorgsoort === zorgsoort)?.weken ?? null;
    return isVreemd(weken, was, ruimZonderEerder.weken)
      ? [{ zorgsoort, wat: 'weken', eerder: was, nu: weken }]
      : [];
  });
  return [...aantallen, ...wachttijden];
}

function isVreemd(is: number, was: number | null, ruim: number): boolean {
  if (was === null) return is > ruim;
  return Math.abs(is - was) > ruimeVerschil && Math.max(is, was) > ruimeFactor * Math.min(is, was);
}

const vanWie = {
  wachtend: '',
  drieMaanden: ', drie maanden of langer',
  overbrugging: ', met overbruggingszorg',
} as const;

function inWoorden(verschil: Verschil): string {
  const over =
    verschil.wat === 'weken'
      ? `${zorgsoorten[verschil.zorgsoort]}, wachttijd in weken`
      : `${wachtSectoren[verschil.sector]} ${zorgvormen[verschil.vorm].toLowerCase()}${vanWie[verschil.wat]}`;
  const { eerder, nu } = verschil;
  return `${over}: nu ${nu}${eerder === null ? '' : `, de vorige keer ${eerder}`}`;
}

/**
 * What an aanbieder is asked to confirm about its answer to a quarter, beside the one before; null when there is nothing to ask. That nobody
 * waits is said of every number at once; `isNiemandGezegd` when the aanbieder said it in so many words.
 */
export function vraagOmBevestiging(
  nu: Vergelijkbaar,
  eerder: Vergelijkbaar | null,
  isNiemandGezegd = false,
): string | null {
  const niemand = wachtNiemand(nu);
  const verschillen = groteVerschillen(nu, eerder).filter(({ wat }) => !niemand || wat === 'weken');
  const was = eerder?.wachtenden.reduce((totaal, { wachtend }) => totaal + wachtend, 0) ?? 0;
  const vragen = [
    ...(niemand && !isNiemandGezegd
      ? [
          `U gaf nergens wachtende jeugdigen op${was > 0 ? `; de vorige keer ${was}` : ''}. Klopt het dat er niemand wacht?`,
        ]
      : []),
    ...(verschillen.length > 0
      ? [
          `Deze getallen zijn hoog, of heel anders dan de vorige keer. ${verschillen.map(inWoorden).join('; ')}. Kijk ze na. Kloppen ze?`,
        ]
      : []),
  ];
  return vragen.length > 0 ? `${vragen.join(' ')} Bevestig dat dan hier.` : null;
}
