import type { QueryClient } from '@tanstack/react-query'
import type { Mark } from '@/lib/contracts/candidate'
import type { DecisionMark } from '@/lib/contracts/decisions'
import type { JobRef } from '@/lib/url/paths'
import { changeMarks } from './marks'

/** The mark with another decision; the same object where it has that already. */
export function withDecision(mark: Mark, decision: DecisionMark | undefined): Mark {
  if (mark.decision === decision) return mark
  const { decision: _before, ...rest } = mark
  return decision ? { ...rest, decision } : rest
}

type Shown = { ref: JobRef; decision: DecisionMark | undefined; replaced: string | null; until: number }

// An answer that was asked for before a decision was saved may come after it.
const lateMs = 10_000

/**
 * Decisions on the screen that the server's lists may not have yet: whatever is read meanwhile is shown with them.
 * @param now milliseconds
 */
export function createOverlay(client: QueryClient, now: () => number = Date.now) {
  const shown = new Map<string, Shown>()
  const keyOf = (ref: JobRef, id: string) => JSON.stringify([ref.account, ref.jobId, id])

  let changing = false

  /** Changes marks without answering to the change. */
  const change = (ref: JobRef, id: string, to: (mark: Mark) => Mark) => {
    changing = true
    try {
      changeMarks(client, ref, [id], to)
    } finally {
      changing = false
    }
  }

  const apply = () => {
    for (const [key, { ref, decision, replaced, until }] of shown) {
      if (until < now()) {
        shown.delete(key)
        continue
      }
      const [, , id] = JSON.parse(key) as [string | null, string, string]
      change(ref, id, (mark) => {
        // Saved: a decision other than the one it replaced is newer.
        const stale = until === Infinity || (mark.decision?.changeId ?? null) === replaced
        return stale ? withDecision(mark, decision) : mark
      })
    }
  }
  client.getQueryCache().subscribe((event) => {
    if (changing || shown.size === 0) return
    // Marks that a stream had read again come as a change by hand.
    if (event.type === 'added' || (event.type === 'updated' && event.action.type === 'success')) apply()
  })

  return {
    /** Shows a decision from now on. @param saved the server has it @param replaced the `changeId` of what stood before */
    show(
      ref: JobRef,
      id: string,
      decision: DecisionMark | undefined,
      { saved = false, replaced = null }: { saved?: boolean; replaced?: string | null } = {},
    ) {
      shown.set(keyOf(ref, id), { ref, decision, replaced, until: saved ? now() + lateMs : Infinity })
      change(ref, id, (mark) => withDecision(mark, decision))
    },
    /** Shows what the server says. */
    drop: (ref: JobRef, id: string) => void shown.delete(keyOf(ref, id)),
  }
}
export type Overlay = ReturnType<typeof createOverlay>
