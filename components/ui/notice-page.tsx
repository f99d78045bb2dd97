import type { ReactNode } from 'react'

/** A page that has one thing to say. */
export function NoticePage({
  title,
  children,
  actions,
}: {
  title: string
  children: ReactNode
  actions: ReactNode
}) {
  return (
    <div className="mx-auto flex min-h-full max-w-md flex-col justify-center px-6 py-16">
      <h1 className="text-title font-semibold tracking-tight">{title}</h1>
      <div className="mt-2 text-muted">{children}</div>
      <div className="mt-5 flex flex-wrap gap-2">{actions}</div>
    </div>
  )
}

export const noticeLink =
  'bg-accent text-accent-ink rounded-control text-note inline-flex h-8 items-center px-3 font-medium'
