ALTER TABLE "share_link" ADD COLUMN "addressee" text;--> statement-breakpoint
ALTER TABLE "share_link" ADD COLUMN "message" text;--> statement-breakpoint
ALTER TABLE "share_link" ADD COLUMN "due_on" date;--> statement-breakpoint
ALTER TABLE "share_link" ADD COLUMN "done_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "share_link" ADD COLUMN "done_by" text;