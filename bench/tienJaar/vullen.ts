/** Fills a migrated, empty database with years of a region: all fictional, with every constraint on, the same for the same seed. */
import pg from 'pg';
import { dag } from '../../domain/beleid.ts';
import { maakKenmerk } from '../../domain/kenmerk.ts';
import { leesPeriode, type Periode, periodeEerder } from '../../domain/periode.ts';
import { jaarInNederland, leeftijdOp } from '../../domain/werkdagen.ts';
import { bewaarPublicatie, maakPublicatie } from '../../infra/rapportage.ts';
import type { PrismaClient } from '../../prisma/client/client.ts';
import { zaai } from '../../prisma/seed.ts';
import { aanbieders } from '../../prisma/zaaigegevens.ts';
import { type Kind, maakAanmelding, maakKind } from './aanmeldingen.ts';
import { maakKalender } from './kalender.ts';
import { maakRijen } from './rijen.ts';
import {
  schrijfCapaciteit,
  schrijfDoorbraken,
  schrijfTafels,
  schrijfUitvragen,
  tafelDagen,
} from './rondom.ts';
import { maakToeval } from './toeval.ts';
import { schrijfTraject } from './trajecten.ts';

/** The moment (ms since the epoch) at which the generated years end: a Monday morning, just after a half-year has ended. */
export const nu = Date.parse('2026-01-05T10:00:00+01:00');
/** The first moment that is not in the generated years any more. */
const eersteJaarErna = 2026;

/** How much is made. */
export interface Omvang {
  zaad: number;
  /** How many whole years, the last one is 2025. */
  jaren: number;
  aanmeldingenPerJaar: number;
}

/** How many rows wait at most before they are stored. */
const hoogstensWachtend = 20_000;

/** Fills the database at `url`, which `db` is connected to. */
export async function vul(
  db: PrismaClient,
  url: string,
  { zaad, jaren, aanmeldingenPerJaar }: Omvang,
): Promise<void> {
  await zaai(db);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const toeval = maakToeval(zaad);
    const rijen = maakRijen(client);
    const pen = { rijen, toeval };
    const van = Date.parse(`${eersteJaarErna - jaren}-01-01T00:00:00+01:00`);
    const tijd = { van, tot: nu };
    const kalender = maakKalender(van, nu);
    const codes = aanbieders.map(({ code }) => code);
    const tafels = tafelDagen(tijd);
    schrijfTafels(pen, tafels, codes, nu);
    const doorbraken = schrijfDoorbraken(pen, tijd);
    schrijfUitvragen(pen, tijd, codes);
    const laatste = schrijfCapaciteit(pen, tijd, aanbieders);
    const kinderen: Kind[] = [];
    const perJaar = new Map<number, number>();
    const totaal = jaren * aanmeldingenPerJaar;
    for (let nummer = 1; nummer <= totaal; nummer += 1) {
      // The years go by evenly, so that kenmerken follow each other as moments do.
      const dagMoment = van + ((nummer - toeval.getal()) / totaal) * (nu - dag - van);
      const moment = Math.floor(kalender.inWerktijd(dagMoment, toeval.getal()));
      const jaar = jaarInNederland(moment);
      const volgnummer = (perJaar.get(jaar) ?? 0) + 1;
      perJaar.set(jaar, volgnummer);
      const bekend = toeval.kans(0.06)
        ? kinderen.slice(-60).find(({ geboorteDatum }) => leeftijdOp(geboorteDatum, moment) < 17)
        : undefined;
      const kind = bekend ?? maakKind(toeval, nummer, moment);
      if (!bekend) kinderen.push(kind);
      const aanmelding = maakAanmelding(toeval, kind);
      const { maatregel, gi } = aanmelding.jeugdige;
      schrijfTraject(
        rijen,
        {
          kenmerk: maakKenmerk('zorglogistiek', jaar, volgnummer),
          kind,
          isNieuwKind: !bekend,
          aanmelding,
          wie: `aanmelder-${toeval.heel(1, 60)}`,
          moment,
        },
        {
          toeval,
          kalender,
          aanbieders: codes,
          tafels,
          doorbraken: doorbraken.map((bezoek) => bezoek(kind, { maatregel, gi })),
          tot: nu,
        },
      );
      if (rijen.wachtend() > hoogstensWachtend) await rijen.bewaar();
    }
    for (const [jaar, volgnummer] of perJaar)
      rijen.voeg('Kenmerkreeks', { spoor: 'zorglogistiek', jaar, laatste: volgnummer });
    await rijen.bewaar();
    await client.query(`SELECT setval(pg_get_serial_sequence('"Capaciteit"', 'nummer'), $1)`, [laatste]);
    await publiceer(db, van);
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}

/** Publishes every report of the generated years, a week after the period, the oldest first. */
async function publiceer(db: PrismaClient, van: number): Promise<void> {
  for (const [soort, code] of [
    ['halfjaar', `${eersteJaarErna - 1}-2`],
    ['experttafel', `${eersteJaarErna - 1}`],
    ['wachttijden', `${eersteJaarErna - 1}-K3`],
  ] as const) {
    const perioden: Periode[] = [];
    for (
      let periode = leesPeriode(code);
      periode && periode.beginTijdstip >= van;
      periode = periodeEerder(periode)
    )
      perioden.unshift(periode);
    for (const periode of perioden) {
      const op = Math.max(periode.eindTijdstip, Math.min(nu, periode.eindTijdstip + 7 * dag));
      const rijen = await maakPublicatie(
        db,
        { soort, periode: periode.code, versie: 1, wie: 'systeem', rol: 'systeem', reden: null },
        op,
      );
      await db.$transaction((tx) => bewaarPublicatie(tx, rijen));
    }
  }
}
