ALTER TABLE "candidate" ADD COLUMN "applied_ms" bigint;--> statement-breakpoint
ALTER TABLE "candidate" ADD COLUMN "schools" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "candidate" ADD COLUMN "school_folded" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "candidate" ADD COLUMN "degrees" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "candidate" ADD COLUMN "degree_folded" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "job" ADD COLUMN "has_applied" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "job" ADD COLUMN "has_education" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "candidate_by_applied" ON "candidate" USING btree ("account","job_id",(coalesce("applied_ms", 9007199254740991)),"position","application_id");--> statement-breakpoint
CREATE INDEX "candidate_by_applied_desc" ON "candidate" USING btree ("account","job_id",(coalesce(-"applied_ms", 9007199254740991)),"position","application_id");--> statement-breakpoint
CREATE INDEX "candidate_school" ON "candidate" USING gin ("school_folded");--> statement-breakpoint
CREATE INDEX "candidate_degree" ON "candidate" USING gin ("degree_folded");