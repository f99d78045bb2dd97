-- Rows name the criteria that are met, so what was worked out before is worked out again, in the background.
UPDATE "job" SET "criteria_after" = '' WHERE "has_criteria";
