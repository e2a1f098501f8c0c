import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { ontvanger } from '../support/tafels.ts';
import {
  alleMailsWeg,
  antwoord,
  beginExtra,
  leesUitvraag,
  noemt,
  uitvraagMails,
  vraagBegin,
  wachtOpMails,
} from '../support/uitvragen.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel', instellingen: { ZL_UITVRAAG_PER_MINUUT: '5' } });
});
afterAll(() => op.sluit());

const codes = (aantal: number, vanaf = 1) =>
  Array.from({ length: aantal }, (_, i) => `aanbieder-${String(vanaf + i).padStart(2, '0')}`);
const adres = (aanbieder: string) => `zorglogistiek@${aanbieder}.example`;

describe('de e-mails van een uitvraag', () => {
  it('gaan verspreid uit: zo veel per minuut als is ingesteld, ook als één adres wordt geweigerd', async () => {
    const aanbieders = codes(12);
    op.smtp.weigert.add(adres('aanbieder-03'));
    const code = await beginExtra(op, await op.datum(-1), aanbieders);
    await wachtOpMails(op, code, vraagBegin, 4);
    await alleMailsWeg(op);
    expect(uitvraagMails(op, code, vraagBegin)).toHaveLength(4);

    await op.verstrijk('61 seconds');
    await wachtOpMails(op, code, vraagBegin, 9);
    await alleMailsWeg(op);
    expect(uitvraagMails(op, code, vraagBegin)).toHaveLength(9);

    await op.verstrijk('61 seconds');
    const gekregen = await wachtOpMails(op, code, vraagBegin, 11);
    expect(gekregen.sort()).toEqual(
      aanbieders
        .filter((een) => een !== 'aanbieder-03')
        .map(adres)
        .sort(),
    );
    const bericht = await op.db.bericht.findFirst({ where: { geadresseerde: 'aanbieder-03-contact-1' } });
    expect(bericht).toMatchObject({ status: 'mislukt', smtpCode: 550, soort: 'uitvraag' });
    const uitvraag = await leesUitvraag(op, code);
    const nietBezorgd = uitvraag.aanbieders.filter((een: { isNietBezorgd: boolean }) => een.isNietBezorgd);
    expect(nietBezorgd.map(({ aanbieder }: { aanbieder: string }) => aanbieder)).toEqual(['aanbieder-03']);
    // A person is told: that is the team, since no coördinator has an uitvraag.
    await wachtOpMails(op, code, 'Een e-mail kan niet worden bezorgd', 1);

    // Who got no e-mail can still answer; who has answered already is left out of what still goes out.
    expect((await noemt(op, code, 'aanbieder-03', [])).status).toBe(200);
  });

  it('wachten op elkaar als er geen mailserver is, en komen dan ieder één keer aan', async () => {
    await alleMailsWeg(op);
    // The limit holds for all uitvragen together: the minute of the one before has to pass.
    await op.verstrijk('61 seconds');
    await op.smtp.zet('uit');
    const code = await beginExtra(op, await op.datum(-2), codes(7, 20));
    await wachtTot(
      () => op.workflow(`uitvraag-${code}`).describe(),
      ({ raw }) => raw.pendingActivities?.some(({ attempt }) => (attempt ?? 0) > 1) === true,
    );
    // Answers do not wait for it.
    expect((await noemt(op, code, 'aanbieder-26', [])).status).toBe(200);
    await op.smtp.zet('aan');
    await wachtOpMails(op, code, vraagBegin, 5);
    await alleMailsWeg(op);
    await op.verstrijk('61 seconds');
    const gekregen = await wachtOpMails(op, code, vraagBegin, 6);
    await alleMailsWeg(op);
    expect(gekregen.sort()).toEqual(codes(6, 20).map(adres));
    expect(uitvraagMails(op, code, vraagBegin)).toHaveLength(6);
    expect((await antwoord(op, code, 'aanbieder-20', { wachtenden: [] })).status).toBe(404);
  });

  it('van twee uitvragen die samen beginnen gaan er samen niet meer dan zijn ingesteld; wat niet paste, is niet geprobeerd en wacht', async () => {
    await alleMailsWeg(op);
    await op.verstrijk('61 seconds');
    const samen = [
      await beginExtra(op, await op.datum(-3), codes(4, 40)),
      await beginExtra(op, await op.datum(-4), codes(4, 40)),
    ];
    const aangekomen = () =>
      samen.flatMap((code) => uitvraagMails(op, code, vraagBegin).map(ontvanger)).sort();
    await wachtTot(
      () => aangekomen().length,
      (aantal) => aantal === 5,
    );
    // What waits, waits for room and not for the mail server.
    await wachtTot(
      () => Promise.all(samen.map((code) => op.workflow(`uitvraag-${code}`).describe())),
      (beide) =>
        beide.some(({ raw }) =>
          raw.pendingActivities?.some(({ lastFailure }) => lastFailure?.message?.includes('ELIMIET')),
        ),
    );
    expect(aangekomen()).toHaveLength(5);
    const berichten = await op.db.bericht.findMany({
      where: { kenmerk: { in: samen.map((code) => `uitvraag-${code}`) } },
    });
    expect(berichten.map(({ status, pogingen }) => `${status} ${pogingen}`).sort()).toEqual([
      ...Array.from({ length: 3 }, () => 'klaar 0'),
      ...Array.from({ length: 5 }, () => 'verzonden 1'),
    ]);
  });
});
