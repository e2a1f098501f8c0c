-- CreateTable
CREATE TABLE "Tafelplaats" (
    "kenmerk" TEXT NOT NULL,
    "versie" INTEGER NOT NULL,
    "tafel" DATE NOT NULL,

    CONSTRAINT "Tafelplaats_pkey" PRIMARY KEY ("kenmerk")
);

-- CreateIndex
CREATE INDEX "Tafelplaats_tafel_idx" ON "Tafelplaats"("tafel");

-- AddForeignKey
ALTER TABLE "Tafelplaats" ADD CONSTRAINT "Tafelplaats_kenmerk_fkey" FOREIGN KEY ("kenmerk") REFERENCES "Traject"("kenmerk") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tafelplaats" ADD CONSTRAINT "Tafelplaats_tafel_fkey" FOREIGN KEY ("tafel") REFERENCES "Tafel"("datum") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Tafelplaats" ADD CONSTRAINT "Tafelplaats_versie_check" CHECK ("versie" >= 0);
