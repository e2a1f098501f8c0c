-- What leaves the team of a publication is made once, when it is published. Absent of what was published before this was kept.
ALTER TABLE "Rapport" ADD COLUMN "extern" JSONB;
