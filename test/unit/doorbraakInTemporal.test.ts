/** What the Temporal UI shows of a doorbraak, however many cases there are; and of a traject that is gone through. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../../api/omgeving.ts';
import { trajectDetails } from '../../domain/beeld.ts';
import type { DoorbraakToestand, Doorbraakzaak } from '../../domain/doorbraak.ts';
import {
  doorbraakDetails,
  doorbraakSamenvatting,
  doorbraakwekkerSamenvatting,
} from '../../domain/doorbraakbeeld.ts';
import { doorbraakgroepen } from '../../domain/doorbraakCodes.ts';
import { maakApiZonderServers } from '../support/apiZonderServers.ts';
import { aanmeldingTijdstip, begonnenTraject } from '../support/berichten.ts';
import { eisLeesbareZin } from '../support/leesbareZin.ts';

let api: Api;
beforeAll(async () => {
  api = await maakApiZonderServers();
});
afterAll(() => api.close());

const groepen = Object.keys(doorbraakgroepen);
const zaak = (plaats: number, deel: Partial<Doorbraakzaak> = {}): Doorbraakzaak => ({
  kenmerk: `ZL-2025-${1000 + plaats}`,
  groep: groepen[plaats % groepen.length] ?? '',
  soort: 'zaak',
  versie: 0,
  andereKenmerken: [],
  brutoDagen: 120,
  nettoDagen: 110,
  schadelijk: true,
  opgeschort: false,
  afspraken: [],
  ...deel,
});
const doorbraak = (zaken: Doorbraakzaak[]): DoorbraakToestand => ({
  periode: '2025-K3',
  versie: 1,
  status: 'open',
  peilDatum: '2025-07-01',
  besprekingDatum: '2025-07-15',
  begonnenTijdstip: aanmeldingTijdstip,
  basisUrl: 'http://zorglogistiek.example',
  zaken,
  verwerkt: [],
});

describe('een doorbraak in Temporal', () => {
  it('heeft een zin, en bij de wekker wat er gebeurt', () => {
    expect(eisLeesbareZin(doorbraakSamenvatting('2025-K3'))).toBe(
      'Doorbraak van het derde kwartaal van 2025',
    );
    const wekker = { kenmerk: 'ZL-2025-0014', nummer: 1, tijdstip: aanmeldingTijdstip };
    expect(eisLeesbareZin(doorbraakwekkerSamenvatting({ ...wekker, soort: 'herinnering' }))).toBe(
      'herinnering aan de afspraak over ZL-2025-0014, 1 mei 10:00',
    );
    for (const soort of ['escalatie', 'verval'] as const)
      expect(eisLeesbareZin(doorbraakwekkerSamenvatting({ ...wekker, soort }))).toContain('ZL-2025-0014');
    for (const soort of ['sluitherinnering', 'sluitescalatie', 'sluiting'] as const)
      expect(
        eisLeesbareZin(doorbraakwekkerSamenvatting({ soort, stap: 1, tijdstip: aanmeldingTijdstip })),
      ).toContain('doorbraak');
  });

  it('noemt wat nog geen afspraak heeft, en wat overging', () => {
    const details = doorbraakDetails(
      doorbraak([
        zaak(1),
        zaak(2, { overVan: 'doorbraak-2025-K2' }),
        zaak(3, { overNaar: 'doorbraak-2025-K4' }),
        zaak(4, { soort: 'keuze' }),
      ]),
    );
    expect(details).toContain('| **Zaken** | 3, apart genoemd 1 |');
    expect(details).toContain('| **Bleef over van een eerdere doorbraak** | ZL-2025-1002 |');
    expect(details).toContain('| **Overgegaan naar de volgende doorbraak** | ZL-2025-1003 |');
    expect(details).toContain('| **Nog zonder afspraak** | ZL-2025-1001, ZL-2025-1002 |');
  });

  it('blijft onder 2 KB bij duizend zaken, en leidt naar een pagina', async () => {
    const termijnen = { herinnerTijdstip: 1, escalatieTijdstip: 2 };
    const afspraak = {
      ...termijnen,
      nummer: 1,
      invoerId: '',
      wie: 'aanmelder',
      wat: 'andere-stap',
      voorDatum: '2025-08-01',
    };
    const zaken = Array.from({ length: 1000 }, (_, i) =>
      zaak(i, {
        overVan: 'doorbraak-2025-K2',
        ...(i % 3 ? { overNaar: 'doorbraak-2025-K4' } : {}),
        ...(i % 2 ? { afspraken: [afspraak] } : {}),
      }),
    );
    const details = doorbraakDetails(doorbraak(zaken));
    for (const regel of details.split('\n')) expect(regel).not.toMatch(/undefined|null|NaN|\[object/);
    expect(Buffer.byteLength(details)).toBeLessThan(2048);
    const [link = ''] = /(?<=\]\()[^)]+(?=\)$)/.exec(details) ?? [];
    expect((await api.inject({ url: new URL(link).pathname })).statusCode).toBe(200);
  });
});

it('een traject dat wordt besproken, zegt in welke doorbraak en sinds wanneer', () => {
  const t = {
    ...begonnenTraject('ZL-2025-0014'),
    doorbraak: { id: 'doorbraak-2025-K3', sindsTijdstip: aanmeldingTijdstip },
  };
  expect(trajectDetails(t)).toContain('| **Doorbraak** | doorbraak-2025-K3, sinds 1 mei 10:00 |');
  expect(trajectDetails(t)).toContain('| **Signaal** | doorbraak |');
});
