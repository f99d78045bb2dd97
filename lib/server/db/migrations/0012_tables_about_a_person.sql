ALTER TABLE "share_person" ADD COLUMN "account" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "share_person" ADD COLUMN "job_id" text COLLATE "C";--> statement-breakpoint
UPDATE "share_person" p SET "account" = l."account", "job_id" = l."job_id" FROM "share_link" l WHERE l."id" = p."link_id";--> statement-breakpoint
ALTER TABLE "share_person" ALTER COLUMN "account" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "share_person" ALTER COLUMN "job_id" SET NOT NULL;--> statement-breakpoint
DELETE FROM "candidate_change" t WHERE NOT EXISTS (SELECT 1 FROM "candidate" c WHERE c."account" = t."account" AND c."job_id" = t."job_id" AND c."application_id" = t."application_id");--> statement-breakpoint
DELETE FROM "visit_seen" t WHERE NOT EXISTS (SELECT 1 FROM "candidate" c WHERE c."account" = t."account" AND c."job_id" = t."job_id" AND c."application_id" = t."application_id");--> statement-breakpoint
DELETE FROM "share_person" t WHERE NOT EXISTS (SELECT 1 FROM "candidate" c WHERE c."account" = t."account" AND c."job_id" = t."job_id" AND c."application_id" = t."application_id");--> statement-breakpoint
DELETE FROM "share_response" t WHERE NOT EXISTS (SELECT 1 FROM "candidate" c WHERE c."account" = t."account" AND c."job_id" = t."job_id" AND c."application_id" = t."application_id");--> statement-breakpoint
ALTER TABLE "candidate_change" ADD CONSTRAINT "candidate_change_candidate" FOREIGN KEY ("account","job_id","application_id") REFERENCES "public"."candidate"("account","job_id","application_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_seen" ADD CONSTRAINT "visit_seen_candidate" FOREIGN KEY ("account","job_id","application_id") REFERENCES "public"."candidate"("account","job_id","application_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_person" ADD CONSTRAINT "share_person_candidate" FOREIGN KEY ("account","job_id","application_id") REFERENCES "public"."candidate"("account","job_id","application_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_response" ADD CONSTRAINT "share_response_candidate" FOREIGN KEY ("account","job_id","application_id") REFERENCES "public"."candidate"("account","job_id","application_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "visit_seen_of" ON "visit_seen" USING btree ("account","job_id","application_id");--> statement-breakpoint
CREATE INDEX "share_person_of" ON "share_person" USING btree ("account","job_id","application_id");