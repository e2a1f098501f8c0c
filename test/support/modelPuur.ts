/** The rules of domain/ without servers, as something that a random story is played on. */
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { dag } from '../../domain/beleid.ts';
import type { BerichtOpdracht } from '../../domain/berichten.ts';
import type { OnderzoekBesluit, OnderzoekBesluitSoort, TrajectBesluit } from '../../domain/besluiten.ts';
import { leesOnderzoekId } from '../../domain/kenmerk.ts';
import type { Bestemming } from '../../domain/meldingen.ts';
import {
  beginOnderzoek,
  herinner,
  isOpen,
  isVastgelopen,
  laatVervallen,
  type OnderzoekMelding,
  type OnderzoekToestand,
  pasOnderzoekBesluitToe,
  stilSinds,
  verplaatsAntwoord,
  volgendeHerinnering,
  weigerOnderzoekBesluit,
} from '../../domain/onderzoek.ts';
import { weigerTrajectBesluit } from '../../domain/overgangen.ts';
import type { Verhaalregel } from '../../domain/rapport/feiten.ts';
import { signalenVan } from '../../domain/signalen.ts';
import { openAanbieders, type TrajectToestand } from '../../domain/traject.ts';
import { bijBegin, pasTrajectBesluitToe } from '../../domain/trajectBesluit.ts';
import type { TrajectGevolg } from '../../domain/trajectGevolg.ts';
import { verwerkMelding } from '../../domain/trajectMelding.ts';
import { besprekingVervallen } from '../../domain/trajectTafel.ts';
import { kanTafelMissen } from '../../domain/trajectVerloop.ts';
import { verwerkWekker, volgendeWekker } from '../../domain/trajectWekker.ts';
import { aanbiedersWaaropWacht, redenenVan } from '../../domain/wachten.ts';
import { werkdagenVanaf } from '../../domain/werkdagen.ts';
import { houdtStand } from './invarianten.ts';
import type { Afloop, Systeem } from './modelStappen.ts';
import { type Beeld, besluiter, type ModelBesluit, type ModelTraject, type Voorval } from './modelTraject.ts';
import { metKalender } from './wekker.ts';

/** What an outsider sees of a traject in this state. */
export function beeldVan(t: TrajectToestand): Beeld {
  return {
    fase: t.fase,
    spoor: t.spoor,
    wachtOp: t.wachtOp,
    complexiteit: t.complexiteit,
    escalatieniveau: t.escalatieniveau,
    ambitieTijdstip: t.ambitieTijdstip,
    signalen: signalenVan(t)
      .filter((signaal) => signaal !== 'vastgelopen')
      .sort(),
    gekozen: t.gekozen,
    uitkomst: t.uitkomst ?? null,
    open: openAanbieders(t).sort(),
  };
}

/** The status that an onderzoek has in its traject, given what the onderzoek itself says. */
export function statusInTraject(o: { stand: string; telt: boolean }): string {
  if (o.stand === 'gevraagd' || o.stand === 'bevestigd') return 'open';
  return o.telt ? o.stand : 'vervallen';
}

/** An e-mail, with who reads it as the model names that. */
interface Mail {
  soort: string;
  gelegenheid: string;
  lezer: string;
}

/** The occasions of a decision: the aanmelding, the Invoer, what an aanbieder said, or the onderzoek that began or lapsed. */
const vanBesluit =
  /^(start|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|onderzoek-.*-r\d+(-(antwoord|vraag|bevestiging|nieuws|verplaatst)-\d+|-aanbieder-\d+)?)$/;

/** Whether the model tells of this e-mail: each that a decision leads to, and to the aanmelder all but the reminder of information. */
function isVoorspeld({ soort, gelegenheid, lezer }: Mail): boolean {
  return lezer === 'aanmelder' ? soort !== 'informatie-herinnering' : vanBesluit.test(gelegenheid);
}

/** The e-mails of which the model tells, as it tells them. */
export const postVan = (mails: readonly Mail[]): string[] =>
  mails
    .filter(isVoorspeld)
    .map(({ soort, lezer }) => `${soort} aan ${lezer}`)
    .sort();

export class PuurSysteem implements Systeem {
  t: TrajectToestand;
  private readonly onderzoeken = new Map<string, OnderzoekToestand>();
  private readonly berichten: BerichtOpdracht[] = [];
  readonly mails: Mail[] = [];
  /** What happened, oldest first, each with its moment and the state after it. */
  readonly verhaal: (Verhaalregel & { daarna: TrajectToestand })[] = [];
  private voorvallen: Voorval[] = [];
  private nu: number;
  private readonly volgendeTafel: string | null;

  constructor(begin: TrajectToestand, volgendeTafel: string | null) {
    this.nu = begin.aanmeldingTijdstip;
    this.volgendeTafel = volgendeTafel;
    this.t = begin;
    this.neem(bijBegin(begin));
  }

  async besluit({ soort, codes }: ModelBesluit): Promise<Afloop> {
    const besluit = { soort, codes: { ...codes } } as unknown as TrajectBesluit;
    this.nu += 1;
    const weigering = weigerTrajectBesluit(this.t, besluit);
    if (weigering) return { geweigerd: weigering.code };
    // As the API does for who takes up what is of nobody.
    if ((soort === 'stap' || soort === 'advies') && !this.t.coordinator)
      Object.assign(besluit.codes, { coordinator: besluiter, ...codes });
    const isTafelGemist = kanTafelMissen(this.t, soort) && this.isTafelVoorbij();
    this.neem(pasTrajectBesluitToe(this.t, besluit, randomUUID(), this.nu, isTafelGemist));
    return { genomen: this.nu, isTafelGemist };
  }

  /** Without tables the day alone tells: it began and ended while the traject was opgeschort. */
  private isTafelVoorbij(): boolean {
    const tafel = Date.parse(this.t.tafelDatum ?? '');
    return (this.t.opgeschort?.sindsTijdstip ?? 0) < tafel && this.nu > tafel + dag;
  }

  async zegt(aanbieder: string, soort: OnderzoekBesluitSoort, codes: ModelBesluit['codes']): Promise<Afloop> {
    this.nu += 1;
    const o = [...this.onderzoeken.values()].filter((deze) => deze.aanbieder === aanbieder).at(-1);
    if (!o) throw new Error(`no onderzoek of ${aanbieder}`);
    const weigering = weigerOnderzoekBesluit(o, soort);
    if (weigering) return { geweigerd: weigering.code };
    const { toestand } = pasOnderzoekBesluitToe(o, { soort, codes } as unknown as OnderzoekBesluit, this.nu);
    this.onderzoeken.set(o.id, toestand);
    const wat = { invoerId: randomUUID(), codes } as never;
    if (soort === 'antwoord' || soort === 'vraag' || isVastgelopen(o))
      this.meld(toestand, {
        gelegenheid: `${soort}-${toestand.versie}`,
        ...(soort === 'antwoord' ? { antwoord: wat } : {}),
        ...(soort === 'vraag' ? { vraag: wat } : {}),
      });
    return { genomen: this.nu };
  }

  async tafelVervalt(naar: Bestemming): Promise<Afloop> {
    this.nu += 1;
    const gevolg = besprekingVervallen(this.t, this.t.tafelDatum ?? '', naar, randomUUID(), this.nu);
    if (!gevolg) return { geweigerd: 'staat niet op deze tafel' };
    this.neem(gevolg);
    return { genomen: this.nu };
  }

  async verstrijk(duur: number): Promise<void> {
    const tot = this.nu + duur;
    for (let stappen = 0; this.stap(tot); stappen += 1)
      if (stappen > 5_000) throw new Error('wat vanzelf gebeurt houdt niet op');
    this.nu = tot;
  }

  /** Nothing to restart here. */
  async herstart(): Promise<void> {}

  async vergelijk(model: ModelTraject): Promise<void> {
    // What was due already comes at once.
    await this.verstrijk(0);
    const fouten = this.voorvallen.flatMap((voorval) => model.vanzelf(voorval) ?? []);
    this.voorvallen = [];
    expect(fouten, 'wat vanzelf gebeurde').toEqual([]);
    model.nu = Math.max(model.nu, this.nu);
    expect(beeldVan(this.t), 'de stand').toEqual(model.beeld());
    expect(model.achterstallig(this.nu), 'had al moeten gebeuren').toEqual([]);
    expect(model.mankeertAan(redenenVan(this.t)), `vastgelopen: ${redenenVan(this.t).join(' ')}`).toEqual([]);
    expect(aanbiedersWaaropWacht(this.t), 'op welke aanbieders het wacht').toEqual(model.wachtOpAanbieders());
    this.vergelijkOnderzoeken(model);
    this.vergelijkBerichten(model);
    expect(this.verhaal.length, 'één gebeurtenis voor iedere versie').toBe(this.t.versie);
  }

  private vergelijkOnderzoeken(model: ModelTraject): void {
    expect(
      [...this.onderzoeken.values()].map(({ aanbieder, status }) => `${aanbieder} ${status}`),
      'de onderzoeken zelf',
    ).toEqual(model.onderzoeken.map(({ aanbieder, stand }) => `${aanbieder} ${stand}`));
    expect(
      Object.values(this.t.onderzoeken).map(({ status }) => (isOpen(status) ? 'open' : status)),
      'de onderzoeken in het traject',
    ).toEqual(model.onderzoeken.map(statusInTraject));
  }

  private vergelijkBerichten(model: ModelTraject): void {
    const sleutels = this.berichten.map(({ soort, aan, gelegenheid }) =>
      JSON.stringify([soort, aan, gelegenheid]),
    );
    expect(new Set(sleutels).size, 'iedere e-mail één keer').toBe(sleutels.length);
    expect(postVan(this.mails), 'e-mail').toEqual([...model.post].sort());
    for (const id of this.onderzoeken.keys()) {
      const vragen = this.berichten.filter(
        ({ soort, gelegenheid }) => gelegenheid === id && /gevraagd$/.test(soort),
      );
      expect(vragen, `de vraag van ${id}`).toHaveLength(1);
    }
  }

  private neem(gevolg: TrajectGevolg): void {
    houdtStand(gevolg.toestand, this.t);
    this.t = gevolg.toestand;
    this.verhaal.push({ ...gevolg.gebeurtenis, tijdstip: this.nu, daarna: gevolg.toestand });
    this.verstuur(...gevolg.berichten);
    for (const o of gevolg.teStarten) {
      expect(leesOnderzoekId(o.id), 'een onderzoek heeft een eigen nummer').not.toBeNull();
      expect(this.onderzoeken.has(o.id), `${o.id} bestaat al`).toBe(false);
      const begin = beginOnderzoek({ ...o, werkdagen: werkdagenVanaf(this.nu, 60) });
      this.onderzoeken.set(o.id, begin.toestand);
      this.verstuur(...begin.berichten);
    }
    for (const { id, reden } of gevolg.teVervallen) {
      const o = this.onderzoeken.get(id);
      if (!o || !isOpen(o.status)) throw new Error(`${id} is niet open`);
      const einde = laatVervallen(o, reden);
      this.onderzoeken.set(id, einde.toestand);
      this.verstuur(...einde.berichten);
    }
    for (const { id, antwoordVoorTijdstip } of gevolg.teVerplaatsen) {
      const verplaatst = verplaatsAntwoord(
        this.onderzoeken.get(id) as OnderzoekToestand,
        antwoordVoorTijdstip,
      );
      if (!verplaatst) throw new Error(`${id} verandert niet`);
      this.onderzoeken.set(id, verplaatst.toestand);
      this.verstuur(...verplaatst.berichten);
    }
  }

  private verstuur(...berichten: BerichtOpdracht[]): void {
    this.berichten.push(...berichten);
    for (const { soort, gelegenheid, aan } of berichten) {
      const lezer = this.lezer(aan);
      if (lezer) this.mails.push({ soort, gelegenheid, lezer });
    }
  }

  /** Who reads it, as the activity that stores an e-mail looks it up; null for a colleague who took the decision itself. */
  private lezer(aan: BerichtOpdracht['aan']): string | null {
    const { coordinator = 'team' } = this.t;
    switch (aan.wie) {
      case 'coordinator':
        return coordinator;
      case 'collega':
        return coordinator === besluiter ? null : coordinator;
      case 'aanbieder':
        return aan.aanbieder;
      default:
        return aan.wie;
    }
  }

  private meld(
    o: OnderzoekToestand,
    wat: Pick<OnderzoekMelding, 'gelegenheid' | 'antwoord' | 'vraag'>,
  ): void {
    const gevolg = verwerkMelding(
      this.t,
      {
        onderzoekId: o.id,
        vastgelopen: isVastgelopen(o),
        bevestigd: o.bevestigdTijdstip !== undefined,
        ...wat,
      },
      this.nu,
    );
    if (!gevolg) return;
    this.neem(gevolg);
    if (!wat.antwoord && !wat.vraag) this.voorvallen.push({ ...gevolg.gebeurtenis, tijdstip: this.nu });
  }

  /** Lets the first timer fire that is due before `tot`; false when there is none. */
  private stap(tot: number): boolean {
    const wekker = volgendeWekker(this.t);
    const stille = this.eersteStille();
    if (
      stille &&
      stille.tijdstip <= tot &&
      stille.tijdstip < (wekker?.tijdstip ?? Number.POSITIVE_INFINITY)
    ) {
      this.nu = Math.max(this.nu, stille.tijdstip);
      this.herinner(stille.o);
      return true;
    }
    if (!wekker || wekker.tijdstip > tot) return false;
    this.nu = Math.max(this.nu, wekker.tijdstip);
    if (wekker.soort === 'kalender') {
      this.t = metKalender(this.t, this.nu);
      return true;
    }
    const gevolg = verwerkWekker(this.t, wekker, this.nu, this.volgendeTafel);
    this.neem(gevolg);
    this.voorvallen.push({ ...gevolg.gebeurtenis, tijdstip: this.nu });
    return true;
  }

  private eersteStille(): { o: OnderzoekToestand; tijdstip: number } | null {
    let eerste: { o: OnderzoekToestand; tijdstip: number } | null = null;
    for (const o of this.onderzoeken.values()) {
      const wekker = volgendeHerinnering(o);
      if (!wekker) continue;
      const tijdstip = wekker === 'werkdagen-op' ? this.nu : wekker.tijdstip;
      if (!eerste || tijdstip < eerste.tijdstip) eerste = { o, tijdstip };
    }
    return eerste;
  }

  private herinner(o: OnderzoekToestand): void {
    const wekker = volgendeHerinnering(o);
    if (!wekker) return;
    if (wekker === 'werkdagen-op') {
      this.onderzoeken.set(o.id, { ...o, werkdagen: werkdagenVanaf(stilSinds(o), 60) });
      return;
    }
    const { toestand, berichten } = herinner(o, wekker, this.nu);
    this.onderzoeken.set(o.id, toestand);
    this.verstuur(...berichten);
    if (!isVastgelopen(o) && isVastgelopen(toestand))
      this.meld(toestand, { gelegenheid: `vastgelopen-${wekker.nummer}` });
  }
}
