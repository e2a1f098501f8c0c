/** From a row to what the API shows of it. */
import type { z } from 'zod';
import { dag as dagMs } from '../domain/beleid.ts';
import { type OnderzoekToestand, onderzoekOvergangen } from '../domain/onderzoek.ts';
import { besluitenNu } from '../domain/overgangen.ts';
import { instemmingen } from '../domain/samenwerking.ts';
import { genummerdeAfspraken, type TrajectToestand } from '../domain/traject.ts';
import { vastgelopenVan } from '../domain/wachten.ts';
import { wachtNamen } from '../domain/wachtNamen.ts';
import { wachttijd } from '../domain/wachttijd.ts';
import { uitDatum } from '../infra/dag.ts';
import type { Bericht, Onderzoek, Traject } from '../prisma/client/client.ts';
import type { berichtSchema, onderzoekSchema, trajectSchema } from './schemas.ts';
import { type Beller, magNemen } from './toegang.ts';

const moment = (tijdstip: Date | null) => tijdstip?.toISOString() ?? null;
const dag = (datum: Date | null) => datum && uitDatum(datum);

/** The afspraken of a traject with their numbers. */
export function toonAfspraken(
  afspraken: ReturnType<typeof genummerdeAfspraken>,
): z.infer<typeof trajectSchema>['afspraken'] {
  return afspraken.map(({ nummer, wie, wat, voorDatum, gedaanTijdstip }) => ({
    nummer,
    wie,
    wat,
    voorDatum,
    gedaanTijdstip: gedaanTijdstip === undefined ? null : new Date(gedaanTijdstip).toISOString(),
  }));
}

/** A traject as this reader sees it: with the decisions that the reader may take. */
export function toonTraject(rij: Traject, { rol }: Beller, nu: number): z.infer<typeof trajectSchema> {
  const toestand = rij.toestand as unknown as TrajectToestand;
  const { bruto, netto } = wachttijd(toestand, nu);
  const { triage, weging, opgeschort, wachtkeuze } = toestand;
  const beslist = rol === 'coordinator';
  return {
    kenmerk: rij.kenmerk,
    spoor: toestand.spoor,
    fase: toestand.fase,
    versie: rij.versie,
    gemeente: rij.gemeente as z.infer<typeof trajectSchema>['gemeente'],
    gi: rij.gi,
    complexiteit: toestand.complexiteit,
    coordinator: rij.coordinator,
    wachtOp: toestand.wachtOp,
    wachtSindsTijdstip: rij.wachtSinds.toISOString(),
    wachtreden: toestand.wachtreden ?? null,
    signalen: rij.signalen as z.infer<typeof trajectSchema>['signalen'],
    vastgelopen: vastgelopenVan(toestand).map(({ reden, op, wie, sindsTijdstip }) => ({
      reden,
      uitleg: wachtNamen[reden],
      op,
      wie: wie ?? null,
      sindsTijdstip: new Date(sindsTijdstip).toISOString(),
    })),
    wachttijd: { brutoDagen: Math.floor(bruto / dagMs), nettoDagen: Math.floor(netto / dagMs) },
    // What the rules proposed, and why a colleague decided otherwise, is for who decides.
    triageVoorstel: (beslist && toestand.triageVoorstel) || null,
    triage: triage
      ? { uitkomst: triage.uitkomst, afwijkReden: (beslist && triage.afwijkReden) || null }
      : null,
    elementen: [...(toestand.elementen ?? [])],
    weging: weging
      ? {
          versie: weging.versie,
          voorstel: weging.voorstel,
          besluit: weging.besluit,
          afwijkReden: weging.afwijkReden ?? null,
        }
      : null,
    opgeschort: opgeschort ? { reden: opgeschort.reden, evaluatieDatum: opgeschort.evaluatieDatum } : null,
    wachtkeuze: wachtkeuze ? { reden: wachtkeuze.reden, evaluatieDatum: wachtkeuze.evaluatieDatum } : null,
    instemmingen: instemmingen(toestand).map(({ vanAanbieder, aanbieder, stand }) => ({
      vanAanbieder,
      aanbieder,
      stand,
    })),
    vragen: (toestand.informatie?.vragen ?? []).map(({ vraagId, soorten, vrager }) => ({
      vraagId,
      soorten: [...soorten],
      aanbieder: vrager ?? null,
    })),
    afspraken: toonAfspraken(genummerdeAfspraken(toestand)),
    advies: toestand.advies ?? null,
    opvolgDatum: toestand.opvolgDatum ?? null,
    escalatieniveau: rij.escalatieniveau,
    aanmeldingTijdstip: rij.aanmeldingTijdstip.toISOString(),
    ambitieTijdstip: rij.ambitieTijdstip.toISOString(),
    tafelDatum: dag(rij.tafelDatum),
    duidelijkheidTijdstip: moment(rij.duidelijkheidTijdstip),
    gekozenAanbieders: toestand.gekozen,
    verwachteStartDatum: toestand.verwachteStartDatum ?? null,
    evaluatieDatum: toestand.evaluatieDatum ?? null,
    eigenaar: toestand.eigenaar ?? null,
    uitkomst: toestand.uitkomst ?? null,
    besluiten: magNemen(besluitenNu(toestand), 'traject', rol),
  };
}

/** An onderzoek as this reader sees it: with what the reader may tell in it. */
export function toonOnderzoek(rij: Onderzoek, { rol }: Beller): z.infer<typeof onderzoekSchema> {
  const toestand = rij.toestand as unknown as OnderzoekToestand;
  return {
    onderzoekId: rij.id,
    kenmerk: rij.kenmerk,
    aanbieder: rij.aanbieder,
    ronde: rij.ronde,
    status: toestand.status,
    versie: rij.versie,
    herinneringen: rij.herinneringen,
    gevraagdTijdstip: rij.gevraagdTijdstip.toISOString(),
    antwoordVoorTijdstip: new Date(toestand.antwoordVoorTijdstip).toISOString(),
    bevestigdTijdstip: moment(rij.bevestigdTijdstip),
    beantwoordTijdstip: moment(rij.beantwoordTijdstip),
    antwoord: toestand.antwoord ?? null,
    besluiten: magNemen(Object.keys(onderzoekOvergangen[toestand.status]), 'onderzoek', rol),
  };
}

/** An e-mail of the register as its readers see it: no address and no text. */
export function toonBericht(rij: Bericht): z.infer<typeof berichtSchema> {
  return {
    soort: rij.soort,
    geadresseerde: rij.geadresseerde,
    status: rij.status as z.infer<typeof berichtSchema>['status'],
    pogingen: rij.pogingen,
    onzekerePogingen: rij.onzekerePogingen,
    klaarTijdstip: rij.klaarTijdstip.toISOString(),
    verzondenTijdstip: moment(rij.verzondenTijdstip),
    smtpCode: rij.smtpCode,
  };
}
