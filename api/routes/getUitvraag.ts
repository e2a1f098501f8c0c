import { uitvraagId } from '../../domain/uitvraagCodes.ts';
import { zonderContact } from '../../infra/uitvragen.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { leesFouten, nietGevonden } from '../problemen.ts';
import { metToken } from '../routeSchema.ts';
import { uitvraagMetAanbiedersSchema, uitvraagParams } from '../uitvraagSchemas.ts';
import { toonUitvraag } from '../uitvragen.ts';

export function getUitvraag(app: Api, { db }: Omgeving): void {
  app.get(
    '/v1/uitvragen/:code',
    {
      schema: {
        operationId: 'leesUitvraag',
        tags: ['Uitvragen'],
        summary: 'Lees een uitvraag met de aanbieders',
        description:
          'Geeft waar de uitvraag staat, wie heeft geantwoord, wie geen contact heeft of bij wie een e-mail niet aankomt, en aan wie het opnieuw is gevraagd.',
        security: metToken,
        params: uitvraagParams,
        response: { 200: uitvraagMetAanbiedersSchema.describe('De uitvraag.'), ...leesFouten },
      },
    },
    async ({ params: { code } }) => {
      const kenmerk = uitvraagId(code);
      const rij = await db.uitvraag.findUnique({
        where: { code },
        include: { aanbieders: { orderBy: { aanbieder: 'asc' } } },
      });
      if (!rij) throw nietGevonden();
      const [alleAntwoorden, heropeningen, verloop, laatsteMails, cijferversie, nietBereikbaar] =
        await Promise.all([
          db.uitvraagAntwoord.findMany({
            where: { uitvraag: code },
            orderBy: { versie: 'desc' },
            select: { aanbieder: true, tijdstip: true, nagekomen: true },
          }),
          db.invoer.findMany({
            where: { kenmerk, soort: 'heropening', uitkomst: { uitkomst: 'verwerkt' } },
            orderBy: { ingediendTijdstip: 'asc' },
          }),
          db.auditRegel.findMany({
            where: { kenmerk, wat: { startsWith: 'uitvraag-', not: 'uitvraag-beantwoord' } },
            orderBy: [{ tijdstip: 'asc' }, { id: 'asc' }],
          }),
          // Who was reached since, needs no call any more.
          db.bericht.findMany({
            where: { kenmerk, status: { in: ['mislukt', 'verzonden'] } },
            distinct: ['geadresseerde'],
            orderBy: [{ klaarTijdstip: 'desc' }, { id: 'desc' }],
            select: { geadresseerde: true, status: true },
          }),
          db.uitvraagCijferversie.count({ where: { uitvraag: code } }),
          zonderContact(
            db,
            rij.aanbieders.map(({ aanbieder }) => aanbieder),
          ),
        ]);
      const mislukt = laatsteMails.filter((mail) => mail.status === 'mislukt');
      const contacten = await db.contact.findMany({
        where: { code: { in: mislukt.map(({ geadresseerde }) => geadresseerde) } },
        select: { aanbieder: true },
      });
      const antwoordenVan = new Map<string, typeof alleAntwoorden>();
      for (const antwoord of alleAntwoorden)
        antwoordenVan.set(antwoord.aanbieder, [...(antwoordenVan.get(antwoord.aanbieder) ?? []), antwoord]);
      const nietBezorgd = new Set(contacten.map(({ aanbieder }) => aanbieder));
      return {
        ...toonUitvraag(rij, { gevraagd: rij.aanbieders.length, geantwoord: antwoordenVan.size }),
        cijferversie,
        zonderContact: nietBereikbaar,
        aanbieders: rij.aanbieders.map(({ aanbieder, heropendTotTijdstip }) => {
          const antwoorden = antwoordenVan.get(aanbieder) ?? [];
          return {
            aanbieder,
            heeftGeantwoord: antwoorden.length > 0,
            antwoorden: antwoorden.length,
            laatsteAntwoordTijdstip: antwoorden[0]?.tijdstip.toISOString() ?? null,
            isNagekomen: antwoorden[0]?.nagekomen ?? false,
            isNietBezorgd: nietBezorgd.has(aanbieder),
            heropendTotTijdstip: heropendTotTijdstip?.toISOString() ?? null,
          };
        }),
        heropeningen: heropeningen.map(({ codes, vrijeTekst, wie, ingediendTijdstip }) => ({
          ...(codes as { aanbieder: string; totDatum: string }),
          ...(vrijeTekst as { reden: string }),
          wie,
          tijdstip: ingediendTijdstip.toISOString(),
        })),
        verloop: verloop.map(({ wat, wie, tijdstip }) => ({ wat, wie, tijdstip: tijdstip.toISOString() })),
      };
    },
  );
}
