/** E-mails of a doorbraak: the invitation with the agenda, what follows up an agreement, and what the BREN is told. */
import { z } from 'zod';
import { sectoren } from '../../../domain/aanmeldingCodes.ts';
import { afspraakSoorten, codeSchema, datumSchema } from '../../../domain/codes.ts';
import { besprekingDuurMinuten } from '../../../domain/doorbraakbeleid.ts';
import {
  type Doorbraakgroep,
  doorbraakgroepen,
  doorbraakIdSchema,
  doorbraakPeriodeSchema,
  isEenGi,
  lacuneRegios,
  lacuneZorgsoorten,
  leesDoorbraakId,
  periodeInWoorden,
  zonderMaatregel,
} from '../../../domain/doorbraakCodes.ts';
import { kenmerkSchema } from '../../../domain/kenmerk.ts';
import { keuzeUit } from '../../../domain/keuzelijst.ts';
import { kleinTotEnMet } from '../../../domain/rapport/onderdruk.ts';
import { tijdSchema } from '../../../domain/tafelCodes.ts';
import { datumInNederland, leesbareDatum } from '../../../domain/werkdagen.ts';
import { aantal, bericht, moment } from './bouwstenen.ts';

const over = (kenmerk: string) => periodeInWoorden(leesDoorbraakId(kenmerk) ?? '');

const afspraakVorm = {
  traject: kenmerkSchema,
  nummer: z.int().min(1),
  wie: codeSchema,
  wat: z.enum(afspraakSoorten),
  voorDatum: datumSchema,
};
type AfspraakCodes = z.output<z.ZodObject<typeof afspraakVorm>>;

/** The same for who must carry it out, outside the team. */
const eigenAfspraak = ({ traject, wat, voorDatum }: AfspraakCodes) => [
  `In de doorbraak bespreken wij jeugdigen die lang wachten. Voor ${traject} is daar met u afgesproken: ${wat.replaceAll('-', ' ')}, uiterlijk ${leesbareDatum(voorDatum)}.`,
  'Met de link hieronder leest u de afspraak terug. Is het gedaan, of lukt het niet op tijd? Laat dat dan weten aan de coördinator.',
];

const afspraakInWoorden = ({ traject, wie, wat, voorDatum }: AfspraakCodes) =>
  `Voor ${traject} is in de doorbraak afgesproken: ${wat.replaceAll('-', ' ')}, door ${wie}, uiterlijk ${leesbareDatum(voorDatum)}.`;

const openVorm = {
  zonderAfspraak: z.int().min(0),
  // Registered by an earlier release it has none.
  zonderLacune: z.int().min(0).default(0),
  sluitTijdstip: moment,
};
type OpenCodes = z.output<z.ZodObject<typeof openVorm>>;

const jeugdigen = (hoeveel: number) => (hoeveel === 1 ? 'één jeugdige' : `${hoeveel} jeugdigen`);

/** What a doorbraak that is still open lacks, and what happens when nobody does anything. */
const nogOpen = ({ zonderAfspraak, zonderLacune, sluitTijdstip }: OpenCodes, kenmerk: string): string[] => [
  zonderAfspraak > 0
    ? `In de doorbraak van ${over(kenmerk)} is over ${jeugdigen(zonderAfspraak)} nog niets afgesproken. Zolang dat zo is, kan de doorbraak niet sluiten.`
    : `In de doorbraak van ${over(kenmerk)} is over iedere jeugdige iets afgesproken, maar zij is nog niet gesloten. Sluit niemand haar, dan sluit zij vanzelf op ${leesbareDatum(datumInNederland(sluitTijdstip))}.`,
  ...(zonderLacune > 0
    ? [
        `Bij ${jeugdigen(zonderLacune)} is nog niet vastgelegd welk aanbod ontbreekt, of dat er niets ontbreekt. Blijft dat zo, dan hoort het BREN niet wat er bij hen ontbreekt.`,
      ]
    : []),
];

const besprekingVorm = {
  groep: z.enum(Object.keys(doorbraakgroepen) as Doorbraakgroep[]),
  datum: datumSchema,
  beginTijd: tijdSchema,
};
type Bespreking = z.output<z.ZodObject<typeof besprekingVorm>>;

/** The meeting of a group in the calendar of its reader. */
const inAgenda = ({ groep, datum, beginTijd }: Bespreking) => ({
  datum,
  sleutel: groep,
  beginTijd,
  plaats: 'online' as const,
  titel: 'Doorbraak van Zorglogistiek',
  duurMinuten: besprekingDuurMinuten,
});

function metWelkeMaatregel(groep: Doorbraakgroep): string {
  if (groep === zonderMaatregel) return 'geen maatregel hebben';
  return `een maatregel van ${isEenGi(groep) ? doorbraakgroepen[groep] : 'een andere gecertificeerde instelling'} hebben`;
}

const lacuneSchema = z.strictObject({
  sector: keuzeUit(sectoren),
  zorgsoort: keuzeUit(lacuneZorgsoorten),
  regio: keuzeUit(lacuneRegios),
  keren: aantal,
  sindsPeriode: doorbraakPeriodeSchema,
  zaken: aantal.nullable(),
});

/** How many, but never how few. */
const hoogstens = (hoeveel: number) => (hoeveel <= kleinTotEnMet ? 'minder dan 5' : hoeveel);

const lacuneInWoorden = ({
  sector,
  zorgsoort,
  regio,
  keren,
  sindsPeriode,
  zaken,
}: z.output<typeof lacuneSchema>) =>
  `${sectoren[sector]}, ${lacuneZorgsoorten[zorgsoort].toLowerCase()}, ${lacuneRegios[regio]}. ` +
  `Bij ${zaken === null ? 'minder dan 5' : zaken} jeugdigen in deze doorbraak. ` +
  (keren === 1
    ? 'Voor het eerst gezien.'
    : `Gezien in ${keren} doorbraken, sinds ${periodeInWoorden(sindsPeriode)}.`);

/** The texts of a doorbraak, per kind. */
export const doorbraakTeksten = {
  'doorbraak-uitnodiging': bericht(
    { ...besprekingVorm, apart: z.int().min(0) },
    ({ apart, ...bespreking }, { kenmerk }) => ({
      kop: `Uitnodiging voor de doorbraak van ${over(kenmerk)}`,
      alineas: [
        `Op ${leesbareDatum(bespreking.datum)} om ${bespreking.beginTijd} uur bespreken wij online wie drie maanden of langer wachten en ${metWelkeMaatregel(bespreking.groep)}. Om wie het gaat, staat op de agenda.`,
        ...(bespreking.groep === 'andere-gi'
          ? [
              'Dit zijn jeugdigen van verschillende instellingen. Die lezen elkaars agenda niet, en zijn daarom nog niet uitgenodigd. Nodig iedere instelling zelf uit, voor haar eigen jeugdigen.',
            ]
          : []),
        ...(apart > 0
          ? [
              'Apart genoemd worden jeugdigen bij wie het wachten een keuze is of opgeschort is geweest. Daarover hoeft niets te worden afgesproken.',
            ]
          : []),
        'Per jeugdige spreken wij af wie wat doet en voor wanneer, en leggen wij vast welk aanbod ontbreekt. Kijk van tevoren naar de agenda en naar uw eigen gegevens over deze jeugdigen.',
        'Bij deze e-mail zit een bestand voor uw agenda.',
      ],
      actie: 'Bekijk de agenda',
      agenda: { ...inAgenda(bespreking), volgnummer: 0, isAfgezegd: false },
    }),
  ),
  'doorbraak-afgezegd': bericht(
    { ...besprekingVorm, naar: doorbraakIdSchema },
    ({ naar, ...bespreking }, { kenmerk }) => ({
      kop: `De bespreking voor de doorbraak van ${over(kenmerk)} gaat niet door`,
      alineas: [
        `De bespreking op ${leesbareDatum(bespreking.datum)} om ${bespreking.beginTijd} uur vervalt. De doorbraak van ${over(naar)} is begonnen en neemt de agenda over. Is daar iets met u te bespreken, dan krijgt u daarvoor een eigen uitnodiging.`,
        'Open het bestand bij deze e-mail, dan verdwijnt de afspraak uit uw agenda.',
      ],
      actie: 'Bekijk de agenda',
      agenda: { ...inAgenda(bespreking), volgnummer: 1, isAfgezegd: true },
    }),
  ),
  'doorbraak-afspraak': bericht(afspraakVorm, (codes, { lezer }) => ({
    kop: 'U hebt een afspraak uit de doorbraak',
    alineas: lezer === 'team' ? [afspraakInWoorden(codes)] : eigenAfspraak(codes),
    actie: 'Bekijk de afspraak',
    traject: codes.traject,
  })),
  'doorbraak-herinnering': bericht(afspraakVorm, (codes, { kenmerk, lezer }) => ({
    kop: 'Een afspraak uit de doorbraak moet nu klaar zijn',
    alineas:
      lezer === 'team'
        ? [
            afspraakInWoorden(codes),
            `Vraag na of het is gedaan, en vink afspraak ${codes.nummer} dan af bij de doorbraak van ${over(kenmerk)}.`,
          ]
        : eigenAfspraak(codes),
    actie: lezer === 'team' ? 'Bekijk de doorbraak' : 'Bekijk de afspraak',
    traject: codes.traject,
  })),
  'doorbraak-te-laat': bericht(afspraakVorm, (codes, { kenmerk }) => ({
    kop: 'Een afspraak uit de doorbraak is niet gedaan',
    alineas: [
      afspraakInWoorden(codes),
      `De afspraak is nog niet afgevinkt bij de doorbraak van ${over(kenmerk)}. Bekijk met de coördinator wat in de weg zit. Dit bericht komt één keer.`,
    ],
    actie: 'Bekijk de doorbraak',
  })),
  'doorbraak-sluiten': bericht(openVorm, (codes, { kenmerk }) => ({
    kop: 'De doorbraak is nog open',
    alineas: [
      ...nogOpen(codes, kenmerk),
      codes.zonderAfspraak > 0
        ? 'Leg bij de doorbraak vast wie wat doet en voor wanneer, en welk aanbod ontbreekt of dat er niets ontbreekt. Sluit haar daarna.'
        : 'Leg vast welk aanbod nog ontbreekt, en sluit de doorbraak. Dan hoort het BREN wat er ontbreekt.',
    ],
    actie: 'Bekijk de doorbraak',
  })),
  'doorbraak-niet-gesloten': bericht(openVorm, (codes, { kenmerk }) => ({
    kop: 'De doorbraak is nog steeds open',
    alineas: [
      ...nogOpen(codes, kenmerk),
      'De coördinator is een week geleden herinnerd. Bekijk samen wat in de weg zit. Dit bericht komt één keer.',
    ],
    actie: 'Bekijk de doorbraak',
  })),
  'doorbraak-bren': bericht(
    { lacunes: z.array(lacuneSchema), nietOpgegeven: z.int().min(0).default(0) },
    ({ lacunes, nietOpgegeven }, { kenmerk }) => ({
      kop: `Wat er ontbreekt: de doorbraak van ${over(kenmerk)}`,
      alineas: [
        'Zorglogistiek Haaglanden heeft met de gecertificeerde instellingen besproken wie drie maanden of langer wachten. Een aantal van 1 tot en met 4 staat hier als “minder dan 5”.',
        ...(lacunes.length > 0
          ? ['Hieronder staat welk aanbod daarbij ontbreekt, hoe vaak dat is gezien en sinds wanneer.']
          : []),
        ...(nietOpgegeven > 0
          ? [
              `Bij ${hoogstens(nietOpgegeven)} jeugdigen in deze doorbraak is niet opgegeven of er aanbod ontbreekt, en welk.`,
            ]
          : []),
      ],
      ...(lacunes.length > 0 ? { stappen: lacunes.map(lacuneInWoorden) } : {}),
      actie: 'Over deze doorbraak',
    }),
  ),
};
