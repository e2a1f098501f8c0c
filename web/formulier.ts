/**
 * A form on top of a zod schema: labels and explanations come from the schema, what was typed becomes the input that the
 * schema takes, and what the schema says of it comes back beside the field.
 */
import type { ReactNode } from 'react';
import { z } from 'zod';
import { labelVan, nederlandseFouten, schemaVan, type Veldfout } from '../domain/fouten.ts';
import { keuzesInWoorden } from '../domain/keuzelijst.ts';
import { type Datumdelen, datumdelen, datumUitDelen, datumveld } from './onderdelen/datumveld.ts';
import type { Formulierfout } from './onderdelen/foutenlijst.ts';
import { keuze } from './onderdelen/keuze.ts';
import { keuzelijst } from './onderdelen/keuzelijst.ts';
import { tekstvak } from './onderdelen/tekstvak.ts';
import { type Tekstveld, tekstveld } from './onderdelen/tekstveld.ts';
import type { Veld } from './onderdelen/veld.ts';
import { vinkjes } from './onderdelen/vinkjes.ts';

type Keuzes = Readonly<Record<string, string>>;

/** A field of a form: where its value stands in the input (`jeugdige.naam`, also its name), and how it is asked. */
export type Formulierveld = { pad: string; uitleg?: string } & (
  | ({ soort: 'regel' } & Pick<Tekstveld, 'autocomplete' | 'toetsen'>)
  | { soort: 'verhaal' }
  /** A list of texts, one on each line. */
  | { soort: 'regels' }
  | { soort: 'keuze' | 'keuzelijst'; keuzes: Keuzes }
  | { soort: 'jaNee' }
  /** One box: `true` when it is ticked, else left out. */
  | { soort: 'vink'; tekst: string }
  | { soort: 'datum' }
);

/** What was typed: the name of each input with its text, exactly as it came. */
export type Getypt = Readonly<Record<string, string>>;

const jaNee: Keuzes = { ja: 'Ja', nee: 'Nee' };

/** The names under which a field is sent. */
function namenVan({ pad, soort }: Formulierveld): string[] {
  return soort === 'datum' ? datumdelen.map((deel) => `${pad}.${deel}`) : [pad];
}

/**
 * What was typed in the fields of a form, from a body as a form parser gives it. `vreemd` holds the names that the form
 * does not have, or that were sent more than once.
 */
export function leesGetypt(
  body: unknown,
  velden: readonly Formulierveld[],
  verborgen: readonly string[] = [],
): { getypt: Getypt; vreemd: string[] } {
  const namen = new Set([...velden.flatMap(namenVan), ...verborgen]);
  const inzendingen = Object.entries((body ?? {}) as Record<string, unknown>);
  const isGoed = ([naam, waarde]: [string, unknown]) => namen.has(naam) && typeof waarde === 'string';
  return {
    // A browser sends every line break as CR LF.
    getypt: Object.fromEntries(
      inzendingen.filter(isGoed).map(([naam, waarde]) => [naam, String(waarde).replaceAll('\r\n', '\n')]),
    ),
    vreemd: inzendingen.filter((inzending) => !isGoed(inzending)).map(([naam]) => naam),
  };
}

function delenVan(pad: string, getypt: Getypt): Datumdelen {
  return Object.fromEntries(datumdelen.map((deel) => [deel, getypt[`${pad}.${deel}`] ?? '']));
}

/** The value of one field as a schema takes it; undefined when it was left empty. */
function waardeVan(veld: Formulierveld, getypt: Getypt): unknown {
  const tekst = getypt[veld.pad] ?? '';
  switch (veld.soort) {
    case 'datum':
      return datumUitDelen(delenVan(veld.pad, getypt));
    case 'regels':
      return tekst.split('\n').filter((regel) => regel.trim() !== '');
    case 'jaNee':
      return tekst === 'ja' ? true : tekst === 'nee' ? false : tekst || undefined;
    case 'vink':
      return tekst === 'ja' ? true : tekst || undefined;
    default:
      return tekst === '' ? undefined : tekst;
  }
}

/**
 * The input that the fields make together, groups nested as their paths say. What was left empty is left out; its group
 * is there all the same, so that a schema names every field in it.
 */
export function naarInvoer(velden: readonly Formulierveld[], getypt: Getypt): Record<string, unknown> {
  const invoer: Record<string, unknown> = {};
  for (const veld of velden) {
    const waarde = waardeVan(veld, getypt);
    const pad = veld.pad.split('.');
    const laatste = pad.pop() ?? '';
    let groep = invoer;
    for (const deel of pad) {
      groep[deel] ??= {};
      groep = groep[deel] as Record<string, unknown>;
    }
    if (waarde !== undefined) groep[laatste] = waarde;
  }
  return invoer;
}

/** What a person at a form reads, where the words for a caller of the API would be of no use. */
const foutenBijVelden: z.core.$ZodErrorMap = ({ code, input, expected }) => {
  if (code === 'invalid_value') return 'Maak een keuze.';
  if (code === 'invalid_type' && input === undefined)
    return expected === 'boolean' ? 'Kies ja of nee.' : 'Dit veld is leeg. Vul het in.';
  return undefined;
};

/** Holds an input made by {@link naarInvoer} against its schema: the value as the schema leaves it, or what is wrong with it. */
export function toets<S extends z.ZodType>(
  schema: S,
  velden: readonly Formulierveld[],
  invoer: unknown,
): { waarde: z.output<S>; fouten?: never } | { fouten: Veldfout[] } {
  const gelezen = schema.safeParse(invoer, { error: foutenBijVelden });
  if (gelezen.success) return { waarde: gelezen.data };
  const datums = new Set(velden.filter(({ soort }) => soort === 'datum').map(({ pad }) => pad));
  return {
    fouten: nederlandseFouten(gelezen.error, schema).map((fout) =>
      datums.has(fout.veld)
        ? { ...fout, melding: 'Vul een dag, een maand en een jaar in die bestaan, bijvoorbeeld 23 4 2012.' }
        : fout,
    ),
  };
}

/** Each error at its field, in the order of the form; what belongs to no field stays without one. One error a field. */
export function bijVelden(fouten: readonly Veldfout[], velden: readonly Formulierveld[]): Formulierfout[] {
  const plaats = ({ veld }: Veldfout) =>
    velden.findIndex(({ pad }) => veld === pad || veld.startsWith(`${pad}.`));
  const gezien = new Set<string>();
  return fouten
    .map((fout) => ({ fout, plaats: plaats(fout) }))
    .sort((a, b) => a.plaats - b.plaats)
    .flatMap(({ fout: { label, melding, veld }, plaats: nummer }) => {
      const naam = velden[nummer]?.pad;
      if (gezien.has(naam ?? veld)) return [];
      gezien.add(naam ?? veld);
      return [{ ...(naam !== undefined && { naam }), label, melding }];
    });
}

/** The explanation of a field from its schema, without the codes that a form shows as choices. */
function uitlegVan(veld: Formulierveld, schema: z.core.$ZodType | undefined): string | undefined {
  if (veld.uitleg !== undefined) return veld.uitleg;
  const uitleg = schema && z.globalRegistry.get(schema)?.description;
  return 'keuzes' in veld ? uitleg?.replace(keuzesInWoorden(veld.keuzes), '').trim() || undefined : uitleg;
}

/** One field of a form, with what was typed and what is wrong with it. */
export function tekenVeld(
  veld: Formulierveld,
  schema: z.core.$ZodType,
  getypt: Getypt,
  fouten: readonly Formulierfout[],
): ReactNode {
  const pad = veld.pad.split('.');
  const eigen = schemaVan(pad, schema);
  const gemeen: Veld = {
    naam: veld.pad,
    label: labelVan(pad, schema),
    uitleg: uitlegVan(veld, eigen),
    fout: fouten.find(({ naam }) => naam === veld.pad)?.melding,
    // An empty list, and a box without a tick, are answers too.
    verplicht: veld.soort === 'vink' || (veld.soort !== 'regels' && !(eigen instanceof z.ZodOptional)),
  };
  const waarde = getypt[veld.pad];
  switch (veld.soort) {
    case 'regel':
      return tekstveld({ ...gemeen, waarde, autocomplete: veld.autocomplete, toetsen: veld.toetsen });
    case 'verhaal':
    case 'regels':
      return tekstvak({ ...gemeen, waarde });
    case 'keuze':
      return keuze({ ...gemeen, waarde, keuzes: veld.keuzes });
    case 'keuzelijst':
      return keuzelijst({ ...gemeen, waarde, keuzes: veld.keuzes });
    case 'jaNee':
      return keuze({ ...gemeen, waarde, keuzes: jaNee });
    case 'vink':
      return vinkjes({
        ...gemeen,
        keuzes: { ja: veld.tekst },
        waarden: waarde === undefined ? [] : [waarde],
      });
    case 'datum':
      return datumveld({ ...gemeen, waarde: delenVan(veld.pad, getypt) });
  }
}
