/** The rows of one lived traject, as the API and the activities would have stored them. */
import { createHash } from 'node:crypto';
import { type Aanmelding, trajectCodes } from '../../domain/aanmelding.ts';
import { elementenVan, heeftMaatregel } from '../../domain/afwegingskader.ts';
import { dag, normWerkdagen, schadelijkNaMaanden, standaardBeleid } from '../../domain/beleid.ts';
import type { BerichtOpdracht } from '../../domain/berichten.ts';
import { leeftijdsmomenten } from '../../domain/leeftijd.ts';
import { beginTraject } from '../../domain/traject.ts';
import { stelTriageVoor } from '../../domain/triage.ts';
import { datumInNederland, plusMaanden } from '../../domain/werkdagen.ts';
import { onderzoekRij, trajectRij } from '../../infra/leesmodel.ts';
import { linkbeleid } from '../../infra/linkbeleid.ts';
import type { Kind } from './aanmeldingen.ts';
import { type Geleefd, leef, type Regel, type Wereld } from './leven.ts';
import type { Rij, Rijen } from './rijen.ts';
import type { Toeval } from './toeval.ts';

/** Base of the links in the generated years. */
export const basisUrl = 'https://zorglogistiek.example';

/** A hash as a row has it: made up, as long as the real one. */
export const afdruk = (...delen: unknown[]): string =>
  createHash('sha256').update(JSON.stringify(delen)).digest('base64url');

const iso = (moment: number) => new Date(moment).toISOString();

/** An aanmelding with who sent it, and when (ms since the epoch). */
export interface Gemeld {
  kenmerk: string;
  kind: Kind;
  isNieuwKind: boolean;
  aanmelding: Aanmelding;
  wie: string;
  moment: number;
}

/** Lives one traject and hands its rows over. */
export function schrijfTraject(rijen: Rijen, gemeld: Gemeld, wereld: Wereld): Geleefd {
  const { kenmerk, kind, aanmelding, wie, moment } = gemeld;
  const codes = trajectCodes(aanmelding);
  const leeftijd = leeftijdsmomenten(kind.geboorteDatum, moment);
  const triagevoorstel = stelTriageVoor(aanmelding, moment);
  const geleefd = leef(
    beginTraject({
      kenmerk,
      spoor: 'zorglogistiek',
      gemeente: codes.gemeente,
      ...(codes.gi ? { gi: codes.gi } : {}),
      complexiteit: codes.complexiteit,
      aanmeldingTijdstip: moment,
      schadelijkTijdstip: plusMaanden(moment, schadelijkNaMaanden),
      beleid: standaardBeleid,
      basisUrl,
      triageVoorstel: triagevoorstel.uitkomst,
      werkdagen: wereld.kalender.werkdagenVanaf(moment - dag, normWerkdagen),
      sector: codes.sector,
      elementen: elementenVan({
        isJongKind: leeftijd.isJongKind,
        heeftMaatregel: heeftMaatregel(codes.maatregel),
        onveiligheidGevalideerd: codes.onveiligheidGevalideerd,
      }),
      leeftijd,
    }),
    wie,
    wereld,
  );
  const { bsn, ...jeugdige } = aanmelding.jeugdige;
  if (gemeld.isNieuwKind)
    rijen.voeg('Jeugdige', {
      id: kind.id,
      naam: kind.naam,
      geboorteDatum: kind.geboorteDatum,
      bsnVersleuteld: `v1.00000000.${afdruk('bsn', bsn)}`,
      bsnIndex: afdruk('index', bsn),
    });
  rijen.voeg('Aanmelding', {
    kenmerk,
    jeugdigeId: kind.id,
    ingediendDoor: wie,
    aanmelderNaam: aanmelding.aanmelder.naam,
    aanmelderEmail: aanmelding.aanmelder.email,
    aanmelderTelefoon: aanmelding.aanmelder.telefoon,
    triagevoorstel,
    inhoud: { ...aanmelding, jeugdige },
    ontvangenTijdstip: iso(moment),
  });
  rijen.voeg('Traject', trajectRij(geleefd.toestand));
  const id = wereld.toeval.uuid(moment);
  const aangemeld: Regel = {
    oorzaak: `invoer:${id}`,
    tijdstip: moment,
    gebeurtenis: { soort: 'aangemeld', codes: { ...codes } },
    invoer: { id, wie, rol: 'aanmelder', soort: 'aanmelding', codes, antwoord: { kenmerk } },
    berichten: [],
    coordinator: undefined,
  };
  schrijfVerhaal(rijen, kenmerk, [aangemeld, ...geleefd.regels], wereld);
  rijen.voeg('Onderzoek', ...geleefd.onderzoeken.map(onderzoekRij));
  schrijfStukken(rijen, gemeld, geleefd, wereld.toeval);
  return geleefd;
}

const vrijeTekst = {
  toelichting: 'Besproken met iedereen die erbij hoort. Wij kijken samen wat er nodig is en wie wat doet.',
};

/** One decision with its outcome. */
export function invoerRijen(
  rijen: Rijen,
  kenmerk: string,
  tijdstip: number,
  i: NonNullable<Regel['invoer']>,
  tekst: object = vrijeTekst,
): void {
  rijen.voeg('Invoer', {
    id: i.id,
    wie: i.wie,
    rol: i.rol,
    idempotencyKey: i.id,
    bodyHash: afdruk(i.id),
    soort: i.soort,
    kenmerk,
    onderzoekId: i.onderzoekId ?? null,
    codes: i.codes,
    vrijeTekst: tekst,
    ingediendTijdstip: iso(tijdstip),
  });
  rijen.voeg('InvoerUitkomst', {
    invoerId: i.id,
    uitkomst: 'verwerkt',
    antwoord: i.antwoord,
    tijdstip: iso(tijdstip),
  });
}

/** One line of the audit trail. */
export function auditRij(
  toeval: Toeval,
  {
    kenmerk,
    oorzaak,
    tijdstip,
    wat,
    wie = 'systeem',
    rol = 'systeem',
  }: {
    kenmerk: string;
    oorzaak: string;
    tijdstip: number;
    wat: string;
    wie?: string | undefined;
    rol?: string | undefined;
  },
): Rij {
  return { id: toeval.uuid(tijdstip), tijdstip: iso(tijdstip), wie, rol, wat, kenmerk, oorzaak };
}

function schrijfVerhaal(rijen: Rijen, kenmerk: string, regels: readonly Regel[], { toeval }: Wereld): void {
  const verzonden = new Set<string>();
  for (const { oorzaak, tijdstip, gebeurtenis, invoer, berichten, lacune, coordinator } of regels) {
    if (invoer) invoerRijen(rijen, kenmerk, tijdstip, invoer);
    const { soort: wat, codes } = gebeurtenis;
    rijen.voeg('Gebeurtenis', {
      id: toeval.uuid(tijdstip),
      kenmerk,
      oorzaak,
      soort: wat,
      tijdstip: iso(tijdstip),
      codes,
      invoerId: invoer?.id ?? null,
    });
    rijen.voeg(
      'AuditRegel',
      auditRij(toeval, { kenmerk, oorzaak, tijdstip, wat, wie: invoer?.wie, rol: invoer?.rol }),
    );
    if (lacune)
      rijen.voeg('Lacune', {
        id: toeval.uuid(tijdstip),
        kenmerk,
        oorzaak,
        ...lacune,
        tijdstip: iso(tijdstip),
      });
    for (const bericht of berichten) {
      const geadresseerde = codeVan(bericht.aan, coordinator);
      const sleutel = [bericht.soort, geadresseerde, bericht.gelegenheid].join(' ');
      if (!geadresseerde || verzonden.has(sleutel)) continue;
      verzonden.add(sleutel);
      rijen.voeg('Bericht', berichtRij(toeval, { kenmerk, tijdstip, geadresseerde, ...bericht }));
    }
  }
}

/** The code in the register of whom an e-mail is for. */
function codeVan(aan: BerichtOpdracht['aan'], coordinator = 'team'): string | null {
  switch (aan.wie) {
    case 'aanbieder':
      return `${aan.aanbieder}-contact-1`;
    case 'aanbieder-achter':
      return `${aan.aanbieder}-contact-2`;
    case 'coordinator':
    case 'collega':
      return coordinator;
    case 'voorzitter':
    case 'manager':
      return `${aan.wie}-1`;
    case 'aanmelder':
      return aan.wie;
    default:
      return null;
  }
}

/** One e-mail of the register; one in four hundred was refused for good. */
export function berichtRij(
  toeval: Toeval,
  bericht: {
    kenmerk: string;
    soort: string;
    geadresseerde: string;
    gelegenheid: string;
    gegevens: object;
    tijdstip: number;
  },
): Rij {
  const { kenmerk, soort, geadresseerde, gelegenheid, gegevens, tijdstip } = bericht;
  const isMislukt = toeval.kans(1 / 400);
  return {
    id: toeval.uuid(tijdstip),
    kenmerk,
    soort,
    geadresseerde,
    gelegenheid,
    gegevens,
    messageId: `<${afdruk(kenmerk, soort, geadresseerde, gelegenheid)}@zorglogistiek.example>`,
    status: isMislukt ? 'mislukt' : 'verzonden',
    pogingen: 1,
    onzekerePogingen: 0,
    klaarTijdstip: iso(tijdstip),
    verzondenTijdstip: isMislukt ? null : iso(tijdstip + 900),
    smtpCode: isMislukt ? 550 : 250,
    pogingTijdstip: null,
  };
}

/** A link with a code that was used and the session that it gave. */
export function linkRijen(
  rijen: Rijen,
  toeval: Toeval,
  link: { doel: string; onderwerp: string; geadresseerde: string; moment: number; isGebruikt: boolean },
): void {
  const { moment, isGebruikt, ...rest } = link;
  const id = toeval.uuid(moment);
  rijen.voeg('Link', {
    id,
    ...rest,
    gemaaktTijdstip: iso(moment),
    laatsteMailTijdstip: iso(moment),
    verlooptTijdstip: iso(moment + linkbeleid.linkGeldig),
    ingetrokkenTijdstip: null,
    blijftIngetrokken: false,
  });
  if (!isGebruikt) return;
  const open = moment + toeval.heel(1, 60) * 3_600_000;
  rijen.voeg('Eenmaalcode', {
    id: toeval.uuid(open),
    linkId: id,
    afdruk: afdruk(id, 'code'),
    bezorgwijze: 'sms',
    pogingen: 1,
    gemaaktTijdstip: iso(open),
    verlooptTijdstip: iso(open + 600_000),
    eindeTijdstip: iso(open + 60_000),
  });
  rijen.voeg('Linksessie', {
    afdruk: afdruk(id, 'sessie'),
    linkId: id,
    gemaaktTijdstip: iso(open + 60_000),
    verlooptTijdstip: iso(open + 3_600_000),
  });
}

/** The stukken that came with the aanmelding, who was given access to them, and who opened them; and the links of the aanbieders. */
function schrijfStukken(
  rijen: Rijen,
  { kenmerk, wie, moment }: Gemeld,
  geleefd: Geleefd,
  toeval: Toeval,
): void {
  const stukken = Array.from({ length: toeval.heel(1, 3) }, () => toeval.uuid(moment + 60_000));
  for (const id of stukken)
    rijen.voeg('Stuk', {
      id,
      kenmerk,
      reeks: id,
      versie: 1,
      soort: 'plan',
      naam: 'plan.pdf',
      mediatype: 'application/pdf',
      grootte: 120_000,
      sha256: Buffer.from(afdruk(id), 'base64url').toString('hex'),
      gescand: true,
      wie,
      rol: 'aanmelder',
      idempotencyKey: id,
      ingediendTijdstip: iso(moment + 60_000),
    });
  const gezien = new Set<string>();
  for (const o of geleefd.onderzoeken) {
    const contact = `${o.aanbieder}-contact-1`;
    const isGebruikt = o.bevestigdTijdstip !== undefined;
    linkRijen(rijen, toeval, {
      doel: 'onderzoek',
      onderwerp: o.id,
      geadresseerde: contact,
      moment: o.gevraagdTijdstip,
      isGebruikt,
    });
    const tafelDatum = datumInNederland(o.gevraagdTijdstip);
    const sleutel = `${contact} ${tafelDatum}`;
    if (!gezien.has(sleutel))
      rijen.voeg('Stuktoegang', {
        id: toeval.uuid(o.gevraagdTijdstip),
        kenmerk,
        contact,
        aanbieder: o.aanbieder,
        tafelDatum,
        verleendTijdstip: iso(o.gevraagdTijdstip),
        ingetrokkenTijdstip: null,
        onderzoekId: o.id,
      });
    gezien.add(sleutel);
    if (isGebruikt)
      for (const stukId of stukken)
        rijen.voeg('StukInzage', {
          id: toeval.uuid(o.gevraagdTijdstip + dag),
          stukId,
          wie: contact,
          rol: 'aanbieder',
          aanbieder: o.aanbieder,
          tijdstip: iso(o.gevraagdTijdstip + dag),
        });
  }
}
