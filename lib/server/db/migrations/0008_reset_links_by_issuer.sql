-- Of several subjects that were linked to one person, the first was theirs.
DELETE FROM "auth_account" "later" USING "auth_account" "first"
WHERE "later"."user_id" = "first"."user_id" AND "later"."provider_id" = "first"."provider_id"
  AND ("later"."created_at", "later"."id") > ("first"."created_at", "first"."id");--> statement-breakpoint
DROP INDEX "auth_account_user";--> statement-breakpoint
ALTER TABLE "auth_verification" ADD COLUMN "issued_by" text COLLATE "C";--> statement-breakpoint
CREATE UNIQUE INDEX "auth_account_user_provider" ON "auth_account" USING btree ("user_id","provider_id");