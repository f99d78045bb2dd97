import type { ReactNode } from 'react'
import { AnyProblem } from '@/components/ui/problem-note'
import type { Problem } from '@/lib/contracts/problem'

type Props = {
  title: string
  intro?: ReactNode
  /** Why the last try did not work. */
  problem: Pick<Problem, 'title' | 'detail'> | null
  /** @param typed what a field of this name holds, '' where there is none */
  onSubmit: (typed: (name: string) => string) => void
  children: ReactNode
}

/**
 * A form at the authServices. Its fields hold their own values, so that nothing typed before scripts run is lost; sent by the
 * browser itself by then, it would go in a body and never in an address.
 */
export const AuthForm = ({ title, intro, problem, onSubmit, children }: Props) => (
  <form
    method="post"
    className="flex flex-col gap-4"
    onSubmit={(event) => {
      event.preventDefault()
      const { submitter } = event.nativeEvent as SubmitEvent
      const data = new FormData(event.currentTarget, submitter)
      onSubmit((name) => String(data.get(name) ?? ''))
    }}
  >
    <div>
      <h1 className="text-title font-semibold tracking-tight">{title}</h1>
      {intro ? <p className="mt-1 text-muted">{intro}</p> : null}
    </div>
    <AnyProblem problem={problem} />
    {children}
  </form>
)
