/** A jeugdige that turns 18: warned six and three months before, acted on in the month itself, overgedragen. */
import proto from '@temporalio/proto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leeftijdsmomenten } from '../../domain/leeftijd.ts';
import { plusMaanden } from '../../domain/werkdagen.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import {
  adresVan,
  evenNa,
  mailMetKop,
  momenten,
  springNaar,
  tekstVan,
  totReden,
  verzonden,
  zinnen,
} from '../support/volgen.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
let kenmerk: string;
/** On the 17th, seven months before the 18th birthday. */
let geboorteDatum: string;
let over6: number;
let over3: number;
let achttien: number;
const uur = 60 * 60 * 1000;

/** The day of birth of a jeugdige that turns 18 in so many months, yyyy-mm-dd. */
async function bijnaAchttien(maanden: number): Promise<string> {
  const verjaardag = new Date(plusMaanden(await op.nu(), maanden)).toISOString().slice(0, 7);
  return `${Number(verjaardag.slice(0, 4)) - 18}${verjaardag.slice(4)}-17`;
}
const meldAan = (datum: string) =>
  op.meldAan(({ jeugdige }) => {
    jeugdige.geboorteDatum = datum;
  });
const overdracht = {
  naar: 'beschermd-wonen',
  toelichting: 'De gemeente heeft de indicatie gegeven.',
};

beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
  geboorteDatum = await bijnaAchttien(7);
  const momentenVan = leeftijdsmomenten(geboorteDatum, await op.nu());
  over6 = momentenVan.achttienOver6Tijdstip ?? 0;
  over3 = momentenVan.achttienOver3Tijdstip ?? 0;
  achttien = momentenVan.achttienTijdstip;
  kenmerk = await meldAan(geboorteDatum);
  await op.besluit(kenmerk, 'triage', {
    coordinator: 'coordinator-1',
    uitkomst: 'experttafel',
    afwijkReden: 'individuele-situatie',
  });
});
afterAll(() => op.sluit());

describe('een jeugdige die 18 wordt', () => {
  it('kan meer dan een half jaar ervoor nog niet worden overgedragen', async () => {
    expect(await op.vraag('POST', `/v1/trajecten/${kenmerk}/overdracht`, overdracht)).toMatchObject({
      status: 409,
      inhoud: {
        type: 'tag:zorglogistiek.example,2026:niet-van-toepassing',
        detail: expect.stringContaining('vanaf een half jaar voor de achttiende verjaardag'),
      },
    });
    expect((await op.traject(kenmerk)).signalen).not.toContain('achttien');
  });

  it('staat in de maand die er zes maanden voor ligt bij de coördinator, en drie maanden ervoor weer', async () => {
    await springNaar(op, over6 - uur);
    await verzonden(op, kenmerk, 'achttien-nadert', 0);
    await springNaar(op, evenNa(over6));
    const [eerste] = await verzonden(op, kenmerk, 'achttien-nadert', 1);
    expect(eerste).toMatchObject({ geadresseerde: 'coordinator-1', gegevens: { maanden: 6 } });
    expect((await op.traject(kenmerk)).signalen).toContain('achttien');

    await springNaar(op, over3 - uur);
    await verzonden(op, kenmerk, 'achttien-nadert', 1);
    await springNaar(op, evenNa(over3));
    const [, tweede] = await verzonden(op, kenmerk, 'achttien-nadert', 2);
    expect(tweede).toMatchObject({ geadresseerde: 'coordinator-1', gegevens: { maanden: 3 } });
    const [een = 0, twee = 0] = await momenten(op, kenmerk, 'achttien-nadert');
    expect(een).toBeGreaterThanOrEqual(over6);
    expect(twee).toBeGreaterThanOrEqual(over3);
    expect(await zinnen(op, kenmerk, 'achttien-nadert')).toEqual([
      'De jeugdige wordt over zes maanden 18. Er moet een overdracht komen.',
      'De jeugdige wordt over drie maanden 18. Er moet een overdracht komen.',
    ]);
    expect((await op.traject(kenmerk)).vastgelopen).not.toContainEqual(
      expect.objectContaining({ reden: 'overdracht' }),
    );
  });

  it('is in de maand zelf vastgelopen op de overdracht; ook de manager hoort het', async () => {
    await springNaar(op, evenNa(achttien));
    expect(await totReden(op, kenmerk, 'overdracht')).toMatchObject({
      op: 'coordinator',
      uitleg: 'de jeugdige is 18 geworden en niet overgedragen',
      sindsTijdstip: new Date(achttien).toISOString(),
    });
    const berichten = await verzonden(op, kenmerk, 'achttien', 2);
    expect(berichten.map(({ geadresseerde }) => geadresseerde).sort()).toEqual([
      'coordinator-1',
      'manager-1',
    ]);
    expect(await zinnen(op, kenmerk, 'achttien')).toEqual([
      'De jeugdige wordt deze maand 18. De overdracht moet nu worden vastgelegd.',
    ]);
  });

  it('wordt overgedragen: het traject is afgesloten en de aanmelder leest waarmee het verdergaat', async () => {
    expect(await op.besluit(kenmerk, 'overdracht', overdracht)).toMatchObject({
      fase: 'afgesloten',
      uitkomst: 'overgedragen',
    });
    expect(await op.trajectWorkflow(kenmerk).result()).toMatchObject({ uitkomst: 'overgedragen' });
    const [bericht] = await verzonden(op, kenmerk, 'overgedragen', 1);
    expect(bericht?.geadresseerde).toBe('aanmelder');
    const mail = await wachtTot(
      () => op.mails(kenmerk).find(({ text }) => text?.includes('beschermd wonen')),
      (gevonden) => gevonden !== undefined,
    );
    expect(mail && adresVan(mail)).toBe('robin.voorbeeld@jeugdteam-den-haag.example');
    expect(mail && tekstVan(mail)).not.toContain('indicatie');
    expect(await zinnen(op, kenmerk, 'overdracht')).toEqual([
      'De jeugdige is overgedragen bij 18 jaar. Het vervolg is: beschermd wonen. Het traject is afgesloten.',
    ]);
    expect((await op.traject(kenmerk)).vastgelopen).toEqual([]);
  });

  it('staat nergens in de geschiedenis met een geboortedatum of verjaardag, in welke vorm ook', async () => {
    const { History } = proto.temporal.api.history.v1;
    const geschiedenis = await op.trajectWorkflow(kenmerk).fetchHistory();
    const tekst = Buffer.from(History.encode(geschiedenis as never).finish()).toString('utf8');
    // What does travel: the month, as its first day at nine.
    expect(tekst).toContain(String(achttien));
    const [jaar = '', maand = '', dag = ''] = geboorteDatum.split('-');
    for (const leeftijd of [0, 7, 18]) {
      const j = String(Number(jaar) + leeftijd);
      const middernacht = Date.parse(`${j}-${maand}-${dag}`);
      // In every time zone, at every whole hour of the day before, the day itself and the day after.
      const uren = Array.from({ length: 72 }, (_, nummer) => middernacht + (nummer - 24) * uur);
      for (const vorm of [
        `${j}-${maand}-${dag}`,
        `${dag}-${maand}-${j}`,
        `${j}${maand}${dag}`,
        `${dag}/${maand}/${j}`,
        ...uren.flatMap((ms) => [String(ms), `${ms / 1000}}`, `${ms / 1000},`]),
      ])
        expect(tekst.includes(vorm), vorm).toBe(false);
    }
  });
});

describe('wie wordt aangemeld als het al bijna 18 is', () => {
  it('kan meteen worden overgedragen, en wordt niet over zes maanden gewaarschuwd', async () => {
    const bijna = await meldAan(await bijnaAchttien(2));
    expect((await op.traject(bijna)).signalen).toContain('achttien');
    expect(await op.besluit(bijna, 'overdracht', { ...overdracht, naar: 'wlz' })).toMatchObject({
      uitkomst: 'overgedragen',
    });
    await mailMetKop(op, bijna, 'Uw aanmelding is ontvangen');
    await verzonden(op, bijna, 'achttien-nadert', 0);
  });
});
