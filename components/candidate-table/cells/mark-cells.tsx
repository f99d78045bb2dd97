import { TagDot } from '@/components/shared/tag-dot'
import { Bdi } from '@/components/shared/text'
import { WrittenDay } from '@/components/shared/written-day'
import { Check } from '@/components/ui/icons'
import { criteriaText, everyMust } from '@/lib/domain/criteria-counts'
import { noteLine } from '@/lib/domain/note-line'
import type { CellProps } from './cell'

/** The tags of a person: as many as there is room for, all of them on a pointer's stay. */
export function TagsCell({ candidate: { tags = [] } }: CellProps) {
  if (tags.length === 0) return null
  return (
    <ul
      title={tags.map(({ name }) => name).join(', ')}
      className="flex min-w-0 gap-1 overflow-hidden text-small"
    >
      {tags.map(({ id, name, colour }) => (
        <li
          key={id}
          className="inline-flex min-h-5 max-w-full shrink-0 items-center gap-1 rounded-full border border-line px-1.5"
        >
          <TagDot colour={colour} />
          <span className="truncate">
            <Bdi>{name}</Bdi>
          </span>
        </li>
      ))}
    </ul>
  )
}

// The counts, then a column of its own for each criterion: the same for header and cells.
const criteriaColumns =
  'grid min-w-0 flex-1 auto-cols-[minmax(0,4.625rem)] grid-flow-col grid-cols-[minmax(0,1fr)] items-center gap-x-1.5'

const eachOf = (names: readonly string[]) => names.filter((name) => name !== everyMust)

/** The names of the job's criteria, each over its own column. */
export const CriteriaHeader = ({ label, names }: { label: string; names: readonly string[] }) => (
  <span className={criteriaColumns}>
    <span className="truncate">{label}</span>
    {eachOf(names).map((name) => (
      <span key={name} title={name} className="truncate font-normal">
        <Bdi>{name}</Bdi>
      </span>
    ))}
  </span>
)

/** How many of the job's criteria a person meets, of each kind by itself, and which. */
export function CriteriaCell({ candidate: { criteria }, meta }: CellProps) {
  if (!criteria) return null
  const { met } = criteria
  return (
    <span className={criteriaColumns}>
      <span className="truncate tabular-nums">{criteriaText(criteria)}</span>
      {met &&
        eachOf(meta.criteria).map((name) => {
          const stands = met.includes(name)
          const label = `${name}: ${stands ? 'met' : 'not met'}`
          return (
            <span key={name} role="img" aria-label={label} title={label} className="text-muted">
              {stands ? <Check className="size-4 text-accent" /> : '–'}
            </span>
          )
        })}
    </span>
  )
}

/** The newest note on a person, and who wrote it. */
export function NoteCell({ candidate: { notes } }: CellProps) {
  if (!notes) return null
  const { text, by } = notes.latest
  const line = noteLine(text)
  return (
    <span title={`${by.name}: ${line}`} className="block min-w-0 compact:flex compact:gap-2">
      <span dir="auto" className="block truncate text-left">
        {line}
      </span>
      <span className="block truncate text-small text-muted compact:shrink-0">
        <Bdi>{by.name}</Bdi>
        {notes.count > 1 ? ` · ${notes.count} notes` : null}
      </span>
    </span>
  )
}

/** What is to be done next about a person, when and by whom. */
export function NextActionCell({ candidate: { nextAction } }: CellProps) {
  if (!nextAction) return null
  const { text, dueOn, assignee } = nextAction
  return (
    <span title={text} className="block min-w-0 compact:flex compact:gap-2">
      <span dir="auto" className="block truncate text-left">
        {text}
      </span>
      <span className="block truncate text-small text-muted empty:hidden compact:shrink-0">
        {dueOn === null ? null : <WrittenDay day={dueOn} />}
        {dueOn !== null && assignee ? ' · ' : null}
        {assignee ? <Bdi>{assignee.name}</Bdi> : null}
      </span>
    </span>
  )
}
