/** What a story is, how it is played, and how it is compared with what it must end as. */
import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Aanmelding } from '../domain/aanmelding.ts';
import { dag } from '../domain/beleid.ts';
import type { BerichtSoort } from '../domain/berichten.ts';
import type { OnderzoekBesluitSoort, TrajectBesluitSoort } from '../domain/besluiten.ts';
import { onderzoekId, trajectWorkflowId } from '../domain/kenmerk.ts';
import { datumInNederland } from '../domain/werkdagen.ts';
import { rust, wachtTot } from './rust.ts';
import type { Persoon, Speelruimte } from './speelruimte.ts';
import { eerstvolgendBegin } from './virtueleTijd.ts';

/** Part of a traject as the API shows it. */
export type Stand = Readonly<Record<string, unknown>>;

/** A story: what people do, and what it must end as. */
export interface Verhaal {
  naam: string;
  /** One sentence that tells what it shows. */
  zin: string;
  /** How the aanmelding differs from the example; `begin` is when the story begins, in ms since the epoch. */
  aanmelding?: (aanmelding: Aanmelding, begin: number) => void;
  speel: (spel: Spel) => Promise<void>;
  einde: Einde;
}

/** What a story must end as. */
export interface Einde {
  /** The fields of the traject that matter here. */
  stand: Stand;
  /** The codes of who got a mail, per kind; a code stands there as often as the mail was sent. */
  mails: Readonly<Partial<Record<BerichtSoort, readonly string[]>>>;
  /** The kinds of what happened, oldest first. */
  gebeurtenissen: readonly string[];
}

/** What a story can do: it speaks to the API as people do, and lets time pass. */
export interface Spel {
  /** The coördinator decides. */
  coordinator: (soort: TrajectBesluitSoort, inhoud: object) => Promise<void>;
  /** The aanmelder decides or answers. */
  aanmelder: (soort: TrajectBesluitSoort, inhoud: object) => Promise<void>;
  /** An aanbieder speaks in its onderzoek of a round, the first when none is given. */
  aanbieder: (code: string, soort: OnderzoekBesluitSoort, inhoud?: object, ronde?: number) => Promise<void>;
  /** The coördinator plans a table on a day (yyyy-mm-dd). */
  planTafel: (datum: string) => Promise<void>;
  /** The coördinator cancels the table of a day; resolves once the traject has heard it. */
  zegTafelAf: (datum: string, reden: string) => Promise<void>;
  /** Lets so many days pass, to twelve in the afternoon (eleven in winter). */
  verstrijk: (dagen: number) => Promise<void>;
  /** The calendar day in the Netherlands so many days from now, yyyy-mm-dd. */
  datum: (dagen: number) => string;
  /** Compares the traject with what it must be on the way. */
  verwacht: (stand: Stand) => Promise<void>;
}

/** What a played story gave. */
export interface Gespeeld {
  /** The traject as the API shows it at the end. */
  traject: Stand;
  kenmerk: string;
  /** Workflow ids of the onderzoeken, in the order in which they were asked. */
  onderzoeken: string[];
  /** What differs from what it must be, a line each, in Dutch; empty when all is as it must be. */
  verschillen: string[];
}

/** What happened and who was mailed, for whoever watches; `moment` in ms since the epoch. */
export type Vertel = (moment: number, wie: string, wat: string) => void;

interface Gebeurtenis {
  tijdstip: string;
  soort: string;
  tekst: string;
  wie: string;
}
interface Bericht {
  soort: BerichtSoort;
  geadresseerde: string;
  status: string;
  klaarTijdstip: string;
}

/** A step of a story that the API refused; the message is Dutch. */
class StapFout extends Error {}

const uur = dag / 24;
const coordinator: Persoon = { rol: 'coordinator' };
const voorbeeld = new URL('../voorbeelden/website-behandelgroep-jeugdhulp.json', import.meta.url);

/**
 * Plays a story from the aanmelding on, in a Speelruimte where no other story is going on.
 * @returns how it ended, and what differs from what it must end as.
 */
export async function speelVerhaal(
  ruimte: Speelruimte,
  verhaal: Verhaal,
  vertel: Vertel = () => {},
): Promise<Gespeeld> {
  const begin = eerstvolgendBegin(await ruimte.nu());
  await ruimte.totMoment(begin);
  const aanmelding: Aanmelding = JSON.parse(await readFile(voorbeeld, 'utf8'));
  // Twelve years old, in whatever year the story plays.
  aanmelding.jeugdige.geboorteDatum = `${new Date(begin).getUTCFullYear() - 12}-04-23`;
  verhaal.aanmelding?.(aanmelding, begin);
  const { kenmerk } = await stuur<{ kenmerk: string }>(
    ruimte,
    { rol: 'aanmelder' },
    '/v1/aanmeldingen',
    aanmelding,
  );

  const pad = `/v1/trajecten/${kenmerk}`;
  const verschillen: string[] = [];
  const verteller = maakVerteller(ruimte, pad, vertel);
  /** After each step: until nothing is under way, and an hour later, as people are no machines. */
  const naStap = async () => {
    await rust(ruimte, kenmerk);
    await verteller();
    const { fase } = await lees<Stand>(ruimte, pad);
    if (fase !== 'afgesloten') await ruimte.totMoment((await ruimte.nu()) + uur);
  };
  const besluit = (wie: Persoon) => async (soort: TrajectBesluitSoort, inhoud: object) => {
    await stuur(ruimte, wie, `${pad}/${soort}`, inhoud);
    await naStap();
  };
  let vandaag = begin;

  try {
    await naStap();
    await verhaal.speel({
      coordinator: besluit(coordinator),
      aanmelder: besluit({ rol: 'aanmelder' }),
      aanbieder: async (code, soort, inhoud = {}, ronde = 1) => {
        const id = onderzoekId(kenmerk, code, ronde);
        await stuur(ruimte, { rol: 'aanbieder', aanbieder: code }, `/v1/onderzoeken/${id}/${soort}`, inhoud);
        await naStap();
      },
      planTafel: async (datum) => {
        await stuur(ruimte, coordinator, '/v1/tafels', { datum });
        await naStap();
      },
      zegTafelAf: async (datum, reden) => {
        await stuur(ruimte, coordinator, `/v1/tafels/${datum}/vervallen`, { reden });
        await wachtTot(`${kenmerk} hoort niet dat de tafel vervalt`, async () =>
          (await lees<Stand>(ruimte, pad)).tafelDatum === datum ? 'nog op die tafel' : null,
        );
        await naStap();
      },
      verstrijk: async (dagen) => {
        vandaag = Math.floor(vandaag / dag) * dag + dagen * dag + 10 * uur;
        await ruimte.totMoment(vandaag);
        await rust(ruimte, kenmerk);
        await verteller();
      },
      datum: (dagen) => datumInNederland(vandaag + dagen * dag),
      verwacht: async (stand) => {
        const dagNummer = Math.round((vandaag - begin) / dag);
        verschillen.push(...standVerschillen(`dag ${dagNummer}`, stand, await lees<Stand>(ruimte, pad)));
      },
    });
  } catch (fout) {
    if (!(fout instanceof StapFout)) throw fout;
    verschillen.push(fout.message);
  }

  const traject = await lees<Stand>(ruimte, pad);
  verschillen.push(...standVerschillen('einde', verhaal.einde.stand, traject));
  const { berichten } = await lees<{ berichten: Bericht[] }>(ruimte, `${pad}/berichten`);
  verschillen.push(...mailVerschillen(verhaal.einde.mails, berichten));
  if (ruimte.aangekomen(kenmerk) !== berichten.length)
    verschillen.push(
      `mails: ${berichten.length} in het register, ${ruimte.aangekomen(kenmerk)} aangekomen bij de mailserver`,
    );
  const { gebeurtenissen } = await lees<{ gebeurtenissen: Gebeurtenis[] }>(ruimte, `${pad}/gebeurtenissen`);
  verschillen.push(...gebeurtenisVerschillen(verhaal.einde.gebeurtenissen, gebeurtenissen));
  const onderzoeken = (
    await ruimte.db.onderzoek.findMany({
      where: { kenmerk },
      orderBy: [{ gevraagdTijdstip: 'asc' }, { id: 'asc' }],
      select: { id: true },
    })
  ).map(({ id }) => id);
  if (traject.fase !== 'afgesloten') await breekAf(ruimte, [trajectWorkflowId(kenmerk), ...onderzoeken]);
  return { traject, kenmerk, onderzoeken, verschillen };
}

async function lees<T>(ruimte: Speelruimte, pad: string): Promise<T> {
  const { status, inhoud } = await ruimte.vraag(coordinator, 'GET', pad);
  if (status !== 200) throw new Error(`GET ${pad} gave ${status}`);
  return inhoud as T;
}

async function stuur<T>(ruimte: Speelruimte, wie: Persoon, pad: string, body: object): Promise<T> {
  const { status, inhoud } = await ruimte.vraag(wie, 'POST', pad, body);
  if (status === 200 || status === 201) return inhoud as T;
  const { detail, velden } = inhoud as { detail?: string; velden?: unknown };
  throw new StapFout(
    `stap mislukt: POST ${pad} ${JSON.stringify(body)} gaf ${status}: ${detail ?? ''} ${velden ? JSON.stringify(velden) : ''}`.trim(),
  );
}

/** A story that went wrong leaves nothing behind that would go on during the next. */
async function breekAf({ client }: Speelruimte, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const { status } = await client.workflow.getHandle(id).describe();
    if (status.name === 'RUNNING') await client.workflow.getHandle(id).terminate('het verhaal is uit');
  }
}

/** Tells what happened and who was mailed since the last time. */
function maakVerteller(ruimte: Speelruimte, pad: string, vertel: Vertel): () => Promise<void> {
  const verteld = { gebeurtenissen: 0, berichten: 0 };
  return async () => {
    const { gebeurtenissen } = await lees<{ gebeurtenissen: Gebeurtenis[] }>(ruimte, `${pad}/gebeurtenissen`);
    const { berichten } = await lees<{ berichten: Bericht[] }>(ruimte, `${pad}/berichten`);
    const regels = [
      ...gebeurtenissen
        .slice(verteld.gebeurtenissen)
        .map(({ tijdstip, wie, tekst }) => ({ tijdstip, wie, wat: tekst })),
      ...berichten.slice(verteld.berichten).map(({ klaarTijdstip, soort, geadresseerde }) => ({
        tijdstip: klaarTijdstip,
        wie: '',
        wat: `e-mail ${soort} aan ${geadresseerde}`,
      })),
    ].sort((a, b) => Date.parse(a.tijdstip) - Date.parse(b.tijdstip));
    verteld.gebeurtenissen = gebeurtenissen.length;
    verteld.berichten = berichten.length;
    for (const { tijdstip, wie, wat } of regels) vertel(Date.parse(tijdstip), wie, wat);
  };
}

function standVerschillen(wanneer: string, verwacht: Stand, gekregen: Stand): string[] {
  return Object.entries(verwacht)
    .filter(([veld, waarde]) => !isDeepStrictEqual(gekregen[veld], waarde))
    .map(
      ([veld, waarde]) =>
        `${wanneer}, ${veld}: verwacht ${JSON.stringify(waarde)}, gekregen ${JSON.stringify(gekregen[veld])}`,
    );
}

function mailVerschillen(verwacht: Einde['mails'], berichten: readonly Bericht[]): string[] {
  const nietVerwacht = berichten.map(({ soort, geadresseerde }) => `${soort} aan ${geadresseerde}`);
  const nietGekregen = Object.entries(verwacht)
    .flatMap(([soort, codes]) => codes.map((code) => `${soort} aan ${code}`))
    .filter((mail) => {
      const plaats = nietVerwacht.indexOf(mail);
      if (plaats >= 0) nietVerwacht.splice(plaats, 1);
      return plaats < 0;
    });
  return [
    ...nietGekregen.map((mail) => `mails: verwacht, niet gekregen: ${mail}`),
    ...nietVerwacht.map((mail) => `mails: gekregen, niet verwacht: ${mail}`),
  ];
}

/**
 * Compares in order, except that what happened within half an hour (at one moment in more workflows, say) may stand in
 * any order: which of those is stored first is not fixed.
 */
function gebeurtenisVerschillen(verwacht: readonly string[], gekregen: readonly Gebeurtenis[]): string[] {
  const soorten = gekregen.map(({ soort }) => soort);
  const groepen: number[] = [];
  for (const [plaats, { tijdstip }] of gekregen.entries()) {
    const vorige = gekregen[plaats - 1]?.tijdstip ?? tijdstip;
    groepen.push((groepen.at(-1) ?? 0) + (Date.parse(tijdstip) - Date.parse(vorige) > uur / 2 ? 1 : 0));
  }
  const perGroep = (lijst: readonly string[]) =>
    lijst
      .map((soort, plaats) => ({ soort, groep: groepen[plaats] ?? Number.POSITIVE_INFINITY }))
      .sort((a, b) => a.groep - b.groep || (a.soort < b.soort ? -1 : 1))
      .map(({ soort }) => soort);
  if (isDeepStrictEqual(perGroep(verwacht), perGroep(soorten))) return [];
  const eerste = perGroep(verwacht).findIndex((soort, plaats) => soort !== perGroep(soorten)[plaats]);
  return [
    `gebeurtenissen, vanaf de ${(eerste < 0 ? verwacht.length : eerste) + 1}e:\n    verwacht: ${verwacht.join(', ')}\n    gekregen: ${soorten.join(', ')}`,
  ];
}
