'use client'

import { Button } from '@/components/ui/button'
import { leaveTo } from '@/components/ui/leave-to'
import { ProblemNote } from '@/components/ui/problem-note'
import { useAttempt } from '@/components/ui/use-attempt'
import { authQueries } from '@/lib/query/auth'
import { toProblem } from '@/lib/query/http'

export function SignOut() {
  const { busy, problem, run } = useAttempt(toProblem)
  const leave = () =>
    run(async () => {
      await authQueries.signOut()
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
