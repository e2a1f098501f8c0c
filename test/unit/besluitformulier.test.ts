import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { onderzoekBesluitVoorbeelden } from '../../api/voorbeelden.ts';
import { type OnderzoekBesluitSoort, onderzoekBesluiten } from '../../domain/besluiten.ts';
import { besluitformulier, type Getypt, leesBesluitformulier } from '../../web/besluitformulier.ts';
import { datumdelen } from '../../web/onderdelen/datumveld.ts';

const keuzes = { metAanbieders: { 'aanbieder-01': 'De eerste', 'aanbieder-02': 'De tweede' } };
const besluitVan = (soort: OnderzoekBesluitSoort) => ({ soort, ...onderzoekBesluiten[soort], keuzes });
const html = (soort: OnderzoekBesluitSoort, getypt: Getypt = {}) =>
  renderToStaticMarkup(
    besluitformulier(besluitVan(soort), '/ergens', { sleutel: 'x' }, { getypt, fouten: [] }),
  );
const leesbaar = (tekst: string) =>
  tekst
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');

describe.each(Object.keys(onderzoekBesluiten) as OnderzoekBesluitSoort[])('het formulier van %s', (soort) => {
  it('heeft een invoer voor ieder veld van het besluit', () => {
    const getoond = html(soort);
    for (const veld of Object.keys(onderzoekBesluiten[soort].inhoud.shape))
      expect(getoond).toMatch(new RegExp(`name="${soort}\\.${veld}(\\.dag)?"`));
  });

  it('neemt het voorbeeld van de API aan, zoals een browser het stuurt', () => {
    const voorbeeld: Readonly<Record<string, unknown>> = onderzoekBesluitVoorbeelden[soort];
    const getypt = Object.fromEntries(
      Object.entries(voorbeeld).flatMap(([veld, waarde]): [string, string | string[]][] => {
        if (!/Datum$/.test(veld)) return [[`${soort}.${veld}`, waarde as string | string[]]];
        const [jaar = '', maand = '', dag = ''] = String(waarde).split('-');
        const delen = { dag, maand, jaar };
        return datumdelen.map((deel) => [`${soort}.${veld}.${deel}`, delen[deel]]);
      }),
    );
    expect(leesBesluitformulier(besluitVan(soort), { ...getypt, sleutel: 'x' })).toEqual({
      inhoud: voorbeeld,
    });
  });
});

it('iedere code heeft een tekst in gewone taal', () => {
  const getoond = html('antwoord');
  expect(getoond).toContain('Wij hebben meer tijd nodig');
  expect(getoond).toContain('De tweede');
  expect(getoond).toContain('Geen passend aanbod');
});

it('één vinkje is ook een lijst, en wat leeg bleef is er niet', () => {
  const getypt = {
    'antwoord.antwoord': 'maatwerk',
    'antwoord.metAanbieders': 'aanbieder-02',
    'antwoord.afwijzingReden': '',
    'antwoord.totDatum.dag': '',
    'antwoord.toelichting': '  ',
  };
  expect(leesBesluitformulier(besluitVan('antwoord'), getypt)).toEqual({
    inhoud: { antwoord: 'maatwerk', metAanbieders: ['aanbieder-02'] },
  });
});

it('iedere fout staat onder de naam van het veld op de pagina, ook die van een veld dat niet bestaat', () => {
  const fouten = (getypt: Getypt) => {
    const gelezen = leesBesluitformulier(besluitVan('antwoord'), getypt);
    return 'fouten' in gelezen ? gelezen.fouten.map(({ naam }) => naam) : [];
  };
  expect(fouten({})).toEqual(['antwoord.antwoord']);
  expect(fouten({ 'antwoord.antwoord': 'ja' })).toEqual(['antwoord.antwoord']);
  expect(fouten({ 'antwoord.antwoord': 'afwijzing' })).toEqual(['antwoord.afwijzingReden']);
  expect(fouten({ 'antwoord.antwoord': 'aanbod', 'nieuws.nieuws': 'x' })).toHaveLength(1);
  expect(fouten({ 'antwoord.antwoord': 'samenwerking', 'antwoord.metAanbieders': ['niet zo'] })).toEqual([
    'antwoord.metAanbieders',
  ]);
});

it('wat iemand typte staat er precies zo weer, wat het ook is', () => {
  const tekst = fc.string({
    unit: fc.constantFrom('<', '>', '"', "'", '&', '&amp;', '</textarea>', '🦜', 'é', '\n', ' '),
  });
  fc.assert(
    fc.property(tekst, (getypt) => {
      const gevonden = /<textarea[^>]*>(.*)<\/textarea>/s.exec(
        html('nieuws', { 'nieuws.nieuws': getypt }),
      )?.[1];
      // A browser drops one line break at the beginning of a text box; React puts one there.
      return leesbaar(gevonden ?? '').replace(getypt.startsWith('\n') ? /^\n/ : '', '') === getypt;
    }),
  );
});
