/** What the reports of onderzoeken change in a traject. */
import { isOpen, type OnderzoekMelding, statusNa } from './onderzoek.ts';
import { opDeDag } from './opDeDag.ts';
import { faseNa } from './overgangen.ts';
import { teVragenPartners } from './samenwerking.ts';
import {
  kentRegels,
  laatsteAntwoorden,
  type OnderzoekInTraject,
  openAanbieders,
  type TrajectToestand,
} from './traject.ts';
import { naAfspraken } from './trajectAfspraak.ts';
import { aanmelder, bericht, coordinator, gevolg, type TrajectGevolg, zonder } from './trajectGevolg.ts';
import { vraagInformatie } from './trajectIntake.ts';
import { isLaatAntwoord, verwerkLaatAntwoord } from './trajectLaatAntwoord.ts';
import { voorPartners } from './trajectRonde.ts';
import { naNorm } from './trajectWekker.ts';
import { type Wacht, wachtenVan } from './wachten.ts';

/** The state after an onderzoek told what happened in it; null when that changes nothing here. */
export function verwerkMelding(
  t: TrajectToestand,
  melding: OnderzoekMelding,
  nu: number,
): TrajectGevolg | null {
  const bekend = t.onderzoeken[melding.onderzoekId];
  if (!bekend) return null;
  const gelegenheid = `${melding.onderzoekId}-${melding.gelegenheid}`;
  const antwoord = melding.antwoord?.codes;
  if (!isOpen(bekend.status))
    return antwoord && isLaatAntwoord(t, bekend, antwoord)
      ? verwerkLaatAntwoord(t, melding.onderzoekId, antwoord, gelegenheid, nu)
      : null;
  const gehoord = {
    ...t,
    onderzoeken: { ...t.onderzoeken, [melding.onderzoekId]: naMelding(bekend, melding, nu) },
  };
  if (antwoord) return verwerkAntwoord(gehoord, melding.onderzoekId, antwoord, gelegenheid, nu);
  const codes = {
    aanbieder: bekend.aanbieder,
    status: gehoord.onderzoeken[melding.onderzoekId]?.status ?? bekend.status,
    vastgelopen: melding.vastgelopen,
  };
  if (!melding.vraag) {
    const wacht = melding.vastgelopen ? wachtOpWoord(gehoord, bekend.aanbieder) : undefined;
    return wacht
      ? naNorm(gehoord, wacht, gelegenheid, nu)
      : gevolg(gehoord, {}, { soort: 'onderzoek-gemeld', codes }, nu);
  }
  const gebeurtenis = {
    soort: 'informatievraag',
    codes: { aanbieder: bekend.aanbieder, ...melding.vraag.codes },
  };
  const vraag = { gebeurtenis, gelegenheid, nu };
  const { invoerId, codes: gevraagd } = melding.vraag;
  const { wijziging, berichten } = vraagInformatie(t, gevraagd.soorten, vraag, invoerId, bekend.aanbieder);
  return gevolg(gehoord, wijziging, gebeurtenis, nu, {
    berichten: [
      ...berichten,
      bericht('onderzoek-antwoord', coordinator, gelegenheid, {
        aanbieder: bekend.aanbieder,
        antwoord: 'vraag',
      }),
    ],
  });
}

/** The wait for the acknowledgement or the news of this aanbieder, of which the norm has just passed. */
function wachtOpWoord(t: TrajectToestand, aanbieder: string): Wacht | undefined {
  return wachtenVan(t).find(
    ({ soort, wie, gelegenheid }) =>
      (soort === 'bevestiging' || soort === 'nieuws') &&
      wie === aanbieder &&
      t.overschreden?.[gelegenheid] === undefined,
  );
}

function naMelding(bekend: OnderzoekInTraject, melding: OnderzoekMelding, nu: number): OnderzoekInTraject {
  const antwoord = melding.antwoord?.codes;
  const { vastgelopenTijdstip: sinds, ...rest } = bekend;
  return {
    ...rest,
    vastgelopen: melding.vastgelopen,
    ...(melding.vastgelopen ? { vastgelopenTijdstip: sinds ?? nu } : {}),
    ...(melding.bevestigd ? { status: 'bevestigd' } : {}),
    ...(antwoord ? { antwoord, status: statusNa(antwoord), beantwoordTijdstip: nu } : {}),
    // More time moves the moment before which the answer is asked.
    ...(antwoord?.antwoord === 'meer-tijd' && antwoord.totDatum && bekend.antwoordVoorTijdstip !== undefined
      ? { antwoordVoorTijdstip: opDeDag(antwoord.totDatum) }
      : {}),
  };
}

/**
 * An answer may bring partners in that must agree with a plan, and may be the last of those that all decline: then what is
 * lacking is put on record (domein, "Doorbraak"), and a traject that waits for aanbieders is back at the table.
 */
function verwerkAntwoord(
  t: TrajectToestand,
  onderzoekId: string,
  antwoord: NonNullable<OnderzoekInTraject['antwoord']>,
  gelegenheid: string,
  nu: number,
): TrajectGevolg {
  const { aanbieder, status } = t.onderzoeken[onderzoekId] as OnderzoekInTraject;
  const mail = bericht('onderzoek-antwoord', coordinator, gelegenheid, {
    aanbieder,
    antwoord: antwoord.antwoord,
  });
  const codes = { aanbieder, status, vastgelopen: false };
  if (!kentRegels(t, 2))
    return gevolg(t, {}, { soort: 'onderzoek-gemeld', codes }, nu, { berichten: [mail] });

  const berichten = [mail, ...naarOpenPartners(t, aanbieder, antwoord, gelegenheid)];
  const partners = teVragenPartners(t, aanbieder);
  const { onderzoeken, teStarten } = voorPartners(t, partners, aanbieder, nu);
  const verder: TrajectToestand = { ...t, onderzoeken, antwoordTijdstip: nu };
  if (!isAllesAfgewezen(verder))
    return gevolg(
      verder,
      {},
      { soort: 'onderzoek-gemeld', codes: partners.length > 0 ? { ...codes, partners } : codes },
      nu,
      { teStarten, berichten },
    );
  // What came between, as the third level of the ladder, may have brought it to a table already: there it stays.
  const isTerug = t.fase === 'onderzoek';
  const staatAl = isTerug ? {} : { staatAl: 1, ...(t.tafelDatum ? { tafelDatum: t.tafelDatum } : {}) };
  return gevolg(
    isTerug ? zonder(naAfspraken(verder), 'tafelDatum') : verder,
    { fase: faseNa(t.fase, 'allen-afgewezen') },
    { soort: 'allen-afgewezen', codes: { aanbieder, ...(isTerug ? {} : { staatAl: true }) } },
    nu,
    {
      berichten: [
        mail,
        ...[aanmelder, coordinator].map((aan) =>
          bericht('terug-naar-tafel', aan, gelegenheid, { reden: 'allen-afgewezen', ...staatAl }),
        ),
      ],
      lacune: {
        sector: t.sector ?? '',
        gemeente: t.gemeente,
        redenen: [...new Set(laatsteAntwoorden(t).flatMap((o) => o.antwoord?.afwijzingReden ?? []))],
      },
    },
  );
}

/** A partner that is investigating already hears of the plan that names it, so that its answer can agree. */
function naarOpenPartners(
  t: TrajectToestand,
  vanAanbieder: string,
  { metAanbieders = [] }: NonNullable<OnderzoekInTraject['antwoord']>,
  gelegenheid: string,
): TrajectGevolg['berichten'] {
  return Object.entries(t.onderzoeken)
    .filter(([, o]) => isOpen(o.status) && metAanbieders.includes(o.aanbieder))
    .map(([onderzoek, { aanbieder, antwoordVoorTijdstip = t.ambitieTijdstip }]) =>
      bericht('samenwerking-gevraagd', { wie: 'aanbieder', aanbieder }, gelegenheid, {
        onderzoek,
        antwoordVoor: antwoordVoorTijdstip,
        vanAanbieder,
      }),
    );
}

/** Nobody offers anything, as far as the aanbieders know: who heard that its offer is not needed does not count. */
function isAllesAfgewezen(t: TrajectToestand): boolean {
  const antwoorden = laatsteAntwoorden(t);
  return openAanbieders(t).length === 0 && antwoorden.length > 0 && antwoorden.every(({ staat }) => !staat);
}
