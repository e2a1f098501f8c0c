/** What a test asks of a traject that runs, in virtual time: where it stands, what it says, which mails it sent. */
import type { ParsedMail } from 'mailparser';
import type { BerichtSoort } from '../../domain/berichten.ts';
import type { WachtSoort } from '../../domain/codes.ts';
import { datumInNederland, isWerkdag, negenUurOp } from '../../domain/werkdagen.ts';
import type { Opstelling } from './opstelling.ts';
import { wachtTot } from './wachtTot.ts';

const uur = 60 * 60 * 1000;
const dag = 24 * uur;

/** Lets virtual time pass until a moment (ms since the epoch). */
export async function springNaar(op: Opstelling, moment: number): Promise<void> {
  await op.verstrijk(moment - (await op.nu()));
}

/** An hour past a moment (ms since the epoch): what was due then has happened, and nothing much later. */
export const evenNa = (moment: number): number => moment + uur;

/** The day so many days after a day (both yyyy-mm-dd). */
export function dagenLater(datum: string, aantal: number): string {
  return new Date(Date.parse(datum) + aantal * dag).toISOString().slice(0, 10);
}

/** 09:00 in the Netherlands once so many whole werkdagen have passed after `sinds` (both ms since the epoch). */
export function naHeleWerkdagen(sinds: number, aantal: number): number {
  let datum = datumInNederland(sinds);
  // Before 09:00 the day itself is a whole werkdag still.
  if (negenUurOp(datum) < sinds) datum = dagenLater(datum, 1);
  for (let geteld = 0; ; datum = dagenLater(datum, 1)) {
    if (!isWerkdag(datum)) continue;
    if (geteld === aantal) return negenUurOp(datum);
    geteld += 1;
  }
}

/** Waits until these, and only these, are the reasons for which a traject is vastgelopen; resolves with them. */
export async function totVastgelopen(op: Opstelling, kenmerk: string, redenen: WachtSoort[]) {
  const traject = await wachtTot(
    () => op.traject(kenmerk),
    ({ vastgelopen }) =>
      vastgelopen
        .map(({ reden }: { reden: string }) => reden)
        .sort()
        .join() === redenen.toSorted().join(),
  );
  return traject.vastgelopen as { reden: string; op: string; wie: string | null; sindsTijdstip: string }[];
}

/** Waits until a reason stands among those for which a traject is vastgelopen; resolves with it. */
export async function totReden(op: Opstelling, kenmerk: string, reden: WachtSoort) {
  const traject = await wachtTot(
    () => op.traject(kenmerk),
    ({ vastgelopen }) => vastgelopen.some((een: { reden: string }) => een.reden === reden),
  );
  return traject.vastgelopen.find((een: { reden: string }) => een.reden === reden);
}

/** The reasons for which a traject is vastgelopen now. */
export async function redenenNu(op: Opstelling, kenmerk: string): Promise<string[]> {
  const { vastgelopen } = await op.traject(kenmerk);
  return vastgelopen.map(({ reden }: { reden: string }) => reden);
}

/** A search attribute of a traject, as Temporal has it. */
export async function zoekattribuut(op: Opstelling, kenmerk: string, naam: string): Promise<unknown> {
  const { searchAttributes } = await op.trajectWorkflow(kenmerk).describe();
  return searchAttributes[naam];
}

/** Waits for so many mails of a kind; resolves with the register, oldest first, and fails when there are more. */
export async function verzonden(op: Opstelling, kenmerk: string, soort: BerichtSoort, aantal: number) {
  return wachtTot(
    () => op.db.bericht.findMany({ where: { kenmerk, soort }, orderBy: { klaarTijdstip: 'asc' } }),
    (rijen) => rijen.length === aantal && rijen.every(({ status }) => status === 'verzonden'),
  );
}

/** Waits for the mail about a traject with this heading; resolves with it. */
export async function mailMetKop(op: Opstelling, kenmerk: string, kop: string): Promise<ParsedMail> {
  const mail = await wachtTot(
    () => op.mails(kenmerk).find(({ subject }) => subject === `${kop} (${kenmerk})`) ?? null,
    (gevonden) => gevonden !== null,
  );
  return mail as ParsedMail;
}

/** What a mail says, on one line. */
export const tekstVan = (mail: ParsedMail): string => (mail.text ?? '').replace(/\s+/g, ' ');

/** To which address a mail went. */
export const adresVan = (mail: ParsedMail): string | undefined => [mail.to].flat()[0]?.text;

/** The sentences of the story of a traject that are of one kind, oldest first. */
export async function zinnen(op: Opstelling, kenmerk: string, soort: string): Promise<string[]> {
  const { inhoud } = await op.vraag('GET', `/v1/trajecten/${kenmerk}/gebeurtenissen`);
  return inhoud.gebeurtenissen
    .filter((een: { soort: string }) => een.soort === soort)
    .map(({ tekst }: { tekst: string }) => tekst);
}

/** When something of a kind happened in a traject, ms since the epoch, oldest first. */
export async function momenten(op: Opstelling, kenmerk: string, soort: string): Promise<number[]> {
  const rijen = await op.db.gebeurtenis.findMany({
    where: { kenmerk, soort },
    orderBy: { tijdstip: 'asc' },
  });
  return rijen.map(({ tijdstip }) => tijdstip.getTime());
}
