/** An aanbieder that answers while the traject decides that its answer is not needed: both are taken, and nobody is forgotten. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TrajectToestand } from '../../domain/traject.ts';
import { maakAntwoordpoort } from '../support/antwoordpoort.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { antwoordt, inOnderzoek, ontvangers, regels, totRegels } from '../support/verloop.ts';
import { wachtTot } from '../support/wachtTot.ts';

const poort = maakAntwoordpoort();

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt', metWorker: false, worker: poort.worker });
});
afterAll(() => op.sluit());

const terwijlHetAntwoordOnderweg = (onderzoek: string, inhoud: object, besluit: () => Promise<unknown>) =>
  poort.terwijlHetAntwoordOnderweg(op, onderzoek, inhoud, besluit);

/** A traject of which the second aanbieder made an offer and the first still investigates. */
async function metEenAanbod() {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01', 'aanbieder-02']);
  const [laat = '', ander = ''] = onderzoeken;
  await antwoordt(op, ander, { antwoord: 'aanbod' });
  return { kenmerk, laat };
}

const keuzeVan = async (kenmerk: string, aanbieder: string) =>
  op.besluit(kenmerk, 'keuze', { aanbieders: [aanbieder], verwachteStartDatum: await op.datum(5) });

/** Where an onderzoek stands by its own row and by its traject. */
async function standVan(
  kenmerk: string,
  onderzoek: string,
): Promise<{ rij: string; traject: string | undefined }> {
  const [rij, traject] = await Promise.all([
    op.db.onderzoek.findUniqueOrThrow({ where: { id: onderzoek } }),
    op.db.traject.findUniqueOrThrow({ where: { kenmerk } }),
  ]);
  const toestand = traject.toestand as unknown as TrajectToestand;
  return { rij: rij.status, traject: toestand.onderzoeken[onderzoek]?.status };
}

const gemeldVan = async (kenmerk: string, onderzoek: string) =>
  (await regels(op, kenmerk, 'onderzoek-gemeld')).filter(({ oorzaak }) => oorzaak.includes(onderzoek));

/** What the coördinator was told of answers that came while their onderzoek lapsed. */
const laatGemeld = async (kenmerk: string) => {
  const rijen = await op.db.bericht.findMany({ where: { kenmerk, soort: 'onderzoek-antwoord' } });
  return rijen.map(({ gegevens }) => gegevens).filter((gegevens) => 'vervallen' in Object(gegevens));
};

describe('een aanbod dat onderweg was toen de keuze op een ander viel', () => {
  it('telt mee, de coördinator en de aanbieder horen het, en het kan alsnog worden gekozen', async () => {
    await using _worker = await worker();
    const { kenmerk, laat } = await metEenAanbod();
    await terwijlHetAntwoordOnderweg(laat, { antwoord: 'aanbod' }, () => keuzeVan(kenmerk, 'aanbieder-02'));
    await totRegels(op, kenmerk, 'onderzoek-gemeld', 2);
    expect((await gemeldVan(kenmerk, laat)).map(({ codes }) => codes)).toEqual([
      { aanbieder: 'aanbieder-01', status: 'beantwoord', vastgelopen: false, reden: 'andere-aanbieder' },
    ]);
    expect(await ontvangers(op, kenmerk, 'onderzoek-antwoord', 2)).toEqual([
      'coordinator-1',
      'coordinator-1',
    ]);
    expect(await ontvangers(op, kenmerk, 'onderzoek-vervallen', 1)).toEqual(['aanbieder-01-contact-1']);
    expect(await laatGemeld(kenmerk)).toEqual([expect.objectContaining({ antwoord: 'aanbod', weet: 1 })]);
    expect(await standVan(kenmerk, laat)).toEqual({ rij: 'beantwoord', traject: 'beantwoord' });
    expect(await keuzeVan(kenmerk, 'aanbieder-01')).toMatchObject({ fase: 'overbrugging' });
  });

  it('tegelijk verstuurd: wie er ook eerst is, de aanbieder hoort één keer dat zijn plek niet nodig is', async () => {
    await using _worker = await worker();
    const { kenmerk, laat } = await metEenAanbod();
    const [, antwoord] = await Promise.all([
      keuzeVan(kenmerk, 'aanbieder-02'),
      op.vraag('POST', `/v1/onderzoeken/${laat}/antwoord`, { antwoord: 'aanbod' }, vanAanbieder),
    ]);
    await nietsOnderweg(kenmerk);
    expect([200, 409]).toContain(antwoord.status);
    expect(await ontvangers(op, kenmerk, 'onderzoek-vervallen', 1)).toEqual(['aanbieder-01-contact-1']);
    const gehoord = antwoord.status === 200;
    expect(await gemeldVan(kenmerk, laat)).toHaveLength(gehoord ? 1 : 0);
    const stand = gehoord ? 'beantwoord' : 'vervallen';
    expect(await standVan(kenmerk, laat)).toEqual({ rij: stand, traject: stand });
  });

  it('bewaard terwijl alles stillag: ook dan', { timeout: 120_000 }, async () => {
    const eerste = await worker();
    const { kenmerk, laat } = await metEenAanbod();
    // What is left lying is what was decided, and no e-mail on its way.
    await wachtTot(
      () => op.db.bericht.count({ where: { kenmerk, status: { in: ['klaar', 'onbekend'] } } }),
      (onderweg) => onderweg === 0,
    );
    await eerste[Symbol.asyncDispose]();
    const verwachteStartDatum = await op.datum(5);
    const bewaard = await Promise.all([
      op.vraag('POST', `/v1/onderzoeken/${laat}/antwoord`, { antwoord: 'aanbod' }, vanAanbieder),
      op.vraag('POST', `/v1/trajecten/${kenmerk}/keuze`, {
        aanbieders: ['aanbieder-02'],
        verwachteStartDatum,
      }),
    ]);
    expect(bewaard.map(({ status }) => status)).toEqual([202, 202]);
    await using _worker = await worker();
    await wachtTot(
      async () => {
        await op.herstel();
        return op.db.invoer.count({ where: { kenmerk, uitkomst: null } });
      },
      (open) => open === 0,
      60_000,
    );
    await nietsOnderweg(kenmerk);
    expect(await ontvangers(op, kenmerk, 'onderzoek-vervallen', 1)).toEqual(['aanbieder-01-contact-1']);
    const { rij, traject } = await standVan(kenmerk, laat);
    expect(traject).toBe(rij);
    expect(await gemeldVan(kenmerk, laat)).toHaveLength(rij === 'beantwoord' ? 1 : 0);
  });
});

it('een afwijzing die onderweg was, vraagt niets meer van de aanbieder', async () => {
  await using _worker = await worker();
  const { kenmerk, laat } = await metEenAanbod();
  await terwijlHetAntwoordOnderweg(laat, { antwoord: 'afwijzing', afwijzingReden: 'geen-plek' }, () =>
    keuzeVan(kenmerk, 'aanbieder-02'),
  );
  await totRegels(op, kenmerk, 'onderzoek-gemeld', 2);
  await nietsOnderweg(kenmerk);
  expect(await op.db.bericht.count({ where: { kenmerk, soort: 'onderzoek-vervallen' } })).toBe(0);
  const [gemeld] = await laatGemeld(kenmerk);
  expect(gemeld).toMatchObject({ antwoord: 'afwijzing' });
  expect(gemeld).not.toHaveProperty('weet');
});

it('een aanbod voor de situatie van daarvoor draagt geen keuze, en de aanbieder hoort dat', async () => {
  await using _worker = await worker();
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01']);
  const [laat = ''] = onderzoeken;
  await terwijlHetAntwoordOnderweg(laat, { antwoord: 'aanbod' }, () =>
    op.besluit(kenmerk, 'situatie', { toelichting: 'Alles is anders.' }),
  );
  await totRegels(op, kenmerk, 'onderzoek-gemeld', 1);
  expect(await ontvangers(op, kenmerk, 'onderzoek-antwoord', 1)).toEqual(['coordinator-1']);
  expect(await ontvangers(op, kenmerk, 'onderzoek-vervallen', 1)).toEqual(['aanbieder-01-contact-1']);
  const keuze = { aanbieders: ['aanbieder-01'], verwachteStartDatum: await op.datum(5) };
  expect((await op.vraag('POST', `/v1/trajecten/${kenmerk}/keuze`, keuze)).inhoud.type).toMatch(
    /:geen-aanbod$/,
  );
});

it('een aanbod tijdens het opschorten telt: wie het deed, wordt niet opnieuw gevraagd', async () => {
  await using _worker = await worker();
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01', 'aanbieder-02']);
  const [laat = ''] = onderzoeken;
  await terwijlHetAntwoordOnderweg(laat, { antwoord: 'aanbod' }, async () =>
    op.besluit(kenmerk, 'opschorting', {
      reden: 'veiligheid-eerst',
      evaluatieDatum: await op.datum(7),
      toelichting: 'Eerst de veiligheid.',
    }),
  );
  await totRegels(op, kenmerk, 'onderzoek-gemeld', 1);
  expect(await ontvangers(op, kenmerk, 'opgeschort', 2)).toEqual(['aanbieder-01-contact-1', 'aanmelder']);
  expect(await standVan(kenmerk, laat)).toEqual({ rij: 'beantwoord', traject: 'beantwoord' });
  const { onderzoeken: alle } = await op.besluit(kenmerk, 'hervatting', {});
  expect(alle).toEqual([...onderzoeken, `onderzoek-${kenmerk}-aanbieder-02-r2`]);
});

describe('een antwoord dat onderweg was toen het traject sloot', () => {
  const ingetrokken = (kenmerk: string) => async () => {
    await op.besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' });
    await op.trajectWorkflow(kenmerk).result();
  };

  it('een aanbod: het onderzoek zegt zelf dat de plek niet nodig is, met de reden van het traject', async () => {
    await using _worker = await worker();
    const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01']);
    const [laat = ''] = onderzoeken;
    await terwijlHetAntwoordOnderweg(laat, { antwoord: 'aanbod' }, ingetrokken(kenmerk));
    await op.workflow(laat).result();
    expect(await ontvangers(op, kenmerk, 'onderzoek-vervallen', 1)).toEqual(['aanbieder-01-contact-1']);
    expect((await regels(op, kenmerk, 'onderzoek-vervallen')).map(({ codes }) => codes)).toEqual([
      { aanbieder: 'aanbieder-01', reden: 'ingetrokken' },
    ]);
    expect(await standVan(kenmerk, laat)).toEqual({ rij: 'vervallen', traject: 'vervallen' });
    expect((await op.onderzoek(laat)).antwoord).toEqual({ antwoord: 'aanbod' });
  });

  it('een afwijzing: rij en traject zeggen hetzelfde, zonder e-mail', async () => {
    await using _worker = await worker();
    const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01']);
    const [laat = ''] = onderzoeken;
    const inhoud = { antwoord: 'afwijzing', afwijzingReden: 'geen-plek' };
    await terwijlHetAntwoordOnderweg(laat, inhoud, ingetrokken(kenmerk));
    await op.workflow(laat).result();
    expect(await standVan(kenmerk, laat)).toEqual({ rij: 'vervallen', traject: 'vervallen' });
    expect(await op.db.bericht.count({ where: { kenmerk, soort: 'onderzoek-vervallen' } })).toBe(0);
  });
});

const vanAanbieder = { rol: 'aanbieder', aanbieder: 'aanbieder-01' } as const;

/** A worker for as long as one test takes. */
async function worker(): Promise<AsyncDisposable> {
  const { stop } = await op.startWorker();
  return { [Symbol.asyncDispose]: stop };
}

/** Waits until the onderzoek of the first aanbieder has ended and every mail has left. */
async function nietsOnderweg(kenmerk: string): Promise<void> {
  await op.workflow(`onderzoek-${kenmerk}-aanbieder-01-r1`).result();
  await wachtTot(
    async () => {
      const { status } = await op.db.onderzoek.findUniqueOrThrow({
        where: { id: `onderzoek-${kenmerk}-aanbieder-01-r1` },
      });
      const [gemeld, onderweg] = await Promise.all([
        gemeldVan(kenmerk, `onderzoek-${kenmerk}-aanbieder-01-r1`),
        op.db.bericht.count({ where: { kenmerk, status: { in: ['klaar', 'onbekend'] } } }),
      ]);
      return onderweg === 0 && (status === 'vervallen' || gemeld.length === 1);
    },
    (klaar) => klaar,
  );
}
