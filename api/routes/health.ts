import { setTimeout as wacht } from 'node:timers/promises';
import { z } from 'zod';
import type { Api, Omgeving } from '../omgeving.ts';
import { foutAntwoorden, ProbleemFout } from '../problemen.ts';

/** How long a part may take to answer, in ms, before it counts as away. */
const geduld = 2_000;

export function health(app: Api, { db, temporal }: Omgeving): void {
  app.get(
    '/health/live',
    {
      schema: {
        operationId: 'leeft',
        tags: ['Stand van zaken'],
        summary: 'Draait de API?',
        description: 'Antwoordt zolang het proces draait. Een antwoord dat uitblijft vraagt om een herstart.',
        response: {
          200: z
            .object({ status: z.literal('leeft') })
            .meta({ title: 'Leeft', description: 'De API draait.' }),
          ...foutAntwoorden('interne-fout'),
        },
      },
    },
    () => ({ status: 'leeft' as const }),
  );
  app.get(
    '/health/ready',
    {
      schema: {
        operationId: 'gereed',
        tags: ['Stand van zaken'],
        summary: 'Kan de API werk aannemen?',
        description:
          'Kijkt of de database en Temporal bereikbaar zijn. De mailserver is hiervoor niet nodig.',
        response: {
          200: z
            .object({ status: z.literal('gereed') })
            .meta({ title: 'Gereed', description: 'De database en Temporal zijn bereikbaar.' }),
          ...foutAntwoorden('interne-fout', 'niet-beschikbaar'),
        },
      },
    },
    async () => {
      const delen = {
        'de database': db.$queryRaw`SELECT 1`,
        Temporal: temporal.withDeadline(Date.now() + geduld, () =>
          temporal.connection.workflowService.getSystemInfo({}),
        ),
      };
      const weg = await Promise.all(
        Object.entries(delen).map(async ([naam, antwoord]) => ((await isDaar(antwoord)) ? [] : [naam])),
      );
      if (weg.flat().length > 0)
        throw new ProbleemFout('niet-beschikbaar', `Niet bereikbaar: ${weg.flat().join(' en ')}.`);
      return { status: 'gereed' as const };
    },
  );
}

async function isDaar(antwoord: PromiseLike<unknown>): Promise<boolean> {
  const binnen = Promise.resolve(antwoord).then(
    () => true,
    () => false,
  );
  return Promise.race([binnen, wacht(geduld, false, { ref: false })]);
}
