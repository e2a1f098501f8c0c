-- The lists that the team filters by somebody or something, each in the order of its pages.
CREATE INDEX "Traject_spoor_kenmerk_idx" ON "Traject"("spoor", "kenmerk");
CREATE INDEX "Traject_coordinator_kenmerk_idx" ON "Traject"("coordinator", "kenmerk");
CREATE INDEX "Traject_wachtOp_kenmerk_idx" ON "Traject"("wachtOp", "kenmerk");
CREATE INDEX "Traject_uitkomst_kenmerk_idx" ON "Traject"("uitkomst", "kenmerk");
CREATE INDEX "Onderzoek_status_id_idx" ON "Onderzoek"("status", "id");
DROP INDEX "Bericht_status_idx";
CREATE INDEX "Bericht_status_id_idx" ON "Bericht"("status", "id");

-- The hourly sweep of stukken looks for the few decisions that were refused.
CREATE INDEX "InvoerUitkomst_geweigerd_idx" ON "InvoerUitkomst" ("invoerId") WHERE "uitkomst" = 'geweigerd';

-- Which Invoer has no outcome yet. No index tells what another table lacks, so without this the reconciler and the agendas
-- compare every decision that was ever taken with every outcome, each half minute.
CREATE TABLE "OpenInvoer" (
    "invoerId" UUID NOT NULL,
    "ingediendTijdstip" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OpenInvoer_pkey" PRIMARY KEY ("invoerId")
);
CREATE INDEX "OpenInvoer_ingediendTijdstip_invoerId_idx" ON "OpenInvoer"("ingediendTijdstip", "invoerId");
ALTER TABLE "OpenInvoer" ADD CONSTRAINT "OpenInvoer_invoerId_fkey" FOREIGN KEY ("invoerId") REFERENCES "Invoer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

INSERT INTO "OpenInvoer" ("invoerId", "ingediendTijdstip")
SELECT i."id", i."ingediendTijdstip" FROM "Invoer" i
WHERE NOT EXISTS (SELECT FROM "InvoerUitkomst" u WHERE u."invoerId" = i."id");

CREATE FUNCTION invoer_is_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- One statement may store both, in either order.
  INSERT INTO "OpenInvoer" ("invoerId", "ingediendTijdstip")
  SELECT NEW."id", NEW."ingediendTijdstip"
  WHERE NOT EXISTS (SELECT FROM "InvoerUitkomst" u WHERE u."invoerId" = NEW."id");
  RETURN NULL;
END
$$;
CREATE FUNCTION invoer_is_afgehandeld() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "OpenInvoer" WHERE "invoerId" = NEW."invoerId";
  RETURN NULL;
END
$$;
CREATE TRIGGER open AFTER INSERT ON "Invoer" FOR EACH ROW EXECUTE FUNCTION invoer_is_open();
CREATE TRIGGER afgehandeld AFTER INSERT ON "InvoerUitkomst" FOR EACH ROW EXECUTE FUNCTION invoer_is_afgehandeld();
