-- A link to what was agreed in a traject, for an aanbieder without an onderzoek.
ALTER TABLE "Link" DROP CONSTRAINT "Link_doel_check";
ALTER TABLE "Link" ADD CONSTRAINT "Link_doel_check" CHECK ("doel" IN ('onderzoek', 'informatie', 'tafelstukken', 'doorbraak', 'uitvraag', 'rapport', 'afgesproken'));
