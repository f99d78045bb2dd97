CREATE TABLE "consistency_resolution" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"job_id" text COLLATE "C" NOT NULL,
	"application_id" text COLLATE "C" NOT NULL,
	"note_key" text COLLATE "C" NOT NULL,
	"summary" text NOT NULL,
	"resolved" boolean NOT NULL,
	"reason" text,
	"by" text COLLATE "C" NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "candidate" ADD COLUMN "consistency_keys" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "consistency_resolution" ADD CONSTRAINT "consistency_resolution_candidate" FOREIGN KEY ("account","job_id","application_id") REFERENCES "public"."candidate"("account","job_id","application_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consistency_resolution_of" ON "consistency_resolution" USING btree ("account","job_id","application_id","id");--> statement-breakpoint
CREATE INDEX "candidate_consistency" ON "candidate" USING gin ("consistency_keys");