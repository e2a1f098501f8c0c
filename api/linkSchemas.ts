/** What the API answers about links: never the token, which is stored nowhere. */
import { z } from 'zod';
import { type Linkdoel, linkdoelen } from '../infra/links.ts';
import type { Link } from '../prisma/client/client.ts';

const tijdstip = (title: string) =>
  z.string().meta({ title, format: 'date-time', examples: ['2027-01-11T09:30:00.000Z'] });

/** One personal link. */
export const linkSchema = z
  .object({
    id: z.string().meta({
      title: 'Nummer van de link',
      format: 'uuid',
      examples: ['0192f0c1-7d4e-7c3a-9a51-2f5d0c3b7e10'],
    }),
    doel: z.enum(linkdoelen).meta({
      title: 'Soort link',
      description:
        '`onderzoek`: een aanbieder leest en antwoordt. `informatie`: de aanmelder leest en antwoordt. `tafelstukken`: een tafellid leest de stukken van alles op de agenda van één tafel. `uitvraag`: een aanbieder vertelt wie er wachten. `doorbraak`: een gecertificeerde instelling leest de eigen agenda. `afgesproken`: een aanbieder zonder onderzoek leest wat met die aanbieder is afgesproken.',
    }),
    onderwerp: z.string().meta({
      title: 'Waar de link naartoe gaat',
      description:
        'Het nummer van het onderzoek, het kenmerk, of het nummer van de tafel, de uitvraag of de doorbraak.',
      examples: ['onderzoek-ZL-2027-0014-aanbieder-01-r1'],
    }),
    geadresseerde: z.string().meta({ title: 'Voor wie (code)', examples: ['aanbieder-01-contact-1'] }),
    gemaaktTijdstip: tijdstip('Wanneer de eerste e-mail met deze link is gemaakt'),
    laatsteMailTijdstip: tijdstip('Wanneer de laatste e-mail met deze link is gemaakt'),
    verlooptTijdstip: tijdstip(
      'Tot wanneer de link werkt, als er geen nieuwe e-mail komt. Voor wie is gekozen of iets moet doen, werkt zij langer: tot dat klaar is.',
    ),
    ingetrokkenTijdstip: tijdstip('Wanneer de link is ingetrokken').nullable(),
    blijftIngetrokken: z.boolean().meta({
      title: 'Of er geen nieuwe link komt',
      description:
        'Bij `true` heeft een coördinator de link ingetrokken en krijgt deze persoon geen nieuwe, bij een traject ook niet naar een ander onderzoek. Bij `false` heeft de volgende e-mail een link.',
    }),
  })
  .meta({ id: 'Link', title: 'Link' });

/** A link as the coördinator sees it. */
export function toonLink(rij: Link): z.infer<typeof linkSchema> {
  return {
    id: rij.id,
    doel: rij.doel as Linkdoel,
    onderwerp: rij.onderwerp,
    geadresseerde: rij.geadresseerde,
    gemaaktTijdstip: rij.gemaaktTijdstip.toISOString(),
    laatsteMailTijdstip: rij.laatsteMailTijdstip.toISOString(),
    verlooptTijdstip: rij.verlooptTijdstip.toISOString(),
    ingetrokkenTijdstip: rij.ingetrokkenTijdstip?.toISOString() ?? null,
    blijftIngetrokken: rij.blijftIngetrokken,
  };
}
