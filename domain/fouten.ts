/**
 * What a reader is told about input that does not fit: Dutch (B1), per field, with what to do about it.
 * Loading this file gives zod its Dutch messages for the whole process; a message that stands in a schema goes first.
 */
import { z } from 'zod';
import { nl } from 'zod/locales';

/** One field that does not fit: its path (`jeugdige.bsn`), its Dutch label and what to do about it. */
export interface Veldfout {
  veld: string;
  label: string;
  melding: string;
}

const soortInWoorden: Readonly<Record<string, string>> = {
  string: 'Vul hier tekst in.',
  boolean: 'Vul hier ja (true) of nee (false) in.',
  number: 'Vul hier een getal in.',
  int: 'Vul hier een heel getal in.',
  array: 'Vul hier een lijst in.',
  object: 'Vul hier een groep velden in (een JSON-object).',
};

/** How a size reads; `grens` is a number of characters, items or, for a number, the value itself. */
function grensInWoorden(
  origin: string,
  bijwoord: 'ten minste' | 'hoogstens',
  grens: number | bigint,
): string {
  if (origin === 'string') return `Gebruik ${bijwoord} ${grens.toLocaleString('nl-NL')} tekens.`;
  if (origin === 'array') return `Geef ${bijwoord} ${grens} in de lijst.`;
  return `Vul een getal in van ${bijwoord} ${grens}.`;
}

function melding(issue: z.core.$ZodRawIssue): string | undefined {
  const ontbreekt = issue.input === undefined ? 'Dit veld ontbreekt. ' : '';
  switch (issue.code) {
    case 'invalid_type':
      return ontbreekt ? `${ontbreekt}Vul het in.` : soortInWoorden[issue.expected];
    case 'invalid_value':
      return `${ontbreekt}Kies ${issue.values.length === 1 ? 'deze waarde' : 'één van'}: ${issue.values.join(', ')}.`;
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1
        ? 'Dit veld is leeg. Vul het in.'
        : grensInWoorden(issue.origin, 'ten minste', issue.minimum);
    case 'too_big':
      return grensInWoorden(issue.origin, 'hoogstens', issue.maximum);
    case 'invalid_union':
      if (Array.isArray(issue.options)) return `Kies één van: ${issue.options.join(', ')}.`;
      return `${ontbreekt}Deze waarde past hier niet. Kijk in de beschrijving van dit veld wat hier mag staan.`;
    case 'invalid_format':
      return 'Deze tekst heeft niet de juiste vorm. Kijk in de beschrijving van dit veld naar een voorbeeld.';
    default:
      return undefined;
  }
}

z.config({ ...nl(), customError: melding });

function stap(schema: z.core.$ZodType | undefined, deel: PropertyKey): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodObject) {
    const velden: Readonly<Record<PropertyKey, z.core.$ZodType>> = schema.shape;
    return Object.hasOwn(velden, deel) ? velden[deel] : undefined;
  }
  if (schema instanceof z.ZodArray) return schema.element;
  if (schema instanceof z.ZodUnion) {
    for (const optie of schema.options) {
      const gevonden = stap(optie, deel);
      if (gevonden) return gevonden;
    }
    return undefined;
  }
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return stap(schema.unwrap(), deel);
  }
  return undefined;
}

/** The schema of the field at a path in a schema; undefined when the schema does not know it. */
export function schemaVan(pad: readonly PropertyKey[], schema: z.core.$ZodType): z.core.$ZodType | undefined {
  return pad.reduce<z.core.$ZodType | undefined>(stap, schema);
}

/**
 * The Dutch label (`meta.title`) of the field at a path in a schema; an item of a list has the label of its list.
 * A field without a label, or that the schema does not know, is called by its own name.
 */
export function labelVan(pad: readonly PropertyKey[], schema: z.core.$ZodType): string {
  let plaats: z.core.$ZodType | undefined = schema;
  let label = z.globalRegistry.get(schema)?.title ?? '';
  for (const deel of pad) {
    plaats = stap(plaats, deel);
    const titel = titelVan(plaats);
    label = titel ?? (typeof deel === 'number' ? label : String(deel));
  }
  return label;
}

const onbekendVeld = 'Dit veld kennen wij niet. Haal het weg, of kijk of de naam goed is geschreven.';

/** The label of a schema; one that may be left out has the label of what it holds. */
function titelVan(plaats: z.core.$ZodType | undefined): string | undefined {
  if (!plaats) return undefined;
  const eigen = z.globalRegistry.get(plaats)?.title;
  return eigen ?? (plaats instanceof z.ZodOptional ? titelVan(plaats.def.innerType) : undefined);
}

/**
 * The failing fields of a refused input, one entry per field and message, in the order of the schema's checks.
 * `schema` is the one that refused: its labels are used. Each unknown field is an entry of its own. The values that
 * were sent are never repeated.
 */
export function nederlandseFouten(
  error: Pick<z.core.$ZodError, 'issues'>,
  schema: z.core.$ZodType,
): Veldfout[] {
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((sleutel) => veldfout([...issue.path, sleutel], onbekendVeld, schema))
      : [veldfout(issue.path, issue.message, schema)],
  );
}

/** One failing field at a path in a schema, with its label. */
export function veldfout(pad: readonly PropertyKey[], melding: string, schema: z.core.$ZodType): Veldfout {
  return { veld: pad.map(String).join('.'), label: labelVan(pad, schema), melding };
}
