ALTER TABLE "job" ADD COLUMN "retention_preset" text;--> statement-breakpoint
ALTER TABLE "job" ADD COLUMN "retention_from" timestamp with time zone;