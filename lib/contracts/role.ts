import * as z from 'zod/mini'

/** What somebody may do: owner (people, limits, privacy, audit), recruiter (spend, share, export), viewer (read). */
export const role = z.enum(['owner', 'recruiter', 'viewer'])
export type Role = z.infer<typeof role>
