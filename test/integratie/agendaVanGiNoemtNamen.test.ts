/** A GI reads who carries an agreement out by name and not by code, and of a case that went over in which doorbraak it is. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDoorbraak } from '../../api/linkdoelen/doorbraak.ts';
import type { Omgeving } from '../../api/omgeving.ts';
import type { DoorbraakAfspraak, DoorbraakKop, Doorbraakzaak } from '../../domain/doorbraak.ts';
import { doorbraakRij, doorbraakzaakRij } from '../../infra/doorbraken.ts';
import { zaai } from '../../prisma/seed.ts';
import { maakDossier } from '../support/dossier.ts';
import { maakDatabase, type TestDatabase } from '../support/servers.ts';

const doorbraak = 'doorbraak-2025-M07';
const kop: DoorbraakKop = {
  periode: '2025-M07',
  versie: 1,
  status: 'open',
  peilDatum: '2025-07-20',
  besprekingDatum: '2025-08-03',
  begonnenTijdstip: 0,
  basisUrl: '',
};
let test: TestDatabase;
beforeAll(async () => {
  test = await maakDatabase();
  await zaai(test.db);
  await test.db.doorbraak.create({ data: doorbraakRij(kop) });
  await bewaar('ZL-2025-0001', 'leger-des-heils', {
    afspraken: [
      'leger-des-heils',
      'william-schrikker',
      'andere-gi',
      'aanbieder-03',
      'aanmelder',
      'coordinator-2',
    ].map(afspraak),
  });
  await bewaar('ZL-2025-0002', 'leger-des-heils', { overNaar: 'doorbraak-2025-M08' });
  await bewaar('ZL-2025-0003', 'william-schrikker', { afspraken: [afspraak('leger-des-heils', 0)] });
});
afterAll(() => test.sluit());

const afspraak = (wie: string, plaats: number): DoorbraakAfspraak => ({
  nummer: plaats + 1,
  invoerId: 'een-invoer',
  wie,
  wat: 'overleg-voeren',
  voorDatum: '2025-09-15',
  herinnerTijdstip: 0,
  escalatieTijdstip: 0,
});

async function bewaar(kenmerk: string, groep: string, deel: Partial<Doorbraakzaak>) {
  await maakDossier(test.db, kenmerk);
  const { jeugdigeId } = await test.db.aanmelding.findUniqueOrThrow({ where: { kenmerk } });
  const zaak: Doorbraakzaak = {
    kenmerk,
    groep,
    soort: 'zaak',
    versie: 1,
    andereKenmerken: [],
    brutoDagen: 120,
    nettoDagen: 110,
    schadelijk: true,
    opgeschort: false,
    afspraken: [],
    ...deel,
  };
  await test.db.doorbraakzaak.create({ data: { doorbraak, jeugdigeId, ...doorbraakzaakRij(zaak, kop) } });
}

it('een GI leest namen bij haar afspraken, zichzelf als “u”, en waar een jeugdige heen ging', async () => {
  const omgeving = { db: test.db } as Omgeving;
  const geopend = await openDoorbraak(omgeving, {
    doel: 'doorbraak',
    onderwerp: doorbraak,
    geadresseerde: 'leger-des-heils',
  } as Parameters<typeof openDoorbraak>[1]);
  const tekst = String(await geopend?.toon('/l/x'));
  const { naam } = await test.db.aanbieder.findUniqueOrThrow({ where: { code: 'aanbieder-03' } });
  expect([...tekst.matchAll(/overleg voeren, door (.+?), uiterlijk/g)].map(([, wie]) => wie)).toEqual([
    'u',
    'William Schrikker Stichting',
    'een andere gecertificeerde instelling',
    naam,
    'de aanmelder',
    'de coördinator',
    'u',
  ]);
  expect(tekst).toContain('ZL-2025-0003: overleg voeren, door u');
  expect(tekst).toContain('Overgegaan naar de doorbraak van augustus 2025.');
});
