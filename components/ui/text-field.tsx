import { type ComponentProps, type ReactNode, type Ref, useId } from 'react'
import { fieldLook } from './field-look'

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
        className={`${fieldLook} w-full`}
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
