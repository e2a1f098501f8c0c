import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leesPeriode, periodeOp } from '../../domain/periode.ts';
import { uitvraagId } from '../../domain/uitvraagCodes.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import {
  alleMailsWeg,
  antwoord,
  beginKwartaal,
  leesCijfers,
  leesUitvraag,
  rij,
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
});
afterAll(() => op.sluit());

const totaal = async (van = code) => (await leesCijfers(op, van)).kwartaal.totaal.wachtend;
const bewaard = (aanbieder: string) =>
  op.db.uitvraagAntwoord.findMany({ where: { uitvraag: code, aanbieder }, orderBy: { versie: 'asc' } });

describe('twee antwoorden van één aanbieder', () => {
  it('zijn twee versies: de laatste telt, beide blijven bewaard; hetzelfde verzoek nog eens is hetzelfde antwoord', async () => {
    const sleutel = randomUUID();
    const eerste = await antwoord(op, code, 'aanbieder-01', { wachtenden: [rij(40)] }, sleutel);
    expect(eerste.status).toBe(200);
    expect(await antwoord(op, code, 'aanbieder-01', { wachtenden: [rij(40)] }, sleutel)).toMatchObject({
      status: 200,
      inhoud: eerste.inhoud,
    });
    expect(await antwoord(op, code, 'aanbieder-01', { wachtenden: [rij(41)] }, sleutel)).toMatchObject({
      status: 409,
      inhoud: { type: expect.stringMatching(/:sleutel-hergebruikt$/) },
    });
    expect(await bewaard('aanbieder-01')).toHaveLength(1);
    expect(await totaal()).toBe(40);

    await antwoord(op, code, 'aanbieder-01', { wachtenden: [rij(14)] });
    expect(await totaal()).toBe(14);
    expect((await bewaard('aanbieder-01')).map(({ versie, inhoud }) => [versie, inhoud])).toEqual([
      [1, expect.objectContaining({ wachtenden: [rij(40)] })],
      [2, expect.objectContaining({ wachtenden: [rij(14)] })],
    ]);
    const uitvraag = await leesUitvraag(op, code);
    expect(uitvraag).toMatchObject({ geantwoord: 1 });
    expect(uitvraag.aanbieders[0]).toMatchObject({ aanbieder: 'aanbieder-01', antwoorden: 2 });
  });

  it('tegelijk geven twee versies en verliezen niets', async () => {
    const aantallen = [1, 2, 3, 4, 5];
    const antwoorden = await Promise.all(
      aantallen.map((aantal) => antwoord(op, code, 'aanbieder-02', { wachtenden: [rij(aantal)] })),
    );
    expect(antwoorden.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const rijen = await bewaard('aanbieder-02');
    expect(rijen.map(({ versie }) => versie)).toEqual(aantallen);
    await antwoord(op, code, 'aanbieder-02', { wachtenden: [], klopt: true });
  });

  it('een geweigerd antwoord is er geen: er verandert niets', async () => {
    const voor = await bewaard('aanbieder-01');
    expect(await antwoord(op, code, 'aanbieder-01', { wachtenden: [rij(-3)] })).toMatchObject({
      status: 400,
      inhoud: { velden: [{ veld: 'wachtenden.0.wachtend', melding: expect.stringContaining('heel getal') }] },
    });
    // Nobody waits is taken once it is confirmed.
    expect(await antwoord(op, code, 'aanbieder-01', { wachtenden: [rij(0)] })).toMatchObject({
      status: 400,
      inhoud: {
        velden: [{ veld: 'klopt', melding: expect.stringContaining('Klopt het dat er niemand wacht?') }],
      },
    });
    expect(await antwoord(op, code, 'aanbieder-999', { wachtenden: [] })).toMatchObject({ status: 404 });
    expect(await antwoord(op, '2020-K1', 'aanbieder-01', { wachtenden: [] })).toMatchObject({ status: 404 });
    expect(await bewaard('aanbieder-01')).toEqual(voor);
    expect(await totaal()).toBe(14);
  });
});

describe('een antwoord dat veel verschilt van het vorige kwartaal', () => {
  it('vraagt om een bevestiging, en wat verschilt blijft bij het antwoord bewaard', async () => {
    await totGesloten(op, code);
    await alleMailsWeg(op);
    const periode = periodeOp('kwartaal', leesPeriode(code)?.eindTijdstip ?? 0);
    await op.verstrijk(Math.max(1, periode.eindTijdstip + 5 * 24 * 60 * 60 * 1000 - (await op.nu())));
    const volgende = await beginKwartaal(op);
    expect(volgende).toBe(periode.code);
    await wachtOpMails(op, volgende, vraagBegin, 188);
    await alleMailsWeg(op);

    const geweigerd = await antwoord(op, volgende, 'aanbieder-01', { wachtenden: [rij(29)] });
    expect(geweigerd).toMatchObject({
      status: 400,
      inhoud: {
        velden: [
          { veld: 'klopt', melding: expect.stringContaining('LVB ambulant: nu 29, de vorige keer 14') },
        ],
      },
    });
    expect(await op.db.uitvraagAntwoord.count({ where: { uitvraag: volgende } })).toBe(0);
    expect(
      (await antwoord(op, volgende, 'aanbieder-01', { wachtenden: [rij(29)], klopt: true })).status,
    ).toBe(200);
    expect(await op.db.uitvraagAntwoord.findFirst({ where: { uitvraag: volgende } })).toMatchObject({
      inhoud: { klopt: true, verschillen: [{ sector: 'lvb', vorm: 'ambulant', eerder: 14, nu: 29 }] },
    });
    expect(await totaal(volgende)).toBe(29);
    // So is a wachttijd, also without one to compare with.
    const lang = { wachtenden: [rij(5)], wachttijden: [{ zorgsoort: 'kdc', weken: 520 }] };
    for (const aanbieder of ['aanbieder-01', 'aanbieder-04'])
      expect(await antwoord(op, volgende, aanbieder, lang)).toMatchObject({
        status: 400,
        inhoud: {
          velden: [{ veld: 'klopt', melding: expect.stringContaining('wachttijd in weken: nu 520') }],
        },
      });
    // Who has never answered is asked about a number that is high for one aanbieder.
    const hoog = { wachtenden: [rij(101)] };
    expect(await antwoord(op, volgende, 'aanbieder-03', hoog)).toMatchObject({
      status: 400,
      inhoud: { velden: [{ veld: 'klopt', melding: expect.stringContaining('nu 101. Kijk ze na') }] },
    });
    expect((await antwoord(op, volgende, 'aanbieder-03', { wachtenden: [rij(100)] })).status).toBe(200);
    // The quarter before stays as it was.
    expect(await totaal()).toBe(14);
    expect(await op.workflow(uitvraagId(code)).describe()).toMatchObject({ status: { name: 'RUNNING' } });
  });
});
