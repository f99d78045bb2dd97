import 'server-only'
import type { AuditEntry, AuditFilter, AuditPage } from '@/lib/contracts/audit'
import * as log from '@/lib/server/audit/store/audit'
import type { Context } from '@/lib/server/auth/context'
import { withCursor } from '@/lib/server/platform/paging'

export type AuditDetail = log.AuditRecord['detail']
type Noted = {
  subject?: string | null
  detail?: AuditDetail
}

/**
 * Writes down what the one who asks has done. In a transaction of its own unless given one.
 * @param action `what.happened`, such as `role.changed`
 */
export async function audit(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  action: string,
  { subject = null, detail = null }: Noted = {},
): Promise<void> {
  const { id: actorId, name: actorName, address } = actor
  await log.recordAudit(db, { action, actorId, actorName, subject, detail, address })
}

/** Does something and notes it, both or neither. @param work is given a context whose store is one transaction */
export const inOneStep = <T>(context: Context, work: (context: Context) => Promise<T>): Promise<T> =>
  context.db.transaction((db) => work({ ...context, db }))

/** A page of the audit log, newest first. @throws AppError bad_cursor */
export async function listAudit(
  context: Context,
  { filter, cursor, limit }: { filter: AuditFilter; cursor: string | null; limit: number },
): Promise<AuditPage> {
  const [page, actors] = await Promise.all([
    withCursor(() => log.listAudit(context.db, { filter, cursor, limit })),
    log.listAuditActors(context.db),
  ])
  return { ...page, actors }
}

/** Every entry of a filter, newest first, read as they are taken. */
export async function* everyAudit(context: Context, filter: AuditFilter): AsyncGenerator<AuditEntry> {
  await audit(context, 'export.audit')
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof log.listAudit>> = await log.listAudit(context.db, {
      ...{ filter, cursor, limit: 500 },
    })
    yield* page.entries
    cursor = page.nextCursor
  } while (cursor !== null)
}
