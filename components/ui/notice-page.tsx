import type { ReactNode } from 'react'

type Props = { title: string; children: ReactNode; actions: ReactNode }

/** A page that has one thing to say. */
export function NoticePage({ title, children, actions }: Props) {
  return (
    <div className="mx-auto flex min-h-full max-w-md flex-col justify-center px-6 pt-10 pb-24">
      <h1 className="text-title font-semibold tracking-tight">{title}</h1>
      <div className="mt-2 text-muted">{children}</div>
      <div className="mt-5 flex flex-wrap gap-2">{actions}</div>
    </div>
  )
}
