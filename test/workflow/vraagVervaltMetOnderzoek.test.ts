/** A question of an aanbieder lives as long as its onderzoek: nobody is asked, reminded or kept waiting for what nobody needs. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { bezoek, mailAan, padIn } from '../support/stukkenLinks.ts';
import { antwoordt } from '../support/verloop.ts';
import {
  evenNa,
  mailMetKop,
  momenten,
  naHeleWerkdagen,
  springNaar,
  tekstVan,
  totReden,
  verzonden,
  zinnen,
} from '../support/volgen.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
let wie: ReturnType<typeof bezoek>;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
  wie = bezoek(op);
});
afterAll(() => op.sluit());

const aanmelder = 'robin.voorbeeld@jeugdteam-den-haag.example';
const afwijzing = { antwoord: 'afwijzing', afwijzingReden: 'geen-plek' };
const nietMeer = 'U hoeft een vraag die wij u stelden niet meer te beantwoorden.';

/** A traject of which two aanbieders investigate, and the first has asked the aanmelder something. */
async function gevraagdDoorEen() {
  const kenmerk = await op.meldAan();
  await op.besluit(kenmerk, 'triage', {
    uitkomst: 'direct-voorleggen',
    aanbieders: ['aanbieder-01', 'aanbieder-02'],
    afwijkReden: 'individuele-situatie',
  });
  const [een, twee] = ['aanbieder-01', 'aanbieder-02'].map((code) => `onderzoek-${kenmerk}-${code}-r1`);
  await op.aanbiederZegt(een ?? '', 'vraag', { soorten: ['intelligentie'], vraag: 'Is er een onderzoek?' });
  const mail = await mailAan(op, aanmelder, 'Wij hebben informatie van u nodig', kenmerk);
  return { kenmerk, een: een ?? '', twee: twee ?? '', pad: padIn(mail) };
}

const vervallenMails = (kenmerk: string) =>
  op.db.bericht.count({ where: { kenmerk, soort: 'vraag-vervallen' } });

it('de aanbieder wijst af: de aanmelder leest dat het niet meer hoeft, en de volgende stap is weer van de coördinator', async () => {
  const { kenmerk, een, twee, pad } = await gevraagdDoorEen();
  const koekje = await wie.krijgToegang(pad);
  const geopend = (await wie.open(pad, koekje)).tekst;
  expect(geopend).toContain('Is er een onderzoek?');

  await antwoordt(op, een, afwijzing);
  const mail = await mailMetKop(op, kenmerk, 'U hoeft een vraag niet meer te beantwoorden');
  expect(tekstVan(mail)).toContain(`${nietMeer} Er staat nu geen vraag meer open.`);
  expect((await op.traject(kenmerk)).vragen).toEqual([]);
  expect(await zinnen(op, kenmerk, 'onderzoek-gemeld')).toEqual([
    'Het traject heeft het bericht van aanbieder-01 verwerkt. Een vraag van een aanbieder aan de aanmelder is niet meer nodig.',
  ]);
  const nu = (await wie.open(pad, koekje)).tekst;
  expect(nu).toContain('Wat u niet meer hoeft te beantwoorden');
  expect(nu).toMatch(/Vraag van een aanbieder, gesteld op .*, over de intelligentie van de jeugdige/);
  expect(nu).not.toContain('Is er een onderzoek?');

  await antwoordt(op, twee, afwijzing);
  expect(await op.traject(kenmerk)).toMatchObject({ fase: 'voorbereiding', wachtOp: 'coordinator' });
  const [terug = 0] = await momenten(op, kenmerk, 'allen-afgewezen');
  await springNaar(op, evenNa(naHeleWerkdagen(terug, 5)));
  expect(await totReden(op, kenmerk, 'planning')).toMatchObject({ op: 'coordinator' });
  await springNaar(op, evenNa(naHeleWerkdagen(terug, 12)));
  expect(await op.db.bericht.count({ where: { kenmerk, soort: 'informatie-herinnering' } })).toBe(0);
  await verzonden(op, kenmerk, 'vraag-vervallen', 1);
});

it('wie de pagina al open had en toch antwoordt, leest dat de vraag niet meer nodig is en houdt de tekst', async () => {
  const { kenmerk, een, pad } = await gevraagdDoorEen();
  const koekje = await wie.krijgToegang(pad);
  const { tekst } = await wie.open(pad, koekje);
  const [formulier = ''] = /<form[^>]*\/informatie".*?<\/form>/s.exec(tekst) ?? [];
  const velden = [...formulier.matchAll(/type="hidden" name="([^"]+)" value="([^"]+)"/g)].map(
    ([, naam = '', waarde = '']): [string, string] => [naam, waarde],
  );
  await antwoordt(op, een, afwijzing);
  await mailMetKop(op, kenmerk, 'U hoeft een vraag niet meer te beantwoorden');
  const { statusCode, body } = await op.api.inject({
    method: 'POST',
    url: `${pad}/informatie`,
    headers: { cookie: koekje, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams([...velden, ['informatie.antwoord', 'Het is van mei.']]).toString(),
  });
  expect(statusCode).toBe(409);
  expect(body).toContain('Deze vraag is niet meer nodig.');
  expect(body).toContain('Het is van mei.');
});

describe('verandert er iets waarover de aanmelder al een e-mail krijgt, dan staat het daarin', () => {
  it.each([
    ['situatie', { toelichting: 'Het gaat thuis slechter.' }, 'Wij bespreken uw vraag opnieuw'],
    [
      'spoor',
      { spoor: 'experttafel', toelichting: 'Eerst advies.' },
      'Een ander team gaat met uw aanmelding verder',
    ],
  ] as const)('%s', async (soort, inhoud, kop) => {
    const { kenmerk } = await gevraagdDoorEen();
    await op.besluit(kenmerk, soort, inhoud);
    expect(tekstVan(await mailMetKop(op, kenmerk, kop))).toContain(nietMeer);
    expect(await op.traject(kenmerk)).toMatchObject({ wachtOp: 'coordinator', vragen: [] });
    expect(await vervallenMails(kenmerk)).toBe(0);
  });

  it('opschorting', async () => {
    const { kenmerk } = await gevraagdDoorEen();
    await op.besluit(kenmerk, 'opschorting', {
      reden: 'veiligheid-eerst',
      evaluatieDatum: await op.datum(10),
      toelichting: 'Eerst moet het veilig zijn.',
    });
    expect(tekstVan(await mailMetKop(op, kenmerk, 'Uw aanmelding staat tijdelijk stil'))).toContain(nietMeer);
    expect((await op.traject(kenmerk)).vragen).toEqual([]);
    expect(await vervallenMails(kenmerk)).toBe(0);
  });

  it('keuze van een ander; een vraag van de coördinator blijft staan', async () => {
    const { kenmerk, twee } = await gevraagdDoorEen();
    await op.besluit(kenmerk, 'informatievraag', { soorten: ['anders'], vraag: 'Wie is de voogd?' });
    await antwoordt(op, twee, { antwoord: 'aanbod' });
    await op.besluit(kenmerk, 'keuze', {
      aanbieders: ['aanbieder-02'],
      verwachteStartDatum: await op.datum(20),
    });
    expect(tekstVan(await mailMetKop(op, kenmerk, 'Het is duidelijk wie de vraag oppakt'))).toContain(
      `${nietMeer} Eén andere vraag staat nog wel open.`,
    );
    expect((await op.traject(kenmerk)).vragen).toMatchObject([{ soorten: ['anders'], aanbieder: null }]);
    expect(await vervallenMails(kenmerk)).toBe(0);
  });
});

it('eindigt het traject, dan is er niets meer te vertellen', async () => {
  const { kenmerk } = await gevraagdDoorEen();
  await op.besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' });
  await wachtTot(
    () => op.db.bericht.count({ where: { kenmerk, soort: 'ingetrokken', status: 'verzonden' } }),
    (aantal) => aantal === 2,
  );
  expect(await vervallenMails(kenmerk)).toBe(0);
});
