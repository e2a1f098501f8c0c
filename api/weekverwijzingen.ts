/** Where the page of the week leads: to the lists in the Temporal UI, and to each traject by its kenmerk. */
import type { WachtSoort } from '../domain/codes.ts';
import { trajectWorkflowId } from '../domain/kenmerk.ts';
import type { Rapport } from '../domain/rapport/rapport.ts';
import { beheerViews, vastgelopenView, viewAdres, workflowAdres } from '../domain/zoekattributen.ts';
import type { Omgeving } from './omgeving.ts';

/** The list of each figure that there is one of. */
const lijstVan: Readonly<Record<string, (typeof beheerViews)[number]['naam']>> = {
  vastgelopen: 'Vastgelopen',
  teLaat: 'Te laat',
  schadelijk: 'Schadelijk wachtend',
  opgeschort: 'Opgeschort',
};

/**
 * The addresses for the page of a report, by the code of a figure or by table and row. Without a Temporal UI a traject leads to its own
 * page; other reports than that of the week name no traject, and lead nowhere.
 */
export function weekverwijzingen(
  { soort, cijfers, tabellen }: Rapport,
  { instellingen: { ZL_TEMPORAL_UI_URL: ui }, temporal }: Pick<Omgeving, 'instellingen' | 'temporal'>,
): Record<string, string> {
  if (soort !== 'week') return {};
  const { namespace } = temporal.options;
  const naarTraject = (kenmerk: string) =>
    ui ? workflowAdres(ui, namespace, trajectWorkflowId(kenmerk)) : `/trajecten/${kenmerk}`;
  const trajecten = tabellen
    .filter(({ eenheid }) => eenheid === 'dagen')
    .flatMap(({ code, rijen }) => rijen.map((rij) => [`${code}/${rij.code}`, naarTraject(rij.code)]));
  if (!ui) return Object.fromEntries(trajecten);
  const lijsten = cijfers.flatMap(({ code }) => {
    const view = beheerViews.find(({ naam }) => naam === lijstVan[code]);
    return view ? [[code, viewAdres(ui, namespace, view)]] : [];
  });
  const redenen = tabellen
    .filter(({ code }) => code === 'redenen')
    .flatMap(({ code, rijen }) =>
      rijen.map((rij) => [
        `${code}/${rij.code}`,
        viewAdres(ui, namespace, vastgelopenView(rij.code as WachtSoort)),
      ]),
    );
  return Object.fromEntries([...trajecten, ...lijsten, ...redenen]);
}
