import type { FastifyReply } from 'fastify';
import { probeerCode } from '../../infra/eenmaalcode.ts';
import { linkbeleid } from '../../infra/linkbeleid.ts';
import { beginSessie } from '../../infra/linksessie.ts';
import {
  formulierSchema,
  type Ingang,
  leesConcept,
  leesOpenIngang,
  linkParams,
  stuurCodepagina,
  stuurDicht,
  toegangskoekje,
} from '../ingang.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { stuurPagina } from '../pagina.ts';

/** Takes a code, and gives access to the pages of its link for half an hour. */
export function linkToegang(app: Api, omgeving: Omgeving): void {
  app.post(
    '/l/:token/toegang',
    { schema: { hide: true, params: linkParams, body: formulierSchema } },
    async ({ params, body }, reply) => {
      const ingang = await leesOpenIngang(omgeving, params.token);
      if ('dicht' in ingang) return stuurDicht(omgeving, reply, ingang.dicht);
      const concept = leesConcept(body.concept);
      const opnieuw = (extra: { fout: string } | { probleem: string }) =>
        stuurCodepagina(omgeving, reply, ingang, { ...extra, concept: concept && String(body.concept) }, 400);

      const code = String(body.code ?? '').replace(/\s/g, '');
      // No code at all is a slip, not a guess.
      if (!/^\d{6}$/.test(code)) return opnieuw({ fout: 'Vul de zes cijfers van de code in.' });
      const poging = await probeer(omgeving, ingang, code);
      if (poging.uitkomst === 'fout')
        return opnieuw({
          fout: `Deze code klopt niet. U kunt het nog ${poging.over} keer proberen.`,
        });
      if (poging.uitkomst === 'geen-code')
        return opnieuw({ probleem: 'Deze code werkt niet meer. Vraag hieronder een nieuwe code.' });

      zetKoekje(omgeving, reply, ingang, poging.geheim);
      if (!concept) return reply.redirect(ingang.pad, 303);
      const invulling = { getypt: concept.getypt, fouten: [] };
      const sleutel = typeof concept.getypt.sleutel === 'string' ? concept.getypt.sleutel : undefined;
      return stuurPagina(
        reply,
        await ingang.geopend.toon(ingang.pad, { soort: concept.soort, invulling, sleutel }),
      );
    },
  );
}

/** One try; a right code is used and gives access in the same transaction, and the audit trail says so. */
function probeer({ db, zegel, klok }: Omgeving, { link, geopend }: Ingang, code: string) {
  const nu = klok.nu();
  const { beller, kenmerk } = geopend.onderwerp;
  return db.$transaction(async (tx) => {
    const poging = await probeerCode(tx, zegel, link.id, code, nu);
    if (poging.uitkomst !== 'goed') return poging;
    await tx.auditRegel.create({
      data: {
        tijdstip: new Date(nu),
        wie: beller.wie,
        rol: beller.rol,
        wat: 'link-toegang',
        kenmerk,
        oorzaak: `code:${poging.codeId}`,
      },
    });
    return { uitkomst: 'goed', geheim: await beginSessie(tx, zegel, link.id, nu) } as const;
  });
}

function zetKoekje({ instellingen }: Omgeving, reply: FastifyReply, { pad }: Ingang, geheim: string): void {
  reply.setCookie(toegangskoekje, geheim, {
    path: pad,
    httpOnly: true,
    sameSite: 'strict',
    secure: instellingen.ZL_PUBLIC_URL.startsWith('https:'),
    maxAge: linkbeleid.sessieGeldig / 1000,
  });
}
