import 'server-only'
import { z } from 'zod'

// NUL cannot be stored and a lone surrogate cannot stand in a URL; either would break the only key we have.
const unusableInAnId = /[\0\p{Cs}]/u
// Longer than any id seen, shorter than what an index entry can hold.
const maxIdLength = 512

/** The provider's only key: an opaque string. A whole number is taken too, as long as JSON kept all its digits. */
export const wireApplicationId = z
  .union([z.string(), z.int().transform(String)])
  .refine((id) => id !== '' && id.length <= maxIdLength && !unusableInAnId.test(id), 'is not a usable id')

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null)

const wireExperience = z.looseObject({
  title: text,
  company: text,
  company_url: text,
  date_range: text,
  description: text,
})

// Not on the provider's reference page: what is of another shape is as good as absent.
const extraText = z
  .union([z.string(), z.int().transform(String)])
  .nullish()
  .catch(null)
  .transform((value) => value ?? null)
const wireEducation = z.looseObject({
  school: extraText,
  degree: extraText,
  field: extraText,
  years: extraText,
})

// Nobody has had so many jobs or schools. A career is drawn in time that grows with the square of its jobs: 80,000 of them
// fit into one answer and would hold the server for hours.
const maxListed = 300

/**
 * One candidate as the provider sends it. Missing and null are both null, unknown keys and rating words are kept;
 * a profile field of another type makes the row unreadable. Links are text here: only http(s) may reach a browser.
 */
export const wireCandidate = z.looseObject({
  application_id: wireApplicationId,
  rating: text,
  is_top_choice: z
    .boolean()
    .nullish()
    .transform((value) => value ?? null),
  top_choice_message: text,
  first_name: text,
  last_name: text,
  full_name: text,
  headline: text,
  public_identifier: text,
  profile_url: text,
  location: text,
  experiences: z
    .array(wireExperience.nullable())
    .max(maxListed)
    .nullish()
    .transform((list) => (list ?? []).filter((entry) => entry !== null)),
  application_date: extraText,
  education: z
    .array(wireEducation.nullable().catch(null))
    .max(maxListed)
    .nullish()
    .catch(null)
    .transform((list) => (list ?? []).filter((entry) => entry !== null)),
})
export type WireCandidate = z.output<typeof wireCandidate>
