/**
 * The one style sheet of every page: the components of NL Design System that the pages use, as their packages ship them,
 * coloured by the neutral example theme (both EUPL-1.2; no logo and no font of any government).
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

const thema = require.resolve('@nl-design-system-unstable/voorbeeld-design-tokens/dist/variables.css');

const onderdelen = [
  require.resolve('@utrecht/root-css/dist/index.min.css'),
  require.resolve('@utrecht/page-header-css/dist/index.min.css'),
  require.resolve('@utrecht/page-body-css/dist/index.min.css'),
  require.resolve('@utrecht/page-footer-css/dist/index.min.css'),
  require.resolve('@nl-design-system-candidate/skip-link-css/skip-link.css'),
  require.resolve('@nl-design-system-candidate/heading-css/heading.css'),
  require.resolve('@nl-design-system-candidate/paragraph-css/paragraph.css'),
  require.resolve('@nl-design-system-candidate/link-css/link.css'),
  require.resolve('@nl-design-system-candidate/button-css/button.css'),
  require.resolve('@utrecht/unordered-list-css/dist/index.min.css'),
  require.resolve('@utrecht/data-list-css/dist/index.min.css'),
  require.resolve('@utrecht/table-css/dist/index.min.css'),
  require.resolve('@utrecht/alert-css/dist/index.min.css'),
  require.resolve('@utrecht/form-field-css/dist/index.min.css'),
  require.resolve('@utrecht/form-label-css/dist/index.min.css'),
  require.resolve('@utrecht/form-field-description-css/dist/index.min.css'),
  require.resolve('@utrecht/form-field-error-message-css/dist/index.min.css'),
  require.resolve('@utrecht/form-fieldset-css/dist/index.min.css'),
  require.resolve('@utrecht/textbox-css/dist/index.min.css'),
  require.resolve('@utrecht/textarea-css/dist/index.min.css'),
  require.resolve('@utrecht/select-css/dist/index.min.css'),
  require.resolve('@utrecht/radio-button-css/dist/index.min.css'),
  require.resolve('@utrecht/checkbox-css/dist/index.min.css'),
];

// What the components leave to the page: its width, the room between fields, and a focus ring that is always seen.
const eigen = `
:root{--basis-page-max-inline-size:46rem;--utrecht-space-around:1;--utrecht-focus-outline-color:#000;--utrecht-focus-outline-offset:2px;--utrecht-focus-outline-style:solid;--utrecht-focus-outline-width:3px;--utrecht-focus-inverse-outline-color:#fff}
.utrecht-page-header__content,.utrecht-page-body__content,.utrecht-page-footer__content{padding-inline:1rem;padding-block:1.5rem}
.utrecht-root{display:flex;flex-direction:column}
legend.utrecht-form-label{font-weight:var(--utrecht-form-label-font-weight,bold)}
.utrecht-form-label--radio-button,.utrecht-form-label--checkbox{font-weight:normal}
.utrecht-page-body__content{min-inline-size:0}
.zl-stapel>*{margin-block:0}
.zl-stapel>*+*{margin-block-start:1.25rem}
.zl-stapel>*+:is(h2,section,form){margin-block-start:2.5rem}
.zl-datum{display:flex;flex-wrap:wrap;gap:1rem}
.zl-datum .utrecht-textbox{inline-size:5rem}
.utrecht-alert__content,.utrecht-data-list__item-value{min-inline-size:0;overflow-wrap:anywhere}
:is(h1,h2,h3,code){overflow-wrap:anywhere}
:target{scroll-margin-block-start:1rem}
.zl-tabel .utrecht-table__caption{text-align:start;font-weight:bold;padding-block-end:.5rem}
.zl-tabel :is(th,td){border-block-end:1px solid #6b6b6b;padding:.35rem .75rem .35rem 0}
.zl-tabel__woord{white-space:nowrap}
.zl-tabel .zl-totaal :is(th,td){font-weight:bold}
.zl-figuur{margin-inline:0}
.zl-figuur__beeld{display:block;block-size:auto;max-inline-size:100%;font-family:inherit}
`;

// On paper: black on white, without what is only for a screen, and nothing that fits on one page cut in two. What scrolls on a
// screen would be cut off, so it does not scroll here; with a wide font a word breaks before a column falls off the paper.
const opPapier = `
@media print{
@page{size:A4;margin:18mm}
.nl-skip-link,.utrecht-page-footer{display:none}
.utrecht-root,.utrecht-page-body,.utrecht-page-header{display:block;background:#fff}
.utrecht-root,.utrecht-root :not(svg,svg *){color:#000!important}
.utrecht-root{--basis-page-max-inline-size:none;font-size:10pt}
.utrecht-page-header__content,.utrecht-page-body__content{padding:0;max-inline-size:none}
.zl-tabel{overflow:visible;background:none}
.zl-tabel .utrecht-table{font-size:8.5pt}
.zl-tabel :is(th,td){padding-inline-end:.4rem}
.zl-tabel th{overflow-wrap:anywhere}
.zl-tabel .utrecht-table__header{display:table-header-group}
.zl-tabel,.zl-tabel tr,.zl-figuur,.zl-definitie{break-inside:avoid}
:is(h1,h2,h3,caption){break-after:avoid}
.zl-rapportdeel .nl-paragraph{break-inside:avoid;break-after:avoid}
}
`;

/** The custom properties that a style sheet reads, its fallbacks included. */
function gelezen(css: string): string[] {
  return [...css.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, naam = '']) => naam);
}

/** Only those tokens of a theme that `css` reads, by way of other tokens too: the theme also serves other libraries. */
function gebruikteTokens(css: string, alles: string): string {
  const waarden = new Map(
    [...alles.matchAll(/(--[\w-]+):\s*((?:[^;"']|"[^"]*"|'[^']*')*);/g)].map(([, naam = '', waarde = '']) => [
      naam,
      waarde,
    ]),
  );
  const nodig = new Set<string>();
  const teDoen = gelezen(css);
  for (let naam = teDoen.pop(); naam; naam = teDoen.pop()) {
    const waarde = waarden.get(naam);
    if (waarde === undefined || nodig.has(naam)) continue;
    nodig.add(naam);
    teDoen.push(...gelezen(waarde));
  }
  return `:root{${[...nodig].map((naam) => `${naam}:${waarden.get(naam)}`).join(';')}}`;
}

function maakStijl(): string {
  const css = onderdelen
    .map((bestand) => readFileSync(bestand, 'utf8').replace(/\/\*# sourceMappingURL=.*?\*\//g, ''))
    .join('\n');
  return `${gebruikteTokens(css, readFileSync(thema, 'utf8'))}\n${css}\n${eigen}${opPapier}`;
}

const tekst = maakStijl();

/** The style sheet and the path under which it is served; the path changes with the text, so it may be kept for ever. */
export const stijl = {
  tekst,
  pad: `/stijl/${createHash('sha256').update(tekst).digest('hex').slice(0, 16)}.css`,
} as const;
