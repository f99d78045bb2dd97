export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger'

const shape =
  'inline-flex h-8 shrink-0 items-center justify-center gap-2 rounded-control px-3 text-note font-medium whitespace-nowrap transition-colors duration-quick disabled:opacity-50 aria-disabled:opacity-70 card:h-10'

// A border of the same colour keeps an edge where a reader forces the colours.
const variants: Record<ButtonVariant, string> = {
  primary: 'border border-accent bg-accent text-accent-ink hover:bg-accent/90',
  secondary: 'border border-line bg-panel text-ink hover:bg-soft',
  ghost: 'border border-transparent text-muted hover:bg-soft hover:text-ink',
  danger: 'border border-danger bg-panel text-danger hover:bg-soft',
}

/** The look of a button, for whatever is one: a link that leads somewhere stays a link. */
export const buttonLook = (variant: ButtonVariant = 'secondary') => `${shape} ${variants[variant]}`
