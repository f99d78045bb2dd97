ALTER TABLE "next_action" ALTER COLUMN "at" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "next_action" ADD COLUMN "by" text COLLATE "C";--> statement-breakpoint
-- Only names were kept. One that several members have, or nobody has any more, says nobody.
UPDATE "next_action" SET "by" = coalesce((
  SELECT min("id") FROM "auth_user" WHERE "name" = "next_action"."by_name" HAVING count(*) = 1
), '');--> statement-breakpoint
ALTER TABLE "next_action" ALTER COLUMN "by" SET NOT NULL;
