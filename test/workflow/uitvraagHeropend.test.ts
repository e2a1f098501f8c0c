import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uitvraagId } from '../../domain/uitvraagCodes.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import {
  alleMailsWeg,
  antwoord,
  beginKwartaal,
  geschiedenis,
  leesCijfers,
  leesUitvraag,
  rij,
  tot,
  totGesloten,
  vraagBegin,
  wachtOpMails,
} from '../support/uitvragen.ts';

let op: Opstelling;
let code: string;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel', instellingen: { ZL_UITVRAAG_PER_MINUUT: '200' } });
  code = await beginKwartaal(op);
  await wachtOpMails(op, code, vraagBegin, 188);
  await alleMailsWeg(op);
  await antwoord(op, code, 'aanbieder-01', { wachtenden: [rij(5)] });
});
afterAll(() => op.sluit());

const heropen = (inhoud: object, rol: 'coordinator' | 'manager' = 'coordinator') =>
  op.vraag('POST', `/v1/uitvragen/${code}/heropening`, inhoud, { rol });

describe('een uitvraag die is gesloten', () => {
  it('neemt geen antwoord meer aan en zegt wat kan; heropend door een mens met een reden telt het wel, als een nieuwe versie van de cijfers', async () => {
    await totGesloten(op, code);
    const eerste = await leesCijfers(op, code);
    expect(eerste).toMatchObject({ cijferversie: 1, kwartaal: { geantwoord: 1, totaal: { wachtend: 5 } } });

    expect(await antwoord(op, code, 'aanbieder-02', { wachtenden: [rij(7)] })).toMatchObject({
      status: 409,
      inhoud: {
        type: expect.stringMatching(/:afgesloten$/),
        detail: expect.stringContaining('Vraag de coördinator'),
      },
    });
    expect((await leesCijfers(op, code)).kwartaal.geantwoord).toBe(1);

    const totDatum = await op.datum(3);
    const reden = 'De contactpersoon was ziek.';
    expect(await heropen({ aanbieder: 'aanbieder-02', totDatum })).toMatchObject({
      status: 400,
      inhoud: { velden: [{ veld: 'reden' }] },
    });
    expect(await heropen({ aanbieder: 'aanbieder-02', totDatum: await op.datum(-1), reden })).toMatchObject({
      status: 400,
      inhoud: { velden: [{ veld: 'totDatum' }] },
    });
    expect(await heropen({ aanbieder: 'aanbieder-02', totDatum: await op.datum(61), reden })).toMatchObject({
      status: 400,
      inhoud: { velden: [{ veld: 'totDatum', melding: expect.stringContaining('60 dagen') }] },
    });
    expect(await heropen({ aanbieder: 'aanbieder-999', totDatum, reden })).toMatchObject({
      status: 409,
      inhoud: { type: expect.stringMatching(/:niet-van-toepassing$/) },
    });
    expect(await heropen({ aanbieder: 'aanbieder-02', totDatum, reden }, 'manager')).toMatchObject({
      status: 200,
      inhoud: { aanbieder: 'aanbieder-02', status: 'gesloten', heropendTotTijdstip: expect.any(String) },
    });
    expect(await wachtOpMails(op, code, 'U kunt nog antwoorden', 1)).toEqual([
      'zorglogistiek@aanbieder-02.example',
    ]);

    // Only for whom it was opened again.
    expect((await antwoord(op, code, 'aanbieder-03', { wachtenden: [rij(3)] })).status).toBe(409);
    expect((await antwoord(op, code, 'aanbieder-02', { wachtenden: [rij(7)] })).status).toBe(200);
    expect(await leesCijfers(op, code)).toMatchObject({
      cijferversie: 2,
      kwartaal: { geantwoord: 2, totaal: { wachtend: 12 } },
    });
    expect(await leesCijfers(op, code, 1)).toEqual(eerste);

    const uitvraag = await leesUitvraag(op, code);
    expect(uitvraag.heropeningen).toEqual([
      { aanbieder: 'aanbieder-02', totDatum, reden, wie: 'manager-1', tijdstip: expect.any(String) },
    ]);
    expect(uitvraag.verloop.map(({ wat, wie }: { wat: string; wie: string }) => [wat, wie])).toEqual([
      ['uitvraag-begonnen', 'systeem'],
      ['uitvraag-herinnerd', 'systeem'],
      ['uitvraag-herinnerd', 'systeem'],
      ['uitvraag-gesloten', 'systeem'],
      ['uitvraag-heropend', 'manager-1'],
    ]);
    expect(
      uitvraag.aanbieders.find(({ aanbieder }: { aanbieder: string }) => aanbieder === 'aanbieder-02'),
    ).toMatchObject({
      heeftGeantwoord: true,
      isNagekomen: true,
      antwoorden: 1,
    });
    const heropend = await op.db.auditRegel.findFirst({
      where: { kenmerk: uitvraagId(code), wat: 'uitvraag-heropend' },
    });
    expect(heropend).toMatchObject({ wie: 'manager-1', rol: 'manager' });

    // The reason stays in PostgreSQL.
    const { tekst } = await geschiedenis(op, uitvraagId(code));
    expect(tekst).toContain(totDatum);
    expect(tekst).not.toContain('was ziek');
  });

  it('gaat na de laatste dag vanzelf weer dicht, en is na drie maanden afgerond', async () => {
    await alleMailsWeg(op);
    await op.verstrijk('4 days');
    expect((await antwoord(op, code, 'aanbieder-02', { wachtenden: [rij(8)] })).status).toBe(409);
    const { afrondTijdstip } = (await op.db.uitvraag.findUniqueOrThrow({ where: { code } }))
      .begin as unknown as {
      afrondTijdstip: number;
    };
    await tot(op, code, afrondTijdstip, ({ status }) => status === 'afgerond');
    expect(await op.workflow(uitvraagId(code)).result()).toEqual({
      gevraagd: 188,
      geantwoord: 2,
      responsProcent: 1,
    });
    const aanvraag = { aanbieder: 'aanbieder-02', totDatum: await op.datum(3), reden: 'Nog later.' };
    expect(await heropen(aanvraag)).toMatchObject({
      status: 409,
      inhoud: { type: expect.stringMatching(/:afgesloten$/), detail: expect.stringContaining('afgerond') },
    });
  });
});
