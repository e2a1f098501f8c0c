/** An aanbieder without a contact gets no e-mail of an uitvraag; who begins it, who reads it and the team see that. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { ontvanger } from '../support/tafels.ts';
import {
  alleMailsWeg,
  beginKwartaal,
  herinneringBegin,
  leesUitvraag,
  noemt,
  tot,
  uitvraagMails,
  vraagBegin,
  wachtOpMails,
} from '../support/uitvragen.ts';

const zonder = 'Deze aanbieders kunnen de uitvraag niet krijgen';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel', instellingen: { ZL_UITVRAAG_PER_MINUUT: '200' } });
  // Few of them, of whom two cannot be reached.
  await op.db.contact.deleteMany({ where: { aanbieder: { gte: 'aanbieder-02' } } });
  await op.db.tafellidmaatschap.deleteMany({ where: { aanbieder: { gte: 'aanbieder-04' } } });
  await op.db.aanbieder.deleteMany({ where: { code: { gte: 'aanbieder-04' } } });
});
afterAll(() => op.sluit());

const tekst = (code: string) => uitvraagMails(op, code, zonder)[0]?.text?.replace(/\s+/g, ' ');
const begin = (peilDatum: string, aanbieders: string[]) =>
  op.vraag('POST', '/v1/uitvragen', { soort: 'extra', peilDatum, aanbieders });

describe('een aanbieder zonder contact', () => {
  it('staat bij de uitvraag van een kwartaal, en het team hoort één keer wie het zijn', async () => {
    const code = await beginKwartaal(op);
    expect(await wachtOpMails(op, code, vraagBegin, 1)).toEqual(['zorglogistiek@aanbieder-01.example']);
    expect(await wachtOpMails(op, code, zonder, 1)).toEqual(['team@zorglogistiek.example']);
    await alleMailsWeg(op);
    expect(tekst(code)).toContain('Van deze 2 aanbieders');
    expect(tekst(code)).toContain('aanbieder-02 en aanbieder-03');
    expect(await leesUitvraag(op, code)).toMatchObject({
      gevraagd: 3,
      zonderContact: ['aanbieder-02', 'aanbieder-03'],
    });
    // The question itself does not go to the team in their place.
    expect(uitvraagMails(op, code)).toHaveLength(2);
    const rijen = await op.db.bericht.findMany({ where: { kenmerk: `uitvraag-${code}` } });
    expect(rijen.map(({ soort, geadresseerde }) => [soort, geadresseerde]).sort()).toEqual([
      ['uitvraag', 'aanbieder-01-contact-1'],
      ['uitvraag-zonder-contact', 'team'],
    ]);

    // A contact that is written down gets the reminder.
    const contact = { naam: 'Bo Voorbeeld', email: 'bo@aanbieder-02.example', telefoon: '070 010 0002' };
    const contacten = { contact, contactAchterContact: null };
    expect((await op.vraag('PUT', '/v1/aanbieders/aanbieder-02/contacten', contacten)).status).toBe(200);
    expect((await leesUitvraag(op, code)).zonderContact).toEqual(['aanbieder-03']);
    const { herinneringTijdstippen } = (await op.db.uitvraag.findUniqueOrThrow({ where: { code } }))
      .begin as unknown as { herinneringTijdstippen: number[] };
    await tot(op, code, herinneringTijdstippen[0] ?? 0, ({ herinneringen }) => herinneringen === 1);
    const herinnerd = await wachtOpMails(op, code, herinneringBegin, 2);
    expect(herinnerd.sort()).toEqual(['bo@aanbieder-02.example', 'zorglogistiek@aanbieder-01.example']);
    await alleMailsWeg(op);
    expect(uitvraagMails(op, code, zonder).map(ontvanger)).toEqual(['team@zorglogistiek.example']);
  });

  it('staat in het antwoord aan wie een extra uitvraag begint, en kan met een token gewoon antwoorden', async () => {
    const { status, inhoud } = await begin(await op.datum(-1), ['aanbieder-01', 'aanbieder-03']);
    expect({ status, inhoud }).toMatchObject({ status: 201, inhoud: { zonderContact: ['aanbieder-03'] } });
    await wachtOpMails(op, inhoud.code, zonder, 1);
    await alleMailsWeg(op);
    expect(tekst(inhoud.code)).toContain('Van deze aanbieder kennen wij geen contact');
    expect((await noemt(op, inhoud.code, 'aanbieder-03', [])).status).toBe(200);
  });

  it('is er niet: dan hoort het team niets', async () => {
    const { inhoud } = await begin(await op.datum(-2), ['aanbieder-01', 'aanbieder-02']);
    expect(inhoud.zonderContact).toEqual([]);
    await wachtOpMails(op, inhoud.code, vraagBegin, 2);
    await alleMailsWeg(op);
    expect(uitvraagMails(op, inhoud.code, zonder)).toEqual([]);
  });
});
