import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uitvraagId } from '../../domain/uitvraagCodes.ts';
import { maakKluis } from '../../infra/bsn.ts';
import { maakLogboek } from '../../infra/logboek.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { sdkLog } from '../support/runtime.ts';
import {
  alleMailsWeg,
  beginExtra,
  geschiedenis,
  leesCijfers,
  leesUitvraag,
  noemt,
  vraagBegin,
  wachtOpMails,
} from '../support/uitvragen.ts';

/** Numbers that pass the 11-check. */
const bsns = ['999990019', '123456782', '999990500', '111222333'];
const [a = '', b = '', c = '', d = ''] = bsns;

let op: Opstelling;
let peilDatum: string;
let code: string;
const logregels: string[] = [];
beforeAll(async () => {
  sdkLog.hoor = (regel) => logregels.push(inspect(regel, { depth: 12 }));
  op = await maakOpstelling({
    tijd: 'virtueel',
    logboek: maakLogboek('test', 'trace', { write: (regel) => logregels.push(regel) }),
  });
  peilDatum = await op.datum(0);
  code = await beginExtra(op, peilDatum, ['aanbieder-01', 'aanbieder-02', 'aanbieder-03']);
  await wachtOpMails(op, code, vraagBegin, 3);
  await alleMailsWeg(op);
});
afterAll(async () => {
  sdkLog.hoor = () => {};
  await op.sluit();
});

const kind = (bsn: string, rest: object = {}) => ({
  bsn,
  zorgsoort: 'behandeling',
  vorm: 'ambulant',
  gemeente: 'den-haag',
  wachtSindsDatum: '2025-01-15',
  ...rest,
});

describe('een extra uitvraag', () => {
  it('wordt begonnen voor genoemde aanbieders op een peildatum, één keer', async () => {
    const wens = { soort: 'extra', peilDatum, aanbieders: ['aanbieder-01'] };
    expect(await op.vraag('POST', '/v1/uitvragen', wens)).toMatchObject({
      status: 409,
      inhoud: { type: expect.stringMatching(/:uitvraag-bestaat$/), detail: expect.stringContaining(code) },
    });
    expect(
      await op.vraag('POST', '/v1/uitvragen', {
        ...wens,
        peilDatum: await op.datum(1),
        aanbieders: ['aanbieder-01', 'aanbieder-999'],
      }),
    ).toMatchObject({ status: 400, inhoud: { velden: [{ veld: 'peilDatum' }, { veld: 'aanbieders.1' }] } });
    expect(await op.vraag('POST', '/v1/uitvragen', { ...wens, soort: 'kwartaal' })).toMatchObject({
      status: 400,
      inhoud: { velden: [{ veld: 'soort' }] },
    });
    expect(
      await op.vraag('POST', '/v1/uitvragen', wens, { rol: 'aanbieder', aanbieder: 'aanbieder-01' }),
    ).toMatchObject({ status: 403 });
    expect(await leesUitvraag(op, code)).toMatchObject({ soort: 'extra', peilDatum, gevraagd: 3 });
  });

  it('telt een jeugdige die twee keer is aangemeld één keer, en zegt hoeveel er dubbel zijn', async () => {
    const eerste = [kind(a), kind(b, { vorm: 'verblijf', zorgsoort: 'woongroep' })];
    expect(await noemt(op, code, 'aanbieder-01', eerste)).toMatchObject({ status: 200 });
    expect(await noemt(op, code, 'aanbieder-02', [kind(a, { vorm: 'verblijf' }), kind(c)])).toMatchObject({
      status: 200,
    });
    expect(await leesCijfers(op, code)).toMatchObject({
      cijferversie: 0,
      kwartaal: null,
      extra: {
        peilDatum,
        gevraagd: 3,
        geantwoord: 2,
        responsProcent: 67,
        jeugdigen: 3,
        dubbel: 1,
        perVorm: [
          { vorm: 'ambulant', jeugdigen: 1 },
          { vorm: 'verblijf', jeugdigen: 2 },
        ],
      },
    });
    // A later list replaces the one before, which is kept.
    await noemt(op, code, 'aanbieder-02', [kind(d)]);
    expect((await leesCijfers(op, code)).extra).toMatchObject({ jeugdigen: 3, dubbel: 0 });
    expect(await op.db.uitvraagAntwoord.count({ where: { uitvraag: code } })).toBe(3);
  });

  it('weigert wie na de peildatum begon te wachten, en een nummer dat geen BSN is', async () => {
    const na = kind(c, { wachtSindsDatum: await op.datum(1) });
    expect(await noemt(op, code, 'aanbieder-03', [kind(a), na])).toMatchObject({
      status: 400,
      inhoud: {
        velden: [{ veld: 'jeugdigen.1.wachtSindsDatum', melding: expect.stringContaining('peildatum') }],
      },
    });
    expect(await noemt(op, code, 'aanbieder-03', [kind('999990018')])).toMatchObject({
      status: 400,
      inhoud: { velden: [{ veld: 'jeugdigen.0.bsn' }] },
    });
    expect(await noemt(op, code, 'aanbieder-04', [kind(c)])).toMatchObject({ status: 404 });
  });

  it('bewaart van een BSN alleen de afdruk: het nummer staat in geen rij, geschiedenis, logregel of e-mail', async () => {
    await alleMailsWeg(op);
    const id = uitvraagId(code);
    const index = maakKluis(op.instellingen.ZL_BSN_SLEUTEL).index(a);
    const tabellen = await op.db.$queryRaw<{ naam: string }[]>`
      SELECT table_name AS naam FROM information_schema.tables
      WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`;
    const rijen: string[] = [];
    for (const { naam } of tabellen) {
      const inhoud = await op.db.$queryRawUnsafe<{ rij: unknown }[]>(
        `SELECT to_jsonb(t) AS rij FROM "${naam}" t`,
      );
      rijen.push(...inhoud.map(({ rij }) => `${naam}: ${JSON.stringify(rij)}`));
    }
    // What should be there is found, so the search sees what is there.
    expect(rijen.some((rij) => rij.startsWith('Invoer') && rij.includes(index))).toBe(true);
    expect(rijen.some((rij) => rij.startsWith('UitvraagJeugdige') && rij.includes(index))).toBe(true);
    const { tekst } = await geschiedenis(op, id);
    expect(tekst).toContain('aanbieder-03');
    expect(logregels.join()).toContain('/v1/uitvragen/:code/jeugdigen');
    const overal = [
      ...rijen,
      tekst,
      JSON.stringify(await op.workflow(id).query('__temporal_workflow_metadata')),
      ...logregels,
      ...op.smtp.berichten.map(({ text, html, subject }) => `${subject} ${text} ${html}`),
    ];
    for (const bsn of [...bsns, '999990018'])
      expect(overal.filter((deel) => deel.includes(bsn)).map((deel) => deel.slice(0, 60))).toEqual([]);
    // Not even the index travels.
    expect(tekst).not.toContain(index);
  });
});
