import { describe, expect, it } from 'vitest';
import { dag } from '../../domain/beleid.ts';
import { type TrajectBesluit, type TrajectBesluitSoort, trajectBesluiten } from '../../domain/besluiten.ts';
import { type Fase, fases } from '../../domain/codes.ts';
import { besluitenNu, weigerTrajectBesluit } from '../../domain/overgangen.ts';
import type { TrajectToestand } from '../../domain/traject.ts';
import { pasTrajectBesluitToe } from '../../domain/trajectBesluit.ts';
import { verwerkMelding } from '../../domain/trajectMelding.ts';
import { besprekingVervallen } from '../../domain/trajectTafel.ts';
import { kanTafelMissen } from '../../domain/trajectVerloop.ts';
import { verwerkWekker, volgendeWekker } from '../../domain/trajectWekker.ts';
import { triageUitkomsten } from '../../domain/triageCodes.ts';
import { begonnenTraject } from '../support/berichten.ts';
import { alleBesluiten, type BesluitNaam, besluitNamen, besluitVan, neem } from '../support/besluiten.ts';
import { houdtStand } from '../support/invarianten.ts';
import { eersteWekker, laatAfgaan } from '../support/wekker.ts';

/** Thursday 2 April 2026, 10:00 in the Netherlands. */
const nu = Date.UTC(2026, 3, 2, 8);
const basis = begonnenTraject('ZL-2026-0001', { aanmeldingTijdstip: nu - dag });
const aanbod: TrajectToestand['onderzoeken'][string] = {
  aanbieder: 'aanbieder-01',
  ronde: 1,
  status: 'beantwoord',
  vastgelopen: false,
  antwoord: { antwoord: 'aanbod' },
  beantwoordTijdstip: nu - dag / 2,
};
const bezig: TrajectToestand['onderzoeken'][string] = {
  aanbieder: 'aanbieder-02',
  ronde: 1,
  status: 'gevraagd',
  vastgelopen: false,
  antwoordVoorTijdstip: nu + 10 * dag,
};

const perFase: Record<Fase, Partial<TrajectToestand>> = {
  intake: { ronde: 0, onderzoeken: {} },
  voorbereiding: {},
  bespreking: { tafelDatum: '2026-04-09' },
  onderzoek: {},
  bemiddeling: { spoor: 'zorgbemiddeling' },
  advies: { spoor: 'experttafel' },
  overbrugging: {
    gekozen: ['aanbieder-01'],
    duidelijkheidTijdstip: nu - 1,
    verwachteStartDatum: '2026-05-04',
    onderzoeken: { a: aanbod, b: { ...bezig, status: 'vervallen' } },
  },
  afgesloten: {
    uitkomst: 'ingetrokken',
    eindeTijdstip: nu - 1,
    onderzoeken: { a: aanbod, b: { ...bezig, status: 'vervallen' } },
  },
};
const wachtOp = {
  intake: 'coordinator',
  voorbereiding: 'coordinator',
  bespreking: 'tafel',
  onderzoek: 'aanbieder',
  bemiddeling: 'coordinator',
  advies: 'coordinator',
  overbrugging: 'zorgstart',
  afgesloten: 'niemand',
} as const;

/** A traject in this fase with one aanbieder that made an offer and one that is still at it. */
function inFase(fase: Fase): TrajectToestand {
  return {
    ...basis,
    fase,
    faseTijdstip: nu - 1,
    wachtOp: wachtOp[fase],
    ronde: 1,
    onderzoeken: { a: aanbod, b: bezig },
    achttienStand: 1,
    ...perFase[fase],
  };
}

/** The same, in a state in which this decision means something. */
function klaarVoor(fase: Fase, naam: BesluitNaam): TrajectToestand {
  const t = inFase(fase);
  if (fase === 'afgesloten') return t;
  if (naam === 'informatie' || naam === 'vraag-ingetrokken')
    return neem(t, besluitVan('informatievraag'), nu).toestand;
  if (naam === 'afspraak-gedaan')
    return { ...t, afspraken: [{ wie: 'aanmelder', wat: 'informatie-aanvullen', voorDatum: '2026-04-09' }] };
  if (naam === 'hervatting') return neem(t, besluitVan('opschorting'), nu).toestand;
  if (naam === 'wachtkeuze-einde') return neem(t, besluitVan('wachtkeuze'), nu).toestand;
  if (naam === 'advies-uitgevoerd' || naam === 'stap')
    return { ...t, advies: 'samenwerking', opvolgDatum: '2026-06-01' };
  if (naam === 'zorgstart' && fase !== 'overbrugging')
    return { ...t, uitgebleven: { gekozen: ['aanbieder-01'], verwachteStartDatum: '2026-03-25' } };
  return t;
}

/**
 * What the table is meant to be, written out once more: a change in the table has to be made here too. A letter is the
 * fase that follows, `.` is not in this fase, `=` is already so.
 */
const letters = {
  i: 'intake',
  v: 'voorbereiding',
  b: 'bespreking',
  o: 'onderzoek',
  m: 'bemiddeling',
  a: 'advies',
  u: 'overbrugging',
  x: 'afgesloten',
} as const satisfies Record<string, Fase>;
const verwacht: Record<BesluitNaam, string> = {
  //                           i v b o m a u x
  'triage bespreking': /*   */ 'v . . . . . . .',
  'triage direct-voorleggen': 'o . . . . . . .',
  'triage zorgbemiddeling': /**/ 'm . . . . . . .',
  'triage experttafel': /*  */ 'a . . . . . . .',
  'triage doorverwezen': /* */ 'x . . . . . . .',
  'triage teruggestuurd': /**/ 'x . . . . . . .',
  'triage afgewezen': /*    */ 'x . . . . . . .',
  'triage crisis': /*       */ 'x . . . . . . .',
  informatievraag: /*       */ 'i v b o m a u .',
  informatie: /*            */ 'i v b o m a u .',
  'vraag-ingetrokken': /*   */ 'i v b o m a u .',
  weging: /*                */ 'i v b o m a u .',
  stuk: /*                  */ 'i v b o m a u .',
  tafeldatum: /*            */ '. b b b . . b .',
  'direct-voorleggen': /*   */ '. o o o o . o .',
  'verslag aanbieders': /*  */ '. . o . . . . .',
  'verslag afspraken': /*   */ '. . v . . . . .',
  'verslag beide': /*       */ '. . o . . . . .',
  'afspraak-gedaan': /*     */ 'i v b o m a u .',
  wachtreden: /*            */ 'i v b o m a u .',
  complexiteit: /*          */ 'i v b o m a . .',
  situatie: /*              */ '. v v v m a v .',
  opschorting: /*           */ 'i v b o m a u .',
  hervatting: /*            */ 'i v b o m a u .',
  wachtkeuze: /*            */ 'i v b o m a u .',
  'wachtkeuze-einde': /*    */ 'i v b o m a u .',
  'verhuizing blijft-hier': 'i v b o m a u .',
  'verhuizing overgedragen': 'x x x x x x x .',
  aanmelder: /*             */ 'i v b o m a u .',
  coordinator: /*           */ 'i v b o m a u .',
  'spoor zorglogistiek': /* */ '. = = = v v . .',
  'spoor zorgbemiddeling': /**/ '. m m m = m . .',
  'spoor experttafel': /*   */ '. a a a a = . .',
  stap: /*                  */ '. v b o m a u .',
  advies: /*                */ '. . . . . a . .',
  'advies-uitgevoerd': /*   */ '. x x x x x x .',
  keuze: /*                 */ '. u u u u . u .',
  overbrugging: /*          */ '. . . . . . u .',
  // Before the overbrugging only after a keuze that lapsed because no start was on record.
  zorgstart: /*             */ '. x x x x x x .',
  contact: /*               */ 'i v b o m a u .',
  overdracht: /*            */ 'x x x x x x x .',
  crisis: /*                */ 'x x x x x x x .',
  intrekking: /*            */ 'x x x x x x x .',
};

const cel = (naam: BesluitNaam, fase: Fase) => verwacht[naam].split(' ')[fases.indexOf(fase)] ?? '';
const faseVan = (letter: string): Fase => letters[letter as keyof typeof letters];

/** The kinds of decision that the table above has for a fase. */
function soortenIn(fase: Fase): Set<string> {
  return new Set(
    besluitNamen.filter((naam) => cel(naam, fase) !== '.').map((naam) => alleBesluiten[naam].soort),
  );
}

/** Of the decisions of a fase those that have something to act on. */
function kanNu(t: TrajectToestand, fase: Fase): Set<string> {
  const kan = new Set<string>(soortenIn(fase));
  if (!t.opgeschort) kan.delete('hervatting');
  if (!t.informatie) for (const soort of ['informatie', 'vraag-ingetrokken']) kan.delete(soort);
  if (!t.afspraken?.some(({ gedaanTijdstip }) => !gedaanTijdstip)) kan.delete('afspraak-gedaan');
  if (!t.wachtkeuze) kan.delete('wachtkeuze-einde');
  if (!t.achttienStand) kan.delete('overdracht');
  if (!t.uitgebleven && fase !== 'overbrugging') kan.delete('zorgstart');
  if (!t.advies) kan.delete('advies-uitgevoerd');
  if (!t.advies && !['bemiddeling', 'advies'].includes(fase)) kan.delete('stap');
  return kan;
}

describe('de overgangstabel van het traject', () => {
  it('heeft voor ieder besluit een geval in deze test, en voor iedere uitkomst die ergens anders heen gaat', () => {
    const soorten = Object.keys(trajectBesluiten) as TrajectBesluitSoort[];
    expect(new Set(besluitNamen.map((naam) => alleBesluiten[naam].soort))).toEqual(new Set(soorten));
    expect(besluitNamen.filter((naam) => naam.startsWith('triage '))).toHaveLength(triageUitkomsten.length);
  });

  describe.each(fases.map((fase) => [fase] as const))('%s', (fase) => {
    it.each(besluitNamen.map((naam) => [naam, cel(naam, fase)] as const))('%s: %s', (naam, letter) => {
      const t = klaarVoor(fase, naam);
      const weigering = weigerTrajectBesluit(t, besluitVan(naam));
      if (letter === '.' || letter === '=') {
        const code =
          fase === 'afgesloten' ? 'afgesloten' : letter === '=' ? 'niet-van-toepassing' : 'verkeerde-fase';
        expect(weigering?.code).toBe(code);
        expect(weigering?.uitleg).toMatch(/^[A-Z].*\.$/);
        expect(new Set(weigering?.toegestaan)).toEqual(kanNu(t, fase));
        return;
      }
      expect(weigering).toBeNull();
      houdtStand(t);
      const { toestand, gebeurtenis } = neem(t, besluitVan(naam), nu + 1);
      expect(toestand.fase).toBe(faseVan(letter));
      expect(gebeurtenis.soort).toBe(alleBesluiten[naam].soort);
      expect(toestand.wachtSinds).toBe(
        toestand.fase !== t.fase || toestand.wachtOp !== t.wachtOp ? nu + 1 : t.wachtSinds,
      );
      houdtStand(toestand, t);
    });
  });
});

describe('wat vanzelf gebeurt', () => {
  /** Late for the third time, and nothing else that happens by itself. */
  function voorNiveau3(fase: Fase): TrajectToestand {
    const { leeftijd: _leeftijd, beleid, ...t } = inFase(fase);
    const { normen: _normen, ...zonderNormen } = beleid;
    return {
      ...t,
      beleid: zonderNormen,
      schadelijk: true,
      gewaarschuwd: true,
      escalatieniveau: 2,
      geescaleerdTijdstip: nu - 7 * dag,
    };
  }
  const niveau3 = { zonder: 'i v b v m a . .', met: 'i b b b m a . .' };

  it.each(
    fases.flatMap((fase, i) =>
      (['zonder', 'met'] as const).map((tafel) => [fase, tafel, niveau3[tafel].split(' ')[i] ?? ''] as const),
    ),
  )('%s: niveau 3, %s volgende tafel: %s', (fase, tafel, letter) => {
    const t = voorNiveau3(fase);
    if (letter === '.') {
      expect(volgendeWekker(t)?.soort).not.toBe('escalatie');
      return;
    }
    const tafelDatum = tafel === 'met' ? '2026-04-16' : null;
    const { toestand, berichten } = verwerkWekker(t, eersteWekker(t), nu, tafelDatum);
    expect(toestand.fase).toBe(faseVan(letter));
    expect(toestand.escalatieniveau).toBe(3);
    const isTerug = fase === 'voorbereiding' || fase === 'onderzoek';
    // With a date the aanmelder hears that; without one that it goes back.
    const terug = berichten.filter(({ soort }) => soort === 'terug-naar-tafel').map(({ aan }) => aan.wie);
    const opDatum = berichten.filter(({ soort }) => soort === 'tafeldatum-gepland').map(({ aan }) => aan.wie);
    const metDatum = tafelDatum !== null;
    expect(terug).toEqual(isTerug ? [...(metDatum ? [] : ['aanmelder']), 'coordinator'] : []);
    expect(opDatum).toEqual(isTerug && metDatum ? ['aanmelder'] : []);
    if (isTerug) expect(toestand.tafelDatum).toBe(tafelDatum ?? undefined);
    houdtStand(toestand, t);
  });

  const vervalt = { tafel: '. . b . . . . .', aanbieders: '. . o . . . . .' };
  it.each(
    fases.flatMap((fase, i) =>
      (['tafel', 'aanbieders'] as const).map(
        (doel) => [fase, doel, vervalt[doel].split(' ')[i] ?? ''] as const,
      ),
    ),
  )('%s: de bespreking vervalt, naar %s: %s', (fase, doel, letter) => {
    const t = { ...inFase(fase), tafelDatum: '2026-04-09' };
    const naar = doel === 'tafel' ? { tafelDatum: '2026-04-23' } : { aanbieders: ['aanbieder-03'] };
    const gevolg = besprekingVervallen(t, '2026-04-09', naar, 'vervallen-1', nu);
    if (letter === '.') {
      expect(gevolg).toBeNull();
      return;
    }
    expect(gevolg?.toestand.fase).toBe(faseVan(letter));
    expect(gevolg?.teStarten.map(({ aanbieder }) => aanbieder)).toEqual(
      doel === 'tafel' ? [] : ['aanbieder-03'],
    );
    if (gevolg) houdtStand(gevolg.toestand, t);
    expect(besprekingVervallen(t, '2026-04-10', naar, 'vervallen-1', nu)).toBeNull();
  });

  it('een traject dat is opgeschort, gaat bij een vervallen bespreking pas na de hervatting naar de aanbieders', () => {
    const t = neem(inFase('bespreking'), besluitVan('opschorting'), nu).toestand;
    const gevolg = besprekingVervallen(t, '2026-04-09', { aanbieders: ['aanbieder-03'] }, 'vervallen-1', nu);
    if (!gevolg) throw new Error('geen gevolg');
    expect(gevolg.teStarten).toEqual([]);
    houdtStand(gevolg.toestand, t);
    const hervat = neem(gevolg.toestand, besluitVan('hervatting'), nu + dag);
    expect(hervat.teStarten.map(({ aanbieder }) => aanbieder)).toEqual(['aanbieder-02', 'aanbieder-03']);
  });

  it.each(fases.filter((fase) => fase !== 'afgesloten').map((fase) => [fase] as const))(
    '%s: hervat nadat de tafel voorbijging',
    (fase) => {
      const t = neem(inFase(fase), besluitVan('opschorting'), nu).toestand;
      expect(kanTafelMissen(t, 'hervatting')).toBe(fase === 'bespreking');
      expect(kanTafelMissen(t, 'contact')).toBe(false);
      expect(kanTafelMissen({ ...t, regels: 3 }, 'hervatting')).toBe(false);
      const hervat = pasTrajectBesluitToe(
        t,
        besluitVan('hervatting'),
        'invoer-1',
        nu + dag,
        fase === 'bespreking',
      );
      houdtStand(hervat.toestand, t);
      const coordinator = hervat.berichten.filter(({ aan }) => aan.wie === 'coordinator');
      if (fase === 'bespreking') {
        expect(hervat.toestand).toMatchObject({ fase: 'voorbereiding', faseTijdstip: nu + dag });
        expect(hervat.gebeurtenis.codes).toMatchObject({ gemisteTafel: t.tafelDatum });
        expect(coordinator.map(({ soort }) => soort)).toEqual(['tafel-gemist']);
      } else {
        expect(hervat.toestand.fase).toBe(fase);
        expect(coordinator).toEqual([]);
      }
      const opTafel = pasTrajectBesluitToe(t, besluitVan('hervatting'), 'invoer-2', nu + dag).toestand;
      expect([opTafel.fase, opTafel.tafelDatum]).toEqual([t.fase, t.tafelDatum]);
    },
  );

  const afwijzing = { antwoord: 'afwijzing', afwijzingReden: 'geen-plek' } as const;
  it.each(fases.map((fase) => [fase] as const))('%s: de laatste aanbieder wijst af', (fase) => {
    const t = { ...inFase(fase), onderzoeken: { a: { ...aanbod, antwoord: afwijzing }, b: bezig } };
    const gevolg = verwerkMelding(
      t,
      {
        onderzoekId: 'b',
        vastgelopen: false,
        gelegenheid: 'antwoord',
        antwoord: { invoerId: '00000000-0000-4000-8000-000000000000', codes: afwijzing },
      },
      nu,
    );
    expect(gevolg?.toestand.fase).toBe(fase === 'onderzoek' ? 'voorbereiding' : fase);
    expect(gevolg?.gebeurtenis.soort).toBe('allen-afgewezen');
    // What is lacking is known, wherever the traject has gone meanwhile.
    expect(gevolg?.lacune).toEqual({ sector: 'jeugdhulp', gemeente: 'den-haag', redenen: ['geen-plek'] });
    const terug = gevolg?.berichten.filter(({ soort }) => soort === 'terug-naar-tafel') ?? [];
    expect(terug.map(({ aan }) => aan.wie)).toEqual(['aanmelder', 'coordinator']);
    for (const { gegevens } of terug) expect(gegevens.staatAl).toBe(fase === 'onderzoek' ? undefined : 1);
    expect(gevolg?.toestand.tafelDatum).toBe(t.tafelDatum);
  });

  it('een melding van een onderzoek dat niet open is, verandert niets', () => {
    const melding = { vastgelopen: true, gelegenheid: 'x' };
    for (const onderzoekId of ['a', 'onbekend'])
      expect(verwerkMelding(inFase('onderzoek'), { ...melding, onderzoekId }, nu)).toBeNull();
    for (const fase of ['overbrugging', 'afgesloten'] as const)
      expect(verwerkMelding(inFase(fase), { ...melding, onderzoekId: 'b' }, nu)).toBeNull();
  });

  it.each(fases.map((fase) => [fase] as const))('%s: de zorg die niet start', (fase) => {
    const { leeftijd: _leeftijd, ...t } = inFase(fase);
    const { afgegaan } = laatAfgaan(
      { ...t, verwachteStartDatum: '2026-04-09', duidelijkheidTijdstip: nu },
      nu,
      nu + 60 * dag,
    );
    const uitgebleven = afgegaan.filter(({ wekker }) => wekker.soort === 'zorgstart-uitgebleven');
    expect(uitgebleven.map(({ gevolg }) => gevolg.toestand.fase)).toEqual(
      fase === 'overbrugging' ? ['voorbereiding'] : [],
    );
    for (const { gevolg } of uitgebleven) houdtStand(gevolg.toestand);
  });
});

describe('een besluit dat in de fase past en toch niet kan', () => {
  const open = fases.filter((fase) => fase !== 'afgesloten');
  const past = (fase: Fase) => besluitNamen.filter((naam) => !['.', '='].includes(cel(naam, fase)));

  /** What waits for the hervatting, written out once more. */
  const opgehouden = [
    'triage',
    'tafeldatum',
    'direct-voorleggen',
    'verslag',
    'complexiteit',
    'spoor',
    'keuze',
    'wachtkeuze',
    'zorgstart',
  ];
  it.each(open.map((fase) => [fase] as const))('%s, opgeschort: stappen naar een plek wachten', (fase) => {
    for (const naam of past(fase)) {
      const t = neem(klaarVoor(fase, naam), besluitVan('opschorting'), nu).toestand;
      const { soort } = alleBesluiten[naam];
      const weigering = weigerTrajectBesluit(t, besluitVan(naam));
      expect([naam, weigering?.code]).toEqual([naam, opgehouden.includes(soort) ? 'opgeschort' : undefined]);
      if (weigering) expect(weigering.toegestaan).not.toEqual(expect.arrayContaining([soort]));
      else houdtStand(neem(t, besluitVan(naam), nu).toestand, t);
    }
  });

  /** What waits for a wachtreden once it is late. */
  const vraagtWachtreden = ['tafeldatum', 'verslag', 'complexiteit'];
  it.each(open.filter((fase) => fase !== 'overbrugging').map((fase) => [fase] as const))(
    '%s, te laat: zonder wachtreden wachten alleen de tafel en de complexiteit',
    (fase) => {
      for (const naam of past(fase)) {
        const { soort } = alleBesluiten[naam];
        const t: TrajectToestand = { ...klaarVoor(fase, naam), gewaarschuwd: true, escalatieniveau: 1 };
        const weigering = weigerTrajectBesluit(t, besluitVan(naam));
        const wacht = vraagtWachtreden.includes(soort);
        expect([naam, weigering?.code]).toEqual([naam, wacht ? 'wachtreden-ontbreekt' : undefined]);
        if (weigering) expect(weigering.toegestaan).not.toContain(soort);
        expect(weigerTrajectBesluit({ ...t, wachtreden: 'huisvesting' }, besluitVan(naam))).toBeNull();
      }
    },
  );

  it('een traject van eerdere regels weigert een situatie waar het dat toen deed: anders speelt zijn geschiedenis niet meer af', () => {
    const situatie = { soort: 'situatie', codes: {} } as const;
    const vanDrie = (fase: Fase, rest: Partial<TrajectToestand> = {}): TrajectToestand => ({
      ...inFase(fase),
      regels: 3,
      ...rest,
    });
    for (const fase of fases.filter((deze) => deze !== 'afgesloten')) {
      const mocht = ['bespreking', 'onderzoek', 'overbrugging'].includes(fase);
      expect(weigerTrajectBesluit(vanDrie(fase), situatie)?.code, fase).toBe(
        mocht ? undefined : 'verkeerde-fase',
      );
      expect(besluitenNu(vanDrie(fase)).includes('situatie'), fase).toBe(mocht);
    }
    const opgeschort = { reden: 'veiligheid-eerst', sindsTijdstip: 0, evaluatieDatum: '2027-01-04' } as const;
    expect(weigerTrajectBesluit(vanDrie('onderzoek', { opgeschort }), situatie)?.code).toBe('opgeschort');
    expect(weigerTrajectBesluit({ ...inFase('onderzoek'), opgeschort }, situatie)).toBeNull();
  });

  it.each(open.filter((fase) => fase !== 'overbrugging').map((fase) => [fase] as const))(
    '%s: zorg start alleen waar een keuze verviel omdat er geen start was vastgelegd',
    (fase) => {
      expect(weigerTrajectBesluit(inFase(fase), besluitVan('zorgstart'))?.code).toBe('verkeerde-fase');
      expect(besluitenNu(inFase(fase))).not.toContain('zorgstart');
    },
  );

  it('een nieuwe keuze of een andere situatie sluit een start die niet was vastgelegd; wat naar een plek leidt niet', () => {
    const t = klaarVoor('voorbereiding', 'zorgstart');
    for (const naam of ['keuze', 'situatie'] as const)
      expect(neem(t, besluitVan(naam), nu).toestand).not.toHaveProperty('uitgebleven');
    for (const naam of ['tafeldatum', 'direct-voorleggen', 'spoor zorgbemiddeling'] as const)
      expect(besluitenNu(neem(t, besluitVan(naam), nu).toestand)).toContain('zorgstart');
  });

  it('de triage wijkt alleen met een reden af van het voorstel', () => {
    for (const uitkomst of triageUitkomsten)
      for (const voorstel of triageUitkomsten) {
        const t = { ...inFase('intake'), triageVoorstel: voorstel };
        const besluit = { soort: 'triage', codes: { uitkomst } } as const;
        const code = weigerTrajectBesluit(t, besluit)?.code;
        // A crisis is never held up.
        const mag = uitkomst === voorstel || uitkomst === 'crisis';
        expect(code).toBe(mag ? undefined : 'afwijking-zonder-reden');
        const metReden = { ...besluit, codes: { uitkomst, afwijkReden: 'nieuwe-informatie' } } as const;
        expect(weigerTrajectBesluit(t, metReden)).toBeNull();
      }
  });

  it('de weging wijkt alleen met een reden af van wat de elementen voorstellen', () => {
    const t: TrajectToestand = { ...inFase('voorbereiding'), elementen: ['jong-kind'] };
    const weegt = (codes: Extract<Parameters<typeof neem>[1], { soort: 'weging' }>['codes']) =>
      weigerTrajectBesluit(t, { soort: 'weging', codes })?.code;
    expect(weegt({ besluit: 'voorrang' })).toBeUndefined();
    expect(weegt({ besluit: 'geen-voorrang' })).toBe('afwijking-zonder-reden');
    expect(weegt({ besluit: 'geen-voorrang', afwijkReden: 'individuele-situatie' })).toBeUndefined();
    expect(weegt({ besluit: 'geen-voorrang', elementen: [] })).toBeUndefined();
    expect(weegt({ besluit: 'voorrang', elementen: [] })).toBe('afwijking-zonder-reden');
  });

  it.each([
    ['informatie', 'onderzoek'],
    ['hervatting', 'onderzoek'],
    ['wachtkeuze-einde', 'onderzoek'],
  ] as const)('%s is niet van toepassing als er niets loopt', (naam, fase) => {
    expect(weigerTrajectBesluit(inFase(fase), besluitVan(naam))?.code).toBe('niet-van-toepassing');
  });

  it('overdragen kan pas vanaf een half jaar voor de achttiende verjaardag', () => {
    const t = inFase('voorbereiding');
    const stand = (achttienStand: 0 | 1 | 2 | 3) =>
      weigerTrajectBesluit({ ...t, achttienStand }, besluitVan('overdracht'))?.code;
    expect([stand(0), stand(1), stand(2), stand(3)]).toEqual([
      'niet-van-toepassing',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('een zaak van Zorgbemiddeling die aan tafel of bij aanbieders was, kan naar Zorgbemiddeling terug', () => {
    for (const fase of ['voorbereiding', 'bespreking', 'onderzoek'] as const) {
      const t: TrajectToestand = { ...inFase(fase), spoor: 'zorgbemiddeling' };
      expect(weigerTrajectBesluit(t, besluitVan('spoor zorgbemiddeling'))).toBeNull();
      expect(neem(t, besluitVan('spoor zorgbemiddeling'), nu).toestand.fase).toBe('bemiddeling');
    }
  });
});

describe('een opschorting of een keuze om te wachten die langer duurt', () => {
  it.each(['opschorting', 'wachtkeuze'] as const)(
    '%s krijgt een nieuwe datum en loopt door vanaf het begin',
    (soort) => {
      const veld = soort === 'opschorting' ? 'opgeschort' : 'wachtkeuze';
      const t = neem(inFase('voorbereiding'), besluitVan(soort), nu).toestand;
      const besluit = besluitVan(soort);
      Object.assign(besluit.codes, { evaluatieDatum: '2026-07-01' });
      const { toestand, berichten } = neem(t, besluit, nu + 20 * dag);
      expect(toestand[veld]).toEqual({ ...t[veld], evaluatieDatum: '2026-07-01' });
      expect(berichten).toEqual([]);
      houdtStand(toestand, t);
    },
  );
});

describe('de keuze', () => {
  it('kan alleen op een aanbieder met een aanbod', () => {
    const t = inFase('onderzoek');
    const codes = { aanbieders: ['aanbieder-02'], verwachteStartDatum: '2026-03-01' };
    expect(weigerTrajectBesluit(t, { soort: 'keuze', codes })?.code).toBe('geen-aanbod');
  });

  it('biedt een plan alleen aan wie het mag lezen: onder eerdere regels was het voor het team', () => {
    const codes = { aanbieders: ['aanbieder-01'], evaluatieDatum: '2026-03-01' };
    const data = (regels: 3 | 4) =>
      neem({ ...inFase('onderzoek'), regels }, { soort: 'keuze', codes }, nu)
        .berichten.filter(({ soort }) => soort === 'duidelijkheid' || soort === 'gekozen')
        .map(({ gegevens }) => (gegevens as { evaluatieDatum?: string } | undefined)?.evaluatieDatum);
    expect(data(4)).toEqual(['2026-03-01', '2026-03-01']);
    expect(data(3)).toEqual([undefined, undefined]);
  });

  it('kan onder de eerste regels op een aanbieder die door een ander in een samenwerking is genoemd', () => {
    const { regels: _regels, ...t } = inFase('onderzoek');
    t.onderzoeken.a = {
      aanbieder: 'aanbieder-01',
      ronde: 1,
      status: 'beantwoord',
      vastgelopen: false,
      antwoord: { antwoord: 'samenwerking', metAanbieders: ['aanbieder-09'] },
    };
    const codes = { aanbieders: ['aanbieder-01', 'aanbieder-09'], verwachteStartDatum: '2026-03-01' };
    expect(weigerTrajectBesluit(t, { soort: 'keuze', codes })).toBeNull();
    expect(weigerTrajectBesluit({ ...t, regels: 2 }, { soort: 'keuze', codes })?.code).toBe('geen-aanbod');
  });

  it('kan niet op een aanbod dat in een latere ronde is ingetrokken', () => {
    const t = inFase('onderzoek');
    t.onderzoeken.c = {
      aanbieder: 'aanbieder-01',
      ronde: 2,
      status: 'beantwoord',
      vastgelopen: false,
      antwoord: { antwoord: 'afwijzing', afwijzingReden: 'geen-plek' },
    };
    const codes = { aanbieders: ['aanbieder-01'], verwachteStartDatum: '2026-03-01' };
    expect(weigerTrajectBesluit(t, { soort: 'keuze', codes })?.code).toBe('geen-aanbod');
  });

  it('vertelt het een aanbieder met een aanbod dat zijn plek niet meer nodig is', () => {
    const t = inFase('onderzoek');
    t.onderzoeken.b = {
      ...t.onderzoeken.a,
      aanbieder: 'aanbieder-02',
    } as TrajectToestand['onderzoeken'][string];
    const aanWie = (besluit: TrajectBesluit) =>
      pasTrajectBesluitToe(t, besluit, 'invoer-1', nu)
        .berichten.filter(({ soort }) => soort === 'onderzoek-vervallen')
        .map(({ aan }) => ('aanbieder' in aan ? aan.aanbieder : aan.wie));
    const codes = { aanbieders: ['aanbieder-01'], verwachteStartDatum: '2026-03-01' };
    expect(aanWie({ soort: 'keuze', codes })).toEqual(['aanbieder-02']);
    expect(aanWie({ soort: 'intrekking', codes: { reden: 'plek-gevonden' } })).toEqual([
      'aanbieder-01',
      'aanbieder-02',
    ]);
  });

  it('vertelt wie mee is gekozen niet dat een ander de vraag oppakt', () => {
    const t = inFase('onderzoek');
    t.onderzoeken.a = {
      ...t.onderzoeken.a,
      antwoord: { antwoord: 'samenwerking', metAanbieders: ['aanbieder-02'] },
    } as TrajectToestand['onderzoeken'][string];
    const codes = { aanbieders: ['aanbieder-01', 'aanbieder-02'], verwachteStartDatum: '2026-03-01' };
    expect(pasTrajectBesluitToe(t, { soort: 'keuze', codes }, 'invoer-1', nu).teVervallen).toEqual([
      { id: 'b', reden: 'gekozen' },
    ]);
  });

  it('kan niet op een afwijzing', () => {
    const t = inFase('onderzoek');
    t.onderzoeken.a = {
      aanbieder: 'aanbieder-01',
      ronde: 1,
      status: 'beantwoord',
      vastgelopen: false,
      antwoord: { antwoord: 'afwijzing', afwijzingReden: 'geen-plek' },
    };
    const codes = { aanbieders: ['aanbieder-01'], verwachteStartDatum: '2026-03-01' };
    expect(weigerTrajectBesluit(t, { soort: 'keuze', codes })?.code).toBe('geen-aanbod');
  });

  it('sluit de andere onderzoeken en stopt de ladder', () => {
    const codes = { aanbieders: ['aanbieder-01'], verwachteStartDatum: '2026-03-01' };
    const gevolg = pasTrajectBesluitToe(inFase('onderzoek'), { soort: 'keuze', codes }, 'invoer-1', nu + 1);
    expect(gevolg.teVervallen).toEqual([{ id: 'b', reden: 'andere-aanbieder' }]);
    expect(gevolg.toestand.duidelijkheidTijdstip).toBe(nu + 1);
    expect(gevolg.toestand.wachtOp).toBe('zorgstart');
  });
});

describe('een gekozen aanbieder die afvalt', () => {
  const codes = { aanbieders: ['aanbieder-01'], evaluatieDatum: '2026-05-01' };
  const { normen: _normen, ...zonderNormen } = basis.beleid;
  const gekozen = pasTrajectBesluitToe(
    { ...inFase('onderzoek'), beleid: zonderNormen },
    { soort: 'keuze', codes },
    'invoer-1',
    nu + 1,
  ).toestand;

  it('maakt plaats voor een andere keuze', () => {
    const t = {
      ...gekozen,
      onderzoeken: {
        ...gekozen.onderzoeken,
        b: { ...inFase('onderzoek').onderzoeken.a, aanbieder: 'aanbieder-02' },
      } as TrajectToestand['onderzoeken'],
    };
    const ander = { aanbieders: ['aanbieder-02'], evaluatieDatum: '2026-04-01' };
    expect(weigerTrajectBesluit(t, { soort: 'keuze', codes: ander })).toBeNull();
    expect(
      pasTrajectBesluitToe(t, { soort: 'keuze', codes: ander }, 'invoer-2', nu + 2).toestand,
    ).toMatchObject({
      fase: 'overbrugging',
      gekozen: ['aanbieder-02'],
      duidelijkheidTijdstip: nu + 1,
    });
  });

  it('brengt het traject terug aan tafel, en de ladder loopt weer', () => {
    const besluit: TrajectBesluit = { soort: 'tafeldatum', codes: { tafelDatum: '2026-02-05' } };
    expect(volgendeWekker(gekozen)?.soort).toBe('schadelijk');
    const { toestand } = pasTrajectBesluitToe(gekozen, besluit, 'invoer-2', nu + 2);
    expect(toestand).toMatchObject({ fase: 'bespreking', wachtOp: 'tafel', gekozen: [] });
    expect(toestand).not.toHaveProperty('duidelijkheidTijdstip');
    expect(volgendeWekker(toestand)?.soort).toBe('waarschuwing');
  });
});

describe('de wachtreden', () => {
  const teLaat = (fase: Fase): TrajectToestand => ({
    ...inFase(fase),
    gewaarschuwd: true,
    escalatieniveau: 1,
  });

  it('moet er zijn voordat een te laat traject naar de tafel gaat', () => {
    const besluit: TrajectBesluit = { soort: 'tafeldatum', codes: { tafelDatum: '2026-02-05' } };
    expect(weigerTrajectBesluit(teLaat('voorbereiding'), besluit)?.code).toBe('wachtreden-ontbreekt');
    expect(
      weigerTrajectBesluit({ ...teLaat('voorbereiding'), wachtreden: 'wachtlijst' }, besluit),
    ).toBeNull();
  });

  it('houdt een keuze of een intrekking nooit op', () => {
    const keuze: TrajectBesluit = {
      soort: 'keuze',
      codes: { aanbieders: ['aanbieder-01'], verwachteStartDatum: '2026-03-01' },
    };
    expect(weigerTrajectBesluit(teLaat('onderzoek'), keuze)).toBeNull();
    expect(
      weigerTrajectBesluit(teLaat('onderzoek'), { soort: 'intrekking', codes: { reden: 'plek-gevonden' } }),
    ).toBeNull();
  });
});

describe('een verslag', () => {
  const gesproken = { aanwezig: ['aanmelder'] };

  it('laat een aanbieder die al aan het onderzoeken is doorgaan, zonder tweede onderzoek', () => {
    const besluit: TrajectBesluit = {
      soort: 'verslag',
      codes: { ...gesproken, aanbieders: ['aanbieder-02'] },
    };
    expect(weigerTrajectBesluit(inFase('bespreking'), besluit)).toBeNull();
    const { toestand, teStarten } = pasTrajectBesluitToe(inFase('bespreking'), besluit, 'invoer-1', nu + 1);
    expect(teStarten).toEqual([]);
    expect(toestand).toMatchObject({ fase: 'onderzoek', wachtOp: 'aanbieder' });
  });

  it('begint een nieuwe ronde, met een eigen onderzoek voor iedere aanbieder', () => {
    const besluit: TrajectBesluit = {
      soort: 'verslag',
      codes: { ...gesproken, aanbieders: ['aanbieder-01', 'aanbieder-03'] },
    };
    const { toestand, teStarten } = pasTrajectBesluitToe(inFase('bespreking'), besluit, 'invoer-1', nu + 1);
    expect(teStarten.map((o) => o.id)).toEqual([
      'onderzoek-ZL-2026-0001-aanbieder-01-r2',
      'onderzoek-ZL-2026-0001-aanbieder-03-r2',
    ]);
    expect(toestand.wachtOp).toBe('aanbieder');
  });
});
