import { Writable } from 'node:stream';
import fastify from 'fastify';
import { expect, test } from 'vitest';
import { maakLogboek } from '../../infra/logboek.ts';

function vang() {
  let tekst = '';
  const doel = new Writable({
    write(deel, _codering, klaar) {
      tekst += deel;
      klaar();
    },
  });
  return { logboek: maakLogboek('test', 'info', doel), tekst: () => tekst };
}

/** What Prisma does: it repeats the arguments of a query in the message of its error. */
class PrismaClientValidationError extends Error {
  override name = 'PrismaClientValidationError';
  code = 'P2002';
}

test('namen, geboortedata, BSN, adressen en vrije tekst komen niet in het logboek', () => {
  const { logboek, tekst } = vang();
  logboek.info(
    {
      kenmerk: 'ZL-2025-0014',
      naam: 'Saar',
      jeugdige: { geboorteDatum: '2012-03-04' },
      lijst: [{ bsn: '123456782', fase: 'intake' }],
      toelichting: 'Saar woont',
      adresregel: 'postgresql://u:Saar@server/zl',
    },
    'mail naar saar@thuis.example, bsn 123456782',
  );
  logboek.child({ email: 'saar@thuis.example' }).warn('Saar belt: %s', 'saar@thuis.example');
  const zonderVasteTekst = tekst().replace('Saar belt', '');
  expect(zonderVasteTekst).not.toMatch(/saar|2012-03-04|123456782/i);
  expect(tekst()).toContain('"kenmerk":"ZL-2025-0014"');
  expect(tekst()).toContain('"fase":"intake"');
});

test('van een fout van Prisma blijven soort en code over, ook als oorzaak en ook door Fastify heen', async () => {
  const { logboek, tekst } = vang();
  const fout = new PrismaClientValidationError('data: { naam: "Saar" }');
  logboek.error(fout);
  logboek.error({ err: fout });
  logboek.error({ err: fout }, fout.message);
  logboek.error({ err: new Error('mislukt', { cause: fout }) }, 'het ging mis');
  const app = fastify({ loggerInstance: logboek });
  app.get('/stuk', () => {
    throw fout;
  });
  await app.inject('/stuk');
  expect(tekst()).not.toContain('Saar');
  expect(tekst().match(/"type":"PrismaClientValidationError","code":"P2002"/g)).toHaveLength(5);
});
