import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Api } from '../../api/omgeving.ts';
import { aanmeldingVoorbeeld } from '../../api/voorbeelden.ts';
import { maakApiZonderServers } from '../support/apiZonderServers.ts';
import { getyptVoor, verstuur } from '../support/formulier.ts';

let api: Api;
const logregels: string[] = [];
beforeAll(async () => {
  api = await maakApiZonderServers((regel) => logregels.push(regel));
});
afterAll(() => api.close());

it('is de database weg, dan staat alles er nog en kan het met dezelfde sleutel nog eens; het log zegt niets van de inhoud', async () => {
  const sleutel = '0192f0c1-7d4e-4c3a-9a51-2f5d0c3b7e10';
  const antwoord = await verstuur(api, getyptVoor(aanmeldingVoorbeeld), { sleutel });
  expect(antwoord.statusCode).toBe(503);
  expect(antwoord.headers['content-type']).toContain('text/html');
  expect(antwoord.body).toContain('Onze database is even niet bereikbaar');
  expect(antwoord.body).toContain(`name="sleutel" value="${sleutel}"`);
  expect(antwoord.body).toContain(`value="${aanmeldingVoorbeeld.jeugdige.bsn}"`);
  const log = logregels.join('');
  expect(log).toContain('verzoek mislukt');
  for (const geheim of [
    aanmeldingVoorbeeld.jeugdige.bsn,
    aanmeldingVoorbeeld.jeugdige.naam,
    aanmeldingVoorbeeld.aanmelder.email,
    sleutel,
  ])
    expect(log).not.toContain(geheim);
});
