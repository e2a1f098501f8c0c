/** Who of the team is at a table has it in the own calendar too, and hears every change; a tafellid that cannot be invited is no secret. */
import type { ParsedMail } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { mailAan } from '../support/stukkenLinks.ts';
import {
  agendabestand,
  leesTafel,
  ontvanger,
  opAgenda,
  planTafel,
  tafelMails,
  verstrijkTot,
  werkdagOver,
} from '../support/tafels.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op?.sluit());

const adres = (code: string) => `${code}@zorglogistiek.example`;
/** Everything about a table that has reached somebody, once there are so many mails. */
const mailsAan = (datum: string, postvak: string, aantal: number): Promise<ParsedMail[]> =>
  wachtTot(
    () => tafelMails(op, datum).filter((mail) => ontvanger(mail) === postvak),
    (mails) => mails.length === aantal,
  );
const inAgenda = (mails: readonly ParsedMail[]) => {
  const bestanden = mails.map(agendabestand);
  expect(new Set(bestanden.map(({ event }) => event.uid)).size).toBe(1);
  return bestanden.map(({ method, event }) => [method, event.sequence]);
};

it('de coördinatoren en de voorzitter staan één keer op de tafel, horen een wijziging en een afzegging; wie het traject overneemt ook', async () => {
  const datum = await werkdagOver(op, 12);
  await planTafel(op, datum);
  await opAgenda(op, datum);
  await opAgenda(op, datum);
  const derde = await opAgenda(op, datum);
  await op.besluit(derde, 'coordinator', { coordinator: 'coordinator-2' });
  await verstrijkTot(op, Date.parse((await leesTafel(op, datum)).agendaSluitTijdstip) + 60_000);
  for (const code of ['coordinator-1', 'coordinator-2', 'voorzitter-1'])
    expect(inAgenda(await mailsAan(datum, adres(code), 1))).toEqual([['REQUEST', 0]]);

  await op.vraag('POST', `/v1/tafels/${datum}/wijziging`, { beginTijd: '13:15' }, { wie: 'coordinator-2' });
  for (const code of ['coordinator-1', 'voorzitter-1'])
    expect(inAgenda(await mailsAan(datum, adres(code), 2)).at(-1)).toEqual(['REQUEST', 1]);

  await op.besluit(derde, 'coordinator', { coordinator: 'coordinator-3' });
  const weg = await mailsAan(datum, adres('coordinator-2'), 3);
  expect(inAgenda(weg).at(-1)).toEqual(['CANCEL', 2]);
  expect(weg.at(-1)?.text).toContain('geen traject van u meer op de agenda');
  expect(inAgenda(await mailsAan(datum, adres('coordinator-3'), 1))).toEqual([['REQUEST', 2]]);

  await op.vraag('POST', `/v1/tafels/${datum}/vervallen`, { reden: 'voorzitter-ziek' });
  for (const [code, aantal] of [
    ['coordinator-1', 3],
    ['coordinator-3', 2],
    ['voorzitter-1', 3],
  ] as const)
    expect(inAgenda(await mailsAan(datum, adres(code), aantal)).at(-1)?.[0]).toBe('CANCEL');
  expect(await op.workflow(`tafel-${datum}`).result()).toMatchObject({ status: 'vervallen' });
});

describe('een tafellid zonder contact', () => {
  it('wordt aan het team gemeld als de agenda sluit', async () => {
    const datum = await werkdagOver(op, 12);
    await planTafel(op, datum);
    await opAgenda(op, datum);
    await op.db.contact.deleteMany({ where: { aanbieder: 'aanbieder-07' } });
    await verstrijkTot(op, Date.parse((await leesTafel(op, datum)).agendaSluitTijdstip) + 60_000);
    const mail = await mailAan(op, 'team@zorglogistiek.example', 'Niet alle tafelleden', datum);
    expect(mail.text).toContain('aanbieder-07');
    expect(mail.text).not.toContain('aanbieder-08');
  });
});
