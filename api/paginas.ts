/**
 * The pages behind the links in e-mails: they say what the kenmerk is for and how to act, and nothing about the traject.
 * Anybody may open them, so they look the same whether the kenmerk exists or not.
 */
import { createHash } from 'node:crypto';
import { leesbareDatum } from '../domain/werkdagen.ts';

const stijl =
  'body{font:1.125rem/1.6 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}h1{font-size:1.6rem;line-height:1.3}code{background:#f0f0f0;padding:.1em .3em;overflow-wrap:anywhere}a{color:#00559b}';

/** The Content-Security-Policy of these pages: nothing but their own style. */
export const paginaCsp = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(stijl).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

function html(titel: string, inhoud: string): string {
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${titel}</title>
<style>${stijl}</style>
</head>
<body>
<main>
<h1>${titel}</h1>
${inhoud}
</main>
</body>
</html>
`;
}

const bel = (email: string) =>
  `<p>Komt u er niet uit? Mail het team op <a href="mailto:${email}">${email}</a> of bel uw contactpersoon bij Zorglogistiek. Noem het nummer hierboven en stuur geen namen of andere gegevens van de jeugdige mee.</p>`;

/** The page of a traject; `kenmerk` has the form of one, and need not exist. */
export function trajectPagina(kenmerk: string, email: string): string {
  return html(
    `Traject ${kenmerk}`,
    `<p>Deze pagina hoort bij traject <strong>${kenmerk}</strong> van Zorglogistiek Haaglanden. Hier staan geen gegevens over het traject, want iedereen kan deze pagina openen.</p>
<p>Met uw token ziet u via de API waar het traject staat en wat u kunt doen:</p>
<ul>
<li>waar het traject staat: <code>GET /v1/trajecten/${kenmerk}</code></li>
<li>wat er gebeurde: <code>GET /v1/trajecten/${kenmerk}/gebeurtenissen</code></li>
<li>een besluit, bijvoorbeeld de triage: <code>POST /v1/trajecten/${kenmerk}/triage</code></li>
</ul>
<p>Op <a href="/docs">de pagina over de API</a> staat hoe dat werkt.</p>
${bel(email)}`,
  );
}

/** The page of the table of a day (yyyy-mm-dd), which need not exist. */
export function tafelPagina(datum: string, email: string): string {
  const dag = leesbareDatum(datum);
  return html(
    `Tafel van ${dag}`,
    `<p>Deze pagina hoort bij <strong>tafel-${datum}</strong>, de tafelbespreking van Zorglogistiek Haaglanden op ${dag}. Hier staat niet wie er wordt besproken, want iedereen kan deze pagina openen.</p>
<p>Met uw token ziet u via de API meer:</p>
<ul>
<li>de data van de tafel: <code>GET /v1/tafels</code></li>
<li>als coördinator of manager, de agenda en wie zijn uitgenodigd: <code>GET /v1/tafels/${datum}</code></li>
</ul>
<p>Op <a href="/docs">de pagina over de API</a> staat hoe dat werkt.</p>
${bel(email)}`,
  );
}

/** The page of an onderzoek; `id` has the form of one, and need not exist. */
export function onderzoekPagina(id: string, email: string): string {
  return html(
    'Uw onderzoek voor Zorglogistiek',
    `<p>Deze pagina hoort bij het onderzoek <strong>${id}</strong>. Hier staan geen gegevens over het onderzoek, want iedereen kan deze pagina openen.</p>
<p>Met uw token leest u via de API de vraag en geeft u antwoord:</p>
<ul>
<li>de vraag lezen: <code>GET /v1/onderzoeken/${id}</code></li>
<li>bevestigen dat u aan de slag bent: <code>POST /v1/onderzoeken/${id}/bevestiging</code></li>
<li>laten weten hoe het loopt: <code>POST /v1/onderzoeken/${id}/nieuws</code></li>
<li>antwoord geven: <code>POST /v1/onderzoeken/${id}/antwoord</code></li>
</ul>
<p>Op <a href="/docs">de pagina over de API</a> staat hoe dat werkt.</p>
${bel(email)}`,
  );
}
