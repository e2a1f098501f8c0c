/** Who sees to the Schedule of the table may be gone right after: the tables of the coming weeks come all the same. */
import { Client } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eersteWerkdag, tafelVanSchema } from '../../domain/tafelkalender.ts';
import { zorgVoorTafelschema } from '../../workers/tafelschema.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { wachtTot } from '../support/wachtTot.ts';

const week = 7 * 24 * 60 * 60 * 1000;

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt', instellingen: { ZL_TAFEL_DAG: 'dinsdag', ZL_TAFEL_WEKEN: '1' } });
});
afterAll(() => op?.sluit());

const zorg = (client: Client) => zorgVoorTafelschema(client, op.instellingen.ZL_TASK_QUEUE, 'dinsdag');
const geplandeDagen = async (): Promise<string[]> =>
  (await op.vraag('GET', '/v1/tafels?limiet=100')).inhoud.tafels.map(({ datum }: { datum: string }) => datum);

describe('het schema van de tafel', () => {
  it('haalt de weken van nu ook in als het programma stopt zodra het schema er is', async () => {
    const weg = new Error('het programma is gestopt');
    const stopt = new Client({
      connection: op.client.connection,
      namespace: op.namespace,
      interceptors: {
        schedule: [
          {
            create: async (invoer, verder) => {
              await verder(invoer);
              throw weg;
            },
          },
        ],
      },
    });
    await expect(zorg(stopt)).rejects.toBe(weg);
    // The next start finds the Schedule and leaves it as it is.
    await zorg(op.client);
    // The agenda of a table that is nearer than its closing has closed already, so that week needs none.
    const nu = await op.nu();
    const verst = [1, 2, 3, 4].map((weken) => tafelVanSchema(nu - weken * week, 'dinsdag', 1) ?? '');
    const dagen = await wachtTot(geplandeDagen, (lijst) => verst.every((datum) => lijst.includes(datum)));
    expect(new Set(dagen).size).toBe(dagen.length);
    for (const datum of dagen) expect(eersteWerkdag(datum)).toBe(datum);
  });
});
