CREATE TABLE "job_statistic" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"job_id" text COLLATE "C" NOT NULL,
	"deleted_at" timestamp with time zone DEFAULT now() NOT NULL,
	"facts" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "job_statistic_of" ON "job_statistic" USING btree ("account","job_id","id");