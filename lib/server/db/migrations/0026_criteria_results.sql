CREATE TABLE "criteria_result" (
	"account" text COLLATE "C" NOT NULL,
	"job_id" text COLLATE "C" NOT NULL,
	"application_id" text COLLATE "C" NOT NULL,
	"met" text[] NOT NULL,
	"must_folded" text[] NOT NULL,
	"must_names" text[] NOT NULL,
	"nice_folded" text[] NOT NULL,
	"nice_names" text[] NOT NULL,
	"counts" text NOT NULL,
	CONSTRAINT "criteria_result_account_job_id_application_id_pk" PRIMARY KEY("account","job_id","application_id")
);
--> statement-breakpoint
ALTER TABLE "job" ADD COLUMN "has_criteria" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "criteria_result" ADD CONSTRAINT "criteria_result_candidate" FOREIGN KEY ("account","job_id","application_id") REFERENCES "public"."candidate"("account","job_id","application_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
UPDATE "job" SET "has_criteria" = true WHERE EXISTS (
	SELECT 1 FROM "job_criteria" c WHERE c."account" = "job"."account" AND c."job_id" = "job"."job_id" AND c."criteria" <> '[]'
		AND c."version" = (SELECT max(v."version") FROM "job_criteria" v WHERE v."account" = c."account" AND v."job_id" = c."job_id"));--> statement-breakpoint
-- Their people are read again in the background, which computes what they meet.
UPDATE "candidate" SET "derived" = "derived" - 1 FROM "job"
	WHERE "job"."account" = "candidate"."account" AND "job"."job_id" = "candidate"."job_id" AND "job"."has_criteria";
