/**
 * The doorbraak of one period: who waits three months, gone through with the GI's, until every agreement is done or
 * no longer followed. The rules stand in domain/doorbraak.ts; this file connects them to time, messages and activities.
 */
import {
  CancellationScope,
  condition,
  continueAsNew,
  defineSignal,
  defineUpdate,
  getExternalWorkflowHandle,
  setCurrentDetails,
  setHandler,
} from '@temporalio/workflow';
import type { IngediendBesluit } from '../domain/besluiten.ts';
import {
  beginMetZaken,
  type DoorbraakGevolg,
  type DoorbraakToestand,
  type DoorbraakVastlegging,
  type DoorbraakWekker,
  doorbraakAntwoord,
  gaatOver,
  gelegenheidVan,
  heeftGevolg,
  kopVan,
  metGeslotenTrajecten,
  metOpenAfspraak,
  nogOnvolledig,
  pasDoorbraakBesluitToe,
  rondAf,
  teMelden,
  verstrijkDoorbraak,
  volgendeDoorbraakwekker,
  weigerDoorbraakBesluit,
  weigerInStatus,
} from '../domain/doorbraak.ts';
import {
  type DoorbraakBesluit,
  type DoorbraakBesluitSoort,
  doorbraakBesluiten,
} from '../domain/doorbraakBesluiten.ts';
import { doorbraakDetails, doorbraakwekkerSamenvatting } from '../domain/doorbraakbeeld.ts';
import { doorbraakId, doorbraakIdSchema } from '../domain/doorbraakCodes.ts';
import { trajectWorkflowId } from '../domain/kenmerk.ts';
import type { DoorbraakMelding } from '../domain/meldingen.ts';
import { doorbraken, kalender, opslag, post } from './activiteiten.ts';
import { Beurt, geweigerd, isAlGesloten, Lopend, leesBesluit } from './besluit.ts';
import { doorbraakGemeld } from './signalen.ts';

/** The next doorbraak tells an earlier one, by its id, that it took over what was not agreed. */
const volgendeBegonnen = defineSignal<[string]>('volgendeBegonnen');

/** How many trajecten are told at once: far below what a server takes from one workflow. */
const meldingenTegelijk = 100;

/** Lives until it is closed and no agreement is left to follow up. Its input is also its continue-as-new state. */
export function doorbraakReview(begin: DoorbraakToestand): Promise<ReturnType<typeof doorbraakAntwoord>> {
  // A cancel request from the Temporal UI carries no decision of a known person, so it changes nothing.
  return CancellationScope.nonCancellable(() => leefDoorbraak(begin));
}

async function leefDoorbraak(begin: DoorbraakToestand): Promise<ReturnType<typeof doorbraakAntwoord>> {
  let toestand = begin;
  const id = doorbraakId(begin.periode);
  const beurt = new Beurt();
  /** Trajecten hear in the order in which things changed: that it is over never overtakes that it began. */
  const meldBeurt = new Beurt();
  const lopend = new Lopend();

  // A decision may have been waiting for this workflow to run: it comes after the beginning, not before.
  const begonnen = toestand.versie === 0 ? beurt.neem(begint) : Promise.resolve();

  for (const soort of Object.keys(doorbraakBesluiten) as DoorbraakBesluitSoort[]) {
    setHandler(defineUpdate<unknown, [IngediendBesluit]>(soort), (invoer) => beslis(soort, invoer), {
      description: doorbraakBesluiten[soort].titel,
      validator: (invoer) => {
        const { invoerId, codes } = leesBesluit<unknown>(doorbraakBesluiten[soort].codes, invoer);
        if (toestand.verwerkt.includes(invoerId) || beurt.isBezig()) return;
        const besluit = { soort, codes } as DoorbraakBesluit;
        // Whether it may close depends on which trajecten have closed, and that takes an activity.
        const weigering =
          soort === 'sluiting'
            ? weigerInStatus(toestand.status, soort)
            : weigerDoorbraakBesluit(toestand, besluit);
        if (weigering) throw geweigerd(weigering);
      },
    });
  }
  setHandler(volgendeBegonnen, hoorVolgende, {
    description: 'De volgende doorbraak neemt over waarover niets is afgesproken',
  });

  setCurrentDetails(doorbraakDetails(toestand));
  await begonnen;

  while (toestand.status !== 'afgerond') {
    const wekker = volgendeDoorbraakwekker(toestand);
    if (!wekker && toestand.status === 'gesloten') await beurt.neem(sluitAf);
    else if (!(await wachtTot(wekker)) && wekker) await verwerkTijd(wekker);
    if (lopend.magDoorgaan()) await continueAsNew<typeof doorbraakReview>(toestand);
  }
  await condition(() => lopend.isKlaar());
  return doorbraakAntwoord(toestand);

  /** Chooses who is gone through, invites, and takes over what an earlier doorbraak left. */
  async function begint(): Promise<void> {
    const zaken = await doorbraken.kiesDoorbraakzaken({ periode: begin.periode });
    const nu = Date.now();
    const gevolg = beginMetZaken(toestand, zaken, nu);
    await opslag.legDoorbraakVast(vastlegging('start', gevolg, nu));
    voerUit(gevolg);
    const eerdere = [...new Set(zaken.flatMap(({ overVan }) => overVan ?? []))];
    for (const eerder of eerdere) lopend.start(meldVolgende(eerder, id));
  }

  /** Waits for the moment of `wekker`; true when something changed what is waited for before that moment came. */
  async function wachtTot(wekker: DoorbraakWekker | null): Promise<boolean> {
    const { status } = toestand;
    const isAnders = () =>
      volgendeDoorbraakwekker(toestand)?.tijdstip !== wekker?.tijdstip ||
      toestand.status !== status ||
      lopend.magDoorgaan();
    if (!wekker) return condition(isAnders).then(() => true);
    const duur = wekker.tijdstip - Date.now();
    return duur > 0 && condition(isAnders, duur, { summary: doorbraakwekkerSamenvatting(wekker) });
  }

  function beslis(soort: DoorbraakBesluitSoort, invoer: IngediendBesluit): Promise<unknown> {
    return beurt.neem(async () => {
      // The validator has read it. It is not read again here, since a replay must not depend on lists that may change.
      const { invoerId, codes } = invoer;
      if (toestand.verwerkt.includes(invoerId)) return doorbraakAntwoord(toestand);
      const besluit = { soort, codes } as DoorbraakBesluit;
      const eerst = soort === 'sluiting' ? await zonderGesloten(nogOnvolledig(toestand)) : null;
      const van = eerst?.toestand ?? toestand;
      // An earlier decision may have changed the state while this one waited for its turn.
      const weigering = weigerDoorbraakBesluit(van, besluit);
      if (weigering) throw geweigerd(weigering);
      const termijnen =
        besluit.soort === 'afspraak'
          ? await kalender.afspraakTermijnen({ voorDatum: besluit.codes.voorDatum })
          : { herinnerTijdstip: 0, escalatieTijdstip: 0 };
      const nu = Date.now();
      const gevolg = ook(eerst, pasDoorbraakBesluitToe(van, besluit, invoerId, nu, termijnen));
      gevolg.toestand.verwerkt = [...toestand.verwerkt, invoerId];
      const antwoord = doorbraakAntwoord(gevolg.toestand);
      await opslag.legDoorbraakVast({
        ...vastlegging(`invoer:${invoerId}`, gevolg, nu),
        invoer: { id: invoerId, soort, codes, antwoord },
      });
      voerUit(gevolg);
      return antwoord;
    });
  }

  function verwerkTijd(wekker: DoorbraakWekker): Promise<void> {
    return beurt.neem(async () => {
      const eerst = await zonderGesloten([
        ...('stap' in wekker ? nogOnvolledig(toestand) : []),
        ...metOpenAfspraak(toestand),
      ]);
      const nu = Date.now();
      const gevolg = ook(eerst, verstrijkDoorbraak(eerst?.toestand ?? toestand, nu));
      // A decision that came first may have ended what was waited for.
      if (heeftGevolg(toestand, gevolg)) neem(`wekker:${gelegenheidVan(wekker)}`, gevolg, nu);
    });
  }

  /** Nothing is asked any more about a traject that has closed since; null when none of these has. */
  async function zonderGesloten(kenmerken: string[]): Promise<DoorbraakGevolg | null> {
    if (kenmerken.length === 0) return null;
    const gesloten = await doorbraken.leesGeslotenTrajecten({ kenmerken });
    return gesloten.length > 0 ? metGeslotenTrajecten(toestand, gesloten) : null;
  }

  function hoorVolgende(signaal: string): Promise<void> {
    return beurt.neem(async () => {
      const { data: naar } = doorbraakIdSchema.safeParse(signaal);
      if (!naar || naar === id) return;
      // What is stored is the proof: anybody with the Temporal UI can send a signal.
      const kenmerken = await doorbraken.leesOvergegaan({ van: id, naar });
      const nu = Date.now();
      const gevolg = gaatOver(toestand, naar, kenmerken, nu);
      if (gevolg) neem(`volgende:${naar}`, gevolg, nu);
    });
  }

  function sluitAf(): void {
    if (toestand.status === 'gesloten' && !volgendeDoorbraakwekker(toestand))
      neem('afgerond', rondAf(toestand), Date.now());
  }

  /** Takes a change that no person decided: at once in the state, its rows and its mails in one activity. */
  function neem(oorzaak: string, gevolg: DoorbraakGevolg, nu: number): void {
    const opgeslagen = post.meldDoorbraak(vastlegging(oorzaak, gevolg, nu));
    lopend.start(opgeslagen);
    toon(gevolg, opgeslagen);
  }

  /** What follows on a change that is stored: it shows, its mails go out, trajecten hear of it. */
  function voerUit(gevolg: DoorbraakGevolg): void {
    toon(gevolg, Promise.resolve());
    if (gevolg.berichten.length > 0)
      lopend.start(post.verstuur({ kenmerk: id, berichten: gevolg.berichten }));
  }

  function toon(gevolg: DoorbraakGevolg, opgeslagen: Promise<void>): void {
    const meldingen = teMelden(toestand, gevolg.toestand);
    toestand = gevolg.toestand;
    setCurrentDetails(doorbraakDetails(toestand));
    if (meldingen.length > 0)
      lopend.start(
        meldBeurt.neem(async () => {
          // A traject asks what is stored for the proof.
          await opgeslagen;
          for (let van = 0; van < meldingen.length; van += meldingenTegelijk)
            await Promise.all(meldingen.slice(van, van + meldingenTegelijk).map(meldTraject));
        }),
      );
  }

  function vastlegging(oorzaak: string, gevolg: DoorbraakGevolg, tijdstip: number): DoorbraakVastlegging {
    const { wat, berichten, gewijzigd } = gevolg;
    return {
      kenmerk: id,
      oorzaak,
      tijdstip,
      wat,
      kop: kopVan(gevolg.toestand),
      zaken: gevolg.toestand.zaken.filter(({ kenmerk }) => gewijzigd.includes(kenmerk)),
      berichten,
    };
  }
}

/** Both changes as one; the first may be none. */
function ook(eerst: DoorbraakGevolg | null, dan: DoorbraakGevolg): DoorbraakGevolg {
  return { ...dan, gewijzigd: [...new Set([...(eerst?.gewijzigd ?? []), ...dan.gewijzigd])] };
}

async function meldTraject({
  kenmerk,
  melding,
}: {
  kenmerk: string;
  melding: DoorbraakMelding;
}): Promise<void> {
  await meld(trajectWorkflowId(kenmerk), doorbraakGemeld.name, melding);
}

async function meldVolgende(eerder: string, id: string): Promise<void> {
  await meld(eerder, volgendeBegonnen.name, id);
}

/** Tells another workflow; one that has ended has no use for it. */
async function meld(workflowId: string, signaal: string, inhoud: unknown): Promise<void> {
  try {
    await getExternalWorkflowHandle(workflowId).signal(signaal, inhoud);
  } catch (fout) {
    if (!isAlGesloten(fout)) throw fout;
  }
}
