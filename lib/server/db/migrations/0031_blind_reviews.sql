CREATE TABLE "blind_candidate" (
	"account" text COLLATE "C" NOT NULL,
	"job_id" text COLLATE "C" NOT NULL,
	"application_id" text COLLATE "C" NOT NULL,
	"hides_years" boolean NOT NULL,
	"pseudonym" text COLLATE "C" NOT NULL,
	"made_of" text COLLATE "C" NOT NULL,
	"person" text NOT NULL,
	"rating_rank" smallint NOT NULL,
	"is_top_choice" boolean NOT NULL,
	"name_folded" text COLLATE "C",
	"search_text" text COLLATE "C" NOT NULL,
	"companies" text[] NOT NULL,
	"company_folded" text[] NOT NULL,
	"now_companies" text[] DEFAULT '{}' NOT NULL,
	"now_folded" text[] DEFAULT '{}' NOT NULL,
	"places" text[] NOT NULL,
	"place_folded" text[] NOT NULL,
	"country_folded" text COLLATE "C",
	"title_words" text[] DEFAULT '{}' NOT NULL,
	"months" integer,
	"months_max" integer,
	"schools" text[] DEFAULT '{}' NOT NULL,
	"school_folded" text[] DEFAULT '{}' NOT NULL,
	"degrees" text[] DEFAULT '{}' NOT NULL,
	"degree_folded" text[] DEFAULT '{}' NOT NULL,
	"now_titles" text[] NOT NULL,
	"now_title_folded" text[] NOT NULL,
	CONSTRAINT "blind_candidate_account_job_id_application_id_hides_years_pk" PRIMARY KEY("account","job_id","application_id","hides_years")
);
--> statement-breakpoint
CREATE TABLE "blind_reveal" (
	"account" text COLLATE "C" NOT NULL,
	"job_id" text COLLATE "C" NOT NULL,
	"application_id" text COLLATE "C" NOT NULL,
	"reader" text COLLATE "C" NOT NULL,
	"reader_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "blind_reveal_account_job_id_application_id_reader_pk" PRIMARY KEY("account","job_id","application_id","reader")
);
--> statement-breakpoint
CREATE TABLE "blind_review" (
	"account" text COLLATE "C" NOT NULL,
	"job_id" text COLLATE "C" NOT NULL,
	"reader" text COLLATE "C" NOT NULL,
	"until" text NOT NULL,
	"hides_years" boolean NOT NULL,
	"ready_for" text,
	"started_at" timestamp with time zone NOT NULL,
	"started_by" text COLLATE "C" NOT NULL,
	"started_by_name" text NOT NULL,
	CONSTRAINT "blind_review_account_job_id_reader_pk" PRIMARY KEY("account","job_id","reader")
);
--> statement-breakpoint
ALTER TABLE "blind_candidate" ADD CONSTRAINT "blind_candidate_candidate" FOREIGN KEY ("account","job_id","application_id") REFERENCES "public"."candidate"("account","job_id","application_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blind_reveal" ADD CONSTRAINT "blind_reveal_candidate" FOREIGN KEY ("account","job_id","application_id") REFERENCES "public"."candidate"("account","job_id","application_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blind_review" ADD CONSTRAINT "blind_review_job" FOREIGN KEY ("account","job_id") REFERENCES "public"."job"("account","job_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "blind_candidate_name" ON "blind_candidate" USING btree ("account","job_id","pseudonym");