import * as z from 'zod/mini'
import { memberName } from './decisions'
import { role } from './role'

/** A member to choose from others, with what tells two of one name apart. */
export const memberChoice = z.extend(memberName, {
  /** For those who may see it. */
  email: z.optional(z.string()),
  /** For everyone else. */
  role: z.optional(role),
  joinedAt: z.optional(z.iso.datetime()),
})
export type MemberChoice = z.infer<typeof memberChoice>
