import proto from '@temporalio/proto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bouwApi } from '../../api/server.ts';
import { systeemKlok } from '../../infra/klok.ts';
import { maakLogboek } from '../../infra/logboek.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { openStuk, pdf, stuurStuk } from '../support/stukken.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt' });
});
afterAll(() => op?.sluit());

const merk = 'kanarie';

describe('de naam en de inhoud van een stuk', () => {
  it('staan in geen logboek, geschiedenis of e-mail, en niet in de invoer', async () => {
    const regels: string[] = [];
    const api = await bouwApi({
      db: op.db,
      temporal: op.client,
      instellingen: op.instellingen,
      klok: systeemKlok,
      logboek: maakLogboek('api', 'trace', { write: (regel) => void regels.push(regel) }),
    });
    const metLogboek = { ...op, api };
    const kenmerk = await op.meldAan();
    const bestand = { naam: 'Verslag Kanarie Naamveld.pdf', inhoud: pdf('Kanarie-inhoud') };
    const { inhoud } = await stuurStuk(metLogboek, kenmerk, { bestand });
    expect(inhoud.naam).toBe(bestand.naam);
    await openStuk(metLogboek, inhoud.id);
    // What is refused is logged too, and what fails for reasons of ours most of all.
    await stuurStuk(metLogboek, kenmerk, { bestand: { ...bestand, inhoud: 'Kanarie' } });
    const zonderScanner = await bouwApi({
      db: op.db,
      temporal: op.client,
      instellingen: { ...op.instellingen, ZL_CLAMAV: 'tcp://127.0.0.1:1' },
      klok: systeemKlok,
      logboek: maakLogboek('api', 'trace', { write: (regel) => void regels.push(regel) }),
    });
    expect(await stuurStuk({ ...op, api: zonderScanner }, kenmerk, { bestand })).toMatchObject({
      status: 503,
    });
    await Promise.all([api.close(), zonderScanner.close()]);

    const mails = await wachtTot(
      () => op.mails(kenmerk),
      (alle) => alle.some(({ subject }) => subject?.startsWith('Er is een stuk toegevoegd')),
    );
    const { History } = proto.temporal.api.history.v1;
    const geschiedenis = Buffer.from(
      History.encode((await op.trajectWorkflow(kenmerk).fetchHistory()) as never).finish(),
    ).toString('utf8');
    // What does travel is there, so the search sees what there is.
    expect(geschiedenis).toContain(inhoud.id);
    expect(regels.join('')).toContain('een stuk kon niet worden gescand');
    for (const tekst of [
      ...regels,
      geschiedenis,
      JSON.stringify(await op.db.invoer.findMany({ where: { kenmerk, soort: 'stuk' } })),
      ...mails.map((mail) => JSON.stringify([mail.subject, mail.text, mail.html, mail.attachments])),
    ])
      expect(tekst.toLowerCase()).not.toContain(merk);
  });
});
