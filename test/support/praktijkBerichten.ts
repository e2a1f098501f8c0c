/** Every e-mail of the roads beside the happy one, made by the rules of the domain themselves. */
import { afwegingskaderVersie } from '../../domain/afwegingskader.ts';
import { dag } from '../../domain/beleid.ts';
import type { BerichtOpdracht } from '../../domain/berichten.ts';
import type { TrajectBesluit } from '../../domain/besluiten.ts';
import {
  adviesSoorten,
  afwijsredenen,
  contactSoorten,
  doorverwijzingen,
  informatieSoorten,
  overdrachtNaar,
  sporen,
  stapSoorten,
  terugstuurredenen,
  wachtOpSoorten,
  wachtSoorten,
} from '../../domain/codes.ts';
import {
  beginOnderzoek,
  laatVervallen,
  type OnderzoekToestand,
  verplaatsAntwoord,
  vervalRedenSchema,
} from '../../domain/onderzoek.ts';
import type { TrajectToestand } from '../../domain/traject.ts';
import { bijBegin, pasTrajectBesluitToe } from '../../domain/trajectBesluit.ts';
import { verwerkMelding } from '../../domain/trajectMelding.ts';
import { besprekingVervallen } from '../../domain/trajectTafel.ts';
import { type TrajectWekker, verwerkWekker } from '../../domain/trajectWekker.ts';
import { triageUitkomsten } from '../../domain/triageCodes.ts';
import { type Wacht, wachtenVan } from '../../domain/wachten.ts';

const invoerId = '00000000-0000-4000-8000-000000000000';
const aanbieders = ['aanbieder-01', 'aanbieder-02'];
const afspraken = [{ wie: 'aanmelder', wat: 'informatie-aanvullen', voorDatum: '2025-06-02' }] as const;

/** The decisions of the practice, with every code that changes an e-mail. */
function praktijkBesluiten(): TrajectBesluit[] {
  return [
    ...triageUitkomsten.flatMap((uitkomst): TrajectBesluit[] => {
      const met = (codes: object) => ({ soort: 'triage', codes: { uitkomst, ...codes } }) as const;
      switch (uitkomst) {
        case 'afgewezen':
          return afwijsredenen.map((reden) => met({ reden }));
        case 'doorverwezen':
          return doorverwijzingen.map((doorverwezenNaar) => met({ doorverwezenNaar }));
        case 'teruggestuurd':
          return [
            ...terugstuurredenen.map((terugstuurReden) => met({ terugstuurReden })),
            met({ terugstuurReden: 'informatie-ontbreekt', soorten: [...informatieSoorten] }),
          ];
        default:
          return [met({ aanbieders, afwijkReden: 'nieuwe-informatie', coordinator: 'coordinator-1' })];
      }
    }),
    ...[...informatieSoorten.map((soort) => [soort]), [...informatieSoorten]].map(
      (soorten) => ({ soort: 'informatievraag', codes: { soorten } }) as const,
    ),
    { soort: 'informatie', codes: {} },
    { soort: 'weging', codes: { besluit: 'voorrang', elementen: ['gi', 'onveiligheid'] } },
    { soort: 'weging', codes: { besluit: 'voorrang', elementen: [], afwijkReden: 'individuele-situatie' } },
    { soort: 'stuk', codes: { stukId: invoerId, stukSoort: 'plan', versie: 2 } },
    { soort: 'stuk', codes: { stukId: invoerId, stukSoort: 'risicotaxatie', versie: 1 } },
    { soort: 'tafeldatum', codes: { tafelDatum: '2025-05-15' } },
    ...[['aanbieder-01'], aanbieders].map(
      (lijst) =>
        ({ soort: 'direct-voorleggen', codes: { aanbieders: lijst, reden: 'tijd-winnen' } }) as const,
    ),
    { soort: 'verslag', codes: { aanwezig: ['aanmelder'], afspraken: [...afspraken] } },
    {
      soort: 'verslag',
      codes: {
        aanwezig: ['coordinator-1', 'aanbieder-01'],
        aanmelderAfwezig: 'verhinderd',
        aanbieders: ['aanbieder-01'],
        afspraken: [...afspraken, ...afspraken],
      },
    },
    { soort: 'afspraak-gedaan', codes: { nummer: 1 } },
    { soort: 'wachtreden', codes: { wachtreden: 'aanbod-ontbreekt' } },
    { soort: 'complexiteit', codes: { complexiteit: 'zeer-complex' } },
    { soort: 'situatie', codes: {} },
    { soort: 'opschorting', codes: { reden: 'veiligheid-eerst', evaluatieDatum: '2025-06-02' } },
    { soort: 'hervatting', codes: {} },
    { soort: 'wachtkeuze', codes: { reden: 'behandeling-later', evaluatieDatum: '2025-06-02' } },
    { soort: 'wachtkeuze-einde', codes: {} },
    { soort: 'verhuizing', codes: { gemeente: 'delft', afloop: 'blijft-hier' } },
    { soort: 'verhuizing', codes: { gemeente: 'buiten-haaglanden', afloop: 'overgedragen' } },
    { soort: 'aanmelder', codes: { aanmelderCode: 'aanmelder-2' } },
    { soort: 'coordinator', codes: { coordinator: 'coordinator-2' } },
    ...sporen.map((spoor) => ({ soort: 'spoor', codes: { spoor } }) as const),
    { soort: 'spoor', codes: { spoor: 'experttafel', coordinator: 'coordinator-2' } },
    ...stapSoorten.map((stap) => ({ soort: 'stap', codes: { stap } }) as const),
    { soort: 'stap', codes: { stap: 'opgepakt', opvolgDatum: '2025-06-02' } },
    ...adviesSoorten.map(
      (advies) => ({ soort: 'advies', codes: { advies, opvolgDatum: '2025-06-02' } }) as const,
    ),
    { soort: 'advies-uitgevoerd', codes: {} },
    ...['aanmelder', 'aanbieder-01', 'aanbieder-05'].map(
      (eigenaar) =>
        ({ soort: 'keuze', codes: { aanbieders, evaluatieDatum: '2025-06-02', eigenaar } }) as const,
    ),
    {
      soort: 'overbrugging',
      codes: {
        evaluatieDatum: '2025-06-02',
        verwachteStartDatum: '2025-07-01',
        eigenaar: 'aanbieder-01',
      },
    },
    { soort: 'zorgstart', codes: { startDatum: '2025-06-02' } },
    ...contactSoorten.map((met) => ({ soort: 'contact', codes: { met } }) as const),
    ...overdrachtNaar.map((naar) => ({ soort: 'overdracht', codes: { naar } }) as const),
    { soort: 'crisis', codes: {} },
    { soort: 'intrekking', codes: { reden: 'plek-gevonden' } },
  ];
}

function wekkers(tijdstip: number): Exclude<TrajectWekker, { soort: 'kalender' }>[] {
  const opWie: Pick<Wacht, 'op' | 'wie'>[] = [
    { op: 'coordinator' },
    { op: 'aanmelder', wie: 'aanmelder' },
    { op: 'aanbieder', wie: aanbieders.join(' ') },
  ];
  const wacht = (soort: Wacht['soort'], deel: (typeof opWie)[number]): Wacht => ({
    soort,
    ...deel,
    gelegenheid: `${soort}-${deel.op}`,
    sindsTijdstip: tijdstip,
    normTijdstip: tijdstip,
    herinneringen: [],
  });
  const wachten = [
    ...wachtSoorten.flatMap((soort) => opWie.map((deel) => wacht(soort, deel))),
    ...wachtOpSoorten.map((op) => wacht('afspraak', { op })),
  ];
  return [
    ...wachten.flatMap((deze) => {
      const { gelegenheid } = deze;
      return [
        { soort: 'herinnering', nummer: 1, wacht: deze, gelegenheid, tijdstip } as const,
        { soort: 'norm', wacht: deze, gelegenheid, tijdstip } as const,
        { soort: 'norm-manager', wacht: deze, gelegenheid, tijdstip } as const,
      ];
    }),
    { soort: 'zorgstart-uitgebleven', gelegenheid: 'zorgstart-uitgebleven', tijdstip },
    { soort: 'zeven', gelegenheid: 'zeven', tijdstip },
    ...([1, 2, 3] as const).map(
      (stand) => ({ soort: 'achttien', stand, gelegenheid: `achttien-${stand}`, tijdstip }) as const,
    ),
  ];
}

/** What follows from every decision, timer and report of the practice, at moment `nu` (ms since the epoch). */
function gevolgenVan(kaal: TrajectToestand, onderzoek: OnderzoekToestand, nu: number) {
  const begin: TrajectToestand = { ...kaal, afspraken: [...afspraken] };
  const { id, aanbieder } = onderzoek;
  const metOnderzoek: TrajectToestand = {
    ...begin,
    fase: 'onderzoek',
    onderzoeken: { [id]: { aanbieder, ronde: 1, status: 'gevraagd', vastgelopen: false } },
    informatie: { soorten: ['anders'], gevraagdTijdstip: nu, gelegenheid: 'vraag', vragers: [aanbieder] },
  };
  /** The same with so many questions of the coördinator and of the aanbieder that are open. */
  const metVragen = (vanCoordinator: number, vanAanbieder: number): TrajectToestand => ({
    ...metOnderzoek,
    informatie: {
      soorten: ['anders'],
      gevraagdTijdstip: nu,
      gelegenheid: 'vraag',
      vragen: [
        ...Array.from({ length: vanCoordinator }, (_, i) => ({
          vraagId: `coordinator-${i}`,
          soorten: ['anders'] as const,
          gevraagdTijdstip: nu,
        })),
        ...Array.from({ length: vanAanbieder }, (_, i) => ({
          vraagId: `aanbieder-${i}`,
          soorten: ['anders'] as const,
          vrager: aanbieder,
          gevraagdTijdstip: nu,
        })),
      ],
    },
  });
  const metAanbod: TrajectToestand = {
    ...begin,
    fase: 'overbrugging',
    gekozen: aanbieders,
    verwachteStartDatum: '2025-05-05',
    elementen: ['jong-kind'],
    weging: { versie: afwegingskaderVersie, elementen: [], voorstel: 'voorrang', besluit: 'voorrang' },
    onderzoeken: {
      [id]: {
        aanbieder,
        ronde: 1,
        status: 'beantwoord',
        vastgelopen: false,
        antwoord: { antwoord: 'aanbod' },
      },
    },
  };
  // Others than who is chosen carry something out.
  const metUitvoering: TrajectToestand = {
    ...metAanbod,
    eigenaar: 'aanbieder-04',
    evaluatieDatum: '2025-05-05',
    afspraken: [{ ...afspraken[0], wie: 'aanbieder-05' }],
  };
  const losgelaten: TrajectToestand = {
    ...metAanbod,
    gekozen: ['aanbieder-02'],
    onderzoeken: Object.fromEntries(
      Object.entries(metAanbod.onderzoeken).map(([code, o]) => [code, { ...o, losgelaten: true }]),
    ),
  };
  const opDeTafel: TrajectToestand = { ...begin, fase: 'bespreking', tafelDatum: '2025-05-15' };
  const melding = { onderzoekId: id, vastgelopen: false, gelegenheid: 'melding' };
  const opgeschort = { reden: 'veiligheid-eerst', evaluatieDatum: '2025-06-02', sindsTijdstip: nu } as const;
  return [
    bijBegin({ ...begin, triageVoorstel: 'crisis' }),
    ...praktijkBesluiten().flatMap((besluit) =>
      [begin, metOnderzoek, metAanbod].map((t) => pasTrajectBesluitToe(t, besluit, invoerId, nu)),
    ),
    ...(
      [
        { soort: 'crisis', codes: {} },
        { soort: 'situatie', codes: {} },
        { soort: 'overbrugging', codes: { evaluatieDatum: '2025-06-02', eigenaar: 'coordinator-1' } },
      ] as const
    ).map((besluit) => pasTrajectBesluitToe(metUitvoering, besluit, invoerId, nu)),
    pasTrajectBesluitToe(
      losgelaten,
      { soort: 'keuze', codes: { aanbieders: [aanbieder], verwachteStartDatum: '2025-06-02' } },
      invoerId,
      nu,
    ),
    // With the ambitie already behind it.
    pasTrajectBesluitToe(begin, { soort: 'hervatting', codes: {} }, invoerId, begin.ambitieTijdstip + 1),
    // With a table that went by.
    pasTrajectBesluitToe(opDeTafel, { soort: 'hervatting', codes: {} }, invoerId, nu, true),
    // Its start of care was late on record.
    pasTrajectBesluitToe(
      {
        ...metOnderzoek,
        uitgebleven: { gekozen: ['aanbieder-05'], verwachteStartDatum: '2025-05-05' },
      },
      { soort: 'zorgstart', codes: { startDatum: '2025-05-05' } },
      invoerId,
      nu,
    ),
    // While it is opgeschort.
    besprekingVervallen(
      {
        ...opDeTafel,
        opgeschort: { reden: 'veiligheid-eerst', evaluatieDatum: '2025-06-05', sindsTijdstip: nu },
      },
      '2025-05-15',
      { aanbieders },
      'vervallen',
      nu,
    ),
    ...wekkers(nu).map((wekker) => verwerkWekker(metAanbod, wekker, nu, null)),
    verwerkMelding(
      metOnderzoek,
      { ...melding, vraag: { invoerId, codes: { soorten: ['intelligentie', 'anders'] } } },
      nu,
    ),
    verwerkMelding(
      metOnderzoek,
      { ...melding, antwoord: { invoerId, codes: { antwoord: 'afwijzing', afwijzingReden: 'geen-plek' } } },
      nu,
    ),
    // It is back at the table already.
    verwerkMelding(
      { ...metOnderzoek, fase: 'bespreking', tafelDatum: '2025-05-15' },
      { ...melding, antwoord: { invoerId, codes: { antwoord: 'afwijzing', afwijzingReden: 'geen-plek' } } },
      nu,
    ),
    ...[
      { ...begin, fase: 'bemiddeling', spoor: 'zorgbemiddeling' } as const,
      { ...begin, fase: 'advies', spoor: 'experttafel', opgeschort } as const,
      { ...begin, fase: 'voorbereiding', opgeschort } as const,
    ].map((t) => pasTrajectBesluitToe(t, { soort: 'situatie', codes: {} }, invoerId, nu)),
    verwerkMelding(
      metOnderzoek,
      {
        ...melding,
        antwoord: { invoerId, codes: { antwoord: 'samenwerking', metAanbieders: ['aanbieder-02'] } },
      },
      nu,
    ),
    ...[metVragen(1, 0), metVragen(2, 1), metVragen(1, 2)].flatMap((t) => [
      pasTrajectBesluitToe(t, { soort: 'vraag-ingetrokken', codes: {} }, invoerId, nu),
      pasTrajectBesluitToe(t, { soort: 'informatievraag', codes: { soorten: ['anders'] } }, invoerId, nu),
    ]),
    // Questions of an aanbieder that nobody needs an answer to any more.
    ...[metVragen(0, 1), metVragen(1, 2), metVragen(2, 1)].flatMap((t) => [
      ...(
        [
          { soort: 'situatie', codes: {} },
          { soort: 'opschorting', codes: { reden: 'veiligheid-eerst', evaluatieDatum: '2025-06-02' } },
          { soort: 'spoor', codes: { spoor: 'experttafel' } },
          { soort: 'keuze', codes: { aanbieders: ['aanbieder-02'], verwachteStartDatum: '2025-06-02' } },
        ] as const
      ).map((besluit) => pasTrajectBesluitToe(t, structuredClone(besluit) as TrajectBesluit, invoerId, nu)),
      verwerkMelding(
        t,
        { ...melding, antwoord: { invoerId, codes: { antwoord: 'afwijzing', afwijzingReden: 'geen-plek' } } },
        nu,
      ),
    ]),
    ...wachtenVan(metVragen(1, 1))
      .filter(({ soort }) => soort === 'informatie')
      .slice(0, 1)
      .map((wacht) =>
        verwerkWekker(
          metVragen(1, 1),
          { soort: 'herinnering', nummer: 1, wacht, gelegenheid: 'samen', tijdstip: nu },
          wacht.normTijdstip ?? nu,
          null,
        ),
      ),
    verwerkMelding(metOnderzoek, { ...melding, vastgelopen: true }, nu),
    ...[
      { tafelDatum: '2025-06-12' },
      { aanbieders: ['aanbieder-01'] },
      { aanbieders },
      { wachtOp: 'coordinator' } as const,
    ].map((naar) => besprekingVervallen(opDeTafel, '2025-05-15', naar, 'vervallen', nu)),
    beginOnderzoek({ ...onderzoek, opVerzoekVan: 'aanbieder-02' }),
    ...vervalRedenSchema.options.map((reden) => laatVervallen(onderzoek, reden)),
    verplaatsAntwoord(onderzoek, onderzoek.antwoordVoorTijdstip + dag),
  ].flatMap((gevolg) => gevolg ?? []);
}

/** The e-mails of the practice, each text once, from the state in which a traject and an onderzoek of a test begin. */
export function praktijkBerichten(
  begin: TrajectToestand,
  onderzoek: OnderzoekToestand,
  nu: number,
): BerichtOpdracht[] {
  const berichten = gevolgenVan(begin, onderzoek, nu).flatMap((gevolg) => gevolg.berichten);
  const naam = ({ soort, aan, gegevens }: BerichtOpdracht) => JSON.stringify([soort, aan, gegevens]);
  const uniek = [...new Map(berichten.map((bericht) => [naam(bericht), bericht])).values()];
  return uniek.map((bericht, i) => ({ ...bericht, gelegenheid: `${bericht.gelegenheid}#praktijk-${i}` }));
}

/** The lines in the story of the practice, from the same states. */
export function praktijkGebeurtenissen(begin: TrajectToestand, onderzoek: OnderzoekToestand, nu: number) {
  return gevolgenVan(begin, onderzoek, nu).map(({ gebeurtenis }) => gebeurtenis);
}
