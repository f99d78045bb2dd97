CREATE TABLE "second_opinion" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"job_id" text COLLATE "C" NOT NULL,
	"asker_id" text COLLATE "C" NOT NULL,
	"asker_name" text NOT NULL,
	"colleague_id" text COLLATE "C" NOT NULL,
	"colleague_name" text NOT NULL,
	"view" text,
	"note" text,
	"people" integer NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "second_opinion_person" (
	"account" text COLLATE "C" NOT NULL,
	"job_id" text COLLATE "C" NOT NULL,
	"application_id" text COLLATE "C" NOT NULL,
	"opinion_id" text COLLATE "C" NOT NULL,
	"place" integer NOT NULL,
	"withheld_from" text COLLATE "C",
	"decision" text,
	"reason" text,
	"decided_at" timestamp with time zone,
	CONSTRAINT "second_opinion_person_key" PRIMARY KEY("account","job_id","application_id","opinion_id")
);
--> statement-breakpoint
ALTER TABLE "second_opinion" ADD CONSTRAINT "second_opinion_job" FOREIGN KEY ("account","job_id") REFERENCES "public"."job"("account","job_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_opinion_person" ADD CONSTRAINT "second_opinion_person_opinion_id_second_opinion_id_fk" FOREIGN KEY ("opinion_id") REFERENCES "public"."second_opinion"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_opinion_person" ADD CONSTRAINT "second_opinion_person_candidate" FOREIGN KEY ("account","job_id","application_id") REFERENCES "public"."candidate"("account","job_id","application_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "second_opinion_of" ON "second_opinion" USING btree ("account","job_id","asked_at");--> statement-breakpoint
CREATE INDEX "second_opinion_person_in" ON "second_opinion_person" USING btree ("opinion_id","place");--> statement-breakpoint
CREATE UNIQUE INDEX "second_opinion_withheld" ON "second_opinion_person" USING btree ("withheld_from","account","job_id","application_id") WHERE "second_opinion_person"."withheld_from" is not null;