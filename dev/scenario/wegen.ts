/** What becomes of a case: the steps of people on each road, on werkdagen, in the order in which they happen. */
import { standaardBeleid } from '../../domain/beleid.ts';
import type { OnderzoekBesluitSoort, TrajectBesluitSoort } from '../../domain/besluiten.ts';
import { tafelBeginTijd } from '../../domain/tafelbeleid.ts';
import { eersteWerkdag, plusDagen, tafelMomenten } from '../../domain/tafelkalender.ts';
import { negenUurOp } from '../../domain/werkdagen.ts';
import { Geweigerd } from './post.ts';
import type { Geval, Weg } from './schema.ts';

/** What a case can do; days are yyyy-mm-dd. */
export interface Spel {
  /** Waits until an hour of a day on the clock in the Netherlands. */
  tot(datum: string, uur: number): Promise<void>;
  aanmelder(soort: TrajectBesluitSoort, inhoud: object): Promise<void>;
  coordinator(soort: TrajectBesluitSoort, inhoud: object): Promise<void>;
  aanbieder(code: string, soort: OnderzoekBesluitSoort, inhoud?: object): Promise<void>;
}

/** Hours of the day at which people do their work. */
const uren = {
  aanmelding: 10,
  triage: 11,
  planning: 12,
  aanbieder: 13,
  keuze: 14,
  verslag: 15,
  stap: 16,
} as const;
/** Days until what was agreed. */
const dagen = { zorgstart: 14, langer: 7, onderzoek: 42, advies: 7, opvolging: 84, bemiddeling: 7 } as const;
/** The day of the week on which the table meets (ZL_TAFEL_DAG), as JavaScript counts. */
const donderdag = 4;
/** How many tables are tried for one that is open and has room. */
const hoogstensTafels = 12;
/** Those at the table, in turn. */
const tafelleden = 12;

type Met<S extends Weg['soort']> = Extract<Weg, { soort: S }>;
/** A case at the moment that it has been taken up. */
interface Opgepakt {
  spel: Spel;
  geval: Geval;
  nummer: number;
  /** The day of the aanmelding. */
  aangemeld: string;
  /** The werkdag of the triage. */
  opgepakt: string;
}

/** The moment (ms since the epoch) of an hour, nine or later, of a day (yyyy-mm-dd) on the clock in the Netherlands. */
export function momentOp(datum: string, uur: number): number {
  return negenUurOp(datum) + (uur - 9) * 60 * 60 * 1000;
}

/** The hour at which everybody is signed up. */
export const aanmeldUur = uren.aanmelding;

/** What people do with the `nummer`-th case (from 1) after its aanmelding on day `aangemeld`. */
export async function bewandel(spel: Spel, geval: Geval, nummer: number, aangemeld: string): Promise<void> {
  // The aanmelder has heard at once that this is for the CIT.
  if (geval.weg.soort === 'crisis') return;
  const opgepakt = eersteWerkdag(aangemeld);
  await spel.tot(opgepakt, uren.triage);
  const zaak = { spel, geval, nummer, aangemeld, opgepakt };
  switch (geval.weg.soort) {
    case 'bespreking':
      await triage(spel, { uitkomst: 'bespreking' });
      return onderzoek(zaak, geval.weg, await aanTafel(zaak));
    case 'direct-voorleggen':
      await triage(spel, { uitkomst: 'direct-voorleggen', aanbieders: aanbiedersVan(nummer) });
      return onderzoek(zaak, geval.weg, opgepakt);
    case 'zorgbemiddeling':
      return bemiddeling(zaak, geval.weg);
    case 'experttafel':
      return experttafel(zaak, geval.weg);
    case 'doorverwezen':
      return triage(spel, {
        uitkomst: 'doorverwezen',
        doorverwezenNaar: geval.gemeente === 'buiten-haaglanden' ? 'andere-regio' : 'lokaal-team',
      });
    case 'teruggestuurd':
      return triage(spel, {
        uitkomst: 'teruggestuurd',
        terugstuurReden: 'vraag-niet-duidelijk',
        uitleg: 'Beschrijf ook welke behandeling nodig is, en hoe de plek eruit moet zien.',
      });
    case 'afgewezen':
      return triage(spel, { uitkomst: 'afgewezen', reden: 'rechtstreeks-aanmelden-mogelijk' });
    case 'ingetrokken':
      await triage(spel, { uitkomst: 'bespreking' });
      await spel.tot(werkdagNa(opgepakt, 1), uren.stap);
      return spel.aanmelder('intrekking', { reden: 'plek-gevonden' });
  }
}

/** The werkdag so many werkdagen after a day. */
function werkdagNa(datum: string, aantal: number): string {
  let dag = datum;
  for (let nog = aantal; nog > 0; nog -= 1) dag = eersteWerkdag(plusDagen(dag, 1));
  return dag;
}

function aanbiedersVan(nummer: number): [string, string] {
  const code = (plaats: number) => `aanbieder-${String((plaats % tafelleden) + 1).padStart(2, '0')}`;
  return [code(nummer), code(nummer + 5)];
}

/** Does this; when the API says what it misses, with that. */
async function opnieuwMet(werk: () => Promise<void>, soort: string, dan: () => Promise<void>): Promise<void> {
  try {
    await werk();
  } catch (fout) {
    if (!(fout instanceof Geweigerd && fout.soort === soort)) throw fout;
    await dan();
  }
}

/** The triage, with a reason when it is not what the rules propose. */
function triage(spel: Spel, inhoud: object): Promise<void> {
  return opnieuwMet(
    () => spel.coordinator('triage', inhoud),
    'afwijking-zonder-reden',
    () => spel.coordinator('triage', { ...inhoud, afwijkReden: 'individuele-situatie' }),
  );
}

/** The tables from a day on: each Thursday, or the first werkdag after it. */
function* tafelsVanaf(datum: string): Generator<string> {
  for (let dag = datum, nog = hoogstensTafels; nog > 0; dag = plusDagen(dag, 1)) {
    if (new Date(dag).getUTCDay() !== donderdag) continue;
    nog -= 1;
    yield eersteWerkdag(dag);
  }
}

/** From the triage to the verslag of the first table whose agenda is open and has room; resolves with its day. */
async function aanTafel({ spel, nummer, opgepakt }: Opgepakt): Promise<string> {
  await spel.tot(opgepakt, uren.planning);
  const nu = momentOp(opgepakt, uren.planning);
  for (const tafelDatum of tafelsVanaf(opgepakt)) {
    if (tafelMomenten(tafelDatum, tafelBeginTijd, 0).agendaSluitTijdstip <= nu) continue;
    try {
      await spel.coordinator('tafeldatum', { tafelDatum });
    } catch (fout) {
      if (fout instanceof Geweigerd && ['agenda-vol', 'agenda-gesloten'].includes(fout.soort)) continue;
      throw fout;
    }
    await spel.tot(tafelDatum, uren.verslag);
    const aanbieders = aanbiedersVan(nummer);
    const maakVerslag = () =>
      spel.coordinator('verslag', {
        aanwezig: ['aanmelder', 'coordinator-1', ...aanbieders],
        aanbieders,
        geprobeerd: 'Hulp thuis, en daarna een plek waar het niet lukte.',
        waaromNiet: 'De groepen die zijn gevraagd, hadden geen passende plek.',
        verslag: 'De aanbieders onderzoeken of zij een plek kunnen maken.',
      });
    await opnieuwMet(maakVerslag, 'wachtreden-ontbreekt', async () => {
      await spel.coordinator('wachtreden', { wachtreden: 'bespreking-vervallen' });
      await maakVerslag();
    });
    return tafelDatum;
  }
  throw new Error(
    `er is in ${hoogstensTafels} weken geen tafel met plaats: zet minder besprekingen dicht bij elkaar`,
  );
}

/** What two aanbieders look into from a day on, and what comes of it. */
async function onderzoek(
  { spel, geval, nummer, aangemeld }: Opgepakt,
  { afloop, wachtreden }: Met<'bespreking' | 'direct-voorleggen'>,
  begin: string,
): Promise<void> {
  const [een, ander] = aanbiedersVan(nummer);
  await spel.tot(werkdagNa(begin, 1), uren.aanbieder);
  await spel.aanbieder(een, 'bevestiging');
  if (afloop === 'samenwerking') await spel.aanbieder(ander, 'bevestiging');
  else
    await spel.aanbieder(ander, 'antwoord', { antwoord: 'afwijzing', afwijzingReden: 'geen-passend-aanbod' });

  let dag = werkdagNa(begin, 2);
  if (afloop === 'in-onderzoek' || wachtreden) {
    const ambitie = plusDagen(aangemeld, standaardBeleid.ambitieDagen[geval.complexiteit]);
    const teLaat = werkdagNa(ambitie > begin ? ambitie : begin, 3);
    await spel.tot(dag, uren.aanbieder);
    await spel.aanbieder(een, 'antwoord', {
      antwoord: 'meer-tijd',
      meerTijdReden: 'draagvlak-nodig',
      totDatum: plusDagen(teLaat, afloop === 'in-onderzoek' ? dagen.onderzoek : dagen.langer),
    });
    await spel.tot(teLaat, uren.keuze);
    if (wachtreden) await spel.coordinator('wachtreden', { wachtreden });
    if (afloop === 'in-onderzoek') return;
    dag = eersteWerkdag(plusDagen(teLaat, dagen.langer));
  }
  await spel.tot(dag, uren.aanbieder);
  if (afloop === 'samenwerking') {
    await spel.aanbieder(een, 'antwoord', { antwoord: 'samenwerking', metAanbieders: [ander] });
    await spel.aanbieder(ander, 'antwoord', { antwoord: 'samenwerking', metAanbieders: [een] });
  } else {
    await spel.aanbieder(een, 'antwoord', { antwoord: afloop });
  }
  await totZorg(spel, werkdagNa(dag, 1), afloop === 'samenwerking' ? [een, ander] : [een]);
}

/** The keuze on a day, and the start of care after it. */
async function totZorg(spel: Spel, dag: string, aanbieders: readonly string[]): Promise<void> {
  const start = eersteWerkdag(plusDagen(dag, dagen.zorgstart));
  await spel.tot(dag, uren.keuze);
  await spel.coordinator('keuze', { aanbieders, verwachteStartDatum: start });
  await spel.tot(start, uren.keuze);
  await spel.coordinator('zorgstart', { startDatum: start });
}

async function bemiddeling(
  { spel, nummer, opgepakt }: Opgepakt,
  { afloop }: Met<'zorgbemiddeling'>,
): Promise<void> {
  await triage(spel, { uitkomst: 'zorgbemiddeling', coordinator: 'coordinator-2' });
  await spel.tot(werkdagNa(opgepakt, 1), uren.stap);
  await spel.coordinator('stap', { stap: 'opgepakt' });
  if (afloop === 'loopt') return;
  await totZorg(spel, eersteWerkdag(plusDagen(opgepakt, dagen.bemiddeling)), [aanbiedersVan(nummer)[0]]);
}

async function experttafel(
  { spel, opgepakt }: Opgepakt,
  { afloop, advies }: Met<'experttafel'>,
): Promise<void> {
  await triage(spel, { uitkomst: 'experttafel' });
  await spel.tot(werkdagNa(opgepakt, 1), uren.stap);
  if (afloop === 'crisis') return spel.coordinator('crisis', {});
  await spel.coordinator('stap', { stap: 'opgepakt' });
  if (!advies) return;
  const dag = eersteWerkdag(plusDagen(opgepakt, dagen.advies));
  const opvolgDatum = eersteWerkdag(plusDagen(dag, dagen.opvolging));
  await spel.tot(dag, uren.stap);
  await spel.coordinator('advies', {
    advies,
    opvolgDatum,
    toelichting: 'Eén plan van wie de jeugdige kent.',
  });
  if (afloop === 'niet-uitgevoerd') return;
  await spel.tot(eersteWerkdag(plusDagen(dag, dagen.onderzoek)), uren.stap);
  await spel.coordinator('advies-uitgevoerd', {});
}
