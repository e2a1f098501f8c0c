/** Two questions to the aanmelder: what was answered is what stood on the page; a question that came in later stays open. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { bezoek, mailAan, padIn } from '../support/stukkenLinks.ts';
import {
  evenNa,
  mailMetKop,
  momenten,
  naHeleWerkdagen,
  redenenNu,
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

/** A traject in which aanbieder-01 asked something, and the way to the page of its aanmelder. */
async function metVraagVanAanbieder() {
  const kenmerk = await op.meldAan();
  await op.besluit(kenmerk, 'triage', {
    uitkomst: 'direct-voorleggen',
    aanbieders: ['aanbieder-01'],
    afwijkReden: 'individuele-situatie',
  });
  await op.aanbiederZegt(`onderzoek-${kenmerk}-aanbieder-01-r1`, 'vraag', {
    soorten: ['voorgeschiedenis'],
    vraag: 'Waar woonde de jeugdige hiervoor?',
  });
  const pad = padIn(await mailAan(op, aanmelder, 'Wij hebben informatie van u nodig', kenmerk));
  return { kenmerk, pad, koekje: await wie.krijgToegang(pad) };
}

/** The form of the answer as it stands on the page, filled in. */
function ingevuld(tekst: string, antwoord: string): [string, string][] {
  const [formulier = ''] = /<form[^>]*\/informatie".*?<\/form>/s.exec(tekst) ?? [];
  const verborgen = [...formulier.matchAll(/type="hidden" name="([^"]+)" value="([^"]+)"/g)];
  return [
    ...verborgen.map(([, naam = '', waarde = '']): [string, string] => [naam, waarde]),
    ['informatie.antwoord', antwoord],
  ];
}

const verstuur = (pad: string, koekje: string, velden: [string, string][]) =>
  op.api.inject({
    method: 'POST',
    url: `${pad}/informatie`,
    headers: { cookie: koekje, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(velden).toString(),
  });

it('een antwoord op de eerste laat de tweede staan, met haar eigen herinneringen', async () => {
  const { kenmerk, pad, koekje } = await metVraagVanAanbieder();
  const geopend = (await wie.open(pad, koekje)).tekst;
  expect(geopend).toContain('Waar woonde de jeugdige hiervoor?');

  await op.besluit(kenmerk, 'informatievraag', { soorten: ['risicotaxatie'], vraag: 'Is er een taxatie?' });
  const [, tweede = 0] = await momenten(op, kenmerk, 'informatievraag');
  const { vragen } = await op.traject(kenmerk);
  expect(vragen).toMatchObject([
    { soorten: ['voorgeschiedenis'], aanbieder: 'aanbieder-01' },
    { soorten: ['risicotaxatie'], aanbieder: null },
  ]);
  // The page that was opened before shows one question, and its form answers that one.
  expect((await verstuur(pad, koekje, ingevuld(geopend, 'Bij een tante.'))).statusCode).toBe(303);

  expect((await op.traject(kenmerk)).vragen).toEqual([vragen[1]]);
  const nogOpen = (await wie.open(pad, koekje)).tekst;
  expect(nogOpen).toContain('Is er een taxatie?');
  expect(nogOpen).not.toContain('Waar woonde');
  expect(await zinnen(op, kenmerk, 'informatie')).toEqual([
    'De aanmelder heeft de gevraagde informatie gegeven, ook op de vraag van aanbieder-01. Eén vraag staat nog open.',
  ]);
  expect(tekstVan(await mailMetKop(op, kenmerk, 'De aanmelder heeft informatie gegeven'))).toContain(
    'Eén vraag kwam later binnen en staat nog open.',
  );
  await verzonden(op, kenmerk, 'vraag-beantwoord', 1);

  await springNaar(op, evenNa(naHeleWerkdagen(tweede, 6)));
  await verzonden(op, kenmerk, 'informatie-herinnering', 2);
  await springNaar(op, evenNa(naHeleWerkdagen(tweede, 10)));
  expect(await totReden(op, kenmerk, 'informatie')).toMatchObject({
    sindsTijdstip: new Date(tweede).toISOString(),
  });
  await op.besluit(kenmerk, 'informatie', { antwoord: 'De taxatie is van mei.' });
  expect(await redenenNu(op, kenmerk)).not.toContain('informatie');
  expect(await op.traject(kenmerk)).toMatchObject({ vragen: [] });
  // The aanbieder had its answer already.
  await verzonden(op, kenmerk, 'vraag-beantwoord', 1);
});

it('de aanbieder hoort pas van een antwoord als zijn eigen vraag is beantwoord', async () => {
  const { kenmerk, pad, koekje } = await metVraagVanAanbieder();
  await op.besluit(kenmerk, 'informatievraag', { soorten: ['anders'], vraag: 'Wanneer kan het?' });
  const [, { vraagId }] = (await op.traject(kenmerk)).vragen;
  await op.besluit(kenmerk, 'informatie', { vragen: [vraagId], antwoord: 'Na de vakantie.' });
  expect((await op.traject(kenmerk)).vragen).toMatchObject([{ aanbieder: 'aanbieder-01' }]);
  expect(await op.db.bericht.count({ where: { kenmerk, soort: 'vraag-beantwoord' } })).toBe(0);

  const velden = ingevuld((await wie.open(pad, koekje)).tekst, 'Bij een tante.');
  expect((await verstuur(pad, koekje, velden)).statusCode).toBe(303);
  await verzonden(op, kenmerk, 'vraag-beantwoord', 1);
});

it('staan er twee op de pagina, dan beantwoordt één formulier ze allebei', async () => {
  const { kenmerk, pad, koekje } = await metVraagVanAanbieder();
  await op.besluit(kenmerk, 'informatievraag', { soorten: ['anders'], vraag: 'Wanneer kan het?' });
  const { tekst } = await wie.open(pad, koekje);
  for (const vraag of ['Waar woonde de jeugdige hiervoor?', 'Wanneer kan het?'])
    expect(tekst).toContain(vraag);
  expect((await verstuur(pad, koekje, ingevuld(tekst, 'Bij een tante; na de vakantie.'))).statusCode).toBe(
    303,
  );
  expect(await op.traject(kenmerk)).toMatchObject({ vragen: [] });
  expect(await zinnen(op, kenmerk, 'informatie')).toEqual([
    'De aanmelder heeft de gevraagde informatie gegeven, ook op de vraag van aanbieder-01.',
  ]);
});

it('een antwoord op een vraag die al is beantwoord wordt geweigerd, en wat is geschreven blijft staan', async () => {
  const { kenmerk, pad, koekje } = await metVraagVanAanbieder();
  const geopend = (await wie.open(pad, koekje)).tekst;
  await op.besluit(kenmerk, 'informatievraag', { soorten: ['anders'], vraag: 'Wanneer kan het?' });
  const [{ vraagId }] = (await op.traject(kenmerk)).vragen;
  // By telephone.
  await op.besluit(kenmerk, 'informatie', { vragen: [vraagId], antwoord: 'Bij een tante.' });
  const { statusCode, body } = await verstuur(pad, koekje, ingevuld(geopend, 'Bij een tante in Delft.'));
  expect(statusCode).toBe(409);
  expect(body).toContain('Deze vraag is al beantwoord. Er staat wel een andere vraag open.');
  expect(body).toContain('Bij een tante in Delft.');
  expect(body).toContain('Wanneer kan het?');
  expect((await op.traject(kenmerk)).vragen).toHaveLength(1);
  await wachtTot(
    () =>
      op.db.invoer.count({ where: { kenmerk, soort: 'informatie', uitkomst: { uitkomst: 'geweigerd' } } }),
    (aantal) => aantal === 1,
  );
});
