/** Who reads something of a traject in a doorbraak, stands in its list of links too, and can be kept out. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { doorbraakId } from '../../domain/doorbraakCodes.ts';
import { begin, kwartaalNu, metMaatregel } from '../support/doorbraken.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { bezoek, mailAan, padIn } from '../support/stukkenLinks.ts';

let op: Opstelling;
let periode: string;
let bijGi: string;
let bijAndere: string;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt' });
  bijGi = await op.meldAan(metMaatregel('999990019'));
  bijAndere = await op.meldAan(metMaatregel('123456782', 'leger-des-heils'));
  for (const kenmerk of [bijGi, bijAndere])
    await op.besluit(kenmerk, 'wachtreden', { wachtreden: 'aanbod-ontbreekt' });
  periode = await kwartaalNu(op);
  await begin(op, periode);
});
afterAll(() => op?.sluit());

const naarDoorbraak = async (kenmerk: string) =>
  (await op.vraag('GET', `/v1/trajecten/${kenmerk}/links`)).inhoud.links.filter(
    ({ doel }: { doel: string }) => doel === 'doorbraak',
  );

it('de link van een GI naar een doorbraak staat bij de trajecten op haar agenda, en bij geen ander', async () => {
  const pad = padIn(
    await mailAan(op, 'doorbraak@william-schrikker.example', 'doorbraak', doorbraakId(periode)),
  );
  await mailAan(op, 'doorbraak@leger-des-heils.example', 'doorbraak', doorbraakId(periode));
  const verwacht = (geadresseerde: string) => [
    { onderwerp: doorbraakId(periode), geadresseerde, ingetrokkenTijdstip: null },
  ];
  expect(await naarDoorbraak(bijAndere)).toMatchObject(verwacht('leger-des-heils'));
  const links = await naarDoorbraak(bijGi);
  expect(links).toMatchObject(verwacht('william-schrikker'));

  const wie = bezoek(op);
  expect((await wie.open(pad)).status).toBe(200);
  const { statusCode } = await op.api.inject({
    method: 'DELETE',
    url: `/v1/links/${links[0].id}`,
    headers: { authorization: `Bearer ${await op.token({})}` },
  });
  expect(statusCode).toBe(204);
  expect((await wie.open(pad)).status).toBe(410);
  expect(await naarDoorbraak(bijGi)).toMatchObject([{ blijftIngetrokken: true }]);
  expect(await naarDoorbraak(bijAndere)).toMatchObject(verwacht('leger-des-heils'));
});
