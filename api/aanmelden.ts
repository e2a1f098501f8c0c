/** Takes an aanmelding in: every row of it in one transaction, committed before anything else happens. */
import { randomUUID } from 'node:crypto';
import { type Aanmelding, eersteSpoor, trajectCodes } from '../domain/aanmelding.ts';
import { elementenVan, heeftMaatregel } from '../domain/afwegingskader.ts';
import { dag, normWerkdagen, schadelijkNaMaanden } from '../domain/beleid.ts';
import type { Veldfout } from '../domain/fouten.ts';
import { maakKenmerk } from '../domain/kenmerk.ts';
import { leeftijdsmomenten } from '../domain/leeftijd.ts';
import { toetsAanmelding } from '../domain/toetsAanmelding.ts';
import { beginTraject, type TrajectToestand } from '../domain/traject.ts';
import { stelTriageVoor } from '../domain/triage.ts';
import { jaarInNederland, plusMaanden, werkdagenVanaf } from '../domain/werkdagen.ts';
import { handelNieuweAf } from '../infra/afhandeling.ts';
import { beleidUit } from '../infra/instellingen.ts';
import { trajectRij } from '../infra/leesmodel.ts';
import type { Invoer, Prisma } from '../prisma/client/client.ts';
import { afdrukVan, eisZelfde, vorigeInvoer, wachtOpUitkomst } from './invoer.ts';
import type { Omgeving } from './omgeving.ts';
import { ongeldigeInvoer } from './problemen.ts';
import type { Beller } from './toegang.ts';

/** What the aanmelder hears back. */
export interface Aangemeld {
  kenmerk: string;
  /** Whether the workflow of the traject has been started; the reconciler starts one that has not. */
  gestart: boolean;
  ambitieTijdstip: number;
  meldingen: Veldfout[];
}

/**
 * Stores an aanmelding under a new kenmerk and starts its traject. The same key and aanmelding again gives the first
 * answer. @throws ProbleemFout when it does not fit, or when the key was used for something else.
 */
export async function meldAan(
  omgeving: Omgeving,
  beller: Beller,
  sleutel: string,
  aanmelding: Aanmelding,
): Promise<Aangemeld> {
  const nu = omgeving.klok.nu();
  const afdruk = afdrukVan(omgeving, {
    soort: 'aanmelding',
    kenmerk: '',
    onderzoekId: null,
    inhoud: aanmelding,
  });
  const fouten = toetsAanmelding(aanmelding, nu).filter(({ ernst }) => ernst === 'fout');
  if (fouten.length > 0) {
    const eerder = await vorigeInvoer(omgeving, beller, sleutel);
    if (eerder) return herhaal(omgeving, aanmelding, eerder, afdruk);
    throw ongeldigeInvoer(fouten.map(zonderErnst));
  }
  const bewaard = await bewaar(omgeving, beller, sleutel, aanmelding, afdruk, nu);
  if (!bewaard) {
    const eerder = await vorigeInvoer(omgeving, beller, sleutel);
    if (!eerder) throw new Error('Een aanmelding met deze sleutel bestaat, maar is niet te vinden.');
    return herhaal(omgeving, aanmelding, eerder, afdruk);
  }
  return antwoord(aanmelding, bewaard.toestand, await start(omgeving, bewaard.invoer));
}

/** Starts the workflow. The aanmelding is safe whatever happens here, so a fault is logged and left to the reconciler. */
async function start({ afhandeling, logboek }: Omgeving, invoer: Invoer): Promise<boolean> {
  try {
    await handelNieuweAf(afhandeling, invoer);
    return true;
  } catch (fout) {
    logboek.warn({ kenmerk: invoer.kenmerk, err: fout }, 'een traject wordt later gestart');
    return false;
  }
}

async function herhaal(
  omgeving: Omgeving,
  aanmelding: Aanmelding,
  eerder: Invoer,
  afdruk: string,
): Promise<Aangemeld> {
  eisZelfde(eerder, afdruk);
  const uitkomst = await wachtOpUitkomst(omgeving, eerder);
  const begin = beginVan(omgeving, eerder.kenmerk, aanmelding, eerder.ingediendTijdstip.getTime());
  return antwoord(aanmelding, begin, uitkomst !== null);
}

function antwoord(aanmelding: Aanmelding, begin: TrajectToestand, gestart: boolean): Aangemeld {
  const { kenmerk, ambitieTijdstip, aanmeldingTijdstip } = begin;
  const meldingen = toetsAanmelding(aanmelding, aanmeldingTijdstip)
    .filter(({ ernst }) => ernst === 'let-op')
    .map(zonderErnst);
  return { kenmerk, gestart, ambitieTijdstip, meldingen };
}

function zonderErnst({ veld, label, melding }: Veldfout): Veldfout {
  return { veld, label, melding };
}

function beginVan(
  { instellingen }: Omgeving,
  kenmerk: string,
  aanmelding: Aanmelding,
  nu: number,
): TrajectToestand {
  const { gemeente, gi, complexiteit, sector, maatregel, onveiligheidGevalideerd } = trajectCodes(aanmelding);
  const leeftijd = leeftijdsmomenten(aanmelding.jeugdige.geboorteDatum, nu);
  return beginTraject({
    kenmerk,
    spoor: eersteSpoor(aanmelding),
    gemeente,
    ...(gi ? { gi } : {}),
    complexiteit,
    aanmeldingTijdstip: nu,
    schadelijkTijdstip: plusMaanden(nu, schadelijkNaMaanden),
    beleid: beleidUit(instellingen),
    basisUrl: instellingen.ZL_PUBLIC_URL,
    triageVoorstel: stelTriageVoor(aanmelding, nu).uitkomst,
    // From the day before, so that the day of the aanmelding itself is among them when it began before 09:00.
    werkdagen: werkdagenVanaf(nu - dag, normWerkdagen),
    sector,
    elementen: elementenVan({
      isJongKind: leeftijd.isJongKind,
      heeftMaatregel: heeftMaatregel(maatregel),
      onveiligheidGevalideerd,
    }),
    leeftijd,
  });
}

/** Thrown inside the transaction to undo it, the number of the kenmerk included. */
class SleutelBestaat extends Error {}

/** Writes the rows; null when the key of this caller was used before. */
async function bewaar(
  omgeving: Omgeving,
  beller: Beller,
  sleutel: string,
  aanmelding: Aanmelding,
  afdruk: string,
  nu: number,
): Promise<{ invoer: Invoer; toestand: TrajectToestand } | null> {
  const { bsn, ...jeugdige } = aanmelding.jeugdige;
  const tijdstip = new Date(nu);
  const invoerId = randomUUID();
  const oorzaak = `invoer:${invoerId}`;
  const codes = { ...trajectCodes(aanmelding) };
  try {
    return await omgeving.db.$transaction(async (tx) => {
      // A jeugdige that is known keeps its row: a mistyped BSN must not rename another child.
      const { id: jeugdigeId } = await eneRij<{ id: string }>(
        tx.$queryRaw`
          INSERT INTO "Jeugdige" ("id", "naam", "geboorteDatum", "bsnVersleuteld", "bsnIndex")
          VALUES (${randomUUID()}::uuid, ${jeugdige.naam}, ${jeugdige.geboorteDatum}::date,
                  ${omgeving.kluis.versleutel(bsn)}, ${omgeving.kluis.index(bsn)})
          ON CONFLICT ("bsnIndex") DO UPDATE SET "bsnIndex" = EXCLUDED."bsnIndex"
          RETURNING "id"`,
      );
      const jaar = jaarInNederland(nu);
      const spoor = eersteSpoor(aanmelding);
      const { laatste } = await eneRij<{ laatste: number }>(
        tx.$queryRaw`
          INSERT INTO "Kenmerkreeks" ("spoor", "jaar", "laatste") VALUES (${spoor}, ${jaar}, 1)
          ON CONFLICT ("spoor", "jaar") DO UPDATE SET "laatste" = "Kenmerkreeks"."laatste" + 1
          RETURNING "laatste"`,
      );
      const kenmerk = maakKenmerk(spoor, jaar, laatste);
      const toestand = beginVan(omgeving, kenmerk, aanmelding, nu);
      const invoer: Invoer = {
        id: invoerId,
        wie: beller.wie,
        rol: beller.rol,
        idempotencyKey: sleutel,
        bodyHash: afdruk,
        soort: 'aanmelding',
        kenmerk,
        onderzoekId: null,
        codes: codes as Prisma.JsonObject,
        vrijeTekst: {},
        ingediendTijdstip: tijdstip,
      };
      const { count } = await tx.invoer.createMany({
        data: [invoer as Prisma.InvoerCreateManyInput],
        skipDuplicates: true,
      });
      if (count === 0) throw new SleutelBestaat();
      await tx.aanmelding.createMany({
        data: [
          {
            kenmerk,
            jeugdigeId,
            ingediendDoor: beller.wie,
            aanmelderNaam: aanmelding.aanmelder.naam,
            aanmelderEmail: aanmelding.aanmelder.email,
            aanmelderTelefoon: aanmelding.aanmelder.telefoon,
            triagevoorstel: stelTriageVoor(aanmelding, nu) as unknown as Prisma.InputJsonObject,
            inhoud: { ...aanmelding, jeugdige },
            ontvangenTijdstip: tijdstip,
          },
        ],
      });
      await tx.traject.createMany({ data: [trajectRij(toestand) as Prisma.TrajectCreateManyInput] });
      await tx.gebeurtenis.createMany({
        data: [{ kenmerk, oorzaak, soort: 'aangemeld', tijdstip, codes, invoerId }],
      });
      await tx.auditRegel.createMany({
        data: [{ tijdstip, wie: beller.wie, rol: beller.rol, wat: 'aangemeld', kenmerk, oorzaak }],
      });
      return { invoer, toestand };
    });
  } catch (fout) {
    if (fout instanceof SleutelBestaat) return null;
    throw fout;
  }
}

async function eneRij<R>(rijen: Prisma.PrismaPromise<unknown>): Promise<R> {
  const [rij] = (await rijen) as R[];
  if (!rij) throw new Error('De database gaf geen rij terug.');
  return rij;
}
