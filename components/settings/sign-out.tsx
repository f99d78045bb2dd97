'use client'

import { Button } from '@/components/ui/button'
import { leaveTo } from '@/components/ui/leave-to'
import { ProblemNote } from '@/components/ui/problem-note'
import { useAttempt } from '@/components/ui/use-attempt'
import { door } from '@/lib/query/door'
import { problemOf } from '@/lib/query/http'

export function SignOut() {
  const { busy, problem, run } = useAttempt(problemOf)
  const leave = () =>
    run(async () => {
      await door.signOut()
      // A whole load: nothing of what was read stays in this tab.
      leaveTo('/sign-in')
    })
  return (
    <div className="flex flex-col items-start gap-3 border-t border-line pt-4">
      {problem ? <ProblemNote title={problem.title}>{problem.detail}</ProblemNote> : null}
      <Button busy={busy} onClick={() => void leave()}>
        Sign out
      </Button>
    </div>
  )
}
