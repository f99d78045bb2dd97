'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { getCommand } from '@/components/shared/commands'
import { useRecordField } from '@/components/shared/record-fields'
import { Bdi } from '@/components/shared/text'
import { fieldLook } from '@/components/ui/field-look'
import { AnyProblem } from '@/components/ui/problem-note'
import type { TagMark } from '@/lib/contracts/decisions'
import { maxTagLength } from '@/lib/contracts/tags'
import { foldText } from '@/lib/domain/search'
import { noteCalls, noteKeys } from '@/lib/query/notes'
import type { JobRef } from '@/lib/url/paths'
import { TagDot } from '@/components/shared/tag-dot'
import { useMarkWrite } from './use-record'

type Props = { jobRef: JobRef; applicationId: string; tags: readonly TagMark[]; mayTag: boolean }
type Choice = { key: string; text: string; label: string; colour: string | null }

const maxChoices = 8

/** What typing offers: tags that have it in their name, and a new one of that name. */
function toChoices(typed: string, team: readonly TagMark[], tags: readonly TagMark[]): Choice[] {
  const folded = foldText(typed.trim())
  const open = team.filter(
    ({ id, name }) => !tags.some((tag) => tag.id === id) && foldText(name).includes(folded),
  )
  const known = [...team, ...tags].some(({ name }) => foldText(name) === folded)
  const choices = open
    .slice(0, maxChoices)
    .map(({ id, name, colour }): Choice => ({ key: id, text: id, label: name, colour }))
  return folded === '' || known
    ? choices
    : [...choices, { key: 'new', text: typed.trim(), label: `Create “${typed.trim()}”`, colour: null }]
}

type OptionsProps = {
  id: string
  choices: readonly Choice[]
  active: number
  onChoose: (choice: Choice) => void
}

const TagOptions = ({ id, choices, active, onChoose }: OptionsProps) => (
  <ul
    id={`${id}-list`}
    role="listbox"
    aria-label="Tags to add"
    className="absolute inset-x-0 top-full z-20 mt-1 rounded-panel border border-line bg-panel p-1 shadow-float"
  >
    {choices.map((choice, at) => (
      <li
        key={choice.key}
        id={`${id}-${at}`}
        role="option"
        aria-selected={at === active}
        // A press must not take the focus from the field.
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => onChoose(choice)}
        className="flex min-h-8 cursor-default items-center gap-2 rounded-control px-2 aria-selected:bg-soft"
      >
        {choice.colour === null ? null : <TagDot colour={choice.colour} />}
        <Bdi>{choice.label}</Bdi>
      </li>
    ))}
  </ul>
)

type ChipsProps = { tags: readonly TagMark[]; onRemove: ((id: string) => void) | null }

function TagChips({ tags, onRemove }: ChipsProps) {
  if (tags.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-1">
      {tags.map(({ id, name, colour }) => (
        <li
          key={id}
          className="inline-flex min-h-6 max-w-full items-center gap-1.5 rounded-full border border-line bg-panel px-2"
        >
          <TagDot colour={colour} />
          <span title={name} className="truncate">
            <Bdi>{name}</Bdi>
          </span>
          {onRemove ? (
            <button
              type="button"
              aria-label={`Remove tag ${name}`}
              onClick={() => onRemove(id)}
              className="-me-1.5 grid size-6 shrink-0 place-items-center rounded-full text-muted hover:text-ink"
            >
              <X aria-hidden className="size-3.5" />
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

/** The tags of somebody: type to find or make one, arrows and Enter to choose, Backspace to take the last away. */
export function TagEditor({ jobRef, applicationId, tags, mayTag }: Props) {
  const id = useId()
  const client = useQueryClient()
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const fieldRef = useRecordField('tag', applicationId)
  const { data } = useQuery({
    queryKey: noteKeys.tags,
    queryFn: ({ signal }) => noteCalls.tags(signal),
    enabled: mayTag && open,
    staleTime: 60_000,
  })
  const { isPending, problem, write } = useMarkWrite(
    { jobRef, applicationId },
    'tags',
    noteCalls.setTags,
    () => void client.invalidateQueries({ queryKey: noteKeys.tags }),
  )
  const choices = toChoices(typed, data?.items ?? [], tags)
  const ids = tags.map((tag) => tag.id)
  const add = (choice: Choice | undefined) => {
    if (!choice) return
    write([...ids, choice.text])
    setTyped('')
    setActive(0)
    // Open again at the next letter: until then Escape leads back to the row.
    setOpen(false)
  }
  const remove = (tagId: string) => write(ids.filter((each) => each !== tagId))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const last = choices.length - 1
    if (event.key === 'ArrowDown') setActive(Math.min(active + 1, last))
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0))
    else if (event.key === 'Enter') add(choices[active])
    else if (event.key === 'Escape' && open && choices.length > 0) setOpen(false)
    else if (event.key === 'Escape' && getCommand('back')) getCommand('back')?.()
    else {
      if (event.key === 'Backspace' && typed === '' && ids.length > 0) remove(ids.at(-1)!)
      return
    }
    event.preventDefault()
    event.stopPropagation()
    if (event.key !== 'Escape') setOpen(true)
  }
  const shown = open && choices.length > 0
  return (
    <section aria-label="Tags" className="flex flex-col gap-1.5 text-note">
      <h2 className="text-small font-semibold text-muted">Tags</h2>
      <TagChips tags={tags} onRemove={mayTag ? remove : null} />
      <AnyProblem problem={problem} />
      {mayTag ? (
        <div className="relative">
          <input
            ref={fieldRef}
            role="combobox"
            aria-label="Add a tag"
            aria-expanded={shown}
            aria-controls={shown ? `${id}-list` : undefined}
            aria-autocomplete="list"
            aria-activedescendant={shown ? `${id}-${active}` : undefined}
            aria-busy={isPending || undefined}
            autoComplete="off"
            placeholder="Add a tag"
            maxLength={maxTagLength}
            value={typed}
            onFocus={() => setOpen(true)}
            onBlur={() => setOpen(false)}
            onChange={({ target }) => {
              setTyped(target.value)
              setActive(0)
              setOpen(true)
            }}
            onKeyDown={onKeyDown}
            className={`${fieldLook} w-full`}
          />
          {/* Only while it offers something: a list that is there is an open one, and has the keys of the page. */}
          {shown ? <TagOptions id={id} choices={choices} active={active} onChoose={add} /> : null}
        </div>
      ) : null}
    </section>
  )
}
