/**
 * What the Temporal UI shows of an uitvraag: Dutch, Markdown, codes only (as domain/beeld.ts of a traject). `Intl` is safe
 * here: summaries and details are no part of what a replay compares.
 */
import { moment } from './kortMoment.ts';
import { responsVan, type UitvraagToestand, type UitvraagWekker } from './uitvraag.ts';
import { peilDatumVan } from './uitvraagCodes.ts';

const kwartaalNamen = ['eerste', 'tweede', 'derde', 'vierde'] as const;
const dag = new Intl.DateTimeFormat('nl-NL', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** What an uitvraag is about: `het tweede kwartaal van 2025`, or `1 april 2022`. */
export function uitvraagOver(code: string): string {
  const peilDatum = peilDatumVan(code);
  if (peilDatum) return dag.format(Date.parse(peilDatum));
  const [jaar, kwartaal = ''] = code.split('-K');
  return `het ${kwartaalNamen[Number(kwartaal) - 1]} kwartaal van ${jaar}`;
}

/** The sentence that stands beside an uitvraag in the Temporal UI. */
export function uitvraagSamenvatting(code: string): string {
  return peilDatumVan(code)
    ? `Extra uitvraag wachttijden, peildatum ${uitvraagOver(code)}`
    : `Uitvraag wachttijden over ${uitvraagOver(code)}`;
}

/** The sentence beside the timer of an uitvraag. */
export function uitvraagwekkerSamenvatting({ soort, tijdstip }: UitvraagWekker): string {
  const wat = {
    herinnering: 'herinnering aan wie nog niet heeft geantwoord',
    sluit: 'de uitvraag sluit en de cijfers liggen vast',
    afgerond: 'de uitvraag wordt afgerond',
  }[soort];
  return `${wat}, ${moment(tijdstip)}`;
}

/** The current details of an uitvraag: where it stands, how many answered, and where one acts. */
export function uitvraagDetails(t: UitvraagToestand): string {
  const [gevraagd, geantwoord] = [t.aanbieders.length, t.geantwoord.length];
  const regels: [string, string][] = [
    ['Status', t.status],
    ['Gevraagd', `${gevraagd} aanbieders`],
    ['Geantwoord', `${geantwoord} (${responsVan(gevraagd, geantwoord)} %)`],
    ['Herinneringen', `${t.herinneringen}`],
    ['Sluit', moment(t.sluitTijdstip)],
    ['Opnieuw gevraagd', `aan ${Object.keys(t.heropend).length} aanbieders`],
  ];
  const tabel = regels.map(([naam, waarde]) => `| **${naam}** | ${waarde} |`).join('\n');
  return `${uitvraagSamenvatting(t.code)}\n\n| | |\n|---|---|\n${tabel}\n\n[Verder met deze uitvraag](${t.basisUrl}/uitvragen/${t.code})`;
}
