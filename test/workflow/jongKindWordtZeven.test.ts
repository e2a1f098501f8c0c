/** In the month after the seventh birthday the child is no jong kind any more, and the weging has to be done anew. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leeftijdsmomenten } from '../../domain/leeftijd.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import {
  adresVan,
  evenNa,
  mailMetKop,
  naHeleWerkdagen,
  redenenNu,
  springNaar,
  totReden,
  verzonden,
  zinnen,
} from '../support/volgen.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
/** Turns seven in ten days. */
let geboorteDatum: string;
let zeven: number;
let gewogen: string;
let nietGewogen: string;
let ookGi: string;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
  const verjaardag = await op.datum(10);
  // 28 at most, so that the day exists in every year.
  const dag = String(Math.min(Number(verjaardag.slice(8)), 28)).padStart(2, '0');
  geboorteDatum = `${Number(verjaardag.slice(0, 4)) - 7}${verjaardag.slice(4, 8)}${dag}`;
  zeven = leeftijdsmomenten(geboorteDatum, await op.nu()).zevenTijdstip ?? 0;
  const jong = () =>
    op.meldAan(({ jeugdige }) => {
      jeugdige.geboorteDatum = geboorteDatum;
    });
  [gewogen, nietGewogen, ookGi] = [await jong(), await jong(), await jong()];
  await op.besluit(gewogen, 'weging', { besluit: 'voorrang' });
  await op.besluit(ookGi, 'weging', { besluit: 'voorrang', elementen: ['jong-kind', 'gi'] });
  for (const kenmerk of [gewogen, nietGewogen, ookGi])
    await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
});
afterAll(() => op.sluit());

const totGeenJongKind = (kenmerk: string) =>
  wachtTot(
    () => op.traject(kenmerk),
    ({ elementen }) => !elementen.includes('jong-kind'),
  );

describe('een jong kind', () => {
  it('is het nog de hele maand waarin het zeven wordt', async () => {
    expect(zeven).toBeGreaterThan(await op.nu());
    await springNaar(op, zeven - 60 * 60 * 1000);
    expect(await op.traject(gewogen)).toMatchObject({ elementen: ['jong-kind'] });
    await verzonden(op, gewogen, 'weging-herzien', 0);
  });

  it('is het de maand daarna niet meer, en de coördinator hoort dat de weging opnieuw moet', async () => {
    await springNaar(op, evenNa(zeven));
    expect(await totGeenJongKind(gewogen)).toMatchObject({
      elementen: [],
      // Until a coördinator decides anew the decision that was taken holds.
      weging: { besluit: 'voorrang' },
      signalen: expect.arrayContaining(['voorrang']),
    });
    const [bericht] = await verzonden(op, gewogen, 'weging-herzien', 1);
    expect(bericht?.geadresseerde).toBe('coordinator-1');
    expect(await zinnen(op, gewogen, 'weging-herzien')).toEqual([
      'De jeugdige is geen jong kind meer. Elementen van het afwegingskader die nog gelden: geen.',
    ]);
  });

  it('houdt de andere elementen', async () => {
    expect(await totGeenJongKind(ookGi)).toMatchObject({ elementen: ['gi'] });
    expect(await zinnen(op, ookGi, 'weging-herzien')).toEqual([
      'De jeugdige is geen jong kind meer. Elementen van het afwegingskader die nog gelden: er is een maatregel, dus een gecertificeerde instelling (GI).',
    ]);
  });

  it('dat nog niet was gewogen verliest alleen het element', async () => {
    await totGeenJongKind(nietGewogen);
    await verzonden(op, nietGewogen, 'weging-herzien', 0);
  });
});

describe('de weging', () => {
  it('die niet opnieuw wordt gedaan, loopt na twee werkdagen vast op de coördinator', async () => {
    await springNaar(op, evenNa(naHeleWerkdagen(zeven, 3)));
    expect(await totReden(op, gewogen, 'weging')).toMatchObject({ op: 'coordinator' });
    const mail = await mailMetKop(op, gewogen, 'Vastgelopen: de weging is niet gedaan');
    expect(adresVan(mail)).toBe('coordinator-1@zorglogistiek.example');
    expect(await redenenNu(op, nietGewogen)).not.toContain('weging');
  });

  it('opnieuw doen heft dat op, en het oude element komt niet terug', async () => {
    await op.besluit(gewogen, 'weging', { besluit: 'geen-voorrang' });
    expect(await redenenNu(op, gewogen)).not.toContain('weging');
    expect((await op.traject(gewogen)).signalen).not.toContain('voorrang');
    await op.verstrijk('40 days');
    await verzonden(op, gewogen, 'weging-herzien', 1);
  });
});
