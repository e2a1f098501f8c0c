/** What a failure of the mail server means for the mail. */
import { describe, expect, it } from 'vitest';
import { type Lot, lotBij } from '../../activities/mail/transport.ts';

type Fout = Parameters<typeof lotBij>[0];
const fout = (velden: Partial<Fout>) =>
  Object.assign(new Error('voor iemand@elders.example'), velden) as Fout;

const gevallen: [string, Partial<Fout>, boolean, Lot][] = [
  [
    'adres geweigerd',
    { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 },
    false,
    { soort: 'afgewezen', smtpCode: 550 },
  ],
  ['inhoud geweigerd', { code: 'EMESSAGE', responseCode: 554 }, true, { soort: 'afgewezen', smtpCode: 554 }],
  [
    'adres nu niet',
    { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 451 },
    false,
    { soort: 'later', code: '451', smtpCode: 451 },
  ],
  [
    'inhoud nu niet',
    { code: 'EMESSAGE', responseCode: 452 },
    true,
    { soort: 'later', code: '452', smtpCode: 452 },
  ],
  [
    'afzender geweigerd',
    {
      code: 'EENVELOPE',
      command: 'MAIL FROM',
      responseCode: 550,
      response: '550 5.7.60 not allowed to send as',
    },
    false,
    { soort: 'later', code: '550' },
  ],
  [
    'afzender nu niet',
    { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 452 },
    false,
    { soort: 'later', code: '452' },
  ],
  [
    'wij mogen hier niet door',
    {
      code: 'EENVELOPE',
      command: 'RCPT TO',
      responseCode: 554,
      response: '554 5.7.1 <iemand@elders.example>: Relay access denied',
    },
    false,
    { soort: 'later', code: '554' },
  ],
  [
    'server stopt bij het adres',
    { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 421 },
    false,
    { soort: 'later', code: '421' },
  ],
  ['eerst inloggen', { code: 'EENVELOPE', responseCode: 530 }, false, { soort: 'later', code: '530' }],
  ['verkeerde volgorde', { code: 'EENVELOPE', responseCode: 503 }, false, { soort: 'later', code: '503' }],
  ['inloggen mislukt', { code: 'EAUTH', responseCode: 535 }, false, { soort: 'later', code: '535' }],
  ['server wil niemand', { code: 'EPROTOCOL', responseCode: 554 }, false, { soort: 'later', code: '554' }],
  ['server stopt ermee', { code: 'ECONNECTION', responseCode: 421 }, true, { soort: 'later', code: '421' }],
  [
    'verbinding geweigerd',
    { code: 'ESOCKET', originalCode: 'ECONNREFUSED' },
    false,
    { soort: 'later', code: 'ECONNREFUSED' },
  ],
  [
    'naam onbekend',
    { code: 'EDNS', originalCode: 'ENOTFOUND' },
    false,
    { soort: 'later', code: 'ENOTFOUND' },
  ],
  ['afgebroken voor de inhoud', { code: 'EABORT' }, false, { soort: 'later', code: 'EABORT' }],
  ['afgebroken na de inhoud', { code: 'EABORT' }, true, { soort: 'onbekend', code: 'EABORT' }],
  ['weg na de inhoud', { code: 'ECONNECTION' }, true, { soort: 'onbekend', code: 'ECONNECTION' }],
  ['stil na de inhoud', { code: 'ETIMEDOUT' }, true, { soort: 'onbekend', code: 'ETIMEDOUT' }],
  [
    'onbegrijpelijk antwoord',
    { code: 'EPROTOCOL', responseCode: 354 },
    true,
    { soort: 'onbekend', code: 'EPROTOCOL' },
  ],
  ['zonder code', {}, true, { soort: 'onbekend', code: 'ONBEKEND' }],
  ['met tekst als code', { code: 'iemand@elders.example' }, false, { soort: 'later', code: 'ONBEKEND' }],
];

describe('het lot van een e-mail', () => {
  it.each(gevallen)('%s', (_naam, velden, overgedragen, lot) => {
    expect(lotBij(fout(velden), overgedragen)).toEqual(lot);
  });
});
