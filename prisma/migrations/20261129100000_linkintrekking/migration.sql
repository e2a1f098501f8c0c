-- Who had a link that a person revoked gets no new one for the same thing until a person allows it. Links that were revoked before this
-- stay as they were understood: the next mail holds a new one.
ALTER TABLE "Link" ADD COLUMN "blijftIngetrokken" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Link" ADD CONSTRAINT "Link_blijftIngetrokken_check" CHECK ("ingetrokkenTijdstip" IS NOT NULL OR NOT "blijftIngetrokken");
DROP INDEX "Link_geldig_key";
CREATE UNIQUE INDEX "Link_geldig_key" ON "Link" ("doel", "onderwerp", "geadresseerde") WHERE "ingetrokkenTijdstip" IS NULL OR "blijftIngetrokken";
