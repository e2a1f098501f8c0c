/**
 * The fields of a decision as a form, made from its schema in domain/besluiten.ts: labels, explanations and choices are
 * those of the schema, so a field that is added there stands on the page. Works without JavaScript.
 */
import { createElement as h, type ReactNode } from 'react';
import { z } from 'zod';
import { nederlandseFouten } from '../domain/fouten.ts';
import { codeLabel } from './codeLabels.ts';
import { datumdelen, datumUitDelen, datumveld } from './onderdelen/datumveld.ts';
import type { Formulierfout } from './onderdelen/foutenlijst.ts';
import { keuze } from './onderdelen/keuze.ts';
import { keuzelijst } from './onderdelen/keuzelijst.ts';
import { knop } from './onderdelen/knop.ts';
import { tekstvak } from './onderdelen/tekstvak.ts';
import { tekstveld } from './onderdelen/tekstveld.ts';
import { vinkjes } from './onderdelen/vinkjes.ts';

/** What somebody typed: the name of each input with its value or values. */
export type Getypt = Readonly<Record<string, string | readonly string[]>>;

type Keuzes = Readonly<Record<string, string>>;

/** A decision that can be asked for on a page. */
export interface Formulierbesluit {
  soort: string;
  titel: string;
  inhoud: z.ZodObject;
  /** Choices that the schema does not hold, such as the aanbieders: name of the field → code → label. */
  keuzes: Readonly<Record<string, Keuzes>>;
  /** Fields that the page fills in and nobody sees: name of the field → its values. */
  vast?: Readonly<Record<string, readonly string[]>>;
  /** What stands above a field instead of the explanation of its schema: name of the field → text. */
  uitleg?: Readonly<Record<string, string>>;
}

/** What was typed in the form of one decision, and what is wrong with it. */
export interface Invulling {
  getypt: Getypt;
  fouten: readonly Formulierfout[];
}

type Soort = 'keuze' | 'keuzes' | 'datum' | 'tekst' | 'getal' | 'vink';

/** The name of an input: the fields of more decisions stand on one page. */
const inputnaam = (soort: string, veld: string) => `${soort}.${veld}`;

/** The name of the hidden field with the key that makes sending twice one decision; no decision has that name. */
export const sleutelveld = 'sleutel';

function binnenin(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional ? binnenin(schema.def.innerType) : schema;
}

function soortVan(schema: z.core.$ZodType, veld: string): Soort {
  if (schema instanceof z.ZodEnum) return 'keuze';
  if (schema instanceof z.ZodArray) return 'keuzes';
  if (schema instanceof z.ZodISODate) return 'datum';
  if (schema instanceof z.ZodString) return 'tekst';
  if (schema instanceof z.ZodNumber) return 'getal';
  // A box that may be ticked: `true`, or left out.
  if (schema instanceof z.ZodLiteral) return 'vink';
  throw new Error(`Voor het veld ${veld} bestaat geen invoer op een pagina.`);
}

function codesVan(schema: z.core.$ZodType): Keuzes {
  const opties = schema instanceof z.ZodArray ? schema.element : schema;
  return opties instanceof z.ZodEnum
    ? Object.fromEntries(opties.options.map((code) => [String(code), codeLabel(String(code))]))
    : {};
}

function veldenVan({ soort, inhoud, keuzes, uitleg = {} }: Formulierbesluit) {
  return Object.entries(inhoud.shape).map(([veld, schema]) => {
    const kern = binnenin(schema);
    const meta = { ...z.globalRegistry.get(kern), ...z.globalRegistry.get(schema) };
    return {
      veld,
      naam: inputnaam(soort, veld),
      soort: soortVan(kern, veld),
      label: meta.title ?? veld,
      uitleg: uitleg[veld] ?? meta.description,
      verplicht: !(schema instanceof z.ZodOptional),
      keuzes: keuzes[veld] ?? codesVan(kern),
    };
  });
}

const eerste = (waarde: string | readonly string[] | undefined) =>
  typeof waarde === 'string' ? waarde : waarde?.[0];
const alle = (waarde: string | readonly string[] | undefined) =>
  typeof waarde === 'string' ? [waarde] : (waarde ?? []);
const gevuld = (waarde: string | undefined) =>
  waarde === undefined || waarde.trim() === '' ? undefined : waarde;

function datumdelenUit(getypt: Getypt, naam: string) {
  return Object.fromEntries(datumdelen.map((deel) => [deel, eerste(getypt[`${naam}.${deel}`]) ?? '']));
}

/** What stands in the form of a decision when its fields have these values: as a browser would send them. Not for dates. */
export function alsGetypt(
  { soort }: Pick<Formulierbesluit, 'soort'>,
  velden: Readonly<Record<string, number | true | readonly string[]>>,
): Getypt {
  return Object.fromEntries(
    Object.entries(velden).map(([veld, waarde]) => [
      inputnaam(soort, veld),
      waarde === true ? 'ja' : typeof waarde === 'number' ? String(waarde) : waarde,
    ]),
  );
}

/** The form of a decision, with what was typed in it before. `verborgen` are fields that nobody sees. */
export function besluitformulier(
  besluit: Formulierbesluit,
  actie: string,
  verborgen: Readonly<Record<string, string>>,
  invulling: Invulling = { getypt: {}, fouten: [] },
): ReactNode {
  const { getypt, fouten } = invulling;
  const { soort: besluitsoort, vast = {} } = besluit;
  const ongezien = Object.entries(vast).map(([veld, waarden]) => [inputnaam(besluitsoort, veld), waarden]);
  return h(
    'form',
    { method: 'post', action: actie, noValidate: true, className: 'zl-stapel' },
    verborgenVelden({ ...verborgen, ...Object.fromEntries(ongezien) }),
    veldenVan(besluit)
      .filter(({ veld }) => !(veld in vast))
      .map(({ naam, soort, label, uitleg, verplicht, keuzes }) => {
        const fout = fouten.find((een) => een.naam === naam)?.melding;
        const veld = { naam, label, uitleg, verplicht, fout };
        return h('div', { key: naam }, invoer());

        function invoer(): ReactNode {
          switch (soort) {
            case 'keuze':
              // A radio button cannot be taken back; a list can.
              return (verplicht ? keuze : keuzelijst)({ ...veld, keuzes, waarde: eerste(getypt[naam]) });
            case 'keuzes':
              return vinkjes({ ...veld, keuzes, waarden: alle(getypt[naam]) });
            case 'datum':
              return datumveld({ ...veld, waarde: datumdelenUit(getypt, naam) });
            case 'tekst':
              return tekstvak({ ...veld, waarde: eerste(getypt[naam]) });
            case 'getal':
              return tekstveld({ ...veld, waarde: eerste(getypt[naam]), toetsen: 'numeric' });
            case 'vink':
              return vinkjes({ ...veld, keuzes: { ja: 'Ja' }, waarden: alle(getypt[naam]) });
          }
        }
      }),
    knop('Verstuur'),
  );
}

/** Fields that nobody sees. */
export function verborgenVelden(velden: Getypt): ReactNode {
  return Object.entries(velden).flatMap(([naam, waarden]) =>
    alle(waarden).map((waarde) =>
      h('input', { key: `${naam} ${waarde}`, type: 'hidden', name: naam, value: waarde }),
    ),
  );
}

/** What was typed as its schema takes it, or what is wrong with each field. An input of another form is refused as unknown. */
export function leesBesluitformulier(
  besluit: Formulierbesluit,
  getypt: Getypt,
): { inhoud: Record<string, unknown> } | { fouten: Formulierfout[] } {
  const velden = veldenVan(besluit);
  const bekend = new Set(
    velden.flatMap(({ naam, soort }) =>
      soort === 'datum' ? datumdelen.map((deel) => `${naam}.${deel}`) : [naam],
    ),
  );
  const onbekend = Object.keys(getypt).filter((naam) => naam !== sleutelveld && !bekend.has(naam));
  const ruw = Object.fromEntries([
    ...velden.flatMap(({ veld, naam, soort }) => {
      const waarde = waardeVan(getypt, naam, soort);
      return waarde === undefined ? [] : [[veld, waarde] as const];
    }),
    ...onbekend.map((naam) => [naam, ''] as const),
  ]);
  const gelezen = besluit.inhoud.safeParse(ruw);
  return gelezen.success
    ? { inhoud: gelezen.data }
    : { fouten: formulierfouten(besluit, nederlandseFouten(gelezen.error, besluit.inhoud)) };
}

function waardeVan(getypt: Getypt, naam: string, soort: Soort): unknown {
  if (soort === 'datum') return datumUitDelen(datumdelenUit(getypt, naam));
  if (soort === 'keuzes') {
    const gekozen = alle(getypt[naam]).filter((code) => code !== '');
    return gekozen.length > 0 ? gekozen : undefined;
  }
  if (soort === 'vink') return eerste(getypt[naam]) === 'ja' ? true : undefined;
  if (soort === 'getal') {
    const tekst = gevuld(eerste(getypt[naam]))?.trim();
    // What is no whole number stays text: its schema says what was expected.
    return tekst !== undefined && /^-?\d{1,15}$/.test(tekst) ? Number(tekst) : tekst;
  }
  // A browser sends every line break of a text box as two characters.
  return gevuld(eerste(getypt[naam])?.replaceAll('\r\n', '\n'));
}

/** Errors of a schema, or of a check behind it, under the names that the fields have in the form. */
export function formulierfouten(
  { soort }: Pick<Formulierbesluit, 'soort'>,
  fouten: readonly { veld: string; label: string; melding: string }[],
): Formulierfout[] {
  return fouten.map(({ veld, label, melding }) => ({
    naam: inputnaam(soort, veld.split('.')[0] ?? veld),
    label,
    melding,
  }));
}
