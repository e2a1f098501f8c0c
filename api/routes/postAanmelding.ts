import { aanmeldingSchema } from '../../domain/aanmelding.ts';
import { citNaam, crisisMelding } from '../../domain/cit.ts';
import { citUit } from '../../infra/instellingen.ts';
import { meldAan } from '../aanmelden.ts';
import { invoerHeaders } from '../invoer.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { foutAntwoorden } from '../problemen.ts';
import { metToken } from '../routeSchema.ts';
import { aanmeldingAntwoordSchema } from '../schemas.ts';
import { aanmeldingVoorbeeld } from '../voorbeelden.ts';

export function postAanmelding(app: Api, omgeving: Omgeving): void {
  const cit = citUit(omgeving.instellingen);
  app.post(
    '/v1/aanmeldingen',
    {
      schema: {
        operationId: 'meldAan',
        tags: ['Aanmeldingen'],
        summary: 'Meld een jeugdige aan',
        description:
          'Bewaart de aanmelding, geeft een kenmerk en start het traject. Een jeugdige uit een gemeente buiten Haaglanden wordt aangenomen om door te verwijzen; dat staat dan bij `meldingen`. Is het systeem dat het traject bewaakt even weg, dan staat `gestart` op `false` en start het traject vanzelf. Is er een crisis (`crisis` is `true`), dan staat in het antwoord wie u nu meteen belt.',
        security: metToken,
        headers: invoerHeaders,
        body: aanmeldingSchema.meta({ examples: [aanmeldingVoorbeeld] }),
        response: {
          201: aanmeldingAntwoordSchema.describe('De aanmelding is bewaard.'),
          ...foutAntwoorden(
            'ongeldige-invoer',
            'ongeldige-json',
            'niet-ingelogd',
            'geen-toegang',
            'sleutel-hergebruikt',
            'te-groot',
            'verkeerd-mediatype',
            'interne-fout',
            'niet-beschikbaar',
          ),
        },
      },
    },
    async (request, reply) => {
      const { ambitieTijdstip, ...aangemeld } = await meldAan(
        omgeving,
        request.beller,
        request.headers['idempotency-key'],
        request.body,
      );
      return reply
        .code(201)
        .header('location', `/v1/trajecten/${aangemeld.kenmerk}`)
        .send({
          ...aangemeld,
          fase: 'intake',
          ambitieTijdstip: new Date(ambitieTijdstip).toISOString(),
          ...(request.body.crisis && { crisis: { melding: crisisMelding(cit), naam: citNaam, ...cit } }),
        });
    },
  );
}
