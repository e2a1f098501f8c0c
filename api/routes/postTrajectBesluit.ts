import type { z } from 'zod';
import { type TrajectBesluitSoort, trajectBesluiten } from '../../domain/besluiten.ts';
import { sporen } from '../../domain/codes.ts';
import { citUit } from '../../infra/instellingen.ts';
import { antwoordVan, besluitFouten, besluitUitleg, splits } from '../besluit.ts';
import { toetsBesluit } from '../besluitToets.ts';
import { noemCit } from '../crisis.ts';
import { dienIn, invoerHeaders } from '../invoer.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { kenmerkParams, metToken } from '../routeSchema.ts';
import { bewaardSchema, trajectBesluitAntwoordSchema } from '../schemas.ts';
import { plaatsAanTafel } from '../tafels.ts';
import { trajectBesluitVoorbeelden } from '../voorbeelden.ts';
import { zichtbaarTraject } from '../zichtbaarheid.ts';

/** A stuk comes in as a file, with a route of its own (postStuk.ts). */
const metEigenRoute: readonly TrajectBesluitSoort[] = ['stuk'];

/** With these decisions a traject is taken up. */
const paktOp: readonly TrajectBesluitSoort[] = ['stap', 'advies'];

/** The decisions that can say that there is a crisis. */
const isVanCrisis: ReadonlySet<TrajectBesluitSoort> = new Set(['crisis', 'triage']);
const crisisUitleg =
  'Is er een crisis, dan staat in ieder antwoord bij `crisis` wie u nu belt: het Crisis Interventie Team. Bij 202 en bij een fout is nog niemand gewaarschuwd: bel dan zelf.';

/** One route for each decision on a traject. */
export function postTrajectBesluiten(app: Api, omgeving: Omgeving): void {
  for (const soort of Object.keys(trajectBesluiten) as TrajectBesluitSoort[])
    if (!metEigenRoute.includes(soort)) postTrajectBesluit(app, omgeving, soort);
}

function postTrajectBesluit(app: Api, omgeving: Omgeving, soort: TrajectBesluitSoort): void {
  const { titel, inhoud, tekstvelden } = trajectBesluiten[soort];
  const schema: z.ZodType<Record<string, unknown>> = inhoud;
  app.post(
    `/v1/trajecten/:kenmerk/${soort}`,
    {
      schema: {
        operationId: `besluit_${soort}`,
        tags: ['Besluiten'],
        summary: titel,
        description: isVanCrisis.has(soort) ? `${besluitUitleg} ${crisisUitleg}` : besluitUitleg,
        security: metToken,
        headers: invoerHeaders,
        params: kenmerkParams,
        body: schema.meta({ title: titel, examples: [trajectBesluitVoorbeelden[soort]] }),
        response: {
          200: trajectBesluitAntwoordSchema.describe('Het besluit is verwerkt.'),
          202: bewaardSchema.describe('Het besluit is bewaard en wordt binnen een minuut verwerkt.'),
          ...besluitFouten,
        },
      },
      ...(isVanCrisis.has(soort) ? { onSend: noemCit(citUit(omgeving.instellingen), soort) } : {}),
    },
    async ({ params, beller, body, headers }, reply) => {
      const { kenmerk, aanmeldingTijdstip, spoor, coordinator } = await zichtbaarTraject(
        omgeving.db,
        beller,
        params.kenmerk,
      );
      const gesplitst = splits(body, tekstvelden);
      // Who does the triage takes the traject up, unless it names a colleague or gives it to another team; so does who takes
      // the first step in a traject that is of nobody.
      const neemtOp =
        soort === 'triage' ? !naarAnderTeam(gesplitst.codes, spoor) : !coordinator && paktOp.includes(soort);
      const codes = neemtOp ? { coordinator: beller.wie, ...gesplitst.codes } : gesplitst.codes;
      const ingediend = await dienIn(omgeving, {
        beller,
        sleutel: headers['idempotency-key'],
        soort,
        kenmerk,
        onderzoekId: null,
        inhoud: body,
        codes,
        vrijeTekst: gesplitst.vrijeTekst,
        toets: () => toetsBesluit(omgeving, codes, schema, { kenmerk, aanmeldingTijdstip }),
        ...plaatsAanTafel(omgeving, codes),
      });
      const antwoord = antwoordVan(ingediend, 'traject', beller);
      if ('bewaard' in antwoord)
        return reply.code(202).header('location', `/v1/invoer/${ingediend.invoerId}`).send(antwoord.bewaard);
      return reply.code(200).send(antwoord.verwerkt as z.infer<typeof trajectBesluitAntwoordSchema>);
    },
  );
}

/** Whether a triage gives a traject of this spoor to one of the other teams. */
function naarAnderTeam({ uitkomst }: Record<string, unknown>, spoor: string): boolean {
  return sporen.some((ander) => ander === uitkomst && ander !== spoor);
}
