/** An answer that was given in time counts, also when nobody could take it until the uitvraag had closed. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { uitvraagId } from '../../domain/uitvraagCodes.ts';
import { overnameNa } from '../../infra/herstel.ts';
import type { Prisma } from '../../prisma/client/client.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { verstrijkTot } from '../support/tafels.ts';
import {
  alleMailsWeg,
  beginExtra,
  leesCijfers,
  leesUitvraag,
  noemt,
  tot,
  vraagBegin,
  wachtOpMails,
} from '../support/uitvragen.ts';

const uur = 3_600_000;
const kind = { zorgsoort: 'kdc', vorm: 'ambulant', gemeente: 'delft', wachtSindsDatum: '2025-01-01' };

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

const invoerVan = (aanbieder: string) =>
  op.db.invoer.findFirstOrThrow({
    where: { soort: 'antwoord', codes: { path: ['aanbieder'], equals: aanbieder } },
    include: { uitkomst: true },
  });

/** The same answer as the API stored for `voorbeeld`, now and of another aanbieder, while nobody is there to take it. */
async function blijftLiggen(voorbeeld: string, aanbieder: string): Promise<void> {
  const { uitkomst: _, ...rest } = await invoerVan(voorbeeld);
  const nu = await op.nu();
  const id = randomUUID();
  await op.db.invoer.create({
    data: {
      ...rest,
      id,
      idempotencyKey: id,
      wie: `${aanbieder}-contact-1`,
      codes: { ...(rest.codes as object), aanbieder, gegevenTijdstip: nu },
      vrijeTekst: rest.vrijeTekst as Prisma.InputJsonObject,
      ingediendTijdstip: new Date(nu),
    },
  });
}

it('een antwoord dat op tijd is gegeven, telt mee, ook als het pas na het sluiten kon worden genomen; met een spoor', async () => {
  const code = await beginExtra(op, await op.datum(-1), ['aanbieder-01', 'aanbieder-02', 'aanbieder-03']);
  await wachtOpMails(op, code, vraagBegin, 3);
  await alleMailsWeg(op);
  const gegeven = await op.nu();
  expect((await noemt(op, code, 'aanbieder-03', [{ ...kind, bsn: '999990019' }])).status).toBe(200);
  // The moment travels as a code, so that it cannot be made up later.
  expect((await invoerVan('aanbieder-03')).codes).toEqual({
    aanbieder: 'aanbieder-03',
    gegevenTijdstip: expect.any(Number),
  });
  expect(
    Date.parse((await leesUitvraag(op, code)).aanbieders[2].laatsteAntwoordTijdstip),
  ).toBeGreaterThanOrEqual(gegeven);

  const { sluitTijdstip } = await leesUitvraag(op, code);
  const sluit = Date.parse(sluitTijdstip);
  const { herinneringTijdstippen } = (await op.db.uitvraag.findUniqueOrThrow({ where: { code } }))
    .begin as unknown as { herinneringTijdstippen: number[] };
  for (const [nummer, moment] of herinneringTijdstippen.entries()) {
    await tot(op, code, moment, ({ herinneringen }) => herinneringen === nummer + 1);
    await alleMailsWeg(op);
  }
  await verstrijkTot(op, sluit - uur);
  await blijftLiggen('aanbieder-03', 'aanbieder-01');
  await tot(op, code, sluit + uur, ({ status }) => status === 'gesloten');
  await blijftLiggen('aanbieder-03', 'aanbieder-02');
  await op.verstrijk(overnameNa + 1_000);

  // Who sends the late answer past the API, as if it had been given in time, gets nothing: its Invoer does not say so.
  const telaat = await invoerVan('aanbieder-02');
  const vervalst = { ...(telaat.codes as object), gegevenTijdstip: sluit - uur };
  await expect(
    op
      .workflow(uitvraagId(code))
      .executeUpdate('antwoord', { args: [{ invoerId: telaat.id, codes: vervalst }] }),
  ).rejects.toThrow();
  expect(await leesUitvraag(op, code)).toMatchObject({ geantwoord: 1, cijferversie: 1 });
  await op.herstel();

  expect((await invoerVan('aanbieder-01')).uitkomst).toMatchObject({ uitkomst: 'verwerkt' });
  expect((await invoerVan('aanbieder-02')).uitkomst).toMatchObject({
    uitkomst: 'geweigerd',
    antwoord: { code: 'afgesloten' },
  });
  const uitvraag = await leesUitvraag(op, code);
  expect(uitvraag).toMatchObject({
    status: 'gesloten',
    gevraagd: 3,
    geantwoord: 2,
    responsProcent: 67,
    cijferversie: 2,
    aanbieders: [
      { heeftGeantwoord: true, isNagekomen: false, laatsteAntwoordTijdstip: expect.any(String) },
      { heeftGeantwoord: false },
      { heeftGeantwoord: true },
    ],
  });
  expect(Date.parse(uitvraag.aanbieders[0].laatsteAntwoordTijdstip)).toBeLessThan(sluit);
  expect((await leesCijfers(op, code)).extra).toMatchObject({ geantwoord: 2, jeugdigen: 1, dubbel: 1 });
  expect((await leesCijfers(op, code, 1)).extra).toMatchObject({ geantwoord: 1, jeugdigen: 1, dubbel: 0 });
  expect(uitvraag.verloop.map(({ wat }: { wat: string }) => wat)).toEqual([
    'uitvraag-begonnen',
    'uitvraag-herinnerd',
    'uitvraag-herinnerd',
    'uitvraag-gesloten',
    'uitvraag-alsnog-beantwoord',
  ]);
  expect(uitvraag.verloop.at(-1)).toMatchObject({ wie: 'aanbieder-01-contact-1' });

  // It is one answer, also when the reconciler comes by again.
  await op.herstel();
  expect(await op.db.uitvraagAntwoord.count()).toBe(2);
});
