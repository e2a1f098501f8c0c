import { z } from 'zod';
import type { TrajectToestand } from '../../domain/traject.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { leesFouten } from '../problemen.ts';
import { kenmerkParams, metToken } from '../routeSchema.ts';
import { gebeurtenisSchema } from '../schemas.ts';
import { codesVoor, vertel } from '../verhaal.ts';
import { geschrevenVelden, leesbareTekst } from '../vrijeTekst.ts';
import { zichtbaarTraject } from '../zichtbaarheid.ts';

export function getGebeurtenissen(app: Api, { db }: Omgeving): void {
  app.get(
    '/v1/trajecten/:kenmerk/gebeurtenissen',
    {
      schema: {
        operationId: 'leesGebeurtenissen',
        tags: ['Trajecten'],
        summary: 'Lees het verhaal van een traject',
        description:
          'Geeft alles wat in een traject gebeurde, het oudste eerst, met wie het deed en wat die erbij schreef. De manager leest geen vrije tekst, de aanmelder alleen het verslag, het overbruggingsplan, de uitleg bij de triage en de eigen tekst.',
        security: metToken,
        params: kenmerkParams,
        response: {
          200: z
            .object({ gebeurtenissen: z.array(gebeurtenisSchema) })
            .meta({ title: 'Gebeurtenissen', description: 'De gebeurtenissen van het traject.' }),
          ...leesFouten,
        },
      },
    },
    async ({ params, beller }) => {
      const { kenmerk, toestand } = await zichtbaarTraject(db, beller, params.kenmerk);
      const rijen = await db.gebeurtenis.findMany({
        where: { kenmerk },
        include: { invoer: { select: geschrevenVelden } },
        orderBy: [{ tijdstip: 'asc' }, { id: 'asc' }],
      });
      return {
        gebeurtenissen: rijen.map((rij) => ({
          tijdstip: rij.tijdstip.toISOString(),
          soort: rij.soort,
          tekst: vertel(rij.soort, codesVoor(beller.rol, rij.soort, rij.codes as Record<string, unknown>)),
          wie: rij.invoer?.wie ?? 'systeem',
          rol: rij.invoer?.rol ?? 'systeem',
          tekstvelden: leesbareTekst(rij.invoer, beller, toestand as unknown as TrajectToestand),
        })),
      };
    },
  );
}
