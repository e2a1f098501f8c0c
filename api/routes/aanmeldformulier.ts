/** The public aanmeldformulier: the same aanmelding as `POST /v1/aanmeldingen`, by someone without a token. */
import { randomUUID } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import type { Veldfout } from '../../domain/fouten.ts';
import { citUit } from '../../infra/instellingen.ts';
import {
  type Aanmeldinzending,
  aanmeldformulierPagina,
  leesAanmeldformulier,
} from '../../web/paginas/aanmeldformulier.ts';
import { ontvangenPagina } from '../../web/paginas/aanmeldingOntvangen.ts';
import { aanmeldingTeGrootPagina } from '../../web/paginas/aanmeldingTeGroot.ts';
import { meldAan } from '../aanmelden.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { meldFout, stuurPagina } from '../pagina.ts';
import { type ProbleemFout, probleemVan, statusEnTitel } from '../problemen.ts';
import { kenmerkParams } from '../routeSchema.ts';

/**
 * How many forms one address may send. A whole office can share an address, and a form with errors counts each time; in
 * 2024 there were 44 aanmeldingen in the whole year (halfjaarverslag-zorglogistiek-2025, "de cijfers").
 * It is counted after the form was read, so that what was typed can be shown again.
 */
const hoogstens = { max: 30, timeWindow: 10 * 60 * 1000, hook: 'preHandler' } as const;

export function aanmeldformulier(app: Api, omgeving: Omgeving): void {
  const cit = citUit(omgeving.instellingen);
  const email = omgeving.instellingen.ZL_TEAM_EMAIL;

  app.get('/aanmelden', { schema: { hide: true } }, (_request, reply) =>
    stuurPagina(reply, aanmeldformulierPagina({ cit, sleutel: randomUUID() })),
  );

  app.post(
    '/aanmelden',
    {
      schema: { hide: true },
      config: { rateLimit: hoogstens },
      errorHandler: (fout, request, reply) => {
        const { soort } = probleemVan(fout);
        const [status] = statusEnTitel(soort);
        if (soort === 'te-groot') return stuurPagina(reply, aanmeldingTeGrootPagina(cit), status);
        if (soort !== 'te-vaak') throw fout;
        return nogEens(reply, leesAanmeldformulier(request.body), [teVaak], status);
      },
    },
    async (request, reply) => {
      const inzending = leesAanmeldformulier(request.body);
      const { sleutel, crisis, uitkomst } = inzending;

      if (uitkomst.fouten) return nogEens(reply, inzending, uitkomst.fouten, 400);
      if (!sleutel)
        return nogEens(
          reply,
          inzending,
          [overHetGeheel('Het formulier kwam niet goed aan. Verstuur het nog eens.')],
          400,
        );
      try {
        // Without a token, so the one who sends is nobody but the sender of this form.
        const beller = { wie: `formulier-${sleutel}`, rol: 'aanmelder' } as const;
        const { kenmerk } = await meldAan(omgeving, beller, sleutel, uitkomst.waarde);
        return reply.redirect(`/aanmelden/${crisis ? 'crisis' : 'ontvangen'}/${kenmerk}`, 303);
      } catch (fout) {
        const probleem = probleemVan(fout);
        meldFout(probleem, fout, request);
        const [status] = statusEnTitel(probleem.soort);
        if (probleem.soort === 'sleutel-hergebruikt')
          return nogEens(reply, inzending, [alVerstuurd], status, randomUUID());
        return nogEens(reply, inzending, probleem.extra.velden ?? [uitlegVan(probleem)], status);
      }
    },
  );

  /** The form again, with all that was typed; the same key, unless another aanmelding has used it. */
  function nogEens(
    reply: FastifyReply,
    { getypt, sleutel, crisis }: Aanmeldinzending,
    fouten: readonly Veldfout[],
    status: number,
    nieuweSleutel = sleutel ?? randomUUID(),
  ): FastifyReply {
    const formulier = { cit, sleutel: nieuweSleutel, getypt, crisis, fouten };
    return stuurPagina(reply, aanmeldformulierPagina(formulier), status);
  }

  for (const [pad, crisis] of [
    ['/aanmelden/ontvangen/:kenmerk', false],
    ['/aanmelden/crisis/:kenmerk', true],
  ] as const)
    app.get(pad, { schema: { hide: true, params: kenmerkParams } }, ({ params }, reply) =>
      stuurPagina(reply, ontvangenPagina({ kenmerk: params.kenmerk, cit, crisis, email })),
    );
}

function overHetGeheel(melding: string): Veldfout {
  return { veld: '', label: 'Het formulier', melding };
}

const alVerstuurd = overHetGeheel(
  'U verstuurde dit formulier al, met andere antwoorden. Die aanmelding is bewaard. Wilt u er nog een doen? Verstuur het formulier dan nog eens.',
);

const teVaak = overHetGeheel(
  'Vanaf uw netwerk kwamen er te veel formulieren achter elkaar. Uw aanmelding is nog niet verstuurd. Wacht tien minuten en verstuur het formulier dan nog eens; wat u invulde, staat hieronder.',
);

/** What went wrong, for someone who never heard of a header. */
function uitlegVan({ soort }: ProbleemFout): Veldfout {
  return overHetGeheel(
    soort === 'niet-beschikbaar'
      ? 'Onze database is even niet bereikbaar. Wacht een halve minuut en verstuur het formulier nog eens; wat u invulde, staat hieronder.'
      : 'Er ging iets mis bij ons. Verstuur het formulier nog eens; wat u invulde, staat hieronder. Blijft het misgaan, bel ons dan.',
  );
}
