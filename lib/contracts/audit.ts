import * as z from 'zod/mini'
import { day } from './day'

/** What the audit log is narrowed to; `action` is a whole one (`sign_in.failed`) or the part before its dot. */
export const auditFilter = z.object({
  action: z.nullable(z.string().check(z.regex(/^[a-z_]+(\.[a-z_]+)?$/))),
  who: z.nullable(z.string().check(z.maxLength(200))),
  from: z.nullable(day),
  to: z.nullable(day),
})
export type AuditFilter = z.infer<typeof auditFilter>

export const auditEntry = z.object({
  id: z.int(),
  at: z.iso.datetime(),
  action: z.string(),
  actorId: z.nullable(z.string()),
  actorName: z.string(),
  subject: z.nullable(z.string()),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  address: z.nullable(z.string()),
})
export type AuditEntry = z.infer<typeof auditEntry>

export const auditPage = z.object({
  entries: z.array(auditEntry),
  nextCursor: z.nullable(z.string()),
  actors: z.array(z.object({ id: z.nullable(z.string()), name: z.string() })),
})
export type AuditPage = z.infer<typeof auditPage>
