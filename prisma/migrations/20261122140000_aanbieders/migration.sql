-- CreateTable
CREATE TABLE "Capaciteit" (
    "nummer" SERIAL NOT NULL,
    "aanbieder" TEXT NOT NULL,
    "sector" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "totDatum" DATE,
    "sindsTijdstip" TIMESTAMPTZ(3) NOT NULL,
    "gemeldTijdstip" TIMESTAMPTZ(3) NOT NULL,
    "wie" TEXT NOT NULL,
    "rol" TEXT NOT NULL,

    CONSTRAINT "Capaciteit_pkey" PRIMARY KEY ("nummer")
);

-- CreateIndex
CREATE INDEX "Capaciteit_aanbieder_sector_nummer_idx" ON "Capaciteit"("aanbieder", "sector", "nummer");

-- AddForeignKey
ALTER TABLE "Capaciteit" ADD CONSTRAINT "Capaciteit_aanbieder_fkey" FOREIGN KEY ("aanbieder") REFERENCES "Aanbieder"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Only the codes of domain/capaciteit.ts, and only states that can exist.
ALTER TABLE "Capaciteit" ADD CONSTRAINT "Capaciteit_status_check" CHECK ("status" IN ('plek', 'wachtlijst', 'vol'));
ALTER TABLE "Capaciteit" ADD CONSTRAINT "Capaciteit_sector_check" CHECK ("sector" IN ('jeugdhulp', 'j-ggz', 'lvb'));
ALTER TABLE "Capaciteit" ADD CONSTRAINT "Capaciteit_totDatum_check" CHECK (("status" <> 'wachtlijst' OR "totDatum" IS NOT NULL) AND ("status" <> 'plek' OR "totDatum" IS NULL));
ALTER TABLE "Capaciteit" ADD CONSTRAINT "Capaciteit_sinds_check" CHECK ("sindsTijdstip" <= "gemeldTijdstip");

-- What was told stays as it was told.
CREATE TRIGGER alleen_toevoegen BEFORE UPDATE OR DELETE ON "Capaciteit" FOR EACH ROW EXECUTE FUNCTION alleen_toevoegen();
