import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zorgsoorten } from '../../domain/uitvraagCodes.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import {
  alleMailsWeg,
  antwoord,
  beginKwartaal,
  geschiedenis,
  herinneringBegin,
  leesCijfers,
  leesUitvraag,
  rij,
  tot,
  totGesloten,
  vraagBegin,
  wachtOpMails,
} from '../support/uitvragen.ts';

const dag = 24 * 60 * 60 * 1000;

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel', instellingen: { ZL_UITVRAAG_PER_MINUUT: '200' } });
});
afterAll(() => op.sluit());

/** A number in so many parts that differ by one at most. */
const verdeel = (aantal: number, delen: number) =>
  Array.from({ length: delen }, (_, i) => Math.floor((aantal + i) / delen));

describe('de uitvraag van een kwartaal', () => {
  it('vraagt alle 188 aanbieders, herinnert wie zwijgt, sluit na vier weken, en telt op: 592 wachten, 534 ambulant en 58 verblijf', async () => {
    const alle = (await op.db.aanbieder.findMany({ orderBy: { code: 'asc' } })).map(({ code }) => code);
    expect(alle).toHaveLength(188);
    const begin = await op.nu();
    const code = await beginKwartaal(op);
    const gevraagd = await wachtOpMails(op, code, vraagBegin, 188);
    expect(new Set(gevraagd).size).toBe(188);
    expect(gevraagd).toEqual(expect.arrayContaining(['zorglogistiek@aanbieder-01.example']));
    expect(await leesUitvraag(op, code)).toMatchObject({
      soort: 'kwartaal',
      status: 'open',
      gevraagd: 188,
      geantwoord: 0,
      responsProcent: 0,
      cijferversie: 0,
    });

    const antwoorden = alle.slice(0, 150);
    const ambulant = verdeel(534, 150);
    const verblijf = verdeel(58, 150);
    for (const [plaats, aanbieder] of antwoorden.entries()) {
      const { status, inhoud } = await antwoord(op, code, aanbieder, {
        wachtenden: [
          rij(ambulant[plaats] ?? 0, { sector: 'j-ggz', drieMaanden: 1, overbrugging: 2 }),
          rij(verblijf[plaats] ?? 0, { vorm: 'verblijf' }),
        ],
        oorzaken: plaats % 2 === 0 ? ['personeelstekort', 'uitstroom-stagneert'] : ['instroom'],
        wachttijden: plaats < 3 ? [{ zorgsoort: 'kdc', weken: 50 + 2 * plaats }] : [],
      });
      expect({ status, inhoud }).toMatchObject({ status: 200, inhoud: { aanbieder, heeftGeantwoord: true } });
    }
    await alleMailsWeg(op);

    // Two weeks after the begin, at 09:00 on a werkdag, only who has not answered is reminded; a week later again.
    const { herinneringTijdstippen } = (await op.db.uitvraag.findUniqueOrThrow({ where: { code } }))
      .begin as unknown as { herinneringTijdstippen: number[] };
    const [eerste = 0, tweede = 0] = herinneringTijdstippen;
    expect((eerste - begin) / dag).toBeGreaterThan(13);
    expect((eerste - begin) / dag).toBeLessThan(15);
    await tot(op, code, eerste, ({ herinneringen }) => herinneringen === 1);
    const herinnerd = await wachtOpMails(op, code, herinneringBegin, 38);
    await alleMailsWeg(op);
    expect(herinnerd.sort()).toEqual(
      alle
        .slice(150)
        .map((een) => `zorglogistiek@${een}.example`)
        .sort(),
    );
    // Nobody waiting is an answer too.
    await antwoord(op, code, alle[150] ?? '', { wachtenden: [], klopt: true });
    await tot(op, code, tweede, ({ herinneringen }) => herinneringen === 2);
    await wachtOpMails(op, code, herinneringBegin, 38 + 37);
    await alleMailsWeg(op);

    const voorlopig = await leesCijfers(op, code);
    expect(voorlopig).toMatchObject({ cijferversie: 0, kwartaal: { geantwoord: 151 } });
    const gesloten = await totGesloten(op, code);
    expect(gesloten).toMatchObject({ geantwoord: 151, responsProcent: 80, cijferversie: 1 });
    expect((Date.parse(gesloten.sluitTijdstip) - begin) / dag).toBeGreaterThan(27);
    await wachtOpMails(op, code, 'De uitvraag van de wachttijden is gesloten', 1);

    const { kwartaal } = await leesCijfers(op, code);
    expect(kwartaal).toMatchObject({
      gevraagd: 188,
      geantwoord: 151,
      responsProcent: 80,
      totaal: { wachtend: 592, drieMaanden: 150, overbrugging: 300 },
      perVorm: [
        { vorm: 'ambulant', wachtend: 534, drieMaanden: 150, overbrugging: 300 },
        { vorm: 'verblijf', wachtend: 58, drieMaanden: 0, overbrugging: 0 },
      ],
    });
    expect(kwartaal.perSector).toHaveLength(8);
    expect(kwartaal.perSector).toContainEqual({
      sector: 'lvb',
      vorm: 'verblijf',
      wachtend: 58,
      drieMaanden: 0,
      overbrugging: 0,
    });
    expect(kwartaal.oorzaken).toEqual(
      expect.arrayContaining([
        { oorzaak: 'personeelstekort', aanbieders: 75 },
        { oorzaak: 'instroom', aanbieders: 75 },
        { oorzaak: 'huisvesting', aanbieders: 0 },
      ]),
    );
    expect(kwartaal.wachttijden).toHaveLength(Object.keys(zorgsoorten).length);
    expect(kwartaal.wachttijden).toContainEqual({
      zorgsoort: 'kdc',
      aanbieders: 3,
      laagsteWeken: 50,
      mediaanWeken: 52,
      hoogsteWeken: 54,
    });

    // Small: what an answer says is not in the history, only that there is one.
    const { tekst, events } = await geschiedenis(op, `uitvraag-${code}`);
    expect(events).toBeLessThan(4_000);
    expect(tekst).toContain('aanbieder-188');
    expect(tekst).not.toMatch(/drieMaanden|personeelstekort|kdc/);
  });
});
