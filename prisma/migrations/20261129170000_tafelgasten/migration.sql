-- In which mailbox the appointment of a guest stands, so that it can be called off there once the code is somebody else's.
ALTER TABLE "Tafeluitnodiging" ADD COLUMN "adres" TEXT;
ALTER TABLE "Bericht" ADD COLUMN "adres" TEXT;

-- Of who was invited before this was kept, the address of now is the best that is known.
UPDATE "Tafeluitnodiging" u SET "adres" = coalesce(
  (SELECT c."email" FROM "Contact" c WHERE c."code" = u."geadresseerde"),
  (SELECT a."aanmelderEmail" FROM "Aanmelding" a WHERE 'aanmelder-van-' || a."kenmerk" = u."geadresseerde")
);
