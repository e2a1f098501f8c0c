/**
 * The wachttijden as open data: one figure on each line, of one published quarter, as a platform such as Startpunt Jeugdhulp Haaglanden
 * reads it (domein.md, "Details": "Startpunt Jeugdhulp Haaglanden"). What a column holds stands in a Table Schema (datapackage.org),
 * made here from the same lists as the lines.
 */
import { wachtOorzaken, wachtSectoren, type Zorgvorm, zorgsoorten, zorgvormen } from '../uitvraagCodes.ts';
import { definities } from './definities.ts';
import type { Cijfer, Eenheid, Rapport, Rij } from './rapport.ts';
import { deeltabellen, sectorKolommen } from './wachttijden.ts';

/** What a line counts: the codes, as defined with the figures of the report. */
const indicatoren = definities.openData;
type Indicator = keyof typeof indicatoren;

const statussen = {
  getoond: 'de waarde staat er',
  verborgen: 'de waarde is minder dan 5, of verraadt er een die dat is',
  'geen-gegevens': 'niemand gaf iets op',
} as const;
const eenheden = ['aantal', 'procent', 'weken'] as const satisfies readonly Eenheid[];

/** One line of the file; null where a column says nothing of it. */
export interface OpenDataRegel {
  kwartaal: string;
  versie: number;
  peildatum: string;
  indicator: Indicator;
  sector: string | null;
  vorm: string | null;
  zorgsoort: string | null;
  oorzaak: string | null;
  waarde: number | null;
  eenheid: (typeof eenheden)[number];
  status: keyof typeof statussen;
}

const codes = (lijst: object) => Object.keys(lijst);
const inWoorden = (lijst: Readonly<Record<string, string>>) =>
  Object.entries(lijst)
    .map(([code, naam]) => `${code}: ${naam}`)
    .join('; ');

/** The Table Schema of the file: each column with its type, what it means and which values it can have. */
export const openDataSchema = {
  $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
  // No primary key: of the last four, at least two are empty on every line.
  uniqueKeys: [['kwartaal', 'indicator', 'sector', 'vorm', 'zorgsoort', 'oorzaak']],
  missingValues: [''],
  fields: [
    {
      name: 'kwartaal',
      type: 'string',
      title: 'Kwartaal waarover de cijfers gaan',
      constraints: { required: true, pattern: '[0-9]{4}-K[1-4]' },
    },
    {
      name: 'versie',
      type: 'integer',
      title: 'Versie van de cijfers',
      description: 'De eerste is 1. Een hogere versie is een verbetering en vervangt de eerdere.',
      constraints: { required: true, minimum: 1 },
    },
    {
      name: 'peildatum',
      type: 'date',
      title: 'Dag waarop de cijfers zijn vastgelegd',
      constraints: { required: true },
    },
    {
      name: 'indicator',
      type: 'string',
      title: 'Wat er is geteld',
      description: Object.entries(indicatoren)
        .map(([code, { definitie, bron }]) => `${code}: ${definitie} Bron: ${bron}.`)
        .join(' '),
      constraints: { required: true, enum: codes(indicatoren) },
    },
    {
      name: 'sector',
      type: 'string',
      title: 'Sector',
      description: `${inWoorden(wachtSectoren)}; totaal: alle sectoren samen. Leeg als het cijfer niet over een sector gaat.`,
      constraints: { enum: [...sectorKolommen] },
    },
    {
      name: 'vorm',
      type: 'string',
      title: 'Ambulant of verblijf',
      description: 'totaal: beide samen. Leeg als het cijfer niet over een vorm gaat.',
      constraints: { enum: [...codes(zorgvormen), 'totaal'] },
    },
    {
      name: 'zorgsoort',
      type: 'string',
      title: 'Soort zorg',
      description: `${inWoorden(zorgsoorten)}. Alleen bij een wachttijd.`,
      constraints: { enum: codes(zorgsoorten) },
    },
    {
      name: 'oorzaak',
      type: 'string',
      title: 'Oorzaak van het wachten',
      description: `${inWoorden(wachtOorzaken)}. Alleen bij de indicator oorzaak.`,
      constraints: { enum: codes(wachtOorzaken) },
    },
    {
      name: 'waarde',
      type: 'number',
      title: 'Waarde',
      description: 'Met een punt als decimaalteken. Leeg als er geen waarde is; de kolom status zegt waarom.',
      constraints: { minimum: 0 },
    },
    {
      name: 'eenheid',
      type: 'string',
      title: 'Eenheid van de waarde',
      constraints: { required: true, enum: [...eenheden] },
    },
    {
      name: 'status',
      type: 'string',
      title: 'Of de waarde er staat',
      description: inWoorden(statussen),
      constraints: { required: true, enum: codes(statussen) },
    },
  ],
} as const;

type Inhoud = Pick<OpenDataRegel, 'indicator'> &
  Partial<Pick<OpenDataRegel, 'sector' | 'vorm' | 'zorgsoort' | 'oorzaak'>>;

function statusVan(waarde: number | null, isVerborgen: boolean): OpenDataRegel['status'] {
  if (isVerborgen) return 'verborgen';
  return waarde === null ? 'geen-gegevens' : 'getoond';
}

/**
 * The lines of a published report of wachttijden as it left the team (extern.ts); only the quarter itself: the one
 * before has its own file. `peildatum` (yyyy-mm-dd) is the day on which the figures were frozen.
 */
export function openDataRegels(
  rapport: Rapport,
  { versie, peildatum }: Pick<OpenDataRegel, 'versie' | 'peildatum'>,
): OpenDataRegel[] {
  const { periode: kwartaal, cijfers, tabellen } = rapport;
  const regel = (
    inhoud: Inhoud,
    eenheid: OpenDataRegel['eenheid'],
    waarde: number | null,
    isVerborgen: boolean,
  ): OpenDataRegel => ({
    kwartaal,
    versie,
    peildatum,
    sector: null,
    vorm: null,
    zorgsoort: null,
    oorzaak: null,
    ...inhoud,
    waarde,
    eenheid,
    status: statusVan(waarde, isVerborgen),
  });
  const uitCijfer = (code: string, indicator: Indicator, eenheid: OpenDataRegel['eenheid']) =>
    cijfers
      .filter((cijfer: Cijfer) => cijfer.code === code)
      .map(({ waarde, onderdrukt = false }) => regel({ indicator }, eenheid, waarde, onderdrukt));
  const rijen = (code: string): Rij[] => {
    const tabel = tabellen.find((deze) => deze.code === code);
    return tabel ? [...tabel.rijen, ...(tabel.totaal ? [tabel.totaal] : [])] : [];
  };
  const cel = ({ waarden, onderdrukt = [] }: Rij, plaats: number) =>
    [waarden[plaats] ?? null, onderdrukt.includes(plaats)] as const;
  const perSector = (rij: Rij, inhoud: Inhoud) =>
    sectorKolommen.map((sector, plaats) => regel({ ...inhoud, sector }, 'aantal', ...cel(rij, plaats)));
  const delen = (
    vorm: Zorgvorm,
    soort: 'duur' | 'overbrugging',
    indicatorVan: Readonly<Record<string, Indicator>>,
  ) =>
    rijen(deeltabellen[vorm][soort]).flatMap((rij) => {
      const indicator = indicatorVan[rij.code];
      return indicator ? perSector(rij, { indicator, vorm }) : [];
    });

  return [
    ...uitCijfer('gevraagd', 'gevraagde-aanbieders', 'aantal'),
    ...uitCijfer('geantwoord', 'antwoordende-aanbieders', 'aantal'),
    ...uitCijfer('respons', 'respons', 'procent'),
    ...rijen('wachtenden').flatMap((rij) => perSector(rij, { indicator: 'wachtend', vorm: rij.code })),
    ...(codes(zorgvormen) as Zorgvorm[]).flatMap((vorm) => [
      ...delen(vorm, 'duur', { korter: 'korter-dan-drie-maanden', langer: 'drie-maanden-of-langer' }),
      ...delen(vorm, 'overbrugging', { met: 'met-overbrugging', zonder: 'zonder-overbrugging' }),
    ]),
    ...rijen('oorzaken').map((rij) =>
      regel({ indicator: 'oorzaak', oorzaak: rij.code }, 'aantal', ...cel(rij, 0)),
    ),
    ...rijen('wachttijden').flatMap((rij) =>
      (['wachttijd-kortste', 'wachttijd-middelste', 'wachttijd-langste'] as const).map((indicator, plaats) =>
        regel({ indicator, zorgsoort: rij.code }, 'weken', ...cel(rij, plaats)),
      ),
    ),
  ];
}
