/** What people do in a traject of the generated years: the next thing, given where it stands. The rules decide whether it can. */
import { stelWegingVoor } from '../../domain/afwegingskader.ts';
import { dag } from '../../domain/beleid.ts';
import type { AntwoordCodes, TrajectBesluitSoort } from '../../domain/besluiten.ts';
import { laatsteAntwoorden, type TrajectToestand, wachtredenOntbreekt } from '../../domain/traject.ts';
import { datumInNederland, negenUurOp } from '../../domain/werkdagen.ts';
import type { Toeval } from './toeval.ts';

/** A decision that somebody will take, `naDagen` from now or at the moment `op` (ms since the epoch). */
export interface Daad {
  soort: TrajectBesluitSoort;
  codes: object;
  rol: 'coordinator' | 'aanmelder';
  naDagen: number;
  op?: number;
}

/** What somebody knows who decides. */
export interface Situatie {
  t: TrajectToestand;
  /** ms since the epoch */
  nu: number;
  toeval: Toeval;
  /** Codes of all aanbieders. */
  aanbieders: readonly string[];
  /** The table dates (yyyy-mm-dd), ascending. */
  tafels: readonly string[];
}

const afwijkReden = 'individuele-situatie';
const coordinatoren = ['coordinator-1', 'coordinator-2', 'coordinator-3'] as const;
/** A traject that is older is more and more often withdrawn. */
const geduldDagen = 240;

const daad = (soort: TrajectBesluitSoort, naDagen: number, codes: object = {}): Daad => ({
  soort,
  codes,
  naDagen,
  rol: 'coordinator',
});

/** What decides about the next deed: while it stays the same, so does what somebody meant to do. */
export function situatieSleutel(t: TrajectToestand): string {
  const dragend = laatsteAntwoorden(t).filter(({ isDragend }) => isDragend).length;
  return [
    t.fase,
    t.wachtOp,
    t.ronde,
    t.tafelDatum,
    t.informatie?.gelegenheid,
    t.opgeschort?.sindsTijdstip,
    t.wachtkeuze?.sindsTijdstip,
    wachtredenOntbreekt(t),
    t.achttienStand,
    dragend,
  ].join(' ');
}

/** The next thing that somebody does; there is always one, if only a word about the jeugdige. */
export function volgendeDaad(s: Situatie): Daad {
  const { t, nu, toeval } = s;
  if (t.opgeschort) return daad('hervatting', toeval.heel(14, 70));
  if (t.wachtkeuze && toeval.kans(0.3)) return daad('wachtkeuze-einde', toeval.heel(20, 60));
  if (t.informatie) return { ...daad('informatie', toeval.heel(1, 12)), rol: 'aanmelder' };
  if (wachtredenOntbreekt(t))
    return daad('wachtreden', toeval.heel(0, 5), {
      wachtreden: toeval.gewogen({
        wachtlijst: 5,
        'aanbod-ontbreekt': 3,
        'aanbieder-reageert-niet': 2,
        'informatie-ontbreekt': 2,
        personeelstekort: 2,
        'draagvlak-nodig': 1,
      }),
    });
  if (t.achttienStand === 3)
    return daad('overdracht', toeval.heel(1, 20), { naar: toeval.uit(['wmo', 'wlz', 'beschermd-wonen']) });
  const oud = (nu - t.aanmeldingTijdstip) / dag - geduldDagen;
  if (t.fase !== 'overbrugging' && oud > 0 && toeval.kans(Math.min(0.5, oud / 400)))
    return daad('intrekking', toeval.heel(1, 20), {
      reden: toeval.uit(['plek-gevonden', 'andere-route', 'situatie-veranderd']),
    });
  return (
    inFase(s) ??
    daad('contact', toeval.heel(18, 30), { met: toeval.uit(['ouders', 'jeugdige', 'aanmelder']) })
  );
}

function inFase(s: Situatie): Daad | null {
  const { t, toeval } = s;
  switch (t.fase) {
    case 'intake':
      return triage(s);
    case 'voorbereiding':
      return naarDeTafel(s);
    case 'bespreking':
      return verslag(s);
    case 'onderzoek':
      return kies(s);
    case 'bemiddeling':
      return t.stapTijdstip === undefined || toeval.kans(0.5)
        ? daad('stap', toeval.heel(1, 12), {
            stap:
              t.stapTijdstip === undefined ? 'opgepakt' : toeval.uit(['gesprek-aanbieder', 'gesprek-gezin']),
          })
        : keuze(s, [toeval.uit(s.aanbieders)], toeval.heel(4, 25));
    case 'advies':
      return advies(s);
    case 'overbrugging':
      return totDeZorg(s);
    case 'afgesloten':
      return null;
  }
}

function triage({ t, toeval, aanbieders }: Situatie): Daad {
  const anders = toeval.gewogen({
    volgt: 78,
    'direct-voorleggen': 6,
    zorgbemiddeling: 6,
    experttafel: 4,
    doorverwezen: 2,
    teruggestuurd: 2,
    afgewezen: 2,
  });
  const uitkomst = anders === 'volgt' ? (t.triageVoorstel ?? 'bespreking') : anders;
  const bij: Readonly<Record<string, object>> = {
    'direct-voorleggen': { aanbieders: toeval.greep(aanbieders, toeval.heel(1, 3)) },
    doorverwezen: { doorverwezenNaar: toeval.uit(['andere-regio', 'lokaal-team', 'volwassenenzorg']) },
    teruggestuurd: { terugstuurReden: 'vraag-niet-duidelijk' },
    afgewezen: { reden: 'geen-verblijf' },
  };
  return daad('triage', toeval.getal() * 3, {
    uitkomst,
    coordinator: toeval.uit(coordinatoren),
    ...bij[uitkomst],
    ...(uitkomst === t.triageVoorstel ? {} : { afwijkReden }),
  });
}

function naarDeTafel({ t, nu, toeval, aanbieders, tafels }: Situatie): Daad {
  if (!t.weging) return daad('weging', toeval.getal() * 3, { besluit: stelWegingVoor(t.elementen ?? []) });
  if (t.ronde >= 2 && toeval.kans(0.25))
    return toeval.kans(0.5)
      ? daad('spoor', toeval.heel(2, 8), { spoor: toeval.uit(['zorgbemiddeling', 'experttafel']) })
      : daad('direct-voorleggen', toeval.heel(2, 8), {
          aanbieders: toeval.greep(aanbieders, 3),
          reden: 'tijd-winnen',
        });
  const tafelDatum = tafels.find((datum) => negenUurOp(datum) > nu + toeval.heel(4, 12) * dag);
  return tafelDatum
    ? daad('tafeldatum', toeval.getal() * 2, { tafelDatum })
    : daad('contact', 20, { met: 'aanmelder' });
}

function verslag({ t, nu, toeval, aanbieders }: Situatie): Daad {
  const na = negenUurOp(t.tafelDatum ?? datumInNederland(nu)) + toeval.heel(300, 480) * 60_000;
  const afspraak = {
    wie: 'aanmelder',
    wat: toeval.uit(['informatie-aanvullen', 'veiligheid-regelen', 'overleg-voeren']),
    voorDatum: datumInNederland(na + toeval.heel(5, 15) * dag),
  };
  const naarAanbieders = toeval.kans(0.9);
  return {
    ...daad('verslag', 0, {
      aanwezig: ['aanmelder', t.coordinator ?? 'coordinator-1', ...toeval.greep(aanbieders.slice(0, 12), 6)],
      ...(naarAanbieders ? { aanbieders: toeval.greep(aanbieders, toeval.heel(2, 4)) } : {}),
      ...(naarAanbieders && toeval.kans(0.7) ? {} : { afspraken: [afspraak] }),
    }),
    op: Math.max(na, nu),
  };
}

/** Whom a keuze can rest on: one aanbieder alone, or all of a plan. */
function kies(s: Situatie): Daad | null {
  const { t, toeval, aanbieders } = s;
  const dragend = laatsteAntwoorden(t).filter(({ isDragend }) => isDragend);
  const alleen = dragend.find(({ antwoord }) => !antwoord?.metAanbieders);
  const plan = dragend.find(({ antwoord }) => antwoord?.metAanbieders);
  const gekozen = alleen
    ? [alleen.aanbieder]
    : plan
      ? [plan.aanbieder, ...(plan.antwoord?.metAanbieders ?? [])]
      : null;
  if (gekozen && (alleen || t.wachtOp === 'coordinator') && toeval.kans(0.8))
    return keuze(s, gekozen, toeval.heel(1, 6));
  if (t.wachtOp !== 'coordinator') return null;
  return daad('direct-voorleggen', toeval.heel(1, 6), {
    aanbieders: toeval.greep(aanbieders, 2),
    reden: 'situatie-vraagt-het',
  });
}

function keuze({ nu, toeval }: Situatie, aanbieders: readonly string[], naDagen: number): Daad {
  const over = (van: number, tot: number) => datumInNederland(nu + (naDagen + toeval.heel(van, tot)) * dag);
  return daad('keuze', naDagen, {
    aanbieders,
    ...(toeval.kans(0.7) ? { verwachteStartDatum: over(7, 60) } : { evaluatieDatum: over(14, 30) }),
  });
}

function advies({ t, nu, toeval }: Situatie): Daad {
  if (t.stapTijdstip === undefined) return daad('stap', toeval.heel(1, 6), { stap: 'opgepakt' });
  if (!t.advies)
    return toeval.kans(0.4)
      ? daad('stap', toeval.heel(4, 14), { stap: 'overleg-deskundigen' })
      : daad('advies', toeval.heel(5, 25), {
          advies: toeval.gewogen({
            'reguliere-zorg': 5,
            samenwerking: 4,
            maatwerk: 1,
            'eerst-veiligheid': 1,
          }),
          opvolgDatum: datumInNederland(nu + toeval.heel(40, 120) * dag),
        });
  return toeval.gewogen({ gedaan: 4, gesprek: 5, elders: 1 }) === 'gedaan'
    ? daad('advies-uitgevoerd', toeval.heel(20, 120))
    : toeval.kans(0.2)
      ? daad('spoor', toeval.heel(10, 40), { spoor: 'zorglogistiek' })
      : daad('stap', toeval.heel(20, 45), { stap: 'opvolging' });
}

function totDeZorg({ t, nu, toeval, aanbieders }: Situatie): Daad {
  const start = t.verwachteStartDatum ? negenUurOp(t.verwachteStartDatum) : undefined;
  if (toeval.kans(0.05))
    return daad('direct-voorleggen', toeval.heel(3, 20), {
      aanbieders: toeval.greep(aanbieders, 2),
      reden: 'situatie-vraagt-het',
    });
  if (start !== undefined && toeval.kans(0.75)) {
    const op = Math.max(nu, start + toeval.heel(0, 3) * dag);
    return { ...daad('zorgstart', 0, { startDatum: datumInNederland(op) }), op };
  }
  const evaluatieDatum = datumInNederland(nu + toeval.heel(30, 50) * dag);
  return daad('overbrugging', toeval.heel(7, 28), {
    evaluatieDatum,
    ...(toeval.kans(0.6) ? { verwachteStartDatum: datumInNederland(nu + toeval.heel(35, 80) * dag) } : {}),
  });
}

/** What now and then happens besides: each at its own moment, days after the aanmelding; dropped when the rules refuse it. */
export function losseDaden(aanmelding: number, toeval: Toeval): Daad[] {
  const over = (dagen: number) => datumInNederland(aanmelding + dagen * dag);
  const mogelijk: [number, () => Daad][] = [
    [
      0.25,
      () =>
        daad('informatievraag', toeval.heel(1, 20), {
          soorten: [toeval.uit(['intelligentie', 'risicotaxatie'])],
        }),
    ],
    [0.08, () => opschorting()],
    [0.06, () => daad('complexiteit', toeval.heel(3, 30), { complexiteit: 'zeer-complex' })],
    [0.06, () => wachtkeuze()],
    [0.05, () => daad('situatie', toeval.heel(20, 90))],
    [0.1, () => intrekking()],
    [0.03, () => daad('verhuizing', toeval.heel(10, 90), { gemeente: 'delft', afloop: 'blijft-hier' })],
    [0.02, () => daad('crisis', toeval.heel(2, 60))],
    [0.06, () => daad('coordinator', toeval.heel(5, 80), { coordinator: toeval.uit(coordinatoren) })],
    [0.5, () => daad('contact', toeval.heel(5, 40), { met: 'ouders' })],
  ];
  function opschorting(): Daad {
    const dagen = toeval.heel(5, 60);
    return daad('opschorting', dagen, { reden: 'veiligheid-eerst', evaluatieDatum: over(dagen + 28) });
  }
  function wachtkeuze(): Daad {
    const dagen = toeval.heel(10, 60);
    return daad('wachtkeuze', dagen, { reden: 'behandeling-later', evaluatieDatum: over(dagen + 60) });
  }
  function intrekking(): Daad {
    return { ...daad('intrekking', toeval.heel(2, 90), { reden: 'plek-gevonden' }), rol: 'aanmelder' };
  }
  return mogelijk.flatMap(([kans, maak]) => (toeval.kans(kans) ? [maak()] : []));
}

/** What an aanbieder says in an onderzoek, each so many days after it was asked; some say nothing for long. */
export function aanbiederZegt(toeval: Toeval, anderen: readonly string[], gevraagd: number) {
  const zwijgt = toeval.kans(0.12);
  const begin = zwijgt ? toeval.heel(8, 40) : toeval.getal() * 4;
  const duur = begin + toeval.heel(3, 24);
  const daden: { naDagen: number; soort: 'bevestiging' | 'nieuws' | 'vraag' | 'antwoord'; codes: object }[] =
    [{ naDagen: begin, soort: 'bevestiging', codes: {} }];
  if (toeval.kans(0.5)) daden.push({ naDagen: (begin + duur) / 2, soort: 'nieuws', codes: {} });
  if (toeval.kans(0.08))
    daden.push({
      naDagen: (begin + duur) / 2 + 0.5,
      soort: 'vraag',
      codes: { soorten: ['voorgeschiedenis'] },
    });
  const op = (dagen: number) => datumInNederland(gevraagd + Math.floor(dagen) * dag);
  if (toeval.kans(0.1)) {
    daden.push({
      naDagen: duur,
      soort: 'antwoord',
      codes: { antwoord: 'meer-tijd', totDatum: op(duur + 21), meerTijdReden: 'aanvullend-onderzoek' },
    });
    daden.push({ naDagen: duur + 18, soort: 'antwoord', codes: antwoord(toeval, anderen, op(duur + 90)) });
  } else daden.push({ naDagen: duur, soort: 'antwoord', codes: antwoord(toeval, anderen, op(duur + 90)) });
  return daden;
}

function antwoord(toeval: Toeval, anderen: readonly string[], totDatum: string): AntwoordCodes {
  const soort = toeval.gewogen({ afwijzing: 60, aanbod: 14, wachtlijst: 12, maatwerk: 6, samenwerking: 8 });
  switch (soort) {
    case 'afwijzing':
      return {
        antwoord: soort,
        afwijzingReden: toeval.uit([
          'geen-plek',
          'geen-passend-aanbod',
          'personeelstekort',
          'veiligheid-groep',
        ]),
      };
    case 'wachtlijst':
      return { antwoord: soort, totDatum };
    case 'samenwerking':
      return { antwoord: soort, metAanbieders: toeval.greep(anderen, 1) };
    default:
      return { antwoord: soort };
  }
}
