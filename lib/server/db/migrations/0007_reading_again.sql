ALTER TABLE "candidate" ADD COLUMN "reader" text COLLATE "C" DEFAULT 'recruiter-v2' NOT NULL;--> statement-breakpoint
ALTER TABLE "candidate" ADD COLUMN "reader_version" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "candidate" ADD COLUMN "reread_from" integer;--> statement-breakpoint
CREATE INDEX "candidate_reader" ON "candidate" USING btree ("reader","reader_version");--> statement-breakpoint
CREATE INDEX "candidate_reread" ON "candidate" USING btree ("reread_from") WHERE "candidate"."reread_from" is not null;