/** Who is chosen has a link that works: to the verslag, the plan and the start date, until care starts. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lees, linkUitMail } from '../support/gelezenLink.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { inOverbrugging, inVoorbereiding, ontvangers } from '../support/verloop.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

it('de link in de e-mail werkt nog na twee maanden, met het plan dat dan geldt', async () => {
  const kenmerk = await inOverbrugging(op, {
    verwachteStartDatum: await op.datum(90),
    evaluatieDatum: await op.datum(10),
    overbruggingsplan: 'Begeleiding thuis door merel.',
  });
  const link = await linkUitMail(op, kenmerk, 'gekozen', 'aanbieder-01-contact-1');
  const eerst = await lees(op, link);
  expect(eerst.tekst).toContain('Begeleiding thuis door merel.');
  expect(eerst.tekst).toContain('Zij onderzoeken.');
  expect(eerst.tekst).toContain('De zorg start naar verwachting op');

  await op.besluit(kenmerk, 'overbrugging', {
    evaluatieDatum: await op.datum(80),
    overbruggingsplan: 'Logeren bij koolmees.',
  });
  await op.verstrijk('60 days');
  const later = await lees(op, link);
  expect(later.status).toBe(200);
  expect(later.tekst).toContain('Logeren bij koolmees.');
  expect(later.tekst).not.toContain('merel');

  await op.besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' });
  const einde = await linkUitMail(op, kenmerk, 'ingetrokken', 'aanbieder-01-contact-1');
  expect(einde).toBe(link);
  expect((await lees(op, link)).tekst).not.toContain('koolmees');
});

it('wie niet meer is gekozen, heeft een link die na dertig dagen verloopt', async () => {
  const kenmerk = await inOverbrugging(op, { verwachteStartDatum: await op.datum(90) });
  const link = await linkUitMail(op, kenmerk, 'gekozen', 'aanbieder-01-contact-1');
  await op.besluit(kenmerk, 'situatie', { toelichting: 'Alles is anders.' });
  await ontvangers(op, kenmerk, 'traject-beeindigd', 1);
  await op.verstrijk('31 days');
  const { status, tekst } = await lees(op, link);
  expect(status).toBe(410);
  expect(tekst).toContain('Deze link is verlopen');
});

it('ook wie door Zorgbemiddeling is gekozen, zonder onderzoek, leest het plan', async () => {
  const kenmerk = await inVoorbereiding(op);
  await op.besluit(kenmerk, 'spoor', { spoor: 'zorgbemiddeling', toelichting: 'Bemiddelen.' });
  await op.besluit(kenmerk, 'keuze', {
    aanbieders: ['aanbieder-04'],
    evaluatieDatum: await op.datum(10),
    overbruggingsplan: 'Begeleiding thuis door ooievaar.',
  });
  const link = await linkUitMail(op, kenmerk, 'gekozen', 'aanbieder-04-contact-1');
  expect((await lees(op, link)).tekst).toContain('Begeleiding thuis door ooievaar.');
});
