/** An aanbieder that asked for information hears that it came, and reads it behind its own link. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { antwoordt, inOnderzoek, ontvangers, totRegels } from '../support/verloop.ts';
import { adresVan, mailMetKop, tekstVan, verzonden, zinnen } from '../support/volgen.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

const antwoord = 'Het onderzoek met kanarie is van dit jaar.';

async function gevraagd(kenmerk: string, onderzoek: string, keer = 1) {
  await op.aanbiederZegt(onderzoek, 'vraag', { soorten: ['intelligentie'], vraag: 'Is er een onderzoek?' });
  await totRegels(op, kenmerk, 'informatievraag', keer);
}

function leest(onderzoek: string, aanbieder: string) {
  return op.vraag('GET', `/v1/onderzoeken/${onderzoek}`, undefined, { rol: 'aanbieder', aanbieder });
}

it('wie het vroeg krijgt een e-mail met de eigen link, een ander niet', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01', 'aanbieder-02']);
  const [een = '', twee = ''] = onderzoeken;
  await gevraagd(kenmerk, een);
  await op.besluit(kenmerk, 'informatie', { antwoord }, { rol: 'aanmelder' });

  expect(await ontvangers(op, kenmerk, 'vraag-beantwoord', 1)).toEqual(['aanbieder-01-contact-1']);
  const mail = await mailMetKop(op, kenmerk, 'Er is een antwoord op uw vraag');
  const contact = await op.db.contact.findUniqueOrThrow({ where: { code: 'aanbieder-01-contact-1' } });
  expect(adresVan(mail)).toBe(contact.email);
  expect(tekstVan(mail)).toMatch(/http:\/\/zorglogistiek\.example\/l\/\S+/);
  expect(tekstVan(mail)).not.toContain('kanarie');
  expect(tekstVan(await mailMetKop(op, kenmerk, 'De aanmelder heeft informatie gegeven'))).toContain(
    'De aanbieder die het vroeg, heeft ook een e-mail gekregen.',
  );
  expect(await zinnen(op, kenmerk, 'informatie')).toEqual([
    'De aanmelder heeft de gevraagde informatie gegeven, ook op de vraag van aanbieder-01.',
  ]);

  // What the link leads to holds the answer; who did not ask does not read it.
  expect(JSON.stringify((await leest(een, 'aanbieder-01')).inhoud.toelichtingen)).toContain(antwoord);
  expect(JSON.stringify((await leest(twee, 'aanbieder-02')).inhoud)).not.toContain('kanarie');
  // And once the aanbieder has answered, it no longer needs it.
  await antwoordt(op, een, { antwoord: 'afwijzing', afwijzingReden: 'geen-plek' });
  expect(JSON.stringify((await leest(een, 'aanbieder-01')).inhoud)).not.toContain('kanarie');
});

it('vroegen twee aanbieders en de coördinator iets, dan hoort ieder het van het ene antwoord', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01', 'aanbieder-02', 'aanbieder-03']);
  await gevraagd(kenmerk, onderzoeken[0] ?? '');
  await op.besluit(kenmerk, 'informatievraag', { soorten: ['anders'], vraag: 'Wie is de voogd?' });
  await gevraagd(kenmerk, onderzoeken[1] ?? '', 3);
  await op.besluit(kenmerk, 'informatie', { antwoord }, { rol: 'aanmelder' });
  expect(await ontvangers(op, kenmerk, 'vraag-beantwoord', 2)).toEqual([
    'aanbieder-01-contact-1',
    'aanbieder-02-contact-1',
  ]);
});

it('wie intussen heeft geantwoord, hoeft het niet meer te weten', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-04', 'aanbieder-05']);
  const [een = ''] = onderzoeken;
  await gevraagd(kenmerk, een);
  await op.besluit(kenmerk, 'informatievraag', { soorten: ['anders'], vraag: 'Wie is de voogd?' });
  await antwoordt(op, een, { antwoord: 'afwijzing', afwijzingReden: 'geen-plek' });
  // Its question lapsed; that of the coördinator did not.
  await op.besluit(kenmerk, 'informatie', { antwoord }, { rol: 'aanmelder' });
  await verzonden(op, kenmerk, 'informatie-ontvangen', 1);
  await verzonden(op, kenmerk, 'vraag-beantwoord', 0);
  expect(tekstVan(await mailMetKop(op, kenmerk, 'De aanmelder heeft informatie gegeven'))).not.toMatch(
    /aanbieder/,
  );
});
