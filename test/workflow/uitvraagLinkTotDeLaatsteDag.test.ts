/** A link to an uitvraag works until the last day that its e-mail names, and a day longer. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dag } from '../../domain/beleid.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import {
  alleMailsWeg,
  beginExtra,
  leesUitvraag,
  totGesloten,
  uitvraagMails,
  vraagBegin,
  wachtOpMails,
} from '../support/uitvragen.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

const links = () => op.db.link.findMany({ where: { doel: 'uitvraag' } });

it('de link in een e-mail over een heropening werkt tot en met de dag die de e-mail noemt, ook na zestig dagen', async () => {
  const code = await beginExtra(op, await op.datum(-1), ['aanbieder-01']);
  await wachtOpMails(op, code, vraagBegin, 1);
  await alleMailsWeg(op);
  const { sluitTijdstip } = await leesUitvraag(op, code);
  const [eerste] = await links();
  expect(eerste?.verlooptTijdstip.getTime()).toBeGreaterThanOrEqual(Date.parse(sluitTijdstip) + dag);

  await totGesloten(op, code);
  const heropening = { aanbieder: 'aanbieder-01', totDatum: await op.datum(60), reden: 'Lang ziek.' };
  expect((await op.vraag('POST', `/v1/uitvragen/${code}/heropening`, heropening)).status).toBe(200);
  await wachtOpMails(op, code, 'U kunt nog antwoorden', 1);
  await alleMailsWeg(op);
  const { aanbieders } = await leesUitvraag(op, code);
  const [link, ...meer] = await links();
  expect(meer).toEqual([]);
  expect(link?.id).toBe(eerste?.id);
  expect(link?.verlooptTijdstip.getTime()).toBe(Date.parse(aanbieders[0].heropendTotTijdstip) + dag);

  await op.verstrijk('60 days');
  const mail = uitvraagMails(op, code, 'U kunt nog antwoorden')[0];
  const pad = new URL(/https?:\/\/\S+\/l\/[\w.-]+/.exec(mail?.text ?? '')?.[0] ?? '').pathname;
  const pagina = await op.api.inject({ url: pad });
  expect(pagina.statusCode).toBe(200);
  expect(pagina.body).toContain('Stuur mij een code');
});
