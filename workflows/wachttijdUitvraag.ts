/**
 * One uitvraag of wachttijden, of a quarter or an extra one, from its begin until it can no longer be opened again. The rules
 * stand in domain/uitvraag.ts; this file connects them to time, messages and activities.
 */
import {
  CancellationScope,
  condition,
  continueAsNew,
  defineUpdate,
  patched,
  setCurrentDetails,
  setHandler,
  sleep,
} from '@temporalio/workflow';
import type { IngediendBesluit } from '../domain/besluiten.ts';
import {
  berichtenVan,
  bijBeginUitvraag,
  pasUitvraagBesluitToe,
  responsVan,
  type UitvraagGevolg,
  type UitvraagPost,
  type UitvraagToestand,
  type UitvraagVastlegging,
  type UitvraagWekker,
  uitvraagAntwoord,
  verstrijkUitvraag,
  volgendeUitvraagwekker,
  weigerUitvraagBesluit,
  zonderAntwoord,
} from '../domain/uitvraag.ts';
import {
  type UitvraagBesluit,
  type UitvraagBesluitSoort,
  uitvraagBesluiten,
} from '../domain/uitvraagBesluiten.ts';
import { uitvraagDetails, uitvraagwekkerSamenvatting } from '../domain/uitvraagbeeld.ts';
import { uitvraagId } from '../domain/uitvraagCodes.ts';
import { opslag, post } from './activiteiten.ts';
import { Beurt, geweigerd, Lopend, leesBesluit } from './besluit.ts';
import { startVerslag } from './startVerslag.ts';

/** How an uitvraag ended. */
interface Afloop {
  gevraagd: number;
  geantwoord: number;
  responsProcent: number;
}

/** Lives until the next quarter is asked for. */
export function wachttijdUitvraag(begin: UitvraagToestand): Promise<Afloop> {
  // A cancel request from the Temporal UI carries no decision of a known person, so it changes nothing.
  return CancellationScope.nonCancellable(() => leefUitvraag(begin));
}

async function leefUitvraag(begin: UitvraagToestand): Promise<Afloop> {
  let toestand = begin;
  const id = uitvraagId(begin.code);
  const beurt = new Beurt();
  const lopend = new Lopend();

  for (const soort of Object.keys(uitvraagBesluiten) as UitvraagBesluitSoort[]) {
    setHandler(defineUpdate<unknown, [IngediendBesluit]>(soort), (invoer) => beslis(soort, invoer), {
      description: uitvraagBesluiten[soort].titel,
      validator: (invoer) => {
        const { invoerId, codes } = leesBesluit<unknown>(uitvraagBesluiten[soort].codes, invoer);
        if (toestand.verwerkt.includes(invoerId)) return;
        const weigering = weigerUitvraagBesluit(toestand, { soort, codes } as UitvraagBesluit, Date.now());
        if (weigering) throw geweigerd(weigering);
      },
    });
  }

  setCurrentDetails(uitvraagDetails(toestand));
  if (toestand.versie === 0) {
    await beurt.neem(() => neem('start', bijBeginUitvraag(toestand), toestand.begonnenTijdstip));
    lopend.start(stuurRonde('uitvraag', 'vraag'));
  }

  for (let wekker = volgendeUitvraagwekker(toestand); wekker; wekker = volgendeUitvraagwekker(toestand)) {
    if (!(await wachtTot(wekker))) await verwerkTijd(wekker);
    if (lopend.magDoorgaan()) await continueAsNew<typeof wachttijdUitvraag>(toestand);
  }
  await condition(() => lopend.isKlaar());
  const [gevraagd, geantwoord] = [toestand.aanbieders.length, toestand.geantwoord.length];
  return { gevraagd, geantwoord, responsProcent: responsVan(gevraagd, geantwoord) };

  /** Waits for the moment of `wekker`; true when something changed what is waited for before that moment came. */
  async function wachtTot(wekker: UitvraagWekker): Promise<boolean> {
    const duur = wekker.tijdstip - Date.now();
    const isAnders = () => !isZelfde(wekker) || lopend.magDoorgaan();
    return duur > 0 && condition(isAnders, duur, { summary: uitvraagwekkerSamenvatting(wekker) });
  }

  function isZelfde(wekker: UitvraagWekker): boolean {
    const nu = volgendeUitvraagwekker(toestand);
    return nu?.soort === wekker.soort && nu.tijdstip === wekker.tijdstip;
  }

  function beslis(soort: UitvraagBesluitSoort, invoer: IngediendBesluit): Promise<unknown> {
    return beurt.neem(async () => {
      // The validator has read it. It is not read again here, since a replay must not depend on lists that may change.
      const { invoerId, codes } = invoer;
      const besluit = { soort, codes } as UitvraagBesluit;
      const { aanbieder } = besluit.codes;
      if (toestand.verwerkt.includes(invoerId)) return uitvraagAntwoord(toestand, aanbieder);
      const nu = Date.now();
      // It may have closed while this one waited for its turn.
      const weigering = weigerUitvraagBesluit(toestand, besluit, nu);
      if (weigering) throw geweigerd(weigering);
      const gevolg = pasUitvraagBesluitToe(toestand, besluit, nu);
      gevolg.toestand.verwerkt = [...toestand.verwerkt, invoerId];
      const antwoord = uitvraagAntwoord(gevolg.toestand, aanbieder);
      await neem(`invoer:${invoerId}`, gevolg, nu, { id: invoerId, soort, codes, antwoord });
      return antwoord;
    });
  }

  function verwerkTijd(wekker: UitvraagWekker): Promise<void> {
    return beurt.neem(async () => {
      // A decision that came first may have moved what was waited for.
      if (!isZelfde(wekker)) return;
      const nu = Date.now();
      const gevolg = verstrijkUitvraag(toestand, wekker.soort, nu);
      const oorzaak =
        wekker.soort === 'herinnering' ? `herinnering-${gevolg.toestand.herinneringen}` : wekker.soort;
      await neem(`wekker:${oorzaak}`, gevolg, nu);
      // An uitvraag that closed under an earlier release has its figures published by the Schedule of then, or when that is removed (workers/verslagschema.ts).
      if (wekker.soort === 'sluit' && toestand.soort === 'kwartaal' && patched('publicatie-bij-sluiten'))
        await startVerslag({ soort: 'wachttijden', periode: toestand.code, versie: 1 });
      // After an outage it may be too late to answer.
      if (wekker.soort === 'herinnering' && nu < toestand.sluitTijdstip)
        lopend.start(stuurRonde('uitvraag-herinnering', oorzaak));
    });
  }

  /** Stores a change, takes it, and sends its e-mails behind it; what comes next finds it in PostgreSQL. */
  async function neem(
    oorzaak: string,
    { toestand: nieuw, wat, aanbieder, berichten }: UitvraagGevolg,
    tijdstip: number,
    invoer?: NonNullable<UitvraagVastlegging['invoer']>,
  ): Promise<void> {
    const { code, versie, status, herinneringen } = nieuw;
    const heropendTotTijdstip =
      invoer?.soort === 'heropening' && aanbieder ? nieuw.heropend[aanbieder] : undefined;
    const erbij = await opslag.legUitvraagVast({
      kenmerk: id,
      oorzaak,
      tijdstip,
      wat,
      stand: { code, versie, status, herinneringen },
      ...(aanbieder === undefined ? {} : { aanbieder }),
      ...(heropendTotTijdstip === undefined ? {} : { heropendTotTijdstip }),
      ...(invoer ? { invoer } : {}),
      berichten,
    });
    toestand = nieuw;
    setCurrentDetails(uitvraagDetails(toestand));
    // In a history of an earlier release it gave nothing back.
    const teVersturen = [...berichten, ...(erbij ?? [])];
    if (teVersturen.length > 0) lopend.start(post.verstuur({ kenmerk: id, berichten: teVersturen }));
  }

  /**
   * Mails all that have not answered, so many in a minute. What does not get through now is tried on its own, and the
   * next part goes out; only when nothing gets through at all, the parts behind it wait.
   */
  async function stuurRonde(soort: UitvraagPost['soort'], ronde: string): Promise<void> {
    const { perMinuut, sluitTijdstip } = toestand;
    const gevraagd = zonderAntwoord(toestand);
    for (let deel = 0; deel * perMinuut < gevraagd.length; deel++) {
      if (deel > 0)
        await sleep('1 minute', { summary: 'volgende deel van de e-mails, verspreid over de tijd' });
      const nog = new Set(zonderAntwoord(toestand));
      const aanbieders = gevraagd
        .slice(deel * perMinuut, (deel + 1) * perMinuut)
        .filter((aanbieder) => nog.has(aanbieder));
      if (aanbieders.length === 0 || toestand.status !== 'open') continue;
      const opdracht: UitvraagPost = {
        kenmerk: id,
        soort,
        gelegenheid: `${ronde}-deel-${deel + 1}`,
        tijdstip: Date.now(),
        aanbieders,
        gegevens: { tot: sluitTijdstip },
      };
      const isKlaar = await post.verstuurUitvraag(opdracht);
      if (!isKlaar)
        lopend.start(post.verstuur({ kenmerk: id, berichten: berichtenVan(opdracht).slice(0, 1) }));
    }
  }
}
