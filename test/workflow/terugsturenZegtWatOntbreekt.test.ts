/** Who is sent back or sent on reads what is missing and to whom to go; the words of the coördinator stand behind link and code. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { bezoek, mailAan, padIn } from '../support/stukkenLinks.ts';
import { mailMetKop, tekstVan, zinnen } from '../support/volgen.ts';

let op: Opstelling;
let wie: ReturnType<typeof bezoek>;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
  wie = bezoek(op);
});
afterAll(() => op.sluit());

const aanmelder = 'robin.voorbeeld@jeugdteam-den-haag.example';
const afwijkReden = 'nieuwe-informatie';
const terug = { uitkomst: 'teruggestuurd', afwijkReden };
const door = { uitkomst: 'doorverwezen', afwijkReden };

it.each([
  ['informatie die ontbreekt', { ...terug, terugstuurReden: 'informatie-ontbreekt' }, 'soorten'],
  ['een vraag die niet duidelijk is', { ...terug, terugstuurReden: 'vraag-niet-duidelijk' }, 'uitleg'],
  ['een andere organisatie', { ...door, doorverwezenNaar: 'andere-organisatie' }, 'uitleg'],
])(
  '%s: zonder te zeggen welke wordt het geweigerd bij het veld, ook met een toelichting',
  async (_, codes, veld) => {
    const kenmerk = await op.meldAan();
    const inhoud = { ...codes, toelichting: 'Dit leest alleen het team.' };
    expect(await op.vraag('POST', `/v1/trajecten/${kenmerk}/triage`, inhoud)).toMatchObject({
      status: 400,
      inhoud: { velden: [{ veld, melding: expect.stringContaining('De aanmelder leest dit') }] },
    });
    expect(await op.traject(kenmerk)).toMatchObject({ fase: 'intake' });
  },
);

it('de e-mail noemt wat ontbreekt, en het verhaal ook', async () => {
  const kenmerk = await op.meldAan();
  await op.besluit(kenmerk, 'triage', {
    ...terug,
    terugstuurReden: 'informatie-ontbreekt',
    soorten: ['intelligentie', 'risicotaxatie'],
  });
  const wat = 'de intelligentie van de jeugdige en de risicotaxatie';
  expect(tekstVan(await mailMetKop(op, kenmerk, 'Wij sturen uw aanmelding terug'))).toContain(
    `Er ontbreekt informatie die nodig is om een plek te zoeken. Het gaat om ${wat}.`,
  );
  expect(await zinnen(op, kenmerk, 'triage')).toEqual([
    `De aanmelding is teruggestuurd naar de aanmelder. Reden: informatie ontbreekt, over ${wat}. Het traject is afgesloten. Dat is anders dan het voorstel. Reden: nieuwe informatie.`,
  ]);
});

it('de uitleg leest de aanmelder achter de knop van de e-mail, na een code; de toelichting nooit', async () => {
  const kenmerk = await op.meldAan();
  await op.besluit(kenmerk, 'triage', {
    ...door,
    doorverwezenNaar: 'andere-organisatie',
    uitleg: 'Bel met de pinguïnopvang.',
    toelichting: 'Dit leest alleen het team.',
  });
  const mail = await mailAan(op, aanmelder, 'Wij verwijzen u door', kenmerk);
  expect(tekstVan(mail)).toContain('Met de knop hieronder leest u de uitleg van de coördinator.');
  expect(`${mail.text}${mail.html}`).not.toMatch(/pinguïn|alleen het team/);
  const pad = padIn(mail);
  expect((await wie.open(pad)).tekst).not.toContain('pinguïn');
  const { tekst } = await wie.open(pad, await wie.krijgToegang(pad));
  expect(tekst).toContain('Bel met de pinguïnopvang.');
  expect(tekst).not.toContain('alleen het team');
});

it('met een token leest de aanmelder de uitleg in het verhaal, en de toelichting niet', async () => {
  const kenmerk = await op.meldAan();
  await op.besluit(kenmerk, 'triage', {
    ...terug,
    terugstuurReden: 'vraag-niet-duidelijk',
    uitleg: 'Welke behandeling is nodig?',
    toelichting: 'Dit leest alleen het team.',
  });
  const lees = async (rol: 'aanmelder' | 'coordinator' | 'manager') => {
    const { inhoud } = await op.vraag('GET', `/v1/trajecten/${kenmerk}/gebeurtenissen`, undefined, { rol });
    return inhoud.gebeurtenissen.at(-1).tekstvelden.map(({ tekst }: { tekst: string }) => tekst);
  };
  expect(await lees('aanmelder')).toEqual(['Welke behandeling is nodig?']);
  expect(await lees('coordinator')).toEqual(['Dit leest alleen het team.', 'Welke behandeling is nodig?']);
  expect(await lees('manager')).toEqual([]);
});
