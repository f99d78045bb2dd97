import 'server-only'
import type { CheckedPeople, MatrixCell } from '@/lib/domain/criteria-matrix'
import { type Context, type JobKey, toJobKey } from '@/lib/server/auth/context'
import { getCriteria } from '@/lib/server/candidates/store/job-criteria'
import type { Db } from '@/lib/server/db/open-database'
import * as store from '@/lib/server/reviews/store/criteria'
import type { JobRef } from '@/lib/url/paths'

/** Which criteria of a job some of its people meet, and what members said against the rules. */
export async function readChecks(
  db: Db,
  key: JobKey,
  applicationIds: readonly string[],
): Promise<CheckedPeople> {
  const criteria = (await getCriteria(db, key))?.criteria ?? []
  if (criteria.length === 0) return { criteria, cells: new Map() }
  const results = await store.listResults(db, key, applicationIds)
  const overrules = await store.listOverrulesOf(db, key, applicationIds)
  const cells = new Map(
    results.map(({ applicationId, met }) => {
      const own = overrules.filter((each) => each.applicationId === applicationId)
      const checked = criteria.map(({ id }): [string, MatrixCell] => {
        const said = own.find(({ criterionId }) => criterionId === id)
        const overruled = said ? { by: said.byName, reason: said.reason } : null
        return [id, { met: met.includes(id), overruled }]
      })
      return [applicationId, new Map(checked)]
    }),
  )
  return { criteria, cells }
}

/** The same for whoever asks. @throws AppError account_not_found */
export const checkPeople = (
  context: Context,
  ref: JobRef,
  applicationIds: readonly string[],
): Promise<CheckedPeople> => readChecks(context.db, toJobKey(context, ref), applicationIds)
