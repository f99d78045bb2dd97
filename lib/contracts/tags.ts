import * as z from 'zod/mini'
import { tagMark } from './decisions'
import { tagColours } from './tag-colours'

/** Characters of a tag's name. */
export const maxTagLength = 40
/** Tags on one person. */
export const maxTags = 20

// How long a name may be is judged by the service, which says so in a sentence.
const tagText = z.string().check(z.maxLength(1_000))
const tagTexts = z.array(tagText).check(z.maxLength(50))

/** The tags of a person, all of them: each the id of a tag, or a name, which makes the tag where there is none. */
export const tagsRequest = z.object({ tags: tagTexts })
export type TagsRequest = z.infer<typeof tagsRequest>

export const tagsAnswer = z.object({ applicationId: z.string(), tags: z.array(tagMark) })
export type TagsAnswer = z.infer<typeof tagsAnswer>

/** Tags of many: those named, or everyone stored who matches a view. */
export const bulkTagsRequest = z.object({
  add: z.optional(tagTexts),
  remove: z.optional(tagTexts),
  applicationIds: z.optional(
    z.array(z.string().check(z.minLength(1), z.maxLength(512))).check(z.minLength(1), z.maxLength(10_000)),
  ),
  /** A query string. */
  view: z.optional(z.string().check(z.maxLength(8_000))),
})
export type BulkTagsRequest = z.infer<typeof bulkTagsRequest>

/** What became of them. */
export const bulkTagsAnswer = z.object({
  /** People whose tags are others now: who is meant when this is undone. */
  applicationIds: z.array(z.string()),
  changed: z.int(),
  /** Whose tags were like this already, or who would have had more than 20. */
  unchanged: z.int(),
  /** Erased, or not stored in this job. */
  missing: z.int(),
  /** The tags that were added. */
  tags: z.array(tagMark),
})
export type BulkTagsAnswer = z.infer<typeof bulkTagsAnswer>

/** A tag of the team, and how many people have it. */
export const teamTag = z.extend(tagMark, { people: z.int() })
export type TeamTag = z.infer<typeof teamTag>
export const teamTagList = z.object({ items: z.array(teamTag) })
export type TeamTagList = z.infer<typeof teamTagList>

export const tagPatch = z.object({ name: z.optional(tagText), colour: z.optional(z.enum(tagColours)) })
export type TagPatch = z.infer<typeof tagPatch>

/** Everyone with this tag gets the other one instead, by its id. */
export const tagMerge = z.object({ into: z.string().check(z.minLength(1), z.maxLength(64)) })
export type TagMerge = z.infer<typeof tagMerge>
