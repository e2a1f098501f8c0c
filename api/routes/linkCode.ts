import { maakCode, trekCodeIn } from '../../infra/eenmaalcode.ts';
import {
  formulierSchema,
  leesConcept,
  leesOpenIngang,
  linkParams,
  stuurCodepagina,
  stuurDicht,
} from '../ingang.ts';
import type { Api, Omgeving } from '../omgeving.ts';

const smsTekst = (code: string) => `Uw code voor Zorglogistiek is ${code}`;
const mailTekst = (code: string) =>
  `${smsTekst(code)}\n\nDe code werkt tien minuten. Heeft u geen code gevraagd? Dan hoeft u niets te doen.\n`;

/** When there is a code again. */
const weerNa = { uur: 'over een uur', dag: 'morgen' } as const;

/** What a person can do when the code cannot be brought. */
const nietBezorgd = {
  sms: {
    geweigerd:
      'Wij kunnen geen sms sturen naar het nummer dat wij van u hebben. Kies hieronder voor een code naar uw e-mail, en geef uw nieuwe nummer door aan de coördinator.',
    later:
      'De sms-dienst is nu niet bereikbaar. Probeer het over een paar minuten opnieuw, of kies hieronder voor een code naar uw e-mail.',
  },
  mail: {
    geweigerd: 'Wij kunnen geen e-mail sturen naar het adres dat wij van u hebben. Bel de coördinator.',
    later: 'De mailserver is nu niet bereikbaar. Probeer het over een paar minuten opnieuw.',
  },
} as const;

/**
 * Sends a fresh code to the phone of whom the link is for; to the mailbox when there is no phone, or the person does not
 * have it at hand. The mailbox also holds the link, so that way is weaker: it stands in the audit trail.
 */
export function linkCode(app: Api, omgeving: Omgeving): void {
  const { db, klok, zegel, codebezorger, logboek } = omgeving;
  app.post(
    '/l/:token/code',
    { schema: { hide: true, params: linkParams, body: formulierSchema } },
    async ({ params, body }, reply) => {
      const ingang = await leesOpenIngang(omgeving, params.token);
      if ('dicht' in ingang) return stuurDicht(omgeving, reply, ingang.dicht);
      const { link, geopend, pad } = ingang;
      const { telefoon, email, kenmerk, beller } = geopend.onderwerp;
      const wijze = telefoon === null || body.bezorging === 'mail' ? 'mail' : 'sms';
      const concept = leesConcept(body.concept) && String(body.concept);
      const nietGestuurd = (probleem: string, status: number) =>
        stuurCodepagina(omgeving, reply, ingang, { probleem, concept }, status);

      const nu = klok.nu();
      const gemaakt = await maakCode(db, zegel, link.id, wijze, nu);
      if ('teVeel' in gemaakt)
        return nietGestuurd(
          `Er zijn voor deze link te veel codes gevraagd. Probeer het ${weerNa[gemaakt.teVeel]} opnieuw, of bel de coördinator.`,
          429,
        );
      if (wijze === 'mail')
        await db.auditRegel.create({
          data: {
            tijdstip: new Date(nu),
            wie: beller.wie,
            rol: beller.rol,
            wat: 'code-per-mail',
            kenmerk,
            oorzaak: `code:${gemaakt.id}`,
          },
        });
      const bezorging =
        wijze === 'sms' && telefoon !== null
          ? await codebezorger.sms(telefoon, smsTekst(gemaakt.code))
          : await codebezorger.mail(email, 'Uw code voor Zorglogistiek', mailTekst(gemaakt.code));
      if (bezorging !== 'bezorgd') {
        await trekCodeIn(db, gemaakt.id, klok.nu());
        logboek.warn({ kenmerk, wijze, bezorging }, 'een eenmaalcode is niet bezorgd');
        return nietGestuurd(nietBezorgd[wijze][bezorging], 503);
      }
      return concept ? stuurCodepagina(omgeving, reply, ingang, { concept }) : reply.redirect(pad, 303);
    },
  );
}
