import { type ComponentProps, type ReactNode, type Ref, useId } from 'react'

type Props = ComponentProps<'input'> & {
  label: string
  hint?: ReactNode
  /** What is wrong with it, in words. */
  wrong?: string | null
  ref?: Ref<HTMLInputElement>
}

/** A text that is typed, with its name above and what helps or is wrong below. */
export function TextField({ label, hint, wrong = null, className = '', ...rest }: Props) {
  const id = useId()
  const note = wrong ?? hint
  return (
    <div className={`flex min-w-0 flex-col gap-1 ${className}`}>
      <label htmlFor={id} className="text-note font-medium">
        {label}
      </label>
      <input
        {...rest}
        id={id}
        aria-invalid={wrong !== null || undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        className="h-9 w-full min-w-0 rounded-control border border-edge bg-panel px-3 placeholder:text-faint read-only:bg-soft read-only:text-muted aria-invalid:border-danger"
      />
      {note ? (
        <p
          id={`${id}-note`}
          role={wrong === null ? undefined : 'alert'}
          className={`text-note ${wrong === null ? 'text-muted' : 'text-danger'}`}
        >
          {note}
        </p>
      ) : null}
    </div>
  )
}
