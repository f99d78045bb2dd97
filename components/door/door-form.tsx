import type { ReactNode } from 'react'

type Props = { title: string; intro?: ReactNode; onSubmit: () => void; children: ReactNode }

/** A form at the door. Sent by the browser itself, before scripts run, it would go in a body and never in an address. */
export const DoorForm = ({ title, intro, onSubmit, children }: Props) => (
  <form
    method="post"
    className="flex flex-col gap-4"
    onSubmit={(event) => {
      event.preventDefault()
      onSubmit()
    }}
  >
    <div>
      <h1 className="text-title font-semibold tracking-tight">{title}</h1>
      {intro ? <p className="mt-1 text-muted">{intro}</p> : null}
    </div>
    {children}
  </form>
)
