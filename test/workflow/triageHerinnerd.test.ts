/** The triage is reminded of before its norm of two werkdagen passes. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dag } from '../../domain/beleid.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import {
  adresVan,
  evenNa,
  mailMetKop,
  momenten,
  naHeleWerkdagen,
  springNaar,
  tekstVan,
  totVastgelopen,
  verzonden,
  zinnen,
} from '../support/volgen.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

async function aangemeld(kenmerk: string) {
  const sinds = Date.parse((await op.traject(kenmerk)).aanmeldingTijdstip);
  return { sinds, herinnering: naHeleWerkdagen(sinds, 1), norm: naHeleWerkdagen(sinds, 2) };
}

it('na één werkdag krijgt het team een herinnering, en pas na twee is het traject vastgelopen', async () => {
  const kenmerk = await op.meldAan();
  const { herinnering, norm } = await aangemeld(kenmerk);
  await springNaar(op, herinnering - dag / 24);
  await verzonden(op, kenmerk, 'norm-herinnering', 0);

  await springNaar(op, evenNa(herinnering));
  await verzonden(op, kenmerk, 'norm-herinnering', 1);
  const mail = await mailMetKop(op, kenmerk, 'Herinnering: de triage doen');
  // Nobody has taken it up yet.
  expect(adresVan(mail)).toBe('team@zorglogistiek.example');
  expect(tekstVan(mail)).toContain('Bekijk de aanmelding en leg vast wat ermee gebeurt.');
  expect(await zinnen(op, kenmerk, 'norm-herinnering')).toEqual([
    'Herinnering 1 is gestuurd: de triage doen.',
  ]);
  const [moment = 0] = await momenten(op, kenmerk, 'norm-herinnering');
  expect(moment).toBeGreaterThanOrEqual(herinnering);
  expect(await op.traject(kenmerk)).toMatchObject({ vastgelopen: [], signalen: [] });

  await springNaar(op, evenNa(norm));
  await totVastgelopen(op, kenmerk, ['triage']);
  await verzonden(op, kenmerk, 'norm-herinnering', 1);
});

it('wie de triage op tijd doet, krijgt geen herinnering', async () => {
  const kenmerk = await op.meldAan();
  const { norm } = await aangemeld(kenmerk);
  await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
  await springNaar(op, evenNa(norm));
  await verzonden(op, kenmerk, 'norm-herinnering', 0);
});

it('na het antwoord van de aanmelder telt de herinnering opnieuw, en gaat zij naar wie het oppakte', async () => {
  const kenmerk = await op.meldAan();
  await op.besluit(kenmerk, 'coordinator', { coordinator: 'coordinator-2' });
  await op.besluit(kenmerk, 'informatievraag', { soorten: ['anders'], vraag: 'Wie is de voogd?' });
  await op.verstrijk('30 hours');
  await op.besluit(kenmerk, 'informatie', { antwoord: 'De oma.' }, { rol: 'aanmelder' });
  const [antwoord = 0] = await momenten(op, kenmerk, 'informatie');
  await springNaar(op, evenNa(naHeleWerkdagen(antwoord, 1)));
  const [rij] = await verzonden(op, kenmerk, 'norm-herinnering', 1);
  expect(rij).toMatchObject({ geadresseerde: 'coordinator-2', gegevens: { wacht: 'triage' } });
});
