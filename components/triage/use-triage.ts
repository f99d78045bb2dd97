'use client'

import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useMay } from '@/components/shared/reader'
import type { ChosenReason } from '@/components/shared/reason-fields'
import { useDecide, useDecisionQueue, useDecisionState } from '@/components/shared/use-decide'
import { announce } from '@/components/ui/announcer'
import { decidedWords, type Decision } from '@/lib/contracts/decision-words'
import type { Problem } from '@/lib/contracts/problem'
import type { TriagePerson } from '@/lib/contracts/triage'
import type { View } from '@/lib/contracts/view'
import { displayName } from '@/lib/domain/current-role'
import { countLeft, currentId } from '@/lib/domain/triage-pass'
import type { DecisionQueue } from '@/lib/query/decision-queue'
import { decisionCalls } from '@/lib/query/decisions'
import { toProblem } from '@/lib/query/http'
import { triageCalls, triagePersonQuery } from '@/lib/query/triage'
import { type JobRef, triagePath, withSavedView } from '@/lib/url/paths'
import { viewToSearch } from '@/lib/url/view'
import { PassStore } from './pass-store'
import { leaveHolder, takeHolder } from './tab-storage'
import { useDecisionNews } from './use-decision-news'
import { useShownTime } from './use-shown-time'
import { useTriageNews } from './use-triage-news'

export type TriageProps = {
  jobRef: JobRef
  view: View
  /** The id of the saved view that it began from. */
  savedView: string | null
  first: TriagePerson | null
}

/** Something that went wrong about somebody, until the reader goes on. */
export type Refusal = { applicationId: string; problem: Problem }

/**
 * Whom the address names. Back from another page brings what the server gave for an earlier address, which may be
 * somebody else.
 */
function findWanted(): string | null {
  return typeof window === 'undefined' ? null : new URLSearchParams(window.location.search).get('at')
}

function createPass(props: TriageProps, client: QueryClient, queue: DecisionQueue) {
  const { jobRef, view } = props
  const wanted = findWanted()
  const isFirst = wanted === null || wanted === props.first?.candidate.applicationId
  const first = isFirst ? props.first : null
  const search = viewToSearch(view)
  const holder = takeHolder()
  const query = (id: string) => triagePersonQuery(jobRef, id, view)
  const onPerson = (person: TriagePerson) =>
    void client.setQueryData(query(person.candidate.applicationId).queryKey, person)
  if (first) onPerson(first)
  const store = new PassStore({
    calls: {
      next: (request) => triageCalls.next(jobRef, request),
      takeOver: (id) => triageCalls.claim(jobRef, id, { holder, takeOver: true }),
      person: (id) => client.fetchQuery(query(id)),
      release: () => triageCalls.release(jobRef, holder),
      isSaving: (id) => queue.isSaving(jobRef, id),
    },
    id: `${jobRef.account ?? ''}/${jobRef.jobId}${search}`,
    ...{ holder, view: search, first, onPerson },
    secondLook: view.decision.some((each) => each !== 'none'),
  })
  return { store, holder, search, wanted: isFirst ? null : wanted }
}

const activities = ['keydown', 'pointerdown', 'wheel']

/**
 * Takes what the page needs while it is there, and gives it back when it is left.
 * @param wanted who is to be shown first
 */
function useLifetime(
  { store, holder, wanted }: ReturnType<typeof createPass>,
  open: (applicationId: string) => void,
) {
  useEffect(() => {
    const leave = () => {
      leaveHolder(holder)
      store.leave()
    }
    const enter = () => {
      leaveHolder(null)
      store.enter()
    }
    enter()
    if (wanted !== null) open(wanted)
    window.addEventListener('pagehide', leave)
    window.addEventListener('pageshow', enter)
    for (const activity of activities) window.addEventListener(activity, store.renew, { passive: true })
    return () => {
      leave()
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('pageshow', enter)
      for (const activity of activities) window.removeEventListener(activity, store.renew)
    }
  }, [store, holder, wanted, open])
}

/** Says what was done, and who is on screen by now. */
function sayNext(store: PassStore, what: string): void {
  const { pass } = store.getSnapshot()
  const id = currentId(pass)
  const person = id === null ? undefined : pass.people[id]
  announce([what, person ? `${displayName(person.candidate)}.` : ''].join(' ').trim())
}

/** Triage of a view: who is on screen, and everything that can be done about them. */
export function useTriage(props: TriageProps) {
  const { jobRef, view, savedView } = props
  const client = useQueryClient()
  const queue = useDecisionQueue()
  const { undoable } = useDecisionState()
  const { decide: send, suggest, undo: sendUndo } = useDecide(jobRef)
  const mayDecide = useMay('decide')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [created] = useState(() => createPass(props, client, queue))
  const { store, search } = created
  const state = useSyncExternalStore(store.subscribe, store.getSnapshot, store.getServerSnapshot)
  const { pass } = state
  const id = currentId(pass)
  const shownMs = useShownTime(id)
  useDecisionNews(jobRef, store)
  const onNews = useTriageNews(jobRef, view, store)

  // Not while somebody may still be on the way.
  const isKnown = id !== null || (pass.counts !== null && !state.waiting)
  // The address names who is shown: loaded again, or copied, it shows them.
  useLayoutEffect(() => {
    if (!isKnown) return
    const path = withSavedView(triagePath(jobRef, view, id), savedView)
    if (path === window.location.pathname + window.location.search) return
    // With the router's own state, which keeps the router out of it: it would draw the page again for every key, and give
    // up a navigation under way, such as the one back to the list.
    window.history.replaceState(window.history.state, '', path)
  }, [jobRef, view, savedView, id, isKnown])

  const fail = useCallback(
    (applicationId: string) => (error: unknown) => setRefusal({ applicationId, problem: toProblem(error) }),
    [],
  )
  const open = useCallback(
    (applicationId: string) => void store.open(applicationId).catch(fail(applicationId)),
    [store, fail],
  )
  useLifetime(created, open)
  const decide = useCallback(
    (decision: Decision, chosen?: ChosenReason) => {
      const applicationId = currentId(store.getSnapshot().pass)
      if (applicationId === null) return
      setRefusal(null)
      const circumstances = { via: 'triage' as const, search, shownMs: shownMs() }
      if (mayDecide) send({ who: { ids: [applicationId] }, decision, ...chosen, ...circumstances })
      else suggest(applicationId, decision)
      store.decide(decision)
      // What was done last is seen here: no note of it needs to lie over the page.
      queue.dismiss()
      sayNext(store, `${mayDecide ? '' : 'Suggested: '}${decidedWords[decision]}.`)
    },
    [store, queue, search, mayDecide, send, suggest, shownMs],
  )
  const undo = useCallback(() => {
    const step = queue.lastUndoable()
    if (step === null) return announce('Nothing to undo.')
    setRefusal(null)
    sendUndo()
    const [one] = step.before
    // A step about many, or of another job, is told of by the note that undoing it leaves.
    if (!one || step.people !== 1 || step.ref.jobId !== jobRef.jobId || step.ref.account !== jobRef.account)
      return
    queue.dismiss()
    const [applicationId, before] = one
    store.reopen(applicationId, before?.decision ?? null)
    if (currentId(store.getSnapshot().pass) !== applicationId) open(applicationId)
    sayNext(store, 'Undone.')
  }, [store, queue, sendUndo, open, jobRef])

  const moves = useMemo(() => {
    const go = (move: () => void, what: string) => () => {
      const before = currentId(store.getSnapshot().pass)
      if (before !== null)
        void decisionCalls.noteOpened(jobRef, before, { shownMs: shownMs() }).catch(() => undefined)
      setRefusal(null)
      move()
      sayNext(store, what)
    }
    return {
      skip: go(() => store.skip(), 'Put off to the end.'),
      next: go(store.next, ''),
      previous: go(store.previous, ''),
    }
  }, [store, jobRef, shownMs])
  const takeOver = useCallback(
    (applicationId: string) => void store.takeOver(applicationId).catch(fail(applicationId)),
    [store, fail],
  )

  return {
    ...{ jobRef, view, state, pass, id, refusal, canUndo: undoable > 0 },
    person: id === null ? null : (pass.people[id] ?? null),
    left: countLeft(pass),
    ...{ decide, undo, open, takeOver, onNews, ...moves },
  }
}
export type Triage = ReturnType<typeof useTriage>
