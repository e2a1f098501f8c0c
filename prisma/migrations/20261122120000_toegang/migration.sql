-- Answering without an account: links, one-time codes, and the access that a code gives.
CREATE TABLE "Link" (
    "id" UUID NOT NULL,
    "doel" TEXT NOT NULL,
    "onderwerp" TEXT NOT NULL,
    "geadresseerde" TEXT NOT NULL,
    "gemaaktTijdstip" TIMESTAMPTZ(3) NOT NULL,
    "verlooptTijdstip" TIMESTAMPTZ(3) NOT NULL,
    "ingetrokkenTijdstip" TIMESTAMPTZ(3),

    CONSTRAINT "Link_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Eenmaalcode" (
    "id" UUID NOT NULL,
    "linkId" UUID NOT NULL,
    "afdruk" TEXT NOT NULL,
    "bezorgwijze" TEXT NOT NULL,
    "pogingen" INTEGER NOT NULL DEFAULT 0,
    "gemaaktTijdstip" TIMESTAMPTZ(3) NOT NULL,
    "verlooptTijdstip" TIMESTAMPTZ(3) NOT NULL,
    "eindeTijdstip" TIMESTAMPTZ(3),

    CONSTRAINT "Eenmaalcode_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Linksessie" (
    "afdruk" TEXT NOT NULL,
    "linkId" UUID NOT NULL,
    "gemaaktTijdstip" TIMESTAMPTZ(3) NOT NULL,
    "verlooptTijdstip" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Linksessie_pkey" PRIMARY KEY ("afdruk")
);

CREATE INDEX "Link_doel_onderwerp_idx" ON "Link"("doel", "onderwerp");
CREATE INDEX "Link_geadresseerde_idx" ON "Link"("geadresseerde");
CREATE INDEX "Eenmaalcode_linkId_gemaaktTijdstip_idx" ON "Eenmaalcode"("linkId", "gemaaktTijdstip");
CREATE INDEX "Linksessie_linkId_idx" ON "Linksessie"("linkId");

ALTER TABLE "Eenmaalcode" ADD CONSTRAINT "Eenmaalcode_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "Link"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Linksessie" ADD CONSTRAINT "Linksessie_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "Link"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One link in force for each thing and addressee, and one code in force for each link.
CREATE UNIQUE INDEX "Link_geldig_key" ON "Link" ("doel", "onderwerp", "geadresseerde") WHERE "ingetrokkenTijdstip" IS NULL;
CREATE UNIQUE INDEX "Eenmaalcode_geldig_key" ON "Eenmaalcode" ("linkId") WHERE "eindeTijdstip" IS NULL;

ALTER TABLE "Link" ADD CONSTRAINT "Link_doel_check" CHECK ("doel" IN ('onderzoek', 'informatie', 'tafelstukken'));
ALTER TABLE "Link" ADD CONSTRAINT "Link_verloopt_check" CHECK ("verlooptTijdstip" > "gemaaktTijdstip");
ALTER TABLE "Eenmaalcode" ADD CONSTRAINT "Eenmaalcode_bezorgwijze_check" CHECK ("bezorgwijze" IN ('sms', 'mail'));
ALTER TABLE "Eenmaalcode" ADD CONSTRAINT "Eenmaalcode_pogingen_check" CHECK ("pogingen" >= 0);
ALTER TABLE "Eenmaalcode" ADD CONSTRAINT "Eenmaalcode_verloopt_check" CHECK ("verlooptTijdstip" > "gemaaktTijdstip");
ALTER TABLE "Linksessie" ADD CONSTRAINT "Linksessie_verloopt_check" CHECK ("verlooptTijdstip" > "gemaaktTijdstip");
