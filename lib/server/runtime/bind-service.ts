import 'server-only'
import type { Permission } from '@/lib/domain/permissions'
import { type Context, toJobKey } from '@/lib/server/auth/context'
import { assertMay } from '@/lib/server/platform/actor'
import { AppError } from '@/lib/server/platform/app-error'
import { inTurn } from '@/lib/server/platform/turn'
import type { BlindReader } from '@/lib/server/reviews/blind-reader'
import type { JobRef } from '@/lib/url/paths'

// A service without the context it works in, which its caller does not hold.
type Bound<F> = F extends (context: Context, ...rest: infer Rest) => infer Result
  ? (...rest: Rest) => Result
  : never

/**
 * What a service is for somebody in a blind review. refused: not in a job that is under review, which is what a service is
 * unless it says otherwise · veiled: it reads only the store, and does so as they may see it · plain: it tells nothing of
 * applicants, or is for owners who answer to one of them.
 */
type WhenBlind = 'refused' | 'veiled' | 'plain'

/** The job that a service is asked about; null where that is none. */
const findJob = (context: Context, asked: unknown) =>
  typeof asked === 'object' && asked !== null && 'jobId' in asked && 'account' in asked
    ? toJobKey(context, asked as JobRef)
    : null

/** Refuses whoever may not, before anything of the service has run. */
export const bind = <F extends (context: Context, ...rest: never[]) => unknown>(
  context: Context,
  permission: Permission,
  service: F,
  { reader, whenBlind }: { reader: BlindReader | null; whenBlind: WhenBlind },
) =>
  ((...rest: never[]) => {
    assertMay(context.actor, permission)
    const isPlain = reader === null || whenBlind === 'plain'
    const key = isPlain ? null : findJob(context, rest[0])
    if (key && reader?.isIn(key)) {
      if (whenBlind === 'refused') throw new AppError('blind_review')
      reader.assertReady(key)
    }
    return inTurn(() =>
      service(
        isPlain ? context : { ...context, db: reader.db, blind: key !== null && reader.isIn(key) },
        ...rest,
      ),
    )
  }) as Bound<F>

export type Allow = <F extends (context: Context, ...rest: never[]) => unknown>(
  permission: Permission,
  service: F,
  whenBlind?: WhenBlind,
) => Bound<F>
