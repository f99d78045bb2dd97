ALTER TABLE "decision_change" ADD COLUMN "from_state" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "decision_change" ADD COLUMN "state" bigint;--> statement-breakpoint
ALTER TABLE "decision_step" ADD COLUMN "people" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
INSERT INTO "decision_reason" ("id", "label", "folded", "definition", "decision", "position") VALUES
	('rsn_requirement', 'Misses a stated requirement', 'misses a stated requirement', 'Something that the job ad names as required is not there. Write which one beside it.', 'reject', 1),
	('rsn_experience', 'Too little relevant experience', 'too little relevant experience', 'Less experience in this kind of work than the job ad asks for.', 'reject', 2),
	('rsn_skill', 'Misses a key skill', 'misses a key skill', 'A skill that the work cannot be done without is not shown in the application.', 'reject', 3),
	('rsn_language', 'Working language', 'working language', 'The working language that the job ad names is not shown at the level it asks for.', 'reject', 4),
	('rsn_place', 'Place or hours', 'place or hours', 'Cannot work where, or when, the job ad says the work is done.', 'reject', 5),
	('rsn_others', 'Others meet more of the criteria', 'others meet more of the criteria', 'Suitable; others meet more of what the job ad lists as preferred.', 'reject', 6),
	('rsn_withdrawn', 'Withdrew', 'withdrew', 'The applicant told us that they are no longer interested.', 'reject', 7),
	('rsn_filled', 'Position filled', 'position filled', 'Suitable; the position was filled before we got to them.', 'reject', 8),
	('rsn_ask', 'A question is open', 'a question is open', 'Looks suitable; something has to be asked first. Write what.', 'maybe', 9),
	('rsn_required', 'Meets all requirements', 'meets all requirements', 'Everything that the job ad names as required is there.', 'shortlist', 10),
	('rsn_preferred', 'Meets the preferred criteria too', 'meets the preferred criteria too', 'Required and most of the preferred criteria are there.', 'shortlist', 11)
ON CONFLICT DO NOTHING;
