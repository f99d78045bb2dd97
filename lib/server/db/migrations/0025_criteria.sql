CREATE TABLE "criterion_overrule" (
	"account" text COLLATE "C" NOT NULL,
	"job_id" text COLLATE "C" NOT NULL,
	"application_id" text COLLATE "C" NOT NULL,
	"criterion_id" text COLLATE "C" NOT NULL,
	"criterion_name" text NOT NULL,
	"met" boolean NOT NULL,
	"reason" text NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "criterion_overrule_account_job_id_application_id_criterion_id_pk" PRIMARY KEY("account","job_id","application_id","criterion_id")
);
--> statement-breakpoint
CREATE TABLE "job_criteria" (
	"account" text COLLATE "C" NOT NULL,
	"job_id" text COLLATE "C" NOT NULL,
	"version" integer NOT NULL,
	"criteria" text NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "job_criteria_account_job_id_version_pk" PRIMARY KEY("account","job_id","version")
);
--> statement-breakpoint
ALTER TABLE "criterion_overrule" ADD CONSTRAINT "criterion_overrule_candidate" FOREIGN KEY ("account","job_id","application_id") REFERENCES "public"."candidate"("account","job_id","application_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_criteria" ADD CONSTRAINT "job_criteria_job" FOREIGN KEY ("account","job_id") REFERENCES "public"."job"("account","job_id") ON DELETE cascade ON UPDATE no action;