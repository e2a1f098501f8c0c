-- When the last e-mail that held a link was made; until now it followed from when the link expires.
ALTER TABLE "Link" ADD COLUMN "laatsteMailTijdstip" TIMESTAMPTZ(3);
UPDATE "Link" SET "laatsteMailTijdstip" = GREATEST("gemaaktTijdstip", "verlooptTijdstip" - INTERVAL '30 days');
ALTER TABLE "Link" ALTER COLUMN "laatsteMailTijdstip" SET NOT NULL;
ALTER TABLE "Link" ADD CONSTRAINT "Link_laatsteMail_check" CHECK ("laatsteMailTijdstip" >= "gemaaktTijdstip");

-- Access that was given for an onderzoek, apart from access for a table.
ALTER TABLE "Stuktoegang" ADD COLUMN "onderzoekId" TEXT;
UPDATE "Stuktoegang" s SET "onderzoekId" = o."id"
FROM "Onderzoek" o
WHERE o."kenmerk" = s."kenmerk" AND o."aanbieder" = s."aanbieder" AND o."gevraagdTijdstip" = s."verleendTijdstip";
ALTER TABLE "Stuktoegang" ADD CONSTRAINT "Stuktoegang_onderzoekId_fkey" FOREIGN KEY ("onderzoekId") REFERENCES "Onderzoek"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
