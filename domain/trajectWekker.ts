/** What happens in a traject by itself: the moments that it waits for, and what they change. */
import { type Escalatieniveau, hoogsteNiveau, volgendeTrede } from './ambitie.ts';
import { dag } from './beleid.ts';
import type { BerichtOpdracht } from './berichten.ts';
import { faseNa, overgangen } from './overgangen.ts';
import { kentRegels, type TrajectToestand } from './traject.ts';
import { naAfspraken } from './trajectAfspraak.ts';
import { metWatEindigt } from './trajectEinde.ts';
import {
  aanmelder,
  bericht,
  buitenTeam,
  coordinator,
  gevolg,
  manager,
  type TrajectGevolg,
  voorzitter,
  type Wijziging,
  zonder,
} from './trajectGevolg.ts';
import { laatOpenVervallen, zonderKeuze } from './trajectRonde.ts';
import {
  achttienGeworden,
  naWerkdagen,
  vraagtWeging,
  type Wacht,
  wachtenVan,
  zorgstartSinds,
} from './wachten.ts';

export type TrajectWekker = { gelegenheid: string; tijdstip: number } & (
  | { soort: 'waarschuwing' | 'schadelijk' | 'zeven' | 'zorgstart-uitgebleven' }
  // The calendar in the state does not reach as far as a norm that begins now: it has to be fetched anew.
  | { soort: 'kalender' }
  | { soort: 'escalatie'; niveau: Exclude<Escalatieniveau, 0> }
  | { soort: 'achttien'; stand: 1 | 2 | 3 }
  | { soort: 'herinnering'; wacht: Wacht; nummer: number }
  | { soort: 'norm' | 'norm-manager'; wacht: Wacht }
);

/** The first moment (ms since the epoch) at which something happens by itself; null when nothing does. */
export function volgendeWekker(t: TrajectToestand): TrajectWekker | null {
  if (t.fase === 'afgesloten') return null;
  return [...ladder(t), ...vanDeLeeftijd(t), ...vanHetWachten(t)].reduce<TrajectWekker | null>(
    (eerste, deze) => (eerste === null || deze.tijdstip < eerste.tijdstip ? deze : eerste),
    null,
  );
}

/** The ambitie stands still while the traject is opgeschort, the three months while waiting is a choice. */
function ladder(t: TrajectToestand): TrajectWekker[] {
  const lijst: TrajectWekker[] = [];
  const trede = t.duidelijkheidTijdstip === undefined && !t.opgeschort ? volgendeTrede(t, t.beleid) : null;
  if (trede) {
    const naam = trede.soort === 'escalatie' ? `niveau-${trede.niveau}` : trede.soort;
    lijst.push({ ...trede, gelegenheid: `${naam}-ladder-${t.herberekend}` });
  }
  if (!t.schadelijk && !t.wachtkeuze)
    lijst.push({ soort: 'schadelijk', gelegenheid: 'schadelijk', tijdstip: t.schadelijkTijdstip });
  return lijst;
}

function vanDeLeeftijd(t: TrajectToestand): TrajectWekker[] {
  if (!t.leeftijd) return [];
  const { zevenTijdstip, achttienOver6Tijdstip, achttienOver3Tijdstip, achttienTijdstip } = t.leeftijd;
  const lijst: TrajectWekker[] = [];
  if (zevenTijdstip !== undefined && t.elementen?.includes('jong-kind'))
    lijst.push({ soort: 'zeven', gelegenheid: 'zeven', tijdstip: zevenTijdstip });
  const standen = [
    [1, achttienOver6Tijdstip],
    [2, achttienOver3Tijdstip],
    [3, achttienTijdstip],
  ] as const;
  const volgende = standen.find(
    ([stand, tijdstip]) => stand > (t.achttienStand ?? 0) && tijdstip !== undefined,
  );
  if (volgende?.[1] !== undefined)
    lijst.push({
      soort: 'achttien',
      stand: volgende[0],
      gelegenheid: `achttien-${volgende[0]}`,
      tijdstip: volgende[1],
    });
  return lijst;
}

/** Reminders, norms and the word to the manager of everything that is waited for; and care that did not start. */
function vanHetWachten(t: TrajectToestand): TrajectWekker[] {
  const lijst: TrajectWekker[] = [];
  for (const wacht of wachtenVan(t)) {
    const { gelegenheid, normTijdstip, herinneringen } = wacht;
    if (isOverschreden(t, wacht)) {
      const tijdstip = naarManager(t, wacht);
      if (tijdstip !== undefined)
        lijst.push({ soort: 'norm-manager', wacht, gelegenheid: `norm-manager-${gelegenheid}`, tijdstip });
      continue;
    }
    const { nummer, tijdstip } = volgendeHerinnering(t, wacht);
    if (normTijdstip === undefined || (nummer <= herinneringen.length && tijdstip === undefined))
      lijst.push(kalender(wacht.sindsTijdstip));
    if (tijdstip !== undefined)
      lijst.push({
        soort: 'herinnering',
        wacht,
        nummer,
        gelegenheid: `herinnering-${nummer}-${gelegenheid}`,
        tijdstip,
      });
    if (normTijdstip !== undefined)
      lijst.push({ soort: 'norm', wacht, gelegenheid: `norm-${gelegenheid}`, tijdstip: normTijdstip });
  }
  const terugNa = t.beleid.zorgstartTerugWerkdagen;
  const begin = zorgstartSinds(t);
  if (begin !== undefined && terugNa !== undefined) {
    const tijdstip = naWerkdagen(t, begin, terugNa);
    lijst.push(
      tijdstip === undefined
        ? kalender(begin)
        : {
            soort: 'zorgstart-uitgebleven',
            gelegenheid: `zorgstart-uitgebleven-${begin}`,
            tijdstip,
          },
    );
  }
  return lijst;
}

/** Whether the norm of a wait has passed. */
function isOverschreden(t: TrajectToestand, { gelegenheid }: Wacht): boolean {
  return t.overschreden?.[gelegenheid] !== undefined;
}

/** Which reminder of a wait comes next; without a moment when there is none any more, or the calendar does not reach it. */
function volgendeHerinnering(
  t: TrajectToestand,
  { gelegenheid, herinneringen }: Wacht,
): { nummer: number; tijdstip: number | undefined } {
  const nummer = (t.herinnerd?.[gelegenheid] ?? 0) + 1;
  return { nummer, tijdstip: herinneringen[nummer - 1] };
}

/** When the manager hears of a wait of which the norm has passed; undefined before that, and once it was told. */
function naarManager(t: TrajectToestand, { gelegenheid }: Wacht): number | undefined {
  const { tijdstip, bijManager } = t.overschreden?.[gelegenheid] ?? {};
  return tijdstip === undefined || bijManager ? undefined : tijdstip + (t.beleid.managerNaDagen ?? 0) * dag;
}

/**
 * A wait that is due at moment `nu` (ms), with every other question to the aanmelder that is due then too, each by its `moment`:
 * one e-mail tells of them all.
 */
function tegelijk(
  t: TrajectToestand,
  wacht: Wacht,
  nu: number,
  moment: (wacht: Wacht) => number | undefined,
): Wacht[] {
  if (wacht.soort !== 'informatie') return [wacht];
  const andere = wachtenVan(t).filter((deze) => {
    const tijdstip = moment(deze);
    return (
      deze.soort === 'informatie' &&
      deze.gelegenheid !== wacht.gelegenheid &&
      tijdstip !== undefined &&
      tijdstip <= nu
    );
  });
  return [wacht, ...andere];
}

const kalender = (tijdstip: number): TrajectWekker => ({
  soort: 'kalender',
  gelegenheid: `kalender-${tijdstip}`,
  tijdstip,
});

/** True when this timer brings the traject back to the table: only then the next table date has to be looked up. */
export function gaatTerugNaarTafel(t: TrajectToestand, wekker: TrajectWekker): boolean {
  return (
    wekker.soort === 'escalatie' &&
    wekker.niveau === hoogsteNiveau &&
    overgangen[t.fase]['terug-naar-tafel'] !== undefined
  );
}

/**
 * The state after a timer of `volgendeWekker` fired at moment `nu` (ms). The third level brings a traject that is
 * in voorbereiding or with the aanbieders (back) to the table: on `tafelDatum` (yyyy-mm-dd) when a next table is known, else the coördinator
 * is asked for a date.
 */
export function verwerkWekker(
  t: TrajectToestand,
  wekker: Exclude<TrajectWekker, { soort: 'kalender' }>,
  nu: number,
  tafelDatum: string | null,
): TrajectGevolg {
  const { gelegenheid } = wekker;
  switch (wekker.soort) {
    case 'herinnering': {
      const { wacht } = wekker;
      const samen = tegelijk(t, wacht, nu, (deze) =>
        isOverschreden(t, deze) ? undefined : volgendeHerinnering(t, deze).tijdstip,
      );
      const nummers = samen.map((deze) => volgendeHerinnering(t, deze).nummer);
      const nummer = Math.max(...nummers);
      const herinnerd = samen.map(({ gelegenheid: deze }, i) => [deze, nummers[i]]);
      return gevolg(
        t,
        { herinnerd: { ...t.herinnerd, ...Object.fromEntries(herinnerd) } },
        { soort: 'norm-herinnering', codes: { wacht: wacht.soort, op: wacht.op, nummer } },
        nu,
        {
          berichten:
            wacht.soort === 'informatie'
              ? [
                  bericht('informatie-herinnering', aanmelder, gelegenheid, {
                    nummer,
                    ...(samen.length > 1 ? { vragen: samen.length } : {}),
                  }),
                ]
              : [coordinator, ...(kentRegels(t, 4) ? wieMoet(wacht) : [])].map((aan) =>
                  bericht('norm-herinnering', aan, gelegenheid, overWacht(wacht)),
                ),
        },
      );
    }
    case 'norm': {
      return naNorm(t, wekker.wacht, gelegenheid, nu);
    }
    case 'norm-manager': {
      const { wacht } = wekker;
      const gehoord = tegelijk(t, wacht, nu, (deze) => naarManager(t, deze)).map(({ gelegenheid: deze }) => [
        deze,
        { tijdstip: t.overschreden?.[deze]?.tijdstip ?? nu, bijManager: true },
      ]);
      return gevolg(
        t,
        { overschreden: { ...t.overschreden, ...Object.fromEntries(gehoord) } },
        { soort: 'vastgelopen-manager', codes: overWacht(wacht) },
        nu,
        { berichten: [bericht('norm-manager', manager, gelegenheid, overWacht(wacht))] },
      );
    }
    case 'zorgstart-uitgebleven': {
      const { gekozen, verwachteStartDatum = '', duidelijkheidTijdstip } = t;
      const zonderGekozen = zonderKeuze(t);
      const { onderzoeken, teVervallen } = laatOpenVervallen(zonderGekozen, () => 'vervangen');
      const terug = gevolg(
        zonder(naAfspraken(zonderGekozen), 'tafelDatum'),
        {
          fase: faseNa(t.fase, 'zorgstart-uitgebleven'),
          onderzoeken,
          ...(kentRegels(t, 5)
            ? { uitgebleven: { gekozen, verwachteStartDatum, duidelijkheidTijdstip } }
            : {}),
        },
        { soort: 'zorgstart-uitgebleven', codes: { verwachteStartDatum } },
        nu,
        {
          teVervallen,
          berichten: [
            bericht('zorgstart-uitgebleven', aanmelder, gelegenheid),
            ...[coordinator, voorzitter].map((aan) =>
              bericht('zorgstart-uitgebleven', aan, gelegenheid, kentRegels(t, 5) ? { alsnog: 1 } : {}),
            ),
            ...gekozen.map((aanbieder) =>
              bericht('zorgstart-uitgebleven', { wie: 'aanbieder', aanbieder }, gelegenheid),
            ),
          ],
        },
      );
      return metWatEindigt(t, terug, gelegenheid);
    }
    case 'zeven': {
      const elementen = (t.elementen ?? []).filter((element) => element !== 'jong-kind');
      return gevolg(
        t,
        { elementen, ...zonderJongKind(t), ...(t.weging ? vraagtWeging(t, nu) : {}) },
        { soort: 'weging-herzien', codes: { elementen } },
        nu,
        t.weging ? { berichten: [bericht('weging-herzien', coordinator, gelegenheid)] } : {},
      );
    }
    case 'achttien': {
      const { stand } = wekker;
      const soort = stand === achttienGeworden ? 'achttien' : 'achttien-nadert';
      const maanden = stand === 1 ? 6 : 3;
      const aan = stand === achttienGeworden ? [coordinator, manager] : [coordinator];
      return gevolg(t, { achttienStand: stand }, { soort, codes: { stand } }, nu, {
        berichten: aan.map((wie) =>
          bericht(soort, wie, gelegenheid, stand === achttienGeworden ? {} : { maanden }),
        ),
      });
    }
    case 'waarschuwing':
      return gevolg(
        t,
        { gewaarschuwd: true },
        { soort: 'ambitie-waarschuwing', codes: { ambitieTijdstip: t.ambitieTijdstip } },
        nu,
        {
          // After a standstill the ambitie may have passed already: then only the escalation tells.
          berichten:
            nu >= t.ambitieTijdstip
              ? []
              : [bericht('ambitie-waarschuwing', coordinator, gelegenheid, { ambitie: t.ambitieTijdstip })],
        },
      );
    case 'schadelijk':
      return gevolg(t, { schadelijk: true }, { soort: 'schadelijk-wachtend', codes: {} }, nu, {
        berichten: [bericht('schadelijk-wachtend', coordinator, gelegenheid)],
      });
    case 'escalatie': {
      const { niveau } = wekker;
      const teLaat = (aan: BerichtOpdracht['aan']) =>
        bericht('te-laat', aan, gelegenheid, { niveau, ambitie: t.ambitieTijdstip });
      const naarTafel = gaatTerugNaarTafel(t, wekker);
      const terug: Wijziging = naarTafel
        ? tafelDatum
          ? { fase: 'bespreking', tafelDatum }
          : { fase: 'voorbereiding' }
        : {};
      // What was given as a reason before the traject was late does not tell why it is late now.
      const { tafelDatum: vorigeTafel, wachtreden, ...rest } = naarTafel ? naAfspraken(t) : t;
      const vorige: TrajectToestand = {
        ...rest,
        ...(naarTafel || vorigeTafel === undefined ? {} : { tafelDatum: vorigeTafel }),
        ...(niveau === 1 || wachtreden === undefined ? {} : { wachtreden }),
      };
      const aan = { 1: [coordinator, voorzitter], 2: [manager], 3: [coordinator, voorzitter, manager] }[
        niveau
      ];
      return gevolg(
        vorige,
        { escalatieniveau: niveau, geescaleerdTijdstip: nu, ...terug },
        {
          soort: 'escalatie',
          codes: { niveau, terugNaarTafel: naarTafel, ...(naarTafel && tafelDatum ? { tafelDatum } : {}) },
        },
        nu,
        {
          berichten: [
            ...aan.map(teLaat),
            ...(naarTafel && tafelDatum && kentRegels(t, 3)
              ? [bericht('tafeldatum-gepland', aanmelder, gelegenheid, { tafelDatum })]
              : []),
            ...(naarTafel && !tafelDatum ? [bericht('terug-naar-tafel', aanmelder, gelegenheid)] : []),
            ...(naarTafel
              ? [bericht('terug-naar-tafel', coordinator, gelegenheid, tafelDatum ? { tafelDatum } : {})]
              : []),
          ],
        },
      );
    }
  }
}

/** The state once the norm of a wait has passed, at moment `nu` (ms); the coördinator is told under this occasion. */
export function naNorm(t: TrajectToestand, wacht: Wacht, gelegenheid: string, nu: number): TrajectGevolg {
  // Aanbieders that do not agree concern the chair of the table as well.
  const aan = wacht.soort === 'samenwerking' ? [coordinator, voorzitter] : [coordinator];
  const soort = wacht.soort === 'samenwerking' ? 'samenwerking-oneens' : 'norm-verstreken';
  const verstreken = tegelijk(t, wacht, nu, (deze) =>
    isOverschreden(t, deze) ? undefined : deze.normTijdstip,
  ).map(({ gelegenheid: deze }) => [deze, { tijdstip: nu }]);
  return gevolg(
    t,
    { overschreden: { ...t.overschreden, ...Object.fromEntries(verstreken) } },
    { soort: 'vastgelopen', codes: overWacht(wacht) },
    nu,
    { berichten: aan.map((wie) => bericht(soort, wie, gelegenheid, overWacht(wacht))) },
  );
}

/** The age of seven comes once, also when news says that the child is younger. */
function zonderJongKind({ leeftijd }: TrajectToestand): Wijziging {
  if (!leeftijd) return {};
  const { zevenTijdstip: _voorbij, ...rest } = leeftijd;
  return { leeftijd: { ...rest, isJongKind: false } };
}

/** Who outside the team must act to end this wait. */
function wieMoet({ wie = '' }: Wacht): BerichtOpdracht['aan'][] {
  return wie.split(' ').flatMap((code) => buitenTeam(code) ?? []);
}

/** What a mail and the story may tell of a wait: codes only. */
function overWacht({ soort, op, wie }: Wacht): Record<string, string> {
  return { wacht: soort, op, ...(wie ? { wie } : {}) };
}
