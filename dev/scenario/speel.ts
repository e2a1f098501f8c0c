/** Plays a scenario of any kind, and reads from the API what came of it. */
import { type Definitie, definities } from '../../domain/rapport/definities.ts';
import type { Eenheid, Rapportsoort } from '../../domain/rapport/rapport.ts';
import type { UitvraagCijfers } from '../../domain/uitvraagCijfers.ts';
import type { Persoon, Speelruimte } from '../speelruimte.ts';
import { lees } from './post.ts';
import type { Scenario } from './schema.ts';
import { type Meld, speelTrajecten } from './trajecten.ts';
import { speelExtra, speelKwartaal } from './uitvragen.ts';

/** One figure, with what it is called. */
export interface Uitslagcijfer {
  code: string;
  titel: string;
  waarde: number | null;
  eenheid: Eenheid;
}
/** One table; the last row may be a total. */
export interface Uitslagtabel {
  titel: string;
  kolommen: readonly string[];
  rijen: readonly { titel: string; waarden: readonly (number | null)[] }[];
}
/** What came of a scenario. */
export interface Uitslag {
  /** The period that was played: `2027-1`, or the code of the uitvraag. */
  periode: string;
  /** The moment up to which it counts, ISO 8601 in UTC. */
  peilTijdstip: string;
  cijfers: Uitslagcijfer[];
  tabellen: Uitslagtabel[];
  /** The report as files: what comes behind the dot, and the content. */
  bestanden: { soort: string; inhoud: string }[];
}

/** The part of a report that is shown. */
interface Rapportantwoord {
  peilTijdstip: string;
  cijfers: Record<string, number | null>;
  tabellen: {
    code: string;
    kolommen: string[];
    rijen: Uitslagtabel['rijen'];
    totaal: Uitslagtabel['rijen'][number] | null;
  }[];
  definities: { code: string; titel: string; eenheid: Eenheid }[];
}

const manager: Persoon = { rol: 'manager' };
const alsJson = (waarde: unknown) => `${JSON.stringify(waarde, null, 2)}\n`;

/**
 * Plays a scenario in a Speelruimte in which nothing was played before; `meld` hears how far it is. @throws when a step is refused.
 */
export async function speelScenario(ruimte: Speelruimte, scenario: Scenario, meld: Meld): Promise<Uitslag> {
  switch (scenario.soort) {
    case 'halfjaar':
    case 'experttafel': {
      const { code } = await speelTrajecten(ruimte, scenario, meld);
      return leesRapport(ruimte, scenario.soort, code);
    }
    case 'wachttijden':
      return leesRapport(ruimte, scenario.soort, await speelKwartaal(ruimte, scenario, meld));
    case 'uitvraag':
      return vanExtra(await speelExtra(ruimte, scenario, meld));
  }
}

/** The report over a period, as the manager reads it at this moment. */
async function leesRapport(ruimte: Speelruimte, soort: Rapportsoort, periode: string): Promise<Uitslag> {
  const pad = `/v1/rapportages/${soort}/${periode}`;
  const rapport = await lees<Rapportantwoord>(ruimte, manager, pad);
  const betekenis = new Map(rapport.definities.map((definitie) => [definitie.code, definitie]));
  return {
    periode,
    peilTijdstip: rapport.peilTijdstip,
    cijfers: Object.entries(rapport.cijfers).map(([code, waarde]) => ({
      code,
      titel: betekenis.get(code)?.titel ?? code,
      waarde,
      eenheid: betekenis.get(code)?.eenheid ?? 'aantal',
    })),
    tabellen: rapport.tabellen.map(({ code, kolommen, rijen, totaal }) => ({
      titel: betekenis.get(code)?.titel ?? code,
      kolommen,
      rijen: [...rijen, ...(totaal ? [totaal] : [])],
    })),
    bestanden: [
      { soort: 'json', inhoud: alsJson(rapport) },
      { soort: 'csv', inhoud: await lees<string>(ruimte, manager, `${pad}.csv`) },
      { soort: 'html', inhoud: await metStijl(ruimte, await lees<string>(ruimte, manager, `${pad}.html`)) },
    ],
  };
}

const stijlblad = /<link rel="stylesheet" href="([^"]+)"\s*\/?>/;

/** A page that carries its own style: as a file it has no server to ask. */
async function metStijl(ruimte: Speelruimte, pagina: string): Promise<string> {
  const [link, pad] = stijlblad.exec(pagina) ?? [];
  if (!link || !pad) return pagina;
  const stijl = await lees<string>(ruimte, manager, pad);
  return pagina.replace(link, () => `<style>${stijl}</style>`);
}

/** The figures of an extra uitvraag: who waits three months or longer, each jeugdige once. */
function vanExtra(cijfers: UitvraagCijfers): Uitslag {
  const { code, berekendTijdstip, extra } = cijfers;
  if (!extra) throw new Error(`${code} is no extra uitvraag`);
  const inVorm = (welke: string) => extra.perVorm.find(({ vorm }) => vorm === welke)?.drieMaanden ?? 0;
  const cijfer = (code: string, { titel, eenheid }: Definitie, waarde: number) => ({
    code,
    titel,
    waarde,
    eenheid,
  });
  const van = definities.extra;
  return {
    periode: code,
    peilTijdstip: berekendTijdstip,
    cijfers: [
      cijfer('gevraagd', van.gevraagd, extra.gevraagd),
      cijfer('geantwoord', van.geantwoord, extra.geantwoord),
      cijfer('respons', van.responsProcent, extra.responsProcent),
      cijfer('jeugdigen', van.jeugdigen, extra.jeugdigen),
      cijfer('drieMaanden', van.drieMaanden, extra.drieMaanden),
      cijfer('ambulant', van.ambulant, inVorm('ambulant')),
      cijfer('verblijf', van.verblijf, inVorm('verblijf')),
      cijfer('dubbel', van.dubbel, extra.dubbel),
    ],
    tabellen: [],
    bestanden: [{ soort: 'json', inhoud: alsJson(cijfers) }],
  };
}
