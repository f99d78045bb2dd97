ALTER TABLE "criteria_result" ADD COLUMN "unmet_folded" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "criteria_result" ADD COLUMN "unmet_names" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "job" ADD COLUMN "criteria_names" text[];--> statement-breakpoint
UPDATE "job" SET "criteria_after" = '' WHERE "has_criteria";