/** A traject that is vastgelopen, for each reason that there is. */
import { dag } from '../../domain/beleid.ts';
import type { WachtSoort } from '../../domain/codes.ts';
import type { OnderzoekInTraject, TrajectToestand } from '../../domain/traject.ts';
import { redenenVan, wachtenVan } from '../../domain/wachten.ts';
import { aanmeldingTijdstip as begin, begonnenTraject } from './berichten.ts';

/** Where the onderzoeken of these trajecten stand; the first aanbieder is the one that is waited for. */
const onderzoeken = (...standen: Partial<OnderzoekInTraject>[]): Partial<TrajectToestand> => ({
  fase: 'onderzoek',
  wachtOp: standen.some(({ status }) => status !== 'beantwoord') ? 'aanbieder' : 'coordinator',
  onderzoeken: Object.fromEntries(
    standen.map((stand, i) => [
      `onderzoek-${i}`,
      { aanbieder: `aanbieder-0${i + 1}`, ronde: 1, status: 'gevraagd', vastgelopen: false, ...stand },
    ]),
  ),
});

const datum = '2025-05-15';
const beantwoord = { status: 'beantwoord', beantwoordTijdstip: begin } as const;

/** What makes a traject wait for each of these. */
const wachtend: Record<WachtSoort, Partial<TrajectToestand>> = {
  triage: {},
  oppakken: { fase: 'bemiddeling', spoor: 'zorgbemiddeling', spoorTijdstip: begin },
  informatie: {
    wachtOp: 'aanmelder',
    informatie: { soorten: ['intelligentie'], gevraagdTijdstip: begin, gelegenheid: 'invoer-1' },
  },
  weging: { fase: 'voorbereiding', wegingHerzienTijdstip: begin },
  planning: { fase: 'voorbereiding' },
  afspraak: {
    fase: 'voorbereiding',
    afspraken: [{ wie: 'aanmelder', wat: 'informatie-aanvullen', voorDatum: datum }],
  },
  verslag: { fase: 'bespreking', wachtOp: 'tafel', tafelDatum: datum },
  antwoord: onderzoeken({ antwoordVoorTijdstip: begin }),
  samenwerking: onderzoeken(
    { ...beantwoord, antwoord: { antwoord: 'samenwerking', metAanbieders: ['aanbieder-02'] } },
    { ...beantwoord, antwoord: { antwoord: 'afwijzing', afwijzingReden: 'niet-eens-met-plan' } },
  ),
  keuze: { ...onderzoeken({ ...beantwoord, antwoord: { antwoord: 'aanbod' } }), antwoordTijdstip: begin },
  stap: { fase: 'bemiddeling', spoor: 'zorgbemiddeling' },
  advies: { fase: 'advies', spoor: 'experttafel', advies: 'maatwerk', opvolgDatum: datum },
  overbrugging: {
    fase: 'overbrugging',
    wachtOp: 'zorgstart',
    gekozen: ['aanbieder-01'],
    evaluatieDatum: datum,
    eigenaar: 'aanbieder-01',
  },
  zorgstart: {
    fase: 'overbrugging',
    wachtOp: 'zorgstart',
    gekozen: ['aanbieder-01', 'aanbieder-02'],
    verwachteStartDatum: datum,
  },
  opschorting: {
    opgeschort: { reden: 'veiligheid-eerst', evaluatieDatum: datum, sindsTijdstip: begin },
  },
  wachtkeuze: {
    wachtkeuze: {
      reden: 'gekozen-behandelaar',
      evaluatieDatum: datum,
      sindsTijdstip: begin,
      opgeschortDuur: 0,
    },
  },
  contact: {},
  overdracht: { achttienStand: 3 },
  bevestiging: onderzoeken({ vastgelopen: true, vastgelopenTijdstip: begin }),
  nieuws: onderzoeken({ status: 'bevestigd', vastgelopen: true, vastgelopenTijdstip: begin }),
};

/** The state of a traject that is vastgelopen for this one reason, a day after its norm. Throws when it is not so. */
export function vastgelopenToestand(
  reden: WachtSoort,
  kenmerk: string,
  deel: Partial<TrajectToestand> = {},
): TrajectToestand {
  const wacht: TrajectToestand = {
    ...begonnenTraject(kenmerk),
    versie: 1,
    coordinator: 'coordinator-1',
    ...wachtend[reden],
    ...deel,
  };
  const overschreden = Object.fromEntries(
    wachtenVan(wacht)
      .filter(({ soort }) => soort === reden)
      .map(({ gelegenheid, normTijdstip = begin }) => [gelegenheid, { tijdstip: normTijdstip + dag }]),
  );
  const toestand = { ...wacht, overschreden };
  if (redenenVan(toestand).join() !== reden) throw new Error(`${reden}: ${redenenVan(toestand).join()}`);
  return toestand;
}
