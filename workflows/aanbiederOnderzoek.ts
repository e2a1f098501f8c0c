/**
 * The onderzoek of one aanbieder in one round: asked, reminded, escalated, answered. The rules stand in
 * domain/onderzoek.ts.
 */

import {
  CancellationScope,
  condition,
  continueAsNew,
  defineSignal,
  defineUpdate,
  getExternalWorkflowHandle,
  patched,
  setCurrentDetails,
  setHandler,
} from '@temporalio/workflow';
import { herinneringSamenvatting, onderzoekDetails } from '../domain/beeld.ts';
import {
  type AntwoordCodes,
  type IngediendBesluit,
  type OnderzoekBesluit,
  type OnderzoekBesluitSoort,
  onderzoekBesluiten,
  type VraagCodes,
} from '../domain/besluiten.ts';
import {
  antwoordVoorSchema,
  beginOnderzoek,
  herinner,
  isOpen,
  isVastgelopen,
  laatVervallen,
  type OnderzoekGevolg,
  type OnderzoekMelding,
  type OnderzoekToestand,
  type OnderzoekWekker,
  onderzoekAntwoord,
  pasOnderzoekBesluitToe,
  stilSinds,
  type VervalReden,
  verplaatsAntwoord,
  vervalRedenSchema,
  volgendeHerinnering,
  weigerOnderzoekBesluit,
} from '../domain/onderzoek.ts';
import type { Vastlegging } from '../domain/vastlegging.ts';
import { kalender, opslag, post } from './activiteiten.ts';
import { Beurt, geweigerd, isAlGesloten, isBewezen, Lopend, leesBesluit } from './besluit.ts';
import { onderzoekGemeld } from './signalen.ts';

/** How many werkdagen are fetched when the calendar of an onderzoek runs out: some three months. */
const werkdagenVooruit = 60;

/** The traject no longer needs the answer. */
export const laatVervallenSignaal = defineSignal<[VervalReden]>('laatVervallen');

/** The answer is asked before another moment (ms since the epoch), since the ambitie of the traject moved. */
export const antwoordVerplaatstSignaal = defineSignal<[number]>('antwoordVerplaatst');

/** Lives until the aanbieder has answered or the answer is no longer needed. */
export function aanbiederOnderzoek(begin: OnderzoekToestand): Promise<ReturnType<typeof onderzoekAntwoord>> {
  // A cancel request from the Temporal UI carries no decision of a known person, so it changes nothing.
  return CancellationScope.nonCancellable(() => leefOnderzoek(begin));
}

async function leefOnderzoek(begin: OnderzoekToestand): Promise<ReturnType<typeof onderzoekAntwoord>> {
  let toestand = begin;
  const beurt = new Beurt();
  const lopend = new Lopend();
  /** Why the traject no longer needs the answer, when it said so after the answer was taken. */
  let teLaat: VervalReden | undefined;

  for (const soort of Object.keys(onderzoekBesluiten) as OnderzoekBesluitSoort[]) {
    setHandler(defineUpdate<unknown, [IngediendBesluit]>(soort), (invoer) => beslis(soort, invoer), {
      description: onderzoekBesluiten[soort].titel,
      validator: (invoer) => {
        const { invoerId } = leesBesluit<unknown>(onderzoekBesluiten[soort].codes, invoer);
        if (toestand.verwerkt.includes(invoerId) || beurt.isBezig()) return;
        const weigering = weigerOnderzoekBesluit(toestand, soort);
        if (weigering) throw geweigerd(weigering);
      },
    });
  }
  setHandler(laatVervallenSignaal, verval, { description: 'Het antwoord is niet meer nodig' });
  setHandler(antwoordVerplaatstSignaal, verplaats, {
    description: 'Het antwoord is voor een ander moment nodig',
  });

  setCurrentDetails(onderzoekDetails(toestand));
  if (toestand.versie === 0) neem('gevraagd', beginOnderzoek(toestand), toestand.gevraagdTijdstip);

  while (isOpen(toestand.status)) {
    const wekker = volgendeHerinnering(toestand);
    if (wekker === 'werkdagen-op') await haalWerkdagen();
    else if (wekker && !(await wachtTot(wekker))) await verwerkTijd(wekker);
    if (lopend.magDoorgaan()) await continueAsNew<typeof aanbiederOnderzoek>(toestand);
  }
  await condition(() => lopend.isKlaar());
  return onderzoekAntwoord(toestand);

  /** Waits for the moment of `wekker`; true when something changed what is waited for before that moment came. */
  async function wachtTot(wekker: OnderzoekWekker): Promise<boolean> {
    const isAnders = () => !isZelfdeWekker(wekker) || lopend.magDoorgaan();
    const duur = wekker.tijdstip - Date.now();
    return duur > 0 && condition(isAnders, duur, { summary: herinneringSamenvatting(toestand, wekker) });
  }

  function isZelfdeWekker(wekker: OnderzoekWekker): boolean {
    const nu = volgendeHerinnering(toestand);
    return (
      nu !== null && nu !== 'werkdagen-op' && nu.tijdstip === wekker.tijdstip && nu.nummer === wekker.nummer
    );
  }

  async function haalWerkdagen(): Promise<void> {
    const werkdagen = await kalender.werkdagenVanaf({ vanaf: stilSinds(toestand), aantal: werkdagenVooruit });
    toestand = { ...toestand, werkdagen };
  }

  function beslis(soort: OnderzoekBesluitSoort, invoer: IngediendBesluit): Promise<unknown> {
    return beurt.neem(async () => {
      // The validator has read it. It is not read again here, since a replay must not depend on lists that may change.
      const { invoerId, codes } = invoer;
      if (toestand.verwerkt.includes(invoerId)) return onderzoekAntwoord(toestand);
      const weigering = weigerOnderzoekBesluit(toestand, soort);
      if (weigering) throw geweigerd(weigering);
      const nu = Date.now();
      const gevolg = pasOnderzoekBesluitToe(toestand, { soort, codes } as OnderzoekBesluit, nu);
      gevolg.toestand.verwerkt = [...toestand.verwerkt, invoerId];
      const antwoord = onderzoekAntwoord(gevolg.toestand);
      await opslag.legVast({
        ...vastlegging(`invoer:${invoerId}`, gevolg, nu),
        invoer: { id: invoerId, soort, codes, antwoord },
      });
      // The traject hears an answer and a question; a mere sign of life only when it was thought stuck.
      const isNieuwVoorTraject = soort === 'antwoord' || soort === 'vraag' || isVastgelopen(toestand);
      toon(gevolg.toestand);
      const wat = {
        ...(soort === 'antwoord' ? { antwoord: { invoerId, codes: codes as AntwoordCodes } } : {}),
        ...(soort === 'vraag' ? { vraag: { invoerId, codes: codes as VraagCodes } } : {}),
      };
      if (isNieuwVoorTraject)
        lopend.start(meldTraject({ gelegenheid: `${soort}-${gevolg.toestand.versie}`, ...wat }));
      return antwoord;
    });
  }

  function verval(reden: VervalReden): Promise<void> {
    return beurt.neem(async () => {
      if (!vervalRedenSchema.safeParse(reden).success) return;
      if (isOpen(toestand.status)) await neemVerval(reden);
      else teLaat = reden;
    });
  }

  function verplaats(moment: number): Promise<void> {
    return beurt.neem(async () => {
      const { data: antwoordVoorTijdstip } = antwoordVoorSchema.safeParse(moment);
      if (antwoordVoorTijdstip === undefined) return;
      const gevolg = verplaatsAntwoord(toestand, antwoordVoorTijdstip);
      if (!gevolg) return;
      const bewijs = { verplaatstOnderzoek: begin.id, antwoordVoorTijdstip };
      await neemBewezen(`verplaatst-${gevolg.toestand.versie}`, gevolg, bewijs);
    });
  }

  function neemVerval(reden: VervalReden): Promise<void> {
    return neemBewezen('vervallen', laatVervallen(toestand, reden), { vervallenOnderzoek: begin.id });
  }

  /** Takes a change that the traject told, once what is stored of the traject proves it; without proof nothing changes. */
  async function neemBewezen(
    gelegenheid: string,
    gevolg: OnderzoekGevolg,
    bewijs: NonNullable<Vastlegging['bewijs']>,
  ): Promise<void> {
    const rij = vastlegging(`onderzoek:${begin.id}:${gelegenheid}`, gevolg, Date.now());
    if (!(await isBewezen(opslag.legVast({ ...rij, bewijs })))) return;
    toon(gevolg.toestand);
    if (gevolg.berichten.length > 0)
      lopend.start(post.verstuur({ kenmerk: begin.kenmerk, berichten: gevolg.berichten }));
  }

  function verwerkTijd(wekker: OnderzoekWekker): Promise<void> {
    return beurt.neem(() => {
      if (!isZelfdeWekker(wekker)) return;
      const nu = Date.now();
      const wasVastgelopen = isVastgelopen(toestand);
      neem(`${wekker.soort}-${wekker.nummer}`, herinner(toestand, wekker, nu), nu);
      if (!wasVastgelopen && isVastgelopen(toestand))
        lopend.start(meldTraject({ gelegenheid: `vastgelopen-${wekker.nummer}` }));
    });
  }

  async function meldTraject(
    wat: Pick<OnderzoekMelding, 'gelegenheid' | 'antwoord' | 'vraag'>,
  ): Promise<void> {
    const melding: OnderzoekMelding = {
      onderzoekId: toestand.id,
      vastgelopen: isVastgelopen(toestand),
      bevestigd: toestand.bevestigdTijdstip !== undefined,
      ...wat,
    };
    try {
      await getExternalWorkflowHandle(toestand.trajectId).signal(onderzoekGemeld, melding);
    } catch (fout) {
      if (!isAlGesloten(fout)) throw fout;
      // The traject ended while the answer was on its way: nobody else tells the aanbieder that its place is not needed.
      if (toestand.status === 'beantwoord' && patched('antwoord-na-afsluiting'))
        await beurt.neem(async () => {
          // Another message may have met the same end, and told it in an earlier turn.
          if (toestand.status === 'beantwoord') await neemVerval(teLaat ?? 'afgesloten');
        });
    }
  }

  /** Takes a change that no person decided: at once in the state, its row and its mails in one activity. */
  function neem(gelegenheid: string, gevolg: OnderzoekGevolg, nu: number): void {
    lopend.start(post.meld(vastlegging(`onderzoek:${begin.id}:${gelegenheid}`, gevolg, nu)));
    toon(gevolg.toestand);
  }

  function toon(nieuw: OnderzoekToestand): void {
    toestand = nieuw;
    setCurrentDetails(onderzoekDetails(toestand));
  }

  function vastlegging(oorzaak: string, gevolg: OnderzoekGevolg, tijdstip: number): Vastlegging {
    return {
      kenmerk: begin.kenmerk,
      oorzaak,
      tijdstip,
      gebeurtenis: gevolg.gebeurtenis,
      onderzoeken: [gevolg.toestand],
      berichten: gevolg.berichten,
    };
  }
}
