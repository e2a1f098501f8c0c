/** What happens around the trajecten in the generated years: tables, doorbraken, uitvragen, what aanbieders tell of their room. */
import { dag } from '../../domain/beleid.ts';
import { type Doorbraakzaak, isOnderDoorbraak } from '../../domain/doorbraak.ts';
import { doorbraakId } from '../../domain/doorbraakCodes.ts';
import { afspraakTermijnen, beginDoorbraak } from '../../domain/doorbraakkalender.ts';
import { kiesZaken } from '../../domain/doorbraakselectie.ts';
import { gemeenten } from '../../domain/gemeenten.ts';
import { type Periode, periodeEerder, periodeOp } from '../../domain/periode.ts';
import { beginTafel } from '../../domain/tafel.ts';
import { tafelBeginTijd, tafelLimiet } from '../../domain/tafelbeleid.ts';
import { tafelId } from '../../domain/tafelCodes.ts';
import { eersteWerkdag, plusDagen, tafelMomenten } from '../../domain/tafelkalender.ts';
import { beginUitvraag, type UitvraagToestand } from '../../domain/uitvraag.ts';
import { extraCijfers, kwartaalCijfers } from '../../domain/uitvraagCijfers.ts';
import {
  extraCode,
  uitvraagId,
  wachtOorzaken,
  wachtSectoren,
  zorgsoorten,
  zorgvormen,
} from '../../domain/uitvraagCodes.ts';
import type { KwartaalAntwoord } from '../../domain/uitvraagInvulling.ts';
import { uitvraagMomenten } from '../../domain/uitvraagkalender.ts';
import { datumInNederland, negenUurOp } from '../../domain/werkdagen.ts';
import { doorbraakRij, doorbraakzaakRij } from '../../infra/doorbraken.ts';
import { tafelRij } from '../../infra/tafels.ts';
import type { Kind } from './aanmeldingen.ts';
import type { Doorbraakbezoek } from './leven.ts';
import type { Rijen } from './rijen.ts';
import type { Toeval } from './toeval.ts';
import { afdruk, auditRij, basisUrl, berichtRij, invoerRijen, linkRijen } from './trajecten.ts';

/** The generated years: from and to a moment (ms since the epoch). */
export interface Tijd {
  van: number;
  tot: number;
}

/** Where rows go, and chance. */
export interface Pen {
  rijen: Rijen;
  toeval: Toeval;
}

const iso = (moment: number) => new Date(moment).toISOString();
const codesVan = <C extends string>(lijst: Readonly<Record<C, string>>) => Object.keys(lijst) as C[];

/** The quarters that begin within a time. */
function kwartalenIn({ van, tot }: Tijd): Periode[] {
  const lijst: Periode[] = [];
  for (let k = periodeOp('kwartaal', van); k.beginTijdstip < tot; k = periodeEerder(k, -1))
    if (k.beginTijdstip >= van) lijst.push(k);
  return lijst;
}

/** The days (yyyy-mm-dd) of the tables: each Thursday, or the first werkdag after it, until six weeks after the end. */
export function tafelDagen({ van, tot }: Tijd): string[] {
  const dagen: string[] = [];
  const maandag = 4;
  for (let moment = van; moment < tot + 42 * dag; moment += dag) {
    const datum = datumInNederland(moment + dag / 2);
    if (new Date(datum).getUTCDay() === maandag) dagen.push(eersteWerkdag(datum));
  }
  return [...new Set(dagen)];
}

/** The tables, with who was invited. */
export function schrijfTafels(
  { rijen, toeval }: Pen,
  dagen: readonly string[],
  aanbieders: readonly string[],
  tot: number,
): void {
  for (const datum of dagen) {
    const gemaaktTijdstip = negenUurOp(datum) - 42 * dag;
    const momenten = tafelMomenten(datum, tafelBeginTijd, gemaaktTijdstip);
    const begin = beginTafel(
      {
        datum,
        beginTijd: tafelBeginTijd,
        plaats: 'online',
        agendaLimiet: tafelLimiet,
        gemaaktTijdstip,
        basisUrl,
      },
      momenten,
    );
    const isVoorbij = momenten.afrondTijdstip < tot;
    const isGesloten = momenten.agendaSluitTijdstip < tot;
    const genodigden = isGesloten ? aanbieders.slice(0, 12).map((code) => `${code}-contact-1`) : [];
    const status = isVoorbij ? 'afgerond' : isGesloten ? 'agenda-gesloten' : 'gepland';
    rijen.voeg('Tafel', { ...tafelRij({ ...begin, status, genodigden, versie: 3 }) });
    const kenmerk = tafelId(datum);
    rijen.voeg(
      'AuditRegel',
      auditRij(toeval, { kenmerk, oorzaak: 'start', tijdstip: gemaaktTijdstip, wat: 'tafel-gepland' }),
    );
    for (const geadresseerde of genodigden) {
      rijen.voeg('Tafeluitnodiging', { tafel: datum, geadresseerde, volgnummer: 0, status: 'uitgenodigd' });
      rijen.voeg(
        'Bericht',
        berichtRij(toeval, {
          kenmerk,
          soort: 'tafel-uitnodiging',
          geadresseerde,
          gelegenheid: 'sluiting',
          gegevens: {},
          tijdstip: momenten.agendaSluitTijdstip,
        }),
      );
    }
  }
}

/** The doorbraken, one each quarter; the last is open. Resolves with how each meets the trajecten. */
export function schrijfDoorbraken(
  pen: Pen,
  tijd: Tijd,
): ((kind: Kind, wettelijk: { maatregel: string; gi?: string | undefined }) => Doorbraakbezoek)[] {
  const { rijen, toeval } = pen;
  return kwartalenIn(tijd).map((kwartaal) => {
    const id = doorbraakId(kwartaal.code);
    const begin = negenUurOp(eersteWerkdag(datumInNederland(kwartaal.beginTijdstip)));
    const sluitTijdstip = begin + 35 * dag;
    const isOpen = sluitTijdstip > tijd.tot;
    const kop = {
      ...beginDoorbraak(kwartaal.code, begin, begin, basisUrl),
      versie: isOpen ? 1 : 9,
      ...(isOpen ? {} : { status: 'afgerond' as const, geslotenTijdstip: sluitTijdstip }),
    };
    rijen.voeg('Doorbraak', { ...doorbraakRij(kop) });
    rijen.voeg(
      'AuditRegel',
      auditRij(toeval, { kenmerk: id, oorzaak: 'start', tijdstip: begin, wat: 'doorbraak-begonnen' }),
    );
    const genomen = new Set<string>();
    return (kind, { maatregel, gi }) => ({
      id,
      tijdstip: begin,
      sluitTijdstip,
      neemt(toestand) {
        const [gekozen] = kiesZaken(
          [{ jeugdigeId: kind.id, toestand, maatregel, ...(gi ? { gi } : {}) }],
          kop.peilDatum,
        );
        if (!gekozen || genomen.has(kind.id)) return false;
        genomen.add(kind.id);
        const { zaak } = gekozen;
        const besproken = zaak.soort === 'zaak' && !isOpen ? metAfspraak(pen, zaak, id, begin) : zaak;
        rijen.voeg('Doorbraakzaak', {
          doorbraak: id,
          jeugdigeId: kind.id,
          ...doorbraakzaakRij(besproken, kop),
        });
        return isOnderDoorbraak(zaak, 'open');
      },
    });
  });
}

/** What was agreed on a zaak, and of half of them what is lacking behind it. */
function metAfspraak(
  { rijen, toeval }: Pen,
  zaak: Doorbraakzaak,
  doorbraak: string,
  begin: number,
): Doorbraakzaak {
  const tijdstip = begin + 14 * dag;
  const besluit = (soort: string, codes: object) => {
    const id = toeval.uuid(tijdstip);
    const wie = 'coordinator-1';
    const alle = { traject: zaak.kenmerk, ...codes };
    invoerRijen(rijen, doorbraak, tijdstip, {
      id,
      wie,
      rol: 'coordinator',
      soort,
      codes: alle,
      antwoord: {},
    });
    rijen.voeg(
      'AuditRegel',
      auditRij(toeval, {
        kenmerk: doorbraak,
        oorzaak: `invoer:${id}`,
        tijdstip,
        wat: soort,
        wie,
        rol: 'coordinator',
      }),
    );
    return id;
  };
  const afspraak = {
    wie: 'coordinator-1',
    wat: 'overleg-voeren',
    voorDatum: datumInNederland(begin + 30 * dag),
  };
  const lacune = {
    sector: toeval.uit(['jeugdhulp', 'j-ggz', 'lvb']),
    zorgsoort: toeval.uit(['behandelgroep', 'woongroep', 'kleinschalig-wonen', 'overbrugging']),
    regio: toeval.uit(['haaglanden', 'den-haag', 'bovenregionaal']),
  };
  return {
    ...zaak,
    versie: 3,
    afspraken: [
      {
        nummer: 1,
        ...afspraak,
        invoerId: besluit('afspraak', afspraak),
        ...afspraakTermijnen(afspraak.voorDatum),
        gedaanTijdstip: begin + 28 * dag,
      },
    ],
    ...(toeval.kans(0.5) ? { lacune: { ...lacune, invoerId: besluit('lacune', lacune) } } : {}),
  };
}

/** The uitvraag of every quarter to all aanbieders, of whom four in five answer; and each spring an extra one. */
export function schrijfUitvragen(pen: Pen, tijd: Tijd, aanbieders: readonly string[]): void {
  for (const kwartaal of kwartalenIn(tijd)) {
    const begin = negenUurOp(eersteWerkdag(datumInNederland(kwartaal.eindTijdstip)));
    if (begin > tijd.tot) continue;
    schrijfUitvraag(pen, tijd, { code: kwartaal.code, soort: 'kwartaal', begin, aanbieders });
    if (kwartaal.code.endsWith('K1'))
      schrijfUitvraag(pen, tijd, {
        code: extraCode(datumInNederland(kwartaal.eindTijdstip)),
        soort: 'extra',
        begin: begin + 7 * dag,
        aanbieders: aanbieders.slice(0, 24),
      });
  }
}

interface TeVragen {
  code: string;
  soort: 'kwartaal' | 'extra';
  /** ms since the epoch */
  begin: number;
  aanbieders: readonly string[];
}

function schrijfUitvraag(pen: Pen, { tot }: Tijd, { code, soort, begin, aanbieders }: TeVragen): void {
  const { rijen, toeval } = pen;
  const kenmerk = uitvraagId(code);
  const momenten = uitvraagMomenten(begin);
  const isDicht = momenten.sluitTijdstip < tot;
  const t: UitvraagToestand = {
    ...beginUitvraag(
      { code, soort, begonnenTijdstip: begin, aanbieders: [...aanbieders], perMinuut: 60, basisUrl },
      momenten,
    ),
  };
  const peilDatum = soort === 'extra' ? code.replace('extra-', '') : null;
  rijen.voeg('Uitvraag', {
    code,
    soort,
    status: momenten.afrondTijdstip < tot ? 'afgerond' : isDicht ? 'gesloten' : 'open',
    versie: isDicht ? 150 : 1,
    herinneringen: isDicht ? 2 : 0,
    peilDatum,
    begonnenTijdstip: iso(begin),
    sluitTijdstip: iso(momenten.sluitTijdstip),
    begin: t,
  });
  const kwartaal: KwartaalAntwoord[] = [];
  const extra: ReturnType<typeof jeugdigen>[] = [];
  for (const aanbieder of aanbieders) {
    rijen.voeg('UitvraagAanbieder', { uitvraag: code, aanbieder, heropendTotTijdstip: null });
    const antwoordt = toeval.kans(0.8);
    const geadresseerde = `${aanbieder}-contact-1`;
    const moment = begin + toeval.heel(1, 27) * dag;
    const isErAl = antwoordt && moment < tot;
    linkRijen(rijen, toeval, {
      doel: 'uitvraag',
      onderwerp: kenmerk,
      geadresseerde,
      moment: begin,
      isGebruikt: isErAl,
    });
    const mails: [string, number][] = [['uitvraag', begin]];
    momenten.herinneringTijdstippen.forEach((op) => {
      if (op < Math.min(tot, antwoordt ? moment : tot)) mails.push(['uitvraag-herinnering', op]);
    });
    mails.forEach(([mail, tijdstip], nummer) => {
      rijen.voeg(
        'Bericht',
        berichtRij(toeval, {
          kenmerk,
          soort: mail,
          geadresseerde,
          gelegenheid: `${nummer}`,
          gegevens: { uitvraag: code },
          tijdstip,
        }),
      );
    });
    if (!isErAl) continue;
    const versies = toeval.kans(0.04) ? 2 : 1;
    for (let versie = 1; versie <= versies; versie += 1) {
      const tijdstip = moment + (versie - 1) * dag;
      const id = toeval.uuid(tijdstip);
      const inhoud = soort === 'kwartaal' ? { ...telling(toeval), verschillen: [] } : {};
      const genoemd = soort === 'extra' ? jeugdigen(toeval, peilDatum ?? '') : [];
      invoerRijen(
        rijen,
        kenmerk,
        tijdstip,
        { id, wie: geadresseerde, rol: 'aanbieder', soort: 'antwoord', codes: { aanbieder }, antwoord: {} },
        soort === 'kwartaal' ? { kwartaal: inhoud } : { jeugdigen: genoemd },
      );
      rijen.voeg(
        'AuditRegel',
        auditRij(toeval, {
          kenmerk,
          oorzaak: `invoer:${id}`,
          tijdstip,
          wat: 'uitvraag-beantwoord',
          wie: geadresseerde,
          rol: 'aanbieder',
        }),
      );
      rijen.voeg('UitvraagAntwoord', {
        id,
        uitvraag: code,
        aanbieder,
        versie,
        nagekomen: false,
        inhoud,
        tijdstip: iso(tijdstip),
      });
      rijen.voeg(
        'UitvraagJeugdige',
        ...genoemd.map((jeugdige, nummer) => ({ antwoordId: id, nummer, ...jeugdige })),
      );
      if (versie !== versies) continue;
      if (soort === 'kwartaal') kwartaal.push(inhoud as unknown as KwartaalAntwoord);
      else extra.push(genoemd);
    }
  }
  if (!isDicht) return;
  rijen.voeg('UitvraagCijferversie', {
    uitvraag: code,
    versie: 1,
    cijfers: {
      code,
      soort,
      cijferversie: 1,
      berekendTijdstip: iso(momenten.sluitTijdstip),
      kwartaal: soort === 'kwartaal' ? kwartaalCijfers(aanbieders.length, kwartaal) : null,
      extra: peilDatum ? extraCijfers(aanbieders.length, extra, peilDatum) : null,
    },
    tijdstip: iso(momenten.sluitTijdstip),
  });
}

function telling(toeval: Toeval): KwartaalAntwoord {
  const vakken = codesVan(wachtSectoren).flatMap((sector) =>
    codesVan(zorgvormen).map((vorm) => ({ sector, vorm })),
  );
  return {
    wachtenden: toeval.greep(vakken, toeval.heel(1, 3)).map((vak) => {
      const wachtend = toeval.heel(0, 5);
      return {
        ...vak,
        wachtend,
        drieMaanden: toeval.heel(0, wachtend),
        overbrugging: toeval.heel(0, wachtend),
      };
    }),
    oorzaken: toeval.greep(codesVan(wachtOorzaken), 2),
    wachttijden: toeval
      .greep(codesVan(zorgsoorten), 2)
      .map((zorgsoort) => ({ zorgsoort, weken: toeval.heel(0, 52) })),
  };
}

function jeugdigen(toeval: Toeval, peilDatum: string) {
  return Array.from({ length: toeval.heel(10, 45) }, () => ({
    bsnIndex: afdruk('extra', peilDatum, toeval.heel(1, 9_000)),
    zorgsoort: toeval.uit(codesVan(zorgsoorten)),
    vorm: toeval.gewogen({ ambulant: 84, verblijf: 16 }),
    gemeente: toeval.uit(codesVan(gemeenten)),
    wachtSindsDatum: plusDagen(peilDatum, -toeval.heel(5, 400)),
  }));
}

/** What every aanbieder tells of its room, twice a year. */
export function schrijfCapaciteit(
  { rijen, toeval }: Pen,
  { van, tot }: Tijd,
  aanbieders: readonly { code: string; sectoren: readonly string[] }[],
): number {
  let nummer = 0;
  for (let moment = van + 30 * dag; moment < tot; moment += 182 * dag)
    for (const { code, sectoren } of aanbieders)
      for (const sector of sectoren) {
        nummer += 1;
        const status = toeval.gewogen({ plek: 2, wachtlijst: 4, vol: 4 });
        rijen.voeg('Capaciteit', {
          nummer,
          aanbieder: code,
          sector,
          status,
          totDatum: status === 'wachtlijst' ? datumInNederland(moment + 100 * dag) : null,
          sindsTijdstip: iso(moment),
          gemeldTijdstip: iso(moment),
          wie: `${code}-contact-1`,
          rol: 'aanbieder',
        });
      }
  return nummer;
}
