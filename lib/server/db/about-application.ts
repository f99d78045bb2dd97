import { and, eq, type SQL } from 'drizzle-orm'
import {
  type AnyPgColumn,
  foreignKey,
  type PgColumn,
  type PgColumnBuilderBase,
  pgTable,
  type PgTable,
  type PgTableExtraConfigValue,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core'
import { textC, time } from './columns'
import { aboutCandidate, job } from './schema'

/** The columns that name an application. */
export const applicationKey = () => ({
  account: textC('account').notNull(),
  jobId: textC('job_id').notNull(),
  applicationId: textC('application_id').notNull(),
})

/** One applicant of a job. */
export type PersonKey = { account: string; jobId: string; applicationId: string }

export type PersonTable = PgTable & Record<keyof PersonKey, PgColumn>

/** The rows of a table that are about an applicant. */
export const aboutApplicant = (table: PersonTable, key: PersonKey): SQL | undefined =>
  and(eq(table.account, key.account), eq(table.jobId, key.jobId), eq(table.applicationId, key.applicationId))

/** Who said something, and when. */
export const saidBy = () => ({
  by: textC('by').notNull(),
  byName: text('by_name').notNull(),
  at: time('at').notNull(),
})

/** Rows that go with the job they belong to. */
export const belongsToJob = (name: string, { account, jobId }: Record<'account' | 'jobId', AnyPgColumn>) =>
  foreignKey({ name, columns: [account, jobId], foreignColumns: [job.account, job.jobId] }).onDelete(
    'cascade',
  )

type Key = ReturnType<typeof applicationKey>

/** A table with one row about an applicant at most, which goes with them. @param indexes beside its key */
export const onePerApplicant = <Name extends string, Columns extends Record<string, PgColumnBuilderBase>>(
  name: Name,
  columns: Columns,
  indexes: (table: Record<keyof (Key & Columns), AnyPgColumn>) => PgTableExtraConfigValue[] = () => [],
) =>
  pgTable(name, { ...applicationKey(), ...columns } as Key & Columns, (table) => {
    const built = table as unknown as Record<keyof (Key & Columns), AnyPgColumn>
    return [
      primaryKey({ columns: [built.account, built.jobId, built.applicationId] }),
      ...indexes(built),
      aboutCandidate(`${name}_candidate`, built),
    ]
  })
