/** Each question to the aanmelder has reminders and a norm of its own: a new one gives an earlier one no more time. */
import { describe, expect, it } from 'vitest';
import { dag } from '../../domain/beleid.ts';
import { weigerTrajectBesluit } from '../../domain/overgangen.ts';
import type { TrajectToestand } from '../../domain/traject.ts';
import { verwerkMelding } from '../../domain/trajectMelding.ts';
import { redenenVan, vastgelopenVan, wachtenVan } from '../../domain/wachten.ts';
import { aanmeldingTijdstip, begonnenTraject } from '../support/berichten.ts';
import { besluitVan, na, neem } from '../support/besluiten.ts';
import { laatAfgaan } from '../support/wekker.ts';

const begin = begonnenTraject('ZL-2025-0001');
/** Monday 5 May 2025, 10:00 in the Netherlands: the first whole werkdag is Tuesday. */
const maandag = Date.UTC(2025, 4, 5, 8);
const week = 7 * dag;

/** A traject of which three aanbieders investigate. */
const inOnderzoek = (regels?: 4): TrajectToestand => ({
  ...na(regels ? { ...begin, regels } : begin, aanmeldingTijdstip, {
    soort: 'triage',
    codes: {
      uitkomst: 'direct-voorleggen',
      aanbieders: ['aanbieder-01', 'aanbieder-02', 'aanbieder-03'],
      afwijkReden: 'individuele-situatie',
    },
  }),
});

/** What follows when an aanbieder asks something, or declines, at moment `nu` (ms since the epoch). */
function zegt(t: TrajectToestand, nummer: 1 | 2 | 3, nu: number, wat: 'vraag' | 'afwijzing' = 'vraag') {
  const invoerId = `00000000-0000-4000-8000-00000000000${nummer}`;
  const gevolg = verwerkMelding(
    t,
    {
      onderzoekId: `onderzoek-ZL-2025-0001-aanbieder-0${nummer}-r1`,
      vastgelopen: false,
      gelegenheid: `${wat}-${nummer}`,
      ...(wat === 'vraag'
        ? { vraag: { invoerId, codes: { soorten: ['intelligentie'] } } }
        : { antwoord: { invoerId, codes: { antwoord: 'afwijzing', afwijzingReden: 'geen-plek' } } }),
    },
    nu,
  );
  if (!gevolg) throw new Error('niet gehoord');
  return gevolg;
}

/** When the e-mails of these kinds go out, as days after Monday. */
const mails = (afgegaan: ReturnType<typeof laatAfgaan>['afgegaan'], soort: string, wacht?: string) =>
  afgegaan.flatMap(({ nu, gevolg }) =>
    gevolg.berichten
      .filter((een) => een.soort === soort && (!wacht || een.gegevens.wacht === wacht))
      .map(({ gegevens }) => ({ dagen: Math.round((nu - maandag) / dag), gegevens })),
  );

describe('een vraag erbij', () => {
  it('laat een vraag die te lang openstaat vastgelopen, en de manager hoort het op tijd', () => {
    const eerst = laatAfgaan(zegt(inOnderzoek(), 1, maandag).toestand, maandag, maandag + 2 * week + 2 * dag);
    expect(redenenVan(eerst.toestand)).toContain('informatie');
    const nu = maandag + 2 * week + 2 * dag;
    const erbij = zegt(eerst.toestand, 2, nu).toestand;
    expect(vastgelopenVan(erbij).filter(({ reden }) => reden === 'informatie')).toMatchObject([
      { op: 'aanmelder', sindsTijdstip: maandag },
    ]);
    const { afgegaan } = laatAfgaan(erbij, nu, maandag + 3 * week + 2 * dag);
    expect(mails(afgegaan, 'norm-manager', 'informatie')).toHaveLength(1);
  });

  it('drie aanbieders die om de week iets vragen: iedere vraag loopt vast op haar eigen dag', () => {
    let t = inOnderzoek();
    const gehoord: number[] = [];
    for (const nummer of [1, 2, 3] as const) {
      const nu = maandag + (nummer - 1) * week;
      const { toestand, afgegaan } = laatAfgaan(
        zegt(t, nummer, nu).toestand,
        nu,
        nummer === 3 ? nu + 3 * week : nu + week - 1,
      );
      gehoord.push(...mails(afgegaan, 'norm-verstreken', 'informatie').map(({ dagen }) => dagen));
      t = toestand;
    }
    expect(gehoord).toEqual([15, 22, 30]);
    expect(wachtenVan(t).filter(({ soort }) => soort === 'informatie')).toHaveLength(3);
  });

  it('noemt in de e-mail alleen het nieuwe, en dat de termijn van het eerdere blijft', () => {
    const eerst = neem(begin, besluitVan('informatievraag'), maandag);
    expect(eerst.berichten.map(({ gegevens }) => gegevens)).toEqual([{ soorten: 'intelligentie' }]);
    const tweede = neem(
      eerst.toestand,
      { soort: 'informatievraag', codes: { soorten: ['risicotaxatie'] } },
      maandag + dag,
    );
    expect(tweede.berichten.map(({ gegevens }) => gegevens)).toEqual([
      { soorten: 'risicotaxatie', eerder: 1 },
    ]);
  });
});

it('komen er twee tegelijk aan de beurt, dan is dat één e-mail: herinnering, norm en manager', () => {
  let t = inOnderzoek();
  for (const nummer of [1, 2] as const) t = zegt(t, nummer, maandag + nummer * 60_000).toestand;
  const { afgegaan, toestand } = laatAfgaan(t, maandag, maandag + 4 * week);
  expect(mails(afgegaan, 'informatie-herinnering').map(({ gegevens }) => gegevens)).toEqual([
    { nummer: 1, vragen: 2 },
    { nummer: 2, vragen: 2 },
  ]);
  expect(mails(afgegaan, 'norm-verstreken', 'informatie')).toHaveLength(1);
  expect(mails(afgegaan, 'norm-manager', 'informatie')).toHaveLength(1);
  expect(vastgelopenVan(toestand).filter(({ reden }) => reden === 'informatie')).toHaveLength(2);
});

describe('onder de vierde regels', () => {
  it('begint de termijn van alles opnieuw, zoals het traject begon', () => {
    const nu = maandag + 2 * week + 2 * dag;
    const eerst = laatAfgaan(zegt(inOnderzoek(4), 1, maandag).toestand, maandag, nu);
    expect(redenenVan(eerst.toestand)).toContain('informatie');
    expect(redenenVan(zegt(eerst.toestand, 2, nu).toestand)).not.toContain('informatie');
  });

  it('blijft een vraag staan als haar onderzoek eindigt; de coördinator kan haar intrekken', () => {
    const gevraagd = zegt(inOnderzoek(4), 1, maandag).toestand;
    expect(weigerTrajectBesluit(gevraagd, besluitVan('vraag-ingetrokken'))).not.toBeNull();
    const afgewezen = zegt(gevraagd, 1, maandag, 'afwijzing');
    expect(afgewezen.toestand.informatie?.vragen).toHaveLength(1);
    expect(afgewezen.berichten.map(({ soort }) => soort)).not.toContain('vraag-vervallen');
    const { toestand, berichten } = neem(afgewezen.toestand, besluitVan('vraag-ingetrokken'), maandag + dag);
    expect(toestand).not.toHaveProperty('informatie');
    expect(berichten.map(({ soort, aan }) => [soort, aan.wie])).toEqual([['vraag-vervallen', 'aanmelder']]);
  });

  it('ook wat is gevraagd voor vragen uit elkaar werden gehouden', () => {
    const oud: TrajectToestand = {
      ...begin,
      regels: 2,
      informatie: { soorten: ['anders'], gevraagdTijdstip: maandag, gelegenheid: 'invoer-1' },
    };
    const { toestand } = neem(oud, besluitVan('vraag-ingetrokken'), maandag + dag);
    expect(toestand).not.toHaveProperty('informatie');
    expect(toestand).not.toHaveProperty('vervallenVragen');
    expect(toestand.informatieTijdstip).toBe(maandag + dag);
  });
});
