/** Anybody can read the published wachttijden by program: the file is what its schema says (docs/OPEN-DATA.md). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { openDataSchema } from '../../domain/rapport/openData.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { antwoordMet, vak } from '../support/wachttijden.ts';
import { bewaarCijfers, bewaarUitvraag, publiceerWachttijden } from '../support/wachttijdrijen.ts';

const antwoord = (lvb: number) => [
  antwoordMet([vak('lvb', 'ambulant', lvb, 20, 20), vak('jeugdhulp', 'verblijf', 40, 3, 20)], {
    oorzaken: ['personeelstekort'],
    wachttijden: [{ zorgsoort: 'kdc', weken: 52 }],
  }),
  ...Array.from({ length: 6 }, () =>
    antwoordMet([], { oorzaken: ['personeelstekort'], wachttijden: [{ zorgsoort: 'kdc', weken: 61 }] }),
  ),
];

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt', metWorker: false });
  await bewaarUitvraag(op.db, '2025-K1', antwoord(50));
  await bewaarUitvraag(op.db, '2025-K2', antwoord(60));
  await bewaarUitvraag(op.db, '2025-K3', antwoord(70));
  await bewaarUitvraag(op.db, '2025-K4', [], 'open');
  await publiceerWachttijden(op.db, '2025-K1');
  await publiceerWachttijden(op.db, '2025-K2');
});
afterAll(() => op.sluit());

const wortel = '/v1/open-data/wachttijden';
/** Without a token. */
const haal = (pad: string, headers: Record<string, string> = {}) => op.api.inject({ url: pad, headers });

type Rij = Record<string, string>;
/** Reads CSV as RFC 4180 has it, as far as this file needs it: nothing in it has a comma or a quote. */
const leesCsv = (body: string): Rij[] => {
  expect(body).not.toContain('"');
  const [kop = '', ...regels] = body.replace(/\r\n$/, '').split('\r\n');
  return regels.map((regel) => {
    const waarden = regel.split(',');
    const namen = kop.split(',');
    expect(waarden.length).toBe(namen.length);
    return Object.fromEntries(namen.map((naam, k) => [naam, waarden[k] ?? '']));
  });
};

interface Veld {
  name: string;
  type: string;
  constraints: { required?: boolean; enum?: string[]; pattern?: string; minimum?: number };
}
const vormen: Readonly<Record<string, RegExp>> = {
  string: /^.*$/,
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
};
/** What a value does wrong by the rules of a Table Schema (datapackage.org, "Table Schema"). */
function fouten(veld: Veld, waarde: string): string[] {
  const { required, enum: keuzes, pattern, minimum } = veld.constraints;
  if (waarde === '') return required ? [`${veld.name} ontbreekt`] : [];
  return [
    ...(vormen[veld.type]?.test(waarde) ? [] : [`${veld.name} is geen ${veld.type}: ${waarde}`]),
    ...(!keuzes || keuzes.includes(waarde) ? [] : [`${veld.name} kent ${waarde} niet`]),
    ...(!pattern || new RegExp(`^(?:${pattern})$`).test(waarde) ? [] : [`${veld.name}: ${waarde}`]),
    ...(minimum === undefined || Number(waarde) >= minimum ? [] : [`${veld.name}: ${waarde}`]),
  ];
}

interface Sleutels {
  fields: readonly Veld[];
  primaryKey?: string | readonly string[];
  uniqueKeys?: readonly (readonly string[])[];
  fieldsMatch?: unknown;
}
/**
 * What a schema does wrong with its keys, by the specification (a field of a primary key cannot be null) and the profile that it names (version 2.0: a list
 * of lists, and `fieldsMatch` a list).
 */
function foutenInSleutels({ fields, primaryKey = [], uniqueKeys = [], fieldsMatch }: Sleutels): string[] {
  const veld = (naam: string) => fields.find(({ name }) => name === naam);
  return [
    ...[primaryKey, ...uniqueKeys]
      .flat()
      .filter((naam) => !veld(naam))
      .map((naam) => `${naam} is geen kolom`),
    ...[primaryKey]
      .flat()
      .filter((naam) => !veld(naam)?.constraints.required)
      .map((naam) => `${naam} kan leeg zijn`),
    ...(uniqueKeys.some((sleutel) => !Array.isArray(sleutel) || sleutel.length === 0) ? ['uniqueKeys'] : []),
    ...(fieldsMatch === undefined || Array.isArray(fieldsMatch) ? [] : ['fieldsMatch']),
  ];
}

describe('de open data over wachttijden', () => {
  it('noemt ieder gepubliceerd kwartaal met zijn adres, en geen ander', async () => {
    const antwoord = await haal(wortel);
    expect(antwoord.statusCode).toBe(200);
    expect(antwoord.json()).toEqual({
      schemaAdres: `${wortel}/schema.json`,
      kwartalen: ['2025-K2', '2025-K1'].map((kwartaal) => ({
        kwartaal,
        versie: 1,
        gepubliceerdTijdstip: expect.stringMatching(/^\d{4}-.+Z$/),
        csvAdres: `${wortel}/${kwartaal}.csv`,
      })),
    });
    for (const kwartaal of ['2025-K3', '2025-K4', '2024-K1', 'onzin'])
      expect((await haal(`${wortel}/${kwartaal}.csv`)).statusCode, kwartaal).toBe(404);
  });

  it('past op het schema dat ernaast staat: iedere kolom, iedere waarde, en geen regel dubbel', async () => {
    const { csvAdres, schemaAdres } = {
      ...(await haal(wortel)).json(),
      ...(await haal(wortel)).json().kwartalen[0],
    };
    const schema = (await haal(schemaAdres)).json() as typeof openDataSchema;
    const csv = await haal(csvAdres);
    expect(csv.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      link: `<${schemaAdres}>; rel="describedby"; type="application/json"`,
    });
    const rijen = leesCsv(csv.body);
    expect(rijen.length).toBeGreaterThan(80);
    const velden = schema.fields as unknown as Veld[];
    for (const rij of rijen) {
      expect(Object.keys(rij)).toEqual(velden.map(({ name }) => name));
      expect(velden.flatMap((veld) => fouten(veld, rij[veld.name] ?? ''))).toEqual([]);
    }
    expect(foutenInSleutels(schema as unknown as Sleutels)).toEqual([]);
    for (const sleutel of schema.uniqueKeys) {
      const waarden = rijen.map((rij) => sleutel.map((naam) => rij[naam]).join('|'));
      expect(new Set(waarden).size).toBe(waarden.length);
    }
  });

  it('geeft de cijfers, en van kleine aantallen alleen dat zij verborgen zijn', async () => {
    const rijen = leesCsv((await haal(`${wortel}/2025-K2.csv`)).body);
    const vind = (deel: Rij) =>
      rijen
        .filter((rij) => Object.entries(deel).every(([veld, waarde]) => rij[veld] === waarde))
        .map(({ waarde, eenheid, status }) => [waarde, eenheid, status]);
    expect(vind({ indicator: 'wachtend', sector: 'totaal', vorm: 'totaal' })).toEqual([
      ['100', 'aantal', 'getoond'],
    ]);
    expect(vind({ indicator: 'drie-maanden-of-langer', sector: 'lvb', vorm: 'ambulant' })).toEqual([
      ['20', 'aantal', 'getoond'],
    ]);
    expect(vind({ indicator: 'drie-maanden-of-langer', sector: 'jeugdhulp', vorm: 'verblijf' })).toEqual([
      ['', 'aantal', 'verborgen'],
    ]);
    expect(vind({ indicator: 'wachttijd-middelste', zorgsoort: 'kdc' })).toEqual([
      ['61', 'weken', 'getoond'],
    ]);
    expect(vind({ indicator: 'wachttijd-middelste', zorgsoort: 'woongroep' })).toEqual([
      ['', 'weken', 'geen-gegevens'],
    ]);
    expect(vind({ indicator: 'oorzaak', oorzaak: 'personeelstekort' })).toEqual([['7', 'aantal', 'getoond']]);
    expect(vind({ indicator: 'respons' })).toEqual([['3.7', 'procent', 'getoond']]);
  });

  it('is een uur te bewaren, ook door andere websites te lezen, en komt niet nog eens als hij hetzelfde is', async () => {
    for (const pad of [wortel, `${wortel}/schema.json`, `${wortel}/2025-K1.csv`])
      expect((await haal(pad)).headers, pad).toMatchObject({
        'cache-control': 'public, max-age=3600',
        'access-control-allow-origin': '*',
      });
    const { etag } = (await haal(`${wortel}/2025-K1.csv`)).headers;
    const nogEens = await haal(`${wortel}/2025-K1.csv`, { 'if-none-match': `"iets", W/${etag}` });
    expect([nogEens.statusCode, nogEens.body]).toEqual([304, '']);
    expect((await haal(`${wortel}/2025-K1.csv`, { 'if-none-match': '"iets"' })).statusCode).toBe(200);
  });

  it('verandert pas als er een nieuwe versie is gepubliceerd', async () => {
    const eerst = (await haal(`${wortel}/2025-K1.csv`)).body;
    await bewaarCijfers(op.db, '2025-K1', 2, antwoord(90));
    expect((await haal(`${wortel}/2025-K1.csv`)).body).toBe(eerst);
    await publiceerWachttijden(op.db, '2025-K1');
    const rijen = leesCsv((await haal(`${wortel}/2025-K1.csv`)).body);
    expect(new Set(rijen.map(({ versie }) => versie))).toEqual(new Set(['2']));
    expect(
      rijen.find(
        ({ indicator, sector, vorm }) => `${indicator} ${sector} ${vorm}` === 'wachtend lvb ambulant',
      )?.waarde,
    ).toBe('90');
    expect((await haal(wortel)).json().kwartalen).toMatchObject([
      { versie: 1 },
      { kwartaal: '2025-K1', versie: 2 },
    ]);
  });
});

describe('het rapport over wachttijden', () => {
  it('wordt niet gepubliceerd zolang de uitvraag open is, of als er geen is', async () => {
    const publiceer = (kwartaal: string) =>
      op.vraag('POST', `/v1/rapportages/wachttijden/${kwartaal}/publicatie`, {}, { rol: 'manager' });
    expect(await publiceer('2025-K4')).toMatchObject({
      status: 409,
      inhoud: { detail: expect.stringContaining('nog niet gesloten') },
    });
    expect(await publiceer('2024-K2')).toMatchObject({
      status: 409,
      inhoud: {
        type: expect.stringMatching(/:geen-gegevens$/),
        detail: expect.stringContaining('geen uitvraag geweest'),
      },
    });
    expect(await op.db.rapport.count({ where: { periode: { in: ['2025-K4', '2024-K2'] } } })).toBe(0);
  });

  it('staat naast het kwartaal ervoor', async () => {
    const { inhoud } = await op.vraag('GET', '/v1/rapportages/wachttijden/2025-K3', undefined, {
      rol: 'manager',
    });
    expect(inhoud).toMatchObject({
      status: 'concept',
      cijfers: { wachtend: 110, verblijf: 40, drieMaanden: 23 },
      eerder: { wachtend: 100, verblijf: 40, drieMaanden: 23 },
    });
  });
});
