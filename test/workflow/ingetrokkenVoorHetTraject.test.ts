/** A link that a coördinator revoked does not come back under another onderzoek, or as what was agreed. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { besproken } from '../support/bespreking.ts';
import { linkUitMail } from '../support/gelezenLink.ts';
import { maakBezoeker } from '../support/links.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { werkdagOver } from '../support/tafels.ts';
import { inBespreking } from '../support/verloop.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

const contact = (aanbieder: string) => `${aanbieder}-contact-1`;
const verwijder = async (pad: string) =>
  op.api.inject({
    method: 'DELETE',
    url: `/v1/links/${pad}`,
    headers: { authorization: `Bearer ${await op.token({})}` },
  });

/** The links of a contact to a traject, oldest first. */
async function linksVan(
  kenmerk: string,
  aanbieder: string,
): Promise<{ id: string; doel: string; blijftIngetrokken: boolean }[]> {
  const { inhoud } = await op.vraag('GET', `/v1/trajecten/${kenmerk}/links`);
  return inhoud.links.filter((een: { geadresseerde: string }) => een.geadresseerde === contact(aanbieder));
}

/** The text of the question to look into it, in this round. */
async function vraagInRonde(kenmerk: string, aanbieder: string, ronde: number): Promise<string> {
  const rijen = await wachtTot(
    () =>
      op.db.bericht.findMany({
        where: { kenmerk, soort: 'onderzoek-gevraagd', geadresseerde: contact(aanbieder) },
        orderBy: { klaarTijdstip: 'asc' },
      }),
    (gevonden) => gevonden[ronde - 1]?.status === 'verzonden',
  );
  const messageId = rijen[ronde - 1]?.messageId;
  return op.smtp.berichten.find((mail) => mail.messageId === messageId)?.text ?? '';
}

/** A verslag in which aanbieder-01 investigates and aanbieder-02 has an afspraak; resolves with the kenmerk. */
async function eersteRonde(): Promise<string> {
  const kenmerk = await inBespreking(op);
  await op.besluit(kenmerk, 'verslag', {
    ...besproken,
    aanbieders: ['aanbieder-01'],
    afspraken: [{ wie: 'aanbieder-02', wat: 'overleg-voeren', voorDatum: await op.datum(60) }],
    verslag: 'Besproken.',
  });
  return kenmerk;
}

async function tweedeRonde(kenmerk: string): Promise<void> {
  await op.besluit(kenmerk, 'situatie', { toelichting: 'Alles is anders.' });
  await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 0) });
  await op.besluit(kenmerk, 'verslag', {
    ...besproken,
    aanbieders: ['aanbieder-01', 'aanbieder-02'],
    verslag: 'Nog eens besproken.',
  });
}

it('in een volgende ronde staat er geen link, tot de coördinator haar weer toestaat', async () => {
  const kenmerk = await eersteRonde();
  await linkUitMail(op, kenmerk, 'onderzoek-gevraagd', contact('aanbieder-01'));
  await linkUitMail(op, kenmerk, 'verslag-gedeeld', contact('aanbieder-02'));
  const [bijOnderzoek] = await linksVan(kenmerk, 'aanbieder-01');
  const [bijAfspraak] = await linksVan(kenmerk, 'aanbieder-02');
  expect([bijOnderzoek?.doel, bijAfspraak?.doel]).toEqual(['onderzoek', 'afgesproken']);
  for (const link of [bijOnderzoek, bijAfspraak])
    expect((await verwijder(link?.id ?? '')).statusCode).toBe(204);

  await tweedeRonde(kenmerk);
  for (const [aanbieder, ronde] of [
    ['aanbieder-01', 2],
    ['aanbieder-02', 1],
  ] as const) {
    const tekst = await vraagInRonde(kenmerk, aanbieder, ronde);
    expect(tekst).toContain('is ingetrokken');
    expect(tekst).not.toContain('/l/');
    expect(await linksVan(kenmerk, aanbieder)).toMatchObject([{ blijftIngetrokken: true }]);
  }
  // Another traject is another thing.
  const ander = await eersteRonde();
  await linkUitMail(op, ander, 'onderzoek-gevraagd', contact('aanbieder-01'));

  expect((await verwijder(`${bijAfspraak?.id}/intrekking`)).statusCode).toBe(204);
  await op.verstrijk('7 days');
  await linkUitMail(op, kenmerk, 'onderzoek-herinnering', contact('aanbieder-02'));
  expect(await linksVan(kenmerk, 'aanbieder-02')).toMatchObject([
    { doel: 'afgesproken', blijftIngetrokken: false },
    { doel: 'onderzoek', blijftIngetrokken: false },
  ]);
  expect(await linksVan(kenmerk, 'aanbieder-01')).toMatchObject([{ blijftIngetrokken: true }]);
});

it('de links naar hetzelfde traject die er al waren, gaan mee dicht', async () => {
  const kenmerk = await eersteRonde();
  const oud = await linkUitMail(op, kenmerk, 'verslag-gedeeld', contact('aanbieder-02'));
  await tweedeRonde(kenmerk);
  const nieuw = await linkUitMail(op, kenmerk, 'onderzoek-gevraagd', contact('aanbieder-02'));
  const links = await linksVan(kenmerk, 'aanbieder-02');
  expect(links).toHaveLength(2);
  expect((await verwijder(links[1]?.id ?? '')).statusCode).toBe(204);
  for (const pad of [oud, nieuw]) expect((await maakBezoeker(op.api).open(pad)).status).toBe(410);
  expect((await linksVan(kenmerk, 'aanbieder-02')).map((een) => een.blijftIngetrokken)).toEqual([true, true]);
});
