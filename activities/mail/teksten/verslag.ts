/** E-mails about what was agreed: the verslag of a bespreking, and the plan for the time until care starts. */
import { z } from 'zod';
import { datumSchema } from '../../../domain/codes.ts';
import { leesbareDatum } from '../../../domain/werkdagen.ts';
import {
  aanbiedersOnderzoeken,
  aantal,
  bekijkTraject,
  bericht,
  berichtVan,
  type MaakTekst,
  onderzoek,
} from './bouwstenen.ts';

/** How many afspraken the reader has, and by when the first is done. */
const eigenAfspraken = { eigen: aantal.optional(), voorDatum: datumSchema.optional() };

const voorAanmelder = z.strictObject({
  /** How many aanbieders set to work. */
  aantal: z.number().int().min(0),
  afspraken: aantal.optional(),
  ...eigenAfspraken,
});
const voorAanbieder = z.strictObject({
  /** Its own onderzoek, when that was open already. */
  onderzoek: onderzoek.optional(),
  ...eigenAfspraken,
});

function overEigen({
  eigen = 0,
  voorDatum = '',
}: {
  eigen?: number | undefined;
  voorDatum?: string | undefined;
}): string[] {
  if (eigen === 0) return [];
  const dag = leesbareDatum(voorDatum);
  return [
    `${eigen === 1 ? `Met u is één afspraak gemaakt. Die is klaar uiterlijk op ${dag}.` : `Met u zijn ${eigen} afspraken gemaakt. De eerste is klaar uiterlijk op ${dag}.`} Laat de coördinator weten wanneer het klaar is, of dat het niet lukt.`,
  ];
}

/** The texts of what was agreed, per kind. */
export const verslagTeksten = {
  'verslag-gedeeld': berichtVan(z.union([voorAanmelder, voorAanbieder]), (gegevens, { kenmerk }) => {
    const kop = 'Het verslag van de bespreking is klaar';
    const vastgelegd = `Het verslag van de bespreking van ${kenmerk} is vastgelegd.`;
    if (!('aantal' in gegevens))
      return {
        kop,
        alineas: [
          vastgelegd,
          ...(gegevens.onderzoek
            ? [
                'Er is afgesproken dat u verder onderzoekt of u een aanbod kunt doen. Uw onderzoek loopt door. Lees het verslag voordat u antwoordt.',
              ]
            : []),
          ...overEigen(gegevens),
        ],
        actie: `Lees het verslag van ${kenmerk}`,
        ...(gegevens.onderzoek ? { onderzoek: gegevens.onderzoek } : {}),
      };
    const { aantal: n, afspraken = 0 } = gegevens;
    return {
      kop,
      alineas: [
        n > 0
          ? `${vastgelegd} ${aanbiedersOnderzoeken(n)} nu of er een aanbod mogelijk is.`
          : `${vastgelegd} Aanbieders onderzoeken nog niets: eerst gebeurt wat is afgesproken.`,
        ...(afspraken > 0
          ? [
              `Er ${afspraken === 1 ? 'is één afspraak' : `zijn ${afspraken} afspraken`} gemaakt. Bekijk wie wat doet, en wanneer het klaar is.`,
            ]
          : []),
        ...overEigen(gegevens),
        `U krijgt een e-mail zodra ${n > 0 ? 'duidelijk is wie de vraag oppakt' : 'bekend is hoe het verder gaat'}.${afspraken > 0 ? '' : ' U hoeft nu niets te doen.'}`,
      ],
      actie: bekijkTraject(kenmerk),
    };
  }),
  overbruggingsplan: bericht(
    { evaluatieDatum: datumSchema.optional() },
    ({ evaluatieDatum }, { kenmerk }) => ({
      kop: 'U bent eigenaar van het overbruggingsplan',
      alineas: [
        `Voor ${kenmerk} is een plan vastgelegd voor de tijd tot de zorg start. U bent de eigenaar: u let erop dat gebeurt wat in het plan staat.`,
        ...(evaluatieDatum
          ? [
              `Op ${leesbareDatum(evaluatieDatum)} wordt bekeken of het plan nog voldoet. U en de coördinator krijgen die dag een herinnering.`,
            ]
          : []),
        'Lees het plan. Klopt er iets niet, of lukt het niet? Laat dat dan direct weten aan de coördinator.',
      ],
      actie: `Lees het overbruggingsplan van ${kenmerk}`,
    }),
  ),
} satisfies Record<string, MaakTekst>;
