/** What every e-mail says, and what it cannot say. */
import { describe, expect, it } from 'vitest';
import { ZodError } from 'zod';
import { maakAgendabestand } from '../../activities/mail/agenda.ts';
import { maakMail, messageIdVan } from '../../activities/mail/maakMail.ts';
import { type Lezer, tekstVan } from '../../activities/mail/teksten.ts';
import {
  type BerichtOpdracht,
  berichtSoorten,
  doorbraakBerichtSoorten,
  rapportBerichtSoorten,
  tafelBerichtSoorten,
  uitvraagBerichtSoorten,
} from '../../domain/berichten.ts';
import {
  afwijsredenen,
  antwoordSoorten,
  doorverwijzingen,
  informatieSoorten,
  overdrachtNaar,
  sporen,
  terugstuurredenen,
  wachtOpSoorten,
  wachtSoorten,
} from '../../domain/codes.ts';
import { vervalRedenSchema } from '../../domain/onderzoek.ts';
import { wachtNamen, wachtTaken } from '../../domain/wachtNamen.ts';
import { aanmeldingTijdstip, alleBerichten } from '../support/berichten.ts';

const kenmerk = 'ZL-2025-0014';
const alle = alleBerichten(kenmerk);
const instellingen = {
  mailVan: 'Zorglogistiek <noreply@zorglogistiek.example>',
  teamEmail: 'team@zorglogistiek.example',
  brenEmail: 'bren@voorbeeld.example',
  basisUrl: 'http://zorglogistiek.example',
  cit: { telefoon: '070 000 00 00 (voorbeeldnummer)', pagina: 'http://cit.example' },
};

/** What has no kenmerk of a traject: these texts have tests of their own (tafelUitnodiging, doorbraakMail, ...). */
const eigenSoorten: readonly string[] = [
  ...tafelBerichtSoorten,
  ...doorbraakBerichtSoorten,
  ...uitvraagBerichtSoorten,
  ...rapportBerichtSoorten,
];

const lezerVan = ({ aan }: BerichtOpdracht): Lezer =>
  aan.wie === 'aanmelder'
    ? 'aanmelder'
    : 'aanbieder' in aan || aan.wie === 'stukkenlezers'
      ? 'aanbieder'
      : 'team';

const maak = (bericht: BerichtOpdracht, anders: Partial<Parameters<typeof maakMail>[0]> = {}) =>
  maakMail(
    {
      kenmerk,
      soort: bericht.soort,
      gegevens: bericht.gegevens,
      messageId: '<1@zorglogistiek.example>',
      tijdstip: aanmeldingTijdstip,
      lezer: lezerVan(bericht),
      geadresseerde: 'iemand',
      adres: 'iemand@ontvanger.example',
      linkNaar: async (doel, onderwerp) => `/l/${doel}.${onderwerp}`,
      stukkenplek: async () => ({ doel: 'tafelstukken', onderwerp: 'tafel-2025-06-12' }),
      aanbiederplek: async () => ({ doel: 'afgesproken', onderwerp: kenmerk }),
      ...anders,
    },
    instellingen,
  );

const tekst = (soort: BerichtOpdracht['soort'], gegevens: object, tijdstip = aanmeldingTijdstip) => {
  const { kop, alineas, stappen = [] } = tekstVan(soort, gegevens, { kenmerk, lezer: 'team', tijdstip });
  return [kop, ...alineas, ...stappen].join('\n');
};

describe('de tekst van een e-mail', () => {
  it('bestaat voor iedere soort die het domein kent, en het domein gebruikt iedere soort', () => {
    expect(new Set(alle.map(({ soort }) => soort))).toEqual(
      new Set(berichtSoorten.filter((soort) => !eigenSoorten.includes(soort))),
    );
  });

  it.each(alle.map((bericht) => [`${bericht.soort} (${bericht.gelegenheid})`, bericht] as const))(
    '%s: kenmerk in het onderwerp, taal, één kop en één link met een tekst',
    async (_naam, bericht) => {
      const { subject, html, text } = await maak(bericht);
      expect(subject).toMatch(/^[^\r\n]{10,90} \(ZL-2025-0014\)$/);
      expect(html).toMatch(/<html[^>]* lang="nl"/);
      expect(html).toContain(`<title>${subject}</title>`);
      expect(String(html).match(/<h1/g)).toHaveLength(1);
      expect(html).not.toMatch(/<img|<script|<link|url\(/);
      const links = [...String(html).matchAll(/<a href="([^"]+)"[^>]*>(.*?)<\/a>/gs)];
      expect(links).toHaveLength(1);
      const lezer = lezerVan(bericht);
      const { onderzoek } = bericht.gegevens;
      if (bericht.soort === 'crisis') {
        // Our own page has nothing for who is in a crisis.
        expect(links[0]?.[1]).toBe(instellingen.cit.pagina);
        expect(text).toContain(instellingen.cit.pagina);
        return;
      }
      const doel =
        lezer === 'aanmelder'
          ? `l/informatie.${kenmerk}`
          : lezer === 'aanbieder' && onderzoek
            ? `l/onderzoek.${onderzoek}`
            : bericht.soort === 'stuk-toegevoegd' && lezer === 'aanbieder'
              ? 'l/tafelstukken.tafel-2025-06-12'
              : lezer === 'aanbieder'
                ? `l/afgesproken.${kenmerk}`
                : `trajecten/${kenmerk}`;
      expect(links[0]?.[1]).toBe(`http://zorglogistiek.example/${doel}`);
      expect(links[0]?.[2]).toMatch(/[A-Z][a-z]+ .*ZL-2025-0014/);
      expect(text).toContain(kenmerk);
      expect(text).toContain(`http://zorglogistiek.example/${doel}`);
      expect(`${subject}${html}${text}`).not.toMatch(/undefined|null|NaN|\[object/);
    },
  );

  it.each([
    ['aanmelding-afgewezen', 'reden', afwijsredenen],
    ['doorverwezen', 'naar', doorverwijzingen],
    ['teruggestuurd', 'reden', terugstuurredenen],
    ['ander-team', 'spoor', sporen],
    ['informatie-gevraagd', 'soorten', informatieSoorten],
    ['overgedragen', 'naar', overdrachtNaar],
    ['traject-beeindigd', 'reden', vervalRedenSchema.exclude(['gekozen', 'crisis', 'overgedragen']).options],
    ['uitvoering-beeindigd', 'waarom', ['afgesloten', 'overgenomen', 'vervallen']],
    ['onderzoek-antwoord', 'antwoord', [...antwoordSoorten, 'vraag']],
    ['norm-herinnering', 'wacht', wachtSoorten],
    ['norm-verstreken', 'wacht', wachtSoorten],
    ['norm-manager', 'wacht', wachtSoorten],
    ['norm-verstreken', 'op', wachtOpSoorten],
  ] as const)('%s zegt bij iedere %s iets anders', (soort, veld, codes) => {
    const rest: Partial<Record<BerichtOpdracht['soort'], object>> = {
      'onderzoek-antwoord': { aanbieder: 'aanbieder-01' },
      'norm-herinnering': { op: 'coordinator' },
      'norm-verstreken': { wacht: 'afspraak', op: 'coordinator' },
      'norm-manager': { op: 'coordinator' },
    };
    const soorten = codes.map((code) => tekst(soort, { ...rest[soort], [veld]: code }));
    expect(new Set(soorten).size).toBe(codes.length);
  });

  it('zegt een aanbieder niet dat er een crisis is of dat de jeugdige 18 wordt, alleen dat het klaar is', () => {
    const onderzoek = `onderzoek-${kenmerk}-aanbieder-01-r1`;
    for (const reden of ['crisis', 'overgedragen'])
      for (const [soort, rest] of [
        ['traject-beeindigd', {}],
        ['onderzoek-vervallen', { onderzoek }],
      ] as const)
        expect(tekst(soort, { ...rest, reden })).toBe(tekst(soort, { ...rest, reden: 'afgesloten' }));
  });

  it('vraagt wie eerder is losgelaten of het nog kan', () => {
    const gekozen = { verwachteStartDatum: '2025-06-12' };
    expect(tekst('gekozen', gekozen)).not.toContain('niet meer nodig');
    expect(tekst('gekozen', { ...gekozen, losgelaten: 1 })).toContain('Kunt u de vraag niet meer oppakken?');
  });

  it('noemt bij het wachten op meer dan een ander ieder van hen', () => {
    const gegevens = { wacht: 'afspraak', op: 'aanbieder' };
    expect(tekst('norm-verstreken', gegevens)).toContain('Het wacht op de aanbieder.');
    expect(tekst('norm-verstreken', { ...gegevens, wie: 'aanmelder' })).toContain('wacht op de aanmelder.');
    expect(tekst('norm-manager', { ...gegevens, wie: 'aanbieder-01 aanbieder-02' })).toContain(
      'Het wacht op aanbieder-01 en aanbieder-02.',
    );
    expect(() => tekst('norm-manager', { ...gegevens, wie: 'Jan Jansen' })).toThrow(ZodError);
  });

  it('noemt bij een crisis het nummer van het CIT zodra dat bekend is, en de knop leidt naar zijn pagina', () => {
    const bij = (
      soort: BerichtOpdracht['soort'],
      gegevens: object,
      cit?: { telefoon: string; pagina: string },
    ) =>
      tekstVan(soort, gegevens, {
        kenmerk,
        lezer: 'aanmelder',
        tijdstip: aanmeldingTijdstip,
        ...(cit ? { cit } : {}),
      }).alineas.join('\n');
    const cit = { telefoon: '070 000 00 00', pagina: 'http://cit.example/crisis' };
    expect(bij('crisis', {})).toContain('Bel het Crisis Interventie Team (CIT).');
    expect(bij('crisis', {}, cit)).toContain('Bel het Crisis Interventie Team (CIT): 070 000 00 00.');
    expect(
      tekstVan('crisis', {}, { kenmerk, lezer: 'aanmelder', tijdstip: aanmeldingTijdstip, cit }),
    ).toMatchObject({ adres: cit.pagina, actie: 'Bekijk de pagina van het CIT' });
    for (const [soort, gegevens] of [
      ['ontvangst-aanmelding', { ambitie: aanmeldingTijdstip }],
      ['opgeschort', {}],
    ] as const)
      expect(bij(soort, gegevens, cit)).toContain('Crisis Interventie Team (CIT): 070 000 00 00.');
  });

  it('zegt wat er is afgesproken als aan de tafel niemand een onderzoek begint', () => {
    expect(tekst('verslag-gedeeld', { aantal: 0, afspraken: 2 })).toContain('Er zijn 2 afspraken gemaakt.');
    expect(tekst('verslag-gedeeld', { aantal: 0, afspraken: 1 })).toContain(
      'eerst gebeurt wat is afgesproken',
    );
    expect(tekst('verslag-gedeeld', { aantal: 1 })).toContain('U hoeft nu niets te doen.');
    expect(tekst('verslag-gedeeld', { aantal: 1, afspraken: 1 })).not.toContain('niets te doen');
  });

  it('zegt waar een traject heen gaat als de tafel niet doorgaat, en nooit allebei', () => {
    expect(tekst('bespreking-vervallen', { tafelDatum: '2025-06-12' })).toContain('donderdag 12 juni 2025');
    expect(tekst('bespreking-vervallen', { aantal: 2 })).toContain('voorgelegd aan 2 aanbieders');
    expect(tekst('bespreking-vervallen', { wachtOp: 'coordinator' })).toContain('Het traject wacht nu op u.');
    expect(tekst('bespreking-vervallen', { aantal: 2, bijHervatting: 'ja' })).toContain(
      'Gaat het verder, dan',
    );
    expect(tekst('direct-voorgelegd', { aantal: 2, bijHervatting: 'ja' })).not.toContain('onderzoeken nu');
    for (const gegevens of [{}, { aantal: 2, tafelDatum: '2025-06-12' }])
      expect(() => tekst('bespreking-vervallen', gegevens)).toThrow(ZodError);
  });

  it('heeft voor iedere reden van vastlopen een korte zin, en voor ieder wachten een taak', () => {
    expect(Object.keys(wachtNamen).sort()).toEqual([...wachtSoorten].sort());
    expect(Object.keys(wachtTaken).sort()).toEqual([...wachtSoorten].sort());
    for (const zin of [...Object.values(wachtNamen), ...Object.values(wachtTaken)])
      expect(zin).toMatch(/^[a-z].*[a-z]$/);
  });

  it('zegt een moment in woorden, op de klok in Nederland', () => {
    const ambitie = Date.UTC(2025, 5, 5, 7);
    expect(tekst('ambitie-waarschuwing', { ambitie })).toContain('vóór donderdag 5 juni 2025, 09:00 uur');
    expect(tekst('tafeldatum-gepland', { tafelDatum: '2025-06-12' })).toContain('donderdag 12 juni 2025');
  });

  it('vraagt haast als de datum voor het antwoord al voorbij is', () => {
    const gegevens = { onderzoek: `onderzoek-${kenmerk}-aanbieder-01-r1`, antwoordVoor: aanmeldingTijdstip };
    expect(tekst('onderzoek-gevraagd', gegevens, aanmeldingTijdstip - 1)).toContain('Geef uw antwoord vóór');
    expect(tekst('onderzoek-gevraagd', gegevens)).toContain('Geef uw antwoord zo snel mogelijk');
  });

  it('zegt hoeveel dagen een traject te laat is', () => {
    const dag = 24 * 60 * 60 * 1000;
    const teLaat = (dagen: number) =>
      tekst('te-laat', { niveau: 2, ambitie: aanmeldingTijdstip }, aanmeldingTijdstip + dagen * dag);
    expect(teLaat(0)).not.toMatch(/geleden|gisteren/);
    expect(teLaat(1)).toContain('Dat was gisteren.');
    expect(teLaat(7)).toContain('Dat is 7 dagen geleden.');
  });

  it('spreekt iedere lezer aan op wat voor die lezer geldt', () => {
    const voor = (lezer: Lezer) =>
      tekstVan('ingetrokken', {}, { kenmerk, lezer, tijdstip: aanmeldingTijdstip }).alineas.join();
    expect(new Set([voor('aanmelder'), voor('team'), voor('aanbieder')]).size).toBe(3);
    const verschilt = (soort: BerichtOpdracht['soort'], een: Lezer, ander: Lezer, gegevens = {}) => {
      const bij = (lezer: Lezer) =>
        tekstVan(soort, gegevens, { kenmerk, lezer, tijdstip: aanmeldingTijdstip });
      expect(bij(een), soort).not.toEqual(bij(ander));
    };
    verschilt('ander-team', 'aanmelder', 'team', { spoor: 'experttafel' });
    verschilt('coordinator-gewijzigd', 'aanmelder', 'team');
    verschilt('stuk-toegevoegd', 'aanbieder', 'team');
    verschilt('zorgstart-uitgebleven', 'aanbieder', 'team');
  });

  it('kan alleen gemaakt worden van zijn eigen codes, bij iedere soort', () => {
    for (const { soort, gegevens } of alle) {
      expect(() => tekst(soort, { ...gegevens, naam: 'Jan Jansen' }), soort).toThrow(ZodError);
      for (const [veld, waarde] of Object.entries(gegevens))
        if (typeof waarde === 'string')
          expect(() => tekst(soort, { ...gegevens, [veld]: 'Jan Jansen' }), `${soort}.${veld}`).toThrow(
            ZodError,
          );
    }
  });

  it('zegt bij de keuze wie eigenaar is van het plan, en alleen tegen die lezer', () => {
    const plan = { evaluatieDatum: '2025-06-12' };
    for (const [soort, gegevens] of [
      ['gekozen', plan],
      ['duidelijkheid', { aantal: 1, ...plan }],
    ] as const) {
      expect(tekst(soort, gegevens)).not.toMatch(/eigenaar|herinnering/);
      const eigenaar = tekst(soort, { ...gegevens, eigenaar: 1 });
      expect(eigenaar).toContain('U bent de eigenaar van het overbruggingsplan');
      expect(eigenaar).toContain(
        'donderdag 12 juni 2025 wordt bekeken of het nog voldoet. U en de coördinator',
      );
    }
  });

  it('vraagt bij een late afwijzing niets, tenzij juist die aanbieder is gekozen', () => {
    const laat = (vervallen: string, antwoord = 'afwijzing', deel = {}) =>
      tekst('onderzoek-antwoord', { aanbieder: 'aanbieder-01', antwoord, vervallen, ...deel });
    for (const reden of vervalRedenSchema.exclude(['gekozen']).options) {
      expect(laat(reden), reden).toMatch(/Er verandert niets; u hoeft niets te doen\.$/);
      expect(laat(reden, 'aanbod'), reden).not.toContain('u hoeft niets te doen');
      expect(laat(reden, 'aanbod'), reden).not.toContain('weet dat het aanbod niet nodig is');
    }
    expect(laat('gekozen')).toMatch(/De gekozen aanbieder wijst af: bel vandaag\.$/);
    for (const reden of ['andere-aanbieder', 'ander-team', 'ingetrokken'])
      expect(laat(reden, 'aanbod', { weet: 1 })).toContain('De aanbieder weet dat het aanbod niet nodig is.');
  });

  it('zegt bij het hervatten hoeveel aanbieders nu worden gevraagd, en zwijgt daarover als dat niemand is', () => {
    const hervat = (deel: object) => tekst('hervat', { ambitie: aanmeldingTijdstip + 1, ...deel });
    expect(hervat({})).not.toContain('vragen');
    expect(hervat({ gevraagd: 1 })).toContain('Wij vragen nu één aanbieder om de vraag te onderzoeken.');
    expect(hervat({ gevraagd: 2 })).toContain('Wij vragen nu 2 aanbieders om de vraag te onderzoeken.');
  });

  it('zegt bij een nieuwe aanmelding welke trajecten er al lopen voor deze jeugdige', () => {
    const ambitie = aanmeldingTijdstip;
    expect(tekst('nieuwe-aanmelding', { ambitie, andereKenmerken: [] })).not.toContain('Let op');
    expect(
      tekst('nieuwe-aanmelding', { ambitie, andereKenmerken: ['ZL-2025-0002', 'ZB-2025-0003'] }),
    ).toContain('loopt al een traject: ZL-2025-0002, ZB-2025-0003.');
    expect(() => tekst('nieuwe-aanmelding', { ambitie, andereKenmerken: ['Jan Jansen'] })).toThrow(ZodError);
  });

  it('kan alleen gemaakt worden van de codes die erbij horen', () => {
    for (const gegevens of [
      {},
      { reden: 'Jan Jansen woont al lang niet meer thuis' },
      { reden: 'geen-verblijf', naam: 'Jan Jansen' },
    ])
      expect(() => tekst('aanmelding-afgewezen', gegevens)).toThrow(ZodError);
    expect(() => tekst('onderzoek-antwoord', { aanbieder: 'Jan Jansen', antwoord: 'aanbod' })).toThrow(
      ZodError,
    );
    expect(() => tekst('onderzoek-vervallen', { onderzoek: '../x', reden: 'ingetrokken' })).toThrow(ZodError);
  });

  it('weigert een kenmerk met een regeleinde: er komt niets bij de headers', async () => {
    const mail = maakMail(
      {
        kenmerk: `${kenmerk}\r\nBcc: ander@elders.example`,
        soort: 'naar-bespreking',
        gegevens: {},
        messageId: '<1@zorglogistiek.example>',
        tijdstip: aanmeldingTijdstip,
        lezer: 'aanmelder',
        geadresseerde: 'aanmelder',
        adres: 'iemand@ontvanger.example',
        linkNaar: async () => '/l/nergens',
        stukkenplek: async () => null,
        aanbiederplek: async () => ({ doel: 'afgesproken', onderwerp: kenmerk }),
      },
      instellingen,
    );
    await expect(mail).rejects.toThrow(ZodError);
  });
});

describe('zonder link, als een mens die heeft ingetrokken', () => {
  it('zegt iedere e-mail dat, en wie er dan helpt; er staat geen knop', async () => {
    let zonder = 0;
    for (const bericht of alle) {
      let gevraagd = false;
      const linkNaar = async () => {
        gevraagd = true;
        return null;
      };
      const { html, text } = await maak(bericht, { linkNaar });
      // The team has no personal links.
      if (!gevraagd) continue;
      zonder += 1;
      expect(html).not.toContain('<a ');
      for (const inhoud of [html, text])
        expect(String(inhoud).replaceAll(/\s+/g, ' ')).toContain(
          'Uw persoonlijke link is ingetrokken. Bel uw contactpersoon bij Zorglogistiek. Antwoord niet per e-mail.',
        );
      expect(`${html}${text}`).not.toMatch(/undefined|null/);
    }
    expect(zonder).toBeGreaterThan(10);
  });

  it('heeft het bestand voor de agenda er ook geen', () => {
    const { content } = maakAgendabestand({
      datum: '2027-01-14',
      beginTijd: '09:30',
      plaats: 'kantoor',
      volgnummer: 0,
      isAfgezegd: false,
      uid: 'tafel-2027-01-14',
      stempel: 0,
      genodigde: 'iemand@ontvanger.example',
      organisator: 'team@zorglogistiek.example',
      doel: null,
    });
    expect(content).toContain('Zet geen persoonsgegevens in uw agenda.');
    expect(content).not.toMatch(/^URL|Meer hierover|null/m);
  });
});

describe('de Message-ID', () => {
  const bericht = { kenmerk, soort: 'te-laat', geadresseerde: 'manager-1', gelegenheid: 'niveau-2@1' };

  it('is voor dezelfde e-mail altijd dezelfde, met het domein van de afzender', () => {
    expect(messageIdVan(bericht, instellingen.mailVan)).toBe(
      messageIdVan({ ...bericht }, instellingen.mailVan),
    );
    expect(messageIdVan(bericht, instellingen.mailVan)).toMatch(/^<[0-9a-f]{40}@zorglogistiek\.example>$/);
    expect(messageIdVan(bericht, 'noreply@kaal.example')).toMatch(/@kaal\.example>$/);
  });

  it.each(['kenmerk', 'soort', 'geadresseerde', 'gelegenheid'] as const)('verandert mee met %s', (veld) => {
    expect(messageIdVan({ ...bericht, [veld]: 'anders' }, instellingen.mailVan)).not.toBe(
      messageIdVan(bericht, instellingen.mailVan),
    );
  });
});
