CREATE TABLE "job_presence" (
	"account" text COLLATE "C" NOT NULL,
	"job_id" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"user_name" text NOT NULL,
	"instance" text COLLATE "C" NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "job_presence_account_job_id_user_id_instance_pk" PRIMARY KEY("account","job_id","user_id","instance")
);
--> statement-breakpoint
ALTER TABLE "job_presence" ADD CONSTRAINT "job_presence_job" FOREIGN KEY ("account","job_id") REFERENCES "public"."job"("account","job_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "job_presence_at" ON "job_presence" USING btree ("at");