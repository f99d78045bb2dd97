import { type AnyPgColumn, foreignKey } from 'drizzle-orm/pg-core'
import { textC } from './columns'
import { job } from './schema'

/** The columns that name an application. */
export const applicationKey = () => ({
  account: textC('account').notNull(),
  jobId: textC('job_id').notNull(),
  applicationId: textC('application_id').notNull(),
})

/** Rows that go with the job they belong to. */
export const belongsToJob = (name: string, { account, jobId }: Record<'account' | 'jobId', AnyPgColumn>) =>
  foreignKey({ name, columns: [account, jobId], foreignColumns: [job.account, job.jobId] }).onDelete(
    'cascade',
  )
