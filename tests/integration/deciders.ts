import type { Role } from '@/lib/contracts/role'
import type { Database } from '@/lib/server/db/open-database'
import { createEventHub } from '@/lib/server/events/event-hub'
import { createServices } from '@/lib/server/runtime/services'
import { localActor } from '@/lib/server/platform/actor'
import { contextOf, type Settings } from './context-of'
import { applicant, store } from './stored-people'

/** The job that is decided about. */
export const decidedJob = { account: 'main', jobId: '4100000008' }
/** The same as an address names it. */
export const decidedRef = { account: null, jobId: decidedJob.jobId }

/** Stores people of these ids, in this order. */
export const storePeople = ({ db }: Pick<Database, 'db'>, ids: readonly string[], key = decidedJob) =>
  store(
    db,
    key,
    ids.map((id, position) =>
      applicant(id, { position, fullName: `Person ${id}`, publicIdentifier: `profile-of-${id}` }),
    ),
  )

/** What a colleague of this name may ask for; nothing of it reaches a provider. */
export function colleague(
  database: Pick<Database, 'db'>,
  name: string,
  {
    role = 'recruiter',
    timeZone = null,
    ...settings
  }: Settings & { role?: Role; timeZone?: string | null } = {},
) {
  const reach = {
    url: 'http://127.0.0.1:9',
    apiKey: 'none',
    accounts: [{ label: 'main', id: 'account-id-main-71aa' }] as const,
  }
  const actor = { ...localActor, id: name.toLowerCase(), name, role, timeZone }
  const context = contextOf(database, reach, settings)
  return createServices(context, { sandbox: null, events: createEventHub({ ...context, listen: null }) })(
    actor,
  )
}
