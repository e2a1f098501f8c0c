/** What the Temporal UI shows of a doorbraak: Dutch, Markdown, codes only (as domain/beeld.ts of a traject). */
import {
  type DoorbraakToestand,
  type DoorbraakWekker,
  metOpenAfspraak,
  teBespreken,
  zonderAfspraak,
  zonderLacune,
} from './doorbraak.ts';
import { doorbraakgroepen, periodeInWoorden } from './doorbraakCodes.ts';
import { moment } from './kortMoment.ts';

/** The sentence that stands beside a doorbraak in the Temporal UI: `Doorbraak van het derde kwartaal van 2025`. */
export function doorbraakSamenvatting(periode: string): string {
  return `Doorbraak van ${periodeInWoorden(periode)}`;
}

/** The sentence beside the timer of a doorbraak. */
export function doorbraakwekkerSamenvatting(wekker: DoorbraakWekker): string {
  const over = 'kenmerk' in wekker ? ` over ${wekker.kenmerk}` : '';
  const wat = {
    herinnering: `herinnering aan de afspraak${over}`,
    escalatie: `bericht aan de manager over de afspraak${over}`,
    verval: `verval van de afspraak${over}`,
    sluitherinnering: 'herinnering dat de doorbraak nog open is',
    sluitescalatie: 'bericht aan de manager dat de doorbraak nog open is',
    sluiting: 'vanzelf sluiten van de doorbraak',
  }[wekker.soort];
  return `${wat}, ${moment(wekker.tijdstip)}`;
}

/** In characters; the details stay under 2 KB however many cases there are. */
const langsteLijst = 400;

function lijst(kenmerken: readonly string[]): string {
  const tekst = kenmerken.join(', ');
  return tekst.length > langsteLijst ? `${kenmerken.length} trajecten` : tekst || 'geen';
}

/** The current details of a doorbraak: where it stands, how many cases per group, what is not agreed, and where one acts. */
export function doorbraakDetails(t: DoorbraakToestand): string {
  const zaken = teBespreken(t);
  const regels: [string, string][] = [
    ['Status', t.status],
    ['Peildatum', t.peilDatum],
    ['Bespreking', t.besprekingDatum],
    ['Zaken', `${zaken.length}, apart genoemd ${t.zaken.length - zaken.length}`],
  ];
  for (const [groep, naam] of Object.entries(doorbraakgroepen)) {
    const aantal = zaken.filter((zaak) => zaak.groep === groep).length;
    if (aantal > 0) regels.push([naam, String(aantal)]);
  }
  const eerder = zaken.filter(({ overVan }) => overVan).map(({ kenmerk }) => kenmerk);
  const over = zaken.filter(({ overNaar }) => overNaar).map(({ kenmerk }) => kenmerk);
  if (eerder.length > 0) regels.push(['Bleef over van een eerdere doorbraak', lijst(eerder)]);
  if (over.length > 0) regels.push(['Overgegaan naar de volgende doorbraak', lijst(over)]);
  if (t.status === 'open') {
    regels.push(['Nog zonder afspraak', lijst(zonderAfspraak(t))]);
    if (t.vraagtLacune) regels.push(['Nog niet gezegd wat ontbreekt', lijst(zonderLacune(t))]);
  }
  regels.push(['Afspraken die lopen', lijst(metOpenAfspraak(t))]);
  const tabel = regels.map(([naam, waarde]) => `| **${naam}** | ${waarde} |`).join('\n');
  return `${doorbraakSamenvatting(t.periode)}\n\n| | |\n|---|---|\n${tabel}\n\n[Verder met deze doorbraak](${t.basisUrl}/doorbraken/${t.periode})`;
}
