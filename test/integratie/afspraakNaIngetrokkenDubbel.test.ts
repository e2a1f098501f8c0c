/** After a double is withdrawn, what was agreed with the aanmelder is for that of the traject that goes on: it is mailed and reads it, and never both at once. */
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { legDoorbraakVast } from '../../activities/doorbraakVastleggen.ts';
import { afsprakenUitDoorbraken } from '../../api/afgesproken.ts';
import { dag } from '../../domain/beleid.ts';
import {
  type DoorbraakToestand,
  type DoorbraakVastlegging,
  kopVan,
  verstrijkDoorbraak,
} from '../../domain/doorbraak.ts';
import { doorbraakRij, doorbraakzaakRij } from '../../infra/doorbraken.ts';
import { maakDossier } from '../support/dossier.ts';
import { maakDatabase, type TestDatabase } from '../support/servers.ts';

const doorbraak = 'doorbraak-2025-K3';
// The double is in the middle: the choice is by what is open, and not by order.
const [eerste, dubbel, derde] = ['ZL-2025-0001', 'ZL-2025-0002', 'ZL-2025-0003'];
const begin: DoorbraakToestand = {
  periode: '2025-K3',
  versie: 1,
  status: 'open',
  peilDatum: '2025-07-01',
  besprekingDatum: '2025-07-15',
  begonnenTijdstip: 0,
  meldtIedereen: true,
  basisUrl: '',
  verwerkt: [],
  zaken: [
    {
      kenmerk: dubbel,
      groep: 'zonder-maatregel',
      soort: 'zaak',
      versie: 1,
      andereKenmerken: [eerste, derde],
      brutoDagen: 120,
      nettoDagen: 110,
      schadelijk: true,
      opgeschort: false,
      afspraken: [
        {
          nummer: 1,
          invoerId: 'een-invoer',
          wie: 'aanmelder',
          wat: 'overleg-voeren',
          voorDatum: '2025-09-15',
          herinnerTijdstip: dag,
          escalatieTijdstip: 2 * dag,
        },
      ],
    },
  ],
};

let test: TestDatabase;
beforeAll(async () => {
  test = await maakDatabase();
  const { db } = test;
  for (const kenmerk of [eerste, dubbel, derde]) await maakDossier(db, kenmerk);
  const { jeugdigeId } = await db.aanmelding.findUniqueOrThrow({ where: { kenmerk: dubbel } });
  await db.aanmelding.updateMany({ data: { jeugdigeId } });
  await db.doorbraak.create({ data: doorbraakRij(kopVan(begin)) });
  for (const zaak of begin.zaken)
    await db.doorbraakzaak.create({
      data: { doorbraak, jeugdigeId, ...doorbraakzaakRij(zaak, begin) },
    });
});
afterAll(() => test.sluit());

/** The addressees of the reminder of the agreement, with the traject that it names. */
async function herinner(oorzaak: string) {
  const gevolg = verstrijkDoorbraak(begin, dag);
  const v: DoorbraakVastlegging = {
    kenmerk: doorbraak,
    oorzaak,
    tijdstip: dag,
    wat: gevolg.wat,
    kop: kopVan(gevolg.toestand),
    zaken: [],
    berichten: gevolg.berichten.map((bericht) => ({ ...bericht, gelegenheid: oorzaak })),
  };
  await legDoorbraakVast({ db: test.db, mailVan: 'zl@example.org', logboek: pino({ level: 'silent' }) }, v);
  const rijen = await test.db.bericht.findMany({
    where: { gelegenheid: oorzaak, geadresseerde: { startsWith: 'aanmelder' } },
  });
  return rijen.map(({ geadresseerde, gegevens }) => [
    geadresseerde,
    (gegevens as { traject: string }).traject,
  ]);
}

/** Of which trajecten the aanmelder reads the agreement. */
async function lezers() {
  const lijsten = await Promise.all(
    [eerste, dubbel, derde].map(async (kenmerk) =>
      (await afsprakenUitDoorbraken(test.db, kenmerk, 'aanmelder')).map(() => kenmerk),
    ),
  );
  return lijsten.flat();
}

const sluit = (kenmerk: string) =>
  test.db.traject.update({ where: { kenmerk }, data: { fase: 'afgesloten', uitkomst: 'ingetrokken' } });

it('de aanmelder van het traject dat doorloopt hoort en leest de afspraak, en nooit twee tegelijk', async () => {
  expect(await herinner('wekker:allemaal-open')).toEqual([[`aanmelder-van-${dubbel}`, dubbel]]);
  expect(await lezers()).toEqual([dubbel]);
  await sluit(dubbel);
  expect(await herinner('wekker:dubbel-dicht')).toEqual([[`aanmelder-van-${eerste}`, eerste]]);
  expect(await lezers()).toEqual([eerste]);
  await sluit(eerste);
  expect(await herinner('wekker:eerste-dicht')).toEqual([[`aanmelder-van-${derde}`, derde]]);
  expect(await lezers()).toEqual([derde]);
});
