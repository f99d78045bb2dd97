type Props<T extends string | number> = {
  legend: string
  value: T
  options: readonly { value: T; label: string }[]
  onChange: (value: T) => void
}

/** A few options of which one is chosen, side by side. */
export function OptionGroup<T extends string | number>({ legend, value, options, onChange }: Props<T>) {
  return (
    <fieldset className="flex flex-wrap items-center gap-1.5">
      <legend className="float-start me-auto w-20 text-note text-muted">{legend}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className="flex h-7 cursor-pointer items-center rounded-control border border-line px-2 text-note has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name={legend}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="sr-only"
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
