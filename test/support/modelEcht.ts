/** The whole program on real servers, as something that a random story is played on: through the API, as people do. */
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import { type OnderzoekBesluitSoort, onderzoekBesluiten, trajectBesluiten } from '../../domain/besluiten.ts';
import { isOpen, type OnderzoekToestand } from '../../domain/onderzoek.ts';
import type { TrajectToestand } from '../../domain/traject.ts';
import { beeldVan, postVan, statusInTraject } from './modelPuur.ts';
import { type Afloop, metTekst, type Systeem } from './modelStappen.ts';
import { type ModelBesluit, ModelTraject, type Voorval } from './modelTraject.ts';
import type { Antwoord, Opstelling, Vraag } from './opstelling.ts';
import { wachtTot } from './wachtTot.ts';

/** A timer fires somewhat late, and what it causes takes time: in ms. */
const speling = 120_000;
/** How long (ms) the parts may take to agree. */
const geduld = 30_000;

/** The worker of a test, that can be replaced by another. */
export class Werkplaats {
  private readonly op: Opstelling;
  private worker: { stop(): Promise<void> } | undefined;
  private metCache = true;

  constructor(op: Opstelling) {
    this.op = op;
  }

  /** Stops the worker, if there is one, and starts another; without `metCache` of the same kind. */
  async herstart(metCache = this.metCache): Promise<void> {
    this.metCache = metCache;
    await this.worker?.stop();
    this.worker = await this.op.startWorker({
      // What a stopped worker had in its cache is soon given to another.
      stickyQueueScheduleToStartTimeout: '1s',
      ...(metCache ? {} : { maxCachedWorkflows: 0 }),
    });
  }
}

export class EchtSysteem implements Systeem {
  readonly kenmerk: string;
  /** The histories in which the traject was met: more than one once it continued as new. */
  readonly runs = new Set<string>();
  private readonly op: Opstelling;
  private readonly werkplaats: Werkplaats;
  private readonly verteld = new Set<string>();
  private readonly fouten: string[] = [];
  private isUit = false;

  private constructor(op: Opstelling, werkplaats: Werkplaats, kenmerk: string) {
    this.op = op;
    this.werkplaats = werkplaats;
    this.kenmerk = kenmerk;
  }

  /** Signs a jeugdige up, with the model of what then begins. */
  static async begin(
    op: Opstelling,
    werkplaats: Werkplaats,
    geboorteDatum: string,
  ): Promise<{ model: ModelTraject; real: EchtSysteem }> {
    const kenmerk = await op.meldAan((aanmelding) => {
      aanmelding.jeugdige.geboorteDatum = geboorteDatum;
    });
    const real = new EchtSysteem(op, werkplaats, kenmerk);
    const t = await real.toestand();
    const { aanmeldingTijdstip, complexiteit, leeftijd, elementen = [], triageVoorstel = '' } = t;
    if (!leeftijd) throw new Error('a traject without ages');
    const begin = { aanmeldingTijdstip, complexiteit, leeftijd, elementen, triageVoorstel, speling };
    const model = new ModelTraject(begin);
    await real.vergelijk(model);
    return { model, real };
  }

  async besluit(
    besluit: ModelBesluit,
    { nogEens, tijdensHerstart }: { nogEens: boolean; tijdensHerstart: boolean },
  ): Promise<Afloop> {
    const url = `/v1/trajecten/${this.kenmerk}/${besluit.soort}`;
    const herstart = tijdensHerstart ? this.werkplaats.herstart() : undefined;
    const afloop = await this.dienIn(url, metTekst(besluit), {}, nogEens);
    await herstart;
    return afloop;
  }

  async zegt(aanbieder: string, soort: OnderzoekBesluitSoort, codes: ModelBesluit['codes']): Promise<Afloop> {
    const rij = await this.op.db.onderzoek.findFirstOrThrow({
      where: { kenmerk: this.kenmerk, aanbieder },
      orderBy: { ronde: 'desc' },
    });
    const velden = onderzoekBesluiten[soort].tekstvelden;
    const inhoud = { ...codes, ...Object.fromEntries(velden.map((veld) => [veld, 'Een verzonnen tekst.'])) };
    return this.dienIn(`/v1/onderzoeken/${rij.id}/${soort}`, inhoud, { rol: 'aanbieder', aanbieder }, false);
  }

  private async dienIn(url: string, inhoud: object, wie: Vraag, nogEens: boolean): Promise<Afloop> {
    const sleutel = randomUUID();
    const stuur = () => this.op.vraag('POST', url, inhoud, { ...wie, sleutel });
    const afloop = this.afloop(await this.verwerkt(stuur), sleutel);
    if (nogEens) expect(await this.afloop(await stuur(), sleutel), 'nog eens').toEqual(await afloop);
    return afloop;
  }

  /** The outcome of a request; one that was stored to be handled later is asked for until it is. */
  private async verwerkt(stuur: () => Promise<Antwoord>): Promise<Antwoord> {
    const eerste = await stuur();
    if (eerste.status !== 202) return eerste;
    await wachtTot(
      async () => {
        // The reconciler takes over what is some time old by the clock of the test.
        await this.op.nu();
        await this.op.herstel();
        return this.op.db.invoerUitkomst.count({ where: { invoerId: eerste.inhoud.invoerId } });
      },
      (aantal) => aantal === 1,
      120_000,
    );
    return stuur();
  }

  private async afloop({ status, inhoud }: Antwoord, idempotencyKey: string): Promise<Afloop> {
    if (status === 409) return { geweigerd: String(inhoud.type).split(/[/:#]/).at(-1) ?? '' };
    if (status !== 200) throw new Error(`status ${status}: ${JSON.stringify(inhoud)}`);
    const { gebeurtenissen } = await this.op.db.invoer.findFirstOrThrow({
      where: { idempotencyKey },
      include: { gebeurtenissen: true },
    });
    expect(gebeurtenissen, 'één besluit is één gebeurtenis').toHaveLength(1);
    const { tijdstip, codes } = gebeurtenissen[0] ?? {};
    const { gemisteTafel } = (codes ?? {}) as { gemisteTafel?: string };
    return { genomen: tijdstip?.getTime() ?? 0, isTafelGemist: gemisteTafel !== undefined };
  }

  async verstrijk(duur: number): Promise<void> {
    // The clock of the server may stand still once an onderzoek has ended after its traject (docs/TESTING.md).
    if (!this.isUit) await this.op.verstrijk(duur);
  }

  herstart(metCache: boolean): Promise<void> {
    return this.werkplaats.herstart(metCache);
  }

  tafelVervalt(): Promise<Afloop> {
    throw new Error('a table that falls through has its own tests');
  }

  async vergelijk(model: ModelTraject): Promise<void> {
    await wachtTot(
      () => this.verschillen(model),
      (verschillen) => verschillen.length === 0 || this.fouten.length > 0,
      geduld,
    );
    expect(this.fouten, 'wat vanzelf gebeurde').toEqual([]);
    this.isUit = model.fase === 'afgesloten';
  }

  /** Withdraws the traject when it is still open, and looks at all that is left behind. */
  async einde(model: ModelTraject): Promise<void> {
    if (model.fase !== 'afgesloten') {
      const besluit = { soort: 'intrekking', codes: { reden: 'plek-gevonden' } } as const;
      const afloop = await this.besluit(besluit, { nogEens: false, tijdensHerstart: false });
      model.neem(besluit, 'genomen' in afloop ? afloop.genomen : 0);
      await this.vergelijk(model);
    }
    const { op, kenmerk } = this;
    const onderzoeken = await op.db.onderzoek.findMany({ where: { kenmerk } });
    await op.trajectWorkflow(kenmerk).result();
    for (const { id, status } of onderzoeken)
      expect(await op.workflow(id).result(), id).toMatchObject({ onderzoekId: id, status });
    const rijen = await this.rijen();
    expect(await op.verhaal(kenmerk), 'het verhaal van de API').toEqual(rijen.map(({ soort }) => soort));
    const genomen = rijen.filter(
      ({ oorzaak, soort }) => /^invoer:/.test(oorzaak) && soort in trajectBesluiten,
    );
    expect(
      genomen.map(({ soort }) => soort),
      'de besluiten',
    ).toEqual(model.genomen);
    const register = await op.db.bericht.findMany({ where: { kenmerk } });
    expect(
      register.filter(({ status, onzekerePogingen }) => status !== 'verzonden' || onzekerePogingen > 0),
      'niet of misschien twee keer verzonden',
    ).toEqual([]);
    const aangekomen = op.mails(kenmerk).map(({ messageId }) => messageId);
    expect(aangekomen.sort(), 'iedere e-mail precies één keer').toEqual(
      register.map(({ messageId }) => messageId).sort(),
    );
    for (const { id } of onderzoeken) {
      const vragen = register.filter((b) => b.gelegenheid === id && /gevraagd$/.test(b.soort));
      expect(vragen, `de vraag van ${id}`).toHaveLength(1);
    }
  }

  private rijen() {
    return this.op.db.gebeurtenis.findMany({
      where: { kenmerk: this.kenmerk },
      orderBy: [{ tijdstip: 'asc' }, { id: 'asc' }],
    });
  }

  private async toestand(): Promise<TrajectToestand> {
    const { kenmerk } = this;
    const rij = await this.op.db.traject.findUniqueOrThrow({ where: { kenmerk } });
    return rij.toestand as unknown as TrajectToestand;
  }

  /** On what the parts do not agree (yet). */
  private async verschillen(model: ModelTraject): Promise<string[]> {
    const { op, kenmerk } = this;
    const [rijen, t, onderweg, nu] = await Promise.all([
      this.rijen(),
      this.toestand(),
      op.db.bericht.count({ where: { kenmerk, status: { in: ['klaar', 'onbekend'] } } }),
      op.nu(),
    ]);
    const vanTraject = rijen.filter(
      ({ oorzaak, soort }) =>
        oorzaak === 'start' ||
        /^(wekker|gemeld|tafel)/.test(oorzaak) ||
        (/^invoer:/.test(oorzaak) && soort in trajectBesluiten),
    );
    if (vanTraject.length !== t.versie) return [`versie ${t.versie} bij ${vanTraject.length} gebeurtenissen`];
    if (onderweg > 0) return [`${onderweg} e-mails onderweg`];
    this.vertel(model, vanTraject);
    model.nu = Math.max(model.nu, nu);
    return [
      ...anders('toestand', beeldVan(t), model.beeld()),
      ...model.achterstallig(nu).map((wat) => `had al moeten gebeuren: ${wat}`),
      ...(await this.onderzoekVerschillen(t, model)),
      ...(await this.apiVerschillen(model)),
      ...(await this.zoekVerschillen(t, model)),
      ...(await this.postVerschillen(model)),
    ];
  }

  /** Brings what happened by itself to the model, once. */
  private vertel(
    model: ModelTraject,
    rijen: { id: string; oorzaak: string; soort: string; codes: unknown; tijdstip: Date }[],
  ): void {
    const voorvallen: Voorval[] = [];
    for (const { id, oorzaak, soort, codes, tijdstip } of rijen) {
      const isVanzelf = /^wekker/.test(oorzaak) || /^gemeld:.*:vastgelopen-/.test(oorzaak);
      if (!isVanzelf || this.verteld.has(id)) continue;
      this.verteld.add(id);
      voorvallen.push({ soort, codes: codes as Voorval['codes'], tijdstip: tijdstip.getTime() });
    }
    while (voorvallen.length > 0) {
      // What came at one moment is stored in any order, while one thing may have led to the other.
      const tegelijk = voorvallen.filter(({ tijdstip }) => tijdstip === voorvallen[0]?.tijdstip);
      const fouten = tegelijk.map((voorval) => {
        const fout = model.vanzelf(voorval);
        if (!fout) voorvallen.splice(voorvallen.indexOf(voorval), 1);
        return fout;
      });
      if (fouten.every((fout) => fout !== null)) {
        this.fouten.push(...fouten);
        return;
      }
    }
  }

  private async onderzoekVerschillen(t: TrajectToestand, model: ModelTraject): Promise<string[]> {
    const rijen = await this.op.db.onderzoek.findMany({ where: { kenmerk: this.kenmerk } });
    const naAanbieder = (a: { aanbieder: string }, b: { aanbieder: string }) =>
      a.aanbieder.localeCompare(b.aanbieder);
    // PostgreSQL does not keep the order in which they began; per aanbieder the round does.
    const inTraject = Object.entries(t.onderzoeken)
      .map(([id, o]) => ({ id, ...o }))
      .sort((a, b) => naAanbieder(a, b) || a.ronde - b.ronde);
    const verwacht = [...model.onderzoeken].sort(naAanbieder);
    const zelf = inTraject.map(({ id }) => {
      const o = rijen.find((rij) => rij.id === id)?.toestand as OnderzoekToestand | undefined;
      return o && o.versie > 0 ? `${o.aanbieder} ${o.status}` : `${id} is nog niet begonnen`;
    });
    const hier = inTraject.map(({ status }) => (isOpen(status) ? 'open' : status));
    return [
      ...anders(
        'de onderzoeken zelf',
        zelf,
        verwacht.map(({ aanbieder, stand }) => `${aanbieder} ${stand}`),
      ),
      ...anders('de onderzoeken in het traject', hier, verwacht.map(statusInTraject)),
    ];
  }

  private async apiVerschillen(model: ModelTraject): Promise<string[]> {
    const stand = await this.op.traject(this.kenmerk);
    const beeld = model.beeld();
    const redenen: string[] = stand.vastgelopen.map(({ reden }: { reden: string }) => reden);
    return [
      ...anders(
        'GET traject',
        [
          stand.fase,
          stand.spoor,
          stand.wachtOp,
          stand.complexiteit,
          stand.escalatieniveau,
          Date.parse(stand.ambitieTijdstip),
          [...stand.signalen].filter((signaal) => signaal !== 'vastgelopen').sort(),
          stand.gekozenAanbieders,
          stand.uitkomst,
        ],
        [
          beeld.fase,
          beeld.spoor,
          beeld.wachtOp,
          beeld.complexiteit,
          beeld.escalatieniveau,
          beeld.ambitieTijdstip,
          beeld.signalen,
          beeld.gekozen,
          beeld.uitkomst,
        ],
      ),
      ...model.mankeertAan(redenen).map((fout) => `vastgelopen (${redenen.join(' ')}): ${fout}`),
      ...anders('signaal vastgelopen', stand.signalen.includes('vastgelopen'), redenen.length > 0),
    ];
  }

  private async zoekVerschillen(t: TrajectToestand, model: ModelTraject): Promise<string[]> {
    const { runId, searchAttributes } = await this.op.trajectWorkflow(this.kenmerk).describe();
    this.runs.add(runId);
    const beeld = model.beeld();
    const lijst = (naam: string) => [...((searchAttributes[naam] as string[] | undefined) ?? [])].sort();
    const rij = await this.op.db.traject.findUniqueOrThrow({ where: { kenmerk: this.kenmerk } });
    return [
      ...anders(
        'zoekattributen',
        ['Fase', 'Spoor', 'WachtOp', 'Complexiteit', 'Escalatieniveau'].map(
          (naam) => searchAttributes[naam]?.[0],
        ),
        [beeld.fase, beeld.spoor, beeld.wachtOp, beeld.complexiteit, beeld.escalatieniveau],
      ),
      ...anders('Aanbieder', lijst('Aanbieder'), model.wachtOpAanbieders()),
      ...anders(
        'Signaal',
        lijst('Signaal').filter((signaal) => signaal !== 'vastgelopen'),
        beeld.signalen,
      ),
      ...anders('Vastgelopen', lijst('Vastgelopen'), [...rij.vastgelopenRedenen].sort()),
      ...anders('AmbitieDatum', searchAttributes.AmbitieDatum?.[0], new Date(t.ambitieTijdstip)),
    ];
  }

  private async postVerschillen(model: ModelTraject): Promise<string[]> {
    const rijen = await this.op.db.bericht.findMany({ where: { kenmerk: this.kenmerk } });
    const mails = rijen.map(({ geadresseerde, ...rest }) => ({ ...rest, lezer: lezerVan(geadresseerde) }));
    return anders('e-mail', postVan(mails), [...model.post].sort());
  }
}

/** Who reads an e-mail to this code: of a contact its aanbieder. The contact behind it is never meant by a decision. */
const lezerVan = (geadresseerde: string) => geadresseerde.replace(/-contact-1$/, '');

/** Says what differs; empty when nothing does. */
function anders(wat: string, echt: unknown, model: unknown): string[] {
  return isDeepStrictEqual(echt, model)
    ? []
    : [`${wat}: echt ${JSON.stringify(echt)}, model ${JSON.stringify(model)}`];
}
