import { createServer } from 'node:net';
import type { StartInstellingen } from '../infra/instellingen.ts';
import { luisterUitleg } from '../infra/luisteren.ts';

/** A TCP port of 127.0.0.1 that nobody listens on at this moment. */
export function vrijePoort(): Promise<number> {
  return new Promise((klaar, mislukt) => {
    const server = createServer();
    server.once('error', mislukt);
    server.listen(0, '127.0.0.1', () => {
      const adres = server.address();
      server.close(() =>
        adres && typeof adres === 'object' ? klaar(adres.port) : mislukt(new Error('geen poort')),
      );
    });
  });
}

/** With what error a program fails that listens on this port of this address, if it does. */
function probeerPoort(poort: number, adres: string): Promise<Error | undefined> {
  return new Promise((klaar) => {
    const server = createServer();
    server.once('error', klaar);
    server.listen(poort, adres, () => server.close(() => klaar(undefined)));
  });
}

/** A port is taken, named twice or not allowed, or an address is not ours; the message is Dutch and names the settings. */
export class PoortFout extends Error {
  override name = 'PoortFout';
}

const poortnamen = {
  PORT: 'de API',
  ZL_POSTGRES_PORT: 'PostgreSQL',
  ZL_TEMPORAL_PORT: 'Temporal',
  ZL_TEMPORAL_UI_PORT: 'de schermen van Temporal',
  ZL_SMTP_PORT: 'het ontvangen van mail',
  ZL_MAIL_PORT: 'de pagina met mail',
} as const;

/** @throws PoortFout that names every port that cannot be used, and the setting that changes it. */
export async function controleerPoorten(instellingen: StartInstellingen): Promise<void> {
  const fouten: string[] = [];
  const eerder = new Map<number, string>();
  for (const naam of Object.keys(poortnamen) as (keyof typeof poortnamen)[]) {
    const poort = instellingen[naam];
    const ander = eerder.get(poort);
    eerder.set(poort, naam);
    if (ander) fouten.push(`${naam} en ${ander} hebben allebei poort ${poort}.`);
    else {
      const waar = naam === 'PORT' ? { adres: instellingen.HOST, adresnaam: 'HOST' } : { adres: '127.0.0.1' };
      const fout = await probeerPoort(poort, waar.adres);
      if (fout) fouten.push(luisterUitleg(fout, { poort, poortnaam: naam, voor: poortnamen[naam], ...waar }));
    }
  }
  if (fouten.length > 0) throw new PoortFout(fouten.join('\n'));
}
