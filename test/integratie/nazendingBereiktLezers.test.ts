/** A stuk that comes late: exactly those who may read the stukken now are told, with a link to where they read them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { besproken } from '../support/bespreking.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { stuurStuk } from '../support/stukken.ts';
import { bezoek, padIn } from '../support/stukkenLinks.ts';
import { leesTafel, ontvanger, opAgenda, planTafel, verstrijkTot, werkdagOver } from '../support/tafels.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
let wie: ReturnType<typeof bezoek>;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
  wie = bezoek(op);
});
afterAll(() => op?.sluit());

const coordinator = 'coordinator-1@zorglogistiek.example';
const postvakken = (...nummers: number[]) =>
  nummers.map((nummer) => `zorglogistiek@aanbieder-${String(nummer).padStart(2, '0')}.example`);

/** Sends a stuk; resolves with the mails about it, of which there are `aantal`. */
async function stuurNa(kenmerk: string, naam: string, aantal: number) {
  const over = () => op.mails(kenmerk).filter(({ subject }) => subject?.startsWith('Er is een stuk'));
  const voor = over().length;
  await stuurStuk(op, kenmerk, { bestand: { naam } }, { rol: 'aanmelder' });
  const mails = await wachtTot(
    () => over().slice(voor),
    ({ length }) => length >= aantal,
  );
  await wachtTot(
    () => op.db.bericht.count({ where: { status: { in: ['klaar', 'onbekend'] } } }),
    (onderweg) => onderweg === 0,
  );
  expect(over().slice(voor).map(ontvanger).sort()).toEqual(mails.map(ontvanger).sort());
  for (const mail of mails) {
    expect(mail.attachments).toEqual([]);
    expect(`${mail.text}${mail.html}`).not.toContain(naam);
  }
  return mails;
}

const aan = (mails: Awaited<ReturnType<typeof stuurNa>>, adres: string) =>
  mails.find((mail) => ontvanger(mail) === adres);

/** What stands on the page of the link in a mail, after the code. */
async function pagina(mail: ReturnType<typeof aan>): Promise<string> {
  const pad = padIn(mail);
  const { status, tekst } = await wie.open(pad, await wie.krijgToegang(pad));
  expect(status).toBe(200);
  return tekst;
}

describe('een stuk dat later komt', () => {
  it('wordt gemeld aan wie de stukken dan mag lezen, en aan niemand anders', async () => {
    const datum = await werkdagOver(op, 9);
    await planTafel(op, datum);
    const kenmerk = await opAgenda(op, datum);
    expect((await stuurNa(kenmerk, 'eerste.pdf', 1)).map(ontvanger)).toEqual([coordinator]);

    await verstrijkTot(op, Date.parse((await leesTafel(op, datum)).agendaSluitTijdstip) + 60_000);
    const { id } = await op.db.stuktoegang.findFirstOrThrow({
      where: { kenmerk, contact: 'aanbieder-04-contact-1' },
    });
    await op.api.inject({
      method: 'DELETE',
      url: `/v1/stuktoegangen/${id}`,
      headers: { authorization: `Bearer ${await op.token({})}` },
    });
    const voorDeTafel = await stuurNa(kenmerk, 'tweede.pdf', 12);
    expect(voorDeTafel.map(ontvanger).sort()).toEqual(
      [coordinator, ...postvakken(1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12)].sort(),
    );
    const opTafel = await pagina(aan(voorDeTafel, postvakken(1)[0] ?? ''));
    expect(opTafel).toContain('Stukken voor de tafel van');
    expect(opTafel).toContain('tweede.pdf');
    expect(aan(voorDeTafel, coordinator)?.text).toContain(`/trajecten/${kenmerk}`);

    await verstrijkTot(op, Date.parse((await leesTafel(op, datum)).eindTijdstip) + 60_000);
    const { onderzoeken } = await op.besluit(kenmerk, 'verslag', {
      ...besproken,
      aanbieders: ['aanbieder-01', 'aanbieder-02'],
      verslag: 'Twee aanbieders onderzoeken.',
    });
    const naVerslag = await stuurNa(kenmerk, 'derde.pdf', 3);
    expect(naVerslag.map(ontvanger).sort()).toEqual([coordinator, ...postvakken(1, 2)].sort());
    const bijOnderzoek = await pagina(aan(naVerslag, postvakken(2)[0] ?? ''));
    expect(bijOnderzoek).toContain(`Uw onderzoek voor ${kenmerk}`);
    expect(bijOnderzoek).toContain('derde.pdf');

    await op.aanbiederZegt(onderzoeken[0], 'antwoord', {
      antwoord: 'afwijzing',
      afwijzingReden: 'geen-plek',
    });
    await op.aanbiederZegt(onderzoeken[1], 'antwoord', { antwoord: 'aanbod' });
    await wachtTot(
      () => op.traject(kenmerk),
      ({ wachtOp }) => wachtOp === 'coordinator',
    );
    const naAntwoord = await stuurNa(kenmerk, 'vierde.pdf', 2);
    expect(naAntwoord.map(ontvanger).sort()).toEqual([coordinator, ...postvakken(2)].sort());
    const bijAanbod = await pagina(aan(naAntwoord, postvakken(2)[0] ?? ''));
    expect(bijAanbod).toContain('vierde.pdf');
    expect(bijAanbod).toContain('Uw aanbod telt nog mee');

    await op.besluit(kenmerk, 'keuze', {
      aanbieders: ['aanbieder-02'],
      verwachteStartDatum: await op.datum(9),
    });
    const naKeuze = await stuurNa(kenmerk, 'vijfde.pdf', 2);
    expect(naKeuze.map(ontvanger).sort()).toEqual([coordinator, ...postvakken(2)].sort());
    expect(await pagina(aan(naKeuze, postvakken(2)[0] ?? ''))).toContain('vijfde.pdf');
  });

  it('bereikt beide aanbieders van een plan, ook wie al instemde terwijl de ander nog onderzoekt; en na de keuze van een ander geen van beide', async () => {
    const kenmerk = await op.meldAan();
    await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
    const { onderzoeken } = await op.besluit(kenmerk, 'direct-voorleggen', {
      aanbieders: ['aanbieder-21', 'aanbieder-22', 'aanbieder-23'],
      reden: 'tijd-winnen',
    });
    const antwoorden = () => op.db.gebeurtenis.count({ where: { kenmerk, soort: 'onderzoek-gemeld' } });
    await op.aanbiederZegt(onderzoeken[0], 'antwoord', {
      antwoord: 'samenwerking',
      metAanbieders: ['aanbieder-22'],
    });
    await wachtTot(antwoorden, (aantal) => aantal === 1);
    const naEen = await stuurNa(kenmerk, 'plan.pdf', 4);
    expect(naEen.map(ontvanger).sort()).toEqual([coordinator, ...postvakken(21, 22, 23)].sort());
    expect(await pagina(aan(naEen, postvakken(21)[0] ?? ''))).toContain('plan.pdf');

    await op.aanbiederZegt(onderzoeken[2], 'antwoord', { antwoord: 'aanbod' });
    await wachtTot(antwoorden, (aantal) => aantal === 2);
    await op.besluit(kenmerk, 'keuze', {
      aanbieders: ['aanbieder-23'],
      verwachteStartDatum: await op.datum(9),
    });
    await wachtTot(
      () => op.db.onderzoek.count({ where: { kenmerk, status: 'vervallen' } }),
      (aantal) => aantal === 1,
    );
    expect((await stuurNa(kenmerk, 'laat.pdf', 2)).map(ontvanger).sort()).toEqual(
      [coordinator, ...postvakken(23)].sort(),
    );
  });

  it('bereikt ook wie de vraag direct kreeg, zonder tafel, met de link naar het onderzoek', async () => {
    const kenmerk = await op.meldAan();
    await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
    await op.besluit(kenmerk, 'direct-voorleggen', { aanbieders: ['aanbieder-20'], reden: 'tijd-winnen' });
    const mails = await stuurNa(kenmerk, 'los.pdf', 2);
    expect(mails.map(ontvanger).sort()).toEqual([coordinator, ...postvakken(20)].sort());
    expect(await pagina(aan(mails, postvakken(20)[0] ?? ''))).toContain('los.pdf');
  });
});
