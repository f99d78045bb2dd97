import { type ReactNode, useId } from 'react'

type Props = { title: string; intro?: ReactNode; children: ReactNode }

/** A part of a page that has a name and stands by itself. */
export function Panel({ title, intro, children }: Props) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="rounded-panel border border-line bg-panel">
      <div className="border-b border-line px-4 py-3">
        <h2 id={id} className="font-semibold">
          {title}
        </h2>
        {intro ? <p className="mt-0.5 text-note text-muted">{intro}</p> : null}
      </div>
      <div className="flex flex-col gap-4 p-4">{children}</div>
    </section>
  )
}
