import { describe, expect, it } from 'vitest';
import { standaardBeleid } from '../../domain/beleid.ts';
import { type TrajectBesluit, type TrajectBesluitSoort, trajectBesluiten } from '../../domain/besluiten.ts';
import { type Fase, fases } from '../../domain/codes.ts';
import { overgangen, weigerTrajectBesluit } from '../../domain/overgangen.ts';
import { beginTraject, type TrajectToestand } from '../../domain/traject.ts';
import { pasTrajectBesluitToe } from '../../domain/trajectBesluit.ts';
import { volgendeWekker } from '../../domain/trajectWekker.ts';

const nu = Date.UTC(2026, 0, 15, 9);
const soorten = Object.keys(trajectBesluiten) as TrajectBesluitSoort[];

const basis = beginTraject({
  kenmerk: 'ZL-2026-0001',
  spoor: 'zorglogistiek',
  gemeente: 'den-haag',
  complexiteit: 'gewoon',
  aanmeldingTijdstip: nu,
  schadelijkTijdstip: nu + 90 * 24 * 3600_000,
  beleid: standaardBeleid,
  basisUrl: 'http://localhost:3000',
});

/** A traject in this fase with one aanbieder that made an offer and one that is still at it. */
function inFase(fase: Fase): TrajectToestand {
  return {
    ...basis,
    fase,
    ronde: 1,
    onderzoeken: {
      a: {
        aanbieder: 'aanbieder-01',
        ronde: 1,
        status: 'beantwoord',
        vastgelopen: false,
        antwoord: { antwoord: 'aanbod' },
      },
      b: { aanbieder: 'aanbieder-02', ronde: 1, status: 'gevraagd', vastgelopen: false },
    },
  };
}

const besluiten: TrajectBesluit[] = [
  { soort: 'triage', codes: { uitkomst: 'bespreking', coordinator: 'coordinator-1' } },
  { soort: 'triage', codes: { uitkomst: 'afgewezen', reden: 'geen-verblijf' } },
  { soort: 'tafeldatum', codes: { tafelDatum: '2026-01-22' } },
  { soort: 'verslag', codes: { aanbieders: ['aanbieder-03'] } },
  { soort: 'wachtreden', codes: { wachtreden: 'wachtlijst' } },
  { soort: 'complexiteit', codes: { complexiteit: 'zeer-complex' } },
  { soort: 'keuze', codes: { aanbieders: ['aanbieder-01'], verwachteStartDatum: '2026-03-01' } },
  { soort: 'overbrugging', codes: { evaluatieDatum: '2026-02-01' } },
  { soort: 'zorgstart', codes: { startDatum: '2026-03-01' } },
  { soort: 'intrekking', codes: { reden: 'plek-gevonden' } },
  {
    soort: 'stuk',
    codes: { stukId: '0192f0c1-7d4e-7c3a-9a51-2f5d0c3b7e10', stukSoort: 'plan', versie: 1 },
  },
];

/** What the table is meant to be, written out once more: a change in the table has to be made here too. */
const verwacht: Record<Fase, Partial<Record<string, Fase>>> = {
  intake: {
    'triage bespreking': 'voorbereiding',
    'triage afgewezen': 'afgesloten',
    complexiteit: 'intake',
    wachtreden: 'intake',
    stuk: 'intake',
    intrekking: 'afgesloten',
  },
  voorbereiding: {
    tafeldatum: 'bespreking',
    keuze: 'overbrugging',
    complexiteit: 'voorbereiding',
    wachtreden: 'voorbereiding',
    stuk: 'voorbereiding',
    intrekking: 'afgesloten',
  },
  bespreking: {
    tafeldatum: 'bespreking',
    verslag: 'onderzoek',
    keuze: 'overbrugging',
    complexiteit: 'bespreking',
    wachtreden: 'bespreking',
    stuk: 'bespreking',
    intrekking: 'afgesloten',
  },
  onderzoek: {
    tafeldatum: 'bespreking',
    keuze: 'overbrugging',
    complexiteit: 'onderzoek',
    wachtreden: 'onderzoek',
    stuk: 'onderzoek',
    intrekking: 'afgesloten',
  },
  overbrugging: {
    tafeldatum: 'bespreking',
    keuze: 'overbrugging',
    overbrugging: 'overbrugging',
    zorgstart: 'afgesloten',
    wachtreden: 'overbrugging',
    stuk: 'overbrugging',
    intrekking: 'afgesloten',
  },
  afgesloten: {},
};

function naamVan(besluit: TrajectBesluit): string {
  return besluit.soort === 'triage' ? `triage ${besluit.codes.uitkomst}` : besluit.soort;
}

describe('de overgangstabel van het traject', () => {
  it('heeft voor ieder besluit een geval in deze test', () => {
    expect(new Set(besluiten.map((besluit) => besluit.soort))).toEqual(new Set(soorten));
  });

  for (const fase of fases) {
    for (const besluit of besluiten) {
      const naar = verwacht[fase][naamVan(besluit)];
      it(`${fase}: ${naamVan(besluit)} ${naar ? `gaat naar ${naar}` : 'wordt geweigerd'}`, () => {
        const t = inFase(fase);
        const weigering = weigerTrajectBesluit(t, besluit);
        if (naar) {
          expect(weigering).toBeNull();
          const gevolg = pasTrajectBesluitToe(t, besluit, 'invoer-1', nu + 1);
          expect(gevolg.toestand.fase).toBe(naar);
          expect(gevolg.toestand.versie).toBe(t.versie + 1);
          expect(gevolg.toestand.uitkomst !== undefined).toBe(naar === 'afgesloten');
        } else {
          expect(weigering?.code).toBe(fase === 'afgesloten' ? 'afgesloten' : 'verkeerde-fase');
          expect(weigering?.toegestaan).toEqual(
            Object.keys(overgangen[fase]).filter((soort) => soort !== 'terug-naar-tafel'),
          );
        }
      });
    }
  }
});

describe('de keuze', () => {
  it('kan alleen op een aanbieder met een aanbod', () => {
    const t = inFase('onderzoek');
    const codes = { aanbieders: ['aanbieder-02'], verwachteStartDatum: '2026-03-01' };
    expect(weigerTrajectBesluit(t, { soort: 'keuze', codes })?.code).toBe('geen-aanbod');
  });

  it('kan op een aanbieder die door een ander in een samenwerking is genoemd', () => {
    const t = inFase('onderzoek');
    t.onderzoeken.a = {
      aanbieder: 'aanbieder-01',
      ronde: 1,
      status: 'beantwoord',
      vastgelopen: false,
      antwoord: { antwoord: 'samenwerking', metAanbieders: ['aanbieder-09'] },
    };
    const codes = { aanbieders: ['aanbieder-01', 'aanbieder-09'], verwachteStartDatum: '2026-03-01' };
    expect(weigerTrajectBesluit(t, { soort: 'keuze', codes })).toBeNull();
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
  const codes = { aanbieders: ['aanbieder-01'], verwachteStartDatum: '2026-03-01' };
  const gekozen = pasTrajectBesluitToe(
    inFase('onderzoek'),
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
  it('laat een aanbieder die al aan het onderzoeken is doorgaan, zonder tweede onderzoek', () => {
    const besluit: TrajectBesluit = { soort: 'verslag', codes: { aanbieders: ['aanbieder-02'] } };
    expect(weigerTrajectBesluit(inFase('bespreking'), besluit)).toBeNull();
    const { toestand, teStarten } = pasTrajectBesluitToe(inFase('bespreking'), besluit, 'invoer-1', nu + 1);
    expect(teStarten).toEqual([]);
    expect(toestand).toMatchObject({ fase: 'onderzoek', wachtOp: 'aanbieder' });
  });

  it('begint een nieuwe ronde, met een eigen onderzoek voor iedere aanbieder', () => {
    const besluit: TrajectBesluit = {
      soort: 'verslag',
      codes: { aanbieders: ['aanbieder-01', 'aanbieder-03'] },
    };
    const { toestand, teStarten } = pasTrajectBesluitToe(inFase('bespreking'), besluit, 'invoer-1', nu + 1);
    expect(teStarten.map((o) => o.id)).toEqual([
      'onderzoek-ZL-2026-0001-aanbieder-01-r2',
      'onderzoek-ZL-2026-0001-aanbieder-03-r2',
    ]);
    expect(toestand.wachtOp).toBe('aanbieder');
  });
});
