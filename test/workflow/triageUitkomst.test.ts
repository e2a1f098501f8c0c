/** Every outcome of the triage: where the traject goes, what the aanmelder reads, what the story says. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { adresVan, mailMetKop, tekstVan, zinnen } from '../support/volgen.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

const afwijkReden = 'individuele-situatie';
const anders = ' Dat is anders dan het voorstel. Reden: individuele situatie.';

/** What a triage leads to: the body, where the traject stands, the mail to the aanmelder and the sentence. */
interface Uitkomst {
  inhoud: { uitkomst: string; [veld: string]: unknown };
  stand: { fase: string; spoor: string; wachtOp: string; uitkomst: string | null };
  kop: string;
  leest: string;
  zin: string;
}

const open = (fase: string, wachtOp: string, spoor = 'zorglogistiek') => ({
  fase,
  spoor,
  wachtOp,
  uitkomst: null,
});
const gesloten = (uitkomst: string) => ({
  fase: 'afgesloten',
  spoor: 'zorglogistiek',
  wachtOp: 'niemand',
  uitkomst,
});

const uitkomsten: Uitkomst[] = [
  {
    inhoud: { uitkomst: 'bespreking' },
    stand: open('voorbereiding', 'coordinator'),
    kop: 'Uw aanmelding gaat naar de bespreking',
    leest: 'Wij bespreken de vraag aan de tafel, samen met aanbieders.',
    zin: 'De aanmelding gaat naar de tafelbespreking.',
  },
  {
    inhoud: { uitkomst: 'zorgbemiddeling', afwijkReden },
    stand: open('bemiddeling', 'coordinator', 'zorgbemiddeling'),
    kop: 'Een ander team gaat met uw aanmelding verder',
    leest: 'gaat Zorgbemiddeling verder. Het kenmerk blijft hetzelfde.',
    zin: `De aanmelding gaat naar Zorgbemiddeling.${anders}`,
  },
  {
    inhoud: { uitkomst: 'experttafel', afwijkReden },
    stand: open('advies', 'coordinator', 'experttafel'),
    kop: 'Een ander team gaat met uw aanmelding verder',
    leest: 'De Experttafel geeft advies over de hulp die nodig is.',
    zin: `De aanmelding gaat naar de Experttafel.${anders}`,
  },
  {
    inhoud: { uitkomst: 'direct-voorleggen', aanbieders: ['aanbieder-01', 'aanbieder-02'], afwijkReden },
    stand: open('onderzoek', 'aanbieder'),
    kop: 'Uw vraag ligt nu bij aanbieders',
    leest: 'direct voorgelegd aan 2 aanbieders, zonder bespreking aan de tafel.',
    zin: `De vraag is direct voorgelegd, zonder bespreking, aan aanbieder-01 en aanbieder-02.${anders}`,
  },
  {
    inhoud: { uitkomst: 'doorverwezen', doorverwezenNaar: 'andere-regio', afwijkReden },
    stand: gesloten('doorverwezen'),
    kop: 'Wij verwijzen u door',
    leest: 'Meld uw vraag bij de jeugdhulpregio van de gemeente die verantwoordelijk is.',
    zin: `De aanmelding is doorverwezen naar een andere jeugdhulpregio. Het traject is afgesloten.${anders}`,
  },
  {
    inhoud: { uitkomst: 'teruggestuurd', terugstuurReden: 'toestemming-ontbreekt', afwijkReden },
    stand: gesloten('teruggestuurd'),
    kop: 'Wij sturen uw aanmelding terug',
    leest: 'Vraag om toestemming en meld daarna opnieuw aan.',
    zin: `De aanmelding is teruggestuurd naar de aanmelder. Reden: toestemming ontbreekt. Het traject is afgesloten.${anders}`,
  },
  {
    inhoud: { uitkomst: 'afgewezen', reden: 'geen-verblijf', afwijkReden },
    stand: gesloten('afgewezen'),
    kop: 'Wij kunnen uw aanmelding niet in behandeling nemen',
    leest: 'Zorglogistiek zoekt alleen een plek in een behandelgroep of een woongroep.',
    zin: `De aanmelding is afgewezen. Reden: geen verblijf. Het traject is afgesloten.${anders}`,
  },
  {
    inhoud: { uitkomst: 'crisis', afwijkReden },
    stand: gesloten('crisis'),
    kop: 'Bel nu het Crisis Interventie Team (CIT)',
    leest: 'Bel het Crisis Interventie Team (CIT): 070 000 00 00 (voorbeeldnummer).',
    zin: `Er is een crisis. De aanmelder is gevraagd om het Crisis Interventie Team (CIT) te bellen. Het traject is afgesloten.${anders}`,
  },
];

describe('de triage', () => {
  it.each(uitkomsten)('leidt naar $inhoud.uitkomst', async ({ inhoud, stand, kop, leest, zin }) => {
    const kenmerk = await op.meldAan();
    const antwoord = await op.besluit(kenmerk, 'triage', inhoud);
    const { uitkomst, ...rest } = stand;
    expect(antwoord).toMatchObject({ ...rest, ...(uitkomst ? { uitkomst } : {}) });
    // Who does the triage takes the traject up, unless another team does.
    const isAnderTeam = ['zorgbemiddeling', 'experttafel'].includes(inhoud.uitkomst);
    const coordinator = isAnderTeam ? null : 'coordinator-1';
    expect(await op.traject(kenmerk)).toMatchObject({ ...stand, coordinator });

    const mail = await mailMetKop(op, kenmerk, kop);
    expect(adresVan(mail)).toBe('robin.voorbeeld@jeugdteam-den-haag.example');
    expect(tekstVan(mail)).toContain(leest);
    expect(await zinnen(op, kenmerk, 'triage')).toEqual([zin]);

    if (uitkomst)
      expect(await op.trajectWorkflow(kenmerk).result()).toMatchObject({ fase: 'afgesloten', uitkomst });
  });

  it('noemt in de mail wat er is gekozen, niet wat een ander koos', async () => {
    const redenen = [
      { terugstuurReden: 'informatie-ontbreekt', soorten: ['risicotaxatie'] },
      { terugstuurReden: 'te-vroeg' },
    ];
    const teksten = await Promise.all(
      redenen.map(async (reden) => {
        const kenmerk = await op.meldAan();
        await op.besluit(kenmerk, 'triage', { uitkomst: 'teruggestuurd', ...reden, afwijkReden });
        return tekstVan(await mailMetKop(op, kenmerk, 'Wij sturen uw aanmelding terug'));
      }),
    );
    expect(teksten[0]).toContain('Er ontbreekt informatie');
    expect(teksten[1]).toContain('Het is nog te vroeg');
    expect(teksten[1]).not.toContain('Er ontbreekt informatie');
  });

  it('geeft het traject aan een collega die wordt genoemd', async () => {
    const kenmerk = await op.meldAan();
    await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking', coordinator: 'coordinator-2' });
    expect(await op.traject(kenmerk)).toMatchObject({ coordinator: 'coordinator-2' });
  });

  it('start bij direct voorleggen een onderzoek bij iedere genoemde aanbieder, en bij niemand anders', async () => {
    const kenmerk = await op.meldAan();
    const aanbieders = ['aanbieder-01', 'aanbieder-03'];
    const { onderzoeken } = await op.besluit(kenmerk, 'triage', {
      uitkomst: 'direct-voorleggen',
      aanbieders,
      afwijkReden,
    });
    expect(onderzoeken).toEqual(aanbieders.map((code) => `onderzoek-${kenmerk}-${code}-r1`));
    const kop = 'Wilt u onderzoeken of u een aanbod kunt doen?';
    const mails = await wachtTot(
      () => op.mails(kenmerk).filter(({ subject }) => subject?.startsWith(kop)),
      (gevonden) => gevonden.length === aanbieders.length,
    );
    expect(mails.map(adresVan).sort()).toEqual(aanbieders.map((code) => `zorglogistiek@${code}.example`));
  });
});
