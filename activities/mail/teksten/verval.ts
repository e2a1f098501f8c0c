/** Why the answer or the offer of an aanbieder is no longer needed. */
import { z } from 'zod';
import { type VervalReden, vervalRedenSchema } from '../../../domain/onderzoek.ts';

/** Who is chosen hears that in another e-mail. */
type VervalPerMail = Exclude<VervalReden, 'gekozen'>;

/** A crisis or an age is about the jeugdige: who only has to stop need not know. */
const afgesloten =
  'Wij zoeken niet verder: het traject is afgesloten. De reden delen wij alleen met wie die nodig heeft.';

/** Each reason as a sentence or two for an aanbieder: no more than it needs to stop, or to know whether it is asked again. */
export const redenVanVerval: Readonly<Record<VervalPerMail, string>> = {
  ingetrokken: 'De aanmelding is ingetrokken.',
  'andere-aanbieder': 'De vraag wordt opgepakt door een andere aanbieder.',
  vervangen:
    'De vraag wordt opnieuw besproken. Vragen wij daarna weer een onderzoek van u, dan krijgt u een nieuwe e-mail.',
  opgeschort:
    'Het traject staat stil: eerst is iets anders nodig. Gaat het verder, dan vragen wij u opnieuw.',
  'ander-team': 'Een ander team van het Expertiseteam Complexe Zorg gaat verder met de vraag.',
  crisis: afgesloten,
  overgedragen: afgesloten,
  afgesloten,
};

/** The reasons that an e-mail can give. */
export const vervalPerMail = z.enum(vervalRedenSchema.exclude(['gekozen']).options);
