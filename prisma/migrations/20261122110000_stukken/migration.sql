-- CreateTable
CREATE TABLE "Stuk" (
    "id" UUID NOT NULL,
    "kenmerk" TEXT NOT NULL,
    "reeks" UUID NOT NULL,
    "versie" INTEGER NOT NULL,
    "soort" TEXT NOT NULL,
    "naam" TEXT NOT NULL,
    "mediatype" TEXT NOT NULL,
    "grootte" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "gescand" BOOLEAN NOT NULL,
    "wie" TEXT NOT NULL,
    "rol" TEXT NOT NULL,
    "idempotencyKey" TEXT NOT NULL,
    "ingediendTijdstip" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Stuk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StukInzage" (
    "id" UUID NOT NULL,
    "stukId" UUID NOT NULL,
    "wie" TEXT NOT NULL,
    "rol" TEXT NOT NULL,
    "aanbieder" TEXT,
    "tijdstip" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StukInzage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Stuktoegang" (
    "id" UUID NOT NULL,
    "kenmerk" TEXT NOT NULL,
    "contact" TEXT NOT NULL,
    "aanbieder" TEXT NOT NULL,
    "tafelDatum" DATE NOT NULL,
    "verleendTijdstip" TIMESTAMPTZ(3) NOT NULL,
    "ingetrokkenTijdstip" TIMESTAMPTZ(3),

    CONSTRAINT "Stuktoegang_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Stuk_kenmerk_ingediendTijdstip_idx" ON "Stuk"("kenmerk", "ingediendTijdstip");

-- CreateIndex
CREATE UNIQUE INDEX "Stuk_reeks_versie_key" ON "Stuk"("reeks", "versie");

-- CreateIndex
CREATE UNIQUE INDEX "Stuk_wie_idempotencyKey_key" ON "Stuk"("wie", "idempotencyKey");

-- CreateIndex
CREATE INDEX "StukInzage_stukId_tijdstip_idx" ON "StukInzage"("stukId", "tijdstip");

-- CreateIndex
CREATE INDEX "Stuktoegang_kenmerk_aanbieder_idx" ON "Stuktoegang"("kenmerk", "aanbieder");

-- CreateIndex
CREATE UNIQUE INDEX "Stuktoegang_kenmerk_contact_tafelDatum_key" ON "Stuktoegang"("kenmerk", "contact", "tafelDatum");

-- AddForeignKey
ALTER TABLE "Stuk" ADD CONSTRAINT "Stuk_kenmerk_fkey" FOREIGN KEY ("kenmerk") REFERENCES "Traject"("kenmerk") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Stuk" ADD CONSTRAINT "Stuk_reeks_fkey" FOREIGN KEY ("reeks") REFERENCES "Stuk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StukInzage" ADD CONSTRAINT "StukInzage_stukId_fkey" FOREIGN KEY ("stukId") REFERENCES "Stuk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Stuktoegang" ADD CONSTRAINT "Stuktoegang_kenmerk_fkey" FOREIGN KEY ("kenmerk") REFERENCES "Traject"("kenmerk") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Stuktoegang" ADD CONSTRAINT "Stuktoegang_aanbieder_fkey" FOREIGN KEY ("aanbieder") REFERENCES "Aanbieder"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Only the codes and the sizes of domain/stukken.ts, and only states that can exist.
ALTER TABLE "Stuk" ADD CONSTRAINT "Stuk_soort_check" CHECK ("soort" IN ('verslag-onderzoek', 'intelligentieonderzoek', 'sociaal-emotioneel-onderzoek', 'risicotaxatie', 'plan', 'beschikking', 'toestemming', 'anders'));
ALTER TABLE "Stuk" ADD CONSTRAINT "Stuk_grootte_check" CHECK ("grootte" BETWEEN 1 AND 26214400);
ALTER TABLE "Stuk" ADD CONSTRAINT "Stuk_sha256_check" CHECK ("sha256" ~ '^[0-9a-f]{64}$');
ALTER TABLE "Stuk" ADD CONSTRAINT "Stuk_versie_check" CHECK (("versie" = 1) = ("reeks" = "id") AND "versie" >= 1);
ALTER TABLE "Stuktoegang" ADD CONSTRAINT "Stuktoegang_ingetrokken_check" CHECK ("ingetrokkenTijdstip" >= "verleendTijdstip");

-- What happened stays as it happened. A stuk of which the traject could not be told goes, so only changing one is refused.
CREATE TRIGGER alleen_toevoegen BEFORE UPDATE OR DELETE ON "StukInzage" FOR EACH ROW EXECUTE FUNCTION alleen_toevoegen();
CREATE TRIGGER alleen_toevoegen BEFORE UPDATE ON "Stuk" FOR EACH ROW EXECUTE FUNCTION alleen_toevoegen();
