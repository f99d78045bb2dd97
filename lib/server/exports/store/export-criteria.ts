import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import type { ExportedCriteria } from '@/lib/contracts/export'
import { getCriteria } from '@/lib/server/candidates/store/job-criteria'
import type { JobKey } from '@/lib/server/candidates/store/jobs'
import { criteriaResult, criterionOverrule } from '@/lib/server/db/criteria-schema'
import type { Db } from '@/lib/server/db/open-database'

/** Which criteria of their job some applicants meet, by application, each named in the order of the criteria. */
export async function readExportCriteria(
  db: Db,
  key: JobKey,
  ids: readonly string[],
): Promise<Map<string, ExportedCriteria>> {
  const criteria = (await getCriteria(db, key))?.criteria ?? []
  if (criteria.length === 0) return new Map()
  const among = (table: typeof criteriaResult | typeof criterionOverrule) =>
    and(eq(table.account, key.account), eq(table.jobId, key.jobId), inArray(table.applicationId, [...ids]))
  const results = await db
    .select({ applicationId: criteriaResult.applicationId, met: criteriaResult.met })
    .from(criteriaResult)
    .where(among(criteriaResult))
  const overrules = await db.select().from(criterionOverrule).where(among(criterionOverrule))
  return new Map(
    results.map(({ applicationId, met }) => {
      const own = overrules.filter((each) => each.applicationId === applicationId)
      const names = (isMet: boolean) =>
        criteria.filter(({ id }) => met.includes(id) === isMet).map(({ name }) => name)
      const overruled = criteria.flatMap(({ id, name }) =>
        own
          .filter(({ criterionId }) => criterionId === id)
          .map((said) => ({ criterion: name, met: said.met, reason: said.reason, by: said.byName })),
      )
      return [applicationId, { met: names(true), notMet: names(false), overruled }]
    }),
  )
}
