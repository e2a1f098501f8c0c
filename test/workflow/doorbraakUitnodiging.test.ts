/**
 * A GI is invited with a file for its calendar, and so are the coördinatoren of its cases; it reads its own agenda behind a code. For who has no coördinator, no address or no
 * GI of its own the team is told.
 */
import type { ParsedMail } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dag } from '../../domain/beleid.ts';
import { doorbraakId } from '../../domain/doorbraakCodes.ts';
import { maakLinkzegel, zorgVoorLink } from '../../infra/links.ts';
import { begin, gelukt, kwartaalNu, lees, mails, metMaatregel, zonder } from '../support/doorbraken.ts';
import { laatsteCode, maakBezoeker } from '../support/links.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { agendabestand, ontvanger } from '../support/tafels.ts';
import { tekstVan } from '../support/volgen.ts';

let op: Opstelling;
let periode: string;
let bijGi: string;
let bijAndere: string;
let zonderGi: string;
let bijMeer: string;
let besprekingDatum: string;
let aanbieder: string;

beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
  await op.db.organisatie.update({ where: { code: 'leger-des-heils' }, data: { email: null } });
  ({ naam: aanbieder } = await op.db.aanbieder.findUniqueOrThrow({ where: { code: 'aanbieder-03' } }));
  bijGi = await op.meldAan(metMaatregel('999990019'));
  await op.besluit(bijGi, 'triage', { uitkomst: 'bespreking', coordinator: 'coordinator-2' });
  bijAndere = await op.meldAan(metMaatregel('123456782', 'leger-des-heils'));
  zonderGi = await op.meldAan(zonder('111222333'));
  bijMeer = await op.meldAan(metMaatregel('999990020', 'andere-gi'));
  await op.verstrijk(93 * dag);
  periode = await kwartaalNu(op);
  ({ besprekingDatum } = await begin(op, periode));
  await mails(op, periode, 'doorbraak-uitnodiging', 5);
});
afterAll(() => op.sluit());

function mailAan(adres: string, begintMet = ''): ParsedMail {
  const mail = op
    .mails(doorbraakId(periode))
    .find((een) => ontvanger(een) === adres && tekstVan(een).includes(begintMet));
  if (!mail) throw new Error(`no mail for ${adres}`);
  return mail;
}
const pad = (mail: ParsedMail) => /http:\/\/zorglogistiek\.example(\/\S+)/.exec(mail.text ?? '')?.[1] ?? '';

describe('een uitnodiging voor de doorbraak', () => {
  it('gaat per groep uit: naar de GI en de coördinator, en waar die er niet is naar het team', async () => {
    const rijen = await mails(op, periode, 'doorbraak-uitnodiging', 5);
    expect(rijen.map(({ geadresseerde, gelegenheid }) => `${geadresseerde} ${gelegenheid}`).sort()).toEqual([
      'coordinator-2 groep-william-schrikker',
      'team groep-andere-gi',
      'team groep-leger-des-heils',
      'team groep-zonder-maatregel',
      'william-schrikker groep-william-schrikker',
    ]);
    const gi = mailAan('doorbraak@william-schrikker.example');
    expect(tekstVan(gi)).not.toMatch(/(\d|één) jeugdige/);
    expect(tekstVan(gi)).toContain('William Schrikker Stichting');
    expect(tekstVan(gi)).not.toContain(bijGi);
    for (const wie of ['coordinator-2@zorglogistiek.example', 'team@zorglogistiek.example'])
      expect(tekstVan(mailAan(wie))).toContain(`/doorbraken/${periode}`);
    expect(tekstVan(mailAan('team@zorglogistiek.example', 'een andere'))).toContain(
      'Nodig iedere instelling zelf uit',
    );
  });

  it('heeft een bestand voor de agenda, voor iedere groep een uur later', () => {
    const bestanden = [
      mailAan('doorbraak@william-schrikker.example'),
      mailAan('coordinator-2@zorglogistiek.example'),
      mailAan('team@zorglogistiek.example', 'Leger des Heils'),
      mailAan('team@zorglogistiek.example', 'een andere'),
      mailAan('team@zorglogistiek.example', 'geen maatregel'),
    ].map(agendabestand);
    for (const { method } of bestanden) expect(method).toBe('REQUEST');
    expect(bestanden.map(({ event }) => event.startDate.toString())).toEqual(
      ['09', '09', '10', '11', '12'].map((uur) => `${besprekingDatum}T${uur}:00:00`),
    );
    expect(bestanden[0]?.event.endDate.toString()).toBe(`${besprekingDatum}T10:00:00`);
    expect(bestanden[0]?.event.summary).toBe('Doorbraak van Zorglogistiek');
    // Two meetings of one mailbox are two in its calendar.
    expect(new Set(bestanden.map(({ event }) => event.uid)).size).toBe(5);
  });

  it('leidt de GI naar de eigen agenda, achter een code', async () => {
    const voorDatum = await op.datum(30);
    await gelukt(
      op,
      periode,
      'afspraak',
      { wie: 'aanbieder-03', wat: 'overleg-voeren', voorDatum, toelichting: 'Vertrouwelijk.' },
      bijGi,
    );
    const bezoeker = maakBezoeker(op.api);
    const link = pad(mailAan('doorbraak@william-schrikker.example'));
    expect(link).toMatch(/^\/l\//);
    expect((await bezoeker.open(link)).tekst).not.toContain(bijGi);
    await bezoeker.stuur(`${link}/code`);
    const { koekje } = await bezoeker.stuur(`${link}/toegang`, { code: laatsteCode(op.smtp) });
    const pagina = await bezoeker.open(link, koekje);
    expect(pagina.status).toBe(200);
    expect(pagina.tekst).toContain(bijGi);
    expect(pagina.tekst).toContain(`overleg voeren, door ${aanbieder}`);
    for (const ander of [bijAndere, zonderGi, bijMeer, 'Vertrouwelijk', 'Testpersoon'])
      expect(pagina.tekst).not.toContain(ander);
    // Nothing can be sent from it.
    expect((await bezoeker.stuur(`${link}/afspraak`, {}, koekje)).status).toBe(404);
  });

  it('staat in de API per groep, voor de coördinator met de woorden en voor de manager zonder', async () => {
    const { groepen } = await lees(op, periode);
    expect(groepen.map(({ groep }: { groep: string }) => groep)).toEqual([
      'william-schrikker',
      'leger-des-heils',
      'andere-gi',
      'zonder-maatregel',
    ]);
    expect(groepen[0].zaken[0]).toMatchObject({
      kenmerk: bijGi,
      soort: 'zaak',
      andereKenmerken: [],
      afspraken: [{ toelichting: 'Vertrouwelijk.' }],
    });
    // When all declined, that was put on record: it tells what to look for.
    const lacune = { kenmerk: bijGi, sector: 'jeugdhulp', gemeente: 'den-haag', tijdstip: new Date() };
    await op.db.lacune.createMany({
      data: [
        { ...lacune, oorzaak: 'een', redenen: ['geen-plek', 'leeftijd'] },
        { ...lacune, oorzaak: 'twee', redenen: ['geen-plek'] },
      ],
    });
    const metLacunes = (await lees(op, periode)).groepen;
    expect(metLacunes[0].zaken[0].redenenGeenAanbod).toEqual(['geen-plek', 'leeftijd']);
    expect(metLacunes[1].zaken[0].redenenGeenAanbod).toEqual([]);
    const alsManager = await lees(op, periode, { rol: 'manager' });
    expect(JSON.stringify(alsManager)).not.toMatch(/Vertrouwelijk|andereKenmerken/);
    const lijst = await op.vraag('GET', '/v1/doorbraken', undefined, { rol: 'manager' });
    expect(lijst.inhoud.doorbraken).toMatchObject([{ periode, status: 'open', zaken: 4, zonderAfspraak: 3 }]);
  });

  it('geeft niemand de agenda van meer instellingen samen, ook niet met een link van een eerdere versie', async () => {
    await op.db.organisatie.update({ where: { code: 'andere-gi' }, data: { email: 'een@gi.example' } });
    const van = { doel: 'doorbraak', onderwerp: doorbraakId(periode), geadresseerde: 'andere-gi' } as const;
    const link = await zorgVoorLink(
      op.db,
      maakLinkzegel(op.instellingen.ZL_LINK_SLEUTEL),
      van,
      await op.nu(),
    );
    expect((await maakBezoeker(op.api).open(link ?? '')).status).toBe(404);
  });

  it('werkt voor de GI tot de doorbraak is afgerond, ook ruim een maand na de laatste e-mail', async () => {
    const bezoeker = maakBezoeker(op.api);
    const link = pad(mailAan('doorbraak@william-schrikker.example'));
    const voorDatum = await op.datum(90);
    for (const kenmerk of [bijAndere, zonderGi, bijMeer])
      await gelukt(
        op,
        periode,
        'afspraak',
        { wie: 'coordinator-1', wat: 'overleg-voeren', voorDatum },
        kenmerk,
      );
    for (const kenmerk of [bijGi, bijAndere, zonderGi, bijMeer])
      await gelukt(op, periode, 'geen-lacune', {}, kenmerk);
    await gelukt(op, periode, 'sluiting');
    await op.verstrijk(31 * dag);
    await bezoeker.stuur(`${link}/code`);
    const { koekje } = await bezoeker.stuur(`${link}/toegang`, { code: laatsteCode(op.smtp) });
    expect((await bezoeker.open(link, koekje)).tekst).toContain(`overleg voeren, door ${aanbieder}`);

    for (const kenmerk of [bijGi, bijAndere, zonderGi, bijMeer])
      await gelukt(op, periode, 'afspraak-gedaan', { nummer: 1 }, kenmerk);
    expect(await op.workflow(doorbraakId(periode)).result()).toMatchObject({ status: 'afgerond' });
    expect((await bezoeker.open(link, koekje)).status).toBe(410);
  });
});
