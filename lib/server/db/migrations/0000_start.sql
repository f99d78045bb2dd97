CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE TABLE "candidate" (
	"account" text COLLATE "C" NOT NULL,
	"job_id" text COLLATE "C" NOT NULL,
	"application_id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"raw" text NOT NULL,
	"person" text NOT NULL,
	"unreadable" boolean NOT NULL,
	"public_identifier" text COLLATE "C",
	"rating" text COLLATE "C",
	"rating_rank" smallint NOT NULL,
	"is_top_choice" boolean NOT NULL,
	"name_folded" text COLLATE "C",
	"search_text" text COLLATE "C" NOT NULL,
	"companies" text[] NOT NULL,
	"company_folded" text[] NOT NULL,
	"places" text[] NOT NULL,
	"place_folded" text[] NOT NULL,
	"months" integer,
	"months_max" integer,
	"first_seen_at" timestamp with time zone NOT NULL,
	"first_seen_ms" bigint NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"gone_at" timestamp with time zone,
	"fetch_id" text NOT NULL,
	CONSTRAINT "candidate_account_job_id_application_id_pk" PRIMARY KEY("account","job_id","application_id")
);
--> statement-breakpoint
CREATE TABLE "candidate_change" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"job_id" text COLLATE "C" NOT NULL,
	"application_id" text COLLATE "C" NOT NULL,
	"kind" text NOT NULL,
	"from" text,
	"to" text,
	"at" timestamp with time zone NOT NULL,
	"fetch_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fetch" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"job_id" text COLLATE "C" NOT NULL,
	"kind" text NOT NULL,
	"offset" integer NOT NULL,
	"count" integer NOT NULL,
	"quoted" integer NOT NULL,
	"consumed" integer,
	"state" text NOT NULL,
	"code" text,
	"who" text NOT NULL,
	"instance" text NOT NULL,
	"answer" text,
	"day" date NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"duration_ms" integer
);
--> statement-breakpoint
CREATE TABLE "fetch_key" (
	"key" text COLLATE "C" PRIMARY KEY NOT NULL,
	"request_hash" text NOT NULL,
	"fetch_id" text COLLATE "C" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "job" (
	"account" text COLLATE "C" NOT NULL,
	"job_id" text COLLATE "C" NOT NULL,
	"label" text,
	"total" integer,
	"stored" integer DEFAULT 0 NOT NULL,
	"frontier" integer DEFAULT 0 NOT NULL,
	"ended" boolean DEFAULT false NOT NULL,
	"fetched" boolean DEFAULT false NOT NULL,
	"fetched_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "job_account_job_id_pk" PRIMARY KEY("account","job_id")
);
--> statement-breakpoint
CREATE TABLE "lease" (
	"account" text COLLATE "C" NOT NULL,
	"job_id" text COLLATE "C" NOT NULL,
	"holder" text NOT NULL,
	"fetch_id" text COLLATE "C" NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "lease_account_job_id_pk" PRIMARY KEY("account","job_id")
);
--> statement-breakpoint
CREATE TABLE "spend_day" (
	"day" date PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE INDEX "candidate_by_position" ON "candidate" USING btree ("account","job_id","position","application_id");--> statement-breakpoint
CREATE INDEX "candidate_by_rating" ON "candidate" USING btree ("account","job_id","rating_rank","position","application_id");--> statement-breakpoint
CREATE INDEX "candidate_by_rating_desc" ON "candidate" USING btree ("account","job_id",(-"rating_rank"),"position","application_id");--> statement-breakpoint
CREATE INDEX "candidate_by_years" ON "candidate" USING btree ("account","job_id",(coalesce("months", 2147483647)),"position","application_id");--> statement-breakpoint
CREATE INDEX "candidate_by_years_desc" ON "candidate" USING btree ("account","job_id",(coalesce(-"months", 2147483647)),"position","application_id");--> statement-breakpoint
CREATE INDEX "candidate_by_seen" ON "candidate" USING btree ("account","job_id","first_seen_ms","position","application_id");--> statement-breakpoint
CREATE INDEX "candidate_by_seen_desc" ON "candidate" USING btree ("account","job_id",(-"first_seen_ms"),"position","application_id");--> statement-breakpoint
CREATE INDEX "candidate_by_name" ON "candidate" USING btree ("account","job_id",(coalesce("name_folded", chr(1114111))),"position","application_id");--> statement-breakpoint
CREATE INDEX "candidate_by_name_desc" ON "candidate" USING btree ("account","job_id",(coalesce("name_folded", '')),"position","application_id");--> statement-breakpoint
CREATE INDEX "candidate_search" ON "candidate" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "candidate_company" ON "candidate" USING gin ("company_folded");--> statement-breakpoint
CREATE INDEX "candidate_place" ON "candidate" USING gin ("place_folded");--> statement-breakpoint
CREATE INDEX "candidate_person" ON "candidate" USING btree ("account","public_identifier");--> statement-breakpoint
CREATE INDEX "candidate_change_of" ON "candidate_change" USING btree ("account","job_id","application_id","id");--> statement-breakpoint
CREATE INDEX "fetch_by_time" ON "fetch" USING btree ("started_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "fetch_by_day" ON "fetch" USING btree ("day");--> statement-breakpoint
CREATE INDEX "fetch_reserved" ON "fetch" USING btree ("state") WHERE "fetch"."state" = 'reserved';--> statement-breakpoint
CREATE INDEX "fetch_key_age" ON "fetch_key" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "job_last_used" ON "job" USING btree ("account","last_used_at" DESC NULLS LAST);