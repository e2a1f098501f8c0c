/** The fictional persons of a scenario: the aanmelding of a case, with everything that its file does not tell. */
import { readFile } from 'node:fs/promises';
import type { Aanmelding } from '../../domain/aanmelding.ts';
import { isBsn } from '../../domain/bsn.ts';
import type { Spoor } from '../../domain/codes.ts';
import { datumInNederland, plusMaanden } from '../../domain/werkdagen.ts';
import type { Geval } from './schema.ts';

const voorbeeld = new URL('../../voorbeelden/website-behandelgroep-jeugdhulp.json', import.meta.url);

/** Numbers from here on are for tests: nobody has one. */
const eersteTestnummer = 999_990_000;
/** Months since the last birthday: nobody has a birthday while a traject begins. */
const naVerjaardag = 3;

/** The `nummer`-th BSN for tests, from 1. @throws RangeError above some nine hundred: then there is none any more. */
export function testBsn(nummer: number): string {
  let nog = nummer;
  for (let bsn = eersteTestnummer; bsn <= 999_999_999; bsn += 1) {
    if (isBsn(String(bsn))) nog -= 1;
    if (nog === 0) return String(bsn);
  }
  throw new RangeError(`er is geen testnummer ${nummer}`);
}

const organisaties: Readonly<
  Record<
    Geval['aanmelder'],
    { organisatie: string; maatregel: Aanmelding['jeugdige']['maatregel']; gi?: Aanmelding['jeugdige']['gi'] }
  >
> = {
  'jeugdbescherming-west': {
    organisatie: 'Jeugdbescherming west',
    maatregel: 'ots',
    gi: 'jeugdbescherming-west',
  },
  'andere-gi': { organisatie: 'William Schrikker Stichting', maatregel: 'voogdij', gi: 'william-schrikker' },
  jeugdteam: { organisatie: 'Jeugdteam Voorbeeldwijk', maatregel: 'geen' },
  anders: { organisatie: 'Praktijk Voorbeeld', maatregel: 'geen' },
};

/** The road by which an aanmelder could have gone directly: it has asked nobody yet. */
const nogNiemandGevraagd: ReadonlySet<Geval['weg']['soort']> = new Set(['zorgbemiddeling']);

/**
 * The aanmelding of the `nummer`-th case (from 1) that comes in at `moment`, ms since the epoch; with a `spoor` at that team, else the
 * aanmelder names none.
 */
export async function maakAanmelding(
  geval: Geval,
  nummer: number,
  moment: number,
  spoor?: Spoor,
): Promise<Aanmelding> {
  const { gemeente, verblijfplaats, leeftijd, complexiteit, weg } = geval;
  const { organisatie, ...maatregel } = organisaties[geval.aanmelder];
  const basis: Aanmelding = JSON.parse(await readFile(voorbeeld, 'utf8'));
  return {
    ...basis,
    ...(spoor ? { spoor } : {}),
    aanmelder: { ...basis.aanmelder, organisatieSoort: geval.aanmelder, organisatie },
    jeugdige: {
      naam: `Testpersoon ${nummer}`,
      geboorteDatum: datumInNederland(plusMaanden(moment, -(12 * leeftijd + naVerjaardag))),
      bsn: testBsn(nummer),
      gemeente,
      ...(gemeente === 'buiten-haaglanden' ? { gemeenteNaam: 'Rotterdam' } : {}),
      verblijfplaats,
      ...maatregel,
    },
    vraag: { ...basis.vraag, ...(nogNiemandGevraagd.has(weg.soort) ? { gevraagdeAanbieders: [] } : {}) },
    complexiteit,
    crisis: weg.soort === 'crisis',
  };
}
