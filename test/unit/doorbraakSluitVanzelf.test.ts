/** What happens by itself to a doorbraak that nobody closes, and that none of it happens to one of before, or to one that a person closed. */
import { describe, expect, it } from 'vitest';
import { dag } from '../../domain/beleid.ts';
import {
  type DoorbraakToestand,
  type Doorbraakzaak,
  gaatOver,
  gelegenheidVan,
  metGeslotenTrajecten,
  pasDoorbraakBesluitToe,
  verstrijkDoorbraak,
  volgendeDoorbraakwekker,
} from '../../domain/doorbraak.ts';
import type { DoorbraakBesluit } from '../../domain/doorbraakBesluiten.ts';

const sluitnorm = { herinnerTijdstip: 10 * dag, managerTijdstip: 20 * dag, sluitTijdstip: 90 * dag };
const later = 200 * dag;
const termijnen = {
  herinnerTijdstip: later,
  escalatieTijdstip: later + dag,
  vervalTijdstip: later + 2 * dag,
};
const lacune = { sector: 'lvb', zorgsoort: 'woongroep', regio: 'haaglanden' } as const;

const zaak = (kenmerk: string, deel: Partial<Doorbraakzaak> = {}): Doorbraakzaak => ({
  kenmerk,
  groep: 'william-schrikker',
  soort: 'zaak',
  versie: 0,
  andereKenmerken: [],
  brutoDagen: 120,
  nettoDagen: 110,
  schadelijk: true,
  opgeschort: false,
  afspraken: [],
  ...deel,
});
const begin: DoorbraakToestand = {
  periode: '2025-K3',
  versie: 1,
  status: 'open',
  peilDatum: '2025-07-01',
  besprekingDatum: '2025-07-15',
  begonnenTijdstip: 0,
  sluitnorm,
  basisUrl: '',
  zaken: [zaak('ZL-2025-0001'), zaak('ZL-2025-0002')],
  verwerkt: [],
};
const besluit = (t: DoorbraakToestand, besluit: DoorbraakBesluit, nu = 0) =>
  pasDoorbraakBesluitToe(t, besluit, 'een-invoer', nu, termijnen);
const afgesproken = (t: DoorbraakToestand, traject: string) =>
  besluit(t, {
    soort: 'afspraak',
    codes: { traject, wie: 'aanmelder', wat: 'overleg-voeren', voorDatum: '2026-01-01' },
  }).toestand;
const metLacune = (t: DoorbraakToestand, traject: string) =>
  besluit(t, { soort: 'lacune', codes: { traject, ...lacune } }).toestand;

/** Lets time pass as the workflow does, up to a moment: what happened, and where it stands. */
function tot(t: DoorbraakToestand, moment: number) {
  let toestand = t;
  const gebeurd: string[] = [];
  for (;;) {
    const wekker = volgendeDoorbraakwekker(toestand);
    if (!wekker || wekker.tijdstip > moment) return { toestand, gebeurd };
    const gevolg = verstrijkDoorbraak(toestand, wekker.tijdstip);
    toestand = gevolg.toestand;
    gebeurd.push(gelegenheidVan(wekker), ...gevolg.berichten.map(({ soort, aan }) => `${soort} ${aan.wie}`));
  }
}

const herinnerd = [
  'sluitherinnering-1',
  'doorbraak-sluiten coordinator',
  'sluitescalatie-2',
  'doorbraak-niet-gesloten manager',
];

describe('een doorbraak die niemand sluit', () => {
  it('wordt herinnerd, gemeld, en sluit een week na haar periode als alles is afgesproken', () => {
    const alles = metLacune(afgesproken(afgesproken(begin, 'ZL-2025-0001'), 'ZL-2025-0002'), 'ZL-2025-0001');
    expect(tot(alles, 90 * dag - 1)).toMatchObject({ gebeurd: herinnerd, toestand: { status: 'open' } });
    expect(tot(alles, 90 * dag)).toMatchObject({
      gebeurd: [...herinnerd, 'sluiting-3', 'doorbraak-bren bren'],
      toestand: { status: 'gesloten', geslotenTijdstip: 90 * dag },
    });
  });

  it('sluit niet zolang iets mist, maar het BREN hoort dan al wat is gezien, en later alleen wat erbij kwam', () => {
    const half = metLacune(afgesproken(begin, 'ZL-2025-0001'), 'ZL-2025-0001');
    const { toestand, gebeurd } = tot(half, 150 * dag);
    expect(gebeurd).toEqual([...herinnerd, 'sluiting-3', 'doorbraak-bren bren']);
    expect(toestand.status).toBe('open');

    // What still lacked is agreed: it closes at once, and tells nothing twice.
    const erna = tot(afgesproken(toestand, 'ZL-2025-0002'), 150 * dag);
    expect(erna).toMatchObject({ gebeurd: ['sluiting-4'], toestand: { status: 'gesloten' } });
    const nieuw = metLacune(toestand, 'ZL-2025-0002');
    expect(tot(afgesproken(nieuw, 'ZL-2025-0002'), 150 * dag).gebeurd).toEqual([
      'sluiting-4',
      'doorbraak-bren bren',
    ]);
  });

  it('sluit zodra de volgende overneemt wat miste, ook als die later begint', () => {
    const { toestand } = tot(metLacune(begin, 'ZL-2025-0001'), 100 * dag);
    const over = gaatOver(toestand, 'doorbraak-2025-K4', ['ZL-2025-0001', 'ZL-2025-0002'], 100 * dag);
    if (!over) throw new Error('niets ging over');
    expect(tot(over.toestand, 100 * dag)).toMatchObject({ toestand: { status: 'gesloten' } });
  });

  it('vraagt niemand iets als er niets meer in zit: alles ging over, of het traject sloot', () => {
    const over = gaatOver(begin, 'doorbraak-2025-M08', ['ZL-2025-0001'], 5 * dag);
    if (!over) throw new Error('niets ging over');
    expect(tot(over.toestand, 89 * dag).gebeurd).toEqual(herinnerd);
    const leeg = metGeslotenTrajecten(over.toestand, ['ZL-2025-0002']).toestand;
    expect(tot(leeg, 90 * dag)).toMatchObject({
      gebeurd: ['sluitherinnering-1', 'sluitescalatie-2', 'sluiting-3'],
      toestand: { status: 'gesloten', geslotenTijdstip: 90 * dag },
    });
  });

  it('doet niets van dit alles als iemand haar sluit, en vertelt dan wat ontbreekt', () => {
    const alles = metLacune(afgesproken(afgesproken(begin, 'ZL-2025-0001'), 'ZL-2025-0002'), 'ZL-2025-0001');
    const gesloten = besluit(alles, { soort: 'sluiting', codes: {} });
    expect(gesloten.berichten).toMatchObject([{ soort: 'doorbraak-bren', gelegenheid: 'sluiting' }]);
    expect(tot(gesloten.toestand, 199 * dag).gebeurd).toEqual([]);
  });

  describe('en vraagt wat er achter iedere zaak ontbreekt', () => {
    const vraagt: DoorbraakToestand = { ...begin, vraagtLacune: true };
    const alles = afgesproken(afgesproken(vraagt, 'ZL-2025-0001'), 'ZL-2025-0002');
    const bren = (t: DoorbraakToestand) => {
      const { toestand } = tot(t, 90 * dag - 1);
      const { berichten, toestand: na } = verstrijkDoorbraak(toestand, 90 * dag);
      return { status: na.status, gegevens: berichten.map(({ soort, gegevens }) => [soort, gegevens]) };
    };
    const geen = (t: DoorbraakToestand, traject: string) =>
      besluit(t, { soort: 'geen-lacune', codes: { traject } }).toestand;

    it('herinnert aan wie dat nog mist', () => {
      const { berichten } = verstrijkDoorbraak(metLacune(alles, 'ZL-2025-0001'), 10 * dag);
      expect(berichten).toMatchObject([
        { soort: 'doorbraak-sluiten', gegevens: { zonderAfspraak: 0, zonderLacune: 1 } },
      ]);
    });

    it('sluit vanzelf ook als dat mist, en het BREN hoort bij hoeveel', () => {
      expect(bren(alles)).toEqual({
        status: 'gesloten',
        gegevens: [['doorbraak-bren', { nietOpgegeven: 2 }]],
      });
      expect(bren(metLacune(geen(alles, 'ZL-2025-0002'), 'ZL-2025-0001'))).toEqual({
        status: 'gesloten',
        gegevens: [['doorbraak-bren', { nietOpgegeven: 0 }]],
      });
    });

    it('stuurt het BREN niets als er van iedere zaak is gezegd dat er niets ontbreekt', () => {
      const niets = geen(geen(metLacune(alles, 'ZL-2025-0001'), 'ZL-2025-0001'), 'ZL-2025-0002');
      expect(bren(niets)).toEqual({ status: 'gesloten', gegevens: [] });
    });

    it('noemt bij hoeveel het mist pas als zij sluit, ook als het BREN de rest al hoorde', () => {
      const half = metLacune(afgesproken(vraagt, 'ZL-2025-0001'), 'ZL-2025-0001');
      expect(bren(half)).toEqual({
        status: 'open',
        gegevens: [['doorbraak-bren', { nietOpgegeven: 0 }]],
      });
      const { toestand } = tot(half, 90 * dag);
      expect(verstrijkDoorbraak(afgesproken(toestand, 'ZL-2025-0002'), 91 * dag)).toMatchObject({
        toestand: { status: 'gesloten' },
        berichten: [{ soort: 'doorbraak-bren', gegevens: { nietOpgegeven: 1 } }],
      });
    });
  });

  it('blijft zoals zij was als zij van een eerdere uitgave is', () => {
    const { sluitnorm: _geen, ...eerder } = begin;
    expect(volgendeDoorbraakwekker(eerder)).toBeNull();
    const afspraak = afgesproken(eerder, 'ZL-2025-0001');
    const zonderVerval = {
      ...afspraak,
      zaken: afspraak.zaken.map((een) => ({
        ...een,
        afspraken: een.afspraken.map(({ vervalTijdstip: _nooit, ...rest }) => rest),
      })),
    };
    expect(tot(zonderVerval, 1_000 * dag).gebeurd.filter((wat) => !wat.startsWith('doorbraak-'))).toEqual([
      'herinnering-ZL-2025-0001-1',
      'escalatie-ZL-2025-0001-1',
    ]);
  });
});
