/** Who has no account gets a link of its own in every mail; the team keeps the address of the traject. */
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakTransport } from '../../activities/mail/transport.ts';
import { legVast } from '../../activities/vastleggen.ts';
import { verstuur } from '../../activities/versturen.ts';
import type { BerichtOpdracht } from '../../domain/berichten.ts';
import { alleBerichten, begonnenTraject } from '../support/berichten.ts';
import { vastleggingVan } from '../support/dossier.ts';
import { type Linkopstelling, maakLinkopstelling } from '../support/links.ts';
import { mailInstellingen } from '../support/mail.ts';

let op: Linkopstelling;
beforeAll(async () => {
  op = await maakLinkopstelling();
});
afterAll(() => op.sluit());

async function mail(berichten: BerichtOpdracht[]) {
  const deps = {
    ...mailInstellingen,
    db: op.db,
    mail: maakTransport(op.smtp.url),
    klok: { nu: op.nu },
    logboek: pino({ level: 'silent' }),
  };
  await legVast(
    deps,
    vastleggingVan({ ...begonnenTraject(op.kenmerk), coordinator: 'coordinator-1' }, { berichten }),
  );
  await verstuur(deps, { kenmerk: op.kenmerk, berichten }, AbortSignal.timeout(60_000));
  deps.mail.close();
}

it('iedere e-mail heeft de link van zijn lezer', async () => {
  // Nobody has stukken here, so nobody hears of a new one.
  const berichten = alleBerichten(op.kenmerk).filter(({ aan }) => aan.wie !== 'stukkenlezers');
  await mail(berichten);
  const rijen = await op.db.bericht.findMany({ where: { kenmerk: op.kenmerk } });
  expect(rijen.length).toBeGreaterThanOrEqual(berichten.length);
  const links = await op.db.link.findMany();
  expect(links.map(({ doel, onderwerp, geadresseerde }) => [doel, onderwerp, geadresseerde]).sort()).toEqual([
    ['afgesproken', op.kenmerk, 'aanbieder-02-contact-1'],
    ['afgesproken', op.kenmerk, 'aanbieder-04-contact-1'],
    ['afgesproken', op.kenmerk, 'aanbieder-05-contact-1'],
    ['informatie', op.kenmerk, 'aanmelder'],
    ['onderzoek', op.onderzoek, 'aanbieder-01-contact-1'],
    ['onderzoek', op.onderzoek, 'aanbieder-01-contact-2'],
  ]);
  const padVan = (geadresseerde: string) => {
    const link = links.find((een) => een.geadresseerde === geadresseerde);
    return `/l/${op.zegel.token(link?.id ?? '')}`;
  };
  for (const rij of rijen) {
    // In a crisis there is one thing to do, and that is not here.
    if (rij.soort === 'crisis' && rij.geadresseerde === 'aanmelder') {
      const mail = op.smtp.berichten.find(({ messageId }) => messageId === rij.messageId);
      expect(String(mail?.html)).toContain(`href="${mailInstellingen.cit.pagina}"`);
      continue;
    }
    const gekregen = op.smtp.berichten.find(({ messageId }) => messageId === rij.messageId);
    const [, doel = ''] = /href="http:\/\/zorglogistiek\.example([^"]+)"/.exec(String(gekregen?.html)) ?? [];
    const verwacht = /^aanmelder$|^aanbieder-/.test(rij.geadresseerde)
      ? padVan(rij.geadresseerde)
      : `/trajecten/${op.kenmerk}`;
    expect(`${rij.soort} aan ${rij.geadresseerde}: ${doel}`).toBe(
      `${rij.soort} aan ${rij.geadresseerde}: ${verwacht}`,
    );
    // The token leads somewhere, and is kept nowhere.
    expect(JSON.stringify(rij)).not.toContain('/l/');
    // Who has no onderzoek here has nothing to carry out either.
    const heeftOnderzoek = !/^aanbieder-0[245]-/.test(rij.geadresseerde);
    if (doel.startsWith('/l/')) expect((await op.open(doel)).status).toBe(heeftOnderzoek ? 200 : 410);
  }
});

it('het token uit een e-mail staat in geen enkele tabel', async () => {
  const [link] = await op.db.link.findMany({ take: 1 });
  const [id = '', zegel = ''] = op.zegel.token(link?.id ?? '').split('.');
  const tabellen = await op.db.$queryRaw<{ naam: string }[]>`
    SELECT table_name AS naam FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`;
  for (const { naam } of tabellen) {
    const inhoud = JSON.stringify(await op.db.$queryRawUnsafe(`SELECT t::text AS rij FROM "${naam}" t`));
    expect(inhoud).not.toContain(zegel);
    expect(inhoud).not.toContain(id);
  }
});
