'use client'

import { useChange } from '@/components/shared/use-change'
import { Button } from '@/components/ui/button'
import { LocalTime } from '@/components/shared/local-time'
import { leaveTo } from '@/components/ui/leave-to'
import { AnyProblem } from '@/components/ui/problem-note'
import type { Session } from '@/lib/contracts/people'
import { browserName } from '@/lib/domain/browser-name'
import { settings } from '@/lib/query/settings'

type Ending = 'all' | 'others' | { id: string }

const doneWords = { all: 'Signed out everywhere.', others: 'Signed out everywhere else.' }

/** Where one is signed in, each of which can be ended from here. */
export function SessionList({ sessions }: { sessions: Session[] }) {
  const { busy, problem, change } = useChange<Ending>({
    async mutationFn(ending) {
      if (ending === 'all') await settings.endAllSessions()
      else if (ending === 'others') await settings.endOtherSessions()
      else await settings.endSession(ending.id)
    },
    done: (ending) => (typeof ending === 'string' ? doneWords[ending] : 'Signed out there.'),
    onSuccess: (_, ending) => (ending === 'all' ? leaveTo('/sign-in') : undefined),
  })
  return (
    <>
      <AnyProblem problem={problem} />
      <ul className="flex flex-col divide-y divide-line">
        {sessions.map(({ id, userAgent, address, createdAt, current }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5 first:pt-0">
            <div className="min-w-0 flex-1 basis-60">
              <p className="font-medium">
                {browserName(userAgent)}
                {current ? <span className="font-normal text-good"> · this one</span> : null}
              </p>
              <p className="text-note text-muted">
                Since <LocalTime iso={createdAt} format="moment" />
                {address ? ` · ${address}` : ''}
              </p>
            </div>
            {current ? null : (
              <Button
                busy={busy}
                spinning={false}
                aria-label={`Sign out ${browserName(userAgent)}`}
                onClick={() => change({ id })}
              >
                Sign out
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        {sessions.length > 1 ? (
          <Button busy={busy} spinning={false} onClick={() => change('others')}>
            Sign out everywhere else
          </Button>
        ) : null}
        <Button busy={busy} spinning={false} onClick={() => change('all')}>
          Sign out everywhere
        </Button>
      </div>
    </>
  )
}
