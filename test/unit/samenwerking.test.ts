/** One plan of two or three aanbieders: who agrees, who does not, who is asked (again), and what may be chosen. */
import { describe, expect, it } from 'vitest';
import { dag } from '../../domain/beleid.ts';
import type { AntwoordCodes } from '../../domain/besluiten.ts';
import { weigerTrajectBesluit } from '../../domain/overgangen.ts';
import { instemmingen, oneensOver, teVragenPartners } from '../../domain/samenwerking.ts';
import type { TrajectToestand } from '../../domain/traject.ts';
import type { TrajectGevolg } from '../../domain/trajectGevolg.ts';
import { verwerkMelding } from '../../domain/trajectMelding.ts';
import { begonnenTraject } from '../support/berichten.ts';
import { besluitVan, na } from '../support/besluiten.ts';
import { houdtStand } from '../support/invarianten.ts';

const nu = Date.UTC(2026, 2, 26, 13);
const [a, b, c] = ['aanbieder-01', 'aanbieder-02', 'aanbieder-03'] as const;

/** A traject in which these aanbieders are asked. */
const gevraagd = (...aanbieders: string[]): TrajectToestand =>
  na(
    begonnenTraject('ZL-2026-0001', { aanmeldingTijdstip: nu }),
    nu,
    besluitVan('triage bespreking'),
    besluitVan('tafeldatum'),
    { soort: 'verslag', codes: { aanwezig: ['aanmelder'], aanbieders } },
  );

let uur = 0;

/** The answer of an aanbieder in the last round in which it was asked; each an hour after the one before. */
function antwoordt(t: TrajectToestand, aanbieder: string, codes: AntwoordCodes): TrajectGevolg {
  const ids = Object.entries(t.onderzoeken).filter(([, o]) => o.aanbieder === aanbieder);
  const onderzoekId = ids.at(-1)?.[0] ?? '';
  uur += 1;
  const antwoord = { invoerId: '00000000-0000-4000-8000-000000000000', codes };
  const melding = { onderzoekId, vastgelopen: false, gelegenheid: `antwoord-${uur}`, antwoord };
  const gevolg = verwerkMelding(t, melding, nu + (uur * dag) / 24);
  if (!gevolg) throw new Error(`niet gehoord: ${aanbieder}`);
  houdtStand(gevolg.toestand, t);
  return gevolg;
}

const samen = (...metAanbieders: string[]): AntwoordCodes => ({ antwoord: 'samenwerking', metAanbieders });
const maatwerk = (...metAanbieders: string[]): AntwoordCodes => ({ antwoord: 'maatwerk', metAanbieders });
const afwijzing: AntwoordCodes = { antwoord: 'afwijzing', afwijzingReden: 'niet-eens-met-plan' };

/** The state after answers in this order. */
const naAntwoorden = (t: TrajectToestand, ...antwoorden: [string, AntwoordCodes][]): TrajectToestand =>
  antwoorden.reduce((toestand, [aanbieder, codes]) => antwoordt(toestand, aanbieder, codes).toestand, t);

const standen = (t: TrajectToestand) =>
  instemmingen(t).map(({ vanAanbieder, aanbieder, stand }) => `${vanAanbieder} ${aanbieder} ${stand}`);

const kiest = (t: TrajectToestand, ...aanbieders: string[]) =>
  weigerTrajectBesluit(t, {
    soort: 'keuze',
    codes: { aanbieders, verwachteStartDatum: '2026-06-01' },
  });

describe('een plan van twee aanbieders', () => {
  it('wacht op de tweede, en die wordt gevraagd als hij nog niet meedeed', () => {
    const { toestand, teStarten, gebeurtenis } = antwoordt(gevraagd(a), a, samen(b));
    expect(teStarten).toEqual([
      expect.objectContaining({ aanbieder: b, opVerzoekVan: a, ronde: 1, status: 'gevraagd' }),
    ]);
    expect(gebeurtenis.codes).toMatchObject({ aanbieder: a, partners: [b] });
    expect(standen(toestand)).toEqual([`${a} ${b} gevraagd`]);
    expect(oneensOver(toestand)).toEqual([]);
    expect(toestand.wachtOp).toBe('aanbieder');
    expect(kiest(toestand, a, b)?.code).toBe('geen-aanbod');
    expect(kiest(toestand, a)).toMatchObject({
      code: 'niet-ingestemd',
      uitleg: `“${a}” wil dit samen doen. “${b}” heeft nog niet ingestemd: wacht op het antwoord.`,
    });
  });

  it('wie al onderzoekt, begint niet opnieuw, maar hoort wel van het plan', () => {
    const { teStarten, berichten, toestand } = antwoordt(gevraagd(a, b), a, samen(b));
    expect(teStarten).toEqual([]);
    const onderzoek = Object.keys(toestand.onderzoeken).find((id) => id.includes(b));
    expect(berichten).toContainEqual(
      expect.objectContaining({
        soort: 'samenwerking-gevraagd',
        aan: { wie: 'aanbieder', aanbieder: b },
        gegevens: expect.objectContaining({ onderzoek, vanAanbieder: a }),
      }),
    );
  });

  it.each([
    ['samenwerking', samen(a)],
    ['maatwerk', maatwerk(a)],
  ])('is rond als de tweede met %s antwoordt: dan worden beiden gekozen', (_, codes) => {
    const t = naAntwoorden(gevraagd(a), [a, samen(b)], [b, codes]);
    expect(standen(t)).toEqual([`${a} ${b} akkoord`, `${b} ${a} akkoord`]);
    expect(teVragenPartners(t, a)).toEqual([]);
    expect(kiest(t, a, b)).toBeNull();
    expect(kiest(t, a)).toMatchObject({
      code: 'niet-ingestemd',
      uitleg: expect.stringContaining(`Kies “${b}” er ook bij`),
    });
    expect(kiest(t, b)?.code).toBe('niet-ingestemd');
  });

  it('maatwerk alleen vraagt niemand', () => {
    const { teStarten, toestand } = antwoordt(gevraagd(a), a, { antwoord: 'maatwerk' });
    expect(teStarten).toEqual([]);
    expect(kiest(toestand, a)).toBeNull();
  });

  it.each([
    ['afwijst', afwijzing],
    ['zelf een aanbod doet', { antwoord: 'aanbod' } as AntwoordCodes],
    ['met een ander wil', samen(c)],
  ])('is oneens als de tweede %s, en dat is te zien', (_, codes) => {
    const t = naAntwoorden(gevraagd(a), [a, samen(b)], [b, codes]);
    expect(oneensOver(t)).toEqual([
      expect.objectContaining({ vanAanbieder: a, aanbieder: b, tijdstip: nu + (uur * dag) / 24 }),
    ]);
    expect(kiest(t, a)?.uitleg).toContain(`“${b}” is het niet eens met het plan`);
  });

  it('vraagt opnieuw wie iets anders antwoordde voordat het plan er was', () => {
    const t = naAntwoorden(gevraagd(a, b), [b, afwijzing]);
    const { teStarten, toestand } = antwoordt(t, a, samen(b));
    expect(teStarten).toEqual([expect.objectContaining({ aanbieder: b, ronde: 2, opVerzoekVan: a })]);
    expect(standen(toestand)).toEqual([`${a} ${b} gevraagd`]);
    const eens = naAntwoorden(toestand, [b, samen(a)]);
    expect(kiest(eens, a, b)).toBeNull();
  });

  it('vraagt niet opnieuw wie na het plan iets anders antwoordde: dan overlegt de coördinator', () => {
    const t = naAntwoorden(gevraagd(a), [a, samen(b)]);
    expect(antwoordt(t, b, afwijzing).teStarten).toEqual([]);
  });

  it('een partner die meer tijd vraagt, is nog gevraagd', () => {
    const meerTijd: AntwoordCodes = {
      antwoord: 'meer-tijd',
      totDatum: '2026-04-20',
      meerTijdReden: 'samenwerking-afstemmen',
    };
    const t = naAntwoorden(gevraagd(a), [a, samen(b)], [b, meerTijd]);
    expect(standen(t)).toEqual([`${a} ${b} gevraagd`]);
    expect(teVragenPartners(t, a)).toEqual([]);
  });

  it('een plan van een aanbieder die daarna afwijst, telt niet meer', () => {
    const t = naAntwoorden(gevraagd(a), [a, samen(b)], [b, afwijzing]);
    const weer = na(t, nu + 10 * dag, {
      soort: 'direct-voorleggen',
      codes: { aanbieders: [a], reden: 'tijd-winnen' },
    });
    expect(instemmingen(weer)).toEqual([]);
    expect(instemmingen(naAntwoorden(weer, [a, afwijzing]))).toEqual([]);
  });

  it('een plan van voor een veranderde situatie telt niet meer, en draagt geen keuze', () => {
    const t = naAntwoorden(gevraagd(a), [a, samen(b)], [b, { antwoord: 'aanbod' }]);
    const veranderd = na(t, nu + dag, besluitVan('situatie'));
    expect(instemmingen(veranderd)).toEqual([]);
    expect(kiest(veranderd, b)?.code).toBe('geen-aanbod');
  });

  it('onder de eerste regels vraagt een plan niemand', () => {
    const { regels: _regels, ...eerste } = gevraagd(a);
    expect(antwoordt(eerste, a, samen(b)).teStarten).toEqual([]);
  });
});

describe('een plan van drie aanbieders', () => {
  it('vraagt ieder die nog niet meedoet', () => {
    const { teStarten, gebeurtenis } = antwoordt(gevraagd(a, b), a, samen(b, c));
    expect(teStarten.map(({ aanbieder }) => aanbieder)).toEqual([c]);
    expect(gebeurtenis.codes).toMatchObject({ partners: [c] });
  });

  it.each([
    ['iedereen noemt alle anderen', samen(a, c), samen(a, b)],
    ['de derde noemt alleen wie het plan maakte', samen(a, c), samen(a)],
    ['ieder noemt alleen wie het plan maakte', samen(a), samen(a)],
    ['samen maatwerk', maatwerk(a, c), maatwerk(a, b)],
  ])('is rond: %s', (_, vanB, vanC) => {
    const t = naAntwoorden(gevraagd(a), [a, samen(b, c)], [b, vanB], [c, vanC]);
    expect(oneensOver(t)).toEqual([]);
    expect(standen(t).every((stand) => stand.endsWith('akkoord'))).toBe(true);
    expect(kiest(t, a, b, c)).toBeNull();
    expect(kiest(t, a, b)).toMatchObject({ code: 'niet-ingestemd', uitleg: expect.stringContaining(c) });
  });

  it('is niet rond zolang er één zwijgt, en oneens als er één afwijst', () => {
    const t = naAntwoorden(gevraagd(a), [a, samen(b, c)], [b, samen(a)]);
    expect(standen(t)).toEqual([`${a} ${b} akkoord`, `${a} ${c} gevraagd`, `${b} ${a} akkoord`]);
    expect(kiest(t, a, b)?.uitleg).toContain(`“${c}” heeft nog niet ingestemd`);
    const oneens = naAntwoorden(t, [c, afwijzing]);
    expect(oneensOver(oneens)).toEqual([expect.objectContaining({ vanAanbieder: a, aanbieder: c })]);
    expect(kiest(oneens, a, b)?.uitleg).toContain(`“${c}” is het niet eens met het plan`);
  });

  it('een ander aanbod, buiten het plan, kan altijd worden gekozen', () => {
    const t = naAntwoorden(gevraagd(a, c), [c, { antwoord: 'aanbod' }], [a, samen(b)], [b, afwijzing]);
    expect(kiest(t, c)).toBeNull();
  });
});
