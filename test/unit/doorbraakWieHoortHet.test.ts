/** Who hears of a doorbraak: who is invited, who must carry out an agreement, whose meeting is called off, and which trajecten show it. */
import { describe, expect, it } from 'vitest';
import { dag } from '../../domain/beleid.ts';
import {
  beginMetZaken,
  type DoorbraakToestand,
  type Doorbraakzaak,
  gaatOver,
  metGeslotenTrajecten,
  pasDoorbraakBesluitToe,
  teMelden,
  verstrijkDoorbraak,
} from '../../domain/doorbraak.ts';

const uur = dag / 24;
/** Sunday 3 August 2025, 09:00 in the Netherlands. */
const bespreking = Date.UTC(2025, 7, 3, 7);
const termijnen = { herinnerTijdstip: dag, escalatieTijdstip: 2 * dag, vervalTijdstip: 3 * dag };

const zaak = (kenmerk: string, groep: string, deel: Partial<Doorbraakzaak> = {}): Doorbraakzaak => ({
  kenmerk,
  groep,
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
const leeg: DoorbraakToestand = {
  periode: '2025-M07',
  versie: 0,
  status: 'open',
  peilDatum: '2025-07-01',
  besprekingDatum: '2025-08-03',
  begonnenTijdstip: 0,
  vraagtLacune: true,
  meldtIedereen: true,
  basisUrl: '',
  zaken: [],
  verwerkt: [],
};
const met = (...zaken: Doorbraakzaak[]): DoorbraakToestand => ({ ...leeg, versie: 1, zaken });
const afgesproken = (t: DoorbraakToestand, wie: string, traject = 'ZL-2025-0001') =>
  pasDoorbraakBesluitToe(
    t,
    { soort: 'afspraak', codes: { traject, wie, wat: 'overleg-voeren', voorDatum: '2025-09-15' } },
    'een-invoer',
    0,
    termijnen,
  );

describe('uitgenodigd wordt', () => {
  it('per groep de GI met de coördinatoren, op dezelfde tijd; zonder één GI alleen het team', () => {
    const { berichten } = beginMetZaken(
      leeg,
      [
        zaak('ZL-2025-0001', 'william-schrikker'),
        zaak('ZL-2025-0002', 'andere-gi'),
        zaak('ZL-2025-0003', 'zonder-maatregel'),
        zaak('ZL-2025-0004', 'leger-des-heils', { soort: 'keuze' }),
      ],
      0,
    );
    expect(berichten.map(({ aan, gelegenheid, gegevens }) => [aan, gelegenheid, gegevens.beginTijd])).toEqual(
      [
        [{ wie: 'gi', code: 'william-schrikker' }, 'groep-william-schrikker', '09:00'],
        [{ wie: 'coordinator' }, 'groep-william-schrikker', '09:00'],
        [{ wie: 'coordinator' }, 'groep-andere-gi', '10:00'],
        [{ wie: 'coordinator' }, 'groep-zonder-maatregel', '11:00'],
      ],
    );
  });
});

describe('wie een afspraak heeft', () => {
  const zaken = met(zaak('ZL-2025-0001', 'william-schrikker'));
  const wie = [
    ['aanmelder', { wie: 'aanmelder-van', kenmerk: 'ZL-2025-0001' }],
    ['aanbieder-03', { wie: 'aanbieder', aanbieder: 'aanbieder-03' }],
    ['leger-des-heils', { wie: 'gi', code: 'leger-des-heils' }],
    ['andere-gi', { wie: 'coordinator' }],
    ['coordinator-2', { wie: 'genodigde', code: 'coordinator-2' }],
  ] as const;

  it.each(wie)('hoort het als zij is gemaakt en op haar dag: %s', (code, aan) => {
    const { toestand, berichten } = afgesproken(zaken, code);
    expect(berichten).toMatchObject([
      { soort: 'doorbraak-afspraak', aan, gegevens: { traject: 'ZL-2025-0001', nummer: 1, wie: code } },
    ]);
    expect(verstrijkDoorbraak(toestand, dag).berichten).toMatchObject([
      { soort: 'doorbraak-herinnering', aan: { wie: 'coordinator' } },
      { soort: 'doorbraak-herinnering', aan },
    ]);
    expect(verstrijkDoorbraak(verstrijkDoorbraak(toestand, dag).toestand, 2 * dag).berichten).toMatchObject([
      { soort: 'doorbraak-te-laat', aan: { wie: 'manager' } },
    ]);
  });

  it('hoort in een doorbraak van een eerdere versie alleen de herinnering', () => {
    const { meldtIedereen: _nieuw, ...eerder } = zaken;
    const { toestand, berichten } = afgesproken(eerder, 'aanbieder-03');
    expect(berichten).toEqual([]);
    expect(verstrijkDoorbraak(toestand, dag).berichten).toHaveLength(2);
  });
});

describe('afgezegd wordt een bespreking', () => {
  const t = met(
    zaak('ZL-2025-0001', 'william-schrikker'),
    zaak('ZL-2025-0002', 'william-schrikker'),
    zaak('ZL-2025-0003', 'leger-des-heils'),
  );
  const afgezegd = (van: DoorbraakToestand, kenmerken: string[], nu: number) =>
    gaatOver(van, 'doorbraak-2025-M08', kenmerken, nu)?.berichten.map(
      ({ soort, aan, gelegenheid, gegevens }) => ({
        soort,
        aan,
        gelegenheid,
        gegevens,
      }),
    );
  const alles = ['ZL-2025-0001', 'ZL-2025-0002', 'ZL-2025-0003'];
  const groep = (code: string, beginTijd: string) => ({
    soort: 'doorbraak-afgezegd',
    aan: { wie: 'genodigden', van: 'doorbraak-uitnodiging' },
    gelegenheid: `groep-${code}`,
    gegevens: { groep: code, datum: '2025-08-03', beginTijd, naar: 'doorbraak-2025-M08' },
  });

  it('waarvan alles overgaat naar de volgende, zolang zij nog moet komen', () => {
    expect(afgezegd(t, alles, bespreking - 2 * dag)).toEqual([
      groep('william-schrikker', '09:00'),
      groep('leger-des-heils', '10:00'),
    ]);
    expect(afgezegd(t, alles, bespreking - 1)).toHaveLength(2);
    expect(afgezegd(t, alles, bespreking)).toEqual([groep('leger-des-heils', '10:00')]);
    expect(afgezegd(t, alles, bespreking + uur)).toEqual([]);
  });

  it('niet als er nog iemand te bespreken is', () => {
    expect(afgezegd(t, ['ZL-2025-0001'], 0)).toEqual([]);
    expect(afgezegd(t, ['ZL-2025-0001', 'ZL-2025-0003'], 0)).toEqual([groep('leger-des-heils', '10:00')]);
    const { toestand } = afgesproken(t, 'aanmelder');
    expect(afgezegd(toestand, alles, 0)).toEqual([groep('leger-des-heils', '10:00')]);
    const gesloten = metGeslotenTrajecten(t, ['ZL-2025-0001']).toestand;
    expect(afgezegd(gesloten, alles, 0)).toHaveLength(2);
  });
});

describe('een jeugdige met meer trajecten', () => {
  const zaken = [zaak('ZL-2025-0001', 'william-schrikker', { andereKenmerken: ['ET-2025-0004'] })];

  it('laat in alle zien dat zij wordt besproken, en dat het klaar is', () => {
    const begin = beginMetZaken(leeg, zaken, 0).toestand;
    expect(teMelden(leeg, begin).map(({ kenmerk, melding }) => [kenmerk, melding.isOnder])).toEqual([
      ['ZL-2025-0001', true],
      ['ET-2025-0004', true],
    ]);
    const klaar = metGeslotenTrajecten(begin, ['ZL-2025-0001']).toestand;
    expect(teMelden(begin, klaar).map(({ kenmerk, melding }) => [kenmerk, melding.isOnder])).toEqual([
      ['ZL-2025-0001', false],
      ['ET-2025-0004', false],
    ]);
  });

  it('laat dat in een doorbraak van een eerdere versie alleen in het langst wachtende zien', () => {
    const { meldtIedereen: _nieuw, ...eerder } = leeg;
    const begin = beginMetZaken(eerder, zaken, 0).toestand;
    expect(teMelden(eerder, begin).map(({ kenmerk }) => kenmerk)).toEqual(['ZL-2025-0001']);
  });
});
