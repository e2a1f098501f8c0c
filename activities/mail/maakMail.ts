/** From a row of the register to a mail: subject, HTML, text and headers. */
import { createHash } from 'node:crypto';
import { render, toPlainText } from '@react-email/render';
import type { SendMailOptions } from 'nodemailer';
import { createElement } from 'react';
import type { BerichtSoort } from '../../domain/berichten.ts';
import type { Cit } from '../../domain/cit.ts';
import { doorbraakIdSchema, leesDoorbraakId } from '../../domain/doorbraakCodes.ts';
import { kenmerkSchema } from '../../domain/kenmerk.ts';
import { leesRapportId, rapportIdSchema } from '../../domain/rapport/publicatie.ts';
import { leesWeekoverzichtId, weekoverzichtIdSchema } from '../../domain/rapport/weekbericht.ts';
import { leesTafelId, tafelIdSchema } from '../../domain/tafelCodes.ts';
import { leesUitvraagId, uitvraagIdSchema } from '../../domain/uitvraagCodes.ts';
import type { Linkdoel } from '../../infra/links.ts';
import { team, trajectVanGast } from '../geadresseerden.ts';
import { maakAgendabestand } from './agenda.ts';
import { Sjabloon } from './sjabloon.ts';
import { type Lezer, type Tekst, tekstVan } from './teksten.ts';

/** Who sends, where an answer goes, and where the links lead. */
export interface MailInstellingen {
  /** `Zorglogistiek <noreply@zorglogistiek.example>`, or the bare address. */
  mailVan: string;
  /** The shared mailbox of the team: it gets the answers, and the mail for whoever has no address of its own. */
  teamEmail: string;
  /** The mailbox of the Bovenregionaal Expertisenetwerk (BREN), which hears what is lacking. */
  brenEmail: string;
  /** Base of the links, without a trailing slash. */
  basisUrl: string;
  /** Whom somebody in a crisis calls. */
  cit: Cit;
}

/** One mail to make. Moments in ms since the epoch. */
export interface MailGegevens {
  kenmerk: string;
  soort: BerichtSoort;
  gegevens: unknown;
  messageId: string;
  /** When the mail was registered. */
  tijdstip: number;
  lezer: Lezer;
  /** The code of whom it is for. */
  geadresseerde: string;
  /** A single address, checked by the caller. */
  adres: string;
  /** The path (`/l/…`) of the link of this reader, who has no account, to one thing; null when a person revoked it. See infra/links.ts. */
  linkNaar: (doel: Linkdoel, onderwerp: string) => Promise<string | null>;
  /** What the link leads to by which this reader of an aanbieder reads the stukken; null when it has none to read. */
  stukkenplek: () => Promise<{ doel: Linkdoel; onderwerp: string } | null>;
  /** What the link leads to by which this reader of an aanbieder reads what concerns it in the traject. */
  aanbiederplek: () => Promise<{ doel: Linkdoel; onderwerp: string }>;
}

/**
 * The Message-ID of a mail, the same at every attempt and on every machine: made from what makes a mail unique in the
 * register, with the domain of the sender.
 */
export function messageIdVan(
  bericht: { kenmerk: string; soort: string; geadresseerde: string; gelegenheid: string },
  mailVan: string,
): string {
  const { kenmerk, soort, geadresseerde, gelegenheid } = bericht;
  return `<${vingerafdruk([kenmerk, soort, geadresseerde, gelegenheid])}@${mailDomein(mailVan)}>`;
}

const vingerafdruk = (delen: string[]) =>
  createHash('sha256').update(JSON.stringify(delen)).digest('hex').slice(0, 40);

const mailDomein = (mailVan: string) => /@([^@>\s]+)>?$/.exec(mailVan)?.[1] ?? 'localhost';

/** The UID of a table, or of the meeting of a doorbraak, in the calendar of one person: the same for the invitation and all that follows it. */
function agendaUid(kenmerk: string, geadresseerde: string, mailVan: string, sleutel?: string): string {
  const van = vingerafdruk([kenmerk, geadresseerde, ...(sleutel ? [sleutel] : [])]);
  return `${kenmerk}-${van.slice(0, 16)}@${mailDomein(mailVan)}`;
}

/**
 * The mail as nodemailer takes it. Same input, same mail, but for the boundary between its parts.
 * @throws a ZodError when the kenmerk or the codes are not what this kind of mail is made of.
 */
export async function maakMail(mail: MailGegevens, instellingen: MailInstellingen): Promise<SendMailOptions> {
  const kenmerk = kenmerkSchema
    .or(tafelIdSchema)
    .or(uitvraagIdSchema)
    .or(doorbraakIdSchema)
    .or(rapportIdSchema)
    .or(weekoverzichtIdSchema)
    .parse(mail.kenmerk);
  const datum = leesTafelId(kenmerk);
  const tekst = tekstVan(mail.soort, mail.gegevens, {
    kenmerk,
    lezer: mail.lezer,
    tijdstip: mail.tijdstip,
    cit: instellingen.cit,
  });
  const agendaDatum = tekst.agenda?.datum ?? datum;
  const onderwerp = `${tekst.kop} (${kenmerk})`;
  const pad = tekst.adres ? null : await padVoor(mail, kenmerk, tekst, datum);
  const doel = tekst.adres ?? (pad === null ? null : `${instellingen.basisUrl}${pad}`);
  const html = await render(createElement(Sjabloon, { onderwerp, tekst, doel }));
  return {
    from: instellingen.mailVan,
    to: { name: '', address: mail.adres },
    replyTo: instellingen.teamEmail,
    subject: onderwerp,
    html,
    text: toPlainText(html),
    messageId: mail.messageId,
    date: new Date(mail.tijdstip),
    // RFC 3834: no out-of-office answers to a mail that no person wrote.
    headers: { 'Auto-Submitted': 'auto-generated' },
    ...(agendaDatum && tekst.agenda
      ? {
          icalEvent: maakAgendabestand({
            ...tekst.agenda,
            datum: agendaDatum,
            uid: agendaUid(kenmerk, mail.geadresseerde, instellingen.mailVan, tekst.agenda.sleutel),
            stempel: mail.tijdstip,
            genodigde: mail.adres,
            organisator: instellingen.teamEmail,
            doel,
          }),
        }
      : {}),
  };
}

/**
 * Where the link leads: for who has no account to the page behind a code, for the team to the page of the API. Null for whom the link was
 * revoked.
 */
async function padVoor(
  { lezer, geadresseerde, linkNaar, stukkenplek, aanbiederplek }: MailGegevens,
  kenmerk: string,
  { onderzoek, traject, naarStukken = false }: Tekst,
  tafelDatum: string | null,
): Promise<string | null> {
  const uitvraag = leesUitvraagId(kenmerk);
  if (uitvraag) return lezer === 'aanbieder' ? linkNaar('uitvraag', kenmerk) : `/uitvragen/${uitvraag}`;
  const doorbraak = leesDoorbraakId(kenmerk);
  if (doorbraak) {
    if (lezer === 'gi') return linkNaar('doorbraak', kenmerk);
    if (lezer === 'aanbieder' && traject) return linkNaar('afgesproken', traject);
    if (lezer === 'aanmelder' && traject) return linkNaar('informatie', traject);
    return `/doorbraken/${doorbraak}`;
  }
  const rapport = leesRapportId(kenmerk);
  const week = leesWeekoverzichtId(kenmerk);
  if (rapport || week) {
    // Nobody in particular reads the shared mailbox, so it gets no link that opens the figures.
    if (geadresseerde !== team) return linkNaar('rapport', kenmerk);
    return rapport ? `/rapportages/${rapport.soort}/${rapport.periode}` : `/rapportages/week/${week}`;
  }
  if (tafelDatum && lezer === 'aanmelder') return linkNaar('informatie', trajectVanGast(geadresseerde));
  if (tafelDatum) return lezer === 'aanbieder' ? linkNaar('tafelstukken', kenmerk) : `/tafels/${tafelDatum}`;
  if (lezer === 'aanbieder' && onderzoek) return linkNaar('onderzoek', onderzoek);
  if (lezer === 'aanbieder') {
    const plek = (naarStukken ? await stukkenplek() : null) ?? (await aanbiederplek());
    return linkNaar(plek.doel, plek.onderwerp);
  }
  if (lezer === 'aanmelder') return linkNaar('informatie', kenmerk);
  return onderzoek ? `/onderzoeken/${onderzoek}` : `/trajecten/${kenmerk}`;
}
