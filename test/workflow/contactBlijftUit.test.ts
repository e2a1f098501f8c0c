/** Staff are marathon runners: a jeugdige that was not spoken of for four weeks is brought up, again and again. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dag } from '../../domain/beleid.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import {
  adresVan,
  evenNa,
  momenten,
  redenenNu,
  springNaar,
  tekstVan,
  totReden,
  zinnen,
  zoekattribuut,
} from '../support/volgen.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
let kenmerk: string;
let aangemeld: number;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
  kenmerk = await op.meldAan();
  await op.besluit(kenmerk, 'triage', {
    uitkomst: 'zorgbemiddeling',
    afwijkReden: 'individuele-situatie',
    coordinator: 'coordinator-1',
  });
  aangemeld = Date.parse((await op.traject(kenmerk)).aanmeldingTijdstip);
});
afterAll(() => op.sluit());

const vierWeken = 28 * dag;
const kop = 'Vastgelopen: er is te lang niet over de jeugdige gesproken';
const totMails = (aantal: number) =>
  wachtTot(
    () => op.mails(kenmerk).filter(({ subject }) => subject === `${kop} (${kenmerk})`),
    (mails) => mails.length === aantal,
  );
const spreek = (met: string, wie = 'coordinator-1') =>
  op.besluit(kenmerk, 'contact', { met, verslag: 'Het gaat wat beter met kanarie.' }, { wie });

it('na vier weken zonder contact is het traject vastgelopen, en de coördinator krijgt een mail', async () => {
  await springNaar(op, aangemeld + vierWeken - dag / 24);
  expect(await redenenNu(op, kenmerk)).not.toContain('contact');
  await springNaar(op, evenNa(aangemeld + vierWeken));
  expect(await totReden(op, kenmerk, 'contact')).toEqual({
    reden: 'contact',
    uitleg: 'er is te lang niet over de jeugdige gesproken',
    op: 'coordinator',
    wie: null,
    sindsTijdstip: new Date(aangemeld + vierWeken).toISOString(),
  });
  expect(await zoekattribuut(op, kenmerk, 'Vastgelopen')).toContain('contact');
  const [mail] = await totMails(1);
  expect(mail && adresVan(mail)).toBe('coordinator-1@zorglogistiek.example');
  expect(mail && tekstVan(mail)).toContain(
    'Spreek met de jeugdige, de ouders, de aanmelder of de aanbieder, en leg vast dat er contact is geweest.',
  );
});

it('contact heft het op, en staat in het verhaal zonder wat er is gezegd', async () => {
  await spreek('jeugdige');
  expect(await redenenNu(op, kenmerk)).not.toContain('contact');
  expect(await zinnen(op, kenmerk, 'contact')).toEqual([
    'Er is contact geweest over de jeugdige, met de jeugdige.',
  ]);
});

it('wie op tijd spreekt, krijgt geen mail', async () => {
  await op.verstrijk('27 days');
  await spreek('ouders');
  await op.verstrijk('27 days');
  expect(await redenenNu(op, kenmerk)).not.toContain('contact');
  await totMails(1);
});

it('vier weken na het laatste contact begint het opnieuw', async () => {
  const [, laatste = 0] = await momenten(op, kenmerk, 'contact');
  await springNaar(op, evenNa(laatste + vierWeken));
  expect(await totReden(op, kenmerk, 'contact')).toMatchObject({
    sindsTijdstip: new Date(laatste + vierWeken).toISOString(),
  });
  await totMails(2);
});

it('ook wie is opgeschort, wordt niet vergeten', async () => {
  await spreek('aanmelder');
  await op.besluit(kenmerk, 'opschorting', {
    reden: 'jeugdige-onvindbaar',
    evaluatieDatum: await op.datum(90),
    toelichting: 'Wij weten nu niet waar de jeugdige is.',
  });
  const [, , laatste = 0] = await momenten(op, kenmerk, 'contact');
  await springNaar(op, evenNa(laatste + vierWeken));
  expect(await totReden(op, kenmerk, 'contact')).toMatchObject({ op: 'coordinator' });
  await totMails(3);
});
