/** Intake: the triage with every outcome, what is asked of the aanmelder, and the weging. */
import { afwegingskaderVersie, stelWegingVoor } from './afwegingskader.ts';
import { isOpen } from './onderzoek.ts';
import { faseNa } from './overgangen.ts';
import { kentRegels, type TrajectToestand, type Vraag } from './traject.ts';
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
import { intrekbareVragen, nogOpen, soortenVan, vragersVan, zonderVragen } from './vragen.ts';

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
        meld('teruggestuurd', {
          reden: codes.terugstuurReden ?? '',
          ...(codes.soorten ? { soorten: codes.soorten.join(' ') } : {}),
        }),
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

/** Asks the aanmelder for what is missing; the question of an aanbieder, `vrager`, goes this way too. `vraagId` is its Invoer. */
export function vraagInformatie(
  t: TrajectToestand,
  soorten: Vraag['soorten'],
  { gelegenheid, nu }: Moment,
  vraagId: string,
  vrager?: string,
): { wijziging: Wijziging; berichten: TrajectGevolg['berichten'] } {
  // What was open before questions were told apart stays one whole, and is answered as one.
  const open = t.informatie ? t.informatie.vragen : [];
  const eigen = vrager && kentRegels(t, 3) ? { vrager } : {};
  const isEigenTermijn = kentRegels(t, 5);
  const nieuw: Vraag = { vraagId, soorten, ...eigen, ...(isEigenTermijn ? { gevraagdTijdstip: nu } : {}) };
  const alle = [...new Set([...(t.informatie?.soorten ?? []), ...soorten])];
  const vragers = new Set([...(t.informatie?.vragers ?? []), ...vragersVan([nieuw])]);
  return {
    wijziging: {
      informatie: {
        soorten: alle,
        gevraagdTijdstip: nu,
        gelegenheid,
        ...(vragers.size > 0 ? { vragers: [...vragers] } : {}),
        ...(open ? { vragen: [...open, nieuw] } : {}),
      },
    },
    berichten: [
      // An earlier question has an e-mail and a term of its own; before the fifth rules the term of all began anew.
      bericht('informatie-gevraagd', aanmelder, gelegenheid, {
        soorten: (isEigenTermijn ? soorten : alle).join(' '),
        ...(isEigenTermijn && open?.length ? { eerder: open.length } : {}),
      }),
    ],
  };
}

/** The coördinator asks the aanmelder for information. */
export const informatievraag: Neem<'informatievraag'> = (t, { soorten }, moment) => {
  const { wijziging, berichten } = vraagInformatie(t, soorten, moment, moment.gelegenheid);
  return gevolg(t, wijziging, moment.gebeurtenis, moment.nu, { berichten });
};

/**
 * The aanmelder answered; the norm of whoever waited for it begins anew, and an aanbieder that asked goes on. A question
 * that is not among those that were answered stays open, with the reminders that it has.
 */
export const informatie: Neem<'informatie'> = (
  t,
  { vragen },
  { gebeurtenis: { soort }, gelegenheid, nu },
) => {
  const isBeantwoord = ({ vraagId }: Vraag) => vragen?.includes(vraagId) ?? true;
  const gevraagd = t.informatie?.vragen ?? [];
  const over = gevraagd.filter((vraag) => !isBeantwoord(vraag));
  const vragers = over.length > 0 ? vragersVan(gevraagd.filter(isBeantwoord)) : (t.informatie?.vragers ?? []);
  const wachtend = Object.entries(t.onderzoeken).filter(
    ([, o]) => isOpen(o.status) && vragers.includes(o.aanbieder),
  );
  const aanbieders = wachtend.map(([, { aanbieder }]) => aanbieder);
  const open = over.length > 0 ? { open: over.length } : {};
  return gevolg(
    zonder(t, 'informatie'),
    {
      informatieTijdstip: nu,
      ...(t.informatie && over.length > 0 ? { informatie: nogOpen(t.informatie, over) } : {}),
    },
    { soort, codes: { ...(aanbieders.length > 0 ? { aanbieders } : {}), ...open } },
    nu,
    {
      berichten: [
        bericht('informatie-ontvangen', coordinator, gelegenheid, {
          ...(kentRegels(t, 3) ? { aanbieders: aanbieders.length } : {}),
          ...open,
        }),
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

/** A question was asked by mistake, or is no longer needed: the aanmelder hears that, and is no longer waited for. */
export const vraagIngetrokken: Neem<'vraag-ingetrokken'> = (
  t,
  { vragen },
  { gebeurtenis: { soort }, gelegenheid, nu },
) => {
  const weg = intrekbareVragen(t).filter(({ vraagId }) => vragen?.includes(vraagId) ?? true);
  const { toestand, open } = zonderVragen(t, weg, nu);
  const nogAltijd = open > 0 ? { vragenOpen: open } : {};
  return gevolg(toestand, {}, { soort, codes: { soorten: soortenVan(weg), ...nogAltijd } }, nu, {
    berichten: [
      bericht('vraag-vervallen', aanmelder, gelegenheid, { vragenVervallen: weg.length, ...nogAltijd }),
    ],
  });
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
