-- CreateTable
CREATE TABLE "Rapport" (
    "id" TEXT NOT NULL,
    "soort" TEXT NOT NULL,
    "periode" TEXT NOT NULL,
    "versie" INTEGER NOT NULL,
    "gegevens" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "peilTijdstip" TIMESTAMPTZ(3) NOT NULL,
    "gemaaktTijdstip" TIMESTAMPTZ(3) NOT NULL,
    "wie" TEXT NOT NULL,
    "reden" TEXT,

    CONSTRAINT "Rapport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Rapport_soort_periode_versie_key" ON "Rapport"("soort", "periode", "versie");

-- CreateIndex
CREATE INDEX "Traject_aanmeldingTijdstip_idx" ON "Traject"("aanmeldingTijdstip");

-- CreateIndex
CREATE INDEX "Traject_ambitieTijdstip_idx" ON "Traject"("ambitieTijdstip");

-- What a report counts from is found by its moment, also when a child came to the Experttafel later.
CREATE INDEX "Gebeurtenis_naarExperttafel_idx" ON "Gebeurtenis" ("tijdstip")
  WHERE "codes" ->> 'spoor' = 'experttafel' OR "codes" ->> 'uitkomst' = 'experttafel';

-- A report reads these lines of a story and no others (verhaalsoorten in domain/rapport/feiten.ts): they are about a third.
CREATE INDEX "Gebeurtenis_rapport_idx" ON "Gebeurtenis" ("kenmerk")
  WHERE "soort" IN ('aangemeld', 'triage', 'spoor', 'verslag', 'direct-voorleggen', 'bespreking-vervallen', 'tafeldatum', 'situatie', 'zorgstart-uitgebleven', 'keuze', 'advies', 'complexiteit', 'wachtreden', 'opschorting', 'hervatting', 'wachtkeuze', 'wachtkeuze-einde', 'verhuizing', 'zorgstart', 'advies-uitgevoerd', 'intrekking', 'overdracht', 'crisis');

ALTER TABLE "Rapport" ADD CONSTRAINT "Rapport_soort_check" CHECK ("soort" IN ('halfjaar', 'experttafel', 'wachttijden'));
ALTER TABLE "Rapport" ADD CONSTRAINT "Rapport_sha256_check" CHECK ("sha256" ~ '^[0-9a-f]{64}$');
ALTER TABLE "Rapport" ADD CONSTRAINT "Rapport_peilTijdstip_check" CHECK ("peilTijdstip" <= "gemaaktTijdstip");
-- A first version needs no reason; whatever follows on it is a correction and tells why.
ALTER TABLE "Rapport" ADD CONSTRAINT "Rapport_versie_check" CHECK ("versie" >= 1 AND ("versie" = 1) = ("reden" IS NULL));

-- What is published stays as it was published: the function of the first migration refuses.
CREATE TRIGGER alleen_toevoegen BEFORE UPDATE OR DELETE ON "Rapport" FOR EACH ROW EXECUTE FUNCTION alleen_toevoegen();
