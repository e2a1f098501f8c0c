/** What somebody without an account reads by the link in an e-mail of the whole program. */
import { type Bezocht, laatsteCode, maakBezoeker } from './links.ts';
import type { Opstelling } from './opstelling.ts';
import { wachtTot } from './wachtTot.ts';

/** The path of the link in the last e-mail of a kind to this addressee. */
export async function linkUitMail(
  op: Opstelling,
  kenmerk: string,
  soort: string,
  geadresseerde: string,
): Promise<string> {
  const [rij] = await wachtTot(
    () =>
      op.db.bericht.findMany({
        where: { kenmerk, soort, geadresseerde },
        orderBy: { klaarTijdstip: 'desc' },
      }),
    ([laatste]) => laatste?.status === 'verzonden',
  );
  const mail = op.smtp.berichten.find(({ messageId }) => messageId === rij?.messageId);
  const [, pad] = /href="http:\/\/zorglogistiek\.example([^"]+)"/.exec(String(mail?.html)) ?? [];
  if (!pad?.startsWith('/l/')) throw new Error(`no link in ${soort} to ${geadresseerde}: ${pad}`);
  return pad;
}

/** The page behind a link after its code; the page that says why when it does not open. */
export async function lees(op: Opstelling, pad: string): Promise<Bezocht> {
  const bezoeker = maakBezoeker(op.api);
  await op.nu();
  const dicht = await bezoeker.open(pad);
  if (dicht.status !== 200) return dicht;
  await bezoeker.stuur(`${pad}/code`);
  const { koekje } = await bezoeker.stuur(`${pad}/toegang`, { code: laatsteCode(op.smtp) });
  return bezoeker.open(pad, koekje);
}
