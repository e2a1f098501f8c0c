import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginUitvraag } from '../../domain/uitvraag.ts';
import { uitvraagId } from '../../domain/uitvraagCodes.ts';
import { uitvraagMomenten } from '../../domain/uitvraagkalender.ts';
import { overnameNa } from '../../infra/herstel.ts';
import { maakUitvraag } from '../../infra/uitvragen.ts';
import type { Prisma } from '../../prisma/client/client.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { leesCijfers, leesUitvraag, totGesloten, vraagBegin, wachtOpMails } from '../support/uitvragen.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

/** An Invoer as the API leaves it when it dies right after storing. */
async function blijftLiggen(
  code: string,
  soort: string,
  codes: Prisma.InputJsonObject,
  vrijeTekst: Prisma.InputJsonObject = {},
): Promise<string> {
  const id = randomUUID();
  await op.db.invoer.create({
    data: {
      id,
      wie: 'aanbieder-01-contact-1',
      rol: 'aanbieder',
      idempotencyKey: id,
      bodyHash: 'hash',
      soort,
      kenmerk: uitvraagId(code),
      codes,
      vrijeTekst,
      ingediendTijdstip: new Date((await op.nu()) - overnameNa - 1_000),
    },
  });
  return id;
}

const afdruk = (bsnIndex: string) => ({
  jeugdigen: [
    { bsnIndex, zorgsoort: 'kdc', vorm: 'ambulant', gemeente: 'delft', wachtSindsDatum: '2025-01-01' },
  ],
});

describe('een uitvraag waarvan de API is weggevallen', () => {
  it('begint alsnog, en een antwoord dat bleef liggen telt alsnog mee, of wordt geweigerd als zij intussen dicht is', async () => {
    const peilDatum = await op.datum(-1);
    const code = `extra-${peilDatum}`;
    const begonnenTijdstip = await op.nu();
    const aanbieders = ['aanbieder-01', 'aanbieder-02'];
    const begin = {
      code,
      soort: 'extra',
      begonnenTijdstip,
      aanbieders,
      perMinuut: 30,
      basisUrl: '',
    } as const;
    await op.db.$transaction((tx) =>
      maakUitvraag(tx, beginUitvraag(begin, uitvraagMomenten(begonnenTijdstip))),
    );
    await blijftLiggen(code, 'uitvraag', { peilDatum, aanbieders });
    await op.herstel();
    await wachtOpMails(op, code, vraagBegin, 2);

    const antwoord = await blijftLiggen(
      code,
      'antwoord',
      { aanbieder: 'aanbieder-01' },
      afdruk('een-afdruk'),
    );
    await op.herstel();
    await op.herstel();
    expect((await leesCijfers(op, code)).extra).toMatchObject({ geantwoord: 1, jeugdigen: 1 });
    expect(await op.db.uitvraagAntwoord.findMany()).toMatchObject([{ id: antwoord, versie: 1 }]);

    await totGesloten(op, code);
    const laat = await blijftLiggen(
      code,
      'antwoord',
      { aanbieder: 'aanbieder-02' },
      afdruk('nog-een-afdruk'),
    );
    await op.herstel();
    expect(await op.db.invoerUitkomst.findUnique({ where: { invoerId: laat } })).toMatchObject({
      uitkomst: 'geweigerd',
      antwoord: { code: 'afgesloten' },
    });
    expect(await leesUitvraag(op, code)).toMatchObject({
      status: 'gesloten',
      geantwoord: 1,
      cijferversie: 1,
    });
  });
});
