/** The triage has a norm of two werkdagen: after it the traject is vastgelopen on the coördinator until it is done. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dag } from '../../domain/beleid.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { werkdagOver } from '../support/tafels.ts';
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
  zoekattribuut,
} from '../support/volgen.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

const kopVastgelopen = 'Vastgelopen: de triage is niet gedaan';

async function aangemeld() {
  const kenmerk = await op.meldAan();
  const sinds = Date.parse((await op.traject(kenmerk)).aanmeldingTijdstip);
  return { kenmerk, sinds, norm: naHeleWerkdagen(sinds, 2) };
}

it('na twee werkdagen is het traject vastgelopen op de coördinator, sinds de aanmelding', async () => {
  const { kenmerk, sinds, norm } = await aangemeld();
  await springNaar(op, norm - dag / 24);
  expect(await op.traject(kenmerk)).toMatchObject({ vastgelopen: [], signalen: [] });

  await springNaar(op, evenNa(norm));
  expect(await totVastgelopen(op, kenmerk, ['triage'])).toEqual([
    {
      reden: 'triage',
      uitleg: 'de triage is niet gedaan',
      op: 'coordinator',
      wie: null,
      sindsTijdstip: new Date(sinds).toISOString(),
    },
  ]);
  expect((await op.traject(kenmerk)).signalen).toContain('vastgelopen');
  expect(await zoekattribuut(op, kenmerk, 'Vastgelopen')).toEqual(['triage']);
  expect(await zoekattribuut(op, kenmerk, 'Signaal')).toEqual(['vastgelopen']);
  const [moment = 0] = await momenten(op, kenmerk, 'vastgelopen');
  expect(moment).toBeGreaterThanOrEqual(norm);
  expect(await zinnen(op, kenmerk, 'vastgelopen')).toEqual([
    'Het traject is vastgelopen: de triage is niet gedaan.',
  ]);

  // Nobody has taken it up yet, so the word goes to the team.
  const mail = await mailMetKop(op, kenmerk, kopVastgelopen);
  expect(adresVan(mail)).toBe('team@zorglogistiek.example');
  expect(tekstVan(mail)).toContain('Het wacht op de coördinator.');
  expect(tekstVan(mail)).toContain('Bekijk de aanmelding en leg vast wat ermee gebeurt.');

  // The list of the manager finds it by that reason.
  const { inhoud } = await op.vraag('GET', '/v1/trajecten?vastgelopenReden=triage', undefined, {
    rol: 'manager',
  });
  expect(inhoud.trajecten.map((een: { kenmerk: string }) => een.kenmerk)).toContain(kenmerk);
});

it('een week later hoort de manager het, één keer', async () => {
  const { kenmerk, norm } = await aangemeld();
  await springNaar(op, evenNa(norm));
  await totVastgelopen(op, kenmerk, ['triage']);
  await springNaar(op, norm + 7 * dag - dag / 24);
  await verzonden(op, kenmerk, 'norm-manager', 0);

  await springNaar(op, evenNa(norm + 7 * dag));
  const mail = await mailMetKop(op, kenmerk, 'Nog vastgelopen: de triage is niet gedaan');
  expect(adresVan(mail)).toBe('manager-1@zorglogistiek.example');
  await op.verstrijk('8 days');
  await verzonden(op, kenmerk, 'norm-manager', 1);
  await verzonden(op, kenmerk, 'norm-verstreken', 1);
  expect(await zinnen(op, kenmerk, 'vastgelopen-manager')).toEqual([
    'De manager heeft bericht gekregen dat het traject nog is vastgelopen: de triage is niet gedaan.',
  ]);
});

it('de triage heft het op, en de manager hoort dan niets meer', async () => {
  const { kenmerk, norm } = await aangemeld();
  await springNaar(op, evenNa(norm));
  await totVastgelopen(op, kenmerk, ['triage']);
  await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
  expect(await op.traject(kenmerk)).toMatchObject({ vastgelopen: [], signalen: [] });
  expect(await wachtTot(() => zoekattribuut(op, kenmerk, 'Vastgelopen'), leeg)).toSatisfy(leeg);
  await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 20) });
  await op.verstrijk('8 days');
  await verzonden(op, kenmerk, 'norm-manager', 0);
});

const leeg = (waarde: unknown) => waarde === undefined || (Array.isArray(waarde) && waarde.length === 0);
