/** Uitvragen that begin together share one mail server: all of them together send so many e-mails in a minute as is set, and each arrives once. */
import type { ApplicationFailure } from '@temporalio/activity';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Mailtransport, maakTransport } from '../../activities/mail/transport.ts';
import { verstuurUitvraag } from '../../activities/uitvragen.ts';
import { beginUitvraag, type UitvraagPost } from '../../domain/uitvraag.ts';
import { extraCode, uitvraagId } from '../../domain/uitvraagCodes.ts';
import { maakUitvraag } from '../../infra/uitvragen.ts';
import { zaai } from '../../prisma/seed.ts';
import { mailInstellingen } from '../support/mail.ts';
import { maakDatabase, maakSmtp, type Smtp, type TestDatabase } from '../support/servers.ts';
import { ontvanger } from '../support/tafels.ts';

const begonnenTijdstip = Date.UTC(2026, 9, 1, 7);
const sluitTijdstip = begonnenTijdstip + 86_400_000;
const minuut = 60_000;
const perMinuut = 3;

let database: TestDatabase;
let smtp: Smtp;
let mail: Mailtransport;
beforeAll(async () => {
  [database, smtp] = await Promise.all([maakDatabase(), maakSmtp()]);
  await zaai(database.db);
  mail = maakTransport(smtp.url);
});
afterAll(async () => {
  mail.close();
  await Promise.all([database.sluit(), smtp.sluit()]);
});

/** Makes an uitvraag to these; gives its e-mails in the parts in which its workflow sends them. */
async function delen(
  code: string,
  soort: 'kwartaal' | 'extra',
  aanbieders: string[],
): Promise<UitvraagPost[]> {
  const begin = { code, soort, begonnenTijdstip, aanbieders, perMinuut, basisUrl: '' } as const;
  const momenten = { herinneringTijdstippen: [], sluitTijdstip, afrondTijdstip: sluitTijdstip };
  await database.db.$transaction((tx) => maakUitvraag(tx, beginUitvraag(begin, momenten)));
  const aantal = Math.ceil(aanbieders.length / perMinuut);
  return Array.from({ length: aantal }, (_, deel) => ({
    kenmerk: uitvraagId(code),
    soort: 'uitvraag',
    gelegenheid: `vraag-deel-${deel + 1}`,
    tijdstip: begonnenTijdstip,
    aanbieders: aanbieders.slice(deel * perMinuut, (deel + 1) * perMinuut),
    gegevens: { tot: sluitTijdstip },
  }));
}

it('twee uitvragen tegelijk sturen samen niet meer per minuut dan is ingesteld, en alles komt één keer aan', async () => {
  const codes = (aantal: number, vanaf: number) =>
    Array.from({ length: aantal }, (_, plaats) => `aanbieder-${String(vanaf + plaats).padStart(2, '0')}`);
  let nog = [
    ...(await delen('2026-K3', 'kwartaal', codes(5, 1))),
    ...(await delen(extraCode('2026-10-01'), 'extra', codes(6, 4))),
  ];
  let nu = begonnenTijdstip;
  const deps = {
    ...mailInstellingen,
    db: database.db,
    mail,
    klok: { nu: () => nu },
    logboek: pino({ level: 'silent' }),
    uitvraagbeleid: { perMinuut },
  };
  /** One attempt: whether all of the part was dealt with, or why not. */
  const stuur = (deel: UitvraagPost) =>
    verstuurUitvraag(deps, deel, AbortSignal.timeout(30_000)).catch((fout: ApplicationFailure) => fout);
  const perRonde: number[] = [];
  while (nog.length > 0 && perRonde.length < 20) {
    const voor = smtp.berichten.length;
    // All at once: none may count while another is about to begin.
    const afloop = await Promise.all(nog.map(stuur));
    perRonde.push(smtp.berichten.length - voor);
    for (const fout of afloop)
      if (typeof fout !== 'boolean')
        // It comes back as soon as there is room.
        expect(fout).toMatchObject({ type: 'mail-later', nonRetryable: false, nextRetryDelay: minuut });
    nog = nog.filter((_, plaats) => afloop[plaats] !== true);
    // Just before a minute has passed there is no room yet.
    nu += minuut - 1;
    await Promise.all(nog.map(stuur));
    expect(smtp.berichten.length - voor).toBe(perRonde.at(-1));
    nu += 1;
  }
  expect(perRonde).toEqual([3, 3, 3, 2]);

  const berichten = await database.db.bericht.findMany({ orderBy: { pogingTijdstip: 'asc' } });
  expect(berichten.map(({ status, pogingen }) => [status, pogingen])).toEqual(
    Array.from({ length: 11 }, () => ['verzonden', 1]),
  );
  for (const { pogingTijdstip } of berichten) {
    const tot = pogingTijdstip?.getTime() ?? 0;
    const inMinuut = berichten.filter(({ pogingTijdstip: een }) => {
      const toen = een?.getTime() ?? 0;
      return toen > tot - minuut && toen <= tot;
    });
    expect(inMinuut.length).toBeLessThanOrEqual(perMinuut);
  }
  const aangekomen = smtp.berichten.map((een) => `${een.subject?.match(/\(.*\)/)?.[0]} ${ontvanger(een)}`);
  expect(new Set(aangekomen).size).toBe(11);
});
