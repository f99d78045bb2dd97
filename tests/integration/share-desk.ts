import { beforeEach } from 'vitest'
import { newShareLink, type ShareLinkRequest } from '@/lib/contracts/share-link'
import type { Database } from '@/lib/server/db/open-database'
import { createLimits } from '@/lib/server/auth/limits'
import { httpDesk } from './http-desk'
import { linkRequest, markedPeople, sharedJob } from './shared-people'
import { store } from './stored-people'

/** The cookie that an answer sets, as a browser sends it back. */
export const cookieOf = (headers: Headers) => headers.get('set-cookie')?.split(';')[0] ?? ''

/** A desk with rate limits, whose store holds the shared people before every test. */
export function shareDesk(held: { readonly database: Database }) {
  const desk = httpDesk(held, () => ({ limits: createLimits(held.database.pool) }))
  beforeEach(async () => {
    await store(held.database.db, sharedJob, markedPeople())
  })
  const sql = (text: string, values: unknown[] = []) => held.database.pool.query(text, values)
  return {
    desk,
    sql,
    make: (overrides: Partial<ShareLinkRequest> = {}) =>
      desk.read(newShareLink, '/api/share-links', { method: 'POST', body: linkRequest(overrides) }),
    /** The audited actions, oldest first. */
    audited: async () =>
      (await sql('select action from audit_event order by id')).rows.map(({ action }) => action as string),
  }
}
