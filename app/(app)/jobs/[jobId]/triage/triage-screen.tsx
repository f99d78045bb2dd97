'use client'

import { useQuery } from '@tanstack/react-query'
import { Activity, type ReactNode, type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { FollowJob } from '@/components/live/follow-job'
import { ShareButton } from '@/components/share/share-button'
import { useMay, useReader } from '@/components/shared/reader'
import { endId, PassEnd } from '@/components/triage/pass-end'
import { headingId } from '@/components/triage/person-heading'
import { TriageBar } from '@/components/triage/triage-bar'
import { TriageHeader } from '@/components/triage/triage-header'
import { TriageNotices } from '@/components/triage/triage-notices'
import { TriageQueue } from '@/components/triage/triage-queue'
import { type TriageProps, useTriage } from '@/components/triage/use-triage'
import { useTriageKeys } from '@/components/triage/use-triage-keys'
import type { Decision } from '@/lib/contracts/decision-words'
import type { Month } from '@/lib/contracts/month'
import type { TriagePerson } from '@/lib/contracts/triage'
import { emptyView } from '@/lib/contracts/words'
import { displayName } from '@/lib/domain/current-role'
import { searchTerms } from '@/lib/domain/search'
import { triagePersonQuery } from '@/lib/query/triage'
import { jobPath, withSavedView } from '@/lib/url/paths'
import { isUnfiltered, viewToSearch } from '@/lib/url/view'
import { PersonView } from './_parts/person-view'
import { useReadAhead } from './_parts/use-read-ahead'
import { useReasons } from './_parts/use-reasons'

/** What stands about somebody: the team's decision, or what a reader who may not decide suggests. */
function findStanding({ mark }: TriagePerson, suggestedBy: string | null): Decision | null {
  if (suggestedBy === null) return mark.decision?.decision ?? null
  return mark.suggestions?.find(({ by }) => by.id === suggestedBy)?.decision ?? null
}

type Place = {
  id: string | null
  ended: boolean
  byKey: RefObject<boolean>
  scroller: RefObject<HTMLElement | null>
  title: string
}

/** Scrolls to the top of the person on screen, and names the page after them. */
function usePlace({ id, ended, byKey, scroller, title }: Place): void {
  useLayoutEffect(() => {
    scroller.current?.scrollTo(0, 0)
    // Whoever presses a button stays there, to press it again. Whoever uses keys, or whose button is gone, is at the name.
    const inBar = document.activeElement?.closest('[role=group] button') ?? null
    if (inBar !== null && !byKey.current) return
    document.getElementById(id === null ? endId : headingId(id))?.focus({ preventScroll: true })
  }, [id, ended, byKey, scroller])
  useEffect(() => {
    document.title = title
  }, [title])
}

type Props = TriageProps & {
  title: string
  asOf: Month
  earliest: number | null
  /** Above the person on screen. */
  notice: ReactNode
}

/** One person of a view at a time, with everything that can be done about them. */
export function TriageScreen({ title, asOf, earliest, notice, ...props }: Props) {
  const { jobRef, view, savedView } = props
  const back = withSavedView(jobPath(jobRef, view), savedView)
  const triage = useTriage(props)
  const { pass, id, person, left, decide } = triage
  useReadAhead(jobRef, pass)
  const { data: live = person } = useQuery({
    ...triagePersonQuery(jobRef, id ?? '', view),
    enabled: id !== null,
  })
  const suggesting = !useMay('decide')
  const { id: reader } = useReader()
  const mayShare = useMay('share')
  const terms = useMemo(() => searchTerms(view.q), [view.q])
  const scroller = useRef<HTMLDivElement>(null)

  const { onDecide, menu } = useReasons(live, decide)
  const byKey = useTriageKeys(triage, person === null ? undefined : onDecide)

  const ended = person === null && pass.counts !== null && !triage.state.waiting
  const name = person === null ? null : displayName(person.candidate)
  usePlace({ id, ended, byKey, scroller, title: `${name ?? 'Triage'} · ${title} · Shortlist` })

  // Those ahead are drawn while nobody waits for them.
  const drawn = [...new Set([...(id === null ? [] : [id]), ...pass.ahead])]
  const shortlist = { ...emptyView, decision: ['shortlist' as const] }
  return (
    <div className="flex h-full flex-col">
      <TriageHeader
        back={back}
        title={title}
        filtered={!isUnfiltered(view)}
        secondLook={pass.secondLook}
        left={left}
        people={pass.counts?.people ?? null}
      />
      <TriageNotices triage={triage} />
      <div className="flex min-h-0 flex-1">
        <aside className="hidden w-72 shrink-0 flex-col border-e border-line bg-panel lg:flex">
          <TriageQueue pass={pass} onOpen={triage.open} />
        </aside>
        <div ref={scroller} className="@container/desk min-w-0 flex-1 overflow-y-auto">
          {notice}
          {drawn.map((each) => {
            const known = pass.people[each]
            return known ? (
              <Activity key={each} mode={each === id ? 'visible' : 'hidden'}>
                <PersonView
                  jobRef={jobRef}
                  view={view}
                  person={known}
                  terms={terms}
                  asOf={asOf}
                  earliest={earliest}
                />
              </Activity>
            ) : null
          })}
          {person !== null ? null : ended ? (
            <PassEnd
              triage={triage}
              back={back}
              suggesting={suggesting}
              share={
                mayShare ? (
                  <ShareButton
                    jobRef={jobRef}
                    jobTitle={title}
                    view={viewToSearch(shortlist)}
                    matched={null}
                    filtered
                    selected={[]}
                  />
                ) : null
              }
            />
          ) : (
            <div aria-busy className="h-full" />
          )}
        </div>
      </div>
      {person === null ? null : (
        <TriageBar
          suggesting={suggesting}
          standing={live === null ? null : findStanding(live, suggesting ? reader : null)}
          canUndo={triage.canUndo}
          canGoBack={pass.at > 0}
          onDecide={onDecide}
          onUndo={triage.undo}
          onSkip={triage.skip}
          onNext={triage.next}
          onPrevious={triage.previous}
        />
      )}
      {menu}
      <FollowJob jobRef={jobRef} onNews={triage.onNews} />
    </div>
  )
}
