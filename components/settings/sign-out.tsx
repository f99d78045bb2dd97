'use client'

import { useWrite } from '@/components/shared/use-write'
import { Button } from '@/components/ui/button'
import { leaveTo } from '@/components/ui/leave-to'
import { AnyProblem } from '@/components/ui/problem-note'
import { authQueries } from '@/lib/query/auth'

export function SignOut() {
  const { write, isPending, problem } = useWrite({
    mutationFn: authQueries.signOut,
    // A whole load: nothing of what was read stays in this tab.
    onSuccess: () => leaveTo('/sign-in'),
  })
  return (
    <div className="flex flex-col items-start gap-3 border-t border-line pt-4">
      <AnyProblem problem={problem} />
      <Button busy={isPending} onClick={() => write()}>
        Sign out
      </Button>
    </div>
  )
}
