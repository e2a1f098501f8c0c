/**
 * The file by which a table stands in somebody's calendar (iCalendar, RFC 5545, sent as RFC 5546 and 6047 say): an
 * invitation, its changes and its end have the same UID, and each a higher SEQUENCE, so that a calendar replaces the one by
 * the other. Nobody is named in it but its reader, by the address that the mail goes to.
 */
import { getVtimezoneComponent } from '@touch4it/ical-timezones';
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { tafelDuurMinuten } from '../../domain/tafelbeleid.ts';
import { type TafelPlaats, tafelPlaatsen } from '../../domain/tafelCodes.ts';

/** What a calendar is told of a table, or of the meeting of a doorbraak. */
export interface Agendagegevens {
  /** yyyy-mm-dd */
  datum: string;
  /** HH:MM on the clock in the Netherlands. */
  beginTijd: string;
  plaats: TafelPlaats;
  /** SEQUENCE. */
  volgnummer: number;
  isAfgezegd: boolean;
  /** What stands in the calendar; without it the table. */
  titel?: string;
  /** How long it takes, in minutes; without it as long as a table. */
  duurMinuten?: number;
  uid: string;
  /** When it was made, ms since the epoch: the same file at every attempt. */
  stempel: number;
  /** Address of the reader. */
  genodigde: string;
  /** Address to which a calendar sends the answer. */
  organisator: string;
  /** Where the link leads; null when there is none. */
  doel: string | null;
}

const tijdzone = 'Europe/Amsterdam';

/** The file, as nodemailer wants it: `REQUEST` to come, or `CANCEL`. */
export function maakAgendabestand(a: Agendagegevens): {
  method: 'REQUEST' | 'CANCEL';
  filename: string;
  content: string;
} {
  // Not a Date: of that the library takes the clock of the machine for the clock of the zone.
  const begin = Temporal.PlainDateTime.from(`${a.datum}T${a.beginTijd}`).toZonedDateTime(tijdzone);
  const titel = a.titel ?? 'Tafel van Zorglogistiek';
  const method = a.isAfgezegd ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  const bestand = ical({
    prodId: { company: 'Zorglogistiek Haaglanden', product: 'Tafel', language: 'NL' },
    method,
    // The zone is that of the event: with one of its own the calendar would write the stamp as a time on that clock too.
    timezone: { name: null, generator: getVtimezoneComponent },
  });
  bestand.createEvent({
    id: a.uid,
    sequence: a.volgnummer,
    stamp: new Date(a.stempel),
    start: begin,
    end: begin.add({ minutes: a.duurMinuten ?? tafelDuurMinuten }),
    timezone: tijdzone,
    summary: a.isAfgezegd ? `Vervallen: ${titel}` : titel,
    location: tafelPlaatsen[a.plaats],
    description: `Zet geen persoonsgegevens in uw agenda.${a.doel ? ` Meer hierover: ${a.doel}` : ''}`,
    ...(a.doel ? { url: a.doel } : {}),
    status: a.isAfgezegd ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: 'Zorglogistiek Haaglanden', email: a.organisator },
    attendees: [
      {
        email: a.genodigde,
        rsvp: !a.isAfgezegd,
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.NEEDSACTION,
      },
    ],
  });
  return { method, filename: 'tafel.ics', content: bestand.toString() };
}
