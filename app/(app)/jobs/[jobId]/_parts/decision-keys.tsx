'use client'

import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { BulkDialog } from '@/components/review/bulk-dialog'
import type { BulkTarget } from '@/components/review/bulk-target'
import { NextActionDialog } from '@/components/review/next-action-dialog'
import { TagDialog } from '@/components/review/tag-dialog'
import { useCommands } from '@/components/shared/commands'
import { useMay } from '@/components/shared/reader'
import { focusRecordField, type RecordField } from '@/components/shared/record-fields'
import type { ChosenReason } from '@/components/shared/reason-fields'
import { useDecide } from '@/components/shared/use-decide'
import { announce } from '@/components/ui/announcer'
import { type Decision, decidedWords } from '@/lib/contracts/decision-words'
import { displayName } from '@/lib/domain/current-role'
import { decisionCalls, reasonsQuery } from '@/lib/query/decisions'
import { viewToSearch } from '@/lib/url/view'
import { useFocusedPerson } from './use-focused-person'
import { comparedPeople, comparePath } from '@/lib/url/compare'
import { insightsPath } from '@/lib/url/insights'
import { useScreen } from './use-job-screen'
import { toScope } from './use-select-all'

type Pending = { decision: Decision | 'tag' | 'nextAction'; target: BulkTarget }

/**
 * The decision keys: about the people selected, else about the person who has the focus. Many are asked about once; of a
 * viewer, who may not decide, a key is a suggestion.
 */
export function DecisionKeys({ onHere }: { onHere: () => void }) {
  const { jobRef, view, matched, selection, open } = useScreen()
  const { ids, whole, clear } = selection
  const focusedPerson = useFocusedPerson()
  const mayDecide = useMay('decide')
  const { decide, suggest, undo } = useDecide(jobRef)
  const [pending, setPending] = useState<Pending | null>(null)
  const { data: settings } = useQuery({
    ...reasonsQuery(decisionCalls.reasons),
    enabled: mayDecide,
    staleTime: 300_000,
  })
  const search = viewToSearch(view)
  // Everyone of a view that is another one by now: those who were selected.
  const selected: BulkTarget = whole === toScope(view) ? { view: search, people: matched } : { ids: [...ids] }

  const send = (target: BulkTarget, decision: Decision | null, chosen?: ChosenReason) => {
    decide({ who: target, decision, ...chosen, via: 'list', search })
    if (ids.size > 0) clear()
  }
  const onOne = (decision: Decision | null) => {
    const person = focusedPerson()
    if (!person) return announce('Move to a person first.')
    const { applicationId } = person
    if (!mayDecide) return suggest(applicationId, decision)
    if ((person.decision?.decision ?? null) === decision) {
      const state = decision === null ? 'undecided' : decidedWords[decision].toLowerCase()
      return announce(`${displayName(person)}: ${state} already.`)
    }
    const target = { ids: [applicationId] }
    if (decision === 'reject' && settings?.neededForReject) setPending({ decision, target })
    else send(target, decision)
  }
  const onKey = (decision: Decision | null) => () => {
    if (ids.size === 0 || !mayDecide) onOne(decision)
    else if (decision === null) send(selected, null)
    else setPending({ decision, target: selected })
  }
  // What is written about one person is written where the rest of it stands.
  const onField = (field: RecordField) => {
    const person = focusedPerson()
    if (!person) return announce('Move to a person first.')
    if (!open.ids.includes(person.applicationId)) open.open(person.applicationId)
    focusRecordField(field, person.applicationId)
  }
  const onNextAction = () => {
    const person = focusedPerson()
    if (ids.size > 0) setPending({ decision: 'nextAction', target: selected })
    else if (person) setPending({ decision: 'nextAction', target: { ids: [person.applicationId] } })
    else announce('Move to a person first.')
  }
  const router = useRouter()
  const onCompare = () => {
    if (ids.size < comparedPeople.min || ids.size > comparedPeople.max) {
      announce('Select two to four people to compare.')
    } else router.push(comparePath(jobRef, [...ids]))
  }
  useCommands({
    insights: () => router.push(insightsPath(jobRef, view)),
    compare: onCompare,
    nextAction: mayDecide && onNextAction,
    note: () => onField('note'),
    tag:
      mayDecide &&
      (() => (ids.size > 0 ? setPending({ decision: 'tag', target: selected }) : onField('tag'))),
    shortlist: onKey('shortlist'),
    maybe: onKey('maybe'),
    reject: onKey('reject'),
    undecide: onKey(null),
    undo: mayDecide && (() => (undo() ? undefined : announce('There is nothing to undo.'))),
  })
  useEffect(onHere, [onHere])
  if (!pending) return null
  const close = () => setPending(null)
  const { decision, target } = pending
  if (decision === 'nextAction') return <NextActionDialog {...{ jobRef, target }} onClose={close} />
  if (decision === 'tag') return <TagDialog jobRef={jobRef} target={target} onClose={close} />
  return (
    <BulkDialog
      decision={decision}
      target={target}
      jobRef={jobRef}
      onConfirm={(chosen) => {
        close()
        send(target, decision, chosen)
      }}
      onClose={close}
    />
  )
}
