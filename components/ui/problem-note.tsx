import type { ReactNode } from 'react'

/** Why something did not work, where the reader pressed. */
export const ProblemNote = ({ title, children }: { title: string; children: ReactNode }) => (
  <div role="alert" className="rounded-panel border border-danger/40 bg-danger-soft px-3.5 py-2.5 text-note">
    <p className="font-medium text-danger">{title}</p>
    <p className="mt-0.5">{children}</p>
  </div>
)

/** The note of a problem, where there is one. */
export const AnyProblem = ({ problem }: { problem: { title: string; detail: string } | null }) =>
  problem ? <ProblemNote title={problem.title}>{problem.detail}</ProblemNote> : null
