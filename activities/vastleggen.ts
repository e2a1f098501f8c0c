/**
 * Stores what one cause changes: all of it or nothing, once (ontwerp, "One decision", step 4). It is one statement and so
 * one transaction, because a person waits for it.
 */
import { ApplicationFailure } from '@temporalio/activity';
import type { Logger } from 'pino';
import { v7 as uuid } from 'uuid';
import type { BerichtOpdracht } from '../domain/berichten.ts';
import type { Vastlegging } from '../domain/vastlegging.ts';
import { onderzoekRij, trajectRij } from '../infra/leesmodel.ts';
import { gastenSleutel, sluitDuur } from '../infra/tafels.ts';
import type { Bericht, Gebeurtenis, PrismaClient } from '../prisma/client/client.ts';
import { geadresseerd } from './geadresseerden.ts';
import { messageIdVan } from './mail/maakMail.ts';

export interface VastlegDeps {
  db: PrismaClient;
  mailVan: string;
  logboek: Logger;
}

/** One value for PostgreSQL as JSON; what is absent is NULL. */
const json = (waarde: unknown) => (waarde === undefined ? null : JSON.stringify(waarde));

/**
 * Stores a Vastlegging: its line in the story, the read model (an older versie than the stored one is left alone), the
 * audit row, the outcome of its Invoer and its e-mails as `klaar`. The same cause again changes nothing.
 * @throws ApplicationFailure `invoer-ongeldig`, not to be retried: there is no such Invoer, it asked for something else,
 * or it was refused. Nothing is stored.
 * @throws ApplicationFailure `oorzaak-andere-inhoud`: the cause was stored before with other content. Retried without
 * end, so that it stays visible in the Temporal UI until somebody has looked at it.
 */
export async function legVast(deps: VastlegDeps, v: Vastlegging): Promise<void> {
  const { db } = deps;
  // What was stored before was proven then; what proves it may have changed since, as an afspraak that ends a doorbraak does.
  if (v.bewijs && !(await isBewezen(db, v.kenmerk, v.bewijs)) && !(await isVastgelegd(db, v)))
    throw ongeldig(deps, v);
  const gebeurtenis = {
    id: uuid(),
    kenmerk: v.kenmerk,
    oorzaak: v.oorzaak,
    soort: v.gebeurtenis.soort,
    tijdstip: new Date(v.tijdstip).toISOString(),
    codes: v.gebeurtenis.codes,
    invoerId: v.invoer?.id,
  };
  const onderzoeken = v.onderzoeken ?? [];
  const sluitend = new Date(v.tijdstip + sluitDuur);
  const onderzoekRijen = json(onderzoeken.map(onderzoekRij));
  const berichten = await berichtRijen(deps, v);
  const gevraagdAchter = berichten
    .filter(({ soort }) => soort === 'onderzoek-escalatie')
    .map(({ geadresseerde }) => geadresseerde);
  const [uitkomst] = await db.$queryRaw<{ isNieuw: boolean }[]>`
    WITH "besluit" AS (
      SELECT i."id", i."wie", i."rol" FROM "Invoer" i
      WHERE i."id" = ${v.invoer?.id ?? null}::uuid
        AND i."kenmerk" = ${v.kenmerk}
        AND i."soort" = ${v.invoer?.soort ?? null}
        AND i."codes" = ${json(v.invoer?.codes)}::jsonb
        AND (i."onderzoekId" IS NULL OR i."onderzoekId" = ANY (${onderzoeken.map(({ id }) => id)}::text[]))
        AND NOT EXISTS (
          SELECT FROM "InvoerUitkomst" u WHERE u."invoerId" = i."id" AND u."uitkomst" = 'geweigerd'
        )
    ), "slot" AS (
      -- One cause of a traject after the other: what is stored at the same time never meets halfway.
      SELECT t."kenmerk", t."fase", t."tafelDatum", t."coordinator", t."toestand" -> 'opgeschort' IS NULL AS "loopt"
      FROM "Traject" t WHERE t."kenmerk" = ${v.kenmerk} FOR NO KEY UPDATE
    ), "nieuw" AS (
      INSERT INTO "Gebeurtenis"
      SELECT g.* FROM "slot", jsonb_populate_record(NULL::"Gebeurtenis", ${json(gebeurtenis)}::jsonb) g
      WHERE g."invoerId" IS NULL OR EXISTS (SELECT FROM "besluit")
      ON CONFLICT ("kenmerk", "oorzaak") DO NOTHING
      RETURNING "kenmerk", "oorzaak", "soort", "tijdstip", "invoerId"
    ), "aanmelder" AS (
      -- Who the new aanmelder is stands in the Invoer alone; without a code nobody has access with a token any more.
      UPDATE "Aanmelding" a SET
        "aanmelderNaam" = i."vrijeTekst" ->> 'naam', "aanmelderEmail" = i."vrijeTekst" ->> 'email',
        "aanmelderTelefoon" = i."vrijeTekst" ->> 'telefoon',
        "ingediendDoor" = coalesce(i."codes" ->> 'aanmelderCode', '-')
      FROM "nieuw" n JOIN "Invoer" i ON i."id" = n."invoerId" AND i."soort" = 'aanmelder'
      WHERE a."kenmerk" = n."kenmerk"
      RETURNING a."kenmerk", n."tijdstip"
    ), "link" AS (
      -- Of somebody else from now on: no longer the link of who was there before, and nobody revoked that of who comes.
      UPDATE "Link" l SET
        "ingetrokkenTijdstip" = coalesce(l."ingetrokkenTijdstip", a."tijdstip"), "blijftIngetrokken" = false
      FROM "aanmelder" a
      WHERE l."doel" = 'informatie' AND l."onderwerp" = a."kenmerk" AND l."geadresseerde" = 'aanmelder'
        AND (l."ingetrokkenTijdstip" IS NULL OR l."blijftIngetrokken")
    ), "lacune" AS (
      INSERT INTO "Lacune" ("id", "kenmerk", "oorzaak", "sector", "gemeente", "redenen", "tijdstip")
      SELECT ${uuid()}::uuid, n."kenmerk", n."oorzaak", ${v.lacune?.sector ?? ''}, ${v.lacune?.gemeente ?? ''},
        ${v.lacune?.redenen ?? []}::text[], n."tijdstip"
      FROM "nieuw" n WHERE ${v.lacune !== undefined}
    ), "traject" AS (
      UPDATE "Traject" t SET
        "versie" = r."versie", "spoor" = r."spoor", "fase" = r."fase", "gemeente" = r."gemeente", "gi" = r."gi",
        "complexiteit" = r."complexiteit", "coordinator" = r."coordinator", "wachtOp" = r."wachtOp",
        "wachtSinds" = r."wachtSinds", "wachtreden" = r."wachtreden", "signalen" = r."signalen",
        "vastgelopenRedenen" = r."vastgelopenRedenen",
        "escalatieniveau" = r."escalatieniveau", "ambitieTijdstip" = r."ambitieTijdstip",
        "tafelDatum" = r."tafelDatum", "duidelijkheidTijdstip" = r."duidelijkheidTijdstip",
        "uitkomst" = r."uitkomst", "toestand" = r."toestand"
      FROM "nieuw" n, jsonb_populate_record(NULL::"Traject", ${json(v.traject && trajectRij(v.traject))}::jsonb) r
      WHERE t."kenmerk" = n."kenmerk" AND t."kenmerk" = r."kenmerk" AND t."versie" < r."versie"
      RETURNING t."fase", t."tafelDatum", t."coordinator", t."toestand" -> 'opgeschort' IS NULL AS "loopt"
    ), "gasten" AS (
      -- A table that has invited asks who its guests are now: the traject left it, has another aanmelder or coördinator, or
      -- stands still or goes on. What is stored here is brought to the table as any decision, also when nobody waits for it.
      INSERT INTO "Invoer" (
        "id", "wie", "rol", "idempotencyKey", "bodyHash", "soort", "kenmerk", "codes", "vrijeTekst", "ingediendTijdstip"
      )
      SELECT gen_random_uuid(), coalesce(b."wie", 'systeem'), coalesce(b."rol", 'systeem'),
        ${gastenSleutel(v.kenmerk, v.oorzaak)}, '-', 'tafelleden', 'tafel-' || f."datum",
        jsonb_build_object('traject', n."kenmerk"), '{}', n."tijdstip"
      FROM "nieuw" n
        JOIN "slot" s ON s."fase" = 'bespreking'
        JOIN "Tafel" f ON f."datum" = s."tafelDatum"
        LEFT JOIN "besluit" b ON true
      WHERE (
          EXISTS (SELECT FROM "aanmelder") OR EXISTS (
            SELECT FROM "traject" t WHERE t."fase" <> 'bespreking' OR t."tafelDatum" IS DISTINCT FROM s."tafelDatum"
              OR t."coordinator" IS DISTINCT FROM s."coordinator" OR t."loopt" <> s."loopt"
          )
        )
        AND (f."status" = 'agenda-gesloten' OR f."status" = 'gepland' AND f."agendaSluitTijdstip" <= ${sluitend})
        AND (f."toestand" ->> 'beginTijdstip')::numeric > ${v.tijdstip}
    ), "onderzoek" AS (
      INSERT INTO "Onderzoek" AS o
      SELECT r.* FROM "nieuw",
        jsonb_populate_recordset(NULL::"Onderzoek", ${onderzoekRijen}::jsonb) r
      ORDER BY r."id"
      ON CONFLICT ("id") DO UPDATE SET
        "versie" = EXCLUDED."versie", "status" = EXCLUDED."status", "herinneringen" = EXCLUDED."herinneringen",
        "bevestigdTijdstip" = EXCLUDED."bevestigdTijdstip", "beantwoordTijdstip" = EXCLUDED."beantwoordTijdstip",
        "antwoord" = EXCLUDED."antwoord", "toestand" = EXCLUDED."toestand"
      WHERE o."versie" < EXCLUDED."versie"
    ), "stuktoegang" AS (
      -- Who is asked to look into the question reads the stukken, also when there was no table; so does the contact behind
      -- the contact, from the first time that it is asked.
      INSERT INTO "Stuktoegang" (
        "id", "kenmerk", "contact", "aanbieder", "tafelDatum", "verleendTijdstip", "onderzoekId"
      )
      SELECT gen_random_uuid(), n."kenmerk", c."code", c."aanbieder",
        (n."tijdstip" AT TIME ZONE 'Europe/Amsterdam')::date, n."tijdstip", r."id"
      FROM "nieuw" n,
        jsonb_populate_recordset(NULL::"Onderzoek", ${onderzoekRijen}::jsonb) r
        JOIN "Contact" c ON c."aanbieder" = r."aanbieder"
          AND CASE WHEN r."versie" = 0 THEN c."volgorde" = 1 ELSE c."code" = ANY (${gevraagdAchter}::text[]) END
      WHERE r."versie" = 0 OR NOT EXISTS (
        SELECT FROM "Stuktoegang" s WHERE s."kenmerk" = n."kenmerk" AND s."contact" = c."code"
      )
      ON CONFLICT DO NOTHING
    ), "audit" AS (
      INSERT INTO "AuditRegel" ("id", "tijdstip", "wie", "rol", "wat", "kenmerk", "oorzaak")
      SELECT ${uuid()}::uuid, n."tijdstip", coalesce(b."wie", 'systeem'), coalesce(b."rol", 'systeem'),
        n."soort", n."kenmerk", n."oorzaak"
      FROM "nieuw" n LEFT JOIN "besluit" b ON true
    ), "antwoord" AS (
      INSERT INTO "InvoerUitkomst" ("invoerId", "uitkomst", "antwoord", "tijdstip")
      SELECT b."id", 'verwerkt', ${json(v.invoer?.antwoord)}::jsonb, n."tijdstip" FROM "nieuw" n, "besluit" b
      ON CONFLICT ("invoerId") DO NOTHING
    ), "bericht" AS (
      INSERT INTO "Bericht"
      SELECT r.* FROM "nieuw",
        jsonb_populate_recordset(NULL::"Bericht", ${json(berichten)}::jsonb) r
      ON CONFLICT ("kenmerk", "soort", "geadresseerde", "gelegenheid") DO NOTHING
    )
    SELECT EXISTS (SELECT FROM "nieuw") AS "isNieuw"`;
  if (!uitkomst?.isNieuw) await toetsHerhaling(deps, v, gebeurtenis);
}

async function berichtRijen({ db, mailVan }: VastlegDeps, v: Vastlegging) {
  const coordinator = v.traject?.coordinator;
  const isZelf = v.berichten.some(naarCollega) && (await besluiterVan(db, v)) === coordinator;
  const opdrachten = isZelf ? v.berichten.filter((bericht) => !naarCollega(bericht)) : v.berichten;
  const berichten = await geadresseerd(db, opdrachten, coordinator, v.kenmerk);
  return berichten.map((bericht): Record<keyof Bericht, unknown> => {
    const sleutel = { ...bericht, kenmerk: v.kenmerk };
    return {
      ...sleutel,
      adres: null,
      id: uuid(),
      messageId: messageIdVan(sleutel, mailVan),
      status: 'klaar',
      pogingen: 0,
      onzekerePogingen: 0,
      klaarTijdstip: new Date(v.tijdstip).toISOString(),
      verzondenTijdstip: null,
      smtpCode: null,
      pogingTijdstip: null,
    };
  });
}

const naarCollega = ({ aan }: BerichtOpdracht) => aan.wie === 'collega';

/** The pseudonym of who took the decision; workflows do not know it. */
export async function besluiterVan(
  db: PrismaClient,
  { invoer }: { invoer?: { id: string } },
): Promise<string | undefined> {
  if (!invoer) return undefined;
  const rij = await db.invoer.findUnique({ where: { id: invoer.id }, select: { wie: true } });
  return rij?.wie;
}

/** Nothing was stored: right when this cause stood there with the same content, else somebody has to look. */
async function toetsHerhaling(
  { db, logboek }: VastlegDeps,
  v: Vastlegging,
  gebeurtenis: Partial<Record<keyof Gebeurtenis, unknown>>,
): Promise<void> {
  const [eerder] = await db.$queryRaw<{ isZelfde: boolean }[]>`
    SELECT (e."soort", e."tijdstip", e."codes") = (g."soort", g."tijdstip", g."codes")
      AND e."invoerId" IS NOT DISTINCT FROM g."invoerId" AS "isZelfde"
    FROM jsonb_populate_record(NULL::"Gebeurtenis", ${json(gebeurtenis)}::jsonb) g
    JOIN "Gebeurtenis" e ON e."kenmerk" = g."kenmerk" AND e."oorzaak" = g."oorzaak"`;
  if (eerder?.isZelfde) return;
  const waar = { kenmerk: v.kenmerk, oorzaak: v.oorzaak };
  if (eerder) {
    logboek.error(waar, 'Deze oorzaak is eerder vastgelegd met een andere inhoud. Er is niets veranderd.');
    throw ApplicationFailure.retryable(
      `Oorzaak "${v.oorzaak}" van ${v.kenmerk} is eerder vastgelegd met een andere inhoud. Er is niets veranderd.`,
      'oorzaak-andere-inhoud',
    );
  }
  throw ongeldig({ logboek }, v);
}

function ongeldig({ logboek }: Pick<VastlegDeps, 'logboek'>, v: Vastlegging): ApplicationFailure {
  const { kenmerk, oorzaak, gebeurtenis } = v;
  logboek.warn(
    { kenmerk, oorzaak, soort: gebeurtenis.soort },
    'Besluit zonder geldige invoer tegengehouden.',
  );
  return ApplicationFailure.nonRetryable(
    'Dit besluit hoort niet bij een geldige invoer. Er is niets veranderd. Neem een besluit via de API.',
    'invoer-ongeldig',
  );
}

async function isVastgelegd(db: PrismaClient, { kenmerk, oorzaak }: Vastlegging): Promise<boolean> {
  return (await db.gebeurtenis.count({ where: { kenmerk, oorzaak } })) > 0;
}

/** Whether what another workflow reported is on record: the answer of the aanbieder, or the end or the date of its onderzoek. */
async function isBewezen(
  db: PrismaClient,
  kenmerk: string,
  bewijs: NonNullable<Vastlegging['bewijs']>,
): Promise<boolean> {
  if ('vervallenTafel' in bewijs) {
    const [tafel] = await db.$queryRaw<{ vervallen: boolean }[]>`
      SELECT EXISTS (
        SELECT FROM "Tafel" f
        WHERE 'tafel-' || f."datum" = ${bewijs.vervallenTafel} AND f."status" = 'vervallen'
          AND f."bestemmingen" -> ${kenmerk} = ${json(bewijs.naar)}::jsonb
      ) AS "vervallen"`;
    return tafel?.vervallen === true;
  }
  if ('doorbraak' in bewijs) {
    // A jeugdige is one zaak, also when it has more trajecten.
    const zaak = await db.doorbraakzaak.findFirst({
      where: {
        doorbraak: bewijs.doorbraak,
        jeugdige: { aanmeldingen: { some: { kenmerk } } },
      },
      select: { onderDoorbraak: true },
    });
    return zaak?.onderDoorbraak === bewijs.isOnder;
  }
  if ('verplaatstOnderzoek' in bewijs) {
    const [traject] = await db.$queryRaw<{ verplaatst: boolean }[]>`
      SELECT EXISTS (
        SELECT FROM "Traject" t
        WHERE t."kenmerk" = ${kenmerk}
          AND t."toestand" #> ARRAY['onderzoeken', ${bewijs.verplaatstOnderzoek}, 'antwoordVoorTijdstip']
            = ${json(bewijs.antwoordVoorTijdstip)}::jsonb
      ) AS "verplaatst"`;
    return traject?.verplaatst === true;
  }
  const [rij] =
    'invoerId' in bewijs
      ? await db.$queryRaw<{ bewezen: boolean }[]>`
          SELECT EXISTS (
            SELECT FROM "Invoer" i JOIN "InvoerUitkomst" u ON u."invoerId" = i."id"
            WHERE i."id" = ${bewijs.invoerId}::uuid AND i."kenmerk" = ${kenmerk} AND i."soort" = ${bewijs.soort}
              AND i."onderzoekId" = ${bewijs.onderzoekId} AND i."codes" = ${json(bewijs.codes)}::jsonb
              AND u."uitkomst" = 'verwerkt'
          ) AS "bewezen"`
      : await db.$queryRaw<{ bewezen: boolean }[]>`
          SELECT EXISTS (
            SELECT FROM "Traject" t
            WHERE t."kenmerk" = ${kenmerk}
              AND t."toestand" #>> ARRAY['onderzoeken', ${bewijs.vervallenOnderzoek}, 'status'] = 'vervallen'
          ) AS "bewezen"`;
  return rij?.bewezen === true;
}
