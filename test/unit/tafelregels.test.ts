/** The rules of a table: what may happen in which status, and where its trajecten go. */
import { describe, expect, it } from 'vitest';
import {
  beginTafel,
  bestemmingenNaVervallen,
  bestemmingNaVervallen,
  isGemist,
  pasTafelBesluitToe,
  sluitAgenda,
  type TafelToestand,
  verdeeldZonder,
  volgendeTafelwekker,
  weigerTafelBesluit,
  wisselGenodigden,
} from '../../domain/tafel.ts';
import { tafelStatussen } from '../../domain/tafelCodes.ts';
import { tafelMomenten } from '../../domain/tafelkalender.ts';

const gemaaktTijdstip = Date.parse('2026-12-01T09:00:00Z');
const tafel: TafelToestand = beginTafel(
  {
    datum: '2027-01-14',
    beginTijd: '09:30',
    plaats: 'kantoor',
    agendaLimiet: 6,
    gemaaktTijdstip,
    basisUrl: 'http://zorglogistiek.example',
  },
  tafelMomenten('2027-01-14', '09:30', gemaaktTijdstip),
);

describe('een besluit over een tafel', () => {
  it.each(tafelStatussen)('in de status %s', (status) => {
    const isKomend = status === 'gepland' || status === 'agenda-gesloten';
    const mag = { wijziging: isKomend, vervallen: isKomend || status === 'gehouden', tafelleden: isKomend };
    for (const soort of ['wijziging', 'vervallen', 'tafelleden'] as const)
      expect(weigerTafelBesluit({ ...tafel, status }, soort) === null).toBe(mag[soort]);
    expect(weigerTafelBesluit({ ...tafel, status }, 'vervallen', false) === null).toBe(isKomend);
    expect(volgendeTafelwekker({ ...tafel, status }) === null).toBe(
      ['vervallen', 'afgerond'].includes(status),
    );
  });
});

describe('de agenda die sluit', () => {
  const gesloten = { agenda: ['ZL-2027-0001'], genodigden: ['aanbieder-01-contact-1'], isLeeg: false };
  it('nodigt uit zolang de tafel nog moet beginnen', () => {
    expect(sluitAgenda(tafel, gesloten, tafel.beginTijdstip - 1).berichten).toHaveLength(1);
    expect(sluitAgenda(tafel, gesloten, tafel.beginTijdstip).berichten).toEqual([]);
  });
  it('nodigt niemand uit als alles al is besproken', () => {
    expect(sluitAgenda(tafel, { ...gesloten, agenda: [] }, 0)).toMatchObject({
      toestand: { status: 'agenda-gesloten' },
      berichten: [],
    });
  });
});

describe('een agenda waarvan bij het sluiten niets over is', () => {
  const gesloten = { agenda: [], genodigden: [], isLeeg: false };
  it('laat de tafel vervallen als ieder traject haar heeft verlaten, maar niet als zij al is begonnen', () => {
    const weg = { ...gesloten, wachtend: 0 };
    expect(sluitAgenda(tafel, weg, 0)).toMatchObject({
      toestand: { status: 'vervallen', vervalreden: 'geen-aanmeldingen' },
      berichten: [],
    });
    expect(sluitAgenda(tafel, weg, tafel.beginTijdstip)).toMatchObject({
      toestand: { status: 'agenda-gesloten' },
      berichten: [],
    });
  });
  it('vertelt het team als alleen nog wacht wat stilstaat', () => {
    const { toestand, berichten } = sluitAgenda(tafel, { ...gesloten, wachtend: 1 }, 0);
    expect(toestand.status).toBe('agenda-gesloten');
    expect(berichten.map(({ soort, aan, gegevens }) => [soort, aan.wie, gegevens])).toEqual([
      ['tafel-leeg', 'coordinator', { genodigden: 0 }],
      ['tafel-leeg', 'voorzitter', { genodigden: 0 }],
    ]);
  });
});

describe('een tafellid zonder contact', () => {
  it('wordt aan het team gemeld, eenmaal en alleen als er wordt uitgenodigd', () => {
    const gesloten = {
      agenda: ['ZL-2027-0001'],
      genodigden: ['aanbieder-01-contact-1'],
      isLeeg: false,
      wachtend: 1,
      zonderContact: ['aanbieder-02', 'aanbieder-03'],
    };
    const [, melding, ...meer] = sluitAgenda(tafel, gesloten, 0).berichten;
    expect(melding).toEqual({
      soort: 'tafel-zonder-contact',
      aan: { wie: 'coordinator' },
      gelegenheid: 'zonder-contact',
      gegevens: { aanbieders: 'aanbieder-02 aanbieder-03' },
    });
    expect(meer).toEqual([]);
    expect(sluitAgenda(tafel, gesloten, tafel.beginTijdstip).berichten).toEqual([]);
  });
});

describe('een tafel die doorgaat zonder een traject dat nog onderweg was', () => {
  const overgeslagen = ['ZL-2027-0002', 'ZL-2027-0003'];
  const opdracht = (kenmerk: string, status: string) => ({
    soort: 'tafel-zonder-traject',
    aan: { wie: 'coordinator-van', kenmerk },
    gelegenheid: `zonder-${kenmerk}`,
    gegevens: { traject: kenmerk, status },
  });
  it('vertelt het aan de coördinator van ieder traject, ook als er verder niets te bespreken is', () => {
    const gesloten = { agenda: ['ZL-2027-0001'], genodigden: ['aanbieder-01-contact-1'], overgeslagen };
    const { berichten } = sluitAgenda(tafel, { ...gesloten, isLeeg: false }, 0);
    expect(berichten.map(({ soort }) => soort)).toEqual([
      'tafel-uitnodiging',
      'tafel-zonder-traject',
      'tafel-zonder-traject',
    ]);
    const leeg = sluitAgenda(tafel, { agenda: [], genodigden: [], isLeeg: true, overgeslagen }, 0);
    expect(leeg.berichten).toEqual(overgeslagen.map((kenmerk) => opdracht(kenmerk, 'vervallen')));
  });
  it('vertelt het ook als de tafel vervalt', () => {
    const na = verdeeldZonder({ ...tafel, status: 'vervallen', versie: 4 }, overgeslagen);
    expect(na.toestand).toMatchObject({ status: 'vervallen', versie: 5 });
    expect(na.berichten).toEqual(overgeslagen.map((kenmerk) => opdracht(kenmerk, 'vervallen')));
  });
});

describe('een tafel voor een traject dat was opgeschort en verder gaat', () => {
  const kenmerk = 'ZL-2027-0001';
  const { agendaSluitTijdstip: sluit, eindTijdstip: einde } = tafel;
  it('is gemist als haar agenda sloot, zolang die nog niet is gelezen', () => {
    expect(isGemist(tafel, kenmerk, 0, sluit - 1)).toBe(false);
    expect(isGemist(tafel, kenmerk, 0, sluit)).toBe(true);
  });
  it.each(['agenda-gesloten', 'gehouden', 'afgerond'] as const)('in de status %s', (status) => {
    const zonder: TafelToestand = { ...tafel, status, agenda: ['ZL-2027-0009'] };
    expect(isGemist(zonder, kenmerk, 0, sluit)).toBe(true);
    const erop = { ...zonder, agenda: [kenmerk] };
    // Opgeschort and back between the closing and the table, over the table, and only after it.
    expect(isGemist(erop, kenmerk, sluit + 1, einde - 1)).toBe(false);
    expect(isGemist(erop, kenmerk, einde - 1, einde)).toBe(true);
    expect(isGemist(erop, kenmerk, einde, einde + 1)).toBe(false);
  });
});

describe('een wissel van tafelleden', () => {
  const gesloten = { agenda: ['ZL-2027-0001'], genodigden: ['blijft', 'gaat'], isLeeg: false };
  const { toestand } = sluitAgenda(tafel, gesloten, 0);
  const wissel = { komen: ['komt'], gaan: ['gaat'] };
  it('vertelt het alleen aan wie komt en wie gaat, met een hoger volgnummer', () => {
    const na = wisselGenodigden(toestand, wissel, tafel.beginTijdstip - 1);
    expect(na.toestand).toMatchObject({ genodigden: ['blijft', 'komt'], uitnodigingVersie: 1 });
    expect(na.berichten.map(({ soort, aan, gegevens }) => [soort, aan, gegevens.volgnummer])).toEqual([
      ['tafel-uitnodiging-vervallen', { wie: 'genodigde', code: 'gaat' }, 1],
      ['tafel-uitnodiging', { wie: 'genodigde', code: 'komt' }, 1],
    ]);
  });
  it('nodigt niemand meer uit voor een tafel die is begonnen, of waar niets te bespreken is', () => {
    for (const na of [
      wisselGenodigden(toestand, wissel, tafel.beginTijdstip),
      wisselGenodigden({ ...toestand, agenda: [] }, wissel, 0),
    ])
      expect(na.berichten.map(({ soort }) => soort)).toEqual(['tafel-uitnodiging-vervallen']);
  });
  it('zegt af voor wie niets meer op de agenda staat, maar niet meer als de tafel is begonnen', () => {
    const af = { komen: [], gaan: [], vanAgenda: ['gaat'], aantal: 1 };
    const na = wisselGenodigden(toestand, af, tafel.beginTijdstip - 1);
    expect(na.toestand).toMatchObject({ genodigden: ['blijft'], agenda: toestand.agenda });
    expect(na.berichten.map(({ soort }) => soort)).toEqual(['tafel-uitnodiging-vervallen']);
    const erna = wisselGenodigden(toestand, af, tafel.beginTijdstip);
    expect(erna).toMatchObject({ berichten: [], toestand: { genodigden: ['blijft', 'gaat'] } });
  });
  it('vertelt wie is vervangen dat een ander komt; onder dezelfde code, en alleen voordat de tafel begint', () => {
    const ander = { komen: ['gaat'], gaan: ['gaat'], aantal: 2 };
    const na = wisselGenodigden(toestand, ander, tafel.beginTijdstip - 1);
    expect(na.toestand.genodigden).toEqual(['blijft', 'gaat']);
    expect(na.berichten.map(({ soort, gegevens }) => [soort, gegevens.vervangen, gegevens.aantal])).toEqual([
      ['tafel-uitnodiging-vervallen', 'ja', undefined],
      ['tafel-uitnodiging', undefined, 2],
    ]);
    expect(wisselGenodigden(toestand, ander, tafel.beginTijdstip).berichten).toEqual([]);
  });
  it('nodigt niemand uit als geen traject meer op deze tafel wacht', () => {
    expect(wisselGenodigden(toestand, { ...wissel, aantal: 0 }, 0).berichten).toHaveLength(1);
  });
  it.each([
    [
      'het laatste traject weg is',
      { komen: [], gaan: [], vanAgenda: ['gaat'], aantal: 0, teBespreken: 0 },
      ['blijft'],
    ],
    [
      'alleen nog wacht wat stilstaat',
      { komen: [], gaan: [], aantal: 1, teBespreken: 0 },
      ['blijft', 'gaat'],
    ],
  ])('vertelt het team dat %s; de anderen blijven uitgenodigd', (_, leeg, genodigden) => {
    const na = wisselGenodigden(toestand, leeg, tafel.beginTijdstip - 1);
    expect(na.toestand.genodigden).toEqual(genodigden);
    expect(na.berichten.filter(({ soort }) => soort === 'tafel-leeg')).toMatchObject(
      ['coordinator', 'voorzitter'].map((wie) => ({
        aan: { wie },
        gegevens: { genodigden: genodigden.length },
      })),
    );
    const alleen = (berichten: typeof na.berichten) => berichten.some(({ soort }) => soort === 'tafel-leeg');
    expect(alleen(wisselGenodigden(toestand, leeg, tafel.beginTijdstip).berichten)).toBe(false);
    // As it was read before that was told: a running table goes on as it began.
    const { teBespreken: _teBespreken, ...eerder } = leeg;
    expect(alleen(wisselGenodigden(toestand, eerder, 0).berichten)).toBe(false);
  });
  it('verandert niets aan de uitnodigingen als niemand komt of gaat', () => {
    const na = wisselGenodigden(toestand, { komen: [], gaan: [] }, 0);
    expect(na).toMatchObject({ berichten: [], toestand: { uitnodigingVersie: 0 } });
  });
});

describe('een tafel die al gehouden zou zijn en niet doorging', () => {
  const gehouden: TafelToestand = {
    ...tafel,
    status: 'gehouden',
    genodigden: ['een', 'twee'],
    agenda: ['ZL-2027-0001'],
  };
  const besluit = { soort: 'vervallen', codes: { reden: 'voorzitter-ziek' } } as const;
  it('vertelt dat aan iedereen behalve wie al is besproken', () => {
    const { toestand, berichten } = pasTafelBesluitToe(gehouden, besluit, gehouden, ['twee']);
    expect(toestand).toMatchObject({ status: 'vervallen', genodigden: ['een'] });
    expect(berichten).toMatchObject([
      { soort: 'tafel-afgezegd', aan: { code: 'een' }, gegevens: { naEinde: 'ja', volgnummer: 1 } },
    ]);
    const komend = pasTafelBesluitToe({ ...gehouden, status: 'agenda-gesloten' }, besluit, gehouden);
    expect(komend.berichten.map(({ gegevens }) => gegevens.naEinde)).toEqual([undefined, undefined]);
  });
});

describe('waar een traject van een vervallen tafel heen gaat', () => {
  const leden = [
    { aanbieder: 'aanbieder-02', sectoren: ['j-ggz'] },
    { aanbieder: 'aanbieder-01', sectoren: ['jeugdhulp', 'lvb'] },
  ];
  it('de eerste tafel met plaats', () => {
    const tafels = [
      { datum: '2027-01-28', ruimte: 3 },
      { datum: '2027-01-21', ruimte: 0 },
      { datum: '2027-01-26', ruimte: 1 },
    ];
    expect(bestemmingNaVervallen('lvb', tafels, leden)).toEqual({ tafelDatum: '2027-01-26' });
  });
  it('anders de tafelleden die in de sector werken, en alle als niemand dat doet', () => {
    expect(bestemmingNaVervallen('lvb', [], leden)).toEqual({ aanbieders: ['aanbieder-01'] });
    const allen = { aanbieders: ['aanbieder-01', 'aanbieder-02'] };
    expect(bestemmingNaVervallen('anders', [], leden)).toEqual(allen);
    expect(bestemmingNaVervallen(null, [], leden)).toEqual(allen);
  });
  it('wacht op de coördinator als er geen tafel is en niemand aan tafel zit', () => {
    expect(bestemmingNaVervallen('lvb', [{ datum: '2027-01-21', ruimte: 0 }], [])).toEqual({
      wachtOp: 'coordinator',
    });
    expect(bestemmingNaVervallen('lvb', [{ datum: '2027-01-21', ruimte: 1 }], [])).toEqual({
      tafelDatum: '2027-01-21',
    });
  });
  it('van een hele agenda krijgt wie eerst staat de plaats op de dichtstbijzijnde tafel', () => {
    const agenda = ['a', 'b', 'c'].map((kenmerk) => ({ kenmerk, sector: 'lvb' }));
    const tafels = [
      { datum: '2027-01-21', ruimte: 1 },
      { datum: '2027-01-28', ruimte: 1 },
    ];
    expect(bestemmingenNaVervallen(agenda, tafels, leden)).toEqual({
      a: { tafelDatum: '2027-01-21' },
      b: { tafelDatum: '2027-01-28' },
      c: { aanbieders: ['aanbieder-01'] },
    });
  });
});
