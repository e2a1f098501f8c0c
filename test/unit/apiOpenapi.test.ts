import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../../api/omgeving.ts';
import {
  aanmeldingVoorbeeld,
  onderzoekBesluitVoorbeelden,
  trajectBesluitVoorbeelden,
} from '../../api/voorbeelden.ts';
import { aanmeldingSchema } from '../../domain/aanmelding.ts';
import {
  type OnderzoekBesluitSoort,
  onderzoekBesluiten,
  type TrajectBesluitSoort,
  trajectBesluiten,
} from '../../domain/besluiten.ts';
import { maakApiZonderServers } from '../support/apiZonderServers.ts';

interface Operatie {
  operationId: string;
  summary: string;
  description: string;
  security?: unknown[];
  parameters?: { in: string; name: string; required?: boolean }[];
  requestBody?: { content: Record<string, { example?: unknown }> };
  responses: Record<
    string,
    { description: string; content?: Record<string, unknown>; headers?: Record<string, { $ref: string }> }
  >;
}

let api: Api;
let document: {
  openapi: string;
  info: Record<string, unknown>;
  paths: Record<string, Record<string, Operatie>>;
  components: { headers: Record<string, { description: string; schema: object; example: unknown }> };
};

beforeAll(async () => {
  api = await maakApiZonderServers();
  document = (await api.inject('/v1/openapi.json')).json();
});
afterAll(() => api.close());

const operaties = () =>
  Object.entries(document.paths).flatMap(([pad, methoden]) =>
    Object.entries(methoden).map(([methode, operatie]) => ({
      naam: `${methode} ${pad}`,
      methode,
      pad,
      operatie,
    })),
  );

describe('het OpenAPI-document', () => {
  it('is geldig volgens OpenAPI 3.1', async () => {
    const uitslag = await new Validator().validate(structuredClone(document));
    expect(uitslag).toMatchObject({ valid: true });
    expect(document.openapi).toMatch(/^3\.1\./);
  });

  it('is open voor iedereen, ook voor pagina’s van andere websites', async () => {
    const antwoord = await api.inject('/v1/openapi.json');
    expect(antwoord.headers).toMatchObject({ 'access-control-allow-origin': '*', 'api-version': '1.0.0' });
  });

  it('noemt een contact en een versie', () => {
    expect(document.info).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      contact: { email: expect.stringContaining('@') },
    });
  });

  it('beschrijft iedere operatie, met haar fouten', () => {
    expect(operaties().length).toBeGreaterThan(20);
    for (const { naam, operatie } of operaties()) {
      expect(operatie.summary, naam).toMatch(/\S{3}/);
      expect(operatie.description.length, naam).toBeGreaterThan(30);
      const fouten = Object.entries(operatie.responses).filter(([status]) => status >= '400');
      expect(fouten.length, naam).toBeGreaterThan(0);
      for (const [status, fout] of fouten)
        expect(Object.keys(fout.content ?? {}), `${naam} ${status}`).toEqual(['application/problem+json']);
      for (const antwoord of Object.values(operatie.responses))
        expect(antwoord.description, naam).not.toBe('Default Response');
    }
  });

  it('beschrijft bij ieder antwoord de headers die meekomen', () => {
    const extra: Readonly<Record<string, string>> = {
      '201': 'Location',
      '202': 'Location',
      '401': 'WWW-Authenticate',
      '503': 'Retry-After',
    };
    const gezien = new Set<string>();
    for (const { naam, operatie } of operaties())
      for (const [status, antwoord] of Object.entries(operatie.responses)) {
        const verwacht = ['API-Version', ...(extra[status] ? [extra[status]] : [])];
        expect(Object.keys(antwoord.headers ?? {}), `${naam} ${status}`).toEqual(verwacht);
        for (const [header, { $ref }] of Object.entries(antwoord.headers ?? {})) {
          expect($ref).toBe(`#/components/headers/${header}`);
          gezien.add(header);
        }
      }
    expect(gezien).toEqual(new Set(Object.keys(document.components.headers)));
    expect(gezien.size).toBe(4);
  });

  it('noemt bij iedere operatie dat een verzoek onleesbaar kan zijn', () => {
    for (const { naam, operatie } of operaties())
      expect(operatie.responses['400']?.description, naam).toContain('`ongeldig-verzoek`');
  });

  it('geeft iedere operatie een eigen naam', () => {
    const namen = operaties().map(({ operatie }) => operatie.operationId);
    expect(new Set(namen).size).toBe(namen.length);
  });

  it('vraagt overal een token, behalve naar de stand van zaken en de open data', () => {
    const zonder = operaties().filter(({ operatie }) => !operatie.security?.length);
    expect(zonder.map(({ naam }) => naam)).toEqual([
      'get /health/live',
      'get /health/ready',
      'get /v1/open-data/wachttijden',
      'get /v1/open-data/wachttijden/schema.json',
      'get /v1/open-data/wachttijden/{kwartaal}.csv',
    ]);
  });

  it('vraagt bij iedere POST een Idempotency-Key en toont een voorbeeld', () => {
    for (const { naam, operatie } of operaties().filter(({ methode }) => methode === 'post')) {
      expect(operatie.parameters, naam).toContainEqual(
        expect.objectContaining({ in: 'header', name: 'idempotency-key', required: true }),
      );
      // JSON, or for a file a form.
      const [inhoud] = Object.values(operatie.requestBody?.content ?? {});
      expect(inhoud?.example, naam).toEqual(expect.anything());
    }
  });

  it('gebruikt camelCase in velden en zoeksleutels, kebab-case in paden', () => {
    const namen = new Set<string>();
    const verzamel = (deel: unknown): void => {
      if (typeof deel !== 'object' || deel === null) return;
      for (const [sleutel, waarde] of Object.entries(deel)) {
        if (sleutel === 'properties') for (const naam of Object.keys(waarde)) namen.add(naam);
        if (sleutel === 'parameters')
          for (const p of waarde as { in: string; name: string }[]) if (p.in !== 'header') namen.add(p.name);
        verzamel(waarde);
      }
    };
    verzamel(document);
    expect(namen.size).toBeGreaterThan(50);
    for (const naam of namen) expect(naam).toMatch(/^[a-z][a-zA-Z]*$/);
    for (const pad of Object.keys(document.paths))
      expect(pad).toMatch(/^(\/([a-z0-9-]+|\{[a-z]+\}))+(\.(csv|json))?$/);
  });
});

describe('de voorbeelden', () => {
  it('passen in hun schema', () => {
    expect(aanmeldingSchema.safeParse(aanmeldingVoorbeeld).error).toBeUndefined();
    for (const soort of Object.keys(trajectBesluiten) as TrajectBesluitSoort[])
      expect(
        trajectBesluiten[soort].inhoud.safeParse(trajectBesluitVoorbeelden[soort]).error,
        soort,
      ).toBeUndefined();
    for (const soort of Object.keys(onderzoekBesluiten) as OnderzoekBesluitSoort[])
      expect(
        onderzoekBesluiten[soort].inhoud.safeParse(onderzoekBesluitVoorbeelden[soort]).error,
        soort,
      ).toBeUndefined();
  });
});

describe('de leesbare pagina', () => {
  it('staat op /docs', async () => {
    const antwoord = await api.inject('/docs');
    expect(antwoord).toMatchObject({ statusCode: 200 });
    expect(antwoord.headers['content-type']).toContain('text/html');
  });
});
