DROP INDEX "candidate_counted";--> statement-breakpoint
ALTER TABLE "candidate" ADD COLUMN "now_titles" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "candidate" ADD COLUMN "now_title_folded" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
-- Counted from the row itself: out of line, each value would cost a look-up of its own.
ALTER TABLE "candidate" ALTER COLUMN "now_titles" SET STORAGE MAIN, ALTER COLUMN "now_title_folded" SET STORAGE MAIN;--> statement-breakpoint
ALTER TABLE "candidate" ADD COLUMN "tenure" integer;--> statement-breakpoint
ALTER TABLE "candidate" ADD COLUMN "tenure_max" integer;--> statement-breakpoint
CREATE INDEX "candidate_role" ON "candidate" USING gin ("now_title_folded");--> statement-breakpoint
CREATE INDEX "candidate_counted" ON "candidate" USING btree ("account","job_id","rating_rank","is_top_choice","months","months_max","first_seen_ms","tenure","tenure_max","country_folded");