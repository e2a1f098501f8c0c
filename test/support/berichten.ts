/** Every e-mail that the rules of the domain can ask for, made by those rules themselves. */
import { dag, normWerkdagen, schadelijkNaMaanden, standaardBeleid } from '../../domain/beleid.ts';
import { type BerichtOpdracht, berichtMislukt } from '../../domain/berichten.ts';
import type { TrajectBesluit } from '../../domain/besluiten.ts';
import { afwijsredenen, antwoordSoorten, intrekredenen } from '../../domain/codes.ts';
import { onderzoekId } from '../../domain/kenmerk.ts';
import { leeftijdsmomenten } from '../../domain/leeftijd.ts';
import {
  beginOnderzoek,
  herinner,
  laatVervallen,
  type OnderzoekToestand,
  type VervalReden,
} from '../../domain/onderzoek.ts';
import { beginTraject, type TrajectBegin, type TrajectToestand } from '../../domain/traject.ts';
import { bijBegin, pasTrajectBesluitToe } from '../../domain/trajectBesluit.ts';
import { verwerkMelding } from '../../domain/trajectMelding.ts';
import { verwerkWekker } from '../../domain/trajectWekker.ts';
import { plusMaanden, werkdagenVanaf } from '../../domain/werkdagen.ts';
import { praktijkBerichten } from './praktijkBerichten.ts';
import type { Gebeurt } from './wekker.ts';

/** Thursday 1 May 2025, 10:00 in the Netherlands; ms since the epoch. */
export const aanmeldingTijdstip = Date.UTC(2025, 4, 1, 8);

/** The state in which the traject of a test begins. */
export function begonnenTraject(kenmerk: string, deel: Partial<TrajectBegin> = {}): TrajectToestand {
  const begin = deel.aanmeldingTijdstip ?? aanmeldingTijdstip;
  return beginTraject({
    kenmerk,
    spoor: 'zorglogistiek',
    gemeente: 'den-haag',
    complexiteit: 'gewoon',
    aanmeldingTijdstip: begin,
    schadelijkTijdstip: plusMaanden(begin, schadelijkNaMaanden),
    beleid: standaardBeleid,
    basisUrl: 'http://zorglogistiek.example',
    triageVoorstel: 'bespreking',
    werkdagen: werkdagenVanaf(begin - dag, normWerkdagen),
    sector: 'jeugdhulp',
    elementen: [],
    leeftijd: leeftijdsmomenten('2012-04-23', begin),
    ...deel,
  });
}

/** The state in which an onderzoek of a test begins. */
export function begonnenOnderzoek(kenmerk: string, aanbieder: string): OnderzoekToestand {
  return {
    id: onderzoekId(kenmerk, aanbieder, 1),
    kenmerk,
    trajectId: `traject-${kenmerk}`,
    aanbieder,
    ronde: 1,
    versie: 0,
    status: 'gevraagd',
    gevraagdTijdstip: aanmeldingTijdstip,
    antwoordVoorTijdstip: aanmeldingTijdstip + 14 * dag,
    contactTijdstip: aanmeldingTijdstip,
    herinneringen: 0,
    onbeantwoord: 0,
    werkdagen: [],
    beleid: standaardBeleid,
    basisUrl: 'http://zorglogistiek.example',
    verwerkt: [],
  };
}

function besluiten(): TrajectBesluit[] {
  return [
    { soort: 'triage', codes: { uitkomst: 'bespreking' } },
    ...afwijsredenen.map((reden) => ({ soort: 'triage', codes: { uitkomst: 'afgewezen', reden } }) as const),
    { soort: 'tafeldatum', codes: { tafelDatum: '2025-05-15' } },
    { soort: 'verslag', codes: { aanwezig: ['aanmelder'], aanbieders: ['aanbieder-01'] } },
    { soort: 'verslag', codes: { aanwezig: ['aanmelder'], aanbieders: ['aanbieder-01', 'aanbieder-02'] } },
    { soort: 'keuze', codes: { aanbieders: ['aanbieder-01'], verwachteStartDatum: '2025-06-02' } },
    { soort: 'keuze', codes: { aanbieders: ['aanbieder-01', 'aanbieder-02'], evaluatieDatum: '2025-06-02' } },
    { soort: 'zorgstart', codes: { startDatum: '2025-06-02' } },
    ...intrekredenen.map((reden) => ({ soort: 'intrekking', codes: { reden } }) as const),
    {
      soort: 'stuk',
      codes: { stukId: '00000000-0000-4000-8000-000000000000', stukSoort: 'plan', versie: 1 },
    },
  ];
}

/** The e-mails of every decision, timer and report, each with an occasion of its own. */
export function alleBerichten(kenmerk: string): BerichtOpdracht[] {
  const begin = begonnenTraject(kenmerk);
  const onderzoek = begonnenOnderzoek(kenmerk, 'aanbieder-01');
  const { antwoordVoorTijdstip } = onderzoek;
  const inOnderzoek: TrajectToestand = {
    ...begin,
    fase: 'onderzoek',
    coordinator: 'coordinator-1',
    onderzoeken: {
      [onderzoek.id]: { aanbieder: 'aanbieder-01', ronde: 1, status: 'gevraagd', vastgelopen: false },
    },
  };
  const gekozen: TrajectToestand = { ...begin, fase: 'overbrugging', gekozen: ['aanbieder-01'] };
  const escalatie = (niveau: 1 | 2 | 3): Gebeurt => ({
    soort: 'escalatie',
    niveau,
    gelegenheid: `niveau-${niveau}`,
    tijdstip: begin.ambitieTijdstip,
  });
  const wekkers: [Gebeurt, string | null][] = [
    [{ soort: 'waarschuwing', gelegenheid: 'waarschuwing', tijdstip: 0 }, null],
    [{ soort: 'schadelijk', gelegenheid: 'schadelijk', tijdstip: 0 }, null],
    [escalatie(1), null],
    [escalatie(2), null],
    [escalatie(3), '2025-06-12'],
    [escalatie(3), null],
  ];
  const verval: VervalReden[] = ['ingetrokken', 'andere-aanbieder', 'gekozen'];
  const herinneringen = (['herinnering', 'escalatie'] as const).flatMap((soort) =>
    [aanmeldingTijdstip, antwoordVoorTijdstip - dag].map((antwoordVoor) =>
      herinner(
        { ...onderzoek, antwoordVoorTijdstip: antwoordVoor },
        { soort, nummer: 1, tijdstip: 0, opNorm: true },
        aanmeldingTijdstip,
      ),
    ),
  );
  const gevolgen: ({ berichten: BerichtOpdracht[] } | null)[] = [
    bijBegin(begin),
    ...besluiten().flatMap((besluit) =>
      [begin, gekozen].map((t) => pasTrajectBesluitToe(t, besluit, 'invoer', aanmeldingTijdstip)),
    ),
    ...wekkers.map(([wekker, tafelDatum]) =>
      // The warning goes out only while it can still warn.
      verwerkWekker(
        inOnderzoek,
        wekker,
        begin.ambitieTijdstip + (wekker.soort === 'waarschuwing' ? -dag : 7 * dag),
        tafelDatum,
      ),
    ),
    ...antwoordSoorten.map((antwoord) =>
      verwerkMelding(
        inOnderzoek,
        {
          onderzoekId: onderzoek.id,
          vastgelopen: false,
          antwoord: { invoerId: '00000000-0000-4000-8000-000000000000', codes: { antwoord } },
          gelegenheid: antwoord,
        },
        aanmeldingTijdstip,
      ),
    ),
    beginOnderzoek(onderzoek),
    ...herinneringen,
    ...verval.map((reden) => laatVervallen(onderzoek, reden)),
  ];
  const geweigerd = { id: 'id', soort: 'gekozen', geadresseerde: 'aanbieder-01-contact-1' };
  return [
    ...[...gevolgen, { berichten: [berichtMislukt(geweigerd)].filter((b) => b !== null) }]
      .flatMap((gevolg) => gevolg?.berichten ?? [])
      .map((bericht, i) => ({ ...bericht, gelegenheid: `${bericht.gelegenheid}#${i}` })),
    ...praktijkBerichten(begin, onderzoek, aanmeldingTijdstip),
  ];
}
