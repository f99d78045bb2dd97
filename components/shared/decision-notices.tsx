'use client'

import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef } from 'react'
import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { buttonLook } from '@/components/ui/button-look'
import { X } from '@/components/ui/icons'
import { decidedWords, decisionWords } from '@/lib/contracts/decision-words'
import { bulkText, decisionText, peopleText, suggestionText } from '@/lib/domain/decision-text'
import { replaceTheirs } from '@/lib/query/decide'
import type { Clash, DecisionState, Step } from '@/lib/query/decision-orders'
import { signInPath } from '@/lib/url/return-to'
import { useReader } from './reader'
import { useDecisionQueue, useDecisionState } from './use-decide'
import { useFormats } from './use-formats'

type Number = (value: number) => string

/** What a step did, in words. */
function stepText({ kind, decision, name, people, counts, leftAlone }: Step, number: Number): string {
  const who = name ?? peopleText(people, number)
  if (kind === 'suggested') return suggestionText(decision, who)
  const text = decisionText(decision, who)
  if (kind === 'decided') return counts ? bulkText(decision, counts, number) : text
  const undone = `Undone: ${text.charAt(0).toLowerCase()}${text.slice(1)}`
  return leftAlone === 0
    ? undone
    : `${undone}. ${peopleText(leftAlone, number)} decided about since, and left alone`
}

const clashText = ({ name, current }: Clash) =>
  current === null
    ? `The decision about ${name} was taken back meanwhile`
    : `${current.by.name} decided about ${name} meanwhile: ${decidedWords[current.decision]}`

const waitingText = ({ orders, problem }: NonNullable<DecisionState['waiting']>, number: Number) => {
  const what = orders === 1 ? 'Not saved yet' : `${number(orders)} not saved yet`
  return problem.status === 401 ? `${what}: sign in again` : `${what}: trying again`
}

const card =
  'pointer-events-auto flex max-w-full flex-wrap items-center gap-x-3 gap-y-2 rounded-panel border bg-panel py-2 ps-3.5 pe-2 text-note shadow-float'

const Notice = ({ tone = 'border-line', children }: { tone?: string; children: ReactNode }) => (
  <li className={`${card} ${tone}`}>{children}</li>
)

const shownMs = 20_000

/** Puts the last step away after a while, unless somebody is at it. */
function useFading(step: Step | null, dismiss: () => void) {
  const ref = useRef<HTMLUListElement>(null)
  useEffect(() => {
    if (step === null || !step.saved) return
    const timer = setInterval(() => {
      const { current } = ref
      const busy = current?.matches(':hover') || current?.contains(document.activeElement)
      if (!busy) dismiss()
    }, shownMs)
    return () => clearInterval(timer)
  }, [step, dismiss])
  return ref
}

function ClashNotice({ clash }: { clash: Clash }) {
  const queue = useDecisionQueue()
  const client = useQueryClient()
  const { id, name } = useReader()
  const mine = clash.mine.decision === null ? 'undecided' : decisionWords[clash.mine.decision]
  return (
    <Notice tone="border-danger/40">
      <p className="min-w-0 flex-1 basis-56 wrap-anywhere">{`${clashText(clash)}. Yours: ${mine}.`}</p>
      <span className="flex flex-wrap gap-2">
        <Button onClick={() => queue.dropClash(clash.id)}>Keep theirs</Button>
        <Button onClick={() => replaceTheirs({ client, queue, member: { id, name } }, clash)}>
          Replace with mine
        </Button>
      </span>
    </Notice>
  )
}

function LastStep({ step }: { step: Step }) {
  const queue = useDecisionQueue()
  const { number } = useFormats()
  return (
    <Notice>
      <p className="min-w-0 wrap-anywhere">{stepText(step, number)}</p>
      <span className="flex gap-1">
        {step.kind === 'suggested' || (step.kind === 'undone' && step.leftAlone > 0) ? null : (
          <Button onClick={() => queue.reverse(step)}>{step.kind === 'decided' ? 'Undo' : 'Redo'}</Button>
        )}
        <button type="button" aria-label="Dismiss" onClick={queue.dismiss} className={buttonLook('ghost')}>
          <X className="size-4" />
        </button>
      </span>
    </Notice>
  )
}

/** Says each of these once to whoever listens. */
function useAnnouncements({ last, clashes, refused, waiting }: DecisionState) {
  const { number } = useFormats()
  const told = useRef(new Set<string>())
  useEffect(() => {
    const say = (key: string, text: string) => {
      if (told.current.has(key)) return
      told.current.add(key)
      announce(text)
    }
    if (last) say(`${last.id} ${last.counts ? 'counted' : ''}`, `${stepText(last, number)}.`)
    for (const clash of clashes) say(`clash ${clash.id}`, `${clashText(clash)}. Keep theirs, or replace it.`)
    if (refused) say(`refused ${refused.step?.id}`, `${refused.problem.title}. ${refused.problem.detail}`)
    if (waiting) say('waiting', `${waitingText(waiting, number)}.`)
    else told.current.delete('waiting')
  }, [last, clashes, refused, waiting, number])
}

/** What was decided last and can be undone, what is not saved yet, and where colleagues decided otherwise meanwhile. */
export function DecisionNotices() {
  const queue = useDecisionQueue()
  const state = useDecisionState()
  const { last, clashes, refused, waiting } = state
  const { number } = useFormats()
  const list = useFading(last, queue.dismiss)
  useAnnouncements(state)
  if (!last && !refused && !waiting && clashes.length === 0) return null
  return (
    <section
      aria-label="Decisions"
      data-notices
      className="pointer-events-none fixed start-4 bottom-[calc(1.5rem+var(--below,0px)+var(--floating-h,-0.5rem))] z-50 max-w-[calc(100vw-2rem)] max-sm:bottom-[calc(max(4.75rem,1.5rem+var(--floating-h,0px))+var(--below,0px))]"
    >
      <ul ref={list} className="flex flex-col items-start gap-2">
        {clashes.map((clash) => (
          <ClashNotice key={clash.id} clash={clash} />
        ))}
        {refused ? (
          <Notice tone="border-danger/40">
            <p className="min-w-0 wrap-anywhere">
              <b className="font-semibold text-danger">{`${refused.problem.title}. `}</b>
              <span>{refused.problem.detail}</span>
            </p>
            <Button variant="ghost" onClick={queue.dismiss}>
              Dismiss
            </Button>
          </Notice>
        ) : null}
        {waiting ? (
          <Notice tone="border-maybe/40">
            <p>{waitingText(waiting, number)}</p>
            {waiting.problem.status === 401 ? (
              <a
                href={signInPath(window.location.pathname + window.location.search)}
                className={buttonLook('secondary')}
              >
                Sign in
              </a>
            ) : (
              <Button onClick={queue.retry}>Try now</Button>
            )}
          </Notice>
        ) : null}
        {last ? <LastStep step={last} /> : null}
      </ul>
    </section>
  )
}
