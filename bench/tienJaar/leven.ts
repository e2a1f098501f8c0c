/** One traject of the generated years, lived by the rules of domain/ from its aanmelding on: every line is one that the workflows could have stored. */
import { dag } from '../../domain/beleid.ts';
import type { BerichtOpdracht } from '../../domain/berichten.ts';
import type { OnderzoekBesluit, TrajectBesluit } from '../../domain/besluiten.ts';
import type { Gebeurtenis } from '../../domain/gebeurtenis.ts';
import {
  beginOnderzoek,
  herinner,
  isOpen,
  isVastgelopen,
  laatVervallen,
  type OnderzoekMelding,
  type OnderzoekToestand,
  onderzoekAntwoord,
  pasOnderzoekBesluitToe,
  stilSinds,
  volgendeHerinnering,
  weigerOnderzoekBesluit,
} from '../../domain/onderzoek.ts';
import { weigerTrajectBesluit } from '../../domain/overgangen.ts';
import { type TrajectToestand, trajectAntwoord } from '../../domain/traject.ts';
import { bijBegin, pasTrajectBesluitToe } from '../../domain/trajectBesluit.ts';
import { bijDoorbraak } from '../../domain/trajectDoorbraak.ts';
import type { Lacune, TrajectGevolg } from '../../domain/trajectGevolg.ts';
import { verwerkMelding } from '../../domain/trajectMelding.ts';
import { verwerkWekker, volgendeWekker } from '../../domain/trajectWekker.ts';
import { kalenderVraag } from '../../domain/wachten.ts';
import { aanbiederZegt, type Daad, losseDaden, situatieSleutel, volgendeDaad } from './daden.ts';
import type { Kalender } from './kalender.ts';
import type { Toeval } from './toeval.ts';

/** A decision of a person behind a line. */
interface GenomenInvoer {
  id: string;
  wie: string;
  rol: string;
  soort: string;
  codes: object;
  onderzoekId?: string;
  antwoord: object;
}

/** What one cause left behind. */
export interface Regel {
  oorzaak: string;
  /** ms since the epoch */
  tijdstip: number;
  gebeurtenis: Gebeurtenis;
  invoer?: GenomenInvoer;
  berichten: readonly BerichtOpdracht[];
  lacune?: Lacune;
  coordinator: string | undefined;
}

/** A traject as it stood in the end, with its story. */
export interface Geleefd {
  toestand: TrajectToestand;
  regels: Regel[];
  onderzoeken: OnderzoekToestand[];
}

/** What a doorbraak does when it meets the traject. */
export interface Doorbraakbezoek {
  id: string;
  /** ms since the epoch */
  tijdstip: number;
  sluitTijdstip: number;
  /** Whether this traject is a zaak of it, as it stands; called once. */
  neemt(t: TrajectToestand): boolean;
}

/** In what world a traject lives. */
export interface Wereld {
  toeval: Toeval;
  kalender: Kalender;
  aanbieders: readonly string[];
  tafels: readonly string[];
  doorbraken: readonly Doorbraakbezoek[];
  /** Where the generated years end, ms since the epoch. */
  tot: number;
}

/** More steps than any traject takes: a rule that never comes to rest must not fill a disk. */
const hoogstensStappen = 4_000;

/** Lives a traject from its first state until it closes or the years end. */
export function leef(begin: TrajectToestand, wie: string, wereld: Wereld): Geleefd {
  const { toeval, kalender, tot } = wereld;
  const regels: Regel[] = [];
  const onderzoeken = new Map<string, OnderzoekToestand>();
  /** What somebody has in mind, besides the next deed. */
  const plannen: { op: number; doe: () => void }[] = [];
  let t = begin;
  let nu = begin.aanmeldingTijdstip;
  let volgende: { op: number; daad: Daad; sleutel: string } | undefined;

  neem(bijBegin(t), 'start');
  for (const daad of losseDaden(nu, toeval)) plan(nu + daad.naDagen * dag, () => void beslis(daad));
  for (const bezoek of wereld.doorbraken)
    if (bezoek.tijdstip > nu) plannen.push({ op: bezoek.tijdstip, doe: () => ontmoet(bezoek) });

  for (let stappen = 0; t.fase !== 'afgesloten' && stap(); stappen += 1)
    if (stappen > hoogstensStappen) throw new Error(`${t.kenmerk} komt niet tot rust`);
  return { toestand: t, regels, onderzoeken: [...onderzoeken.values()] };

  function plan(op: number, doe: () => void): void {
    plannen.push({ op: kalender.inWerktijd(op, toeval.getal()), doe });
  }

  /** Does what comes first; false when that lies beyond the end. */
  function stap(): boolean {
    const sleutel = situatieSleutel(t);
    if (volgende?.sleutel !== sleutel) {
      const daad = volgendeDaad({ t, nu, toeval, aanbieders: wereld.aanbieders, tafels: wereld.tafels });
      const op = daad.op ?? kalender.inWerktijd(nu + daad.naDagen * dag + 60_000, toeval.getal());
      volgende = { op, daad, sleutel };
    }
    const wekker = volgendeWekker(t);
    const stil = eersteStille();
    const gepland = plannen.reduce<(typeof plannen)[number] | undefined>(
      (eerste, deze) => (eerste === undefined || deze.op < eerste.op ? deze : eerste),
      undefined,
    );
    const eerst = Math.min(
      volgende.op,
      wekker?.tijdstip ?? Number.POSITIVE_INFINITY,
      stil?.tijdstip ?? Number.POSITIVE_INFINITY,
      gepland?.op ?? Number.POSITIVE_INFINITY,
    );
    if (eerst > tot) return false;
    nu = Math.max(nu + 1, eerst);
    if (stil?.tijdstip === eerst) herinnerAan(stil.o);
    else if (wekker?.tijdstip === eerst) gaatAf(wekker);
    else if (gepland && gepland.op === eerst) {
      plannen.splice(plannen.indexOf(gepland), 1);
      gepland.doe();
    } else {
      const { daad } = volgende;
      // Refused or not, after it somebody thinks again.
      volgende = undefined;
      if (!beslis(daad))
        volgende = {
          op: nu + dag,
          daad: { ...daad, soort: 'contact', codes: { met: 'aanmelder' } },
          sleutel: situatieSleutel(t),
        };
    }
    return true;
  }

  function gaatAf(wekker: NonNullable<ReturnType<typeof volgendeWekker>>): void {
    if (wekker.soort === 'kalender') {
      const { vanaf, aantal } = kalenderVraag(t, nu);
      t = { ...t, werkdagen: kalender.werkdagenVanaf(vanaf, aantal) };
      return;
    }
    const tafel = wereld.tafels.find((datum) => Date.parse(datum) > nu + 4 * dag) ?? null;
    neem(verwerkWekker(t, wekker, nu, tafel), `wekker:${wekker.gelegenheid}`);
  }

  function beslis({ soort, codes, rol }: Daad): boolean {
    const besluit = { soort, codes } as TrajectBesluit;
    if (t.fase === 'afgesloten' || weigerTrajectBesluit(t, besluit)) return false;
    const id = toeval.uuid(nu);
    const gevolg = pasTrajectBesluitToe(t, besluit, id, nu);
    gevolg.toestand.verwerkt = [...t.verwerkt, id];
    neem(gevolg, `invoer:${id}`, {
      id,
      wie: rol === 'aanmelder' ? wie : (gevolg.toestand.coordinator ?? 'coordinator-1'),
      rol,
      soort,
      codes,
      antwoord: trajectAntwoord(gevolg.toestand),
    });
    return true;
  }

  function neem(gevolg: TrajectGevolg, oorzaak: string, invoer?: GenomenInvoer): void {
    t = gevolg.toestand;
    schrijf(oorzaak, gevolg, invoer);
    for (const o of gevolg.teStarten) {
      const begonnen = beginOnderzoek({ ...o, werkdagen: kalender.werkdagenVanaf(nu, 60) });
      onderzoeken.set(o.id, begonnen.toestand);
      schrijf(`onderzoek:${o.id}:start`, begonnen);
      const anderen = wereld.aanbieders.filter((code) => code !== o.aanbieder);
      for (const { naDagen, soort, codes } of aanbiederZegt(toeval, anderen, nu))
        plan(nu + naDagen * dag, () => zegt(o.id, soort, codes));
    }
    for (const { id, reden } of gevolg.teVervallen) {
      const o = onderzoeken.get(id);
      if (!o || !isOpen(o.status)) continue;
      const einde = laatVervallen(o, reden);
      onderzoeken.set(id, einde.toestand);
      schrijf(`onderzoek:${id}:vervallen`, einde);
    }
  }

  function schrijf(
    oorzaak: string,
    { gebeurtenis, berichten, lacune }: Pick<TrajectGevolg, 'gebeurtenis' | 'berichten' | 'lacune'>,
    invoer?: GenomenInvoer,
  ): void {
    regels.push({
      oorzaak,
      tijdstip: nu,
      gebeurtenis,
      berichten,
      coordinator: t.coordinator,
      ...(invoer ? { invoer } : {}),
      ...(lacune ? { lacune } : {}),
    });
  }

  function zegt(id: string, soort: OnderzoekBesluit['soort'], codes: object): void {
    const o = onderzoeken.get(id);
    if (!o || t.fase === 'afgesloten' || weigerOnderzoekBesluit(o, soort)) return;
    const gevolg = pasOnderzoekBesluitToe(o, { soort, codes } as OnderzoekBesluit, nu);
    const invoerId = toeval.uuid(nu);
    gevolg.toestand.verwerkt = [...o.verwerkt, invoerId];
    onderzoeken.set(id, gevolg.toestand);
    schrijf(`invoer:${invoerId}`, gevolg, {
      id: invoerId,
      wie: `${o.aanbieder}-contact-1`,
      rol: 'aanbieder',
      soort,
      codes,
      onderzoekId: id,
      antwoord: onderzoekAntwoord(gevolg.toestand),
    });
    const wat = { invoerId, codes } as never;
    if (soort === 'antwoord') meld(gevolg.toestand, `antwoord-${gevolg.toestand.versie}`, { antwoord: wat });
    else if (soort === 'vraag') meld(gevolg.toestand, `vraag-${gevolg.toestand.versie}`, { vraag: wat });
    else if (isVastgelopen(o)) meld(gevolg.toestand, `${soort}-${gevolg.toestand.versie}`, {});
  }

  function meld(
    o: OnderzoekToestand,
    gelegenheid: string,
    wat: Pick<OnderzoekMelding, 'antwoord' | 'vraag'>,
  ): void {
    const gevolg = verwerkMelding(
      t,
      {
        onderzoekId: o.id,
        vastgelopen: isVastgelopen(o),
        bevestigd: o.bevestigdTijdstip !== undefined,
        gelegenheid,
        ...wat,
      },
      nu,
    );
    if (gevolg) neem(gevolg, `gemeld:${o.id}:${gelegenheid}`);
  }

  function eersteStille(): { o: OnderzoekToestand; tijdstip: number } | null {
    let eerste: { o: OnderzoekToestand; tijdstip: number } | null = null;
    for (const o of onderzoeken.values()) {
      const wekker = volgendeHerinnering(o);
      if (!wekker) continue;
      const tijdstip = wekker === 'werkdagen-op' ? nu : wekker.tijdstip;
      if (!eerste || tijdstip < eerste.tijdstip) eerste = { o, tijdstip };
    }
    return eerste;
  }

  function herinnerAan(o: OnderzoekToestand): void {
    const wekker = volgendeHerinnering(o);
    if (!wekker) return;
    if (wekker === 'werkdagen-op') {
      onderzoeken.set(o.id, { ...o, werkdagen: kalender.werkdagenVanaf(stilSinds(o), 60) });
      return;
    }
    const gevolg = herinner(o, wekker, nu);
    onderzoeken.set(o.id, gevolg.toestand);
    schrijf(`onderzoek:${o.id}:${wekker.soort}-${wekker.nummer}`, gevolg);
    if (!isVastgelopen(o) && isVastgelopen(gevolg.toestand))
      meld(gevolg.toestand, `vastgelopen-${wekker.nummer}`, {});
  }

  function ontmoet({ id, sluitTijdstip, neemt }: Doorbraakbezoek): void {
    if (!neemt(t)) return;
    const hoor = (isOnder: boolean) => {
      const gevolg = bijDoorbraak(
        t,
        { doorbraak: id, isOnder, gelegenheid: isOnder ? 'begin' : 'einde' },
        nu,
      );
      if (gevolg) neem(gevolg, `${id}:${isOnder ? 'begin' : 'einde'}`);
    };
    hoor(true);
    plannen.push({ op: sluitTijdstip, doe: () => hoor(false) });
  }
}
