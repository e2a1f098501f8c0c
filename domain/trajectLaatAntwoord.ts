/** An answer that an aanbieder gave while the traject no longer waited for it: the two were under way at the same moment. */
import type { AntwoordCodes } from './besluiten.ts';
import { draagtKeuze, statusNa, type VervalReden } from './onderzoek.ts';
import { teVragenPartners } from './samenwerking.ts';
import { kentRegels, type OnderzoekInTraject, type TrajectToestand } from './traject.ts';
import { bericht, coordinator, gevolg, type TrajectGevolg } from './trajectGevolg.ts';

/**
 * True when this answer is news about an onderzoek that lapsed: nothing final was heard of it before. Under the earlier
 * rules such an answer was not heard at all.
 */
export function isLaatAntwoord(
  t: TrajectToestand,
  bekend: OnderzoekInTraject,
  codes: AntwoordCodes,
): boolean {
  const isGehoord = bekend.antwoord !== undefined && statusNa(bekend.antwoord) === 'beantwoord';
  return kentRegels(t, 4) && bekend.status === 'vervallen' && statusNa(codes) === 'beantwoord' && !isGehoord;
}

/**
 * The state after a late answer: the same as when it had come just before the onderzoek lapsed. So it counts, and a new
 * keuze can rest on it, unless it was given for another situation. The coördinator hears it, and so does the aanbieder
 * when its offer is not needed: a place may be held for this jeugdige.
 */
export function verwerkLaatAntwoord(
  t: TrajectToestand,
  onderzoekId: string,
  antwoord: AntwoordCodes,
  gelegenheid: string,
  nu: number,
): TrajectGevolg {
  const bekend = t.onderzoeken[onderzoekId] as OnderzoekInTraject;
  const { vervalReden: reden = 'afgesloten', ...rest } = bekend;
  const { aanbieder } = bekend;
  const telt = reden !== 'vervangen';
  const onderzoek: OnderzoekInTraject = telt
    ? { ...rest, antwoord, beantwoordTijdstip: nu, status: 'beantwoord' }
    : { ...bekend, antwoord, beantwoordTijdstip: nu };
  const verder: TrajectToestand = {
    ...t,
    onderzoeken: { ...t.onderzoeken, [onderzoekId]: onderzoek },
    ...(telt ? { antwoordTijdstip: nu } : {}),
  };
  const aanAanbieder = draagtKeuze(antwoord)
    ? naarAanbieder(t, onderzoekId, aanbieder, reden, gelegenheid)
    : [];
  const weet = aanAanbieder.some(({ soort }) => soort === 'onderzoek-vervallen');
  return gevolg(
    reden === 'opgeschort' ? zonderTeHervatten(verder, aanbieder) : verder,
    {},
    { soort: 'onderzoek-gemeld', codes: { aanbieder, status: onderzoek.status, vastgelopen: false, reden } },
    nu,
    {
      berichten: [
        bericht('onderzoek-antwoord', coordinator, gelegenheid, {
          aanbieder,
          antwoord: antwoord.antwoord,
          vervallen: reden,
          ...(weet ? { weet: 1 } : {}),
        }),
        ...aanAanbieder,
      ],
    },
  );
}

/** Who has answered is not asked again when the opschorting ends; who is named in its plan is, as when that was known before. */
function zonderTeHervatten(t: TrajectToestand, aanbieder: string): TrajectToestand {
  if (!t.opgeschort) return t;
  const anderen = (t.teHervatten ?? []).filter((ander) => ander !== aanbieder);
  return { ...t, teHervatten: [...new Set([...anderen, ...teVragenPartners(t, aanbieder)])] };
}

/** What an aanbieder hears that made a late offer; nothing when it is chosen, or when its offer is wanted after all. */
function naarAanbieder(
  t: TrajectToestand,
  onderzoek: string,
  aanbieder: string,
  reden: VervalReden,
  gelegenheid: string,
): TrajectGevolg['berichten'] {
  const aan = { wie: 'aanbieder', aanbieder } as const;
  switch (reden) {
    case 'gekozen':
      return [];
    case 'opgeschort':
      return t.opgeschort
        ? [
            bericht('opgeschort', aan, gelegenheid, {
              evaluatieDatum: t.opgeschort.evaluatieDatum,
              plek: 'aanbod',
            }),
          ]
        : [];
    case 'andere-aanbieder':
      // The keuze may have been taken back since.
      return t.gekozen.length > 0
        ? [bericht('onderzoek-vervallen', aan, gelegenheid, { onderzoek, reden })]
        : [];
    default:
      return [bericht('onderzoek-vervallen', aan, gelegenheid, { onderzoek, reden })];
  }
}
