/** An e-mail as it arrives: what it carries, and that nothing personal can be in it. */
import type { ParsedMail } from 'mailparser';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createActivities } from '../../activities/index.ts';
import { maakTransport } from '../../activities/mail/transport.ts';
import {
  berichtSoorten,
  doorbraakBerichtSoorten,
  rapportBerichtSoorten,
  tafelBerichtSoorten,
  uitvraagBerichtSoorten,
} from '../../domain/berichten.ts';
import { zaai } from '../../prisma/seed.ts';
import { aanmeldingTijdstip, alleBerichten } from '../support/berichten.ts';
import { maakDossier, persoonlijk, vastleggingVan, vraagBesluit } from '../support/dossier.ts';
import { mailInstellingen } from '../support/mail.ts';
import { maakDatabase, maakSmtp, type Smtp, type TestDatabase } from '../support/servers.ts';

const kenmerk = 'ZL-2025-0014';
const contactNaam = 'Quasimodo Contactpersoon';
const telefoon = '070 012 3456';
/** What a table, a doorbraak, an uitvraag or a report mails is looked at in its own tests. */
const eigenSoorten: readonly string[] = [
  ...tafelBerichtSoorten,
  ...doorbraakBerichtSoorten,
  ...uitvraagBerichtSoorten,
  ...rapportBerichtSoorten,
];
let database: TestDatabase;
let smtp: Smtp;

beforeAll(async () => {
  [database, smtp] = await Promise.all([maakDatabase(), maakSmtp()]);
  const { db } = database;
  await zaai(db);
  await db.contact.updateMany({ data: { naam: contactNaam, telefoon } });
  const traject = await maakDossier(db, kenmerk);
  await vraagBesluit(db, { kenmerk, soort: 'intrekking', codes: { reden: 'plek-gevonden' } });
  const mail = maakTransport(smtp.url);
  const activiteiten = createActivities({
    ...mailInstellingen,
    db,
    mail,
    klok: { nu: () => aanmeldingTijdstip },
    logboek: pino({ level: 'silent' }),
    herstel: async () => {},
  });
  const berichten = alleBerichten(kenmerk);
  await activiteiten.meld(vastleggingVan({ ...traject, coordinator: 'coordinator-1' }, { berichten }));
  mail.close();
});
afterAll(() => Promise.all([database.sluit(), smtp.sluit()]));

/** Everything of a mail but the address that it went to. */
function alles(mail: ParsedMail): string {
  const headers = mail.headerLines.filter(({ key }) => key !== 'to').map(({ line }) => line);
  return [...headers, mail.subject, mail.text, mail.html, mail.textAsHtml].join('\n');
}

it('gaat iedere soort uit, en staat na afloop alles als verzonden in het register', async () => {
  const register = await database.db.bericht.findMany({ where: { kenmerk } });
  expect(new Set(register.map(({ soort }) => soort))).toEqual(
    new Set(berichtSoorten.filter((soort) => !eigenSoorten.includes(soort))),
  );
  expect(new Set(register.map(({ status }) => status))).toEqual(new Set(['verzonden']));
  expect(smtp.berichten.map(({ messageId }) => messageId).sort()).toEqual(
    register.map(({ messageId }) => messageId).sort(),
  );
});

it('staat in geen enkele e-mail iets van de jeugdige, de aanmelder of een contactpersoon', async () => {
  const geheim = [...Object.values(persoonlijk), contactNaam, telefoon].flatMap((waarde) => [
    waarde,
    Buffer.from(waarde).toString('base64').replace(/=+$/, ''),
    ...waarde.split(' ').filter((woord) => woord.length > 8),
  ]);
  const { headerLines, html, text, subject } = smtp.berichten[0] ?? {};
  expect([headerLines, html, text, subject].every(Boolean)).toBe(true);
  for (const mail of smtp.berichten)
    for (const waarde of geheim) expect(alles(mail).toLowerCase()).not.toContain(waarde.toLowerCase());
});

it('noemt in geen enkele e-mail een ander adres dan dat van de afzender en het team', () => {
  for (const mail of smtp.berichten) {
    const inhoud = `${mail.subject}\n${mail.text}\n${mail.html}`;
    expect(inhoud).not.toMatch(/[\w.]+@[\w.]+/);
    expect(mail.from?.text).toBe('"Zorglogistiek" <noreply@zorglogistiek.example>');
    expect(mail.replyTo?.text).toBe('team@zorglogistiek.example');
    expect([mail.cc, mail.bcc]).toEqual([undefined, undefined]);
    expect([mail.to].flat()).toHaveLength(1);
  }
});

it('heeft iedere e-mail tekst en HTML, en zegt dat hij automatisch is gemaakt', () => {
  for (const mail of smtp.berichten) {
    expect(mail.subject).toMatch(/\(ZL-2025-0014\)$/);
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.headers.get('content-type')).toMatchObject({ value: 'multipart/alternative' });
    expect(mail.date).toEqual(new Date(aanmeldingTijdstip));
    expect(mail.attachments).toEqual([]);
    // Who is in a crisis is sent to the CIT, and not to us.
    const isCrisis = mail.subject?.startsWith('Bel nu het Crisis');
    expect(mail.text).toContain(isCrisis ? 'http://cit.example' : 'http://zorglogistiek.example/');
  }
});
