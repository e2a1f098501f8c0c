/** What the tests of stukken behind links share: from the mail of somebody to the page behind its link, and a file sent from it. */
import type { ParsedMail } from 'mailparser';
import { expect } from 'vitest';
import { laatsteCode, maakBezoeker } from './links.ts';
import type { Opstelling } from './opstelling.ts';
import { type Bestand, formulier, pdf } from './stukken.ts';
import { ontvanger } from './tafels.ts';

/** The address of the contact of an aanbieder that is asked first. */
export const postvakVan = (aanbieder: string): string => `zorglogistiek@${aanbieder}.example`;

/** The path of the personal link in a mail. */
export function padIn(mail: ParsedMail | undefined): string {
  const [pad] = /\/l\/[\w-]+\.[\w-]+/.exec(mail?.text ?? '') ?? [];
  if (!pad) throw new Error(`no link in the mail: ${mail?.text}`);
  return pad;
}

/** The mail to an address with these words in its subject, once it is there. */
export function mailAan(op: Opstelling, adres: string, ...woorden: string[]): Promise<ParsedMail> {
  return op.smtp.wachtOp(
    (mail) => ontvanger(mail) === adres && woorden.every((woord) => mail.subject?.includes(woord)),
  );
}

/** A browser without JavaScript on the API of an opstelling. */
export function bezoek(op: Opstelling) {
  const bezoeker = maakBezoeker(op.api);
  return {
    ...bezoeker,
    /** Asks a code for a link and gives it; resolves with the cookie. */
    krijgToegang: async (pad: string): Promise<string> => {
      await op.nu();
      expect((await bezoeker.stuur(`${pad}/code`, { bezorging: 'mail' })).status).toBe(303);
      const { koekje } = await bezoeker.stuur(`${pad}/toegang`, { code: laatsteCode(op.smtp) });
      if (!koekje) throw new Error('the code gave no access');
      return koekje;
    },
    /** Presses the button of the first stuk on a page; resolves with what the browser gets. */
    openEersteStuk: async (pagina: string, koekje?: string) => {
      const [, url = ''] = /action="(\/l\/[^"]+\/stukken\/[^"]+)"/.exec(pagina) ?? [];
      if (!url) throw new Error('no stuk on the page');
      const antwoord = await op.api.inject({
        method: 'POST',
        url,
        headers: koekje ? { cookie: koekje } : {},
      });
      return { url, status: antwoord.statusCode, bytes: antwoord.rawPayload, headers: antwoord.headers };
    },
    /** Sends the form for a stuk of a page, with the hidden key that stands in it. */
    stuurStuk: async (
      pad: string,
      koekje: string,
      stuk: { soort?: string; sleutel?: string; bestand?: Partial<Bestand> | null } = {},
    ) => {
      const { tekst } = await bezoeker.open(pad, koekje);
      const [, sleutel = ''] = /name="sleutel" value="([^"]+)"(?!.*name="sleutel")/s.exec(tekst) ?? [];
      const { inhoud, type } = await formulier(
        { sleutel: stuk.sleutel ?? sleutel, soort: stuk.soort ?? 'plan' },
        stuk.bestand === null
          ? { naam: '', type: 'application/octet-stream', inhoud: '' }
          : { naam: 'plan.pdf', type: 'application/pdf', inhoud: pdf(), ...stuk.bestand },
      );
      const antwoord = await op.api.inject({
        method: 'POST',
        url: `${pad}/stuk`,
        headers: { cookie: koekje, 'content-type': type },
        payload: inhoud,
      });
      return { status: antwoord.statusCode, tekst: antwoord.body, headers: antwoord.headers };
    },
  };
}
