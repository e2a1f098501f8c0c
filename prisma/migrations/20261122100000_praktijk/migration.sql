-- What the whole practice needs beside the traject itself: how the aanmelder can be called, and what is lacking.
ALTER TABLE "Aanmelding" ADD COLUMN "aanmelderTelefoon" TEXT;
UPDATE "Aanmelding" SET "aanmelderTelefoon" = "inhoud" #>> '{aanmelder,telefoon}';

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
