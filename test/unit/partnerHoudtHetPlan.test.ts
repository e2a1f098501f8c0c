/** A partner that is asked anew is asked for the plan that names it: only then can its answer agree. */
import { describe, expect, it } from 'vitest';
import { dag } from '../../domain/beleid.ts';
import type { AntwoordCodes, TrajectBesluit } from '../../domain/besluiten.ts';
import { beginOnderzoek } from '../../domain/onderzoek.ts';
import { instemmingen } from '../../domain/samenwerking.ts';
import type { TrajectToestand } from '../../domain/traject.ts';
import type { TrajectGevolg } from '../../domain/trajectGevolg.ts';
import { verwerkMelding } from '../../domain/trajectMelding.ts';
import { begonnenTraject } from '../support/berichten.ts';
import { besluitVan, na, neem } from '../support/besluiten.ts';

const nu = Date.UTC(2026, 2, 26, 13);
const [a, b, c] = ['aanbieder-01', 'aanbieder-02', 'aanbieder-03'];
const met = (...metAanbieders: string[]): AntwoordCodes => ({ antwoord: 'samenwerking', metAanbieders });
const direct = (...aanbieders: string[]): TrajectBesluit => ({
  soort: 'direct-voorleggen',
  codes: { aanbieders, reden: 'tijd-winnen' },
});

const begin = na(
  begonnenTraject('ZL-2026-0001', { aanmeldingTijdstip: nu }),
  nu,
  besluitVan('triage bespreking'),
);

/** An aanbieder answers in the last round in which it was asked. */
function antwoordt(t: TrajectToestand, aanbieder: string, codes: AntwoordCodes): TrajectToestand {
  const [onderzoekId = ''] = Object.keys(t.onderzoeken)
    .filter((id) => id.includes(aanbieder))
    .slice(-1);
  const antwoord = { invoerId: '00000000-0000-4000-8000-000000000000', codes };
  const melding = { onderzoekId, vastgelopen: false, gelegenheid: `antwoord-${t.versie}`, antwoord };
  const gevolg = verwerkMelding(t, melding, nu);
  if (!gevolg) throw new Error(`niet gehoord: ${aanbieder}`);
  return gevolg.toestand;
}

/** What aanbieders are asked by this: the kind of the e-mail, to whom, and whose plan it is about. */
function gevraagd({ teStarten, berichten }: TrajectGevolg): string[] {
  return [...teStarten.flatMap((o) => beginOnderzoek(o).berichten), ...berichten]
    .filter(({ soort }) => /^(onderzoek|samenwerking)-gevraagd$/.test(soort))
    .map(({ soort, aan, gegevens }) =>
      [soort, 'aanbieder' in aan ? aan.aanbieder : '', gegevens.vanAanbieder].filter(Boolean).join(' '),
    );
}

const hervat = (t: TrajectToestand) => neem(t, besluitVan('hervatting'), nu + dag);
const opgeschort = (t: TrajectToestand) => na(t, nu, besluitVan('opschorting'));

describe('wie voor een plan is gevraagd, en na een opschorting opnieuw', () => {
  const plan = antwoordt(na(begin, nu, direct(a)), a, met(b));

  it('krijgt de vraag met het plan, en kan ermee instemmen', () => {
    const gevolg = hervat(opgeschort(plan));
    expect(gevraagd(gevolg)).toEqual([`samenwerking-gevraagd ${b} ${a}`]);
    const eens = antwoordt(gevolg.toestand, b, met(a));
    expect(instemmingen(eens).map(({ stand }) => stand)).toEqual(['akkoord', 'akkoord']);
  });

  it('ook als het plan pas binnenkwam toen het traject al was opgeschort', () => {
    const gevolg = hervat(antwoordt(opgeschort(na(begin, nu, direct(a))), a, met(b)));
    expect(gevraagd(gevolg)).toEqual([`samenwerking-gevraagd ${b} ${a}`]);
  });

  it('hoort van ieder plan waarin het staat', () => {
    const beide = antwoordt(antwoordt(na(begin, nu, direct(a, c)), a, met(b)), c, met(b));
    const gevolg = hervat(opgeschort(beide));
    expect(gevraagd(gevolg)).toEqual([`samenwerking-gevraagd ${b} ${a}`, `samenwerking-gevraagd ${b} ${c}`]);
    const nogEens = hervat(opgeschort(gevolg.toestand));
    const sleutels = [...gevolg.berichten, ...nogEens.berichten]
      .filter(({ soort }) => soort === 'samenwerking-gevraagd')
      .map(({ gelegenheid }) => gelegenheid);
    expect(new Set(sleutels).size).toBe(2);
  });

  it('krijgt een gewone vraag als het plan niet meer staat', () => {
    // Who made the plan investigates anew as well.
    expect(gevraagd(neem(opgeschortEnHervat(plan), direct(a, b), nu + dag))).toEqual([
      `onderzoek-gevraagd ${a}`,
    ]);
    const opnieuw = na(plan, nu, besluitVan('situatie'));
    expect(gevraagd(neem(opnieuw, direct(b), nu))).toEqual([`onderzoek-gevraagd ${b}`]);
  });

  it('onder eerdere regels blijft het zoals het was', () => {
    expect(gevraagd(hervat(opgeschort({ ...plan, regels: 4 })))).toEqual([`onderzoek-gevraagd ${b}`]);
  });

  function opgeschortEnHervat(t: TrajectToestand): TrajectToestand {
    return hervat(opgeschort(t)).toestand;
  }
});

it('wie niet instemde en nog eens wordt gevraagd, krijgt de vraag met het plan', () => {
  const plan = antwoordt(antwoordt(na(begin, nu, direct(a)), a, met(b)), b, { antwoord: 'aanbod' });
  expect(instemmingen(plan).map(({ stand }) => stand)).toEqual(['oneens']);
  expect(gevraagd(neem(plan, direct(b), nu))).toEqual([`samenwerking-gevraagd ${b} ${a}`]);
});
