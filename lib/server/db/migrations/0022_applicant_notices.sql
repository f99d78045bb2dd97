CREATE TABLE "applicant_notice" (
	"account" text COLLATE "C" NOT NULL,
	"job_id" text COLLATE "C" NOT NULL,
	"application_id" text COLLATE "C" NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"by_name" text COLLATE "C" NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "applicant_notice_account_job_id_application_id_pk" PRIMARY KEY("account","job_id","application_id")
);
--> statement-breakpoint
ALTER TABLE "applicant_notice" ADD CONSTRAINT "applicant_notice_candidate" FOREIGN KEY ("account","job_id","application_id") REFERENCES "public"."candidate"("account","job_id","application_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "applicant_notice_of" ON "applicant_notice" USING btree ("account","job_id","at");