CREATE TABLE "notice_version" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"job_id" text COLLATE "C" NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "applicant_notice" ADD COLUMN "version_id" bigint;--> statement-breakpoint
ALTER TABLE "notice_version" ADD CONSTRAINT "notice_version_job" FOREIGN KEY ("account","job_id") REFERENCES "public"."job"("account","job_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notice_version_of" ON "notice_version" USING btree ("account","job_id","id");--> statement-breakpoint
ALTER TABLE "applicant_notice" ADD CONSTRAINT "applicant_notice_version_id_notice_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."notice_version"("id") ON DELETE no action ON UPDATE no action;