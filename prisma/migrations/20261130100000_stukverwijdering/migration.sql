-- A stuk that was sent by mistake: its content is gone, its row and who opened it stay.
CREATE TABLE "StukVerwijdering" (
    "stukId" UUID NOT NULL,
    "invoerId" UUID NOT NULL,

    CONSTRAINT "StukVerwijdering_pkey" PRIMARY KEY ("stukId")
);
CREATE INDEX "StukVerwijdering_invoerId_idx" ON "StukVerwijdering"("invoerId");
ALTER TABLE "StukVerwijdering" ADD CONSTRAINT "StukVerwijdering_stukId_fkey" FOREIGN KEY ("stukId") REFERENCES "Stuk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "StukVerwijdering" ADD CONSTRAINT "StukVerwijdering_invoerId_fkey" FOREIGN KEY ("invoerId") REFERENCES "Invoer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER alleen_toevoegen BEFORE UPDATE OR DELETE ON "StukVerwijdering" FOR EACH ROW EXECUTE FUNCTION alleen_toevoegen();
