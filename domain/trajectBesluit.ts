/** What the decisions of people change in a traject. Whether one may be taken stands in overgangen.ts. */
import { herbereken } from './ambitie.ts';
import { dag } from './beleid.ts';
import type { TrajectBesluit } from './besluiten.ts';
import type { Gebeurtenis } from './gebeurtenis.ts';
import { onderzoekId, trajectWorkflowId } from './kenmerk.ts';
import { isOpen, type OnderzoekToestand, type VervalReden } from './onderzoek.ts';
import { overgangen } from './overgangen.ts';
import { heeftOpenOnderzoek, laatsteAntwoorden, type TrajectToestand } from './traject.ts';
import {
  aanmelder,
  bericht,
  coordinator,
  gevolg,
  type TrajectGevolg,
  type Wijziging,
} from './trajectGevolg.ts';

/** What the aanmelding itself sets in motion: the confirmation to the aanmelder and the word to the team. */
export function bijBegin(t: TrajectToestand): TrajectGevolg {
  return gevolg(
    t,
    {},
    { soort: 'traject-begonnen', codes: { gemeente: t.gemeente, complexiteit: t.complexiteit } },
    t.aanmeldingTijdstip,
    {
      berichten: [
        bericht('ontvangst-aanmelding', aanmelder, 'start', { ambitie: t.ambitieTijdstip }),
        bericht('nieuwe-aanmelding', coordinator, 'start', { ambitie: t.ambitieTijdstip }),
      ],
    },
  );
}

/** The state after a decision that `weigerTrajectBesluit` let pass, taken at moment `nu` (ms); mails are keyed by its Invoer. */
export function pasTrajectBesluitToe(
  t: TrajectToestand,
  besluit: TrajectBesluit,
  invoerId: string,
  nu: number,
): TrajectGevolg {
  const gebeurtenis: Gebeurtenis = { soort: besluit.soort, codes: { ...besluit.codes } };
  const doel = overgangen[t.fase][besluit.soort];
  const fase = typeof doel === 'string' ? doel : t.fase;
  const gelegenheid = invoerId;
  switch (besluit.soort) {
    case 'triage': {
      const { uitkomst, reden, coordinator: wie } = besluit.codes;
      const opgepakt: Wijziging = wie ? { coordinator: wie } : {};
      if (uitkomst === 'afgewezen')
        return gevolg(t, { ...opgepakt, fase: 'afgesloten', uitkomst }, gebeurtenis, nu, {
          berichten: [bericht('aanmelding-afgewezen', aanmelder, gelegenheid, { reden: reden ?? '' })],
        });
      return gevolg(t, { ...opgepakt, fase: 'voorbereiding' }, gebeurtenis, nu, {
        berichten: [bericht('naar-bespreking', aanmelder, gelegenheid)],
      });
    }
    case 'tafeldatum':
      return gevolg(zonderKeuze(t), { fase, tafelDatum: besluit.codes.tafelDatum }, gebeurtenis, nu, {
        berichten: [
          bericht('tafeldatum-gepland', aanmelder, gelegenheid, { tafelDatum: besluit.codes.tafelDatum }),
        ],
      });
    case 'verslag': {
      const ronde = t.ronde + 1;
      // Who is already investigating goes on; only the others begin.
      const teStarten = besluit.codes.aanbieders
        .filter((aanbieder) => !heeftOpenOnderzoek(t, aanbieder))
        .map((aanbieder) => begonnenOnderzoek(t, aanbieder, ronde, nu));
      const onderzoeken = { ...t.onderzoeken };
      for (const o of teStarten)
        onderzoeken[o.id] = { aanbieder: o.aanbieder, ronde, status: o.status, vastgelopen: false };
      return gevolg(t, { fase, ronde, onderzoeken }, gebeurtenis, nu, {
        teStarten,
        berichten: [
          bericht('verslag-gedeeld', aanmelder, gelegenheid, { aantal: besluit.codes.aanbieders.length }),
        ],
      });
    }
    case 'wachtreden':
      return gevolg(t, { wachtreden: besluit.codes.wachtreden }, gebeurtenis, nu);
    case 'complexiteit': {
      const { complexiteit } = besluit.codes;
      const stand = herbereken(t, complexiteit, nu, t.beleid);
      const codes = { complexiteit, vanTijdstip: t.ambitieTijdstip, naarTijdstip: stand.ambitieTijdstip };
      // The ladder starts again, so the moment of its last level goes.
      const { geescaleerdTijdstip: _vorige, ...begin } = t;
      return gevolg(
        stand === t ? t : begin,
        {
          complexiteit,
          herberekend: stand === t ? t.herberekend : t.herberekend + 1,
          ambitieTijdstip: stand.ambitieTijdstip,
          gewaarschuwd: stand.gewaarschuwd,
          escalatieniveau: stand.escalatieniveau,
        },
        { soort: besluit.soort, codes },
        nu,
      );
    }
    case 'keuze': {
      const { aanbieders, verwachteStartDatum, evaluatieDatum } = besluit.codes;
      return gevolg(
        t,
        {
          fase,
          gekozen: aanbieders,
          duidelijkheidTijdstip: t.duidelijkheidTijdstip ?? nu,
          onderzoeken: vervallenVerklaard(t),
          ...(verwachteStartDatum ? { verwachteStartDatum } : {}),
          ...(evaluatieDatum ? { evaluatieDatum } : {}),
        },
        gebeurtenis,
        nu,
        {
          teVervallen: nogOpen(t, (aanbieder) =>
            aanbieders.includes(aanbieder) ? 'gekozen' : 'andere-aanbieder',
          ),
          berichten: [
            ...nietMeerNodig(t, 'andere-aanbieder', gelegenheid, aanbieders),
            bericht('duidelijkheid', aanmelder, gelegenheid, { aantal: aanbieders.length }),
            ...aanbieders.map((aanbieder) =>
              bericht('gekozen', { wie: 'aanbieder', aanbieder }, gelegenheid, {
                ...(verwachteStartDatum ? { verwachteStartDatum } : {}),
              }),
            ),
          ],
        },
      );
    }
    case 'stuk':
      return gevolg(t, {}, gebeurtenis, nu, {
        berichten: [bericht('stuk-toegevoegd', coordinator, gelegenheid)],
      });
    case 'overbrugging':
      return gevolg(t, { evaluatieDatum: besluit.codes.evaluatieDatum }, gebeurtenis, nu);
    case 'zorgstart':
      return gevolg(t, { fase, uitkomst: 'zorg-gestart' }, gebeurtenis, nu, {
        berichten: [
          bericht('zorg-gestart', aanmelder, gelegenheid, { startDatum: besluit.codes.startDatum }),
          bericht('zorg-gestart', coordinator, gelegenheid, { startDatum: besluit.codes.startDatum }),
        ],
      });
    case 'intrekking':
      return gevolg(
        t,
        { fase, uitkomst: 'ingetrokken', onderzoeken: vervallenVerklaard(t) },
        gebeurtenis,
        nu,
        {
          teVervallen: nogOpen(t, () => 'ingetrokken'),
          berichten: [
            bericht('ingetrokken', aanmelder, gelegenheid),
            bericht('ingetrokken', coordinator, gelegenheid),
            ...nietMeerNodig(t, 'ingetrokken', gelegenheid, t.gekozen),
            ...t.gekozen.map((aanbieder) =>
              bericht('ingetrokken', { wie: 'aanbieder', aanbieder }, gelegenheid),
            ),
          ],
        },
      );
  }
}

/** A new table date takes an earlier keuze back: there is no clarity any more, and the ladder goes on from the ambitie. */
function zonderKeuze(t: TrajectToestand): TrajectToestand {
  const {
    duidelijkheidTijdstip: _duidelijkheid,
    verwachteStartDatum: _start,
    evaluatieDatum: _evaluatie,
    ...rest
  } = t;
  return { ...rest, gekozen: [] };
}

/** The answer is asked before the ambitie; when that has passed or is too near to ask it fairly, within one step of the ladder. */
function antwoordVoor({ ambitieTijdstip, beleid }: TrajectToestand, nu: number): number {
  return ambitieTijdstip > nu + beleid.bevestigenWerkdagen * dag
    ? ambitieTijdstip
    : nu + beleid.escalatieStapDagen * dag;
}

function begonnenOnderzoek(
  t: TrajectToestand,
  aanbieder: string,
  ronde: number,
  nu: number,
): OnderzoekToestand {
  return {
    id: onderzoekId(t.kenmerk, aanbieder, ronde),
    kenmerk: t.kenmerk,
    trajectId: trajectWorkflowId(t.kenmerk),
    aanbieder,
    ronde,
    versie: 0,
    status: 'gevraagd',
    gevraagdTijdstip: nu,
    antwoordVoorTijdstip: antwoordVoor(t, nu),
    contactTijdstip: nu,
    herinneringen: 0,
    onbeantwoord: 0,
    werkdagen: [],
    beleid: t.beleid,
    basisUrl: t.basisUrl,
    verwerkt: [],
  };
}

function nogOpen(
  t: TrajectToestand,
  reden: (aanbieder: string) => VervalReden,
): TrajectGevolg['teVervallen'] {
  return Object.entries(t.onderzoeken)
    .filter(([, o]) => isOpen(o.status))
    .map(([id, o]) => ({ id, reden: reden(o.aanbieder) }));
}

/** Who made an offer and is not needed after all must hear it: a place may be held for this jeugdige. */
function nietMeerNodig(
  t: TrajectToestand,
  reden: VervalReden,
  gelegenheid: string,
  behalve: readonly string[],
): TrajectGevolg['berichten'] {
  return laatsteAntwoorden(t)
    .filter(({ aanbieder, isDragend }) => isDragend && !behalve.includes(aanbieder))
    .map(({ aanbieder, id }) =>
      bericht('onderzoek-vervallen', { wie: 'aanbieder', aanbieder }, gelegenheid, { onderzoek: id, reden }),
    );
}

function vervallenVerklaard(t: TrajectToestand): TrajectToestand['onderzoeken'] {
  return Object.fromEntries(
    Object.entries(t.onderzoeken).map(([id, o]) => [
      id,
      isOpen(o.status) ? { ...o, status: 'vervallen' } : o,
    ]),
  );
}
