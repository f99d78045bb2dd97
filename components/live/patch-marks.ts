import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { CandidatePage, Mark, MarksNow } from '@/lib/contracts/candidate'
import type { View } from '@/lib/contracts/view'
import { personCalls } from '@/lib/query/person-calls'
import { keys } from '@/lib/query/options'
import type { JobRef } from '@/lib/url/paths'

type Pages = InfiniteData<CandidatePage>
type ShownMark = Mark & { leftView?: true }

const atOnce = 100

/** The page with the marks of these people as they are now; the same object where it has none of them. */
export function patchPage(
  page: CandidatePage,
  asked: ReadonlySet<string>,
  { marks, matching }: MarksNow,
): CandidatePage {
  const here = page.items.filter(({ applicationId }) => asked.has(applicationId))
  if (here.length === 0) return page
  const patched: Record<string, ShownMark> = { ...page.marks }
  for (const { applicationId } of here) {
    const mark: ShownMark = { ...marks[applicationId] }
    if (!matching.includes(applicationId)) mark.leftView = true
    patched[applicationId] = mark
  }
  return { ...page, marks: patched }
}

const isPages = (data: unknown): data is Pages => typeof data === 'object' && data !== null && 'pages' in data

/**
 * Reads marks of people again who are loaded in this browser, and changes them in place: no row moves. Those who do not
 * match the view on screen any more stay there, marked. Views off screen are read again when they are shown.
 * @param ids null for everyone on screen
 */
export async function refreshMarks(
  client: QueryClient,
  ref: JobRef,
  ids: ReadonlySet<string> | null,
): Promise<void> {
  const queries = client.getQueryCache().findAll({ queryKey: keys.candidates(ref) })
  const onScreen = queries.find((query) => query.isActive())
  const data = onScreen?.state.data
  for (const query of queries) if (query !== onScreen) query.invalidate()
  if (!onScreen || !isPages(data)) return
  const loaded = data.pages.flatMap(({ items }) => items.map(({ applicationId }) => applicationId))
  const wanted = [...new Set(loaded)].filter((id) => ids === null || ids.has(id))
  const view = onScreen.queryKey[keys.candidates(ref).length] as View
  for (let from = 0; from < wanted.length; from += atOnce) {
    const asked = wanted.slice(from, from + atOnce)
    const now = await personCalls.marks(ref, asked, view)
    const set = new Set(asked)
    client.setQueryData<Pages>(
      onScreen.queryKey,
      (pages) => pages && { ...pages, pages: pages.pages.map((page) => patchPage(page, set, now)) },
      // Its rows are as old as they were.
      { updatedAt: onScreen.state.dataUpdatedAt },
    )
    for (const id of asked) void client.invalidateQueries({ queryKey: keys.candidate(ref, id) })
  }
  void client.invalidateQueries({ queryKey: keys.facets(ref) })
}
