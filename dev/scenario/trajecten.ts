/** Plays the cases of a half-year or a year: entered through the API, and lived with the real workflows on one clock. */
import type { OnderzoekBesluitSoort, TrajectBesluitSoort } from '../../domain/besluiten.ts';
import { onderzoekId } from '../../domain/kenmerk.ts';
import { type Periode, periodeEerder, periodeOp } from '../../domain/periode.ts';
import { plusDagen } from '../../domain/tafelkalender.ts';
import { datumInNederland } from '../../domain/werkdagen.ts';
import { rust } from '../rust.ts';
import type { Persoon, Speelruimte } from '../speelruimte.ts';
import { dien } from './post.ts';
import type { Geval, Trajectscenario } from './schema.ts';
import { maakAanmelding } from './testpersonen.ts';
import { leefOpEenKlok, type Wacht } from './tijdlijn.ts';
import { aanmeldUur, bewandel, momentOp, type Spel } from './wegen.ts';

const periodesoorten = { halfjaar: 'halfjaar', experttafel: 'jaar' } as const;
const eersteRonde = 1;

/** How far a scenario is, for whoever watches; `moment` in ms since the epoch. */
export type Meld = (moment: number, stand: string) => void;

/** The first whole period of this kind that is yet to begin at a moment (ms since the epoch). */
export function volgendePeriode(soort: Periode['soort'], nu: number): Periode {
  return periodeEerder(periodeOp(soort, nu), -1);
}

/** The day (yyyy-mm-dd) of a case in a period. */
export function dagVan({ beginTijdstip }: Periode, { maand, dag }: Geval): string {
  const [jaar = 0, eersteMaand = 1] = datumInNederland(beginTijdstip).split('-').map(Number);
  const eersteDag = `${jaar}-${String(eersteMaand + maand - 1).padStart(2, '0')}-01`;
  return plusDagen(eersteDag, dag - 1);
}

/**
 * Plays all cases in the next whole period of the clock, up to its end. Every case goes on until then; what would come later does
 * not happen any more. @returns the period.
 * @throws with the number of the case when the API refuses a step of it.
 */
export async function speelTrajecten(
  ruimte: Speelruimte,
  { soort, aanmeldingen }: Trajectscenario,
  meld: Meld,
): Promise<Periode> {
  const periode = volgendePeriode(periodesoorten[soort], await ruimte.nu());
  const stand = { aangemeld: 0, stappen: 0 };

  const leef = (geval: Geval, nummer: number) => async (wacht: Wacht) => {
    const aangemeld = dagVan(periode, geval);
    const moment = momentOp(aangemeld, aanmeldUur);
    await wacht(moment);
    const { kenmerk } = await dien<{ kenmerk: string }>(
      ruimte,
      { rol: 'aanmelder' },
      '/v1/aanmeldingen',
      await maakAanmelding(geval, nummer, moment, soort === 'experttafel' ? soort : undefined),
    );
    stand.aangemeld += 1;
    await rust(ruimte, kenmerk);
    const stap = async (wie: Persoon, pad: string, inhoud: object) => {
      await dien(ruimte, wie, pad, inhoud);
      stand.stappen += 1;
      await rust(ruimte, kenmerk);
    };
    const besluit = (wie: Persoon) => (welk: TrajectBesluitSoort, inhoud: object) =>
      stap(wie, `/v1/trajecten/${kenmerk}/${welk}`, inhoud);
    const spel: Spel = {
      tot: (datum, uur) => wacht(momentOp(datum, uur)),
      aanmelder: besluit({ rol: 'aanmelder' }),
      coordinator: besluit({ rol: 'coordinator' }),
      aanbieder: (code: string, welk: OnderzoekBesluitSoort, inhoud = {}) =>
        stap(
          { rol: 'aanbieder', aanbieder: code },
          `/v1/onderzoeken/${onderzoekId(kenmerk, code, eersteRonde)}/${welk}`,
          inhoud,
        ),
    };
    await bewandel(spel, geval, nummer, aangemeld);
  };

  await leefOpEenKlok(
    aanmeldingen.map((geval, plaats) => (wacht) => {
      const nummer = plaats + 1;
      return leef(
        geval,
        nummer,
      )(wacht).catch((fout: unknown) => {
        throw new Error(`aanmelding ${nummer}: ${fout instanceof Error ? fout.message : fout}`, {
          cause: fout,
        });
      });
    }),
    periode.eindTijdstip,
    async (moment) => {
      meld(moment, `${stand.aangemeld} van de ${aanmeldingen.length} aangemeld, ${stand.stappen} stappen`);
      await ruimte.totMoment(moment);
    },
  );
  return periode;
}
