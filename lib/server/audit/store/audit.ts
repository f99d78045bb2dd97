import 'server-only'
import { and, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { AuditEntry, AuditFilter } from '@/lib/contracts/audit'
import type { Db } from '@/lib/server/db/open-database'
import { auditEvent } from '@/lib/server/db/people-schema'
import { decodeCursor, encodeCursor } from '@/lib/server/platform/cursor'

type Detail = Record<string, string | number | boolean | null>
export type AuditRecord = {
  action: string
  actorId: string | null
  actorName: string
  subject: string | null
  detail: Detail | null
  address: string | null
}

/** Adds to the log. There is no other way to write it: nothing in it is ever changed or taken away. */
export async function recordAudit(db: Db, { detail, ...record }: AuditRecord): Promise<void> {
  await db.insert(auditEvent).values({ ...record, detail: detail && JSON.stringify(detail) })
}

function matching({ action, who, from, to }: AuditFilter): SQL | undefined {
  return and(
    action === null
      ? undefined
      : sql`(${auditEvent.action} = ${action} or ${auditEvent.action} like ${`${action}.%`})`,
    who === null ? undefined : eq(auditEvent.actorId, who),
    from === null ? undefined : gte(auditEvent.at, new Date(`${from}T00:00:00Z`)),
    // The store's own arithmetic: the day after 9999-12-31 is none that a text of four digits could name.
    to === null ? undefined : lt(auditEvent.at, sql`(${to}::date + 1)::timestamp at time zone 'utc'`),
  )
}

const cursorSchema = z.object({ i: z.int().min(0) })
const detailSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))

/** A page of the log, newest first. @param limit 1…500 @throws BadCursorError */
export async function listAudit(
  db: Db,
  { filter, cursor, limit }: { filter: AuditFilter; cursor: string | null; limit: number },
): Promise<{ entries: AuditEntry[]; nextCursor: string | null }> {
  const beyond = cursor === null ? undefined : lt(auditEvent.id, decodeCursor(cursorSchema, cursor).i)
  const rows = await db
    .select()
    .from(auditEvent)
    .where(and(matching(filter), beyond))
    .orderBy(desc(auditEvent.id))
    .limit(limit + 1)
  const entries = rows.slice(0, limit).map(({ at, detail, ...rest }) => ({
    ...rest,
    at: at.toISOString(),
    detail: detail === null ? {} : detailSchema.parse(JSON.parse(detail)),
  }))
  const last = entries.at(-1)
  return { entries, nextCursor: rows.length > limit && last ? encodeCursor({ i: last.id }) : null }
}

/** Everyone whom the log names. */
export const listAuditActors = (db: Db): Promise<{ id: string | null; name: string }[]> =>
  db
    .selectDistinctOn([auditEvent.actorId], { id: auditEvent.actorId, name: auditEvent.actorName })
    .from(auditEvent)
    .orderBy(auditEvent.actorId, desc(auditEvent.id))
