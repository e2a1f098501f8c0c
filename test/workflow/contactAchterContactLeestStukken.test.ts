/** Who is asked when the first contact stays silent reads what the first contact could read. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { pdf, stuurStuk } from '../support/stukken.ts';
import { bezoek, mailAan, padIn } from '../support/stukkenLinks.ts';
import { antwoordt, inOnderzoek, totRegels, zeerComplex } from '../support/verloop.ts';

let op: Opstelling;
let wie: ReturnType<typeof bezoek>;
let kenmerk: string;
let onderzoek: string;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
  wie = bezoek(op);
  const begonnen = await inOnderzoek(op, ['aanbieder-01'], zeerComplex);
  ({ kenmerk } = begonnen);
  [onderzoek = ''] = begonnen.onderzoeken;
  await stuurStuk(op, kenmerk);
});
afterAll(() => op?.sluit());

const achter = 'aanbieder-01-contact-2';
const toegangen = () => op.db.stuktoegang.findMany({ where: { kenmerk, contact: achter } });
const adres = async () => (await op.db.contact.findUniqueOrThrow({ where: { code: achter } })).email;

describe('het contact achter het contact', () => {
  it('heeft geen toegang tot de stukken zolang het niet is gevraagd', async () => {
    await totRegels(op, kenmerk, 'onderzoek-gevraagd', 1);
    expect(await op.db.stuktoegang.findMany({ where: { kenmerk } })).toMatchObject([
      { contact: 'aanbieder-01-contact-1', onderzoekId: onderzoek },
    ]);
  });

  it('leest vanaf de escalatie met de eigen link het onderzoek en de stukken, en dat staat op de eigen naam', async () => {
    await op.verstrijk('12 days');
    await totRegels(op, kenmerk, 'onderzoek-escalatie', 1);
    const pad = padIn(await mailAan(op, await adres(), kenmerk));
    expect(await toegangen()).toMatchObject([{ aanbieder: 'aanbieder-01', onderzoekId: onderzoek }]);
    const koekje = await wie.krijgToegang(pad);
    const { tekst } = await wie.open(pad, koekje);
    expect(tekst).toContain('Zij onderzoeken.');
    const { status, bytes } = await wie.openEersteStuk(tekst, koekje);
    expect(status).toBe(200);
    expect(bytes.equals(pdf())).toBe(true);
    expect(await op.db.stukInzage.findMany({ where: { stuk: { kenmerk } } })).toMatchObject([
      { wie: achter, rol: 'aanbieder', aanbieder: 'aanbieder-01' },
    ]);
  });

  it('hoort het als er daarna een stuk bij komt, en krijgt bij een volgende escalatie geen tweede toegang', async () => {
    await stuurStuk(op, kenmerk, {
      bestand: { naam: 'verslag.pdf' },
      velden: { soort: 'verslag-onderzoek' },
    });
    await mailAan(op, await adres(), 'stuk', kenmerk);
    const { herinneringen } = await op.onderzoek(onderzoek);
    await op.aanbiederZegt(onderzoek, 'nieuws', { nieuws: 'Wij zijn ermee bezig.' });
    await op.verstrijk('30 days');
    expect((await op.onderzoek(onderzoek)).herinneringen).toBeGreaterThan(herinneringen);
    await totRegels(op, kenmerk, 'onderzoek-escalatie', 2);
    expect(await toegangen()).toHaveLength(1);
  });

  it('leest de stukken niet meer zodra het onderzoek is beantwoord', async () => {
    await antwoordt(op, onderzoek, {
      antwoord: 'afwijzing',
      afwijzingReden: 'geen-plek',
      toelichting: 'Er is geen plek.',
    });
    const pad = padIn(await mailAan(op, await adres(), kenmerk));
    expect((await wie.open(pad)).tekst).not.toContain('plan.pdf');
    const [rij] = await op.db.stuk.findMany({ where: { kenmerk } });
    const antwoord = await op.vraag('GET', `/v1/stukken/${rij?.id}/inhoud`, undefined, {
      rol: 'aanbieder',
      aanbieder: 'aanbieder-01',
    });
    expect(antwoord.status).toBe(404);
  });
});
