CREATE TABLE "fetch_run" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"job_id" text COLLATE "C" NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"cancelled" boolean DEFAULT false NOT NULL,
	"progress" text NOT NULL,
	"answer" text,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "visit" (
	"account" text COLLATE "C" NOT NULL,
	"job_id" text COLLATE "C" NOT NULL,
	"reader" text COLLATE "C" NOT NULL,
	"base" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "visit_account_job_id_reader_pk" PRIMARY KEY("account","job_id","reader")
);
--> statement-breakpoint
CREATE TABLE "visit_seen" (
	"account" text COLLATE "C" NOT NULL,
	"job_id" text COLLATE "C" NOT NULL,
	"reader" text COLLATE "C" NOT NULL,
	"application_id" text COLLATE "C" NOT NULL,
	"edition" integer NOT NULL,
	CONSTRAINT "visit_seen_account_job_id_reader_application_id_pk" PRIMARY KEY("account","job_id","reader","application_id")
);
--> statement-breakpoint
ALTER TABLE "candidate" ADD COLUMN "pass" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "candidate" ADD COLUMN "new_in" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "candidate" ADD COLUMN "news_in" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "fetch" ADD COLUMN "run_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "job" ADD COLUMN "gone" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "job" ADD COLUMN "drift" text;--> statement-breakpoint
ALTER TABLE "job" ADD COLUMN "edition" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "fetch_run_running" ON "fetch_run" USING btree ("state") WHERE "fetch_run"."state" = 'running';--> statement-breakpoint
CREATE INDEX "candidate_news" ON "candidate" USING btree ("account","job_id","news_in") WHERE "candidate"."news_in" > 0;--> statement-breakpoint
CREATE INDEX "fetch_by_job" ON "fetch" USING btree ("account","job_id");--> statement-breakpoint
CREATE INDEX "fetch_by_run" ON "fetch" USING btree ("run_id");