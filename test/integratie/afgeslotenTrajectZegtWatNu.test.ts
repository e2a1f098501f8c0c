/** The link of an aanmelder after the end of its traject: what happened and what to do now; why, only after the code. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { uitkomsten } from '../../domain/codes.ts';
import { type Linkopstelling, maakLinkopstelling } from '../support/links.ts';

let op: Linkopstelling;
let pad: string;
const opstellingen: Linkopstelling[] = [];
beforeEach(async () => {
  op = await maakLinkopstelling();
  opstellingen.push(op);
  pad = await op.link({ doel: 'informatie', onderwerp: op.kenmerk, geadresseerde: 'aanmelder' });
});
afterAll(() => Promise.all(opstellingen.map((een) => een.sluit())));

/** Ends the traject, by a decision with these codes and words. */
async function sluit(uitkomst: string, soort = 'triage', codes = {}, vrijeTekst = {}): Promise<void> {
  const tijdstip = new Date(op.nu());
  await op.db.invoer.create({
    data: {
      id: randomUUID(),
      wie: 'coordinator-1',
      rol: 'coordinator',
      idempotencyKey: randomUUID(),
      bodyHash: 'hash',
      soort,
      kenmerk: op.kenmerk,
      codes,
      vrijeTekst,
      ingediendTijdstip: tijdstip,
      uitkomst: { create: { uitkomst: 'verwerkt', antwoord: {}, tijdstip } },
    },
  });
  const { toestand } = await op.db.traject.findUniqueOrThrow({ where: { kenmerk: op.kenmerk } });
  const einde = { fase: 'afgesloten', uitkomst };
  await op.db.traject.update({
    where: { kenmerk: op.kenmerk },
    data: { ...einde, toestand: { ...(toestand as object), ...einde } },
  });
}

const titels: Record<(typeof uitkomsten)[number], string> = {
  'zorg-gestart': 'De zorg is gestart',
  'advies-uitgevoerd': 'Het advies is uitgevoerd',
  doorverwezen: 'Wij hebben u doorverwezen',
  teruggestuurd: 'Wij hebben uw aanmelding teruggestuurd',
  afgewezen: 'Wij konden uw aanmelding niet in behandeling nemen',
  ingetrokken: 'De aanmelding is ingetrokken',
  crisis: 'Bel nu het CIT',
  overgedragen: 'Andere zorg gaat verder',
};

it.each(uitkomsten)(
  '%s: zonder code staat er wat er gebeurde, en niet dat niets meer hoeft',
  async (uitkomst) => {
    await sluit(uitkomst);
    const { tekst } = await op.open(pad);
    expect(tekst).toContain(titels[uitkomst]);
    expect(tekst).not.toContain('Uw antwoord is niet meer nodig');
    expect(tekst).not.toContain('Dank u wel voor uw inzet');
    // The age is nothing for who only has the link.
    expect(tekst).not.toMatch(/achttien|18 jaar/);
  },
);

it('na een crisis staat vooraan dat u het CIT belt, met het nummer', async () => {
  await sluit('crisis', 'crisis');
  const { tekst } = await op.open(pad);
  const inhoud = tekst.slice(tekst.indexOf('</h1>'));
  expect(inhoud.indexOf('Bel nu het Crisis Interventie Team (CIT): 070 000 00 00.')).toBeGreaterThan(0);
  expect(inhoud.indexOf('Bel nu het Crisis')).toBeLessThan(inhoud.indexOf('afgesloten'));
  expect(tekst).toContain('href="tel:0700000000"');
  expect(tekst).toContain('href="https://cit.example"');
});

describe('waarom', () => {
  it.each([
    [
      'teruggestuurd',
      'triage',
      { terugstuurReden: 'informatie-ontbreekt', soorten: ['intelligentie', 'voorgeschiedenis'] },
      ['Er ontbreekt informatie', 'de intelligentie van de jeugdige en de voorgeschiedenis'],
    ],
    [
      'teruggestuurd',
      'triage',
      // As it was stored before what is missing had to be named.
      { terugstuurReden: 'informatie-ontbreekt' },
      ['Er ontbreekt informatie'],
    ],
    [
      'doorverwezen',
      'triage',
      { doorverwezenNaar: 'andere-organisatie' },
      ['hoort bij een andere organisatie'],
    ],
    [
      'doorverwezen',
      'verhuizing',
      { gemeente: 'buiten-haaglanden', afloop: 'overgedragen' },
      ['hoort bij een andere jeugdhulpregio'],
    ],
    ['afgewezen', 'triage', { reden: 'geen-verblijf' }, ['Uw vraag gaat over andere hulp']],
  ] as const)(
    '%s (%s %j) leest de aanmelder na de code, en niemand ervoor',
    async (uitkomst, soort, codes, zinnen) => {
      await sluit(
        uitkomst,
        soort,
        { uitkomst, ...codes },
        soort === 'triage' ? { uitleg: 'Vraag het de pinguïn.', toelichting: 'Alleen voor het team.' } : {},
      );
      const ervoor = (await op.open(pad)).tekst;
      const koekje = await op.krijgToegang(pad);
      const { status, tekst } = await op.open(pad, koekje);
      expect(status).toBe(200);
      expect(tekst).toContain(titels[uitkomst]);
      for (const zin of zinnen) {
        expect(ervoor).not.toContain(zin);
        expect(tekst).toContain(zin);
      }
      expect(ervoor).not.toContain('pinguïn');
      expect(tekst.includes('Vraag het de pinguïn.')).toBe(soort === 'triage');
      expect(tekst).not.toContain('Alleen voor het team');
      expect(tekst).not.toContain('papegaai');
    },
  );

  it('is na dertig dagen niet meer te lezen', async () => {
    await sluit('afgewezen', 'triage', { reden: 'geen-verblijf' }, { uitleg: 'Vraag het de pinguïn.' });
    const koekje = await op.krijgToegang(pad);
    op.verstrijk(30 * 24 * 60 * 60 * 1000);
    const { status, tekst } = await op.open(pad, koekje);
    expect(status).toBe(410);
    expect(tekst).not.toContain('pinguïn');
  });
});
