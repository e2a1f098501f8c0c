/** The aanmelder answers a question and sends a stuk from the page behind its link, without an account or JavaScript. */
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stukBeleid } from '../../domain/stukken.ts';
import { besproken } from '../support/bespreking.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { bezoek, mailAan, padIn } from '../support/stukkenLinks.ts';
import { werkdagOver } from '../support/tafels.ts';
import { wachtTot } from '../support/wachtTot.ts';

const aanmelder = 'robin.voorbeeld@jeugdteam-den-haag.example';
let op: Opstelling;
let wie: ReturnType<typeof bezoek>;
let kenmerk: string;
let pad: string;
let koekje: string;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt' });
  wie = bezoek(op);
  kenmerk = await op.meldAan();
  await op.besluit(kenmerk, 'informatievraag', {
    soorten: ['intelligentie'],
    vraag: 'Is er een recent onderzoek naar de intelligentie?',
  });
  pad = padIn(await mailAan(op, aanmelder, 'Wij hebben informatie van u nodig', kenmerk));
  koekje = await wie.krijgToegang(pad);
});
afterAll(() => op?.sluit());

const stukken = () => op.db.stuk.findMany({ where: { kenmerk }, orderBy: { ingediendTijdstip: 'asc' } });
const bestanden = () => {
  const map = op.instellingen.ZL_STUKKEN_MAP;
  const tijdelijk = join(map, 'tijdelijk');
  return [
    ...(existsSync(map) ? readdirSync(map).filter((naam) => naam !== 'tijdelijk') : []),
    ...(existsSync(tijdelijk) ? readdirSync(tijdelijk) : []),
  ];
};

/** Nothing was kept: no more rows than before, and a file for each of them alone. What came in is thrown away behind the answer. */
async function nietsBewaard(voor: number): Promise<void> {
  expect(await stukken()).toHaveLength(voor);
  await wachtTot(
    () => bestanden().length,
    (aantal) => aantal === voor,
  );
}

describe('een aanmelder zonder account', () => {
  it('leest de vraag, en antwoordt; het traject weet het', async () => {
    expect((await wie.open(pad)).tekst).not.toContain('intelligentie');
    const { tekst } = await wie.open(pad, koekje);
    expect(tekst).toContain('Is er een recent onderzoek naar de intelligentie?');
    const [, sleutel = ''] = /\/informatie".*?name="sleutel" value="([^"]+)"/s.exec(tekst) ?? [];

    const leeg = await wie.stuur(`${pad}/informatie`, { sleutel, 'informatie.antwoord': ' ' }, koekje);
    expect(leeg.status).toBe(400);
    expect(leeg.tekst).toContain('id="veld-informatie-antwoord-fout"');
    expect(await op.verhaal(kenmerk)).not.toContain('informatie');

    const antwoord = { sleutel, 'informatie.antwoord': 'Het onderzoek is van vorig jaar.' };
    const verstuurd = await wie.stuur(`${pad}/informatie`, antwoord, koekje);
    expect(verstuurd.status).toBe(303);
    expect((await wie.open(String(verstuurd.headers.location), koekje)).tekst).toContain(
      'Uw bericht is ontvangen',
    );
    expect(await op.verhaal(kenmerk)).toContain('informatie');
    expect(await op.traject(kenmerk)).toMatchObject({ wachtOp: 'coordinator' });
    expect((await wie.open(pad, koekje)).tekst).toContain('Wij hebben nu geen vraag aan u.');
    // Once more is the same answer.
    expect((await wie.stuur(`${pad}/informatie`, antwoord, koekje)).headers.location).toBe(
      verstuurd.headers.location,
    );
  });

  it('stuurt een stuk, ziet het daarna staan, en leest dat er geen virusscanner is', async () => {
    expect((await wie.open(pad, koekje)).tekst).toContain('Er is geen virusscanner ingesteld');
    const verstuurd = await wie.stuurStuk(pad, koekje, {
      soort: 'intelligentieonderzoek',
      bestand: { naam: 'verslag Łucja.pdf' },
    });
    expect(verstuurd.status).toBe(303);
    expect((await wie.open(String(verstuurd.headers.location), koekje)).tekst).toContain(
      'Uw bericht is ontvangen',
    );
    expect(await stukken()).toMatchObject([
      {
        soort: 'intelligentieonderzoek',
        naam: 'verslag Łucja.pdf',
        versie: 1,
        rol: 'aanmelder',
        wie: 'aanmelder',
      },
    ]);
    expect((await op.verhaal(kenmerk)).filter((soort) => soort === 'stuk')).toHaveLength(1);
    const { tekst } = await wie.open(pad, koekje);
    expect(tekst).toContain('Intelligentieonderzoek: verslag Łucja.pdf, versie 1, van ');
    expect(tekst).not.toContain('/stukken/');
  });

  it('die een formulier twee keer verstuurt, stuurt één stuk; een ander bestand is een ander formulier', async () => {
    const voor = (await stukken()).length;
    const sleutel = randomUUID();
    const eerste = await wie.stuurStuk(pad, koekje, { sleutel, bestand: { naam: 'dubbel.pdf' } });
    const tweede = await wie.stuurStuk(pad, koekje, { sleutel, bestand: { naam: 'dubbel.pdf' } });
    expect(tweede.headers.location).toBe(eerste.headers.location);
    const ander = await wie.stuurStuk(pad, koekje, { sleutel, bestand: { naam: 'ander.pdf' } });
    expect(ander.status).toBe(409);
    expect(ander.tekst).toContain('met een ander bestand');
    expect(ander.tekst).not.toContain(sleutel);
    expect(await stukken()).toHaveLength(voor + 1);
  });

  it.each([
    ['zonder bestand', { bestand: null }, 400, 'bestand', 'Kies een bestand'],
    ['zonder soort', { soort: '' }, 400, 'soort', ''],
    [
      'dat liegt over zijn soort',
      { bestand: { naam: 'plan.docx', inhoud: '%PDF-1.4 geen Word' } },
      400,
      'bestand',
      '',
    ],
    ['dat leeg is', { bestand: { inhoud: '' } }, 400, 'bestand', ''],
    [
      'dat te groot is',
      { bestand: { inhoud: Buffer.alloc(stukBeleid.grootsteStuk + 1) } },
      413,
      'bestand',
      'groter dan 25 MB',
    ],
  ] as const)(
    'leest bij een formulier %s naast het veld wat eraan scheelt',
    async (_, stuk, status, veld, melding) => {
      const voor = (await stukken()).length;
      const antwoord = await wie.stuurStuk(pad, koekje, stuk as never);
      expect(antwoord.status).toBe(status);
      const [, fout = ''] = new RegExp(`id="veld-${veld}-fout"[^>]*>([^<]+)`).exec(antwoord.tekst) ?? [];
      expect(fout.length).toBeGreaterThan(10);
      expect(fout).toContain(melding);
      expect(antwoord.tekst).toContain(`href="#veld-${veld}"`);
      if (veld === 'bestand' && status === 400)
        expect(antwoord.tekst).toContain('<option value="plan" selected="">');
      await nietsBewaard(voor);
    },
  );

  it('stuurt niets zonder code, en niets na een intrekking', async () => {
    const voor = (await stukken()).length;
    const zonder = await wie.stuurStuk(pad, '');
    expect(zonder.status).toBe(403);
    expect(zonder.tekst).toContain('het bestand is niet bewaard');
    const geenFormulier = await wie.stuur(`${pad}/stuk`, { soort: 'plan' }, koekje);
    expect(geenFormulier.status).toBe(415);
    await op.besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' });
    const dicht = await wie.stuurStuk(pad, koekje);
    expect(dicht.status).toBe(410);
    await nietsBewaard(voor);
  });

  it('leest na de bespreking het verslag, met wat is geprobeerd en waarom dat niet lukte', async () => {
    const ander = await op.meldAan();
    const eigenPad = padIn(await mailAan(op, aanmelder, 'Uw aanmelding is ontvangen', ander));
    const eigenKoekje = await wie.krijgToegang(eigenPad);
    await op.besluit(ander, 'triage', { uitkomst: 'bespreking' });
    await op.besluit(ander, 'tafeldatum', { tafelDatum: await werkdagOver(op, 3) });
    expect((await wie.open(eigenPad, eigenKoekje)).tekst).not.toContain('Verslag:');
    const verslag = { ...besproken, aanbieders: ['aanbieder-01'], verslag: 'Eén aanbieder onderzoekt.' };
    await op.besluit(ander, 'verslag', verslag);
    const { tekst } = await wie.open(eigenPad, eigenKoekje);
    for (const deel of [besproken.geprobeerd, besproken.waaromNiet, 'Eén aanbieder onderzoekt.'])
      expect(tekst).toContain(deel);
  });
});
