import { beforeEach } from 'vitest'
import { emptyView } from '@/lib/contracts/words'
import type { Database } from '@/lib/server/db/open-database'
import { AppError } from '@/lib/server/platform/app-error'
import { colleague, decidedRef as ref, storePeople } from './deciders'

const reasons = `insert into decision_reason (id, label, folded, decision, retired_at) values
  ('rsn_far', 'Too far away', 'too far away', 'reject', null), ('rsn_old', 'Old reason', 'old reason', null, now())`

/** What a promise was refused with. */
export const refused = async (work: Promise<unknown>): Promise<AppError> => {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof AppError)) throw new Error(`not refused: ${String(error)}`)
  return error
}

/** The people who are decided about. */
export const people = ['ada', 'bo', 'cy', 'dee']

/** Two colleagues, people and reasons before every test, and what stands about these people. */
export function decisionDesk(held: { readonly database: Database }) {
  let [rita, bob] = [] as unknown as ReturnType<typeof colleague>[]
  const as = () => ({ rita: rita!, bob: bob! })
  const sql = async <T>(text: string, values: unknown[] = []) =>
    (await held.database.pool.query(text, values)).rows as T[]
  beforeEach(async () => {
    await storePeople(held.database, people)
    await sql(reasons)
    ;[rita, bob] = [colleague(held.database, 'Rita'), colleague(held.database, 'Bob')]
  })

  const marksOf = async (who = as().rita) => (await who.listCandidates(ref, emptyView, null, 200)).marks
  const decisionOf = async (id: string) => (await marksOf())[id]?.decision ?? null
  const standing = async () =>
    Object.fromEntries(
      Object.entries(await marksOf()).map(([id, { decision }]) => [id, decision?.decision ?? null]),
    )
  return { as, sql, marksOf, decisionOf, standing }
}
