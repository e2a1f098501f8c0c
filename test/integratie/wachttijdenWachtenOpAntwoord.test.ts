/** The wachttijden are not published while an answer to their uitvraag is stored and nobody has taken it yet. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { periodeEerder, periodeOp } from '../../domain/periode.ts';
import { uitvraagId } from '../../domain/uitvraagCodes.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { wachtTot } from '../support/wachtTot.ts';
import { antwoordMet, vak } from '../support/wachttijden.ts';
import { bewaarUitvraag } from '../support/wachttijdrijen.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt' });
});
afterAll(() => op.sluit());

it('de wachttijden wachten met publiceren op een antwoord dat is bewaard en nog niet is verwerkt', async () => {
  const { code } = periodeEerder(periodeOp('kwartaal', await op.nu()));
  await bewaarUitvraag(op.db, code, [antwoordMet([vak('lvb', 'ambulant', 60, 30, 20)])]);
  const id = randomUUID();
  const ingediendTijdstip = new Date(await op.nu());
  const invoer = {
    id,
    wie: 'aanbieder-01-contact-1',
    rol: 'aanbieder',
    idempotencyKey: id,
    bodyHash: 'hash',
  };
  const vraag = { kenmerk: uitvraagId(code), soort: 'antwoord', codes: { aanbieder: 'aanbieder-01' } };
  await op.db.invoer.create({ data: { ...invoer, ...vraag, vrijeTekst: {}, ingediendTijdstip } });

  const workflow = await op.client.workflow.start('rapportage', {
    workflowId: `wachttijdenverslag-${code}`,
    taskQueue: op.instellingen.ZL_TASK_QUEUE,
    args: [{ soort: 'wachttijden', periode: code, versie: 1 }],
  });
  const { raw } = await wachtTot(
    () => workflow.describe(),
    (nu) => (nu.raw.pendingActivities?.[0]?.attempt ?? 0) > 1,
  );
  expect(raw.pendingActivities?.[0]?.lastFailure?.message).toContain('nog niet verwerkt');
  expect(await op.db.rapport.count()).toBe(0);

  await op.db.invoerUitkomst.create({
    data: { invoerId: id, uitkomst: 'geweigerd', antwoord: {}, tijdstip: ingediendTijdstip },
  });
  await workflow.result();
  expect(await op.db.rapport.findMany()).toMatchObject([{ soort: 'wachttijden', periode: code, versie: 1 }]);
});
