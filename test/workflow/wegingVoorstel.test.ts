/** Which elements of the afwegingskader apply, what it then proposes, and that a coördinator decides. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Aanmelding } from '../../domain/aanmelding.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { zinnen, zoekattribuut } from '../support/volgen.ts';

let op: Opstelling;
/** A day on which the child of a test is born, yyyy-mm-dd. */
let vijfJaarGeleden: string;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
  vijfJaarGeleden = await op.datum(-5 * 365);
});
afterAll(() => op.sluit());

const gi = ({ jeugdige }: Aanmelding) => {
  jeugdige.maatregel = 'ots';
  jeugdige.gi = 'william-schrikker';
};
const onveilig = ({ risicotaxatie }: Aanmelding) => {
  risicotaxatie.onveiligheid = true;
  risicotaxatie.gevalideerd = true;
  risicotaxatie.instrument = 'ARIJ';
};
const jong = ({ jeugdige }: Aanmelding) => {
  jeugdige.geboorteDatum = vijfJaarGeleden;
};

const gevallen: [string, (aanmelding: Aanmelding) => void, string[]][] = [
  ['een maatregel', gi, ['gi']],
  ['onveiligheid die gevalideerd is', onveilig, ['onveiligheid']],
  ['een kind jonger dan zeven', jong, ['jong-kind']],
  [
    'alle drie',
    (aanmelding) => {
      gi(aanmelding);
      onveilig(aanmelding);
      jong(aanmelding);
    },
    ['jong-kind', 'gi', 'onveiligheid'],
  ],
];

describe('het voorstel', () => {
  it.each(gevallen)('bij %s is voorrang', async (_, wijzig, elementen) => {
    const kenmerk = await op.meldAan(wijzig);
    expect(await op.traject(kenmerk)).toMatchObject({ elementen, weging: null });
    await op.besluit(kenmerk, 'weging', { besluit: 'voorrang' });
    expect(await op.traject(kenmerk)).toMatchObject({
      elementen,
      weging: { versie: '2024-01', voorstel: 'voorrang', besluit: 'voorrang', afwijkReden: null },
      signalen: ['voorrang'],
    });
    expect(await zoekattribuut(op, kenmerk, 'Signaal')).toEqual(['voorrang']);
  });

  it.each<[string, (aanmelding: Aanmelding) => void]>([
    ['geen van drieën', () => {}],
    [
      'onveiligheid zonder gevalideerde risicotaxatie',
      ({ risicotaxatie }) => {
        risicotaxatie.onveiligheid = true;
      },
    ],
    [
      'een gevalideerde risicotaxatie die zegt dat het veilig is',
      ({ risicotaxatie }) => {
        risicotaxatie.gevalideerd = true;
        risicotaxatie.instrument = 'ARIJ';
      },
    ],
  ])('bij %s is geen voorrang', async (_, wijzig) => {
    const kenmerk = await op.meldAan(wijzig);
    await op.besluit(kenmerk, 'weging', { besluit: 'geen-voorrang' });
    expect(await op.traject(kenmerk)).toMatchObject({
      elementen: [],
      weging: { voorstel: 'geen-voorrang', besluit: 'geen-voorrang' },
      signalen: [],
    });
    expect(await zinnen(op, kenmerk, 'weging')).toEqual([
      'De weging is gedaan: geen voorrang. Elementen van het afwegingskader (versie 2024-01) die gelden: geen.',
    ]);
  });
});

describe('aangemeld zijn', () => {
  it('geeft op zichzelf geen voorrang, ook niet als er elementen gelden: een coördinator besluit', async () => {
    const kenmerk = await op.meldAan((aanmelding) => {
      gi(aanmelding);
      jong(aanmelding);
    });
    await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
    expect(await op.traject(kenmerk)).toMatchObject({
      elementen: ['jong-kind', 'gi'],
      weging: null,
      signalen: [],
    });
    const { status, inhoud } = await op.vraag('GET', '/v1/trajecten?voorrang=true&limiet=100');
    const gevonden = inhoud.trajecten?.map((een: { kenmerk: string }) => een.kenmerk);
    expect(status).toBe(200);
    expect(gevonden).not.toContain(kenmerk);
    await op.besluit(kenmerk, 'weging', { besluit: 'voorrang' });
    const daarna = await op.vraag('GET', '/v1/trajecten?voorrang=true&limiet=100');
    expect(daarna.inhoud.trajecten.map((een: { kenmerk: string }) => een.kenmerk)).toContain(kenmerk);
  });
});
