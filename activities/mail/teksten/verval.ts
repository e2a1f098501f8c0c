/** Why the answer or the offer of an aanbieder is no longer needed. */
import { z } from 'zod';
import { type VervalReden, vervalRedenSchema } from '../../../domain/onderzoek.ts';

/** Who is chosen hears that in another e-mail. */
type VervalPerMail = Exclude<VervalReden, 'gekozen'>;

/** Each reason as a sentence or two for an aanbieder. */
export const redenVanVerval: Readonly<Record<VervalPerMail, string>> = {
  ingetrokken: 'De aanmelding is ingetrokken.',
  'andere-aanbieder': 'De vraag wordt opgepakt door een andere aanbieder.',
  vervangen:
    'De vraag wordt opnieuw besproken. Vragen wij daarna weer een onderzoek van u, dan krijgt u een nieuwe e-mail.',
  opgeschort:
    'Het traject staat stil: eerst is iets anders nodig. Gaat het verder, dan vragen wij u opnieuw.',
  'ander-team': 'Een ander team van het Expertiseteam Complexe Zorg gaat verder met de vraag.',
  crisis: 'Er is een crisis. Daarmee gaat het Crisis Interventie Team (CIT) verder.',
  overgedragen: 'De jeugdige gaat verder met andere zorg.',
  afgesloten: 'Wij zoeken niet verder: het traject is afgesloten.',
};

/** The reasons that an e-mail can give. */
export const vervalPerMail = z.enum(vervalRedenSchema.exclude(['gekozen']).options);
