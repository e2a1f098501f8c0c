/** Every road that the code knows stands in a recorded history: a new decision without one goes red here, by its name. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createActivities } from '../../activities/index.ts';
import { onderzoekBesluiten, trajectBesluiten } from '../../domain/besluiten.ts';
import { antwoordSoorten, uitkomsten } from '../../domain/codes.ts';
import { doorbraakBesluiten } from '../../domain/doorbraakBesluiten.ts';
import { doorbraakStatussen } from '../../domain/doorbraakCodes.ts';
import { vervalRedenSchema } from '../../domain/onderzoek.ts';
import { overgangen } from '../../domain/overgangen.ts';
import { tafelUpdates } from '../../domain/tafelBesluiten.ts';
import { tafelStatussen } from '../../domain/tafelCodes.ts';
import { triageUitkomsten } from '../../domain/triageCodes.ts';
import { uitvraagBesluiten } from '../../domain/uitvraagBesluiten.ts';
import { uitvraagSoorten, uitvraagStatussen } from '../../domain/uitvraagCodes.ts';
import { begonnenTraject } from '../support/berichten.ts';

const workflows = join(import.meta.dirname, '../../workflows');
const bron = readdirSync(workflows).map((naam) => readFileSync(join(workflows, naam), 'utf8'));

/** What stands in the source of the workflows at the place of the group in `patroon`. */
const inDeBron = (patroon: RegExp): string[] =>
  bron.flatMap((tekst) => [...tekst.matchAll(patroon)].map(([, naam = '']) => naam));

/** The decisions of each workflow type that takes any. */
const besluiten: Record<string, object> = {
  traject: trajectBesluiten,
  aanbiederOnderzoek: onderzoekBesluiten,
  tafelbespreking: tafelUpdates,
  doorbraakReview: doorbraakBesluiten,
  wachttijdUitvraag: uitvraagBesluiten,
};

const overgang = (wat: string, van: string, naar: string) =>
  `${wat} ${van === naar ? 'blijft' : `→ ${naar}`}`;

/** Every road, by kind: from the tables of the domain and the source of the workflows. */
const wegen = {
  workflow: inDeBron(/^export \{ ([\w, ]+) \} from '\.\/\w+\.ts';$/gm).flatMap((namen) => namen.split(', ')),
  'doorgaan als nieuw': inDeBron(/continueAsNew<typeof (\w+)>/g),
  signaal: inDeBron(/defineSignal<\[\w+\]>\('(\w+)'\)/g),
  activiteit: Object.keys(createActivities({} as never)),
  besluit: Object.entries(besluiten).flatMap(([type, tabel]) =>
    Object.keys(tabel).map((soort) => `${type}.${soort}`),
  ),
  'regels van een nieuw traject': [String(begonnenTraject('ZL-2025-0014').regels)],
  'uitkomst van de triage': triageUitkomsten,
  'uitkomst van een traject': uitkomsten,
  overgang: Object.entries(overgangen).flatMap(([van, rij]) =>
    Object.entries(rij).flatMap(([wat, doel]) =>
      (typeof doel === 'object' ? Object.values(doel) : [doel]).map((naar) => overgang(wat, van, naar)),
    ),
  ),
  'antwoord van een aanbieder': antwoordSoorten,
  'reden waarom een onderzoek vervalt': vervalRedenSchema.options,
  'status van een tafel': tafelStatussen,
  'status van een doorbraak': doorbraakStatussen,
  'soort uitvraag': uitvraagSoorten,
  'status van een uitvraag': uitvraagStatussen,
} satisfies Record<string, readonly string[]>;
type Soort = keyof typeof wegen;

interface Lading {
  payloads?: { data?: string }[];
}
// biome-ignore lint/suspicious/noExplicitAny: what a history holds is as wide as everything that workflows are told
const lees = (lading?: Lading): any =>
  JSON.parse(Buffer.from(lading?.payloads?.[0]?.data ?? '', 'base64').toString() || 'null');

/** Which roads the history in a file has taken. */
function genomenIn(bestand: string): [Soort, string][] {
  const { history } = JSON.parse(readFileSync(bestand, 'utf8'));
  const genomen: [Soort, string][] = [];
  let type = '';
  let fase = '';
  for (const event of history.events) {
    const start = event.workflowExecutionStartedEventAttributes;
    const signaal = event.workflowExecutionSignaledEventAttributes;
    const activiteit = event.activityTaskScheduledEventAttributes;
    if (start) {
      type = start.workflowType.name;
      const begin = lees(start.input);
      fase = begin?.fase;
      genomen.push(['workflow', type]);
      if (type === 'traject') genomen.push(['regels van een nieuw traject', String(begin.regels)]);
      if (type === 'wachttijdUitvraag') genomen.push(['soort uitvraag', begin.soort]);
    }
    if (event.workflowExecutionContinuedAsNewEventAttributes) genomen.push(['doorgaan als nieuw', type]);
    if (signaal) {
      genomen.push(['signaal', signaal.signalName]);
      if (signaal.signalName === 'laatVervallen')
        genomen.push(['reden waarom een onderzoek vervalt', lees(signaal.input)]);
    }
    if (activiteit) {
      genomen.push(['activiteit', activiteit.activityType.name]);
      const { invoer, gebeurtenis, traject, tafel, kop, stand } = lees(activiteit.input) ?? {};
      // Taken and stored: an update that was refused in its turn is no road.
      const besluit = invoer && `${type}.${invoer.soort}`;
      if (besluit) genomen.push(['besluit', besluit]);
      if (besluit === 'traject.triage') genomen.push(['uitkomst van de triage', invoer.codes.uitkomst]);
      if (besluit === 'aanbiederOnderzoek.antwoord')
        genomen.push(['antwoord van een aanbieder', invoer.codes.antwoord]);
      if (traject) {
        const wat = gebeurtenis.codes.terugNaarTafel ? 'terug-naar-tafel' : gebeurtenis.soort;
        genomen.push(['overgang', overgang(wat, fase, traject.fase)]);
        if (traject.uitkomst) genomen.push(['uitkomst van een traject', traject.uitkomst]);
        fase = traject.fase;
      }
      if (tafel) genomen.push(['status van een tafel', tafel.status]);
      if (kop) genomen.push(['status van een doorbraak', kop.status]);
      if (stand) genomen.push(['status van een uitvraag', stand.status]);
    }
  }
  return genomen;
}

const map = join(import.meta.dirname, 'histories');
const opgenomen = readdirSync(map).flatMap((naam) => genomenIn(join(map, naam)));

describe('van iedere weg is een geschiedenis opgenomen', () => {
  it.each(Object.keys(wegen) as Soort[])('%s', (soort) => {
    const gezien = new Set(opgenomen.flatMap(([van, weg]) => (van === soort ? weg : [])));
    const gemist = [...new Set<string>(wegen[soort])].filter((weg) => !gezien.has(weg));
    expect(wegen[soort].length).toBeGreaterThan(0);
    expect(
      gemist,
      `Niet opgenomen (${soort}): ${gemist.join(', ')}. Zet een verhaal hiervan in test/replay/opnemen.opname.ts en neem het op met npm run opnemen.`,
    ).toEqual([]);
  });

  it('en geen signaal en geen workflow ontsnapt aan hoe de bron hier wordt gelezen', () => {
    expect(wegen.signaal).toHaveLength(inDeBron(/(defineSignal)[<(]/g).length);
    expect(wegen['doorgaan als nieuw']).toHaveLength(inDeBron(/(continueAsNew)[<(]/g).length);
    expect(inDeBron(/^export \{ ([\w, ]+) \} from '\.\/\w+\.ts';$/gm)).toHaveLength(
      readFileSync(join(workflows, 'index.ts'), 'utf8').trim().split('\n').length,
    );
  });
});
