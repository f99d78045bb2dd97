CREATE TABLE "guest_candidate" (
	"link_id" text COLLATE "C" NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"job_id" text COLLATE "C" NOT NULL,
	"application_id" text COLLATE "C" NOT NULL,
	"ref" text COLLATE "C" NOT NULL,
	"pseudonym" text COLLATE "C",
	"position" integer NOT NULL,
	"made_of" text COLLATE "C" NOT NULL,
	"person" text NOT NULL,
	"career_from" integer,
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
	CONSTRAINT "guest_candidate_link_id_application_id_pk" PRIMARY KEY("link_id","application_id")
);
--> statement-breakpoint
DROP INDEX "share_person_ref";--> statement-breakpoint
ALTER TABLE "share_link" ADD COLUMN "ready_for" text;--> statement-breakpoint
ALTER TABLE "guest_candidate" ADD CONSTRAINT "guest_candidate_link_id_share_link_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."share_link"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guest_candidate" ADD CONSTRAINT "guest_candidate_candidate" FOREIGN KEY ("account","job_id","application_id") REFERENCES "public"."candidate"("account","job_id","application_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "guest_candidate_ref" ON "guest_candidate" USING btree ("link_id","ref");--> statement-breakpoint
CREATE INDEX "guest_candidate_by_position" ON "guest_candidate" USING btree ("link_id","position","ref");--> statement-breakpoint
CREATE INDEX "guest_candidate_career" ON "guest_candidate" USING btree ("link_id","career_from");--> statement-breakpoint
CREATE INDEX "guest_candidate_of" ON "guest_candidate" USING btree ("account","job_id","application_id");--> statement-breakpoint
ALTER TABLE "share_person" DROP COLUMN "ref";