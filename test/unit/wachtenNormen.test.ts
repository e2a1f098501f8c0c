/** For every kind of wait: when it is reminded, when it has lasted too long, on whom it waits, and which act ends it. */
import { describe, expect, it } from 'vitest';
import { dag } from '../../domain/beleid.ts';
import type { AntwoordCodes, TrajectBesluit } from '../../domain/besluiten.ts';
import { type WachtOp, type WachtSoort, wachtSoorten } from '../../domain/codes.ts';
import { leeftijdsmomenten } from '../../domain/leeftijd.ts';
import { weigerTrajectBesluit } from '../../domain/overgangen.ts';
import { signalenVan } from '../../domain/signalen.ts';
import type { TrajectToestand } from '../../domain/traject.ts';
import { pasTrajectBesluitToe } from '../../domain/trajectBesluit.ts';
import { verwerkMelding } from '../../domain/trajectMelding.ts';
import { redenenVan, vastgelopenVan, wachtenVan } from '../../domain/wachten.ts';
import { leesbaarMoment } from '../../domain/werkdagen.ts';
import { begonnenTraject } from '../support/berichten.ts';
import { type BesluitNaam, besluitNamen, besluitVan, na, neem } from '../support/besluiten.ts';
import { laatAfgaan } from '../support/wekker.ts';

/** Thursday 26 March 2026, 14:00 in the Netherlands; on Sunday the clock changes, and on 6 April it is Easter Monday. */
const begin = Date.UTC(2026, 2, 26, 13);
/** Thursday 2 April 2026, 10:00 in the Netherlands: the next day is a werkdag, and after that three days are not. */
const witteDonderdag = Date.UTC(2026, 3, 2, 8);

const basis = begonnenTraject('ZL-2026-0001', { aanmeldingTijdstip: begin });
const triage = (uitkomst: 'bespreking' | 'zorgbemiddeling' | 'experttafel'): TrajectBesluit => ({
  soort: 'triage',
  codes: { uitkomst, afwijkReden: 'individuele-situatie' },
});
const tafel = (tafelDatum: string): TrajectBesluit => ({ soort: 'tafeldatum', codes: { tafelDatum } });
const verslag = (aanbieders: string[]): TrajectBesluit => ({
  soort: 'verslag',
  codes: { aanwezig: ['aanmelder'], aanbieders },
});

/** An aanbieder that answers in the last round in which it was asked. */
function antwoordt(t: TrajectToestand, aanbieder: string, codes: AntwoordCodes, nu: number): TrajectToestand {
  const [onderzoekId = ''] = Object.keys(t.onderzoeken)
    .filter((id) => id.includes(aanbieder))
    .slice(-1);
  const antwoord = { invoerId: '00000000-0000-4000-8000-000000000000', codes };
  const melding = { onderzoekId, vastgelopen: false, gelegenheid: `antwoord-${nu}`, antwoord };
  const gevolg = verwerkMelding(t, melding, nu);
  if (!gevolg) throw new Error(`niet gehoord: ${aanbieder}`);
  return gevolg.toestand;
}

const inVoorbereiding = na(basis, begin, triage('bespreking'));
const inBespreking = na(inVoorbereiding, begin, tafel('2026-04-02'));
const inOnderzoek = na(inBespreking, witteDonderdag, verslag(['aanbieder-01', 'aanbieder-02']));
const beidenAanbod = ['aanbieder-01', 'aanbieder-02'].reduce(
  (t, aanbieder) => antwoordt(t, aanbieder, { antwoord: 'aanbod' }, witteDonderdag),
  inOnderzoek,
);
const gekozen = (codes: Partial<Extract<TrajectBesluit, { soort: 'keuze' }>['codes']>) =>
  na(beidenAanbod, witteDonderdag, { soort: 'keuze', codes: { aanbieders: ['aanbieder-01'], ...codes } });

interface Geval {
  t: TrajectToestand;
  /** From when its timers may fire. */
  nu: number;
  op: WachtOp;
  wie?: string;
  sinds: string;
  herinneringen: string[];
  norm: string;
  /** The decisions that end it, beside those that end the traject and, where `bijOpschorting`, the opschorting. */
  eindigt: BesluitNaam[];
  bijOpschorting: boolean;
}

/** The state after an onderzoek told that the norm for a word has passed. */
function zwijgt(t: TrajectToestand, nu: number, bevestigd: boolean): TrajectToestand {
  const [onderzoekId = ''] = Object.keys(t.onderzoeken);
  const gevolg = verwerkMelding(
    t,
    { onderzoekId, vastgelopen: true, bevestigd, gelegenheid: 'vastgelopen-1' },
    nu,
  );
  if (!gevolg) throw new Error('niet gehoord');
  // The report itself says that the norm has passed; without that the timer does.
  const { overschreden: _gemeld, ...toestand } = gevolg.toestand;
  return toestand;
}
const eenOnderzoek = na(inBespreking, witteDonderdag, verslag(['aanbieder-01']));
const stil = (bevestigd: boolean): Geval => ({
  t: zwijgt(eenOnderzoek, witteDonderdag, bevestigd),
  nu: witteDonderdag,
  op: 'aanbieder',
  wie: 'aanbieder-01',
  sinds: 'donderdag 2 april 2026, 10:00',
  herinneringen: [],
  // The onderzoek counted the werkdagen: once it tells, the norm has passed.
  norm: 'donderdag 2 april 2026, 10:00',
  eindigt: ['situatie', 'spoor zorgbemiddeling', 'spoor experttafel'],
  bijOpschorting: true,
});

/** What takes the traject to another fase, where the wait belongs to its fase. */
const weg: BesluitNaam[] = ['spoor zorgbemiddeling', 'spoor experttafel', 'direct-voorleggen'];
const paasherinnering = 'vrijdag 3 april 2026, 10:00';
const naPasen = 'woensdag 8 april 2026, 09:00';

const gevallen: Record<WachtSoort, Geval> = {
  triage: {
    t: basis,
    nu: begin,
    op: 'coordinator',
    sinds: 'donderdag 26 maart 2026, 14:00',
    herinneringen: ['maandag 30 maart 2026, 09:00'],
    norm: 'dinsdag 31 maart 2026, 09:00',
    eindigt: [
      'triage bespreking',
      'triage direct-voorleggen',
      'triage zorgbemiddeling',
      'triage experttafel',
      // Who waits for information cannot do the triage.
      'informatievraag',
    ],
    bijOpschorting: true,
  },
  oppakken: {
    t: na(inVoorbereiding, witteDonderdag, { soort: 'spoor', codes: { spoor: 'experttafel' } }),
    nu: witteDonderdag,
    op: 'coordinator',
    sinds: 'donderdag 2 april 2026, 10:00',
    herinneringen: [],
    norm: naPasen,
    eindigt: ['stap', 'advies', 'coordinator', 'spoor zorglogistiek', 'spoor zorgbemiddeling'],
    bijOpschorting: true,
  },
  informatie: {
    t: na(basis, begin, besluitVan('informatievraag')),
    nu: begin,
    op: 'aanmelder',
    sinds: 'donderdag 26 maart 2026, 14:00',
    herinneringen: ['woensdag 1 april 2026, 09:00', 'dinsdag 7 april 2026, 09:00'],
    norm: 'maandag 13 april 2026, 09:00',
    // A new question gives this one no more time.
    eindigt: ['informatie', 'vraag-ingetrokken'],
    bijOpschorting: false,
  },
  weging: {
    t: na(inBespreking, witteDonderdag, besluitVan('weging'), besluitVan('situatie')),
    nu: witteDonderdag,
    op: 'coordinator',
    sinds: 'donderdag 2 april 2026, 10:00',
    herinneringen: [],
    norm: naPasen,
    // Another situation asks for another weging, with a norm of its own.
    // More news makes it no less late.
    eindigt: ['weging'],
    bijOpschorting: true,
  },
  planning: {
    t: inVoorbereiding,
    nu: begin,
    op: 'coordinator',
    sinds: 'donderdag 26 maart 2026, 14:00',
    herinneringen: [],
    norm: 'vrijdag 3 april 2026, 09:00',
    eindigt: ['tafeldatum', 'informatievraag', ...weg],
    bijOpschorting: true,
  },
  afspraak: {
    t: na(inBespreking, witteDonderdag, {
      soort: 'verslag',
      codes: {
        aanwezig: ['aanmelder'],
        afspraken: [{ wie: 'aanmelder', wat: 'informatie-aanvullen', voorDatum: '2026-04-03' }],
      },
    }),
    nu: witteDonderdag,
    op: 'aanmelder',
    wie: 'aanmelder',
    sinds: paasherinnering,
    herinneringen: [paasherinnering],
    norm: naPasen,
    // Whatever happens next, it stays until it is done.
    eindigt: ['afspraak-gedaan'],
    bijOpschorting: true,
  },
  verslag: {
    t: inBespreking,
    nu: begin,
    op: 'coordinator',
    sinds: 'donderdag 2 april 2026, 10:00',
    herinneringen: [],
    norm: naPasen,
    eindigt: ['tafeldatum', 'verslag aanbieders', 'verslag afspraken', 'verslag beide', 'situatie', ...weg],
    bijOpschorting: true,
  },
  antwoord: {
    t: eenOnderzoek,
    nu: witteDonderdag,
    op: 'aanbieder',
    wie: 'aanbieder-01',
    // The ambitie: fourteen days of 24 hours, over the change of the clock.
    sinds: 'donderdag 9 april 2026, 15:00',
    herinneringen: [],
    norm: 'donderdag 9 april 2026, 15:00',
    // It goes on when the traject goes to a table. Another complexiteit asks for the answer before another moment.
    eindigt: ['complexiteit', 'situatie', 'spoor zorgbemiddeling', 'spoor experttafel'],
    bijOpschorting: true,
  },
  samenwerking: {
    t: antwoordt(
      antwoordt(
        inOnderzoek,
        'aanbieder-01',
        { antwoord: 'samenwerking', metAanbieders: ['aanbieder-02'] },
        begin,
      ),
      'aanbieder-02',
      { antwoord: 'aanbod' },
      witteDonderdag,
    ),
    nu: witteDonderdag,
    op: 'coordinator',
    wie: 'aanbieder-02',
    sinds: 'donderdag 2 april 2026, 10:00',
    herinneringen: [],
    norm: 'donderdag 2 april 2026, 10:00',
    eindigt: ['situatie', ...weg],
    bijOpschorting: true,
  },
  keuze: {
    t: beidenAanbod,
    nu: witteDonderdag,
    op: 'coordinator',
    sinds: 'donderdag 2 april 2026, 10:00',
    herinneringen: [],
    norm: 'donderdag 9 april 2026, 09:00',
    eindigt: ['tafeldatum', 'situatie', 'keuze', ...weg],
    bijOpschorting: true,
  },
  stap: {
    t: na(basis, begin, triage('zorgbemiddeling')),
    nu: begin,
    op: 'coordinator',
    sinds: 'donderdag 26 maart 2026, 14:00',
    herinneringen: [],
    norm: 'maandag 13 april 2026, 09:00',
    eindigt: ['stap', 'spoor zorglogistiek', 'spoor experttafel', 'direct-voorleggen', 'keuze'],
    bijOpschorting: true,
  },
  advies: {
    t: na(basis, begin, triage('experttafel'), {
      soort: 'advies',
      codes: { advies: 'samenwerking', opvolgDatum: '2026-04-24' },
    }),
    nu: begin,
    op: 'coordinator',
    sinds: 'vrijdag 24 april 2026, 10:00',
    herinneringen: ['vrijdag 24 april 2026, 10:00'],
    // Koningsdag is no werkdag, 5 mei is one.
    norm: 'dinsdag 5 mei 2026, 09:00',
    // It goes along to whichever team carries it out.
    eindigt: ['advies'],
    bijOpschorting: true,
  },
  overbrugging: {
    t: gekozen({ evaluatieDatum: '2026-04-03', eigenaar: 'aanbieder-01' }),
    nu: witteDonderdag,
    op: 'aanbieder',
    wie: 'aanbieder-01',
    sinds: paasherinnering,
    herinneringen: [paasherinnering],
    norm: naPasen,
    eindigt: ['overbrugging', 'keuze', 'tafeldatum', 'direct-voorleggen', 'situatie'],
    bijOpschorting: true,
  },
  zorgstart: {
    t: gekozen({ verwachteStartDatum: '2026-04-03' }),
    nu: witteDonderdag,
    op: 'aanbieder',
    wie: 'aanbieder-01',
    sinds: paasherinnering,
    herinneringen: [],
    norm: naPasen,
    eindigt: ['keuze', 'tafeldatum', 'direct-voorleggen', 'situatie'],
    bijOpschorting: true,
  },
  opschorting: {
    t: na(basis, begin, {
      soort: 'opschorting',
      codes: { reden: 'veiligheid-eerst', evaluatieDatum: '2026-04-03' },
    }),
    nu: begin,
    op: 'coordinator',
    sinds: paasherinnering,
    herinneringen: [paasherinnering],
    norm: naPasen,
    eindigt: ['hervatting', 'opschorting'],
    bijOpschorting: true,
  },
  wachtkeuze: {
    t: na(basis, begin, {
      soort: 'wachtkeuze',
      codes: { reden: 'behandeling-later', evaluatieDatum: '2026-04-03' },
    }),
    nu: begin,
    op: 'coordinator',
    sinds: paasherinnering,
    herinneringen: [paasherinnering],
    norm: naPasen,
    eindigt: ['wachtkeuze-einde', 'wachtkeuze'],
    bijOpschorting: true,
  },
  contact: {
    t: basis,
    nu: begin,
    op: 'coordinator',
    sinds: 'donderdag 23 april 2026, 15:00',
    herinneringen: [],
    norm: 'donderdag 23 april 2026, 15:00',
    eindigt: ['contact'],
    bijOpschorting: false,
  },
  overdracht: {
    t: { ...basis, leeftijd: leeftijdsmomenten('2008-04-20', begin), achttienStand: 3 },
    nu: begin,
    op: 'coordinator',
    sinds: 'woensdag 1 april 2026, 09:00',
    herinneringen: [],
    norm: 'woensdag 1 april 2026, 09:00',
    eindigt: [],
    bijOpschorting: false,
  },
  bevestiging: stil(false),
  nieuws: stil(true),
};

const rijen = wachtSoorten.map((soort) => [soort, gevallen[soort]] as const);

function wachtVan(t: TrajectToestand, soort: WachtSoort) {
  const [wacht, ...meer] = wachtenVan(t).filter((een) => een.soort === soort);
  if (!wacht || meer.length > 0) throw new Error(`${soort}: ${meer.length + Number(!!wacht)} keer`);
  if (wacht.normTijdstip === undefined) throw new Error(`${soort}: geen norm`);
  return { ...wacht, normTijdstip: wacht.normTijdstip };
}

describe.each(rijen)('wachten: %s', (soort, geval) => {
  const { t, nu, op, wie } = geval;
  const wacht = wachtVan(t, soort);
  const opTijd = laatAfgaan(t, nu, wacht.normTijdstip - 1);
  const teLang = laatAfgaan(opTijd.toestand, Math.max(nu, wacht.normTijdstip), wacht.normTijdstip);

  it('heeft een norm en herinneringen in hele werkdagen, en zegt op wie en sinds wanneer', () => {
    expect({
      op: wacht.op,
      wie: wacht.wie,
      sinds: leesbaarMoment(wacht.sindsTijdstip),
      herinneringen: wacht.herinneringen.map((moment) => moment && leesbaarMoment(moment)),
      norm: leesbaarMoment(wacht.normTijdstip),
    }).toEqual({
      op,
      wie,
      sinds: geval.sinds,
      herinneringen: geval.herinneringen,
      norm: geval.norm,
    });
  });

  it('wordt op tijd herinnerd, en is pas op het moment van de norm vastgelopen', () => {
    const herinneringen = opTijd.afgegaan.filter(
      ({ wekker }) => wekker.soort === 'herinnering' && wekker.wacht.soort === soort,
    );
    expect(herinneringen.map((een) => leesbaarMoment(een.nu))).toEqual(geval.herinneringen);
    for (const { gevolg } of herinneringen)
      expect(gevolg.berichten.map(({ soort: bericht, aan }) => [bericht, aan.wie])).toEqual([
        soort === 'informatie'
          ? ['informatie-herinnering', 'aanmelder']
          : ['norm-herinnering', 'coordinator'],
        // Who must act is reminded beside the coördinator.
        ...(soort !== 'informatie' && wie !== undefined ? [['norm-herinnering', op]] : []),
      ]);
    expect(redenenVan(opTijd.toestand)).not.toContain(soort);

    expect(vastgelopenVan(teLang.toestand)).toContainEqual({
      reden: soort,
      op,
      ...(wie === undefined ? {} : { wie }),
      sindsTijdstip: wacht.sindsTijdstip,
    });
    expect(signalenVan(teLang.toestand)).toContain('vastgelopen');
    const [norm] = teLang.afgegaan.filter(
      ({ wekker }) => wekker.soort === 'norm' && wekker.wacht.soort === soort,
    );
    expect(norm?.gevolg.gebeurtenis).toEqual({
      soort: 'vastgelopen',
      codes: { wacht: soort, op, ...(wie === undefined ? {} : { wie }) },
    });
    expect(norm?.gevolg.berichten.map(({ soort: bericht, aan }) => [bericht, aan.wie])).toEqual(
      soort === 'samenwerking'
        ? [
            ['samenwerking-oneens', 'coordinator'],
            ['samenwerking-oneens', 'voorzitter'],
          ]
        : [['norm-verstreken', 'coordinator']],
    );
  });

  it('komt een week later één keer bij de manager', () => {
    const laat = Math.max(nu, wacht.normTijdstip);
    const bijManager = laatAfgaan(teLang.toestand, laat, laat + 60 * dag).afgegaan.filter(
      ({ wekker }) => wekker.gelegenheid === `norm-manager-${wacht.gelegenheid}`,
    );
    // Care that does not start brings the traject back before that.
    const verwacht = soort === 'zorgstart' ? [] : [laat + 7 * dag];
    expect(bijManager.map((een) => een.nu)).toEqual(verwacht);
    for (const { gevolg } of bijManager)
      expect(gevolg.berichten.map(({ aan }) => aan.wie)).toEqual(['manager']);
  });

  it('eindigt met wat erbij hoort, en met niets anders', () => {
    // Late or without a voorstel that fits: the decisions say why.
    const vast: TrajectToestand = { ...teLang.toestand, wachtreden: 'wachtlijst' };
    const moment = Math.max(nu, wacht.normTijdstip) + 1;
    const eindigt = besluitNamen.filter((naam) => {
      const besluit = besluitVan(naam);
      if (weigerTrajectBesluit(vast, besluit)) return false;
      const { toestand } = neem(vast, besluit, moment);
      if (toestand.fase === 'afgesloten') return false;
      return !redenenVan(toestand).includes(soort);
    });
    const verwacht = new Set([...geval.eindigt, ...(geval.bijOpschorting ? ['opschorting' as const] : [])]);
    const mogelijk = [...verwacht].filter((naam) => !weigerTrajectBesluit(vast, besluitVan(naam)));
    expect(mogelijk).toHaveLength(verwacht.size);
    expect(new Set(eindigt)).toEqual(verwacht);
  });

  it('eindigt als het traject eindigt', () => {
    const dicht = neem(teLang.toestand, besluitVan('intrekking'), wacht.normTijdstip + 1).toestand;
    expect(vastgelopenVan(dicht)).toEqual([]);
    expect(wachtenVan(dicht)).toEqual([]);
    expect(signalenVan(dicht)).not.toContain('vastgelopen');
  });

  it('heeft dezelfde norm als de kalender op is en opnieuw wordt opgehaald', () => {
    const afgegaan = (toestand: TrajectToestand) =>
      laatAfgaan(toestand, nu, wacht.normTijdstip + 30 * dag, '2026-05-07').afgegaan.map(
        ({ wekker, nu: moment }) => `${leesbaarMoment(moment)} ${wekker.gelegenheid}`,
      );
    const verwacht = afgegaan(t);
    expect(verwacht).toContain(`${geval.norm} norm-${wacht.gelegenheid}`);
    for (const over of [0, 1, 3])
      expect(afgegaan({ ...t, werkdagen: (t.werkdagen ?? []).slice(0, over) })).toEqual(verwacht);
  });
});

describe('een traject dat is opgeschort', () => {
  const opgeschort = (t: TrajectToestand, nu: number) =>
    na(t, nu, { soort: 'opschorting', codes: { reden: 'veiligheid-eerst', evaluatieDatum: '2026-09-01' } });

  it.each(rijen.filter(([soort]) => soort !== 'opschorting'))(
    'wacht niet op %s, tenzij het over de jeugdige of een vraag aan de aanmelder gaat',
    (soort, geval) => {
      const blijft = ['informatie', 'contact', 'overdracht'].includes(soort);
      const t = opgeschort(geval.t, geval.nu);
      expect(wachtenVan(t).some((wacht) => wacht.soort === soort)).toBe(blijft);
      const soorten = new Set(
        laatAfgaan(t, geval.nu, geval.nu + 100 * dag).afgegaan.flatMap(({ wekker }) =>
          'wacht' in wekker ? [wekker.wacht.soort] : [],
        ),
      );
      soorten.delete('contact');
      expect([...soorten]).toEqual(blijft && soort !== 'contact' ? [soort] : []);
    },
  );

  it('is na de hervatting niet meteen te laat: wat stilstond, telt opnieuw', () => {
    const nu = begin + 60 * dag;
    for (const [soort, geval] of rijen) {
      if (!geval.bijOpschorting || soort === 'opschorting') continue;
      const laat = laatAfgaan(geval.t, geval.nu, wachtVan(geval.t, soort).normTijdstip).toestand;
      const hervat = na(opgeschort(laat, nu - dag), nu, { soort: 'hervatting', codes: {} });
      expect([soort, redenenVan(hervat).filter((reden) => reden !== 'contact')]).toEqual([soort, []]);
      const later = laatAfgaan(hervat, nu, nu + 60 * dag);
      for (const { wekker, nu: moment } of later.afgegaan)
        if (wekker.soort === 'norm' && ['triage', 'planning', 'keuze', 'stap'].includes(wekker.wacht.soort))
          expect(moment).toBeGreaterThan(nu + dag);
    }
  });
});

describe('een norm in hele werkdagen', () => {
  it.each([
    ['net voor middernacht', '2026-03-26T23:59:59+01:00', 'dinsdag 31 maart 2026, 09:00'],
    ['net na middernacht', '2026-03-27T00:00:01+01:00', 'dinsdag 31 maart 2026, 09:00'],
    ['om 09:00 precies', '2026-03-27T09:00:00+01:00', 'dinsdag 31 maart 2026, 09:00'],
    ['na 09:00', '2026-03-27T09:00:01+01:00', 'woensdag 1 april 2026, 09:00'],
    ['in de nacht dat de klok vooruit gaat', '2026-03-29T03:30:00+02:00', 'woensdag 1 april 2026, 09:00'],
    ['in de nacht dat de klok terug gaat', '2026-10-25T02:30:00+01:00', 'woensdag 28 oktober 2026, 09:00'],
    ['op eerste kerstdag', '2026-12-25T12:00:00+01:00', 'woensdag 30 december 2026, 09:00'],
    ['op oudejaarsdag', '2026-12-31T16:00:00+01:00', 'woensdag 6 januari 2027, 09:00'],
    ['op koningsdag', '2026-04-27T08:00:00+02:00', 'donderdag 30 april 2026, 09:00'],
    ['voor hemelvaart', '2026-05-13T17:00:00+02:00', 'dinsdag 19 mei 2026, 09:00'],
  ])('een aanmelding %s: de triage is te laat op %s → %s', (_, moment, norm) => {
    const t = begonnenTraject('ZL-2026-0001', { aanmeldingTijdstip: Date.parse(moment) });
    expect(leesbaarMoment(wachtVan(t, 'triage').normTijdstip)).toBe(norm);
  });
});

describe('wat er gebeurt als', () => {
  it('zorg niet start: vijf werkdagen na de datum is het traject terug aan tafel, ook een tweede keer', () => {
    const eerste = laatAfgaan(gevallen.zorgstart.t, witteDonderdag, witteDonderdag + 30 * dag);
    const uitgebleven = eerste.afgegaan.filter(({ wekker }) => wekker.soort === 'zorgstart-uitgebleven');
    expect(uitgebleven.map(({ nu }) => leesbaarMoment(nu))).toEqual(['dinsdag 14 april 2026, 09:00']);
    const nu = witteDonderdag + 30 * dag;
    // The same date once more, long past: whoever was chosen gets the days from the keuze on.
    const nieuwAanbod: TrajectToestand = {
      ...eerste.toestand,
      onderzoeken: {
        ...eerste.toestand.onderzoeken,
        // The offer that was chosen no longer holds; the same aanbieder makes another.
        opnieuw: {
          aanbieder: 'aanbieder-01',
          ronde: 9,
          status: 'beantwoord',
          vastgelopen: false,
          antwoord: { antwoord: 'aanbod' },
        },
      },
    };
    const weer = na(nieuwAanbod, nu, {
      soort: 'keuze',
      codes: { aanbieders: ['aanbieder-01'], verwachteStartDatum: '2026-04-03' },
    });
    const [nogEens] = laatAfgaan(weer, nu, nu + 30 * dag).afgegaan.filter(
      ({ wekker }) => wekker.soort === 'zorgstart-uitgebleven',
    );
    expect(nogEens?.nu).toBeGreaterThan(nu + 5 * dag);
    expect(nogEens?.wekker.gelegenheid).not.toBe(uitgebleven[0]?.wekker.gelegenheid);
  });

  it.each([
    ['in de winter', '2027-01-11', 'dinsdag 19 januari 2027, 09:00', 'maandag 18 januari 2027, 09:00'],
    ['in de zomer', '2027-06-07', 'dinsdag 15 juni 2027, 09:00', 'dinsdag 15 juni 2027, 09:00'],
  ])(
    'zorg niet start, %s: vijf werkdagen na een maandag is op dinsdag',
    (_wanneer, startDatum, nu, voorheen) => {
      const keuze = Date.parse(startDatum) - 7 * dag;
      const t = na({ ...beidenAanbod, aanmeldingTijdstip: keuze - 7 * dag }, keuze, {
        soort: 'keuze',
        codes: { aanbieders: ['aanbieder-01'], verwachteStartDatum: startDatum },
      });
      const terug = (van: TrajectToestand) =>
        laatAfgaan(van, keuze, keuze + 30 * dag).afgegaan.filter(
          ({ wekker }) => wekker.soort === 'zorgstart-uitgebleven',
        );
      expect(terug(t).map((een) => leesbaarMoment(een.nu))).toEqual([nu]);
      // A traject of earlier rules counts as its history did.
      expect(terug({ ...t, regels: 4 }).map((een) => leesbaarMoment(een.nu))).toEqual([voorheen]);
    },
  );

  it.each([
    ['voorbereiding', null],
    ['bespreking', '2026-06-11'],
  ] as const)(
    'het derde niveau het in %s brengt: wie onderzoekt moet nog antwoorden, ook na meer tijd',
    (fase, datum) => {
      const t = antwoordt(
        eenOnderzoek,
        'aanbieder-01',
        { antwoord: 'meer-tijd', totDatum: '2026-05-07', meerTijdReden: 'draagvlak-nodig' },
        witteDonderdag,
      );
      const laat = Date.UTC(2026, 4, 8);
      const na3 = (van: TrajectToestand) => laatAfgaan(van, witteDonderdag, laat, datum).toestand;
      expect(na3(t)).toMatchObject({ fase, escalatieniveau: 3 });
      expect(vastgelopenVan(na3(t)).filter(({ reden }) => reden === 'antwoord')).toEqual([
        { reden: 'antwoord', op: 'aanbieder', wie: 'aanbieder-01', sindsTijdstip: Date.UTC(2026, 4, 7, 8) },
      ]);
      expect(redenenVan(na3({ ...t, regels: 4 }))).not.toContain('antwoord');
    },
  );

  it.each([
    ['voorbereiding', null],
    ['bespreking', '2026-06-11'],
  ] as const)(
    'aanbieders het oneens worden als het derde niveau het in %s bracht: ook dan horen coördinator en voorzitter het',
    (fase, datum) => {
      const laat = Date.UTC(2026, 4, 8);
      const oneens = (regels: 4 | 5) => {
        const niveau3 = laatAfgaan({ ...inOnderzoek, regels }, witteDonderdag, laat, datum).toestand;
        expect(niveau3.fase).toBe(fase);
        const plan = { antwoord: 'samenwerking', metAanbieders: ['aanbieder-02'] } as const;
        const gepland = antwoordt(
          niveau3,
          'aanbieder-01',
          { ...plan, metAanbieders: ['aanbieder-02'] },
          laat,
        );
        return laatAfgaan(antwoordt(gepland, 'aanbieder-02', { antwoord: 'aanbod' }, laat), laat, laat);
      };
      const { toestand, afgegaan } = oneens(5);
      expect(redenenVan(toestand)).toContain('samenwerking');
      expect(
        afgegaan.flatMap(({ gevolg }) => gevolg.berichten.map(({ soort, aan }) => `${soort} aan ${aan.wie}`)),
      ).toEqual(['samenwerking-oneens aan coordinator', 'samenwerking-oneens aan voorzitter']);
      expect(redenenVan(oneens(4).toestand)).not.toContain('samenwerking');
    },
  );

  it('het kind zeven wordt: de weging wordt één keer herzien, ook als iemand het element weer noemt', () => {
    const jong = begonnenTraject('ZL-2026-0001', {
      aanmeldingTijdstip: begin,
      leeftijd: leeftijdsmomenten('2019-04-10', begin),
      elementen: ['jong-kind'],
    });
    const jongKind = { besluit: 'voorrang', elementen: ['jong-kind' as const] } as const;
    const weeg: TrajectBesluit = { soort: 'weging', codes: { ...jongKind, elementen: ['jong-kind'] } };
    const zeven = Date.UTC(2026, 4, 1, 7);
    const { toestand } = laatAfgaan(na(jong, begin, weeg), begin, zeven);
    expect(toestand).toMatchObject({ elementen: [], wegingHerzienTijdstip: zeven });
    const weer = laatAfgaan(na(toestand, zeven + 1, weeg), zeven + 1, zeven + 400 * dag);
    expect(weer.afgegaan.map(({ wekker }) => wekker.soort)).not.toContain('zeven');
  });

  it('het kind binnen een half jaar 18 wordt bij de aanmelding: overdragen kan meteen', () => {
    const op = (geboorteDatum: string) =>
      begonnenTraject('ZL-2026-0001', {
        aanmeldingTijdstip: begin,
        leeftijd: leeftijdsmomenten(geboorteDatum, begin),
      });
    const kan = (geboorteDatum: string) =>
      weigerTrajectBesluit(op(geboorteDatum), besluitVan('overdracht')) === null;
    expect([kan('2009-01-10'), kan('2008-08-10'), kan('2008-05-10')]).toEqual([false, true, true]);
    const standen = (geboorteDatum: string) =>
      laatAfgaan(op(geboorteDatum), begin, begin + 500 * dag).afgegaan.flatMap(({ wekker }) =>
        wekker.soort === 'achttien' ? [wekker.stand] : [],
      );
    expect([standen('2009-01-10'), standen('2008-08-10'), standen('2008-05-10')]).toEqual([
      [1, 2, 3],
      [2, 3],
      [3],
    ]);
  });

  it('een team een zaak krijgt en er meteen mee naar de tafel gaat: dan is die opgepakt', () => {
    const t = na(
      inVoorbereiding,
      begin,
      { soort: 'spoor', codes: { spoor: 'experttafel' } },
      besluitVan('spoor zorglogistiek'),
    );
    expect(wachtenVan(t).map(({ soort }) => soort)).toContain('oppakken');
    const verder = na(t, begin + dag, tafel('2026-04-16'));
    expect(wachtenVan(verder).map(({ soort }) => soort)).not.toContain('oppakken');
  });

  it('alle aanbieders afwijzen na een verslag met afspraken: er moet een nieuwe bespreking komen', () => {
    const t = na(inBespreking, witteDonderdag, besluitVan('verslag beide'));
    const terug = antwoordt(
      t,
      'aanbieder-03',
      { antwoord: 'afwijzing', afwijzingReden: 'geen-plek' },
      witteDonderdag + dag,
    );
    expect(terug.fase).toBe('voorbereiding');
    // Its afspraken stay beside that.
    expect(wachtenVan(terug).map(({ soort }) => soort)).toEqual([
      'contact',
      'afspraak',
      'afspraak',
      'planning',
    ]);
  });

  it('een datum eeuwen terug ligt: de kalender blijft klein', () => {
    const nu = begin + 300 * dag;
    const t = na({ ...basis, werkdagen: [] }, nu, {
      soort: 'wachtkeuze',
      codes: { reden: 'behandeling-later', evaluatieDatum: '0001-01-01' },
    });
    expect(laatAfgaan(t, nu, nu + 30 * dag).toestand.werkdagen?.length).toBeLessThan(400);
  });

  it('een aanbieder zwijgt: bevestiging of nieuws is de reden', () => {
    const [onderzoekId = ''] = Object.keys(inOnderzoek.onderzoeken);
    const stil = { onderzoekId, vastgelopen: true, gelegenheid: 'herinnering-3' };
    const hoor = (toestand: TrajectToestand, melding: typeof stil, nu: number) => {
      const gevolg = verwerkMelding(toestand, melding, nu);
      if (!gevolg) throw new Error('niet gehoord');
      return laatAfgaan(gevolg.toestand, nu, nu).toestand;
    };
    const [bericht, ...meer] = verwerkMelding(inOnderzoek, stil, witteDonderdag)?.berichten ?? [];
    expect([bericht?.soort, bericht?.aan, meer]).toEqual(['norm-verstreken', { wie: 'coordinator' }, []]);
    const t = hoor(inOnderzoek, stil, witteDonderdag);
    expect(vastgelopenVan(t)).toEqual([
      { reden: 'bevestiging', op: 'aanbieder', wie: 'aanbieder-01', sindsTijdstip: witteDonderdag },
    ]);
    const bevestigd = { ...stil, vastgelopen: false, bevestigd: true, gelegenheid: 'bevestiging' };
    const weer = hoor(t, bevestigd, witteDonderdag + dag);
    expect(vastgelopenVan(weer)).toEqual([]);
    expect(redenenVan(hoor(weer, { ...stil, gelegenheid: 'x' }, witteDonderdag + 2 * dag))).toEqual([
      'nieuws',
    ]);
  });

  it('een aanbieder zwijgt en het traject staat weer aan tafel: het blijft vastgelopen', () => {
    const { t } = gevallen.bevestiging;
    const aanTafel = na(
      laatAfgaan(t, witteDonderdag, witteDonderdag).toestand,
      witteDonderdag,
      tafel('2026-04-16'),
    );
    expect(aanTafel.fase).toBe('bespreking');
    expect(redenenVan(aanTafel)).toEqual(['bevestiging']);
  });

  it('een jeugdige met een element niet is gewogen: dat telt vanaf de triage, tot de weging er is', () => {
    const metGi: TrajectToestand = { ...basis, elementen: ['gi'] };
    const weging = (t: TrajectToestand) => wachtenVan(t).filter(({ soort }) => soort === 'weging');
    expect(weging(metGi)).toEqual([]);
    const nu = begin + dag;
    const ongewogen = na(metGi, nu, triage('bespreking'), tafel('2026-04-02'));
    expect(weging(ongewogen).map(({ sindsTijdstip }) => sindsTijdstip)).toEqual([nu]);
    expect(weging(na(ongewogen, nu, besluitVan('weging')))).toEqual([]);
    // Nothing to weigh, and under the rules of before nobody asked.
    expect(weging(na(basis, nu, triage('bespreking')))).toEqual([]);
    expect(weging({ ...ongewogen, regels: 3 })).toEqual([]);
  });
});

describe('een traject dat is opgeschort terwijl zijn tafel voorbijging', () => {
  const laat = Date.UTC(2026, 4, 1, 8);
  const opgeschort = na(inBespreking, begin, besluitVan('opschorting'));
  const soorten = (t: TrajectToestand) => wachtenVan(t).map(({ soort }) => soort);

  it('wacht niet op een verslag dat niemand kan maken, en na de hervatting op een nieuwe planning', () => {
    expect(soorten(opgeschort)).toEqual(['contact', 'opschorting']);
    const { toestand } = laatAfgaan(opgeschort, begin, laat);
    expect(redenenVan(toestand)).not.toContain('verslag');
    const hervat = pasTrajectBesluitToe(toestand, besluitVan('hervatting'), 'invoer-1', laat, true).toestand;
    expect(soorten(hervat)).toEqual(['contact', 'planning']);
    expect(wachtenVan(hervat).at(-1)).toMatchObject({ op: 'coordinator', sindsTijdstip: laat });
    expect(redenenVan(laatAfgaan(hervat, laat, laat + 30 * dag).toestand)).toContain('planning');
  });

  it('van eerdere regels blijft staan, en wordt na de hervatting gezien als een verslag dat ontbreekt', () => {
    const hervat = neem({ ...opgeschort, regels: 3 }, besluitVan('hervatting'), laat).toestand;
    expect(soorten(hervat)).toEqual(['contact', 'verslag']);
    expect(redenenVan(laatAfgaan(hervat, laat, laat + 30 * dag).toestand)).toContain('verslag');
  });
});
