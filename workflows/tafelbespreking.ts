/**
 * One date of the table, from the moment that it is planned until the day after it. The rules stand in domain/tafel.ts;
 * this file connects them to time, messages and activities.
 */
import {
  CancellationScope,
  condition,
  continueAsNew,
  defineUpdate,
  getExternalWorkflowHandle,
  patched,
  setCurrentDetails,
  setHandler,
} from '@temporalio/workflow';
import type { IngediendBesluit } from '../domain/besluiten.ts';
import { trajectWorkflowId } from '../domain/kenmerk.ts';
import type { TafelMelding } from '../domain/meldingen.ts';
import {
  bijBeginTafel,
  isOvergeslagen,
  pasTafelBesluitToe,
  sluitAgenda,
  type TafelGevolg,
  type TafelToestand,
  type TafelVastlegging,
  type TafelWekker,
  tafelAntwoord,
  verdeeldZonder,
  verstrijk,
  volgendeTafelwekker,
  weigerTafelBesluit,
  wisselGenodigden,
} from '../domain/tafel.ts';
import { type TafelBesluit, type TafelUpdateSoort, tafelUpdates } from '../domain/tafelBesluiten.ts';
import { tafelDetails, tafelwekkerSamenvatting } from '../domain/tafelbeeld.ts';
import { tafelId } from '../domain/tafelCodes.ts';
import { kalender, opslag, post, tafels } from './activiteiten.ts';
import { Beurt, geweigerd, isAlGesloten, Lopend, leesBesluit } from './besluit.ts';
import { tafelGemeld } from './signalen.ts';

/** Lives until the day after the table, or until the table is cancelled and each of its trajecten has been told. */
export function tafelbespreking(begin: TafelToestand): Promise<ReturnType<typeof tafelAntwoord>> {
  // A cancel request from the Temporal UI carries no decision of a known person, so it changes nothing.
  return CancellationScope.nonCancellable(() => leefTafel(begin));
}

async function leefTafel(begin: TafelToestand): Promise<ReturnType<typeof tafelAntwoord>> {
  let toestand = begin;
  const id = tafelId(begin.datum);
  const beurt = new Beurt();
  const lopend = new Lopend();

  for (const soort of Object.keys(tafelUpdates) as TafelUpdateSoort[]) {
    setHandler(defineUpdate<unknown, [IngediendBesluit]>(soort), (invoer) => beslis(soort, invoer), {
      description: tafelUpdates[soort].titel,
      validator: (invoer) => {
        const { invoerId } = leesBesluit<unknown>(tafelUpdates[soort].codes, invoer);
        if (toestand.verwerkt.includes(invoerId)) return;
        const weigering = weigerTafelBesluit(toestand, soort);
        if (weigering) throw geweigerd(weigering);
      },
    });
  }

  setCurrentDetails(tafelDetails(toestand));
  if (toestand.versie === 0) neem('start', bijBeginTafel(toestand), toestand.gemaaktTijdstip);

  for (let wekker = volgendeTafelwekker(toestand); wekker; wekker = volgendeTafelwekker(toestand)) {
    if (!(await wachtTot(wekker))) await verwerkTijd(wekker);
    if (lopend.magDoorgaan()) await continueAsNew<typeof tafelbespreking>(toestand);
  }
  await condition(() => lopend.isKlaar());
  return tafelAntwoord(toestand);

  /** Waits for the moment of `wekker`; true when something changed what is waited for before that moment came. */
  async function wachtTot(wekker: TafelWekker): Promise<boolean> {
    const duur = wekker.tijdstip - Date.now();
    const isAnders = () => !isZelfde(wekker) || lopend.magDoorgaan();
    return duur > 0 && condition(isAnders, duur, { summary: tafelwekkerSamenvatting(wekker) });
  }

  function isZelfde(wekker: TafelWekker): boolean {
    const nu = volgendeTafelwekker(toestand);
    return nu?.soort === wekker.soort && nu.tijdstip === wekker.tijdstip;
  }

  function beslis(soort: TafelUpdateSoort, invoer: IngediendBesluit): Promise<unknown> {
    return beurt.neem(async () => {
      // The validator has read it. It is not read again here, since a replay must not depend on lists that may change.
      const { invoerId, codes } = invoer;
      if (toestand.verwerkt.includes(invoerId)) return tafelAntwoord(toestand);
      // An earlier decision may have changed the state while this one waited for its turn.
      const weigering = weigerTafelBesluit(toestand, soort, magNaEinde(soort));
      if (weigering) throw geweigerd(weigering);
      const gevolg =
        soort === 'tafelleden' ? await naWissel() : await naBesluit({ soort, codes } as TafelBesluit);
      const nu = Date.now();
      gevolg.toestand.verwerkt = [...toestand.verwerkt, invoerId];
      const antwoord = tafelAntwoord(gevolg.toestand);
      await opslag.legTafelVast({
        ...vastlegging(`invoer:${invoerId}`, gevolg, nu),
        invoer: { id: invoerId, soort, codes, antwoord },
      });
      toon(gevolg.toestand);
      if (gevolg.berichten.length > 0)
        lopend.start(post.verstuur({ kenmerk: id, berichten: gevolg.berichten }));
      if (toestand.status === 'vervallen') lopend.start(meldVervallen());
      return antwoord;
    });
  }

  /** Under the first rules a table that was held meanwhile refused this in its turn. Asked only where it matters: each table that asks remembers it. */
  function magNaEinde(soort: TafelUpdateSoort): boolean {
    return toestand.status !== 'gehouden' || soort !== 'vervallen' || patched('tafel-vervalt-na-einde');
  }

  async function naBesluit(besluit: TafelBesluit): Promise<TafelGevolg> {
    const { datum, gemaaktTijdstip, genodigden, agenda } = toestand;
    const beginTijd =
      besluit.soort === 'wijziging' ? (besluit.codes.beginTijd ?? toestand.beginTijd) : undefined;
    const momenten = beginTijd
      ? await kalender.tafelMomenten({ datum, beginTijd, gemaaktTijdstip })
      : toestand;
    if (toestand.status !== 'gehouden') return pasTafelBesluitToe(toestand, besluit, momenten);
    const { vanAgenda } = await tafels.leesTafelwissel({ datum, genodigden, agenda });
    return pasTafelBesluitToe(toestand, besluit, momenten, vanAgenda);
  }

  /** Before the agenda closes nobody is invited yet: then it is read who the guests are. */
  async function naWissel(): Promise<TafelGevolg> {
    const { datum, genodigden, agenda, status } = toestand;
    const wissel =
      status === 'agenda-gesloten'
        ? await tafels.leesTafelwissel({ datum, genodigden, agenda })
        : { komen: [], gaan: [] };
    return wisselGenodigden(toestand, wissel, Date.now());
  }

  function verwerkTijd(wekker: TafelWekker): Promise<void> {
    return beurt.neem(async () => {
      // A decision that came first may have moved or ended what was waited for.
      if (!isZelfde(wekker)) return;
      if (wekker.soort !== 'agenda-sluit')
        return neem(`wekker:${wekker.soort}`, verstrijk(toestand, wekker.soort), Date.now());
      const gesloten = await tafels.leesGeslotenAgenda({ datum: begin.datum });
      const nu = Date.now();
      neem(`wekker:${wekker.soort}`, sluitAgenda(toestand, gesloten, nu), nu);
    });
  }

  /** Each traject of a cancelled table hears where it goes; the row of the table is the proof of it. */
  async function meldVervallen(): Promise<void> {
    const verdeling = await tafels.verdeelNaVervallen({ datum: begin.datum, nu: Date.now() });
    const gelegenheid = `vervallen-${toestand.versie}`;
    const overgeslagen: string[] = [];
    const meldingen: Promise<void>[] = [];
    for (const [kenmerk, naar] of Object.entries(verdeling)) {
      if (isOvergeslagen(naar)) overgeslagen.push(kenmerk);
      else meldingen.push(meldTraject(kenmerk, { tafel: id, gelegenheid, naar }));
    }
    if (overgeslagen.length > 0) neem('verdeeld', verdeeldZonder(toestand, overgeslagen), Date.now());
    await Promise.all(meldingen);
  }

  /** Takes a change that no person decided: at once in the state, its row and its mails in one activity. */
  function neem(oorzaak: string, gevolg: TafelGevolg, nu: number): void {
    lopend.start(post.meldTafel(vastlegging(oorzaak, gevolg, nu)));
    toon(gevolg.toestand);
  }

  function toon(nieuw: TafelToestand): void {
    toestand = nieuw;
    setCurrentDetails(tafelDetails(toestand));
  }

  function vastlegging(oorzaak: string, gevolg: TafelGevolg, tijdstip: number): TafelVastlegging {
    const { wat, berichten } = gevolg;
    return { kenmerk: id, oorzaak, tijdstip, wat, tafel: gevolg.toestand, berichten };
  }
}

async function meldTraject(kenmerk: string, melding: TafelMelding): Promise<void> {
  try {
    await getExternalWorkflowHandle(trajectWorkflowId(kenmerk)).signal(tafelGemeld, melding);
  } catch (fout) {
    if (!isAlGesloten(fout)) throw fout;
  }
}
