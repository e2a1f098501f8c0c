/** The fictional aanmeldingen of the generated years. Nobody in them exists. */
import { aanmeldingVoorbeeld } from '../../api/voorbeelden.ts';
import type { Aanmelding } from '../../domain/aanmelding.ts';
import { dag } from '../../domain/beleid.ts';
import { datumInNederland } from '../../domain/werkdagen.ts';
import type { Toeval } from './toeval.ts';

/** A child that was signed up, once or more. */
export interface Kind {
  id: string;
  naam: string;
  /** yyyy-mm-dd */
  geboorteDatum: string;
  /** Made up: nine digits, no BSN. */
  nummer: string;
}

const voornamen = ['Sam', 'Mika', 'Luca', 'Noor', 'Robin', 'Jip', 'Sacha', 'Bo', 'Kim', 'Rowan'] as const;

/** Makes a child of 5 to 17 years at a moment (ms since the epoch). */
export function maakKind(toeval: Toeval, nummer: number, moment: number): Kind {
  const dagenOud = toeval.heel(5 * 365, 17.8 * 365);
  return {
    id: toeval.uuid(moment),
    naam: `${toeval.uit(voornamen)} Testpersoon ${nummer}`,
    geboorteDatum: datumInNederland(moment - dagenOud * dag),
    nummer: String(100_000_000 + nummer),
  };
}

/** Makes the aanmelding of a child. */
export function maakAanmelding(toeval: Toeval, kind: Kind): Aanmelding {
  const aanmelder = toeval.gewogen({
    'jeugdbescherming-west': 33,
    'andere-gi': 30,
    jeugdteam: 33,
    anders: 4,
  });
  const gemeente = toeval.gewogen({
    'den-haag': 65,
    zoetermeer: 8,
    delft: 7,
    westland: 5,
    rijswijk: 4,
    'leidschendam-voorburg': 4,
    'pijnacker-nootdorp': 2,
    wassenaar: 2,
    voorschoten: 1,
    'midden-delfland': 1,
    'buiten-haaglanden': 1,
  });
  const metGi = aanmelder === 'jeugdbescherming-west' || aanmelder === 'andere-gi';
  const gi =
    aanmelder === 'jeugdbescherming-west'
      ? aanmelder
      : toeval.uit(['william-schrikker', 'leger-des-heils'] as const);
  return {
    ...aanmeldingVoorbeeld,
    kanaal: toeval.gewogen({ website: 6, mail: 3, telefoon: 1 }),
    aanmelder: { ...aanmeldingVoorbeeld.aanmelder, organisatieSoort: aanmelder },
    jeugdige: {
      naam: kind.naam,
      geboorteDatum: kind.geboorteDatum,
      bsn: kind.nummer,
      gemeente,
      ...(gemeente === 'buiten-haaglanden' ? { gemeenteNaam: 'Rotterdam' } : {}),
      verblijfplaats: toeval.gewogen({
        behandelgroep: 40,
        thuis: 20,
        crisisplek: 12,
        jeugdzorgplus: 8,
        pleeggezin: 8,
        netwerk: 6,
        gezinshuis: 6,
      }),
      maatregel: metGi ? toeval.uit(['ots', 'voogdij'] as const) : 'geen',
      ...(metGi ? { gi } : {}),
    },
    vraag: {
      ...aanmeldingVoorbeeld.vraag,
      verblijfSoort: toeval.gewogen({ behandelgroep: 70, woongroep: 28, gezinshuis: 2 }),
      sector: toeval.gewogen({ jeugdhulp: 5, 'j-ggz': 3, lvb: 3 }),
    },
    complexiteit: toeval.kans(0.2) ? 'zeer-complex' : 'gewoon',
    risicotaxatie: toeval.kans(0.25)
      ? { onveiligheid: true, gevalideerd: true, instrument: 'ARIJ' }
      : { onveiligheid: false, gevalideerd: false },
    crisis: toeval.kans(0.01),
  };
}
