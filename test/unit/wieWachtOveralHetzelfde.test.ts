/** Who counts as waiting in a quarter is the same sentence wherever it is asked or shown. */
import { describe, expect, it } from 'vitest';
import { tekstVan } from '../../activities/mail/teksten.ts';
import { definities, wieWacht, wieWachtZin } from '../../domain/rapport/definities.ts';
import { openDataSchema } from '../../domain/rapport/openData.ts';
import { uitvraagAntwoordPagina } from '../../web/paginas/uitvraagAntwoord.ts';
import { maakApiZonderServers } from '../support/apiZonderServers.ts';

const tot = Date.parse('2025-07-29T07:00:00Z');
const vragen = ['uitvraag', 'uitvraag-herinnering', 'uitvraag-heropend', 'uitvraag-opnieuw'] as const;
const tekst = (soort: (typeof vragen)[number], kenmerk: string) =>
  tekstVan(soort, { tot }, { kenmerk, lezer: 'aanbieder', tijdstip: 0 }).alineas.join(' ');
const pagina = (isExtra: boolean) =>
  uitvraagAntwoordPagina({
    pad: '/l/x',
    over: 'het tweede kwartaal van 2025',
    isExtra,
    antwoordVoor: 'morgen',
    laatste: null,
    formulieren: [],
  });

describe('wie er wacht', () => {
  it('is wie op de laatste dag van het kwartaal wacht, zonder gezinshuis en pleeggezin', () => {
    expect(wieWachtZin).toBe(
      'Het gaat om jeugdigen die op de laatste dag van het kwartaal op hulp wachten, zonder gezinshuis en pleeggezin.',
    );
  });

  it.each(vragen)(
    'staat zo in de e-mail %s, en in die van een extra uitvraag staat de peildatum',
    (soort) => {
      expect(tekst(soort, 'uitvraag-2025-K2')).toContain(wieWachtZin);
      const extra = tekst(soort, 'uitvraag-extra-2025-04-01');
      expect(extra).toContain('op 1 april 2025 op uw hulp wachtten');
      expect(extra).not.toContain('kwartaal');
    },
  );

  it('staat zo op de pagina, in de API, in het rapport en in de open data', async () => {
    expect(pagina(false)).toContain(wieWachtZin);
    expect(pagina(true)).not.toContain(wieWachtZin);
    expect(definities.wachttijden.wachtend.definitie).toContain(wieWachtZin);
    expect(JSON.stringify(openDataSchema)).toContain(wieWacht);
    const api = await maakApiZonderServers();
    const { paths } = (await api.inject({ url: '/v1/openapi.json' })).json();
    await api.close();
    const { post } = paths['/v1/uitvragen/{code}/antwoord'];
    expect(post.description).toContain(wieWachtZin);
    expect(JSON.stringify(post.requestBody)).toContain(wieWachtZin);
  });
});
