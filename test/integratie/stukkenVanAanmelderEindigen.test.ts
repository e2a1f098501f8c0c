/** Everyone's access to the stukken ends when the traject closes; only the office of the coördinator keeps the file. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { openStuk, pdf, stuurStuk } from '../support/stukken.ts';
import { bezoek, mailAan, padIn } from '../support/stukkenLinks.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt' });
});
afterAll(() => op?.sluit());

const aanmelder = { rol: 'aanmelder' } as const;

it('de aanmelder leest de eigen stukken tot het traject is afgesloten, met een token en met de link; de coördinator ook daarna', async () => {
  const kenmerk = await op.meldAan();
  const wie = bezoek(op);
  const { id } = (await stuurStuk(op, kenmerk, { bestand: { naam: 'plan-robin.pdf' } }, aanmelder)).inhoud;
  const lijst = (van: object) => op.vraag('GET', `/v1/trajecten/${kenmerk}/stukken`, undefined, van);
  const { aanmelderEmail } = await op.db.aanmelding.findUniqueOrThrow({ where: { kenmerk } });
  const pad = padIn(await mailAan(op, aanmelderEmail, kenmerk));
  const koekje = await wie.krijgToegang(pad);

  expect(await lijst(aanmelder)).toMatchObject({ status: 200, inhoud: { stukken: [{ id }] } });
  expect(await openStuk(op, id, aanmelder)).toMatchObject({ status: 200 });
  expect((await wie.open(pad, koekje)).tekst).toContain('plan-robin.pdf');

  await op.besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' });

  expect((await lijst(aanmelder)).status).toBe(404);
  expect((await openStuk(op, id, aanmelder)).status).toBe(404);
  // The traject itself is still theirs to see.
  expect((await op.vraag('GET', `/v1/trajecten/${kenmerk}`, undefined, aanmelder)).status).toBe(200);
  const pagina = await wie.open(pad, koekje);
  expect(pagina.status).toBe(410);
  expect(pagina.tekst).not.toContain('plan-robin.pdf');
  expect(
    (await op.api.inject({ method: 'POST', url: `${pad}/stukken/${id}`, headers: { cookie: koekje } }))
      .statusCode,
  ).toBe(410);

  expect(await lijst({})).toMatchObject({ status: 200, inhoud: { stukken: [{ id }] } });
  const geopend = await openStuk(op, id);
  expect(geopend.status).toBe(200);
  expect(geopend.bytes.equals(pdf())).toBe(true);
  expect(await op.db.stukInzage.findMany({ where: { stukId: id }, select: { rol: true } })).toEqual([
    { rol: 'aanmelder' },
    { rol: 'coordinator' },
  ]);
});
