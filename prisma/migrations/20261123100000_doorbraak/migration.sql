-- A GI is invited by mail; an organisation without an address is reached through the team.
ALTER TABLE "Organisatie" ADD COLUMN "email" TEXT;

-- CreateTable
CREATE TABLE "Doorbraak" (
    "id" TEXT NOT NULL,
    "periode" TEXT NOT NULL,
    "versie" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "peilDatum" DATE NOT NULL,
    "besprekingDatum" DATE NOT NULL,
    "begonnenTijdstip" TIMESTAMPTZ(3) NOT NULL,
    "geslotenTijdstip" TIMESTAMPTZ(3),
    "toestand" JSONB NOT NULL,

    CONSTRAINT "Doorbraak_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Doorbraakzaak" (
    "doorbraak" TEXT NOT NULL,
    "kenmerk" TEXT NOT NULL,
    "jeugdigeId" UUID NOT NULL,
    "groep" TEXT NOT NULL,
    "soort" TEXT NOT NULL,
    "versie" INTEGER NOT NULL,
    "onderDoorbraak" BOOLEAN NOT NULL,
    "overVan" TEXT,
    "lacuneSector" TEXT,
    "lacuneZorgsoort" TEXT,
    "lacuneRegio" TEXT,
    "toestand" JSONB NOT NULL,

    CONSTRAINT "Doorbraakzaak_pkey" PRIMARY KEY ("doorbraak","kenmerk")
);

-- CreateIndex
CREATE UNIQUE INDEX "Doorbraak_periode_key" ON "Doorbraak"("periode");

-- CreateIndex
CREATE UNIQUE INDEX "Doorbraakzaak_doorbraak_jeugdigeId_key" ON "Doorbraakzaak"("doorbraak", "jeugdigeId");

-- CreateIndex
CREATE INDEX "Doorbraakzaak_kenmerk_idx" ON "Doorbraakzaak"("kenmerk");

-- CreateIndex
CREATE INDEX "Doorbraakzaak_lacuneSector_lacuneZorgsoort_lacuneRegio_idx" ON "Doorbraakzaak"("lacuneSector", "lacuneZorgsoort", "lacuneRegio");

-- AddForeignKey
ALTER TABLE "Doorbraakzaak" ADD CONSTRAINT "Doorbraakzaak_doorbraak_fkey" FOREIGN KEY ("doorbraak") REFERENCES "Doorbraak"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Doorbraakzaak" ADD CONSTRAINT "Doorbraakzaak_overVan_fkey" FOREIGN KEY ("overVan") REFERENCES "Doorbraak"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Doorbraakzaak" ADD CONSTRAINT "Doorbraakzaak_kenmerk_fkey" FOREIGN KEY ("kenmerk") REFERENCES "Traject"("kenmerk") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Doorbraakzaak" ADD CONSTRAINT "Doorbraakzaak_jeugdigeId_fkey" FOREIGN KEY ("jeugdigeId") REFERENCES "Jeugdige"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Doorbraak" ADD CONSTRAINT "Doorbraak_id_check" CHECK ("id" = 'doorbraak-' || "periode");
ALTER TABLE "Doorbraak" ADD CONSTRAINT "Doorbraak_periode_check" CHECK ("periode" ~ '^[0-9]{4}-(K[1-4]|M(0[1-9]|1[0-2]))$');
ALTER TABLE "Doorbraak" ADD CONSTRAINT "Doorbraak_status_check" CHECK ("status" IN ('open', 'gesloten', 'afgerond'));
ALTER TABLE "Doorbraak" ADD CONSTRAINT "Doorbraak_versie_check" CHECK ("versie" >= 0);
ALTER TABLE "Doorbraak" ADD CONSTRAINT "Doorbraak_gesloten_check" CHECK (("status" = 'open') = ("geslotenTijdstip" IS NULL));
ALTER TABLE "Doorbraak" ADD CONSTRAINT "Doorbraak_besprekingDatum_check" CHECK ("besprekingDatum" >= "peilDatum");
ALTER TABLE "Doorbraakzaak" ADD CONSTRAINT "Doorbraakzaak_soort_check" CHECK ("soort" IN ('zaak', 'keuze', 'opgeschort'));
ALTER TABLE "Doorbraakzaak" ADD CONSTRAINT "Doorbraakzaak_versie_check" CHECK ("versie" >= 0);
ALTER TABLE "Doorbraakzaak" ADD CONSTRAINT "Doorbraakzaak_overVan_check" CHECK ("overVan" <> "doorbraak");
-- Who is apart is not gone through, so nothing is lacking behind it; a lacune is told whole.
ALTER TABLE "Doorbraakzaak" ADD CONSTRAINT "Doorbraakzaak_apart_check" CHECK ("soort" = 'zaak' OR ("onderDoorbraak" = false AND "lacuneSector" IS NULL));
ALTER TABLE "Doorbraakzaak" ADD CONSTRAINT "Doorbraakzaak_lacune_check" CHECK (num_nonnulls("lacuneSector", "lacuneZorgsoort", "lacuneRegio") IN (0, 3));

-- A GI reads its agenda through a link.
ALTER TABLE "Link" DROP CONSTRAINT "Link_doel_check";
ALTER TABLE "Link" ADD CONSTRAINT "Link_doel_check" CHECK ("doel" IN ('onderzoek', 'informatie', 'tafelstukken', 'doorbraak', 'uitvraag'));
