-- A bericht is of a traject or of a tafel; the kenmerk tells which.
ALTER TABLE "Bericht" DROP CONSTRAINT "Bericht_kenmerk_fkey";

-- CreateTable
CREATE TABLE "Tafel" (
    "datum" DATE NOT NULL,
    "status" TEXT NOT NULL,
    "versie" INTEGER NOT NULL,
    "beginTijd" TEXT NOT NULL,
    "plaats" TEXT NOT NULL,
    "agendaLimiet" INTEGER NOT NULL,
    "agendaSluitTijdstip" TIMESTAMPTZ(3) NOT NULL,
    "uitnodigingVersie" INTEGER NOT NULL,
    "toestand" JSONB NOT NULL,
    "bestemmingen" JSONB,

    CONSTRAINT "Tafel_pkey" PRIMARY KEY ("datum")
);

-- CreateTable
CREATE TABLE "Tafeluitnodiging" (
    "tafel" DATE NOT NULL,
    "geadresseerde" TEXT NOT NULL,
    "volgnummer" INTEGER NOT NULL,
    "status" TEXT NOT NULL,

    CONSTRAINT "Tafeluitnodiging_pkey" PRIMARY KEY ("tafel","geadresseerde")
);

-- CreateTable
CREATE TABLE "Tafellidmaatschap" (
    "aanbieder" TEXT NOT NULL,
    "vanafDatum" DATE NOT NULL,
    "totDatum" DATE,

    CONSTRAINT "Tafellidmaatschap_pkey" PRIMARY KEY ("aanbieder","vanafDatum")
);

-- AddForeignKey
ALTER TABLE "Tafeluitnodiging" ADD CONSTRAINT "Tafeluitnodiging_tafel_fkey" FOREIGN KEY ("tafel") REFERENCES "Tafel"("datum") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tafellidmaatschap" ADD CONSTRAINT "Tafellidmaatschap_aanbieder_fkey" FOREIGN KEY ("aanbieder") REFERENCES "Aanbieder"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Tafel" ADD CONSTRAINT "Tafel_status_check" CHECK ("status" IN ('gepland', 'agenda-gesloten', 'gehouden', 'vervallen', 'afgerond'));
ALTER TABLE "Tafel" ADD CONSTRAINT "Tafel_beginTijd_check" CHECK ("beginTijd" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$');
ALTER TABLE "Tafel" ADD CONSTRAINT "Tafel_plaats_check" CHECK ("plaats" IN ('kantoor', 'online'));
ALTER TABLE "Tafel" ADD CONSTRAINT "Tafel_agendaLimiet_check" CHECK ("agendaLimiet" >= 1);
ALTER TABLE "Tafel" ADD CONSTRAINT "Tafel_versie_check" CHECK ("versie" >= 0 AND "uitnodigingVersie" >= 0);
ALTER TABLE "Tafel" ADD CONSTRAINT "Tafel_bestemmingen_check" CHECK ("bestemmingen" IS NULL OR "status" = 'vervallen');
ALTER TABLE "Tafeluitnodiging" ADD CONSTRAINT "Tafeluitnodiging_status_check" CHECK ("status" IN ('uitgenodigd', 'afgezegd'));
ALTER TABLE "Tafeluitnodiging" ADD CONSTRAINT "Tafeluitnodiging_volgnummer_check" CHECK ("volgnummer" >= 0);
ALTER TABLE "Tafellidmaatschap" ADD CONSTRAINT "Tafellidmaatschap_totDatum_check" CHECK ("totDatum" > "vanafDatum");

-- An aanbieder is a tafellid or is not: its periods never overlap. A range of one code stands for that code, since
-- equality of a text is not something that this kind of index knows by itself.
CREATE TYPE codebereik AS RANGE (subtype = text);
ALTER TABLE "Tafellidmaatschap" ADD CONSTRAINT "Tafellidmaatschap_perioden_excl" EXCLUDE USING gist (
    codebereik("aanbieder", "aanbieder", '[]') WITH &&,
    daterange("vanafDatum", "totDatum", '[)') WITH &&
);

-- Who was a tafellid stays one, from the agreement on the afwegingskader on.
INSERT INTO "Tafellidmaatschap" ("aanbieder", "vanafDatum") SELECT "code", DATE '2024-01-01' FROM "Aanbieder" WHERE "tafellid";
ALTER TABLE "Aanbieder" DROP COLUMN "tafellid";
