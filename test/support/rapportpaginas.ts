/** Reports to look at in a browser: their pages on an address, as the API sends them. */
import fastify from 'fastify';
import type { Api } from '../../api/omgeving.ts';
import { stuurPagina } from '../../api/pagina.ts';
import { stijlblad } from '../../api/routes/stijl.ts';
import { maakExperttafelrapport } from '../../domain/rapport/experttafel.ts';
import { maakExtern } from '../../domain/rapport/extern.ts';
import { maakHalfjaarrapport } from '../../domain/rapport/halfjaar.ts';
import type { Rapport } from '../../domain/rapport/rapport.ts';
import { maakWachttijdenrapport } from '../../domain/rapport/wachttijden.ts';
import { type Lopend, maakWeekoverzicht } from '../../domain/rapport/week.ts';
import { kwartaalCijfers } from '../../domain/uitvraagCijfers.ts';
import { type Rapportpagina, rapportPagina } from '../../web/paginas/rapport.ts';
import { type Daarna, feit, periode } from './feiten.ts';
import { antwoordMet, vak } from './wachttijden.ts';

const peil = Date.parse('2025-07-05T07:00:00+02:00');

const verhalen: [string, Daarna[]][] = [
  ...Array.from({ length: 12 }, (_, i): [string, Daarna[]] => [
    `2025-0${1 + (i % 6)}-10T10:00:00+01:00`,
    [
      ['triage', 2, { uitkomst: 'bespreking' }],
      ['tafeldatum', 3, { tafelDatum: '2025-02-20' }],
      ['verslag', 10, {}],
      ['keuze', 12, {}],
    ],
  ]),
  ...Array.from({ length: 3 }, (_, i): [string, Daarna[]] => [
    `2025-0${4 + i}-12T10:00:00+02:00`,
    [['triage', 2, { uitkomst: 'zorgbemiddeling' }]],
  ]),
];

/** Nine of them, half a year earlier. */
const verhalenEerder = verhalen
  .slice(0, 9)
  .map(([moment, daarna]): [string, Daarna[]] => [
    moment.replace(/2025-0(\d)/, (_, maand) => `2024-${String(Number(maand) + 6).padStart(2, '0')}`),
    daarna,
  ]);
const feitenVan = (alle: [string, Daarna[]][]) => alle.map(([moment, daarna]) => feit(moment, peil, daarna));

/** A half-year with fifteen aanmeldingen, and the one before. */
const halfjaarrapport: Rapport = maakHalfjaarrapport(
  periode('2025-1'),
  feitenVan(verhalen),
  feitenVan(verhalenEerder),
  peil,
);
const vorigHalfjaar = maakHalfjaarrapport(periode('2024-2'), feitenVan(verhalenEerder), [], peil);

/** What happened to who came to the Experttafel, with how many that did in each of two years. */
const experttafelverhalen: [aantal: number, eerder: number, daarna: Daarna[]][] = [
  [9, 7, [['advies', 20, { advies: 'maatwerk' }]]],
  [
    6,
    5,
    [
      ['advies', 20, { advies: 'samenwerking' }],
      ['advies-uitgevoerd', 60],
    ],
  ],
  [2, 3, [['triage', 3, { uitkomst: 'afgewezen', reden: 'geen-verblijf' }]]],
  [5, 0, []],
];
const experttafeljaar = (jaar: number, hoeveel: 0 | 1) =>
  experttafelverhalen.flatMap(([nu, eerder, daarna], soort) =>
    Array.from({ length: hoeveel === 0 ? nu : eerder }, (_, i) =>
      feit(`${jaar}-03-1${soort}T10:00:00+01:00`, peil, daarna, {
        kenmerk: `ET-${jaar}-00${soort}${i}`,
        leeftijdMaanden: 60 + 24 * (i % 6),
        verblijfplaats: i % 2 === 0 ? 'thuis' : 'behandelgroep',
      }),
    ),
  );
const [dit, vorig] = [experttafeljaar(2025, 0), experttafeljaar(2024, 1)];

/** A year with twenty-two who came to the Experttafel, and the one before. */
const experttafelrapport: Rapport = maakExperttafelrapport(periode('2025'), dit, vorig, peil);
const vorigExperttafeljaar = maakExperttafelrapport(periode('2024'), vorig, [], peil);

/** A quarter with some who wait, few of them long. */
const wachttijdenrapport: Rapport = maakWachttijdenrapport(
  periode('2025-K2'),
  kwartaalCijfers(188, [
    antwoordMet(
      [
        vak('lvb', 'ambulant', 1240, 130, 620),
        vak('jeugdhulp', 'ambulant', 212, 3, 100),
        vak('j-ggz', 'ambulant', 182, 90, 91),
        vak('mix', 'verblijf', 58, 20, 57),
      ],
      { oorzaken: ['personeelstekort'], wachttijden: [{ zorgsoort: 'kdc', weken: 52 }] },
    ),
    antwoordMet([], { oorzaken: ['uitstroom-stagneert'], wachttijden: [{ zorgsoort: 'kdc', weken: 61 }] }),
  ]),
  kwartaalCijfers(188, [antwoordMet([vak('lvb', 'ambulant', 300, 130, 150)])]),
  peil,
);

const lopend = (nummer: number, rest: Partial<Lopend>): Lopend => ({
  kenmerk: `ZL-2025-${String(nummer).padStart(4, '0')}`,
  signalen: [],
  vastgelopenRedenen: [],
  wachtSinds: Date.parse('2025-06-12T12:00:00+02:00'),
  ambitieTijdstip: Date.parse('2025-07-09T12:00:00+02:00'),
  ...rest,
});

/** A week with many trajecten that are stuck, more than one plot shows. */
const weekrapport: Rapport = maakWeekoverzicht(
  periode('2025-W27'),
  [
    ...Array.from({ length: 60 }, (_, i) =>
      lopend(i + 1, {
        signalen: ['vastgelopen', 'te-laat'],
        vastgelopenRedenen: i % 2 === 0 ? ['antwoord', 'contact'] : ['triage'],
        ambitieTijdstip: Date.parse('2025-06-20T12:00:00+02:00'),
      }),
    ),
    lopend(61, {}),
  ],
  peil,
);

const leegRapport: Rapport = maakExperttafelrapport(periode('2025'), [], [], peil);

/** As a version leaves the team. */
const gepubliceerd = {
  status: 'gepubliceerd',
  publicatie: { versie: 1, sha256: null, gemaaktTijdstip: peil, reden: null },
} as const;

/** The pages by what they are. */
export const rapportpaginas: Readonly<Record<string, Rapportpagina>> = {
  halfjaar: {
    rapport: halfjaarrapport,
    status: 'gepubliceerd',
    publicatie: {
      versie: 2,
      sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      gemaaktTijdstip: peil,
      reden: 'Een aanmelding stond bij de verkeerde gemeente.',
    },
  },
  'halfjaar-extern': { rapport: maakExtern(halfjaarrapport, [], null), ...gepubliceerd },
  'halfjaar-extern-vergeleken': {
    rapport: maakExtern(halfjaarrapport, [], maakExtern(vorigHalfjaar, [], null)),
    ...gepubliceerd,
  },
  experttafel: { rapport: experttafelrapport, status: 'concept' },
  'experttafel-extern': {
    rapport: maakExtern(experttafelrapport, [], maakExtern(vorigExperttafeljaar, [], null)),
    ...gepubliceerd,
  },
  wachttijden: { rapport: wachttijdenrapport, status: 'concept' },
  'wachttijden-extern': { rapport: maakExtern(wachttijdenrapport, [], null), ...gepubliceerd },
  week: {
    rapport: weekrapport,
    status: 'voorlopig',
    verwijzingen: { vastgelopen: 'http://temporal.example/lijst' },
  },
  leeg: { rapport: leegRapport, status: 'concept' },
};

/** Serves each page at its name, with the style sheet. The caller lets it listen and closes it. */
export function maakRapportserver(): Api {
  const app = fastify() as unknown as Api;
  stijlblad(app);
  for (const [naam, inhoud] of Object.entries(rapportpaginas))
    app.get(`/${naam}`, (_request, reply) => stuurPagina(reply, rapportPagina(inhoud)));
  return app;
}
