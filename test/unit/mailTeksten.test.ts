/** What every e-mail says, and what it cannot say. */
import { describe, expect, it } from 'vitest';
import { ZodError } from 'zod';
import { maakMail, messageIdVan } from '../../activities/mail/maakMail.ts';
import { type Lezer, tekstVan } from '../../activities/mail/teksten.ts';
import { type BerichtOpdracht, berichtSoorten, tafelBerichtSoorten } from '../../domain/berichten.ts';
import { aanmeldingTijdstip, alleBerichten } from '../support/berichten.ts';

const kenmerk = 'ZL-2025-0014';
const alle = alleBerichten(kenmerk);
const instellingen = {
  mailVan: 'Zorglogistiek <noreply@zorglogistiek.example>',
  teamEmail: 'team@zorglogistiek.example',
  basisUrl: 'http://zorglogistiek.example',
};

/** What a table mails has no kenmerk of a traject: its texts have a test of their own (tafelUitnodiging). */
const isTafelSoort = (soort: string) => tafelBerichtSoorten.some((tafelSoort) => tafelSoort === soort);

const lezerVan = ({ aan }: BerichtOpdracht): Lezer =>
  aan.wie === 'aanmelder' ? 'aanmelder' : 'aanbieder' in aan ? 'aanbieder' : 'team';

const maak = (bericht: BerichtOpdracht) =>
  maakMail(
    {
      kenmerk,
      soort: bericht.soort,
      gegevens: bericht.gegevens,
      messageId: '<1@zorglogistiek.example>',
      tijdstip: aanmeldingTijdstip,
      lezer: lezerVan(bericht),
      geadresseerde: 'iemand',
      adres: 'iemand@ontvanger.example',
    },
    instellingen,
  );

const tekst = (soort: BerichtOpdracht['soort'], gegevens: object, tijdstip = aanmeldingTijdstip) => {
  const { kop, alineas, stappen = [] } = tekstVan(soort, gegevens, { kenmerk, lezer: 'team', tijdstip });
  return [kop, ...alineas, ...stappen].join('\n');
};

describe('de tekst van een e-mail', () => {
  it('bestaat voor iedere soort die het domein kent, en het domein gebruikt iedere soort', () => {
    expect(new Set(alle.map(({ soort }) => soort))).toEqual(
      new Set(berichtSoorten.filter((soort) => !isTafelSoort(soort))),
    );
  });

  it.each(alle.map((bericht) => [`${bericht.soort} (${bericht.gelegenheid})`, bericht] as const))(
    '%s: kenmerk in het onderwerp, taal, één kop en één link met een tekst',
    async (_naam, bericht) => {
      const { subject, html, text } = await maak(bericht);
      expect(subject).toMatch(/^[^\r\n]{10,90} \(ZL-2025-0014\)$/);
      expect(html).toMatch(/<html[^>]* lang="nl"/);
      expect(html).toContain(`<title>${subject}</title>`);
      expect(String(html).match(/<h1/g)).toHaveLength(1);
      expect(html).not.toMatch(/<img|<script|<link|url\(/);
      const links = [...String(html).matchAll(/<a href="([^"]+)"[^>]*>(.*?)<\/a>/gs)];
      expect(links).toHaveLength(1);
      const doel =
        'onderzoek' in bericht.gegevens
          ? `onderzoeken/${bericht.gegevens.onderzoek}`
          : `trajecten/${kenmerk}`;
      expect(links[0]?.[1]).toBe(`http://zorglogistiek.example/${doel}`);
      expect(links[0]?.[2]).toMatch(/[A-Z][a-z]+ .*ZL-2025-0014/);
      expect(text).toContain(kenmerk);
      expect(text).toContain(`http://zorglogistiek.example/${doel}`);
      expect(`${subject}${html}${text}`).not.toMatch(/undefined|null|NaN|\[object/);
    },
  );

  it('zegt een moment in woorden, op de klok in Nederland', () => {
    const ambitie = Date.UTC(2025, 5, 5, 7);
    expect(tekst('ambitie-waarschuwing', { ambitie })).toContain('vóór donderdag 5 juni 2025, 09:00 uur');
    expect(tekst('tafeldatum-gepland', { tafelDatum: '2025-06-12' })).toContain('donderdag 12 juni 2025');
  });

  it('vraagt haast als de datum voor het antwoord al voorbij is', () => {
    const gegevens = { onderzoek: `onderzoek-${kenmerk}-aanbieder-01-r1`, antwoordVoor: aanmeldingTijdstip };
    expect(tekst('onderzoek-gevraagd', gegevens, aanmeldingTijdstip - 1)).toContain('Geef uw antwoord vóór');
    expect(tekst('onderzoek-gevraagd', gegevens)).toContain('Geef uw antwoord zo snel mogelijk');
  });

  it('zegt hoeveel dagen een traject te laat is', () => {
    const dag = 24 * 60 * 60 * 1000;
    const teLaat = (dagen: number) =>
      tekst('te-laat', { niveau: 2, ambitie: aanmeldingTijdstip }, aanmeldingTijdstip + dagen * dag);
    expect(teLaat(0)).not.toMatch(/geleden|gisteren/);
    expect(teLaat(1)).toContain('Dat was gisteren.');
    expect(teLaat(7)).toContain('Dat is 7 dagen geleden.');
  });

  it('spreekt iedere lezer aan op wat voor die lezer geldt', () => {
    const voor = (lezer: Lezer) =>
      tekstVan('ingetrokken', {}, { kenmerk, lezer, tijdstip: aanmeldingTijdstip }).alineas.join();
    expect(new Set([voor('aanmelder'), voor('team'), voor('aanbieder')]).size).toBe(3);
  });

  it('kan alleen gemaakt worden van de codes die erbij horen', () => {
    for (const gegevens of [
      {},
      { reden: 'Jan Jansen woont al lang niet meer thuis' },
      { reden: 'geen-verblijf', naam: 'Jan Jansen' },
    ])
      expect(() => tekst('aanmelding-afgewezen', gegevens)).toThrow(ZodError);
    expect(() => tekst('onderzoek-antwoord', { aanbieder: 'Jan Jansen', antwoord: 'aanbod' })).toThrow(
      ZodError,
    );
    expect(() => tekst('onderzoek-vervallen', { onderzoek: '../x', reden: 'ingetrokken' })).toThrow(ZodError);
  });

  it('weigert een kenmerk met een regeleinde: er komt niets bij de headers', async () => {
    const mail = maakMail(
      {
        kenmerk: `${kenmerk}\r\nBcc: ander@elders.example`,
        soort: 'naar-bespreking',
        gegevens: {},
        messageId: '<1@zorglogistiek.example>',
        tijdstip: aanmeldingTijdstip,
        lezer: 'aanmelder',
        geadresseerde: 'aanmelder',
        adres: 'iemand@ontvanger.example',
      },
      instellingen,
    );
    await expect(mail).rejects.toThrow(ZodError);
  });
});

describe('de Message-ID', () => {
  const bericht = { kenmerk, soort: 'te-laat', geadresseerde: 'manager-1', gelegenheid: 'niveau-2@1' };

  it('is voor dezelfde e-mail altijd dezelfde, met het domein van de afzender', () => {
    expect(messageIdVan(bericht, instellingen.mailVan)).toBe(
      messageIdVan({ ...bericht }, instellingen.mailVan),
    );
    expect(messageIdVan(bericht, instellingen.mailVan)).toMatch(/^<[0-9a-f]{40}@zorglogistiek\.example>$/);
    expect(messageIdVan(bericht, 'noreply@kaal.example')).toMatch(/@kaal\.example>$/);
  });

  it.each(['kenmerk', 'soort', 'geadresseerde', 'gelegenheid'] as const)('verandert mee met %s', (veld) => {
    expect(messageIdVan({ ...bericht, [veld]: 'anders' }, instellingen.mailVan)).not.toBe(
      messageIdVan(bericht, instellingen.mailVan),
    );
  });
});
