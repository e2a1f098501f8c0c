import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/**
 * Sends the head of a POST to 127.0.0.1 and keeps back its body; resolves once the server has read the head, which it
 * tells with "100 Continue". A connection that the server breaks off is no error.
 */
export async function stuurHalfVerzoek(poort: number): Promise<Socket> {
  const verbinding = connect(poort, '127.0.0.1');
  verbinding.on('error', () => undefined);
  verbinding.write(
    'POST /v1/aanmeldingen HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n' +
      'Content-Length: 100\r\nExpect: 100-continue\r\n\r\n',
  );
  await once(verbinding, 'data');
  return verbinding;
}
