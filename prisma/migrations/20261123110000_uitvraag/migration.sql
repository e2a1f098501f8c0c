-- CreateTable
CREATE TABLE "Uitvraag" (
    "code" TEXT NOT NULL,
    "soort" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "versie" INTEGER NOT NULL,
    "herinneringen" INTEGER NOT NULL,
    "peilDatum" DATE,
    "begonnenTijdstip" TIMESTAMPTZ(3) NOT NULL,
    "sluitTijdstip" TIMESTAMPTZ(3) NOT NULL,
    "begin" JSONB NOT NULL,

    CONSTRAINT "Uitvraag_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "UitvraagAanbieder" (
    "uitvraag" TEXT NOT NULL,
    "aanbieder" TEXT NOT NULL,
    "heropendTotTijdstip" TIMESTAMPTZ(3),

    CONSTRAINT "UitvraagAanbieder_pkey" PRIMARY KEY ("uitvraag","aanbieder")
);

-- CreateTable
CREATE TABLE "UitvraagAntwoord" (
    "id" UUID NOT NULL,
    "uitvraag" TEXT NOT NULL,
    "aanbieder" TEXT NOT NULL,
    "versie" INTEGER NOT NULL,
    "nagekomen" BOOLEAN NOT NULL,
    "inhoud" JSONB NOT NULL,
    "tijdstip" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "UitvraagAntwoord_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UitvraagJeugdige" (
    "antwoordId" UUID NOT NULL,
    "nummer" INTEGER NOT NULL,
    "bsnIndex" TEXT NOT NULL,
    "zorgsoort" TEXT NOT NULL,
    "vorm" TEXT NOT NULL,
    "gemeente" TEXT NOT NULL,
    "wachtSindsDatum" DATE NOT NULL,

    CONSTRAINT "UitvraagJeugdige_pkey" PRIMARY KEY ("antwoordId","nummer")
);

-- CreateTable
CREATE TABLE "UitvraagCijferversie" (
    "uitvraag" TEXT NOT NULL,
    "versie" INTEGER NOT NULL,
    "cijfers" JSONB NOT NULL,
    "tijdstip" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "UitvraagCijferversie_pkey" PRIMARY KEY ("uitvraag","versie")
);

-- CreateIndex
CREATE UNIQUE INDEX "UitvraagAntwoord_uitvraag_aanbieder_versie_key" ON "UitvraagAntwoord"("uitvraag", "aanbieder", "versie");

-- CreateIndex
CREATE INDEX "UitvraagJeugdige_bsnIndex_idx" ON "UitvraagJeugdige"("bsnIndex");

-- AddForeignKey
ALTER TABLE "UitvraagAanbieder" ADD CONSTRAINT "UitvraagAanbieder_uitvraag_fkey" FOREIGN KEY ("uitvraag") REFERENCES "Uitvraag"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UitvraagAanbieder" ADD CONSTRAINT "UitvraagAanbieder_aanbieder_fkey" FOREIGN KEY ("aanbieder") REFERENCES "Aanbieder"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UitvraagAntwoord" ADD CONSTRAINT "UitvraagAntwoord_uitvraag_aanbieder_fkey" FOREIGN KEY ("uitvraag", "aanbieder") REFERENCES "UitvraagAanbieder"("uitvraag", "aanbieder") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UitvraagAntwoord" ADD CONSTRAINT "UitvraagAntwoord_id_fkey" FOREIGN KEY ("id") REFERENCES "Invoer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UitvraagJeugdige" ADD CONSTRAINT "UitvraagJeugdige_antwoordId_fkey" FOREIGN KEY ("antwoordId") REFERENCES "UitvraagAntwoord"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UitvraagCijferversie" ADD CONSTRAINT "UitvraagCijferversie_uitvraag_fkey" FOREIGN KEY ("uitvraag") REFERENCES "Uitvraag"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Uitvraag" ADD CONSTRAINT "Uitvraag_soort_check" CHECK ("soort" IN ('kwartaal', 'extra') AND ("soort" = 'extra') = ("peilDatum" IS NOT NULL));
ALTER TABLE "Uitvraag" ADD CONSTRAINT "Uitvraag_status_check" CHECK ("status" IN ('open', 'gesloten', 'afgerond'));
ALTER TABLE "Uitvraag" ADD CONSTRAINT "Uitvraag_versie_check" CHECK ("versie" >= 0 AND "herinneringen" >= 0);
ALTER TABLE "Uitvraag" ADD CONSTRAINT "Uitvraag_sluitTijdstip_check" CHECK ("sluitTijdstip" > "begonnenTijdstip");
ALTER TABLE "UitvraagAntwoord" ADD CONSTRAINT "UitvraagAntwoord_versie_check" CHECK ("versie" >= 1);
ALTER TABLE "UitvraagJeugdige" ADD CONSTRAINT "UitvraagJeugdige_vorm_check" CHECK ("vorm" IN ('ambulant', 'verblijf'));
ALTER TABLE "UitvraagJeugdige" ADD CONSTRAINT "UitvraagJeugdige_bsnIndex_check" CHECK ("bsnIndex" !~ '^[0-9]*$');
ALTER TABLE "UitvraagCijferversie" ADD CONSTRAINT "UitvraagCijferversie_versie_check" CHECK ("versie" >= 1);

-- A contact of an aanbieder answers behind a link of its own.
ALTER TABLE "Link" DROP CONSTRAINT "Link_doel_check";
ALTER TABLE "Link" ADD CONSTRAINT "Link_doel_check" CHECK ("doel" IN ('onderzoek', 'informatie', 'tafelstukken', 'doorbraak', 'uitvraag'));
