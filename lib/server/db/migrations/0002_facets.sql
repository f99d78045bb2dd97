ALTER TABLE "candidate" ADD COLUMN "country_folded" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "candidate" ADD COLUMN "now_companies" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "candidate" ADD COLUMN "now_folded" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "candidate" ADD COLUMN "title_words" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "candidate" ADD COLUMN "derived" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "candidate_counted" ON "candidate" USING btree ("account","job_id","rating_rank","is_top_choice","months","months_max","first_seen_ms");--> statement-breakpoint
CREATE INDEX "candidate_now" ON "candidate" USING gin ("now_folded");--> statement-breakpoint
CREATE INDEX "candidate_title" ON "candidate" USING gin ("title_words");--> statement-breakpoint
CREATE INDEX "candidate_derived" ON "candidate" USING btree ("derived");
--> statement-breakpoint
-- Counting reads every row of a job: what it does not need (raw, person) is kept beside the rows, what it needs in them.
ALTER TABLE "candidate" SET (toast_tuple_target = 1024);--> statement-breakpoint
ALTER TABLE "candidate" ALTER COLUMN "search_text" SET STORAGE MAIN, ALTER COLUMN "companies" SET STORAGE MAIN, ALTER COLUMN "company_folded" SET STORAGE MAIN, ALTER COLUMN "places" SET STORAGE MAIN, ALTER COLUMN "place_folded" SET STORAGE MAIN, ALTER COLUMN "now_companies" SET STORAGE MAIN, ALTER COLUMN "now_folded" SET STORAGE MAIN, ALTER COLUMN "title_words" SET STORAGE MAIN;
