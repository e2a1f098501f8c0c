/** The kenmerk tells the team that an aanmelding came in at, each with a series of its own; reports count by it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { periodeOp } from '../../domain/periode.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt' });
});
afterAll(() => op.sluit());

it('iedere aanmelding krijgt een kenmerk uit de reeks van haar team, en telt daar in de rapporten', async () => {
  const meldAanBij = (spoor?: 'zorglogistiek' | 'zorgbemiddeling' | 'experttafel') =>
    op.meldAan((aanmelding) => {
      if (spoor) aanmelding.spoor = spoor;
    });
  const jaar = (await op.datum(0)).slice(0, 4);
  const kenmerken = [
    await meldAanBij(),
    await meldAanBij('experttafel'),
    await meldAanBij('zorgbemiddeling'),
    await meldAanBij('experttafel'),
    await meldAanBij('zorglogistiek'),
  ];
  expect(kenmerken).toEqual(
    ['ZL-0001', 'ET-0001', 'ZB-0001', 'ET-0002', 'ZL-0002'].map((naam) => naam.replace('-', `-${jaar}-`)),
  );
  const [zorglogistiek = '', experttafel = '', , afgewezen = ''] = kenmerken;
  expect(await op.traject(experttafel)).toMatchObject({
    spoor: 'experttafel',
    fase: 'intake',
    triageVoorstel: 'experttafel',
  });
  expect((await op.trajectWorkflow(experttafel).describe()).searchAttributes.Spoor).toEqual(['experttafel']);

  // As proposed, so no reason is asked.
  expect(await op.besluit(experttafel, 'triage', { uitkomst: 'experttafel' })).toMatchObject({
    spoor: 'experttafel',
    fase: 'advies',
  });
  await op.besluit(experttafel, 'advies', {
    advies: 'maatwerk',
    opvolgDatum: await op.datum(30),
    toelichting: 'Een plan op maat.',
  });
  await op.besluit(afgewezen, 'triage', {
    uitkomst: 'afgewezen',
    reden: 'vraag-niet-duidelijk',
    uitleg: 'Schrijf op welk advies u zoekt.',
    afwijkReden: 'individuele-situatie',
  });
  await op.besluit(zorglogistiek, 'triage', { uitkomst: 'experttafel', afwijkReden: 'individuele-situatie' });

  const nu = await op.nu();
  const lees = async (pad: string) => (await op.vraag('GET', `/v1/rapportages/${pad}`)).inhoud.cijfers;
  expect(await lees(`experttafel/${periodeOp('jaar', nu).code}`)).toMatchObject({
    aanmeldingen: 3,
    maatwerk: 1,
    afwijzingen: 1,
    adviesNietUitgevoerd: 1,
  });
  expect(await lees(`halfjaar/${periodeOp('halfjaar', nu).code}`)).toMatchObject({
    aanmeldingen: 2,
    anders: 1,
    open: 1,
  });
});
