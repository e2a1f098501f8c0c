/** What the tests of uitvragen share: beginning one, answering it, and the mails that it sends. */
import { randomUUID } from 'node:crypto';
import proto from '@temporalio/proto';
import type { ParsedMail } from 'mailparser';
import { uitvraagId } from '../../domain/uitvraagCodes.ts';
import type { KwartaalAntwoord } from '../../domain/uitvraagInvulling.ts';
import { kwartaalVanSchema } from '../../domain/uitvraagkalender.ts';
import type { Antwoord, Opstelling } from './opstelling.ts';
import { ontvanger, verstrijkTot } from './tafels.ts';
import { wachtTot } from './wachtTot.ts';

/** Runs the starter as its Schedule does, now; resolves with the code of the quarter that has just ended. */
export async function beginKwartaal(op: Opstelling): Promise<string> {
  const code = kwartaalVanSchema(await op.nu())?.code ?? '';
  await op.client.workflow.execute('planUitvraag', {
    workflowId: `plan-uitvraag-${randomUUID()}`,
    taskQueue: op.instellingen.ZL_TASK_QUEUE,
    args: [],
  });
  return code;
}

/** Begins an extra uitvraag; fails when it is refused. Resolves with its code. */
export async function beginExtra(op: Opstelling, peilDatum: string, aanbieders: string[]): Promise<string> {
  const { status, inhoud } = await op.vraag('POST', '/v1/uitvragen', {
    soort: 'extra',
    peilDatum,
    aanbieders,
  });
  if (status !== 201) throw new Error(`status ${status}: ${JSON.stringify(inhoud)}`);
  return inhoud.code;
}

/** One sector in one vorm. */
export function rij(
  wachtend: number,
  rest: Partial<KwartaalAntwoord['wachtenden'][number]> = {},
): KwartaalAntwoord['wachtenden'][number] {
  return { sector: 'lvb', vorm: 'ambulant', wachtend, drieMaanden: 0, overbrugging: 0, ...rest };
}

/** Answers the quarterly uitvraag as an aanbieder. */
export function antwoord(
  op: Opstelling,
  code: string,
  aanbieder: string,
  inhoud: object,
  sleutel: string = randomUUID(),
): Promise<Antwoord> {
  return op.vraag('POST', `/v1/uitvragen/${code}/antwoord`, inhoud, { rol: 'aanbieder', aanbieder, sleutel });
}

/** Answers an extra uitvraag as an aanbieder. */
export function noemt(
  op: Opstelling,
  code: string,
  aanbieder: string,
  jeugdigen: readonly object[],
): Promise<Antwoord> {
  return op.vraag('POST', `/v1/uitvragen/${code}/jeugdigen`, { jeugdigen }, { rol: 'aanbieder', aanbieder });
}

/** An uitvraag as a manager reads it. */
export async function leesUitvraag(op: Opstelling, code: string): Promise<Antwoord['inhoud']> {
  return (await op.vraag('GET', `/v1/uitvragen/${code}`, undefined, { rol: 'manager' })).inhoud;
}

/** The figures as a manager reads them. */
export async function leesCijfers(
  op: Opstelling,
  code: string,
  versie?: number,
): Promise<Antwoord['inhoud']> {
  const zoek = versie === undefined ? '' : `?versie=${versie}`;
  return (await op.vraag('GET', `/v1/uitvragen/${code}/cijfers${zoek}`, undefined, { rol: 'manager' }))
    .inhoud;
}

/** The mails of an uitvraag whose subject begins with this. */
export function uitvraagMails(op: Opstelling, code: string, begin = ''): ParsedMail[] {
  return op.mails(`(${uitvraagId(code)})`).filter(({ subject }) => subject?.startsWith(begin));
}

export const vraagBegin = 'Hoeveel jeugdigen wachten';
export const herinneringBegin = 'Herinnering';

/** Waits until so many mails of an uitvraag have arrived; resolves with whom they went to. */
export async function wachtOpMails(
  op: Opstelling,
  code: string,
  begin: string,
  aantal: number,
): Promise<string[]> {
  await wachtTot(
    () => uitvraagMails(op, code, begin).length,
    (nu) => nu >= aantal,
  );
  return uitvraagMails(op, code, begin).map(ontvanger);
}

/** Lets virtual time pass until just after a moment of the uitvraag, and waits until its row stands as `klopt` says. */
export async function tot(
  op: Opstelling,
  code: string,
  moment: number,
  klopt: (uitvraag: Antwoord['inhoud']) => boolean,
): Promise<Antwoord['inhoud']> {
  await verstrijkTot(op, moment + 1);
  return wachtTot(() => leesUitvraag(op, code), klopt);
}

/** Lets virtual time pass until the uitvraag has closed. */
export async function totGesloten(op: Opstelling, code: string): Promise<Antwoord['inhoud']> {
  for (const nummer of [1, 2]) {
    const rijen = await op.db.uitvraag.findUniqueOrThrow({ where: { code } });
    const { herinneringTijdstippen } = rijen.begin as unknown as { herinneringTijdstippen: number[] };
    const moment = herinneringTijdstippen[nummer - 1] ?? 0;
    if (moment > (await op.nu())) await tot(op, code, moment, ({ herinneringen }) => herinneringen >= nummer);
    await alleMailsWeg(op);
  }
  const { sluitTijdstip } = await leesUitvraag(op, code);
  return tot(op, code, Date.parse(sluitTijdstip), ({ status }) => status === 'gesloten');
}

/** All that the history of a workflow holds, as text in which can be searched, and how many events it has. */
export async function geschiedenis(op: Opstelling, id: string): Promise<{ tekst: string; events: number }> {
  const history = await op.workflow(id).fetchHistory();
  const bytes = proto.temporal.api.history.v1.History.encode(history as never).finish();
  return { tekst: Buffer.from(bytes).toString('utf8'), events: history.events?.length ?? 0 };
}

/** Waits until no mail is under way, and none is about to be. */
export async function alleMailsWeg(op: Opstelling): Promise<void> {
  await wachtTot(
    async () => {
      let pending = 0;
      const rijen = await op.db.uitvraag.findMany({ where: { versie: { gt: 0 } } });
      for (const { code } of rijen) {
        const { raw } = await op.workflow(uitvraagId(code)).describe();
        pending += raw.pendingActivities?.length ?? 0;
      }
      return pending + (await op.db.bericht.count({ where: { status: { in: ['klaar', 'onbekend'] } } }));
    },
    (onderweg) => onderweg === 0,
  );
}
