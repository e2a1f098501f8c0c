-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Kenmerkreeks" (
    "spoor" TEXT NOT NULL,
    "jaar" INTEGER NOT NULL,
    "laatste" INTEGER NOT NULL,

    CONSTRAINT "Kenmerkreeks_pkey" PRIMARY KEY ("spoor","jaar")
);

-- CreateTable
CREATE TABLE "Jeugdige" (
    "id" UUID NOT NULL,
    "naam" TEXT NOT NULL,
    "geboorteDatum" DATE NOT NULL,
    "bsnVersleuteld" TEXT NOT NULL,
    "bsnIndex" TEXT NOT NULL,

    CONSTRAINT "Jeugdige_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Aanmelding" (
    "kenmerk" TEXT NOT NULL,
    "jeugdigeId" UUID NOT NULL,
    "ingediendDoor" TEXT NOT NULL,
    "aanmelderNaam" TEXT NOT NULL,
    "aanmelderEmail" TEXT NOT NULL,
    "inhoud" JSONB NOT NULL,
    "ontvangenTijdstip" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Aanmelding_pkey" PRIMARY KEY ("kenmerk")
);

-- CreateTable
CREATE TABLE "Traject" (
    "kenmerk" TEXT NOT NULL,
    "versie" INTEGER NOT NULL,
    "spoor" TEXT NOT NULL,
    "fase" TEXT NOT NULL,
    "gemeente" TEXT NOT NULL,
    "gi" TEXT,
    "complexiteit" TEXT NOT NULL,
    "coordinator" TEXT,
    "wachtOp" TEXT NOT NULL,
    "wachtSinds" TIMESTAMPTZ(3) NOT NULL,
    "wachtreden" TEXT,
    "signalen" TEXT[],
    "escalatieniveau" INTEGER NOT NULL,
    "aanmeldingTijdstip" TIMESTAMPTZ(3) NOT NULL,
    "ambitieTijdstip" TIMESTAMPTZ(3) NOT NULL,
    "tafelDatum" DATE,
    "duidelijkheidTijdstip" TIMESTAMPTZ(3),
    "uitkomst" TEXT,
    "toestand" JSONB NOT NULL,

    CONSTRAINT "Traject_pkey" PRIMARY KEY ("kenmerk")
);

-- CreateTable
CREATE TABLE "Onderzoek" (
    "id" TEXT NOT NULL,
    "kenmerk" TEXT NOT NULL,
    "aanbieder" TEXT NOT NULL,
    "ronde" INTEGER NOT NULL,
    "versie" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "herinneringen" INTEGER NOT NULL,
    "gevraagdTijdstip" TIMESTAMPTZ(3) NOT NULL,
    "bevestigdTijdstip" TIMESTAMPTZ(3),
    "beantwoordTijdstip" TIMESTAMPTZ(3),
    "antwoord" JSONB,
    "toestand" JSONB NOT NULL,

    CONSTRAINT "Onderzoek_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Gebeurtenis" (
    "id" UUID NOT NULL,
    "kenmerk" TEXT NOT NULL,
    "oorzaak" TEXT NOT NULL,
    "soort" TEXT NOT NULL,
    "tijdstip" TIMESTAMPTZ(3) NOT NULL,
    "codes" JSONB NOT NULL,
    "invoerId" UUID,

    CONSTRAINT "Gebeurtenis_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditRegel" (
    "id" UUID NOT NULL,
    "tijdstip" TIMESTAMPTZ(3) NOT NULL,
    "wie" TEXT NOT NULL,
    "rol" TEXT NOT NULL,
    "wat" TEXT NOT NULL,
    "kenmerk" TEXT NOT NULL,
    "oorzaak" TEXT NOT NULL,

    CONSTRAINT "AuditRegel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invoer" (
    "id" UUID NOT NULL,
    "wie" TEXT NOT NULL,
    "rol" TEXT NOT NULL,
    "idempotencyKey" TEXT NOT NULL,
    "bodyHash" TEXT NOT NULL,
    "soort" TEXT NOT NULL,
    "kenmerk" TEXT NOT NULL,
    "onderzoekId" TEXT,
    "codes" JSONB NOT NULL,
    "vrijeTekst" JSONB NOT NULL,
    "ingediendTijdstip" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Invoer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InvoerUitkomst" (
    "invoerId" UUID NOT NULL,
    "uitkomst" TEXT NOT NULL,
    "antwoord" JSONB NOT NULL,
    "tijdstip" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InvoerUitkomst_pkey" PRIMARY KEY ("invoerId")
);

-- CreateTable
CREATE TABLE "Bericht" (
    "id" UUID NOT NULL,
    "kenmerk" TEXT NOT NULL,
    "soort" TEXT NOT NULL,
    "geadresseerde" TEXT NOT NULL,
    "gelegenheid" TEXT NOT NULL,
    "gegevens" JSONB NOT NULL,
    "messageId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "pogingen" INTEGER NOT NULL DEFAULT 0,
    "onzekerePogingen" INTEGER NOT NULL DEFAULT 0,
    "klaarTijdstip" TIMESTAMPTZ(3) NOT NULL,
    "verzondenTijdstip" TIMESTAMPTZ(3),
    "smtpCode" INTEGER,

    CONSTRAINT "Bericht_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Aanbieder" (
    "code" TEXT NOT NULL,
    "naam" TEXT NOT NULL,
    "sectoren" TEXT[],
    "tafellid" BOOLEAN NOT NULL,

    CONSTRAINT "Aanbieder_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Contact" (
    "code" TEXT NOT NULL,
    "aanbieder" TEXT NOT NULL,
    "volgorde" INTEGER NOT NULL,
    "naam" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "telefoon" TEXT NOT NULL,

    CONSTRAINT "Contact_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Medewerker" (
    "code" TEXT NOT NULL,
    "rol" TEXT NOT NULL,
    "email" TEXT NOT NULL,

    CONSTRAINT "Medewerker_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Organisatie" (
    "code" TEXT NOT NULL,
    "naam" TEXT NOT NULL,
    "soort" TEXT NOT NULL,
    "gemeente" TEXT,

    CONSTRAINT "Organisatie_pkey" PRIMARY KEY ("code")
);

-- CreateIndex
CREATE UNIQUE INDEX "Jeugdige_bsnIndex_key" ON "Jeugdige"("bsnIndex");

-- CreateIndex
CREATE INDEX "Aanmelding_jeugdigeId_idx" ON "Aanmelding"("jeugdigeId");

-- CreateIndex
CREATE INDEX "Aanmelding_ingediendDoor_idx" ON "Aanmelding"("ingediendDoor");

-- CreateIndex
CREATE INDEX "Traject_fase_kenmerk_idx" ON "Traject"("fase", "kenmerk");

-- CreateIndex
CREATE INDEX "Traject_gemeente_kenmerk_idx" ON "Traject"("gemeente", "kenmerk");

-- CreateIndex
CREATE INDEX "Traject_signalen_idx" ON "Traject" USING GIN ("signalen");

-- CreateIndex
CREATE INDEX "Traject_tafelDatum_idx" ON "Traject"("tafelDatum");

-- CreateIndex
CREATE INDEX "Onderzoek_aanbieder_status_idx" ON "Onderzoek"("aanbieder", "status");

-- CreateIndex
CREATE UNIQUE INDEX "Onderzoek_kenmerk_aanbieder_ronde_key" ON "Onderzoek"("kenmerk", "aanbieder", "ronde");

-- CreateIndex
CREATE INDEX "Gebeurtenis_kenmerk_tijdstip_idx" ON "Gebeurtenis"("kenmerk", "tijdstip");

-- CreateIndex
CREATE UNIQUE INDEX "Gebeurtenis_kenmerk_oorzaak_key" ON "Gebeurtenis"("kenmerk", "oorzaak");

-- CreateIndex
CREATE INDEX "AuditRegel_wie_tijdstip_idx" ON "AuditRegel"("wie", "tijdstip");

-- CreateIndex
CREATE UNIQUE INDEX "AuditRegel_kenmerk_oorzaak_wat_key" ON "AuditRegel"("kenmerk", "oorzaak", "wat");

-- CreateIndex
CREATE INDEX "Invoer_ingediendTijdstip_idx" ON "Invoer"("ingediendTijdstip");

-- CreateIndex
CREATE INDEX "Invoer_kenmerk_ingediendTijdstip_idx" ON "Invoer"("kenmerk", "ingediendTijdstip");

-- CreateIndex
CREATE UNIQUE INDEX "Invoer_wie_idempotencyKey_key" ON "Invoer"("wie", "idempotencyKey");

-- CreateIndex
CREATE UNIQUE INDEX "Bericht_messageId_key" ON "Bericht"("messageId");

-- CreateIndex
CREATE INDEX "Bericht_status_idx" ON "Bericht"("status");

-- CreateIndex
CREATE UNIQUE INDEX "Bericht_kenmerk_soort_geadresseerde_gelegenheid_key" ON "Bericht"("kenmerk", "soort", "geadresseerde", "gelegenheid");

-- CreateIndex
CREATE UNIQUE INDEX "Contact_aanbieder_volgorde_key" ON "Contact"("aanbieder", "volgorde");

-- AddForeignKey
ALTER TABLE "Aanmelding" ADD CONSTRAINT "Aanmelding_jeugdigeId_fkey" FOREIGN KEY ("jeugdigeId") REFERENCES "Jeugdige"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Traject" ADD CONSTRAINT "Traject_kenmerk_fkey" FOREIGN KEY ("kenmerk") REFERENCES "Aanmelding"("kenmerk") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Onderzoek" ADD CONSTRAINT "Onderzoek_kenmerk_fkey" FOREIGN KEY ("kenmerk") REFERENCES "Traject"("kenmerk") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Onderzoek" ADD CONSTRAINT "Onderzoek_aanbieder_fkey" FOREIGN KEY ("aanbieder") REFERENCES "Aanbieder"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Gebeurtenis" ADD CONSTRAINT "Gebeurtenis_kenmerk_fkey" FOREIGN KEY ("kenmerk") REFERENCES "Traject"("kenmerk") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Gebeurtenis" ADD CONSTRAINT "Gebeurtenis_invoerId_fkey" FOREIGN KEY ("invoerId") REFERENCES "Invoer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InvoerUitkomst" ADD CONSTRAINT "InvoerUitkomst_invoerId_fkey" FOREIGN KEY ("invoerId") REFERENCES "Invoer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Bericht" ADD CONSTRAINT "Bericht_kenmerk_fkey" FOREIGN KEY ("kenmerk") REFERENCES "Traject"("kenmerk") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_aanbieder_fkey" FOREIGN KEY ("aanbieder") REFERENCES "Aanbieder"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Only the codes of domain/codes.ts, and only states that can exist.
ALTER TABLE "Traject" ADD CONSTRAINT "Traject_fase_check" CHECK ("fase" IN ('intake', 'voorbereiding', 'bespreking', 'onderzoek', 'overbrugging', 'afgesloten'));
ALTER TABLE "Traject" ADD CONSTRAINT "Traject_spoor_check" CHECK ("spoor" IN ('zorglogistiek', 'zorgbemiddeling', 'experttafel'));
ALTER TABLE "Traject" ADD CONSTRAINT "Traject_complexiteit_check" CHECK ("complexiteit" IN ('gewoon', 'zeer-complex'));
ALTER TABLE "Traject" ADD CONSTRAINT "Traject_escalatieniveau_check" CHECK ("escalatieniveau" BETWEEN 0 AND 3);
ALTER TABLE "Traject" ADD CONSTRAINT "Traject_uitkomst_check" CHECK (("fase" = 'afgesloten') = ("uitkomst" IS NOT NULL));
ALTER TABLE "Traject" ADD CONSTRAINT "Traject_versie_check" CHECK ("versie" >= 0);
ALTER TABLE "Onderzoek" ADD CONSTRAINT "Onderzoek_status_check" CHECK ("status" IN ('gevraagd', 'bevestigd', 'beantwoord', 'vervallen'));
ALTER TABLE "Onderzoek" ADD CONSTRAINT "Onderzoek_ronde_check" CHECK ("ronde" >= 1);
ALTER TABLE "Onderzoek" ADD CONSTRAINT "Onderzoek_antwoord_check" CHECK ("status" <> 'beantwoord' OR "antwoord" IS NOT NULL);
ALTER TABLE "InvoerUitkomst" ADD CONSTRAINT "InvoerUitkomst_uitkomst_check" CHECK ("uitkomst" IN ('verwerkt', 'geweigerd'));
ALTER TABLE "Bericht" ADD CONSTRAINT "Bericht_status_check" CHECK ("status" IN ('klaar', 'verzonden', 'onbekend', 'mislukt'));
ALTER TABLE "Bericht" ADD CONSTRAINT "Bericht_verzonden_check" CHECK (("status" = 'verzonden') = ("verzondenTijdstip" IS NOT NULL));
ALTER TABLE "Kenmerkreeks" ADD CONSTRAINT "Kenmerkreeks_laatste_check" CHECK ("laatste" >= 1);
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_volgorde_check" CHECK ("volgorde" IN (1, 2));
ALTER TABLE "Medewerker" ADD CONSTRAINT "Medewerker_rol_check" CHECK ("rol" IN ('coordinator', 'voorzitter', 'manager'));

-- What happened stays as it happened.
CREATE FUNCTION alleen_toevoegen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME;
END
$$;
CREATE TRIGGER alleen_toevoegen BEFORE UPDATE OR DELETE ON "Invoer" FOR EACH ROW EXECUTE FUNCTION alleen_toevoegen();
CREATE TRIGGER alleen_toevoegen BEFORE UPDATE OR DELETE ON "InvoerUitkomst" FOR EACH ROW EXECUTE FUNCTION alleen_toevoegen();
CREATE TRIGGER alleen_toevoegen BEFORE UPDATE OR DELETE ON "Gebeurtenis" FOR EACH ROW EXECUTE FUNCTION alleen_toevoegen();
CREATE TRIGGER alleen_toevoegen BEFORE UPDATE OR DELETE ON "AuditRegel" FOR EACH ROW EXECUTE FUNCTION alleen_toevoegen();

-- The reconciler looks for an Invoer without an answer; the list of open trajecten pages by kenmerk.
CREATE INDEX "Traject_open_idx" ON "Traject" ("kenmerk") WHERE "fase" <> 'afgesloten';
