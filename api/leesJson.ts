/** Reads bodies: JSON in UTF-8 and nothing else, so that a name never arrives with other letters than it was sent with. */
import type { Api } from './omgeving.ts';
import { ongeldigeJson, ProbleemFout } from './problemen.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Sets the only parser of the API. A body is refused when it says that it is not UTF-8 (415), or is not (400). */
export function leesAlleenJson(app: Api): void {
  const leesTekst = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, inhoud: Buffer, klaar) => {
    const tekenset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(request.headers['content-type'] ?? '')?.[1];
    if (tekenset !== undefined && tekenset.toLowerCase() !== 'utf-8')
      return klaar(
        new ProbleemFout('verkeerd-mediatype', 'Stuur JSON in UTF-8. Een andere tekenset lezen wij niet.'),
      );
    let tekst: string;
    try {
      tekst = utf8.decode(inhoud);
    } catch {
      return klaar(
        ongeldigeJson('Deze tekst is geen UTF-8. Sla haar op als UTF-8 en stuur het verzoek opnieuw.'),
      );
    }
    return leesTekst(request, tekst, klaar);
  });
}
