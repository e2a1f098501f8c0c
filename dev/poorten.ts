import { createServer } from 'node:net';

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

/** Whether a program could listen on this port of this address. */
export function isPoortVrij(poort: number, adres: string): Promise<boolean> {
  return new Promise((klaar) => {
    const server = createServer();
    server.once('error', () => klaar(false));
    server.listen(poort, adres, () => server.close(() => klaar(true)));
  });
}
