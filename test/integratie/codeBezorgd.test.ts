/** How a one-time code reaches a person: by SMS, and to the mailbox only when there is no other way, on record. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type Linkopstelling, laatsteCode, maakLinkopstelling } from '../support/links.ts';

const sluiten: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const sluit of sluiten.splice(0).reverse()) await sluit();
});

async function opstelling(extra: Record<string, string> = {}): Promise<Linkopstelling> {
  const op = await maakLinkopstelling(extra);
  sluiten.push(() => op.sluit());
  return op;
}

/** An SMS gateway that answers as it is told and keeps what it got. */
async function maakGateway() {
  const gekregen: {
    pad: string | undefined;
    kop: Record<string, unknown>;
    inhoud: { aan: string; tekst: string };
  }[] = [];
  const gateway = { url: '', status: 200, gekregen };
  const server: Server = createServer((verzoek, antwoord) => {
    const delen: Buffer[] = [];
    verzoek.on('data', (deel: Buffer) => delen.push(deel));
    verzoek.on('end', () => {
      const inhoud = JSON.parse(Buffer.concat(delen).toString());
      gekregen.push({ pad: verzoek.url, kop: verzoek.headers, inhoud });
      antwoord.writeHead(gateway.status, gateway.status === 302 ? { location: '/elders' } : {}).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  sluiten.push(() => new Promise((klaar) => server.close(klaar)));
  gateway.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/berichten`;
  return gateway;
}

const terugval = (op: Linkopstelling) => op.db.auditRegel.findMany({ where: { wat: 'code-per-mail' } });

describe('zonder sms-dienst', () => {
  it('ligt de sms in de mailbak, herkenbaar en zonder het nummer', async () => {
    const op = await opstelling();
    await op.stuur(`${await op.link()}/code`);
    const { telefoon } = await op.db.contact.findUniqueOrThrow({
      where: { code: 'aanbieder-01-contact-1' },
    });
    const [sms] = op.smtp.berichten;
    expect(sms?.subject).toBe(`SMS aan ${telefoon.slice(-2)}`);
    expect(sms?.text).toMatch(/^\[SMS\] Uw code voor Zorglogistiek is \d{6}\n?$/);
    expect(JSON.stringify(sms)).not.toContain(telefoon);
    expect(await terugval(op)).toEqual([]);
  });
});

describe('met een sms-dienst', () => {
  it('krijgt die het nummer, de code en de naam Zorglogistiek, en verder niets', async () => {
    const gateway = await maakGateway();
    const op = await opstelling({ ZL_SMS_URL: gateway.url, ZL_SMS_TOKEN: 'geheim-token' });
    await op.db.contact.update({
      where: { code: 'aanbieder-01-contact-1' },
      data: { telefoon: '06 12 34 56 78' },
    });
    const pad = await op.link();
    expect((await op.stuur(`${pad}/code`)).status).toBe(303);
    expect(gateway.gekregen).toMatchObject([
      {
        pad: '/berichten',
        kop: { authorization: 'Bearer geheim-token', 'content-type': 'application/json' },
        inhoud: {
          aan: '+31612345678',
          tekst: expect.stringMatching(/^Uw code voor Zorglogistiek is \d{6}$/),
        },
      },
    ]);
    expect(Object.keys(gateway.gekregen[0]?.inhoud ?? {})).toEqual(['aan', 'tekst']);
    expect(op.smtp.berichten).toEqual([]);
    const code = /\d{6}$/.exec(gateway.gekregen[0]?.inhoud.tekst ?? '')?.[0] ?? '';
    expect((await op.stuur(`${pad}/toegang`, { code })).status).toBe(303);
  });

  it.each([
    ['+31 6 12345678', '+31612345678'],
    ['0031612345678', '+31612345678'],
    ['070-123 45 67', '+31701234567'],
  ])('het nummer %s wordt %s', async (telefoon, aan) => {
    const gateway = await maakGateway();
    const op = await opstelling({ ZL_SMS_URL: gateway.url });
    await op.db.contact.update({ where: { code: 'aanbieder-01-contact-1' }, data: { telefoon } });
    await op.stuur(`${await op.link()}/code`);
    expect(gateway.gekregen).toMatchObject([{ inhoud: { aan } }]);
    expect(gateway.gekregen[0]?.kop).not.toHaveProperty('authorization');
  });

  it.each([
    [400, 'Wij kunnen geen sms sturen'],
    [404, 'Wij kunnen geen sms sturen'],
    [401, 'De sms-dienst is nu niet bereikbaar'],
    [403, 'De sms-dienst is nu niet bereikbaar'],
    [429, 'De sms-dienst is nu niet bereikbaar'],
    [500, 'De sms-dienst is nu niet bereikbaar'],
    [302, 'De sms-dienst is nu niet bereikbaar'],
  ])('een antwoord %i: de code werkt niet, en iemand hoort wat te doen', async (status, melding) => {
    const gateway = await maakGateway();
    gateway.status = status;
    const op = await opstelling({ ZL_SMS_URL: gateway.url });
    const pad = await op.link();
    const antwoord = await op.stuur(`${pad}/code`);
    expect(antwoord.status).toBe(503);
    expect(antwoord.tekst).toContain(melding);
    expect(antwoord.tekst).toContain('stuur de code naar mijn e-mail');
    expect(gateway.gekregen).toHaveLength(1);
    const code = /\d{6}$/.exec(gateway.gekregen[0]?.inhoud.tekst ?? '')?.[0] ?? '';
    expect((await op.stuur(`${pad}/toegang`, { code })).koekje).toBeUndefined();
    // Never by itself to the mailbox.
    expect(op.smtp.berichten).toEqual([]);
    expect(await terugval(op)).toEqual([]);
  });
});

describe('de mailbox', () => {
  it('krijgt de code van wie de telefoon niet bij zich heeft, en dat staat in het auditspoor', async () => {
    const op = await opstelling();
    const pad = await op.link();
    await op.stuur(`${pad}/code`, { bezorging: 'mail' });
    const { email } = await op.db.contact.findUniqueOrThrow({ where: { code: 'aanbieder-01-contact-1' } });
    expect(op.smtp.berichten).toMatchObject([{ subject: 'Uw code voor Zorglogistiek', to: { text: email } }]);
    expect(await terugval(op)).toMatchObject([
      { wie: 'aanbieder-01-contact-1', rol: 'aanbieder', kenmerk: op.kenmerk },
    ]);
    const { status } = await op.stuur(`${pad}/toegang`, { code: laatsteCode(op.smtp) });
    expect(status).toBe(303);
  });

  it('krijgt de code van wie geen telefoonnummer heeft, en dat staat in het auditspoor', async () => {
    const op = await opstelling();
    const pad = await op.link({ doel: 'informatie', onderwerp: op.kenmerk, geadresseerde: 'aanmelder' });
    expect((await op.open(pad)).tekst).toContain('Wij hebben geen telefoonnummer van u.');
    await op.stuur(`${pad}/code`);
    expect(op.smtp.berichten).toMatchObject([
      { subject: 'Uw code voor Zorglogistiek', to: { text: 'aanmelder@jeugdteam.example' } },
    ]);
    expect(await terugval(op)).toMatchObject([{ wie: 'aanmelder', rol: 'aanmelder', kenmerk: op.kenmerk }]);
  });
});
