-- What the whole practice needs beside the traject itself: how the aanmelder can be called, and what is lacking.
ALTER TABLE "Aanmelding" ADD COLUMN "aanmelderTelefoon" TEXT;
UPDATE "Aanmelding" SET "aanmelderTelefoon" = "inhoud" #>> '{aanmelder,telefoon}';
-- What the rules of triage proposed, and why; absent for who was signed up before there were rules.
ALTER TABLE "Aanmelding" ADD COLUMN "triagevoorstel" JSONB;
-- Why a traject is vastgelopen, for the lists.
ALTER TABLE "Traject" ADD COLUMN "vastgelopenRedenen" TEXT[] DEFAULT ARRAY[]::TEXT[];
CREATE INDEX "Traject_vastgelopenRedenen_idx" ON "Traject" USING GIN ("vastgelopenRedenen");

CREATE TABLE "Lacune" (
    "id" UUID NOT NULL,
    "kenmerk" TEXT NOT NULL,
    "oorzaak" TEXT NOT NULL,
    "sector" TEXT NOT NULL,
    "gemeente" TEXT NOT NULL,
    "redenen" TEXT[],
    "tijdstip" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Lacune_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Lacune_kenmerk_fkey" FOREIGN KEY ("kenmerk") REFERENCES "Traject"("kenmerk") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "Lacune_kenmerk_oorzaak_key" ON "Lacune"("kenmerk", "oorzaak");
CREATE INDEX "Lacune_sector_tijdstip_idx" ON "Lacune"("sector", "tijdstip");

-- Zorgbemiddeling and the Experttafel work in fases of their own.
ALTER TABLE "Traject" DROP CONSTRAINT "Traject_fase_check";
ALTER TABLE "Traject" ADD CONSTRAINT "Traject_fase_check" CHECK ("fase" IN ('intake', 'voorbereiding', 'bespreking', 'onderzoek', 'bemiddeling', 'advies', 'overbrugging', 'afgesloten'));
