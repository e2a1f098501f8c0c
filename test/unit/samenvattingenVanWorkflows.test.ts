/** What the Temporal UI shows of a workflow: one sentence in lists, and where it stands in its current details. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../../api/omgeving.ts';
import {
  onderzoekDetails,
  onderzoekSamenvatting,
  trajectDetails,
  trajectSamenvatting,
} from '../../domain/beeld.ts';
import { type WachtSoort, wachtSoorten } from '../../domain/codes.ts';
import type { OnderzoekToestand } from '../../domain/onderzoek.ts';
import type { TafelToestand } from '../../domain/tafel.ts';
import { tafelDetails, tafelSamenvatting } from '../../domain/tafelbeeld.ts';
import type { TrajectToestand } from '../../domain/traject.ts';
import { wachtNamen } from '../../domain/wachtNamen.ts';
import { maakApiZonderServers } from '../support/apiZonderServers.ts';
import { aanmeldingTijdstip, begonnenOnderzoek, begonnenTraject } from '../support/berichten.ts';
import { eisLeesbareZin } from '../support/leesbareZin.ts';
import { vastgelopenToestand } from '../support/vastgelopen.ts';

let api: Api;
beforeAll(async () => {
  api = await maakApiZonderServers();
});
afterAll(() => api.close());

const kenmerk = 'ZL-2025-0014';
const aanbieders = Array.from({ length: 20 }, (_, i) => `aanbieder-${i + 1}`);

/** A traject of which everything that the details can show is there, with as many aanbieders as can be asked at once. */
const vol: TrajectToestand = {
  ...begonnenTraject(kenmerk),
  spoor: 'zorgbemiddeling',
  fase: 'onderzoek',
  wachtOp: 'aanbieder',
  opgeschort: { reden: 'jeugdige-onvindbaar', evaluatieDatum: '2025-06-05', sindsTijdstip: 0 },
  wachtkeuze: {
    reden: 'gekozen-behandelaar',
    evaluatieDatum: '2025-06-05',
    sindsTijdstip: 0,
    opgeschortDuur: 0,
  },
  weging: { versie: '2024-01', elementen: ['gi'], voorstel: 'voorrang', besluit: 'geen-voorrang' },
  advies: 'eerst-veiligheid',
  doorbraak: { id: 'doorbraak-2025-M07', sindsTijdstip: 0 },
  tafelDatum: '2025-06-05',
  gekozen: aanbieders,
  wachtreden: 'aanbieder-reageert-niet',
  gewaarschuwd: true,
  escalatieniveau: 3,
  schadelijk: true,
  achttienStand: 3,
  uitkomst: 'zorg-gestart',
  onderzoeken: Object.fromEntries(
    aanbieders.map((aanbieder, i) => [
      aanbieder,
      { aanbieder, ronde: 1, status: i % 2 ? 'gevraagd' : 'bevestigd', vastgelopen: true },
    ]),
  ),
};

function eisDetails(details: string): void {
  for (const regel of details.split('\n')) expect(regel).not.toMatch(/undefined|null|NaN|Invalid|\[object/);
  expect(Buffer.byteLength(details)).toBeLessThan(2048);
}

/** The one link in the details leads to a page of the API. */
async function eisLink(details: string): Promise<void> {
  const [link = ''] = /(?<=\]\()[^)]+(?=\)$)/.exec(details) ?? [];
  const { origin, pathname } = new URL(link);
  expect(origin).toBe('http://zorglogistiek.example');
  expect((await api.inject({ url: pathname })).statusCode).toBe(200);
}

describe('een traject in Temporal', () => {
  it('heeft in een lijst een zin met kenmerk en gemeente', () => {
    expect(eisLeesbareZin(trajectSamenvatting(begonnenTraject(kenmerk)))).toBe(
      'Traject ZL-2025-0014, den-haag',
    );
  });

  it('zegt bij het begin waar het staat en op wie het wacht, op de klok in Nederland', () => {
    expect(trajectDetails(begonnenTraject(kenmerk))).toMatchInlineSnapshot(`
      "Traject ZL-2025-0014, den-haag

      | | |
      |---|---|
      | **Fase** | intake |
      | **Wacht op** | de coördinator, sinds 1 mei 10:00 |
      | **Ambitie** | 15 mei 10:00 (gewoon) |

      [Verder met ZL-2025-0014](http://zorglogistiek.example/trajecten/ZL-2025-0014)"
    `);
  });

  it('blijft onder 2 KB als er niets meer bij kan', () => {
    eisDetails(trajectDetails(vol));
    eisDetails(trajectDetails({ ...vol, opgeschort: undefined } as unknown as TrajectToestand));
  });

  it.each(wachtSoorten)('noemt dat het vastzit: %s', (reden: WachtSoort) => {
    const details = trajectDetails(vastgelopenToestand(reden, kenmerk));
    eisDetails(details);
    expect(details).toMatch(
      new RegExp(
        `\\| \\*\\*Vastgelopen\\*\\* \\| ${wachtNamen[reden]}.*, sinds \\d+ (?:mei|april) \\d\\d:\\d\\d \\|`,
      ),
    );
  });

  it('leidt naar de pagina waar iemand verdergaat', () => eisLink(trajectDetails(vol)));
});

describe('een onderzoek in Temporal', () => {
  const onderzoek: OnderzoekToestand = begonnenOnderzoek(kenmerk, 'aanbieder-03');
  const beantwoord: OnderzoekToestand = {
    ...onderzoek,
    bevestigdTijdstip: aanmeldingTijdstip,
    antwoord: { antwoord: 'maatwerk', metAanbieders: aanbieders },
  };

  it('heeft een zin, een stand en een link', async () => {
    expect(eisLeesbareZin(onderzoekSamenvatting(onderzoek))).toBe(
      'Onderzoek door aanbieder-03 voor ZL-2025-0014, ronde 1',
    );
    for (const details of [onderzoek, beantwoord].map(onderzoekDetails)) {
      eisDetails(details);
      await eisLink(details);
    }
    expect(onderzoekDetails(onderzoek)).toContain('15 mei 10:00');
  });
});

describe('een tafel in Temporal', () => {
  const tafel: TafelToestand = {
    datum: '2025-06-05',
    versie: 1,
    status: 'vervallen',
    beginTijd: '09:00',
    plaats: 'online',
    agendaLimiet: 8,
    gemaaktTijdstip: aanmeldingTijdstip,
    uitnodigingVersie: 0,
    agenda: Array.from({ length: 50 }, (_, i) => `ZL-2025-${1000 + i}`),
    genodigden: aanbieders,
    vervalreden: 'geen-aanmeldingen',
    basisUrl: 'http://zorglogistiek.example',
    verwerkt: [],
    agendaSluitTijdstip: Date.UTC(2025, 5, 2, 7),
    beginTijdstip: Date.UTC(2025, 5, 5, 7),
    eindTijdstip: Date.UTC(2025, 5, 5, 9),
    afrondTijdstip: Date.UTC(2025, 5, 6, 7),
  };

  it('heeft een zin, een stand en een link', async () => {
    expect(eisLeesbareZin(tafelSamenvatting(tafel.datum))).toBe('Tafelbespreking 5 juni 2025');
    for (const status of ['gepland', 'vervallen'] as const) {
      const details = tafelDetails({ ...tafel, status });
      eisDetails(details);
      await eisLink(details);
      expect(details).toContain('5 juni 09:00');
    }
  });
});
