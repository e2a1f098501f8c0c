/**
 * Woonplaatsbeginsel: which gemeente answers for the jeugdige. For verblijf that is the gemeente where the jeugdige
 * had a home address in the BRP just before the verblijf (regiovisie-monitor-2022, "Woonplaatsbeginsel").
 */
import { type CodeVan, keuzeUit } from './keuzelijst.ts';

/** The ten gemeenten of the jeugdhulpregio Haaglanden, code → name (domein, "Intake / triage"). */
export const gemeenten = {
  delft: 'Delft',
  'den-haag': 'Den Haag',
  'leidschendam-voorburg': 'Leidschendam-Voorburg',
  'midden-delfland': 'Midden-Delfland',
  'pijnacker-nootdorp': 'Pijnacker-Nootdorp',
  rijswijk: 'Rijswijk',
  voorschoten: 'Voorschoten',
  wassenaar: 'Wassenaar',
  westland: 'Westland',
  zoetermeer: 'Zoetermeer',
} as const;

/** The choices of the form: the ten, and one code for every gemeente elsewhere. */
export const gemeenteKeuzes = {
  ...gemeenten,
  'buiten-haaglanden': 'Een gemeente buiten Haaglanden',
} as const;

export type GemeenteCode = CodeVan<typeof gemeenteKeuzes>;

/** One of the ten gemeenten, or `buiten-haaglanden`. */
export const gemeenteSchema = keuzeUit(gemeenteKeuzes);

/** Whether the gemeente with this code is one of the ten of Haaglanden. */
export function isHaaglanden(code: GemeenteCode): code is CodeVan<typeof gemeenten> {
  return Object.hasOwn(gemeenten, code);
}

/**
 * What the aanmelder reads when another region answers for the jeugdige: the aanmelding is taken in as a case to
 * refer, since Zorglogistiek works for the woonplaatsbeginsel in Haaglanden only (halfjaarverslag-zorglogistiek-2025,
 * "wat doet de Zorglogistiek").
 */
export function meldingBuitenHaaglanden(gemeenteNaam: string): string {
  return `${gemeenteNaam} hoort niet bij de jeugdhulpregio Haaglanden. Zorglogistiek zoekt alleen een plek voor een jeugdige voor wie een gemeente in Haaglanden verantwoordelijk is. Wij nemen uw aanmelding aan en een coördinator verwijst u door naar de regio die wel kan helpen.`;
}
