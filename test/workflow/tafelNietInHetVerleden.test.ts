/** A table that is to come does not begin at a moment that has passed. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tafelMomenten } from '../../domain/tafelkalender.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { leesTafel, opAgenda, planTafel, tafelMails, verstrijkTot, werkdagOver } from '../support/tafels.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op?.sluit());

const wijzig = (datum: string, beginTijd: string, sleutel?: string) =>
  op.vraag('POST', `/v1/tafels/${datum}/wijziging`, { beginTijd }, sleutel ? { sleutel } : {});
const geweigerd = {
  status: 400,
  inhoud: {
    velden: [
      { veld: 'beginTijd', melding: expect.stringContaining('Dit tijdstip is al voorbij. Kies een later') },
    ],
  },
};

it('op de dag zelf kan de tafel niet meer naar een tijdstip dat voorbij is, wel naar later', async () => {
  const datum = await werkdagOver(op, 12);
  await planTafel(op, datum, { beginTijd: '14:00' });
  await opAgenda(op, datum);
  expect(await wijzig(datum, '10:00', 'eerder')).toMatchObject({ status: 200 });
  expect(await wijzig(datum, '14:00')).toMatchObject({ status: 200 });
  await verstrijkTot(op, tafelMomenten(datum, '12:00', 0).beginTijdstip);
  const genodigd = (await leesTafel(op, datum)).uitgenodigd.length;
  await wachtTot(
    () => tafelMails(op, datum).length,
    (aantal) => aantal === genodigd,
  );
  expect(await wijzig(datum, '09:00')).toMatchObject(geweigerd);
  expect(await wijzig(datum, '12:00')).toMatchObject(geweigerd);
  expect(await leesTafel(op, datum)).toMatchObject({ status: 'agenda-gesloten', beginTijd: '14:00' });
  expect(tafelMails(op, datum)).toHaveLength(genodigd);
  // What was taken before is not asked again.
  expect(await wijzig(datum, '10:00', 'eerder')).toMatchObject({
    status: 200,
    inhoud: { beginTijd: '10:00' },
  });
  expect(await wijzig(datum, '12:30')).toMatchObject({ status: 200, inhoud: { beginTijd: '12:30' } });

  // A table that is over says so, whatever the time.
  await verstrijkTot(op, tafelMomenten(datum, '20:00', 0).beginTijdstip);
  expect(await wijzig(datum, '09:00')).toMatchObject({ status: 409 });
});
