CREATE TABLE "candidate_tag" (
	"account" text COLLATE "C" NOT NULL,
	"job_id" text COLLATE "C" NOT NULL,
	"application_id" text COLLATE "C" NOT NULL,
	"tag_id" text COLLATE "C" NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "candidate_tag_account_job_id_application_id_tag_id_pk" PRIMARY KEY("account","job_id","application_id","tag_id")
);
--> statement-breakpoint
CREATE TABLE "inbox_item" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"kind" text NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"job_id" text COLLATE "C" NOT NULL,
	"application_id" text COLLATE "C",
	"note_id" text COLLATE "C",
	"by_name" text NOT NULL,
	"text" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp with time zone,
	"mailed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "next_action" (
	"account" text COLLATE "C" NOT NULL,
	"job_id" text COLLATE "C" NOT NULL,
	"application_id" text COLLATE "C" NOT NULL,
	"text" text NOT NULL,
	"due_on" text COLLATE "C",
	"user_id" text COLLATE "C",
	"user_name" text,
	"by_name" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "next_action_account_job_id_application_id_pk" PRIMARY KEY("account","job_id","application_id")
);
--> statement-breakpoint
CREATE TABLE "note" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"job_id" text COLLATE "C" NOT NULL,
	"application_id" text COLLATE "C" NOT NULL,
	"body" text NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"by_name" text NOT NULL,
	"by_folded" text COLLATE "C" NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"edited_at" timestamp with time zone,
	"deleted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "note_version" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"note_id" text COLLATE "C" NOT NULL,
	"body" text NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tag" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"folded" text COLLATE "C" NOT NULL,
	"colour" text NOT NULL,
	"created_by_name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tag_folded_unique" UNIQUE("folded")
);
--> statement-breakpoint
CREATE TABLE "claim" (
	"account" text COLLATE "C" NOT NULL,
	"job_id" text COLLATE "C" NOT NULL,
	"application_id" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"user_name" text NOT NULL,
	"holder" text COLLATE "C" NOT NULL,
	"until" timestamp with time zone NOT NULL,
	CONSTRAINT "claim_account_job_id_application_id_pk" PRIMARY KEY("account","job_id","application_id")
);
--> statement-breakpoint
CREATE TABLE "decision" (
	"account" text COLLATE "C" NOT NULL,
	"job_id" text COLLATE "C" NOT NULL,
	"application_id" text COLLATE "C" NOT NULL,
	"decision" text NOT NULL,
	"reason_id" text COLLATE "C",
	"comment" text,
	"by" text COLLATE "C" NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"step_id" text COLLATE "C" NOT NULL,
	"opened" boolean NOT NULL,
	CONSTRAINT "decision_account_job_id_application_id_pk" PRIMARY KEY("account","job_id","application_id")
);
--> statement-breakpoint
CREATE TABLE "decision_change" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"job_id" text COLLATE "C" NOT NULL,
	"application_id" text COLLATE "C" NOT NULL,
	"step_id" text COLLATE "C" NOT NULL,
	"from" text,
	"from_reason_id" text COLLATE "C",
	"from_comment" text,
	"from_by" text COLLATE "C",
	"from_by_name" text,
	"from_at" timestamp with time zone,
	"from_step_id" text COLLATE "C",
	"from_opened" boolean,
	"to" text,
	"to_reason_id" text COLLATE "C",
	"to_comment" text,
	"opened" boolean NOT NULL,
	"shown_ms" bigint
);
--> statement-breakpoint
CREATE TABLE "decision_reason" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"label" text NOT NULL,
	"folded" text COLLATE "C" NOT NULL,
	"definition" text DEFAULT '' NOT NULL,
	"decision" text,
	"position" integer DEFAULT 0 NOT NULL,
	"retired_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "decision_step" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"job_id" text COLLATE "C" NOT NULL,
	"kind" text NOT NULL,
	"view" text DEFAULT '' NOT NULL,
	"via" text,
	"criteria" integer,
	"by" text COLLATE "C" NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"undoes" text COLLATE "C",
	"undone_by" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "opening" (
	"account" text COLLATE "C" NOT NULL,
	"job_id" text COLLATE "C" NOT NULL,
	"application_id" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"user_name" text NOT NULL,
	"first_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_at" timestamp with time zone DEFAULT now() NOT NULL,
	"shown_ms" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "opening_account_job_id_application_id_user_id_pk" PRIMARY KEY("account","job_id","application_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "suggestion" (
	"account" text COLLATE "C" NOT NULL,
	"job_id" text COLLATE "C" NOT NULL,
	"application_id" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"user_name" text NOT NULL,
	"decision" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "suggestion_account_job_id_application_id_user_id_pk" PRIMARY KEY("account","job_id","application_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "job_event" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"job_id" text COLLATE "C" NOT NULL,
	"kind" text NOT NULL,
	"data" text NOT NULL,
	"by" text COLLATE "C",
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "member_setting" (
	"user_id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"value" text NOT NULL,
	CONSTRAINT "member_setting_user_id_name_pk" PRIMARY KEY("user_id","name")
);
--> statement-breakpoint
CREATE TABLE "saved_view" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"job_id" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"owner_id" text COLLATE "C" NOT NULL,
	"owner_name" text NOT NULL,
	"team" boolean DEFAULT false NOT NULL,
	"team_default" boolean DEFAULT false NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "team_setting" (
	"name" text COLLATE "C" PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "candidate_tag" ADD CONSTRAINT "candidate_tag_tag_id_tag_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tag"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_tag" ADD CONSTRAINT "candidate_tag_candidate" FOREIGN KEY ("account","job_id","application_id") REFERENCES "public"."candidate"("account","job_id","application_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbox_item" ADD CONSTRAINT "inbox_item_note_id_note_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."note"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbox_item" ADD CONSTRAINT "inbox_item_job" FOREIGN KEY ("account","job_id") REFERENCES "public"."job"("account","job_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbox_item" ADD CONSTRAINT "inbox_item_candidate" FOREIGN KEY ("account","job_id","application_id") REFERENCES "public"."candidate"("account","job_id","application_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "next_action" ADD CONSTRAINT "next_action_candidate" FOREIGN KEY ("account","job_id","application_id") REFERENCES "public"."candidate"("account","job_id","application_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note" ADD CONSTRAINT "note_candidate" FOREIGN KEY ("account","job_id","application_id") REFERENCES "public"."candidate"("account","job_id","application_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_version" ADD CONSTRAINT "note_version_note_id_note_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."note"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_candidate" FOREIGN KEY ("account","job_id","application_id") REFERENCES "public"."candidate"("account","job_id","application_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_reason_id_decision_reason_id_fk" FOREIGN KEY ("reason_id") REFERENCES "public"."decision_reason"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_candidate" FOREIGN KEY ("account","job_id","application_id") REFERENCES "public"."candidate"("account","job_id","application_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_change" ADD CONSTRAINT "decision_change_step_id_decision_step_id_fk" FOREIGN KEY ("step_id") REFERENCES "public"."decision_step"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_change" ADD CONSTRAINT "decision_change_candidate" FOREIGN KEY ("account","job_id","application_id") REFERENCES "public"."candidate"("account","job_id","application_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_step" ADD CONSTRAINT "decision_step_job" FOREIGN KEY ("account","job_id") REFERENCES "public"."job"("account","job_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opening" ADD CONSTRAINT "opening_candidate" FOREIGN KEY ("account","job_id","application_id") REFERENCES "public"."candidate"("account","job_id","application_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_candidate" FOREIGN KEY ("account","job_id","application_id") REFERENCES "public"."candidate"("account","job_id","application_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_event" ADD CONSTRAINT "job_event_job" FOREIGN KEY ("account","job_id") REFERENCES "public"."job"("account","job_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_job" FOREIGN KEY ("account","job_id") REFERENCES "public"."job"("account","job_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "candidate_tag_of" ON "candidate_tag" USING btree ("tag_id");--> statement-breakpoint
CREATE INDEX "inbox_item_of" ON "inbox_item" USING btree ("user_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "inbox_item_about" ON "inbox_item" USING btree ("account","job_id","application_id");--> statement-breakpoint
CREATE INDEX "next_action_due" ON "next_action" USING btree ("user_id","due_on");--> statement-breakpoint
CREATE INDEX "note_of" ON "note" USING btree ("account","job_id","application_id","at");--> statement-breakpoint
CREATE INDEX "note_version_of" ON "note_version" USING btree ("note_id","id");--> statement-breakpoint
CREATE INDEX "claim_by" ON "claim" USING btree ("account","job_id","user_id");--> statement-breakpoint
CREATE INDEX "decision_of" ON "decision" USING btree ("account","job_id","decision");--> statement-breakpoint
CREATE INDEX "decision_change_of" ON "decision_change" USING btree ("account","job_id","application_id","id");--> statement-breakpoint
CREATE INDEX "decision_change_step" ON "decision_change" USING btree ("step_id");--> statement-breakpoint
CREATE INDEX "decision_step_of" ON "decision_step" USING btree ("account","job_id","at");--> statement-breakpoint
CREATE INDEX "job_event_of" ON "job_event" USING btree ("account","job_id","id");--> statement-breakpoint
CREATE INDEX "job_event_at" ON "job_event" USING btree ("at");--> statement-breakpoint
CREATE INDEX "saved_view_of" ON "saved_view" USING btree ("account","job_id");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_view_team_default" ON "saved_view" USING btree ("account","job_id") WHERE "saved_view"."team_default";