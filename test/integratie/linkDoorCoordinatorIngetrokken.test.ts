/** The coördinator sees who has a link to a traject, and revokes one of them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { besproken } from '../support/bespreking.ts';
import { maakOpstelling, type Opstelling, type Vraag } from '../support/opstelling.ts';
import { stuurStuk } from '../support/stukken.ts';
import { bezoek, mailAan, padIn, postvakVan } from '../support/stukkenLinks.ts';
import { leesTafel, ontvanger, opAgenda, planTafel, verstrijkTot, werkdagOver } from '../support/tafels.ts';

interface Linkregel {
  id: string;
  doel: string;
  onderwerp: string;
  geadresseerde: string;
  gemaaktTijdstip: string;
  laatsteMailTijdstip: string;
  verlooptTijdstip: string;
  ingetrokkenTijdstip: string | null;
  blijftIngetrokken: boolean;
}

const dag = 24 * 60 * 60 * 1000;
let op: Opstelling;
let wie: ReturnType<typeof bezoek>;
let kenmerk: string;
let ander: string;
let onderzoek: string;
let datum: string;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
  wie = bezoek(op);
  datum = await werkdagOver(op, 9);
  await planTafel(op, datum);
  kenmerk = await opAgenda(op, datum);
  ander = await op.meldAan();
  await stuurStuk(op, kenmerk);
  await verstrijkTot(op, Date.parse((await leesTafel(op, datum)).agendaSluitTijdstip) + 60_000);
  await mailAan(op, postvakVan('aanbieder-02'), 'Uitnodiging', datum);
  await verstrijkTot(op, Date.parse((await leesTafel(op, datum)).eindTijdstip) + 60_000);
  const { onderzoeken } = await op.besluit(kenmerk, 'verslag', {
    ...besproken,
    aanbieders: ['aanbieder-01', 'aanbieder-02'],
    verslag: 'Twee aanbieders onderzoeken.',
  });
  [onderzoek = ''] = onderzoeken;
});
afterAll(() => op?.sluit());

const lijst = async (van = kenmerk): Promise<Linkregel[]> =>
  (await op.vraag('GET', `/v1/trajecten/${van}/links`)).inhoud.links;
const linkVan = async (geadresseerde: string, doel: string) => {
  const gevonden = (await lijst()).find((een) => een.geadresseerde === geadresseerde && een.doel === doel);
  if (!gevonden) throw new Error(`no link for ${geadresseerde}`);
  return gevonden;
};
const verwijder = async (pad: string, beller: Vraag = {}) =>
  op.api.inject({
    method: 'DELETE',
    url: `/v1/links/${pad}`,
    headers: { authorization: `Bearer ${await op.token(beller)}` },
  });
const trekIn = (id: string, beller: Vraag = {}) => verwijder(id, beller);
const staWeerToe = (id: string) => verwijder(`${id}/intrekking`);
/** The links of the first contact to its onderzoek. */
const naarOnderzoek = async () =>
  (await lijst()).filter(
    ({ onderwerp, geadresseerde }) => onderwerp === onderzoek && geadresseerde === 'aanbieder-01-contact-1',
  );
/** The first mail about the traject to an address with another link than this one. */
const volgendeMetLink = (adres: string, dan: string) =>
  op.smtp.wachtOp((mail) => {
    const [pad = dan] = /\/l\/[\w-]+\.[\w-]+/.exec(mail.text ?? '') ?? [];
    return ontvanger(mail) === adres && Boolean(mail.subject?.includes(kenmerk)) && pad !== dan;
  });
const onderzoekMail = (aanbieder: string) =>
  mailAan(op, postvakVan(aanbieder), 'Wilt u onderzoeken', kenmerk);

describe('de links van een traject', () => {
  it('ziet de coördinator: waarheen, voor wie, wanneer en tot wanneer; nooit de link zelf', async () => {
    const paden = [
      padIn(await onderzoekMail('aanbieder-01')),
      padIn(await mailAan(op, postvakVan('aanbieder-01'), 'Uitnodiging', datum)),
    ];
    const antwoord = await op.vraag('GET', `/v1/trajecten/${kenmerk}/links`);
    expect(antwoord.status).toBe(200);
    const regels: Linkregel[] = antwoord.inhoud.links;
    const soorten = (doel: string) => regels.filter((een) => een.doel === doel);
    expect(soorten('informatie')).toMatchObject([{ onderwerp: kenmerk, geadresseerde: 'aanmelder' }]);
    expect(soorten('onderzoek').map(({ onderwerp, geadresseerde }) => [onderwerp, geadresseerde])).toEqual(
      expect.arrayContaining([
        [`onderzoek-${kenmerk}-aanbieder-01-r1`, 'aanbieder-01-contact-1'],
        [`onderzoek-${kenmerk}-aanbieder-02-r1`, 'aanbieder-02-contact-1'],
      ]),
    );
    expect(soorten('tafelstukken')).toHaveLength(12);
    for (const { onderwerp } of soorten('tafelstukken')) expect(onderwerp).toBe(`tafel-${datum}`);
    for (const een of regels) {
      expect(een.ingetrokkenTijdstip).toBeNull();
      expect(Date.parse(een.laatsteMailTijdstip)).toBeGreaterThanOrEqual(Date.parse(een.gemaaktTijdstip));
      expect(Date.parse(een.verlooptTijdstip)).toBe(Date.parse(een.laatsteMailTijdstip) + 30 * dag);
    }
    for (const pad of paden) expect(JSON.stringify(antwoord.inhoud)).not.toContain(pad.split('.')[1]);
    expect(await lijst(ander)).toMatchObject([{ doel: 'informatie', onderwerp: ander }]);
  });

  it('ziet niemand anders, en een traject dat er niet is heeft er geen', async () => {
    for (const rol of ['manager', 'aanmelder', 'aanbieder'] as const) {
      const beller: Vraag = rol === 'aanbieder' ? { rol, aanbieder: 'aanbieder-01' } : { rol };
      const { status } = await op.vraag('GET', `/v1/trajecten/${kenmerk}/links`, undefined, beller);
      expect(status).toBe(403);
      expect((await trekIn((await linkVan('aanmelder', 'informatie')).id, beller)).statusCode).toBe(403);
    }
    expect((await op.vraag('GET', '/v1/trajecten/ZL-2001-0001/links')).status).toBe(404);
    expect((await linkVan('aanmelder', 'informatie')).ingetrokkenTijdstip).toBeNull();
  });
});

describe('een link die de coördinator intrekt', () => {
  it('is meteen dicht, ook voor wie al binnen was; een andere link niet; twee keer is één keer', async () => {
    const pad = padIn(await onderzoekMail('aanbieder-01'));
    const buur = padIn(await onderzoekMail('aanbieder-02'));
    const koekje = await wie.krijgToegang(pad);
    expect((await wie.open(pad, koekje)).tekst).toContain('plan.pdf');
    const { id } = await linkVan('aanbieder-01-contact-1', 'onderzoek');

    expect((await trekIn(id)).statusCode).toBe(204);
    const { ingetrokkenTijdstip } = await linkVan('aanbieder-01-contact-1', 'onderzoek');
    expect(ingetrokkenTijdstip).toEqual(expect.any(String));
    for (const antwoord of [
      await wie.open(pad),
      await wie.open(pad, koekje),
      await wie.stuur(`${pad}/code`, { bezorging: 'mail' }),
      await wie.stuur(`${pad}/antwoord`, { 'antwoord.antwoord': 'aanbod' }, koekje),
    ]) {
      expect(antwoord.status).toBe(410);
      expect(antwoord.headers['content-type']).toContain('text/html');
      expect(antwoord.tekst).toContain('Deze link werkt niet meer');
      expect(antwoord.tekst).toContain('De link is ingetrokken');
      expect(antwoord.tekst).not.toContain('plan.pdf');
    }
    expect((await wie.open(buur)).status).toBe(200);

    await op.verstrijk('1 hour');
    expect((await trekIn(id)).statusCode).toBe(204);
    expect((await linkVan('aanbieder-01-contact-1', 'onderzoek')).ingetrokkenTijdstip).toBe(
      ingetrokkenTijdstip,
    );
    expect(
      await op.db.auditRegel.findMany({
        where: { wat: 'link-ingetrokken' },
        select: { wie: true, rol: true, kenmerk: true },
      }),
    ).toEqual([
      { wie: 'coordinator-1', rol: 'coordinator', kenmerk },
      { wie: 'coordinator-1', rol: 'coordinator', kenmerk },
    ]);
  });

  it('naar de stukken van een tafel staat in het auditspoor onder die tafel', async () => {
    const pad = padIn(await mailAan(op, postvakVan('aanbieder-02'), 'Uitnodiging', datum));
    expect((await trekIn((await linkVan('aanbieder-02-contact-1', 'tafelstukken')).id)).statusCode).toBe(204);
    expect((await wie.open(pad)).tekst).toContain('De link is ingetrokken');
    expect(
      await op.db.auditRegel.count({ where: { wat: 'link-ingetrokken', kenmerk: `tafel-${datum}` } }),
    ).toBe(1);
  });

  it('komt niet terug: in de volgende e-mail staat dat zij is ingetrokken, en geen link', async () => {
    await op.verstrijk('7 days');
    const mail = await mailAan(op, postvakVan('aanbieder-01'), 'Herinnering', kenmerk);
    expect(mail.text).toContain('Uw persoonlijke link is ingetrokken.');
    for (const tekst of [mail.text, String(mail.html)]) expect(tekst).not.toContain('/l/');
    expect(await naarOnderzoek()).toMatchObject([
      { ingetrokkenTijdstip: expect.any(String), blijftIngetrokken: true },
    ]);
    // Nobody else is told so.
    const { text } = await mailAan(op, postvakVan('aanbieder-02'), 'Herinnering', kenmerk);
    expect(text).toContain('/l/');
  });

  it('wordt een nieuwe zodra u dat weer toestaat; die u introk blijft dicht', async () => {
    const oud = padIn(await onderzoekMail('aanbieder-01'));
    const { id } = await linkVan('aanbieder-01-contact-1', 'onderzoek');
    for (const _keer of [1, 2]) expect((await staWeerToe(id)).statusCode).toBe(204);
    expect((await wie.open(oud)).status).toBe(410);
    await op.verstrijk('7 days');
    const nieuw = padIn(await volgendeMetLink(postvakVan('aanbieder-01'), oud));
    expect((await wie.open(nieuw)).status).toBe(200);
    expect((await wie.open(oud)).status).toBe(410);
    expect(await naarOnderzoek()).toMatchObject([
      { ingetrokkenTijdstip: expect.any(String), blijftIngetrokken: false },
      { ingetrokkenTijdstip: null, blijftIngetrokken: false },
    ]);
    expect(
      await op.db.auditRegel.count({ where: { kenmerk, wat: 'link-weer-toegestaan', wie: 'coordinator-1' } }),
    ).toBe(1);
  });

  it('geldt niet voor wie daarna het contact wordt', async () => {
    const [, laatste] = await naarOnderzoek();
    expect((await trekIn(laatste?.id ?? '')).statusCode).toBe(204);
    const { inhoud } = await op.vraag('GET', '/v1/aanbieders/aanbieder-01/contacten');
    const contact = { ...inhoud.contact, naam: 'Iemand Anders', email: 'anders@aanbieder-01.example' };
    const { status } = await op.vraag('PUT', '/v1/aanbieders/aanbieder-01/contacten', { ...inhoud, contact });
    expect(status).toBe(200);
    expect((await naarOnderzoek()).map(({ blijftIngetrokken }) => blijftIngetrokken)).toEqual([false, false]);
    await op.verstrijk('10 days');
    const pad = padIn(await volgendeMetLink(contact.email, ''));
    expect((await wie.open(pad)).status).toBe(200);
  });

  it('die er niet is, is 404', async () => {
    for (const doe of [trekIn, staWeerToe])
      for (const id of ['0192f0c1-7d4e-7c3a-9a51-2f5d0c3b7e10', 'geen-nummer'])
        expect((await doe(id)).statusCode).toBe(404);
  });
});
