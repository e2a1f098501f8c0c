/** What the stories of the practice share: bringing a traject somewhere, and seeing afterwards what happened in it. */
import { expect } from 'vitest';
import type { Aanmelding } from '../../domain/aanmelding.ts';
import { werkdagenVanaf } from '../../domain/werkdagen.ts';
import { besproken } from './bespreking.ts';
import type { Opstelling, Vraag } from './opstelling.ts';
import { werkdagOver } from './tafels.ts';
import { wachtTot } from './wachtTot.ts';

const minuut = 60_000;
const uur = 60 * minuut;

/** A new aanmelding that waits for a date at the table; resolves with its kenmerk. */
export async function inVoorbereiding(op: Opstelling, wijzig?: (a: Aanmelding) => void): Promise<string> {
  const kenmerk = await op.meldAan(wijzig);
  await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
  return kenmerk;
}

/** A new aanmelding that is on the table of so many days from now. */
export async function inBespreking(
  op: Opstelling,
  dagen = 0,
  wijzig?: (a: Aanmelding) => void,
): Promise<string> {
  const kenmerk = await inVoorbereiding(op, wijzig);
  await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, dagen) });
  return kenmerk;
}

/**
 * A new aanmelding of which these aanbieders investigate, with the afspraken of the verslag; resolves with the kenmerk and the ids of
 * the onderzoeken.
 */
export async function inOnderzoek(
  op: Opstelling,
  aanbieders: readonly string[],
  wijzig?: (a: Aanmelding) => void,
  afspraken?: readonly object[],
): Promise<{ kenmerk: string; onderzoeken: string[] }> {
  const kenmerk = await inBespreking(op, 0, wijzig);
  const { onderzoeken } = await op.besluit(kenmerk, 'verslag', {
    aanbieders,
    ...besproken,
    verslag: 'Zij onderzoeken.',
    ...(afspraken ? { afspraken } : {}),
  });
  return { kenmerk, onderzoeken };
}

/** Makes the question of an aanmelding zeer complex: its ambitie is four weeks. */
export function zeerComplex(aanmelding: Aanmelding): void {
  aanmelding.complexiteit = 'zeer-complex';
}

/** Answers in an onderzoek and waits until its traject has heard it. */
export async function antwoordt(op: Opstelling, onderzoek: string, inhoud: object): Promise<void> {
  const gehoord = () =>
    op.db.gebeurtenis.count({ where: { oorzaak: { startsWith: `gemeld:${onderzoek}:` } } });
  const eerder = await gehoord();
  await op.aanbiederZegt(onderzoek, 'antwoord', inhoud);
  await wachtTot(gehoord, (nu) => nu > eerder);
}

/** A new aanmelding for which the first of these aanbieders is chosen, with what else the keuze says. */
export async function inOverbrugging(op: Opstelling, keuze: object): Promise<string> {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01']);
  await antwoordt(op, onderzoeken[0] ?? '', { antwoord: 'aanbod' });
  await op.besluit(kenmerk, 'keuze', { aanbieders: ['aanbieder-01'], ...keuze });
  return kenmerk;
}

/** Asks for a decision that is refused; resolves with the status, the code of the problem and what it says. */
export async function geweigerd(
  op: Opstelling,
  kenmerk: string,
  soort: string,
  inhoud: object,
  wie: Vraag = {},
): Promise<{ status: number; code: string; detail: string; velden: string[]; toegestaan: string[] }> {
  const { status, inhoud: probleem } = await op.vraag(
    'POST',
    `/v1/trajecten/${kenmerk}/${soort}`,
    inhoud,
    wie,
  );
  return {
    status,
    code: String(probleem.type).split(':').at(-1) ?? '',
    detail: probleem.detail,
    velden: (probleem.velden ?? []).map(({ veld }: { veld: string }) => veld),
    toegestaan: probleem.toegestaan ?? [],
  };
}

/** The lines of the story of one kind, oldest first. */
export function regels(op: Opstelling, kenmerk: string, soort: string) {
  return op.db.gebeurtenis.findMany({ where: { kenmerk, soort }, orderBy: { tijdstip: 'asc' } });
}

/** Waits until the story has so many lines of a kind; resolves with them. */
export function totRegels(op: Opstelling, kenmerk: string, soort: string, aantal: number) {
  return wachtTot(
    () => regels(op, kenmerk, soort),
    (lijst) => lijst.length === aantal,
  );
}

/** Waits until so many e-mails of a kind have left; resolves with whom they were for, as codes in order. */
export async function ontvangers(
  op: Opstelling,
  kenmerk: string,
  soort: string,
  aantal: number,
): Promise<string[]> {
  const rijen = await wachtTot(
    () => op.db.bericht.findMany({ where: { kenmerk, soort } }),
    (lijst) => lijst.length === aantal && lijst.every(({ status }) => status === 'verzonden'),
  );
  return rijen.map(({ geadresseerde }) => geadresseerde).sort();
}

/** Why a traject is vastgelopen now: reason, on whom and who. */
export async function vastgelopen(
  op: Opstelling,
  kenmerk: string,
): Promise<{ reden: string; op: string; wie: string | null }[]> {
  const lijst = (await op.traject(kenmerk)).vastgelopen;
  return lijst.map(({ reden, op: waar, wie }: { reden: string; op: string; wie: string | null }) => ({
    reden,
    op: waar,
    wie,
  }));
}

/** Waits until a traject is vastgelopen for this reason, or is not any more. */
export function totVastgelopen(op: Opstelling, kenmerk: string, reden: string, is = true) {
  return wachtTot(
    () => vastgelopen(op, kenmerk),
    (lijst) => lijst.some((een) => een.reden === reden) === is,
  );
}

/** Lets virtual time pass until a minute after this moment (ms since the epoch), unless it is that late already. */
export async function verstrijkVoorbij(op: Opstelling, moment: number): Promise<void> {
  const over = moment - (await op.nu()) + minuut;
  if (over > 0) await op.verstrijk(over);
}

/** 09:00 in the Netherlands after so many whole werkdagen since this moment, ms since the epoch. */
export function naWerkdagen(sinds: number, aantal: number): number {
  return werkdagenVanaf(sinds - 24 * uur, aantal + 10).filter((dagBegin) => dagBegin >= sinds)[aantal] ?? 0;
}

/** 09:00 in the Netherlands on the so manieth werkdag after a day (yyyy-mm-dd), ms since the epoch. */
export function werkdagNa(datum: string, aantal: number): number {
  return naWerkdagen(Date.parse(datum) + 12 * uur, aantal);
}

/** That something happened at this moment (ms since the epoch) and not earlier; a timer fires a little late. */
export function verwachtMoment(tijdstip: Date | undefined, moment: number): void {
  const over = (tijdstip?.getTime() ?? 0) - moment;
  expect(over, `${tijdstip?.toISOString()} bij ${new Date(moment).toISOString()}`).toBeGreaterThanOrEqual(0);
  expect(over, `${tijdstip?.toISOString()} bij ${new Date(moment).toISOString()}`).toBeLessThan(uur);
}

/** Takes decisions that change nothing until a traject goes on in a new history; on a server that suggests that early. */
export async function gaatDoorAlsNieuw(op: Opstelling, kenmerk: string): Promise<void> {
  const traject = op.trajectWorkflow(kenmerk);
  const { runId } = await traject.describe();
  for (let keer = 0; keer < 60; keer += 1) {
    await besluitOfLater(op, kenmerk);
    if ((await traject.describe()).runId !== runId) return;
  }
  throw new Error(`${kenmerk} did not continue as new`);
}

/**
 * Speaks about the jeugdige. Where a worker has just gone, the server can keep an update longer than the API waits; then the
 * answer is 202 and the reconciler brings it to its outcome (docs/decisions/0009).
 */
async function besluitOfLater(op: Opstelling, kenmerk: string): Promise<void> {
  const contact = { met: 'ouders', verslag: 'Het gaat.' };
  const { status, inhoud } = await op.vraag('POST', `/v1/trajecten/${kenmerk}/contact`, contact);
  if (status === 200) return;
  expect(status).toBe(202);
  await wachtTot(
    async () => {
      await op.nu();
      await op.herstel();
      return op.db.invoerUitkomst.count({ where: { invoerId: inhoud.invoerId, uitkomst: 'verwerkt' } });
    },
    (aantal) => aantal === 1,
  );
}
