import { readdir } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Omgeving } from '../../api/omgeving.ts';
import { neemStukAan } from '../../api/stukken.ts';
import { maakKluis } from '../../infra/bsn.ts';
import { systeemKlok } from '../../infra/klok.ts';
import { maakLinkzegel } from '../../infra/links.ts';
import { maakCodebezorger } from '../../infra/sms.ts';
import { maakMapOpslag } from '../../infra/stukken/opslag.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { pdf } from '../support/stukken.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt' });
});
afterAll(() => op?.sluit());

describe('een stuk dat binnenkomt terwijl het traject wordt afgesloten', () => {
  it('wordt geweigerd en blijft nergens staan, ook niet bij een herhaling', async () => {
    const { db, client: temporal, instellingen } = op;
    const delen = { db, temporal, klok: systeemKlok, logboek: pino({ level: 'silent' }) };
    const omgeving: Omgeving = {
      ...delen,
      instellingen,
      kluis: maakKluis(instellingen.ZL_BSN_SLEUTEL),
      zegel: maakLinkzegel(instellingen.ZL_LINK_SLEUTEL),
      codebezorger: maakCodebezorger(instellingen),
      opslag: maakMapOpslag(instellingen.ZL_STUKKEN_MAP),
      scan: null,
      afhandeling: { ...delen, taskQueue: instellingen.ZL_TASK_QUEUE },
    };
    const kenmerk = await op.meldAan();
    await op.besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' });
    const stuur = async () =>
      neemStukAan(
        omgeving,
        { wie: 'coordinator-1', rol: 'coordinator' },
        'te-laat',
        // As it was read before the traject closed.
        { kenmerk, fase: 'intake' },
        {
          velden: { soort: 'plan' },
          bestand: {
            veld: 'bestand',
            naam: 'plan.pdf',
            mediatype: 'application/pdf',
            ontvangen: await omgeving.opslag.ontvang(Readable.from([pdf()])),
          },
        },
      );
    for (const _keer of [1, 2]) {
      await expect(stuur()).rejects.toMatchObject({ name: 'ProbleemFout', soort: 'afgesloten' });
      expect(await db.stuk.count()).toBe(0);
    }
    // The received file of the repetition is up to whoever received it; nothing is kept.
    expect(await readdir(instellingen.ZL_STUKKEN_MAP)).toEqual(['tijdelijk']);
  });
});
