import 'server-only'
import { type Context, toJobKey } from '@/lib/server/auth/context'
import type { JobRef } from '@/lib/url/paths'
import type { ReaderKey } from './store/visits'

/** A job as the one who asks has seen it. @throws AppError account_not_found */
export const toReaderKey = (context: Context, ref: JobRef): ReaderKey => ({
  ...toJobKey(context, ref),
  reader: context.actor.id,
})
