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

/** A half-year with fifteen aanmeldingen. */
const halfjaarrapport: Rapport = maakHalfjaarrapport(
  periode('2025-1'),
  verhalen.map(([moment, daarna]) => feit(moment, peil, daarna)),
  verhalen.slice(0, 9).map(([moment, daarna]) => feit(moment.replace('2025', '2024'), peil, daarna)),
  peil,
);

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
