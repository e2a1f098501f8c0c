/** The wachttijden of a quarter are published when its uitvraag closes; when an answer comes after it, the manager hears that they no longer fit. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { ontvanger } from '../support/tafels.ts';
import {
  alleMailsWeg,
  antwoord,
  beginExtra,
  beginKwartaal,
  geschiedenis,
  leesUitvraag,
  noemt,
  rij,
  totGesloten,
  uitvraagMails,
  vraagBegin,
  wachtOpMails,
} from '../support/uitvragen.ts';
import { wachtTot } from '../support/wachtTot.ts';

const verouderd = 'De gepubliceerde wachttijden kloppen niet meer';

let op: Opstelling;
let code: string;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel', instellingen: { ZL_UITVRAAG_PER_MINUUT: '200' } });
  // Few of them: this is about what happens at the closing.
  await op.db.contact.deleteMany({ where: { aanbieder: { gte: 'aanbieder-04' } } });
  await op.db.tafellidmaatschap.deleteMany({ where: { aanbieder: { gte: 'aanbieder-04' } } });
  await op.db.aanbieder.deleteMany({ where: { code: { gte: 'aanbieder-04' } } });
  code = await beginKwartaal(op);
  await wachtOpMails(op, code, vraagBegin, 3);
  await alleMailsWeg(op);
  expect((await antwoord(op, code, 'aanbieder-01', { wachtenden: [rij(50)] })).status).toBe(200);
});
afterAll(() => op.sluit());

const rapporten = () => op.db.rapport.findMany({ orderBy: { versie: 'asc' } });
const heropen = async (aanbieder: string) => {
  const inhoud = { aanbieder, totDatum: await op.datum(3), reden: 'De contactpersoon was ziek.' };
  expect((await op.vraag('POST', `/v1/uitvragen/${code}/heropening`, inhoud)).status).toBe(200);
};
const publiceer = (inhoud: object) =>
  op.vraag('POST', `/v1/rapportages/wachttijden/${code}/publicatie`, inhoud, { rol: 'manager' });
const wachtend = async () => {
  const { inhoud } = await op.vraag('GET', `/v1/rapportages/wachttijden/${code}`, undefined, {
    rol: 'manager',
  });
  return { status: inhoud.status, versie: inhoud.versie, wachtend: inhoud.cijfers.wachtend };
};

describe('de wachttijden van een kwartaal', () => {
  it('worden niet gepubliceerd zolang de uitvraag open is', async () => {
    const namaak = await op.client.workflow.start('rapportage', {
      workflowId: 'namaak-wachttijden',
      taskQueue: op.instellingen.ZL_TASK_QUEUE,
      args: [{ soort: 'wachttijden', periode: code, versie: 1 }],
    });
    await expect(namaak.result()).rejects.toThrow();
    expect(await rapporten()).toEqual([]);
  });

  it('worden vanzelf gepubliceerd als de uitvraag sluit, één keer, en staan dan in de open data', async () => {
    await totGesloten(op, code);
    const [rapport] = await wachtTot(rapporten, (rijen) => rijen.length === 1);
    expect(rapport).toMatchObject({
      id: `wachttijdenverslag-${code}`,
      versie: 1,
      wie: 'systeem',
      reden: null,
    });
    await op.workflow(`wachttijdenverslag-${code}`).result();
    expect(await wachtend()).toEqual({ status: 'gepubliceerd', versie: 1, wachtend: 50 });
    await wachtTot(
      () => op.mails(`(wachttijdenverslag-${code})`).length,
      (aantal) => aantal > 0,
    );
    const lijst = (await op.api.inject({ url: '/v1/open-data/wachttijden' })).json();
    expect(lijst.kwartalen.map(({ kwartaal }: { kwartaal: string }) => kwartaal)).toEqual([code]);
  });

  it('kloppen niet meer na een antwoord dat daarna komt: de manager hoort dat één keer per versie, en een verbetering telt het mee', async () => {
    await heropen('aanbieder-02');
    await heropen('aanbieder-03');
    expect(uitvraagMails(op, code, verouderd)).toEqual([]);
    expect((await antwoord(op, code, 'aanbieder-02', { wachtenden: [rij(7)] })).status).toBe(200);
    await wachtOpMails(op, code, verouderd, 1);
    await alleMailsWeg(op);
    const managers = await op.db.medewerker.findMany({ where: { rol: 'manager' } });
    const gemeld = uitvraagMails(op, code, verouderd);
    expect(gemeld.map(ontvanger).sort()).toEqual(managers.map(({ email }) => email).sort());
    expect(gemeld[0]?.text?.replace(/\s+/g, ' ')).toContain('anders dan in versie 1');
    // What was published stays as it was.
    expect(await wachtend()).toEqual({ status: 'gepubliceerd', versie: 1, wachtend: 50 });

    // Another answer before the correction is no news.
    expect((await antwoord(op, code, 'aanbieder-03', { wachtenden: [rij(8)] })).status).toBe(200);
    await alleMailsWeg(op);
    expect(uitvraagMails(op, code, verouderd)).toHaveLength(gemeld.length);

    expect((await publiceer({ reden: 'Twee aanbieders antwoordden later.' })).status).toBe(201);
    expect(await wachtend()).toEqual({ status: 'gepubliceerd', versie: 2, wachtend: 65 });
    expect((await antwoord(op, code, 'aanbieder-03', { wachtenden: [rij(9)] })).status).toBe(200);
    await wachtOpMails(op, code, verouderd, 2 * gemeld.length);
    await alleMailsWeg(op);
    expect(uitvraagMails(op, code, verouderd)).toHaveLength(2 * gemeld.length);
    expect(await rapporten()).toHaveLength(2);
    expect((await geschiedenis(op, `uitvraag-${code}`)).tekst).toContain('publicatie-bij-sluiten');
  });

  it('gaan niet over een extra uitvraag: die wordt niet gepubliceerd', async () => {
    const extra = await beginExtra(op, await op.datum(-1), ['aanbieder-01', 'aanbieder-02']);
    await wachtOpMails(op, extra, vraagBegin, 2);
    await totGesloten(op, extra);
    const inhoud = { aanbieder: 'aanbieder-01', totDatum: await op.datum(3), reden: 'Later.' };
    await op.vraag('POST', `/v1/uitvragen/${extra}/heropening`, inhoud);
    expect((await noemt(op, extra, 'aanbieder-01', [])).status).toBe(200);
    await alleMailsWeg(op);
    expect(await leesUitvraag(op, extra)).toMatchObject({ cijferversie: 2 });
    expect(await rapporten()).toHaveLength(2);
    expect(uitvraagMails(op, extra, verouderd)).toEqual([]);
  });
});
