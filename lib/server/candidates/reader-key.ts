import 'server-only'
import { toReaderDay } from '@/lib/domain/reader-day'
import { type Context, toJobKey } from '@/lib/server/auth/context'
import type { JobRef } from '@/lib/url/paths'
import type { JobKey } from './store/jobs'
import type { ReaderKey } from './store/visits'

/** A job as the one who asks has seen it, on the day it is for them. */
export const withReader = (context: Context, key: JobKey): ReaderKey => ({
  ...{ account: key.account, jobId: key.jobId, reader: context.actor.id },
  today: toReaderDay(context.now(), context.actor.timeZone ?? null),
})

/** The same of a job that an address names. @throws AppError account_not_found */
export const toReaderKey = (context: Context, ref: JobRef): ReaderKey =>
  withReader(context, toJobKey(context, ref))
