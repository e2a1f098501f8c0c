/** What the tests of the table share: days on which it can meet, getting a traject on it, and a calendar that takes its mail. */
import ICAL from 'ical.js';
import type { ParsedMail } from 'mailparser';
import { eersteWerkdag, plusDagen } from '../../domain/tafelkalender.ts';
import { isWerkdag } from '../../domain/werkdagen.ts';
import type { Antwoord, Opstelling } from './opstelling.ts';

/** The first werkdag at least so many days from now, yyyy-mm-dd. */
export async function werkdagOver(op: Opstelling, dagen: number): Promise<string> {
  return eersteWerkdag(await op.datum(dagen));
}

/** The first Tuesday, at least so many days from now, that comes right after a Monday off (Easter, Whitsun, ...). */
export async function dinsdagNaFeestdag(op: Opstelling, dagen: number): Promise<string> {
  let datum = await op.datum(dagen);
  while (!(new Date(datum).getUTCDay() === 2 && isWerkdag(datum) && !isWerkdag(plusDagen(datum, -1))))
    datum = plusDagen(datum, 1);
  return datum;
}

/** The first Saturday on or after a day. */
export function zaterdagNa(datum: string): string {
  let dag = datum;
  while (new Date(dag).getUTCDay() !== 6) dag = plusDagen(dag, 1);
  return dag;
}

/** The first holiday on or after a day that does not fall in a weekend. */
export function feestdagNa(datum: string): string {
  let dag = datum;
  while (isWerkdag(dag) || [0, 6].includes(new Date(dag).getUTCDay())) dag = plusDagen(dag, 1);
  return dag;
}

/** Plans a table; fails when it is refused. */
export async function planTafel(op: Opstelling, datum: string, wens: object = {}): Promise<void> {
  const { status, inhoud } = await op.vraag('POST', '/v1/tafels', { datum, ...wens });
  if (status !== 201) throw new Error(`status ${status}: ${JSON.stringify(inhoud)}`);
}

/** Signs a jeugdige up and puts the traject on the table of a day; resolves with its kenmerk. */
export async function opAgenda(
  op: Opstelling,
  datum: string,
  wijzig: Parameters<Opstelling['meldAan']>[0] = () => {},
): Promise<string> {
  const kenmerk = await op.meldAan(wijzig);
  await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
  await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: datum });
  return kenmerk;
}

/** A table as a coördinator reads it. */
export async function leesTafel(op: Opstelling, datum: string): Promise<Antwoord['inhoud']> {
  return (await op.vraag('GET', `/v1/tafels/${datum}`)).inhoud;
}

/** Lets virtual time pass until a moment (ms since the epoch). */
export async function verstrijkTot(op: Opstelling, moment: number): Promise<void> {
  await op.verstrijk(moment - (await op.nu()));
}

/** The address that a mail went to. */
export const ontvanger = (mail: ParsedMail): string => [mail.to].flat()[0]?.text ?? '';

/** The mails about a table, as they arrived. */
export const tafelMails = (op: Opstelling, datum: string): ParsedMail[] => op.mails(`tafel-${datum}`);

/** The calendar file in a mail, read by the library that Thunderbird's calendar is built on. */
export function agendabestand(mail: ParsedMail): { bron: string; method: string; event: ICAL.Event } {
  const delen = mail.attachments.filter(({ contentType }) => contentType === 'text/calendar');
  const bron = delen[0]?.content.toString('utf8') ?? '';
  const kalender = new ICAL.Component(ICAL.parse(bron));
  const deel = kalender.getFirstSubcomponent('vevent');
  if (!deel) throw new Error('no event in the calendar file');
  return {
    bron,
    method: String(kalender.getFirstPropertyValue('method')),
    event: new ICAL.Event(deel),
  };
}

/**
 * The calendar of one person, that does with a mail what RFC 5546 (3.2.2, 3.2.5) asks of a calendar: a REQUEST adds or
 * replaces what has its UID, a CANCEL takes that away, and what has a lower SEQUENCE than what is there is ignored.
 */
export class Agenda {
  readonly afspraken = new Map<string, { volgnummer: number; begin: string; plaats: string }>();
  private readonly gezien = new Map<string, number>();

  neem(mail: ParsedMail): void {
    const { method, event } = agendabestand(mail);
    if (event.sequence < (this.gezien.get(event.uid) ?? 0)) return;
    this.gezien.set(event.uid, event.sequence);
    if (method === 'CANCEL') this.afspraken.delete(event.uid);
    else
      this.afspraken.set(event.uid, {
        volgnummer: event.sequence,
        begin: event.startDate.toString(),
        plaats: event.location,
      });
  }
}
