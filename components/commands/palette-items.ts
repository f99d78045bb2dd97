'use client'

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { getCommand } from '@/components/shared/commands'
import { useReader } from '@/components/shared/reader'
import { commandLabels } from '@/lib/domain/command-labels'
import { type Command, commandIds, commands, keysOf } from '@/lib/domain/commands'
import { displayName } from '@/lib/domain/current-role'
import { may } from '@/lib/domain/permissions'
import { foldSearch, searchTerms } from '@/lib/domain/search'
import { emptyView } from '@/lib/contracts/words'
import { bff } from '@/lib/query/bff'
import { candidatesQuery } from '@/lib/query/options'
import { jobCalls, jobsQuery } from '@/lib/query/jobs'
import { savedViewCalls } from '@/lib/query/saved-view-calls'
import { savedViewsQuery } from '@/lib/query/saved-views'
import { everyonePath, savedViewPath } from '@/lib/url/opening-view'
import { peoplePath } from '@/lib/url/people'
import { candidatePath, jobPath, type JobRef } from '@/lib/url/paths'
import { fairnessPath } from '@/lib/url/job-pages'

export type PaletteItem = {
  /** Tells it apart, and stays the same from one day to the next. */
  key: string
  label: string
  /** What tells it from others of the same label. */
  detail: string
  keys: string
  run: () => void
}
export type PaletteGroup = { name: string; items: PaletteItem[] }

const fewest = 2
const people = 8

const matches = (terms: readonly string[], ...texts: string[]) => {
  const folded = foldSearch(texts.join(' '))
  return terms.every((term) => folded.includes(term))
}

/** The commands that can be run now and by this reader. */
function useCommandItems(terms: readonly string[]): PaletteItem[] {
  const { role, keys: settings } = useReader()
  return commandIds.flatMap((id) => {
    const command: Command = commands[id]
    const run = command.unlisted || !may(role, command.needs) ? undefined : getCommand(id)
    const label = commandLabels[id]
    if (!run || !matches(terms, label)) return []
    return [{ key: `command ${id}`, label, detail: '', keys: keysOf(id, settings), run }]
  })
}

function useJobItems(text: string, defaultAccount: string): PaletteItem[] {
  const router = useRouter()
  const { data } = useInfiniteQuery({
    ...jobsQuery(text, (cursor, signal) => jobCalls.jobs(text, cursor, signal)),
    placeholderData: keepPreviousData,
  })
  return (data?.pages[0]?.items ?? []).slice(0, people).map(({ jobId, account, label }) => {
    const ref: JobRef = { jobId, account: account === defaultAccount ? null : account }
    return {
      key: `job ${account} ${jobId}`,
      label: label ?? `Job ${jobId}`,
      detail: label === null ? '' : jobId,
      keys: '',
      run: () => router.push(jobPath(ref)),
    }
  })
}

/** The pages that have no command of their own. */
function usePageItems(terms: readonly string[], job: JobRef | null): PaletteItem[] {
  const router = useRouter()
  const pages = [
    ...(job === null ? [] : [{ label: 'Fairness of this job', path: fairnessPath(job) }]),
    { label: 'How Shortlist works', path: '/settings/how-it-works' },
  ]
  return pages
    .filter(({ label }) => matches(terms, label))
    .map(({ label, path }) => ({
      ...{ key: `page ${label}`, label, detail: '', keys: '' },
      run: () => router.push(path),
    }))
}

/** The saved views of the job, and everyone: a default may have opened instead. */
function useViewItems(terms: readonly string[], job: JobRef | null): PaletteItem[] {
  const router = useRouter()
  const ref = job ?? { jobId: '', account: null }
  const { data } = useQuery({
    ...savedViewsQuery(ref, (signal) => savedViewCalls.list(ref, signal)),
    enabled: job !== null,
  })
  const views = job === null ? [] : (data?.items ?? [])
  if (views.length === 0) return []
  const items = views.map((view) => ({
    key: `view ${view.id}`,
    label: view.name,
    detail: view.team ? 'Team’s view' : 'My view',
    keys: '',
    run: () => router.push(savedViewPath(ref, view)),
  }))
  const all = { key: 'view all', label: 'Everyone', detail: '', keys: '' }
  return [{ ...all, run: () => router.push(everyonePath(ref)) }, ...items].filter(({ label }) =>
    matches(terms, label),
  )
}

function usePersonItems(text: string, job: JobRef | null): PaletteItem[] {
  const router = useRouter()
  const ref = job ?? { jobId: '', account: null }
  const view = { ...emptyView, q: text }
  const enabled = job !== null && text.length >= fewest
  const { data } = useQuery({
    queryKey: [...candidatesQuery(ref, view, null, () => Promise.reject(new Error())).queryKey, 'palette'],
    queryFn: ({ signal }) => bff.candidates(ref, view, null, people, signal),
    enabled,
    placeholderData: keepPreviousData,
  })
  if (!enabled) return []
  return (data?.items ?? []).map((person) => ({
    key: `person ${person.applicationId}`,
    label: displayName(person),
    detail: person.headline ?? '',
    keys: '',
    run: () => router.push(candidatePath(ref, person.applicationId)),
  }))
}

/** Everyone stored whom the text finds, in whatever job. */
function useEveryoneItem(text: string): PaletteItem[] {
  const router = useRouter()
  if (text.length < fewest) return []
  const run = () => router.push(peoplePath(text))
  return [{ key: 'people', label: `Search everyone stored for “${text}”`, detail: 'Free', keys: '', run }]
}

/**
 * What the palette offers for a text, in groups.
 * @param job the job whose page this is; null on other pages
 * @param recent the keys of what was chosen last, newest first
 */
export function usePaletteGroups(
  text: string,
  job: JobRef | null,
  defaultAccount: string,
  recent: readonly string[],
): PaletteGroup[] {
  const terms = searchTerms(text)
  const pageItems = usePageItems(terms, job)
  const commandItems = useCommandItems(terms)
  const jobItems = useJobItems(text, defaultAccount)
  const personItems = usePersonItems(text, job)
  const viewItems = useViewItems(terms, job)
  const everyoneItem = useEveryoneItem(text.trim())
  const known = [...commandItems, ...jobItems, ...pageItems]
  // A text is looked for in everything; without one, what was used last is likely to be meant again.
  const again = text === '' ? recent.flatMap((key) => known.find((item) => item.key === key) ?? []) : []
  const rest = (items: PaletteItem[]) => items.filter((item) => !again.includes(item))
  return [
    { name: 'Recent', items: again },
    { name: 'People in this job', items: personItems },
    { name: 'Views of this job', items: viewItems },
    { name: 'Jobs', items: rest(jobItems) },
    { name: 'Commands', items: rest(commandItems) },
    { name: 'Pages', items: rest(pageItems) },
    { name: 'All jobs', items: everyoneItem },
  ].filter(({ items }) => items.length > 0)
}
