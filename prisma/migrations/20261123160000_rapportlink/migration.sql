-- A manager opens a report with a personal link.
ALTER TABLE "Link" DROP CONSTRAINT "Link_doel_check";
ALTER TABLE "Link" ADD CONSTRAINT "Link_doel_check" CHECK ("doel" IN ('onderzoek', 'informatie', 'tafelstukken', 'doorbraak', 'uitvraag', 'rapport'));
