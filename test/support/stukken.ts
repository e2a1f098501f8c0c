/** Files and forms for the tests of stukken. */
import { randomUUID } from 'node:crypto';
import type { Opstelling, Vraag } from './opstelling.ts';

/** A file to send; `type` is what the sender says that it is. */
export interface Bestand {
  naam: string;
  type: string;
  inhoud: Buffer | string;
}

/** A PDF with this text in it: small, and as a reader takes it. */
export function pdf(tekst = 'Een verzonnen verslag.'): Buffer {
  const stroom = `BT /F1 12 Tf 72 720 Td (${tekst}) Tj ET`;
  const delen = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
    `<< /Length ${stroom.length} >>\nstream\n${stroom}\nendstream`,
  ];
  const lichaam = delen.map((deel, i) => `${i + 1} 0 obj\n${deel}\nendobj\n`).join('');
  return Buffer.from(`%PDF-1.4\n${lichaam}trailer\n<< /Root 1 0 R /Size 5 >>\n%%EOF\n`, 'latin1');
}

/** A form as a browser sends it: its bytes, and its Content-Type. */
export async function formulier(
  velden: Readonly<Record<string, string>>,
  bestand?: Bestand,
): Promise<{ inhoud: Buffer; type: string }> {
  const form = new FormData();
  for (const [veld, waarde] of Object.entries(velden)) form.append(veld, waarde);
  if (bestand) form.append('bestand', new Blob([bestand.inhoud], { type: bestand.type }), bestand.naam);
  const verzoek = new Response(form);
  return {
    inhoud: Buffer.from(await verzoek.arrayBuffer()),
    type: verzoek.headers.get('content-type') ?? '',
  };
}

/** Sends a stuk; a small PDF as `plan`, unless told otherwise. */
export async function stuurStuk(
  op: Pick<Opstelling, 'api' | 'token' | 'nu'>,
  kenmerk: string,
  stuk: { velden?: Readonly<Record<string, string>>; bestand?: Partial<Bestand> } = {},
  wie: Vraag = {},
) {
  const { inhoud, type } = await formulier(
    { soort: 'plan', ...stuk.velden },
    { naam: 'plan.pdf', type: 'application/pdf', inhoud: pdf(), ...stuk.bestand },
  );
  await op.nu();
  const antwoord = await op.api.inject({
    method: 'POST',
    url: `/v1/trajecten/${kenmerk}/stukken`,
    headers: {
      authorization: `Bearer ${await op.token(wie)}`,
      'idempotency-key': wie.sleutel ?? randomUUID(),
      'content-type': type,
    },
    payload: inhoud,
  });
  return { status: antwoord.statusCode, inhoud: antwoord.json(), headers: antwoord.headers };
}

/** Opens a stuk: the answer as it came, and its bytes. */
export async function openStuk(op: Pick<Opstelling, 'api' | 'token' | 'nu'>, id: string, wie: Vraag = {}) {
  await op.nu();
  const antwoord = await op.api.inject({
    url: `/v1/stukken/${id}/inhoud`,
    headers: { authorization: `Bearer ${await op.token(wie)}` },
  });
  return { status: antwoord.statusCode, bytes: antwoord.rawPayload, headers: antwoord.headers };
}

/** What is said of the one field that does not fit. */
export const veldfout = (antwoord: { inhoud: { velden?: { veld: string; melding: string }[] } }) =>
  antwoord.inhoud.velden?.[0];
