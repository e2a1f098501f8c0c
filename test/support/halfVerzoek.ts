import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/**
 * Sends the head of a POST to 127.0.0.1 and keeps back its body; resolves once the server has read the head, which it
 * tells with "100 Continue". To an address that is not there, since only then the API reads the body before it answers:
 * without a token it would answer at once. A connection that the server breaks off is no error.
 */
export async function stuurHalfVerzoek(poort: number): Promise<Socket> {
  const verbinding = connect(poort, '127.0.0.1');
  verbinding.on('error', () => undefined);
  verbinding.write(
    'POST /half HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n' +
      'Content-Length: 100\r\nExpect: 100-continue\r\n\r\n',
  );
  await once(verbinding, 'data');
  return verbinding;
}
