/** What the e-mails of an uitvraag say, for a quarter and for a peildatum, and that nothing else can be in them. */
import { describe, expect, it } from 'vitest';
import { ZodError } from 'zod';
import { maakMail } from '../../activities/mail/maakMail.ts';
import type { Lezer } from '../../activities/mail/teksten.ts';
import { uitvraagBerichtSoorten } from '../../domain/berichten.ts';
import { aanmeldingTijdstip } from '../support/berichten.ts';

type Soort = (typeof uitvraagBerichtSoorten)[number];

const tot = Date.parse('2025-07-29T07:00:00Z');
/** Of those for the team; those for an aanbieder say until when. */
const vanTeam: Partial<Record<Soort, object>> = {
  'uitvraag-gesloten': { gevraagd: 188, geantwoord: 150 },
  'uitvraag-zonder-contact': { aanbieders: 'aanbieder-01 aanbieder-02' },
  'publicatie-verouderd': { versie: 2 },
};
const gegevensVan = (soort: Soort) => vanTeam[soort] ?? { tot };

const maak = (
  soort: Soort,
  kenmerk: string,
  lezer: Lezer = vanTeam[soort] ? 'team' : 'aanbieder',
  gegevens: object = gegevensVan(soort),
) =>
  maakMail(
    {
      kenmerk,
      soort,
      gegevens,
      messageId: '<1@zorglogistiek.example>',
      tijdstip: aanmeldingTijdstip,
      lezer,
      geadresseerde: 'iemand',
      adres: 'iemand@ontvanger.example',
      linkNaar: async (doel, onderwerp) => `/l/${doel}.${onderwerp}`,
      stukkenplek: async () => null,
      aanbiederplek: async () => ({ doel: 'afgesproken', onderwerp: kenmerk }),
    },
    {
      mailVan: 'Zorglogistiek <noreply@zorglogistiek.example>',
      teamEmail: 'team@zorglogistiek.example',
      basisUrl: 'http://zorglogistiek.example',
      cit: { telefoon: '070 000 00 00', pagina: 'http://cit.example' },
      brenEmail: 'bren@zorglogistiek.example',
    },
  );

describe.each(['uitvraag-2025-K2', 'uitvraag-extra-2025-04-01'])('de e-mails van %s', (kenmerk) => {
  it.each(uitvraagBerichtSoorten)(
    '%s: één kop, één link naar de pagina van de lezer, en waarover het gaat',
    async (soort) => {
      const { subject, html, text } = await maak(soort, kenmerk);
      expect(subject).toMatch(/^[^\r\n]{10,90} \(uitvraag-[\w-]+\)$/);
      expect(String(html).match(/<h1/g)).toHaveLength(1);
      const links = [...String(html).matchAll(/<a href="([^"]+)"/g)].map(([, doel]) => doel);
      expect(links).toEqual([
        vanTeam[soort]
          ? `http://zorglogistiek.example/uitvragen/${kenmerk.slice('uitvraag-'.length)}`
          : `http://zorglogistiek.example/l/uitvraag.${kenmerk}`,
      ]);
      expect(String(text).replace(/\s+/g, ' ')).toContain(
        kenmerk.includes('extra') ? '1 april 2025' : 'het tweede kwartaal van 2025',
      );
      expect(`${subject}${html}${text}`).not.toMatch(/undefined|null|NaN|\[object/);
    },
  );
});

describe('een e-mail van een uitvraag', () => {
  it('zegt tot wanneer, en bij het sluiten de respons', async () => {
    const zin = async (...maakVan: Parameters<typeof maak>) =>
      String((await maak(...maakVan)).text).replace(/\s+/g, ' ');
    expect(await zin('uitvraag', 'uitvraag-2025-K2')).toContain('vóór dinsdag 29 juli 2025, 09:00 uur');
    expect(await zin('uitvraag-opnieuw', 'uitvraag-2025-K2')).toContain(
      'vóór dinsdag 29 juli 2025, 09:00 uur',
    );
    expect(await zin('uitvraag-gesloten', 'uitvraag-2025-K2')).toContain('80 procent');
    expect(await zin('uitvraag-zonder-contact', 'uitvraag-2025-K2')).toContain(
      'aanbieder-01 en aanbieder-02',
    );
    expect(await zin('publicatie-verouderd', 'uitvraag-2025-K2')).toContain('versie 2');
  });

  it('kan niets anders bevatten dan codes en aantallen', async () => {
    await expect(maak('uitvraag', 'uitvraag-2025-K2', 'aanbieder', { tot, naam: 'Sam' })).rejects.toThrow(
      ZodError,
    );
    await expect(maak('uitvraag', 'uitvraag-2025-K2', 'aanbieder', { tot: 'morgen' })).rejects.toThrow(
      ZodError,
    );
    const namen = { aanbieders: 'aanbieder-01 Sam' };
    await expect(maak('uitvraag-zonder-contact', 'uitvraag-2025-K2', 'team', namen)).rejects.toThrow(
      ZodError,
    );
    await expect(maak('uitvraag', 'uitvraag-2025-K5')).rejects.toThrow(ZodError);
    await expect(maak('uitvraag', 'uitvraag-extra-Sam')).rejects.toThrow(ZodError);
  });
});
