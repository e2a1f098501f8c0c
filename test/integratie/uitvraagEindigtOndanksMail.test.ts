/** An uitvraag ends, also when an address answers "later" for ever: an e-mail that has become useless is tried no more, and somebody is told. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { beginUitvraag } from '../../domain/uitvraag.ts';
import { extraCode, uitvraagId } from '../../domain/uitvraagCodes.ts';
import { maakUitvraag } from '../../infra/uitvragen.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { leesUitvraag } from '../support/uitvragen.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt' });
});
afterAll(() => op.sluit());

it('een uitvraag eindigt ook als een aanbieder en de manager steeds "later" antwoorden; het team hoort bij wie de e-mail niet aankwam', async () => {
  const managers = await op.db.medewerker.findMany({ where: { rol: 'manager' } });
  op.smtp.steedsLater.add('zorglogistiek@aanbieder-02.example');
  for (const { email } of managers) op.smtp.steedsLater.add(email);

  const code = extraCode(await op.datum(-1));
  const begonnenTijdstip = await op.nu();
  // One that lives for seconds: the next attempt at an e-mail comes after its end.
  const momenten = {
    herinneringTijdstippen: [],
    sluitTijdstip: begonnenTijdstip + 5_000,
    afrondTijdstip: begonnenTijdstip + 5_001,
  };
  const aanbieders = ['aanbieder-01', 'aanbieder-02'];
  const begin = { code, soort: 'extra', begonnenTijdstip, aanbieders, perMinuut: 30, basisUrl: '' } as const;
  const toestand = beginUitvraag(begin, momenten);
  await op.db.$transaction((tx) => maakUitvraag(tx, toestand));
  const workflow = await op.client.workflow.start('wachttijdUitvraag', {
    workflowId: uitvraagId(code),
    taskQueue: op.instellingen.ZL_TASK_QUEUE,
    args: [toestand],
  });
  expect(await workflow.result()).toEqual({ gevraagd: 2, geantwoord: 0, responsProcent: 0 });
  const berichten = await op.db.bericht.findMany({
    where: { kenmerk: uitvraagId(code), soort: { not: 'bericht-mislukt' } },
    orderBy: [{ soort: 'asc' }, { geadresseerde: 'asc' }],
  });
  expect(berichten.map(({ soort, geadresseerde, status }) => [soort, geadresseerde, status])).toEqual([
    ['uitvraag', 'aanbieder-01-contact-1', 'verzonden'],
    ['uitvraag', 'aanbieder-02-contact-1', 'mislukt'],
    ...managers.map(({ code: manager }) => ['uitvraag-gesloten', manager, 'mislukt']),
  ]);
  expect(berichten[1]?.pogingen).toBeGreaterThan(0);
  const { status, aanbieders: gevraagd } = await leesUitvraag(op, code);
  expect({ status, gevraagd }).toMatchObject({
    status: 'afgerond',
    gevraagd: [{ isNietBezorgd: false }, { isNietBezorgd: true }],
  });
  expect(op.mails(`(${uitvraagId(code)})`).map(({ subject }) => subject)).toContain(
    `Een e-mail kan niet worden bezorgd (${uitvraagId(code)})`,
  );
});
