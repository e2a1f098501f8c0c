/** How a person can be reached: the fields that the aanmelding and later changes share. */
import { z } from 'zod';

/** An e-mail address on one line, so that nothing can be added to a header of a mail. */
export const emailSchema = z
  .email({
    error: ({ input }) =>
      typeof input === 'string' && /[\r\n]/.test(input)
        ? 'Zet het e-mailadres op één regel, zonder regeleinde.'
        : 'Vul een geldig e-mailadres in, bijvoorbeeld naam@organisatie.nl.',
  })
  .max(254);

/** A Dutch telephone number of ten digits. */
export const telefoonSchema = z
  .string()
  .trim()
  .regex(
    /^(?:\+31|0031|0)[ -]?[1-9](?:[ -]?[0-9]){8}$/,
    'Vul een Nederlands telefoonnummer in van tien cijfers, bijvoorbeeld 070 123 45 67 of +31 6 12345678.',
  );
