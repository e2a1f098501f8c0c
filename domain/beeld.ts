/** What the Temporal UI shows of a workflow: Dutch, Markdown, codes only. */
import type { WachtSoort } from './codes.ts';
import { moment } from './kortMoment.ts';
import type { OnderzoekToestand, OnderzoekWekker } from './onderzoek.ts';
import { signalenVan } from './signalen.ts';
import { doorbrakenVan, openAanbieders, type TrajectToestand, wachtredenOntbreekt } from './traject.ts';
import type { TrajectWekker } from './trajectWekker.ts';
import { achttienGeworden, redenenVan, vastgelopenVan } from './wachten.ts';
import { wachtNamen, wachtTaken, wieNamen } from './wachtNamen.ts';

const wachtOpNamen: Record<TrajectToestand['wachtOp'], string> = {
  aanmelder: 'de aanmelder',
  coordinator: 'de coördinator',
  tafel: 'de tafelbespreking',
  aanbieder: 'aanbieders',
  zorgstart: 'de start van de zorg',
  niemand: 'niemand',
};

/** The sentence that stands beside a traject in the Temporal UI. */
export function trajectSamenvatting(t: TrajectToestand): string {
  return `Traject ${t.kenmerk}, ${t.gemeente}`;
}

/** The sentence that stands beside an onderzoek in the Temporal UI. */
export function onderzoekSamenvatting(o: OnderzoekToestand): string {
  return `Onderzoek door ${o.aanbieder} voor ${o.kenmerk}, ronde ${o.ronde}`;
}

/** In characters. The server refuses a whole workflow task of which a sentence is longer than 400 bytes. */
const langsteLijst = 80;

/** What lasts too long, and on which codes that waits (with a space between), where the reason does not tell enough. */
function watVastzit(reden: WachtSoort, wie: string | undefined): string {
  if (!wie) return wachtNamen[reden];
  const codes = wie.split(' ');
  const namen = wieNamen(codes);
  return `${wachtNamen[reden]} (${namen.length > langsteLijst ? `${codes.length} aanbieders` : namen})`;
}

/** The sentence beside the timer of a traject: what happens at which moment when nobody acts before it. */
export function wekkerSamenvatting(wekker: TrajectWekker): string {
  switch (wekker.soort) {
    case 'waarschuwing':
      return `waarschuwing: ambitie nadert, ${moment(wekker.tijdstip)}`;
    case 'escalatie':
      return `te laat: escalatie niveau ${wekker.niveau}, ${moment(wekker.tijdstip)}`;
    case 'schadelijk':
      return `drie maanden wachten, ${moment(wekker.tijdstip)}`;
    case 'kalender':
      return `nieuwe werkdagen ophalen, ${moment(wekker.tijdstip)}`;
    case 'herinnering':
      return `herinnering ${wekker.nummer}: ${wachtTaken[wekker.wacht.soort]}, ${moment(wekker.tijdstip)}`;
    case 'norm':
      return `vastgelopen vanaf ${moment(wekker.tijdstip)}: ${watVastzit(wekker.wacht.soort, wekker.wacht.wie)}`;
    case 'norm-manager':
      return `bericht aan de manager op ${moment(wekker.tijdstip)}: ${watVastzit(wekker.wacht.soort, wekker.wacht.wie)}`;
    case 'zorgstart-uitgebleven':
      return `terug naar de tafel als de zorg niet start, ${moment(wekker.tijdstip)}`;
    case 'zeven':
      return `opnieuw wegen: geen jong kind meer, ${moment(wekker.tijdstip)}`;
    case 'achttien':
      return wekker.stand === achttienGeworden
        ? `de jeugdige wordt 18, ${moment(wekker.tijdstip)}`
        : `waarschuwing: de jeugdige wordt over ${wekker.stand === 1 ? 6 : 3} maanden 18, ${moment(wekker.tijdstip)}`;
  }
}

/** The sentence beside the timer of an onderzoek: `herinnering 2 aan aanbieder-03, 5 juni 09:00`. */
export function herinneringSamenvatting(o: OnderzoekToestand, wekker: OnderzoekWekker): string {
  const aan =
    wekker.soort === 'escalatie' ? `het contact achter het contact van ${o.aanbieder}` : o.aanbieder;
  return `herinnering ${wekker.nummer} aan ${aan}, ${moment(wekker.tijdstip)}`;
}

function tabel(regels: [string, string][]): string {
  return ['| | |', '|---|---|', ...regels.map(([naam, waarde]) => `| **${naam}** | ${waarde} |`)].join('\n');
}

/** The current details of a traject: where it stands, on whom it waits, since when, and where one acts. */
export function trajectDetails(t: TrajectToestand): string {
  const regels: [string, string][] = [
    ['Fase', t.fase],
    ['Wacht op', `${wachtOpNamen[t.wachtOp]}, sinds ${moment(t.wachtSinds)}`],
    ['Ambitie', `${moment(t.ambitieTijdstip)} (${t.complexiteit})`],
  ];
  if (t.spoor !== 'zorglogistiek') regels.splice(1, 0, ['Team', t.spoor]);
  // One line per reason, however many aanbieders: the details stay short.
  const vastgelopen = vastgelopenVan(t);
  for (const reden of redenenVan(t)) {
    const van = vastgelopen.filter((een) => een.reden === reden);
    const wie = [...new Set(van.flatMap((een) => een.wie ?? []))].join(' ');
    const sinds = Math.min(...van.map(({ sindsTijdstip }) => sindsTijdstip));
    regels.push(['Vastgelopen', `${watVastzit(reden, wie)}, sinds ${moment(sinds)}`]);
  }
  if (t.opgeschort)
    regels.push(['Opgeschort', `${t.opgeschort.reden}, bekijken op ${t.opgeschort.evaluatieDatum}`]);
  if (t.wachtkeuze) regels.push(['Wachten is een keuze', t.wachtkeuze.reden]);
  for (const { id, sindsTijdstip } of doorbrakenVan(t))
    regels.push(['Doorbraak', `${id}, sinds ${moment(sindsTijdstip)}`]);
  if (t.weging) regels.push(['Weging', `${t.weging.besluit} (afwegingskader ${t.weging.versie})`]);
  if (t.advies) regels.push(['Advies', t.advies]);
  const open = openAanbieders(t);
  if (open.length > 0) regels.push(['Nog geen antwoord van', open.join(', ')]);
  if (t.tafelDatum) regels.push(['Tafel', t.tafelDatum]);
  if (t.gekozen.length > 0) regels.push(['Gekozen', t.gekozen.join(', ')]);
  const signalen = signalenVan(t);
  if (signalen.length > 0) regels.push(['Signaal', signalen.join(', ')]);
  if (t.wachtreden) regels.push(['Wachtreden', t.wachtreden]);
  if (wachtredenOntbreekt(t)) regels.push(['Ontbreekt', 'de wachtreden: leg die eerst vast']);
  if (t.uitkomst) regels.push(['Uitkomst', t.uitkomst]);
  return `${trajectSamenvatting(t)}\n\n${tabel(regels)}\n\n[Verder met ${t.kenmerk}](${t.basisUrl}/trajecten/${t.kenmerk})`;
}

/** The current details of an onderzoek. */
export function onderzoekDetails(o: OnderzoekToestand): string {
  const regels: [string, string][] = [
    ['Aanbieder', o.aanbieder],
    ['Status', o.status],
    ['Antwoord gevraagd voor', moment(o.antwoordVoorTijdstip)],
    ['Laatste bericht van de aanbieder', o.bevestigdTijdstip ? moment(o.contactTijdstip) : 'nog geen'],
    ['Herinneringen', `${o.herinneringen}, waarvan ${o.onbeantwoord} zonder reactie`],
  ];
  if (o.antwoord) regels.push(['Antwoord', o.antwoord.antwoord]);
  return `${onderzoekSamenvatting(o)}\n\n${tabel(regels)}\n\n[Verder met dit onderzoek](${o.basisUrl}/onderzoeken/${o.id})`;
}
