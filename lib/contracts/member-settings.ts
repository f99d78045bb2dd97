import * as z from 'zod/mini'

const keys = z.string().check(z.maxLength(40))

/** A member's keyboard: single keys can be off, and commands can have other keys. */
export const keySettings = z.object({
  off: z.boolean(),
  /** By the command's id; '' takes its key away. */
  keys: z
    .record(z.string().check(z.maxLength(40)), keys)
    .check(z.refine((record) => Object.keys(record).length <= 100, { error: 'At most 100 commands.' })),
})
export type KeySettings = z.infer<typeof keySettings>

/** What a member chose for themselves, in every browser of theirs. */
export const memberSettings = z.object({
  keys: keySettings,
  /** A job that is opened without a view hides the people whom they decided about. */
  hideDecided: z.boolean(),
})
export type MemberSettings = z.infer<typeof memberSettings>

/** What is left out stays as it is. */
export const memberSettingsPatch = z.partial(memberSettings)
export type MemberSettingsPatch = z.infer<typeof memberSettingsPatch>
