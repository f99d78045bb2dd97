ALTER TABLE "fetch" ADD COLUMN "visit" text COLLATE "C";--> statement-breakpoint
CREATE INDEX "fetch_by_visit" ON "fetch" USING btree ("visit") WHERE "fetch"."visit" is not null;