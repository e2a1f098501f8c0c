/** Intake: the triage with every outcome, what is asked of the aanmelder, and the weging. */
import { afwegingskaderVersie, stelWegingVoor } from './afwegingskader.ts';
import { isOpen } from './onderzoek.ts';
import { faseNa } from './overgangen.ts';
import { kentRegels, type TrajectToestand } from './traject.ts';
import {
  aanmelder,
  bericht,
  collega,
  coordinator,
  gevolg,
  type TrajectGevolg,
  type Wijziging,
  zonder,
} from './trajectGevolg.ts';
import { type Moment, type Neem, sluit } from './trajectNemen.ts';
import { nieuweRonde } from './trajectRonde.ts';

/** The triage: to the table, to aanbieders, to another team, or out (domein, "One traject", step 2). */
export const triage: Neem<'triage'> = (t, codes, moment) => {
  const { uitkomst, coordinator: wie, afwijkReden } = codes;
  const { gebeurtenis, gelegenheid, nu } = moment;
  const opgepakt: Wijziging = {
    triage: { uitkomst, tijdstip: nu, ...(afwijkReden ? { afwijkReden } : {}) },
    ...(wie ? { coordinator: wie } : {}),
  };
  const naar = { ...opgepakt, fase: faseNa(t.fase, 'triage', uitkomst) };
  const meld = (soort: Parameters<typeof bericht>[0], gegevens = {}) => [
    bericht(soort, aanmelder, gelegenheid, gegevens),
  ];
  const naarCollega = wie && kentRegels(t, 3) ? [bericht('coordinator-gewijzigd', collega, gelegenheid)] : [];
  switch (uitkomst) {
    case 'bespreking':
      // The table is Zorglogistiek's, whichever team was asked first.
      return gevolg(t, { ...naar, spoor: 'zorglogistiek' }, gebeurtenis, nu, {
        berichten: [...meld('naar-bespreking'), ...naarCollega],
      });
    case 'zorgbemiddeling':
    case 'experttafel': {
      // Without a name nobody has it yet: the team is asked to take it up. Until then the API named who did the triage.
      const isVanNiemand = !wie && t.spoor !== uitkomst;
      return gevolg(
        isVanNiemand ? zonder(t, 'coordinator') : t,
        { ...naar, spoor: uitkomst, ...(isVanNiemand ? { spoorTijdstip: nu } : {}) },
        gebeurtenis,
        nu,
        {
          berichten: [
            ...meld('ander-team', { spoor: uitkomst, ...(t.spoor === uitkomst ? { gevraagd: 1 } : {}) }),
            ...(isVanNiemand ? [bericht('ander-team', coordinator, gelegenheid, { spoor: uitkomst })] : []),
            ...naarCollega,
          ],
        },
      );
    }
    case 'direct-voorleggen': {
      const { wijziging, teStarten } = nieuweRonde(t, codes.aanbieders ?? [], nu);
      // Zorgbemiddeling keeps a case that it puts to aanbieders; the Experttafel advises, and leaves that to others.
      const spoor = t.spoor === 'experttafel' ? 'zorglogistiek' : t.spoor;
      return gevolg(t, { ...naar, spoor, ...wijziging }, gebeurtenis, nu, {
        teStarten,
        berichten: [...meld('direct-voorgelegd', { aantal: codes.aanbieders?.length ?? 0 }), ...naarCollega],
      });
    }
    case 'crisis':
      return sluit(t, uitkomst, uitkomst, moment, crisisBerichten(gelegenheid), opgepakt);
    case 'afgewezen':
      return sluit(
        t,
        uitkomst,
        'afgesloten',
        moment,
        meld('aanmelding-afgewezen', { reden: codes.reden ?? '' }),
        opgepakt,
      );
    case 'doorverwezen':
      return sluit(
        t,
        uitkomst,
        'afgesloten',
        moment,
        meld('doorverwezen', { naar: codes.doorverwezenNaar ?? '' }),
        opgepakt,
      );
    case 'teruggestuurd':
      return sluit(
        t,
        uitkomst,
        'afgesloten',
        moment,
        meld('teruggestuurd', { reden: codes.terugstuurReden ?? '' }),
        opgepakt,
      );
  }
};

/** A crisis never waits in a queue here: the aanmelder is told to call the CIT and the traject ends (domein, "CIT"). */
export const crisis: Neem<'crisis'> = (t, _codes, moment) =>
  sluit(t, 'crisis', 'crisis', moment, crisisBerichten(moment.gelegenheid));

/** The e-mails of a crisis: the CIT to the aanmelder, and the word to the coördinator. */
export function crisisBerichten(gelegenheid: string): TrajectGevolg['berichten'] {
  return [bericht('crisis', aanmelder, gelegenheid), bericht('crisis-gemeld', coordinator, gelegenheid)];
}

/** Asks the aanmelder for what is missing; the question of an aanbieder, `vrager`, goes this way too. */
export function vraagInformatie(
  t: TrajectToestand,
  soorten: NonNullable<TrajectToestand['informatie']>['soorten'],
  moment: Moment,
  vrager?: string,
): { wijziging: Wijziging; berichten: TrajectGevolg['berichten'] } {
  const { gelegenheid, nu } = moment;
  const alle = [...new Set([...(t.informatie?.soorten ?? []), ...soorten])];
  const vragers = new Set(t.informatie?.vragers);
  if (vrager && kentRegels(t, 3)) vragers.add(vrager);
  return {
    wijziging: {
      informatie: {
        soorten: alle,
        gevraagdTijdstip: nu,
        gelegenheid,
        ...(vragers.size > 0 ? { vragers: [...vragers] } : {}),
      },
    },
    berichten: [bericht('informatie-gevraagd', aanmelder, gelegenheid, { soorten: alle.join(' ') })],
  };
}

/** The coördinator asks the aanmelder for information. */
export const informatievraag: Neem<'informatievraag'> = (t, { soorten }, moment) => {
  const { wijziging, berichten } = vraagInformatie(t, soorten, moment);
  return gevolg(t, wijziging, moment.gebeurtenis, moment.nu, { berichten });
};

/** The aanmelder answered; the norm of whoever waited for it begins anew, and an aanbieder that asked goes on. */
export const informatie: Neem<'informatie'> = (t, _codes, { gebeurtenis: { soort }, gelegenheid, nu }) => {
  const vragers = t.informatie?.vragers ?? [];
  const wachtend = Object.entries(t.onderzoeken).filter(
    ([, o]) => isOpen(o.status) && vragers.includes(o.aanbieder),
  );
  const aanbieders = wachtend.map(([, { aanbieder }]) => aanbieder);
  return gevolg(
    zonder(t, 'informatie'),
    { informatieTijdstip: nu },
    { soort, codes: aanbieders.length > 0 ? { aanbieders } : {} },
    nu,
    {
      berichten: [
        bericht(
          'informatie-ontvangen',
          coordinator,
          gelegenheid,
          kentRegels(t, 3) ? { aanbieders: aanbieders.length } : {},
        ),
        ...wachtend.map(([onderzoek, { aanbieder, antwoordVoorTijdstip = t.ambitieTijdstip }]) =>
          bericht('vraag-beantwoord', { wie: 'aanbieder', aanbieder }, gelegenheid, {
            onderzoek,
            antwoordVoor: antwoordVoorTijdstip,
          }),
        ),
      ],
    },
  );
};

/** The weging: what applies, what the framework proposes, what the coördinator decides, and why that may differ. */
export const weging: Neem<'weging'> = (
  t,
  { besluit, elementen = t.elementen ?? [], afwijkReden },
  moment,
) => {
  const voorstel = stelWegingVoor(elementen);
  const genomen = {
    versie: afwegingskaderVersie,
    elementen,
    voorstel,
    besluit,
    ...(afwijkReden ? { afwijkReden } : {}),
  };
  const { soort } = moment.gebeurtenis;
  return gevolg(
    zonder(t, 'wegingHerzienTijdstip'),
    { elementen, weging: genomen },
    { soort, codes: { ...genomen, elementen: [...elementen] } },
    moment.nu,
  );
};
