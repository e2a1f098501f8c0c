/** How often, how long and by whom a one-time code may be tried. */
import { afterAll, beforeEach, expect, it } from 'vitest';
import { probeerCode } from '../../infra/eenmaalcode.ts';
import { type Linkopstelling, laatsteCode, maakLinkopstelling } from '../support/links.ts';

let op: Linkopstelling;
let pad: string;
const opstellingen: Linkopstelling[] = [];
beforeEach(async () => {
  op = await maakLinkopstelling();
  opstellingen.push(op);
  pad = await op.link();
  await op.stuur(`${pad}/code`);
});
afterAll(() => Promise.all(opstellingen.map((een) => een.sluit())));

const minuut = 60_000;
const geef = (code: string) => op.stuur(`${pad}/toegang`, { code });
const fout = () => (laatsteCode(op.smtp) === '000000' ? '111111' : '000000');

it('de goede code geeft een half uur toegang, met een koekje dat alleen bij deze link hoort', async () => {
  const code = laatsteCode(op.smtp);
  const antwoord = await geef(`${code.slice(0, 3)} ${code.slice(3)}`);
  expect(antwoord).toMatchObject({ status: 303, headers: { location: pad } });
  expect(String(antwoord.headers['set-cookie'])).toMatch(
    new RegExp(
      `^zl_toegang=[\\w-]{43}; Max-Age=1800; Path=${pad.replaceAll('.', '\\.')}; HttpOnly; Secure; SameSite=Strict$`,
    ),
  );
  expect((await op.open(pad, antwoord.koekje)).tekst).toContain('papegaai');
  op.verstrijk(30 * minuut - 1);
  expect((await op.open(pad, antwoord.koekje)).tekst).toContain('Het verslag van de bespreking');
  op.verstrijk(1);
  expect((await op.open(pad, antwoord.koekje)).tekst).toContain('Stuur mij een code');
  expect(await op.db.auditRegel.findMany({ where: { wat: 'link-toegang' } })).toMatchObject([
    { wie: 'aanbieder-01-contact-1', rol: 'aanbieder', kenmerk: op.kenmerk },
  ]);
});

it('vijf keer fout: de code werkt niet meer, ook de goede niet', async () => {
  for (const over of [4, 3, 2, 1]) {
    const { status, tekst } = await geef(fout());
    expect(status).toBe(400);
    expect(tekst).toContain(`Deze code klopt niet. U kunt het nog ${over} keer proberen.`);
    expect(tekst).toContain('aria-describedby="veld-code-fout"');
  }
  expect((await geef(fout())).tekst).toContain('Deze code werkt niet meer.');
  const goed = await geef(laatsteCode(op.smtp));
  expect(goed).toMatchObject({ status: 400, koekje: undefined });
  expect(goed.tekst).toContain('Deze code werkt niet meer.');
});

it('wat geen code is telt niet als poging', async () => {
  for (const geenCode of ['', '12345', '1234567', 'abcdef', '12345６'])
    expect((await geef(geenCode)).tekst).toContain('Vul de zes cijfers van de code in.');
  expect(await op.db.eenmaalcode.findMany()).toMatchObject([{ pogingen: 0 }]);
});

it('een code werkt één keer', async () => {
  const code = laatsteCode(op.smtp);
  expect((await geef(code)).status).toBe(303);
  expect(await geef(code)).toMatchObject({ status: 400, koekje: undefined });
});

it('twee keer tegelijk dezelfde goede code geeft één keer toegang', async () => {
  const code = laatsteCode(op.smtp);
  const antwoorden = await Promise.all([geef(code), geef(code), geef(code)]);
  expect(antwoorden.map(({ status }) => status).sort()).toEqual([303, 400, 400]);
  expect(await op.db.linksessie.count()).toBe(1);
});

it('pogingen die tegelijk komen tellen allemaal', async () => {
  const antwoorden = await Promise.all(Array.from({ length: 12 }, () => geef(fout())));
  expect(antwoorden.every(({ status }) => status === 400)).toBe(true);
  const over = antwoorden.flatMap(({ tekst }) => /nog (\d) keer/.exec(tekst)?.[1] ?? []);
  expect(over.sort()).toEqual(['1', '2', '3', '4']);
  expect(await op.db.eenmaalcode.findMany()).toMatchObject([{ pogingen: 5 }]);
});

it('de database telt, ook zonder transactie om een poging heen', async () => {
  const { id: linkId } = await op.db.link.findFirstOrThrow();
  const probeer = (code: string) => probeerCode(op.db, op.zegel, linkId, code, op.nu());
  const tegelijk = async (code: string) => {
    const pogingen = await Promise.all(Array.from({ length: 9 }, () => probeer(code)));
    return pogingen.map(({ uitkomst }) => uitkomst).sort();
  };
  expect((await tegelijk(fout())).filter((uitkomst) => uitkomst === 'fout')).toHaveLength(4);
  expect(await op.db.eenmaalcode.findMany()).toMatchObject([{ pogingen: 5 }]);
  await op.stuur(`${pad}/code`);
  expect((await tegelijk(laatsteCode(op.smtp))).filter((uitkomst) => uitkomst === 'goed')).toHaveLength(1);
});

it('na tien minuten werkt een code niet meer', async () => {
  op.verstrijk(10 * minuut - 1);
  expect((await op.open(pad)).tekst).toContain('Code van zes cijfers');
  op.verstrijk(1);
  expect((await op.open(pad)).tekst).not.toContain('Code van zes cijfers');
  expect(await geef(laatsteCode(op.smtp))).toMatchObject({ status: 400, koekje: undefined });
});

it('een nieuwe code maakt de vorige ongeldig', async () => {
  const eerste = laatsteCode(op.smtp);
  await op.stuur(`${pad}/code`);
  const tweede = laatsteCode(op.smtp);
  // One time in a million they are the same.
  if (eerste !== tweede) expect((await geef(eerste)).status).toBe(400);
  expect((await geef(tweede)).status).toBe(303);
});

it('vier codes in een uur en tien op een dag, ook als ze tegelijk worden gevraagd', async () => {
  const vraag = async () => (await op.stuur(`${pad}/code`)).status;
  const aantal = () => op.db.eenmaalcode.count();
  const tegelijk = await Promise.all(Array.from({ length: 6 }, vraag));
  expect(tegelijk.sort()).toEqual([303, 303, 303, 429, 429, 429]);
  expect(await aantal()).toBe(4);
  expect(op.smtp.berichten).toHaveLength(4);
  expect((await op.stuur(`${pad}/code`)).tekst).toContain('Probeer het over een uur opnieuw');
  op.verstrijk(60 * minuut);
  for (let keer = 0; keer < 4; keer++) expect(await vraag()).toBe(303);
  op.verstrijk(60 * minuut);
  expect([await vraag(), await vraag(), await vraag()]).toEqual([303, 303, 429]);
  // An hour from now there is none either.
  expect((await op.stuur(`${pad}/code`)).tekst).toContain(
    'te veel codes gevraagd. Probeer het morgen opnieuw',
  );
  op.verstrijk(24 * 60 * minuut);
  expect(await vraag()).toBe(303);
});

it('er is hoogstens één code van kracht, en geen enkele staat leesbaar in de database', async () => {
  await op.stuur(`${pad}/code`);
  const rijen = await op.db.eenmaalcode.findMany();
  expect(rijen.filter(({ eindeTijdstip }) => eindeTijdstip === null)).toHaveLength(1);
  const koekje = await op.krijgToegang(pad);
  const alles = JSON.stringify([
    await op.db.eenmaalcode.findMany({ omit: { id: true, linkId: true } }),
    await op.db.linksessie.findMany(),
    await op.db.link.findMany(),
  ]);
  expect(alles).not.toContain(laatsteCode(op.smtp));
  expect(alles).not.toContain(koekje.split('=')[1]);
  expect(alles).not.toContain(pad.split('.')[1]);
});
