'use client'

import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { ReasonMenu } from '@/components/shared/lazy-reason-menu'
import { useMay } from '@/components/shared/reader'
import type { ChosenReason } from '@/components/shared/reason-fields'
import { decisionButtonId } from '@/components/triage/triage-bar'
import type { Decision } from '@/lib/contracts/decision-words'
import type { TriagePerson } from '@/lib/contracts/triage'
import { displayName } from '@/lib/domain/current-role'
import { decisionCalls, reasonsQuery } from '@/lib/query/decisions'

const staleMs = 300_000

/** Asks for a reason first where a rejection needs one. @param person who is on screen */
export function useReasons(
  person: TriagePerson | null,
  decide: (decision: Decision, chosen?: ChosenReason) => void,
): { onDecide: (decision: Decision) => void; menu: ReactNode } {
  const mayDecide = useMay('decide')
  const { data: settings } = useQuery({
    ...reasonsQuery(decisionCalls.reasons),
    enabled: mayDecide,
    staleTime: staleMs,
  })
  const [asking, setAsking] = useState(false)
  const needed = mayDecide && settings?.neededForReject === true
  useEffect(() => {
    if (needed) ReasonMenu.prepare()
  }, [needed])
  const onDecide = useCallback(
    (decision: Decision) => {
      if (decision === 'reject' && needed) setAsking(true)
      else decide(decision)
    },
    [decide, needed],
  )
  const menu =
    asking && person !== null ? (
      <ReasonMenu
        name={displayName(person.candidate)}
        decision="reject"
        current={person.mark.decision ?? null}
        reasons={settings?.reasons ?? []}
        needed
        anchor={() => document.getElementById(decisionButtonId('reject'))}
        onChoose={(chosen) => {
          setAsking(false)
          decide('reject', chosen)
        }}
        onClose={() => setAsking(false)}
      />
    ) : null
  return { onDecide, menu }
}
