/**
 * A doorbraak that nobody closes: the coördinatoren are reminded, then the manager, each once. When the next one has taken over
 * what was not agreed it closes by itself, and the BREN hears what was seen.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { doorbraakBesluitVoorbeelden } from '../../api/voorbeelden.ts';
import { dag } from '../../domain/beleid.ts';
import { doorbraakId } from '../../domain/doorbraakCodes.ts';
import { leesPeriode } from '../../domain/periode.ts';
import {
  begin,
  gelukt,
  isOnder,
  kwartaalNu,
  lees,
  leesZaak,
  mails,
  metMaatregel,
  sluitnormVan,
  totOnder,
} from '../support/doorbraken.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { verstrijkVoorbij } from '../support/verloop.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

async function metCoordinator(bsn: string, coordinator: string): Promise<string> {
  const kenmerk = await op.meldAan(metMaatregel(bsn));
  await op.besluit(kenmerk, 'triage', {
    uitkomst: 'bespreking',
    coordinator,
    afwijkReden: 'individuele-situatie',
    toelichting: 'Zo is het.',
  });
  return kenmerk;
}

it('een doorbraak die niemand sluit, wordt herinnerd en gemeld, en sluit na de volgende vanzelf', async () => {
  const afgesproken = await metCoordinator('999990019', 'coordinator-1');
  const mist = await metCoordinator('123456782', 'coordinator-2');
  const ingetrokken = await metCoordinator('111222333', 'coordinator-1');
  const wordtKeuze = await metCoordinator('999990020', 'coordinator-2');
  await op.verstrijk(93 * dag);
  const eerste = await kwartaalNu(op);
  await begin(op, eerste);
  for (const kenmerk of [afgesproken, mist]) await totOnder(op, kenmerk, true);
  const { herinnerTijdstip, managerTijdstip, sluitTijdstip } = await sluitnormVan(op, eerste);
  const afspraak = { wie: 'aanmelder', wat: 'overleg-voeren', voorDatum: await op.datum(150) };
  await gelukt(op, eerste, 'afspraak', afspraak, afgesproken);
  await gelukt(op, eerste, 'lacune', doorbraakBesluitVoorbeelden.lacune, afgesproken);
  await op.besluit(ingetrokken, 'intrekking', { reden: 'plek-gevonden' });

  // Whoever has agreed on everything is not asked, and of a traject that closed nothing is lacking.
  await verstrijkVoorbij(op, herinnerTijdstip);
  expect(await mails(op, eerste, 'doorbraak-sluiten', 1)).toMatchObject([
    { geadresseerde: 'coordinator-2', gegevens: { zonderAfspraak: 2 } },
  ]);
  expect(await op.db.bericht.count({ where: { soort: 'doorbraak-niet-gesloten' } })).toBe(0);
  await verstrijkVoorbij(op, managerTijdstip);
  expect(await mails(op, eerste, 'doorbraak-niet-gesloten', 1)).toMatchObject([
    { geadresseerde: 'manager-1', gegevens: { zonderAfspraak: 2 } },
  ]);

  await verstrijkVoorbij(op, Math.max(managerTijdstip, leesPeriode(eerste)?.eindTijdstip ?? 0));
  await op.besluit(wordtKeuze, 'wachtkeuze', {
    reden: 'behandeling-later',
    evaluatieDatum: await op.datum(30),
    toelichting: 'De behandeling begint later.',
  });
  const tweede = await kwartaalNu(op);
  await begin(op, tweede);
  // Also who is named apart now, goes over: about that nothing has to be agreed any more.
  for (const kenmerk of [mist, wordtKeuze])
    await wachtTot(
      () => leesZaak(op, eerste, kenmerk),
      ({ overNaar }) => overNaar === doorbraakId(tweede),
    );
  expect(await leesZaak(op, tweede, wordtKeuze)).toMatchObject({ soort: 'keuze' });
  expect(await lees(op, eerste)).toMatchObject({ status: 'open', zonderAfspraak: 0 });
  expect(await op.db.bericht.count({ where: { soort: 'doorbraak-bren' } })).toBe(0);

  await verstrijkVoorbij(op, sluitTijdstip);
  const gesloten = await wachtTot(
    () => lees(op, eerste),
    ({ status }) => status !== 'open',
  );
  expect(gesloten).toMatchObject({ status: 'gesloten', geslotenTijdstip: expect.any(String) });
  expect(await mails(op, eerste, 'doorbraak-bren', 1)).toMatchObject([{ geadresseerde: 'bren' }]);
  // Nobody was reminded twice, and the new one has a norm of its own.
  await mails(op, eerste, 'doorbraak-sluiten', 1);
  expect(await lees(op, tweede)).toMatchObject({ status: 'open', zonderAfspraak: 2 });
  expect(await isOnder(op, mist)).toBe(true);
});
