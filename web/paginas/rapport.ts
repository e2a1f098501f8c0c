/**
 * The page of a report: its figures beside those of the period before, each table with a plot, and what every figure means. It reads
 * well on paper too (web/stijl.ts), and needs no script.
 */
import { createElement as h, type ReactNode } from 'react';
import { periodeInWoorden } from '../../domain/doorbraakCodes.ts';
import { type Definitie, definities, periodeErvoor } from '../../domain/rapport/definities.ts';
import { kleinTotEnMet } from '../../domain/rapport/onderdruk.ts';
import { rapportTitel } from '../../domain/rapport/publicatie.ts';
import { isLeeg, type Rapport, type Rij, type Tabel } from '../../domain/rapport/rapport.ts';
import { leesbaarMoment } from '../../domain/werkdagen.ts';
import { samenvatting } from '../onderdelen/samenvatting.ts';
import { alinea } from '../onderdelen/tekst.ts';
import { maakFiguur } from '../rapport/figuur.ts';
import { getal, verborgen } from '../rapport/getal.ts';
import { cellenVan, getalkoppen, type Tabelregel, tabel } from '../rapport/rapporttabel.ts';
import { pagina } from '../schil.ts';

/** What the page shows. */
export interface Rapportpagina {
  rapport: Rapport;
  /** `voorlopig`: the period is not over; `concept`: it is, and nothing was published; else frozen. */
  status: 'voorlopig' | 'concept' | 'gepubliceerd';
  publicatie?:
    | { versie: number; sha256: string | null; gemaaktTijdstip: number; reden: string | null }
    | undefined;
  /** True when small numbers are in it, so that it must not leave the team. */
  alleenTeam?: boolean;
  /** Where the code of a figure, or `<code of a table>/<code of a row>`, leads to; nowhere when it is not there. */
  verwijzingen?: Readonly<Record<string, string>>;
}

/** A report as a whole page. */
export function rapportPagina(inhoud: Rapportpagina): string {
  const { rapport, status, alleenTeam } = inhoud;
  const { soort, periode, tabellen } = rapport;
  return pagina({
    titel: `${rapportTitel(soort)}: ${periodeInWoorden(periode)}`,
    inhoud: h(
      'div',
      { className: 'zl-stapel zl-rapport' },
      overzicht(inhoud),
      isLeeg(rapport) && alinea('Over deze periode zijn er geen gegevens.'),
      isErgensVerborgen(rapport) &&
        alinea(
          `Waar “${verborgen}” staat, gaat het om minder dan ${kleinTotEnMet + 1}, of om een getal waaruit zo’n klein aantal is terug te rekenen.`,
        ),
      status === 'gepubliceerd' &&
        !alleenTeam &&
        alinea(
          heeftVergelijking(rapport)
            ? 'De cijfers van de periode ervoor staan ernaast zoals zij zijn gepubliceerd.'
            : 'De periode ervoor is niet gepubliceerd, dus er is geen vergelijking.',
        ),
      h('section', { 'aria-labelledby': 'cijfers' }, cijfers(inhoud)),
      tabellen.map((deel) => onderdeel(inhoud, deel)),
      uitleg(rapport),
    ),
  });
}

const definitiesVan = ({ soort }: Rapport): Readonly<Record<string, Definitie>> => definities[soort];
const titelVan = (rapport: Rapport, code: string) => definitiesVan(rapport)[code]?.titel ?? code;

const rijenVan = ({ rijen, totaal }: Tabel): Rij[] => [...rijen, ...(totaal ? [totaal] : [])];

function isErgensVerborgen({ cijfers: alle, tabellen }: Rapport): boolean {
  return (
    alle.some(({ onderdrukt, eerderOnderdrukt }) => onderdrukt || eerderOnderdrukt) ||
    tabellen.flatMap(rijenVan).some(({ onderdrukt }) => onderdrukt)
  );
}

const moment = (tijdstip: number) => `${leesbaarMoment(tijdstip)} uur`;

function overzicht({
  rapport: { periode, peilTijdstip },
  status,
  publicatie,
  alleenTeam,
}: Rapportpagina): ReactNode {
  const versie = publicatie
    ? `Versie ${publicatie.versie}, vastgelegd op ${moment(publicatie.gemaaktTijdstip)}`
    : status === 'voorlopig'
      ? 'Voorlopig: de periode loopt nog'
      : 'Concept: nog niet vastgelegd';
  return samenvatting([
    ['Periode', `${periodeInWoorden(periode)} (${periode})`],
    ['Peilmoment', moment(peilTijdstip)],
    ['Versie', versie],
    ...(alleenTeam
      ? [['Voor wie', 'Alleen voor het team: er staan kleine aantallen in. Geef dit niet door.'] as const]
      : []),
    ...(publicatie?.reden ? [['Waarom er een nieuwe versie is', publicatie.reden] as const] : []),
    ...(publicatie?.sha256 ? [['Vingerafdruk van de cijfers (SHA-256)', publicatie.sha256] as const] : []),
  ]);
}

const heeftVergelijking = ({ cijfers: alle }: Rapport) => alle.some(({ eerder }) => eerder !== undefined);

function cijfers({ rapport, verwijzingen = {} }: Rapportpagina): ReactNode {
  const metEerder = heeftVergelijking(rapport);
  const regels = rapport.cijfers.map(
    ({ code, waarde, eenheid, onderdrukt = false, eerder = null, eerderOnderdrukt = false }): Tabelregel => ({
      sleutel: code,
      kop: titelVan(rapport, code),
      href: verwijzingen[code] ?? `#${definitieId(code)}`,
      cellen: [
        getal(waarde, eenheid, onderdrukt),
        ...(metEerder ? [getal(eerder, eenheid, eerderOnderdrukt)] : []),
      ],
    }),
  );
  return h(
    'div',
    { className: 'zl-stapel' },
    h('h2', { id: 'cijfers', className: 'nl-heading nl-heading--level-2' }, 'Cijfers'),
    tabel(
      'cijfers-tabel',
      metEerder ? 'De cijfers, naast die van de periode ervoor' : 'De cijfers van nu',
      [{ tekst: 'Cijfer' }, ...getalkoppen([rapport.periode, ...(metEerder ? ['Periode ervoor'] : [])])],
      regels,
    ),
  );
}

/** One table with its plot. The rows of trajecten are called by their kenmerk, with in words why. */
function onderdeel({ rapport, verwijzingen = {} }: Rapportpagina, deel: Tabel): ReactNode {
  const titel = titelVan(rapport, deel.code);
  const perTraject = isPerTraject(deel);
  const naam = ({ code, titel: rijtitel }: Rij) => (perTraject ? code : rijtitel);
  const figuur = maakFiguur(deel, { id: `figuur-${deel.code}`, titel, naam });
  const regels = rijenVan(deel).map(
    (rij): Tabelregel => ({
      sleutel: rij.code,
      kop: naam(rij),
      href: verwijzingen[`${deel.code}/${rij.code}`],
      cellen: cellenVan(rij, deel),
      ...(perTraject ? { tekst: rij.titel || 'Loopt nog niet vast' } : {}),
      isTotaal: rij === deel.totaal,
    }),
  );
  const id = `deel-${deel.code}`;
  return h(
    'section',
    { key: deel.code, 'aria-labelledby': id, className: 'zl-rapportdeel' },
    h(
      'div',
      { className: 'zl-stapel' },
      h('h2', { id, className: 'nl-heading nl-heading--level-2' }, titel),
      alinea(definitiesVan(rapport)[deel.code]?.definitie),
      figuur &&
        h(
          'figure',
          { className: 'zl-figuur' },
          // Made by ourselves from numbers and our own words, and escaped by the part that writes it.
          // biome-ignore lint/security/noDangerouslySetInnerHtml: the drawing is markup
          h('div', { dangerouslySetInnerHTML: { __html: figuur.svg } }),
          h(
            'figcaption',
            { className: 'nl-paragraph' },
            figuur.rijen < deel.rijen.length
              ? `De eerste ${figuur.rijen} van ${deel.rijen.length} rijen; de tabel heeft ze alle.`
              : 'Dezelfde getallen staan in de tabel.',
          ),
        ),
      regels.length > 0
        ? tabel(
            `tabel-${deel.code}`,
            titel,
            [
              { tekst: perTraject ? 'Traject' : 'Onderdeel' },
              ...getalkoppen(deel.kolommen),
              ...(perTraject ? [{ tekst: 'Waarop het vastloopt' }] : []),
            ],
            regels,
          )
        : alinea('Geen.'),
    ),
  );
}

/** Whether the rows are trajecten: days of each, and no total. */
const isPerTraject = ({ eenheid }: Tabel) => eenheid === 'dagen';

const definitieId = (code: string) => `definitie-${code}`;

function uitleg(rapport: Rapport): ReactNode {
  const van = definitiesVan(rapport);
  const codes = [...rapport.cijfers, ...rapport.tabellen].map(({ code }) => code);
  return h(
    'section',
    { 'aria-labelledby': 'definities' },
    h(
      'div',
      { className: 'zl-stapel' },
      h('h2', { id: 'definities', className: 'nl-heading nl-heading--level-2' }, 'Wat de cijfers betekenen'),
      heeftVergelijking(rapport) && alinea(periodeErvoor),
      h(
        'dl',
        { className: 'utrecht-data-list utrecht-data-list--rows' },
        codes.map((code) => {
          const definitie = van[code];
          return (
            definitie &&
            h(
              'div',
              { key: code, id: definitieId(code), className: 'utrecht-data-list__item zl-definitie' },
              h('dt', { className: 'utrecht-data-list__item-key' }, definitie.titel),
              h(
                'dd',
                { className: 'utrecht-data-list__item-value utrecht-data-list__item-value--html-dd' },
                `${definitie.definitie} Bron: ${definitie.bron}.`,
              ),
            )
          );
        }),
      ),
    ),
  );
}
