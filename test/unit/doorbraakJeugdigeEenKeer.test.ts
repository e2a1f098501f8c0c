/** A jeugdige with more trajecten is one zaak: that of the traject that waits longest, with the others named in it. */
import { describe, expect, it } from 'vitest';
import { dag } from '../../domain/beleid.ts';
import { kiesZaken, type WachtendTraject } from '../../domain/doorbraakselectie.ts';
import type { TrajectToestand } from '../../domain/traject.ts';
import { aanmeldingTijdstip, begonnenTraject } from '../support/berichten.ts';
import { type Daad, geleefd } from '../support/wekker.ts';

const traject = (
  jeugdigeId: string,
  kenmerk: string,
  deel: Partial<TrajectToestand> = {},
  gi?: string,
): WachtendTraject => ({
  jeugdigeId,
  toestand: { ...begonnenTraject(kenmerk), ...deel },
  maatregel: gi ? 'ots' : 'geen',
  ...(gi ? { gi } : {}),
});
const zaken = (...trajecten: WachtendTraject[]) => kiesZaken(trajecten, '2025-09-01').map(({ zaak }) => zaak);

describe('een jeugdige met meer trajecten', () => {
  it('is één zaak, van het traject dat netto het langst wacht', () => {
    const gevonden = zaken(
      traject('a', 'ZL-2025-0001', { aanmeldingTijdstip: aanmeldingTijdstip + 10 * dag }),
      traject('a', 'ZL-2025-0002', { opgeschortDuur: 20 * dag }),
      traject('a', 'ET-2025-0001'),
      traject('b', 'ZL-2025-0003'),
    );
    expect(gevonden).toMatchObject([
      { kenmerk: 'ET-2025-0001', andereKenmerken: ['ZL-2025-0001', 'ZL-2025-0002'] },
      { kenmerk: 'ZL-2025-0003', andereKenmerken: [] },
    ]);
  });

  it('is een zaak als één van de trajecten dat is, ook als een ander uit keuze langer wacht', () => {
    const keuze = {
      reden: 'behandeling-later',
      evaluatieDatum: '2025-09-01',
      sindsTijdstip: Date.UTC(2025, 7, 30),
      opgeschortDuur: 0,
    } as const;
    const later = { aanmeldingTijdstip: aanmeldingTijdstip + 10 * dag };
    expect(
      zaken(traject('a', 'ZL-2025-0001', { wachtkeuze: keuze }), traject('a', 'ZL-2025-0002', later)),
    ).toMatchObject([{ kenmerk: 'ZL-2025-0002', soort: 'zaak', andereKenmerken: ['ZL-2025-0001'] }]);
  });

  it('hoort bij de GI, ook als alleen een ander traject de maatregel noemt', () => {
    expect(
      zaken(
        traject('a', 'ZL-2025-0001'),
        traject('a', 'ZL-2025-0002', { aanmeldingTijdstip: aanmeldingTijdstip + dag }, 'leger-des-heils'),
      ),
    ).toMatchObject([{ kenmerk: 'ZL-2025-0001', groep: 'leger-des-heils' }]);
  });
});

describe('de groepen', () => {
  it('zijn de GI’s en wie geen maatregel heeft, ook als er een GI bij is; de langst wachtende vooraan', () => {
    const vrijwillig = { ...traject('c', 'ZL-2025-0003', {}, 'leger-des-heils'), maatregel: 'geen' };
    const gevonden = zaken(
      vrijwillig,
      traject('a', 'ZL-2025-0001', { opgeschortDuur: dag }, 'william-schrikker'),
      traject('b', 'ZL-2025-0002', {}, 'william-schrikker'),
      traject('d', 'ZL-2025-0004', {}, 'jeugdbescherming-west'),
    );
    expect(gevonden.map(({ kenmerk, groep }) => `${groep} ${kenmerk}`)).toEqual([
      'jeugdbescherming-west ZL-2025-0004',
      'william-schrikker ZL-2025-0002',
      'william-schrikker ZL-2025-0001',
      'zonder-maatregel ZL-2025-0003',
    ]);
  });

  it('volgen wat sinds de aanmelding over de maatregel is verteld: een nieuwe, een andere GI, of geen meer', () => {
    const verteld = (codes: object) => {
      const situatie = { nu: aanmeldingTijdstip + 30 * dag, soort: 'situatie', codes } as Daad;
      const triage = {
        nu: aanmeldingTijdstip + dag,
        soort: 'triage',
        codes: { uitkomst: 'bespreking' },
      } as Daad;
      return geleefd(begonnenTraject('ZL-2025-0001'), [triage, situatie], Date.UTC(2025, 8, 1));
    };
    const groep = (codes: object, gi?: string) =>
      zaken({ ...traject('a', 'ZL-2025-0001', {}, gi), toestand: verteld(codes) })[0]?.groep;
    const naarLeger = { maatregel: 'ots', gi: 'leger-des-heils' };
    expect(groep({}, 'william-schrikker')).toBe('william-schrikker');
    expect(groep(naarLeger)).toBe('leger-des-heils');
    expect(groep(naarLeger, 'william-schrikker')).toBe('leger-des-heils');
    expect(groep({ maatregel: 'geen' }, 'william-schrikker')).toBe('zonder-maatregel');
    // It goes through the state, so the search attribute and the weging follow it too.
    expect(verteld(naarLeger)).toMatchObject({ gi: 'leger-des-heils', elementen: ['gi'] });
    expect(verteld({ maatregel: 'geen' })).not.toHaveProperty('gi');
  });
});
