/** What the tests of the doorbraak share: who waits, a doorbraak that begins, and what is agreed in it. */
import { expect } from 'vitest';
import type { Aanmelding } from '../../domain/aanmelding.ts';
import type { Sluitnorm } from '../../domain/doorbraak.ts';
import { doorbraakId } from '../../domain/doorbraakCodes.ts';
import { periodeOp } from '../../domain/periode.ts';
import { doorbraakKop } from '../../infra/doorbraken.ts';
import type { Antwoord, Opstelling, Vraag } from './opstelling.ts';
import { wachtTot } from './wachtTot.ts';

const manager: Vraag = { rol: 'manager' };

/** An aanmelding of a jeugdige of its own, with a maatregel that a GI carries out. */
export const metMaatregel =
  (bsn: string, gi: Aanmelding['jeugdige']['gi'] = 'william-schrikker') =>
  (a: Aanmelding): void => {
    Object.assign(a.jeugdige, { bsn, maatregel: 'ots', gi });
  };

/** An aanmelding of a jeugdige of its own, without a maatregel. */
export const zonder =
  (bsn: string) =>
  (a: Aanmelding): void => {
    const { gi: _gi, ...jeugdige } = a.jeugdige;
    a.jeugdige = { ...jeugdige, bsn, maatregel: 'geen' };
  };

/** The quarter of now. */
export async function kwartaalNu(op: Opstelling): Promise<string> {
  return periodeOp('kwartaal', await op.nu()).code;
}

/** A manager begins the doorbraak of a period; resolves with it, once its zaken have been chosen. */
export async function begin(op: Opstelling, periode: string): Promise<Antwoord['inhoud']> {
  const { status, inhoud } = await op.vraag('POST', '/v1/doorbraken', { periode }, manager);
  if (status !== 201) throw new Error(`status ${status}: ${JSON.stringify(inhoud)}`);
  return wachtTot(
    () => lees(op, periode),
    ({ versie }) => versie > 0,
  );
}

/** When a doorbraak that stays open is reminded of, told, and closes by itself. */
export async function sluitnormVan(op: Opstelling, periode: string): Promise<Sluitnorm> {
  const { sluitnorm } = doorbraakKop(await op.db.doorbraak.findUniqueOrThrow({ where: { periode } }));
  if (!sluitnorm) throw new Error(`${periode} has no sluitnorm`);
  return sluitnorm;
}

/** A doorbraak as somebody reads it. */
export async function lees(op: Opstelling, periode: string, wie: Vraag = {}): Promise<Antwoord['inhoud']> {
  const { status, inhoud } = await op.vraag('GET', `/v1/doorbraken/${periode}`, undefined, wie);
  expect(status).toBe(200);
  return inhoud;
}

/** The zaak of a traject in a doorbraak, as the coördinator reads it. */
export async function leesZaak(
  op: Opstelling,
  periode: string,
  kenmerk: string,
): Promise<Antwoord['inhoud']> {
  const { groepen } = await lees(op, periode);
  return groepen
    .flatMap(({ groep, zaken }: { groep: string; zaken: object[] }) =>
      zaken.map((zaak) => ({ groep, ...zaak })),
    )
    .find((zaak: { kenmerk: string }) => zaak.kenmerk === kenmerk);
}

/** A decision on a zaak, or on the doorbraak when no kenmerk is given; the answer as it came. */
export function besluit(
  op: Opstelling,
  periode: string,
  soort: string,
  inhoud: object = {},
  kenmerk?: string,
): Promise<Antwoord> {
  const plek = kenmerk ? `zaken/${kenmerk}/` : '';
  return op.vraag('POST', `/v1/doorbraken/${periode}/${plek}${soort}`, inhoud);
}

/** As `besluit`; fails when it is refused. */
export async function gelukt(...vraag: Parameters<typeof besluit>): Promise<Antwoord['inhoud']> {
  const { status, inhoud } = await besluit(...vraag);
  if (status !== 200) throw new Error(`status ${status}: ${JSON.stringify(inhoud)}`);
  return inhoud;
}

/** The e-mails of a doorbraak of one kind in the register, once there are so many and all have left. */
export function mails(op: Opstelling, periode: string, soort: string, aantal: number) {
  return wachtTot(
    () =>
      op.db.bericht.findMany({
        where: { kenmerk: doorbraakId(periode), soort },
        orderBy: [{ klaarTijdstip: 'asc' }, { geadresseerde: 'asc' }],
      }),
    (rijen) => rijen.length === aantal && rijen.every(({ status }) => status === 'verzonden'),
  );
}

/** Whether a traject shows that it is gone through. */
export async function isOnder(op: Opstelling, kenmerk: string): Promise<boolean> {
  return (await op.traject(kenmerk)).signalen.includes('doorbraak');
}

/** Waits until a traject shows that it is gone through, or no longer. */
export function totOnder(op: Opstelling, kenmerk: string, is: boolean): Promise<boolean> {
  return wachtTot(
    () => isOnder(op, kenmerk),
    (nu) => nu === is,
  );
}
