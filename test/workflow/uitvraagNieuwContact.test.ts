/** A contact that came after the last reminder of an uitvraag is asked as well: a person sends the question again, with a link of its own. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { ontvanger } from '../support/tafels.ts';
import {
  alleMailsWeg,
  beginExtra,
  herinneringBegin,
  leesUitvraag,
  noemt,
  tot,
  uitvraagMails,
  vraagBegin,
  wachtOpMails,
} from '../support/uitvragen.ts';

const opnieuw = 'Opnieuw gevraagd';

let op: Opstelling;
let code: string;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
  op.smtp.weigert.add('zorglogistiek@aanbieder-01.example');
  await op.db.contact.deleteMany({ where: { aanbieder: 'aanbieder-03' } });
  code = await beginExtra(op, await op.datum(-1), ['aanbieder-01', 'aanbieder-02', 'aanbieder-03']);
  await wachtOpMails(op, code, vraagBegin, 1);
  await alleMailsWeg(op);
  const { begin } = await op.db.uitvraag.findUniqueOrThrow({ where: { code } });
  const { herinneringTijdstippen } = begin as unknown as { herinneringTijdstippen: number[] };
  for (const [plaats, moment] of herinneringTijdstippen.entries()) {
    await tot(op, code, moment, ({ herinneringen }) => herinneringen === plaats + 1);
    await wachtOpMails(op, code, herinneringBegin, plaats + 1);
    await alleMailsWeg(op);
  }
});
afterAll(() => op.sluit());

const heropen = async (aanbieder: string, dagen: number) =>
  op.vraag('POST', `/v1/uitvragen/${code}/heropening`, {
    aanbieder,
    totDatum: await op.datum(dagen),
    reden: 'Er is een nieuwe contactpersoon.',
  });
const vervang = (aanbieder: string) =>
  op.vraag('PUT', `/v1/aanbieders/${aanbieder}/contacten`, {
    contact: { naam: 'Bo Voorbeeld', email: `bo@${aanbieder}.example`, telefoon: '070 010 0002' },
    contactAchterContact: null,
  });
const stand = async (aanbieder: string) =>
  (await leesUitvraag(op, code)).aanbieders.find((een: { aanbieder: string }) => een.aanbieder === aanbieder);
const pagina = (tekst = '') =>
  op.api.inject({ url: new URL(/https?:\/\/\S+\/l\/[\w.-]+/.exec(tekst)?.[0] ?? '').pathname });

describe('een nieuwe contactpersoon na de laatste herinnering', () => {
  it('krijgt de vraag opnieuw met een eigen link; de uitvraag blijft open en sluit wanneer zij zou sluiten', async () => {
    const { sluitTijdstip } = await leesUitvraag(op, code);
    expect((await vervang('aanbieder-02')).status).toBe(200);
    const oud = uitvraagMails(op, code, vraagBegin).find((mail) => ontvanger(mail).includes('aanbieder-02'));
    expect((await pagina(oud?.text)).body).toContain('De link is ingetrokken');

    expect(await heropen('aanbieder-02', 1)).toMatchObject({
      status: 200,
      inhoud: { status: 'open', heropendTotTijdstip: sluitTijdstip },
    });
    expect(await wachtOpMails(op, code, opnieuw, 1)).toEqual(['bo@aanbieder-02.example']);
    await alleMailsWeg(op);
    const mail = uitvraagMails(op, code, opnieuw)[0];
    expect(mail?.text?.replace(/\s+/g, ' ')).toContain('Wacht er niemand? Laat ons dat dan ook weten.');
    const nieuw = await pagina(mail?.text);
    expect(nieuw.statusCode).toBe(200);
    expect(nieuw.body).toContain('Stuur mij een code');

    const uitvraag = await leesUitvraag(op, code);
    expect(uitvraag).toMatchObject({ status: 'open', sluitTijdstip });
    expect(uitvraag.heropeningen).toMatchObject([{ aanbieder: 'aanbieder-02' }]);
    expect(uitvraag.verloop.map(({ wat }: { wat: string }) => wat)).toEqual([
      'uitvraag-begonnen',
      'uitvraag-herinnerd',
      'uitvraag-herinnerd',
      'uitvraag-opnieuw-gevraagd',
    ]);
  });

  it('hoeft niet meer te worden gebeld zodra een e-mail wel aankomt', async () => {
    expect(await stand('aanbieder-01')).toMatchObject({ isNietBezorgd: true });
    await vervang('aanbieder-01');
    expect((await heropen('aanbieder-01', 1)).status).toBe(200);
    await wachtOpMails(op, code, opnieuw, 2);
    await alleMailsWeg(op);
    expect(await stand('aanbieder-01')).toMatchObject({ isNietBezorgd: false });
  });

  it('moet eerst zijn vastgelegd: aan een aanbieder zonder contact gaat geen vraag', async () => {
    expect(await heropen('aanbieder-03', 1)).toMatchObject({
      status: 400,
      inhoud: {
        velden: [{ veld: 'aanbieder', melding: expect.stringContaining('Leg eerst een contact vast') }],
      },
    });
    await vervang('aanbieder-03');
    expect((await heropen('aanbieder-03', 30)).status).toBe(200);
    expect(await wachtOpMails(op, code, opnieuw, 3)).toContain('bo@aanbieder-03.example');
    await alleMailsWeg(op);
  });

  it('kan na het sluiten nog antwoorden als de gekozen dag later is; de anderen niet', async () => {
    const { sluitTijdstip } = await leesUitvraag(op, code);
    await tot(op, code, Date.parse(sluitTijdstip), ({ status }) => status === 'gesloten');
    expect((await noemt(op, code, 'aanbieder-02', [])).status).toBe(409);
    const laatste = uitvraagMails(op, code, opnieuw).find((mail) => ontvanger(mail).includes('aanbieder-03'));
    expect((await pagina(laatste?.text)).body).toContain('Stuur mij een code');
    expect((await noemt(op, code, 'aanbieder-03', [])).status).toBe(200);
  });
});
