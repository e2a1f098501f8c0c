/**
 * One aanmelding, from intake until care has started. The rules stand in domain/traject*.ts; this file connects them to
 * time, messages and activities.
 */

import {
  CancellationScope,
  condition,
  continueAsNew,
  defineUpdate,
  getExternalWorkflowHandle,
  type SignalDefinition,
  setCurrentDetails,
  setHandler,
} from '@temporalio/workflow';
import { onderzoekSamenvatting, trajectDetails, wekkerSamenvatting } from '../domain/beeld.ts';
import {
  type IngediendBesluit,
  type TrajectBesluit,
  type TrajectBesluitSoort,
  trajectBesluiten,
} from '../domain/besluiten.ts';
import {
  type DoorbraakMelding,
  doorbraakMeldingSchema,
  type TafelMelding,
  tafelMeldingSchema,
} from '../domain/meldingen.ts';
import {
  type OnderzoekMelding,
  type OnderzoekToestand,
  onderzoekMeldingSchema,
} from '../domain/onderzoek.ts';
import { weigerTrajectBesluit } from '../domain/overgangen.ts';
import { kentRegels, kentRegelsNiet, type TrajectToestand, trajectAntwoord } from '../domain/traject.ts';
import { bijBegin, pasTrajectBesluitToe } from '../domain/trajectBesluit.ts';
import { bijDoorbraak } from '../domain/trajectDoorbraak.ts';
import type { TrajectGevolg } from '../domain/trajectGevolg.ts';
import { verwerkMelding } from '../domain/trajectMelding.ts';
import { besprekingVervallen } from '../domain/trajectTafel.ts';
import { kanTafelMissen } from '../domain/trajectVerloop.ts';
import {
  gaatTerugNaarTafel,
  type TrajectWekker,
  verwerkWekker,
  volgendeWekker,
} from '../domain/trajectWekker.ts';
import type { Vastlegging } from '../domain/vastlegging.ts';
import { kalenderVraag } from '../domain/wachten.ts';
import { zoekwaardenVan, zoekwaardenVanOnderzoek } from '../domain/zoekwaarden.ts';
import { aanbiederOnderzoek, antwoordVerplaatstSignaal, laatVervallenSignaal } from './aanbiederOnderzoek.ts';
import { kalender, opslag, post, tafels } from './activiteiten.ts';
import { Beurt, geweigerd, isAlGesloten, isBewezen, Lopend, leesBesluit } from './besluit.ts';
import { doorbraakGemeld, leesMelding, onderzoekGemeld, tafelGemeld } from './signalen.ts';
import { startEenmaal } from './starter.ts';
import { werkZoekattributenBij, zoekparen } from './zoekattributen.ts';

/** How many werkdagen an onderzoek gets at its start: some three months. */
const werkdagenVooruit = 60;

/** Lives until care has started, the aanmelding is withdrawn or refused. Its input is also its continue-as-new state. */
export function traject(begin: TrajectToestand): Promise<ReturnType<typeof trajectAntwoord>> {
  // A cancel request from the Temporal UI carries no decision of a known person, so it changes nothing.
  return CancellationScope.nonCancellable(() => leefTraject(begin));
}

async function leefTraject(begin: TrajectToestand): Promise<ReturnType<typeof trajectAntwoord>> {
  // Under older rules it would write a history that no newer worker can replay. A failed task is tried again, until one that knows them has it.
  if (kentRegelsNiet(begin))
    throw new Error(
      `Dit traject begon onder regels ${begin.regels}, en die kent deze worker niet. Start de nieuwe worker.`,
    );
  let toestand = begin;
  // Decisions, reports and timers change the state one after the other, each on the outcome of the one before.
  const beurt = new Beurt();
  // Messages to onderzoeken leave in the order in which they were decided: a stop never overtakes a start.
  const onderzoekBeurt = new Beurt();
  const lopend = new Lopend();

  for (const soort of Object.keys(trajectBesluiten) as TrajectBesluitSoort[]) {
    setHandler(defineUpdate<unknown, [IngediendBesluit]>(soort), (invoer) => beslis(soort, invoer), {
      description: trajectBesluiten[soort].titel,
      validator: (invoer) => {
        const { invoerId, besluit } = lees(soort, invoer);
        if (toestand.verwerkt.includes(invoerId) || beurt.isBezig()) return;
        const weigering = weigerTrajectBesluit(toestand, besluit);
        if (weigering) throw geweigerd(weigering);
      },
    });
  }
  setHandler(onderzoekGemeld, hoor, { description: 'Een onderzoek meldt wat er gebeurde' });
  setHandler(doorbraakGemeld, hoorDoorbraak, {
    description: 'De doorbraak bespreekt dit traject, of is ermee klaar',
  });
  setHandler(tafelGemeld, hoorTafel, { description: 'De tafelbespreking gaat niet door' });

  setCurrentDetails(trajectDetails(toestand));
  if (toestand.versie === 0) neem('start', bijBegin(toestand), toestand.aanmeldingTijdstip);

  while (toestand.fase !== 'afgesloten') {
    const wekker = volgendeWekker(toestand);
    const isEerder = await wachtTot(wekker);
    if (wekker && !isEerder) await (wekker.soort === 'kalender' ? haalWerkdagen() : verwerkTijd(wekker));
    if (lopend.magDoorgaan()) await continueAsNew<typeof traject>(toestand);
  }
  await condition(() => lopend.isKlaar());
  return trajectAntwoord(toestand);

  /** Waits for the moment of `wekker`; true when something changed what is waited for before that moment came. */
  async function wachtTot(wekker: TrajectWekker | null): Promise<boolean> {
    const isAnders = () =>
      volgendeWekker(toestand)?.tijdstip !== wekker?.tijdstip ||
      toestand.fase === 'afgesloten' ||
      lopend.magDoorgaan();
    if (!wekker) return condition(isAnders).then(() => true);
    const duur = wekker.tijdstip - Date.now();
    return duur > 0 && condition(isAnders, duur, { summary: wekkerSamenvatting(wekker) });
  }

  function lees<S extends TrajectBesluitSoort>(soort: S, invoer: unknown) {
    const { invoerId, codes } = leesBesluit<unknown>(trajectBesluiten[soort].codes, invoer);
    return { invoerId, besluit: { soort, codes } as TrajectBesluit };
  }

  function beslis(soort: TrajectBesluitSoort, invoer: IngediendBesluit): Promise<unknown> {
    return beurt.neem(async () => {
      // The validator has read it. It is not read again here, since a replay must not depend on lists that may change.
      const { invoerId, codes } = invoer;
      const besluit = { soort, codes } as TrajectBesluit;
      if (toestand.verwerkt.includes(invoerId)) return trajectAntwoord(toestand);
      // An earlier decision may have changed the state while this one waited for its turn.
      const weigering = weigerTrajectBesluit(toestand, besluit);
      if (weigering) throw geweigerd(weigering);
      const isTafelGemist = kanTafelMissen(toestand, soort) && (await mistTafel());
      const nu = Date.now();
      const gevolg = pasTrajectBesluitToe(toestand, besluit, invoerId, nu, isTafelGemist);
      gevolg.toestand.verwerkt = [...toestand.verwerkt, invoerId];
      const antwoord = trajectAntwoord(gevolg.toestand);
      const oorzaak = `invoer:${invoerId}`;
      const [werkdagen] = await Promise.all([
        werkdagenVoor(gevolg, nu),
        opslag.legVast({
          ...vastlegging(oorzaak, gevolg, nu),
          invoer: { id: invoerId, soort, codes: besluit.codes, antwoord },
        }),
      ]);
      voerUit(gevolg, werkdagen);
      return antwoord;
    });
  }

  function mistTafel(): Promise<boolean> {
    const { kenmerk, tafelDatum = '', opgeschort } = toestand;
    return tafels.isTafelGemist({ kenmerk, tafelDatum, sinds: opgeschort?.sindsTijdstip ?? Date.now() });
  }

  function werkdagenVoor({ teStarten }: TrajectGevolg, nu: number): Promise<number[]> {
    return teStarten.length > 0
      ? kalender.werkdagenVanaf({ vanaf: nu, aantal: werkdagenVooruit })
      : Promise.resolve([]);
  }

  /** What follows on a change that is stored: it shows, its mails go out, onderzoeken begin and end. */
  function voerUit(gevolg: TrajectGevolg, werkdagen: number[]): void {
    toon(gevolg.toestand);
    verstuur(gevolg);
    leid(gevolg, werkdagen);
  }

  function leid(gevolg: TrajectGevolg, werkdagen: number[]): void {
    lopend.start(onderzoekBeurt.neem(() => leidOnderzoeken(gevolg, werkdagen)));
  }

  function hoor(signaal: OnderzoekMelding): Promise<void> {
    return beurt.neem(async () => {
      const melding = leesMelding(onderzoekGemeld, onderzoekMeldingSchema, signaal);
      const nu = Date.now();
      const gevolg = melding && verwerkMelding(toestand, melding, nu);
      if (!gevolg) return;
      const { onderzoekId, gelegenheid, antwoord, vraag } = melding;
      const oorzaak = `gemeld:${onderzoekId}:${gelegenheid}`;
      if (antwoord) return neemBewezen(oorzaak, gevolg, nu, { ...antwoord, soort: 'antwoord', onderzoekId });
      if (vraag) return neemBewezen(oorzaak, gevolg, nu, { ...vraag, soort: 'vraag', onderzoekId });
      neem(oorzaak, gevolg, nu);
    });
  }

  function hoorTafel(signaal: TafelMelding): Promise<void> {
    return beurt.neem(async () => {
      const melding = leesMelding(tafelGemeld, tafelMeldingSchema, signaal);
      if (!melding) return;
      const { tafel, naar, gelegenheid } = melding;
      const nu = Date.now();
      const gevolg = besprekingVervallen(toestand, tafel.replace('tafel-', ''), naar, gelegenheid, nu);
      if (gevolg) await neemBewezen(`${tafel}:${gelegenheid}`, gevolg, nu, { vervallenTafel: tafel, naar });
    });
  }

  function hoorDoorbraak(signaal: DoorbraakMelding): Promise<void> {
    return beurt.neem(async () => {
      const melding = leesMelding(doorbraakGemeld, doorbraakMeldingSchema, signaal);
      const nu = Date.now();
      const gevolg = melding && bijDoorbraak(toestand, melding, nu);
      if (!gevolg) return;
      const { doorbraak, isOnder, gelegenheid } = melding;
      await neemBewezen(`${doorbraak}:${gelegenheid}`, gevolg, nu, { doorbraak, isOnder });
    });
  }

  /** Takes a change that another workflow reported, once what is stored proves it; without proof nothing changes. */
  async function neemBewezen(
    oorzaak: string,
    gevolg: TrajectGevolg,
    nu: number,
    bewijs: NonNullable<Vastlegging['bewijs']>,
  ): Promise<void> {
    const [werkdagen, bewezen] = await Promise.all([
      werkdagenVoor(gevolg, nu),
      isBewezen(opslag.legVast({ ...vastlegging(oorzaak, gevolg, nu), bewijs })),
    ]);
    if (bewezen) voerUit(gevolg, werkdagen);
  }

  /** Fetches the coming werkdagen; the state as it is stored gets them with the next change. */
  function haalWerkdagen(): Promise<void> {
    return beurt.neem(async () => {
      const werkdagen = await kalender.werkdagenVanaf(kalenderVraag(toestand, Date.now()));
      toestand = { ...toestand, werkdagen };
    });
  }

  function verwerkTijd(wekker: Exclude<TrajectWekker, { soort: 'kalender' }>): Promise<void> {
    return beurt.neem(async () => {
      const tafelDatum = gaatTerugNaarTafel(toestand, wekker) ? await zoekTafel(wekker) : null;
      const nu = Date.now();
      // A decision that came first may have moved or ended what was waited for.
      if (volgendeWekker(toestand)?.gelegenheid !== wekker.gelegenheid) return;
      const gevolg = verwerkWekker(toestand, wekker, nu, tafelDatum);
      const oorzaak = `wekker:${wekker.gelegenheid}`;
      if (gevolg.teVervallen.length === 0) return neem(oorzaak, gevolg, nu);
      // An onderzoek that lapses asks the row for proof, once: told too early it would stay open for ever.
      await opslag.legVast(vastlegging(oorzaak, gevolg, nu));
      voerUit(gevolg, []);
    });
  }

  /** The next table with room (yyyy-mm-dd), or null; from the third rules on the place is kept until its row is stored. */
  async function zoekTafel({ gelegenheid }: TrajectWekker): Promise<string | null> {
    const na = Date.now();
    if (!kentRegels(toestand, 3)) return kalender.volgendeTafel({ na });
    // For a timer that came too late no place is kept.
    if (volgendeWekker(toestand)?.gelegenheid !== gelegenheid) return null;
    return tafels.houdTafelplaats({ kenmerk: begin.kenmerk, versie: toestand.versie, na });
  }

  /** Takes a change that no person decided: at once in the state, its row and its mails in one activity. */
  function neem(oorzaak: string, gevolg: TrajectGevolg, nu: number): void {
    lopend.start(post.meld(vastlegging(oorzaak, gevolg, nu)));
    toon(gevolg.toestand);
  }

  function verstuur({ berichten }: TrajectGevolg): void {
    if (berichten.length > 0) lopend.start(post.verstuur({ kenmerk: begin.kenmerk, berichten }));
  }

  function toon(nieuw: TrajectToestand): void {
    werkZoekattributenBij(zoekwaardenVan(toestand), zoekwaardenVan(nieuw));
    toestand = nieuw;
    setCurrentDetails(trajectDetails(toestand));
  }

  function vastlegging(oorzaak: string, gevolg: TrajectGevolg, tijdstip: number): Vastlegging {
    return {
      kenmerk: begin.kenmerk,
      oorzaak,
      tijdstip,
      gebeurtenis: gevolg.gebeurtenis,
      traject: gevolg.toestand,
      onderzoeken: gevolg.teStarten,
      berichten: gevolg.berichten,
      ...(gevolg.lacune ? { lacune: gevolg.lacune } : {}),
    };
  }
}

async function leidOnderzoeken(gevolg: TrajectGevolg, werkdagen: number[]): Promise<void> {
  await Promise.all([
    ...gevolg.teStarten.map((o) => startOnderzoek({ ...o, werkdagen })),
    ...gevolg.teVervallen.map(({ id, reden }) => meldOnderzoek(id, laatVervallenSignaal, reden)),
    ...gevolg.teVerplaatsen.map(({ id, antwoordVoorTijdstip }) =>
      meldOnderzoek(id, antwoordVerplaatstSignaal, antwoordVoorTijdstip),
    ),
  ]);
}

function startOnderzoek(o: OnderzoekToestand): Promise<void> {
  return startEenmaal(aanbiederOnderzoek, {
    workflowId: o.id,
    args: [o],
    typedSearchAttributes: zoekparen(zoekwaardenVanOnderzoek(o)),
    staticSummary: onderzoekSamenvatting(o),
  });
}

async function meldOnderzoek<T>(id: string, signaal: SignalDefinition<[T]>, wat: T): Promise<void> {
  try {
    await getExternalWorkflowHandle(id).signal<[T]>(signaal, wat);
  } catch (fout) {
    if (!isAlGesloten(fout)) throw fout;
  }
}
