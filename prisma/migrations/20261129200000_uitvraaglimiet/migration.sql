-- How many e-mails of all uitvragen together were tried in the last minute.
ALTER TABLE "Bericht" ADD COLUMN "pogingTijdstip" TIMESTAMPTZ(3);

CREATE INDEX "Bericht_pogingTijdstip_idx" ON "Bericht"("pogingTijdstip");
