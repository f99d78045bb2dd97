import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, vi } from 'vitest'
import { TriageScreen } from '@/app/(app)/jobs/[jobId]/triage/triage-screen'
import { CommandKeys } from '@/components/shared/command-keys'
import { DecisionNotices } from '@/components/shared/decision-notices'
import { defaultKeys, ReaderProvider } from '@/components/shared/reader'
import { Announcer } from '@/components/ui/announcer'
import type { DecisionMark } from '@/lib/contracts/decisions'
import type { NextRequest, TriagePerson } from '@/lib/contracts/triage'
import { emptyView } from '@/lib/contracts/words'
import { unreadablePerson } from '@/lib/domain/unreadable-person'
import { decisionCalls } from '@/lib/query/decisions'
import { triageCalls } from '@/lib/query/triage'

export const jobRef = { account: null, jobId: '4100000008' }
export const names = ['Ada', 'Bo', 'Chen', 'Dee', 'Eve', 'Fay']
export const far = { id: 'rsn_far', label: 'Too far', definition: '', decision: 'reject' as const }

export const person = (name: string, mark: TriagePerson['mark'] = {}): TriagePerson => ({
  candidate: {
    ...unreadablePerson(name.toLowerCase()),
    ...{
      unreadable: false,
      fullName: name,
      position: 0,
      firstSeenAt: '2026-04-02T10:00:00.000Z',
      goneAt: null,
    },
  },
  ...{ mark, changes: [], responses: [], otherApplications: [], decisions: [] },
})
export const decided = (decision: DecisionMark['decision'], changeId: string): DecisionMark => ({
  ...{ decision, reason: null, comment: null, by: { id: 'rita', name: 'Rita' }, changeId },
  ...{ at: '2026-04-02T10:00:00.000Z', opened: true },
})

/** A server on which nobody else is at work. */
function serve() {
  const open = names.map((name) => name.toLowerCase())
  const next = async (_ref: unknown, { keep, count }: NextRequest) => {
    const free = open.filter((id) => !keep.includes(id))
    return {
      people: free.slice(0, count).map((id) => person(names.find((name) => name.toLowerCase() === id) ?? id)),
      ...{ lost: [], queue: [], heldBy: [] },
      counts: { people: names.length, left: Math.max(0, free.length - count) },
    }
  }
  vi.spyOn(triageCalls, 'next').mockImplementation(next)
  vi.spyOn(triageCalls, 'release').mockResolvedValue(new Response())
  vi.spyOn(decisionCalls, 'noteOpened').mockResolvedValue(new Response())
  vi.spyOn(decisionCalls, 'reasons').mockResolvedValue({ reasons: [far], neededForReject: false })
  vi.spyOn(decisionCalls, 'decide').mockImplementation(async (_ref, applicationId, { decision }) => {
    open.splice(open.indexOf(applicationId), 1)
    const changeId = `step-of-${applicationId}`
    return { applicationId, changeId, decision: decision && decided(decision, changeId) }
  })
  vi.spyOn(decisionCalls, 'undo').mockImplementation(async (_ref, changeId) => {
    open.unshift(changeId.replace('step-of-', ''))
    return { changeId: 'undo', restored: 1, leftAlone: 0, missing: 0 }
  })
}

/** Opens the screen for a recruiter or a viewer. */
export function show(role: 'recruiter' | 'viewer' = 'recruiter') {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ReaderProvider reader={{ id: 'rita', name: 'Rita', role, signIn: true, keys: defaultKeys }}>
        <CommandKeys />
        <TriageScreen
          {...{ jobRef, view: emptyView, savedView: null, first: null, title: 'Gardener' }}
          {...{ asOf: { y: 2026, m: 4 }, earliest: null, notice: null }}
        />
        <DecisionNotices />
        <Announcer />
      </ReaderProvider>
    </QueryClientProvider>,
  )
}
export const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key })
export const left = () => screen.getByText(/undecided$/).closest('p')
export const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name })

/** Registers the hooks that serve the six people to each test of a file. */
export function triageDesk() {
  beforeEach(() => {
    for (const observer of ['ResizeObserver', 'IntersectionObserver']) {
      vi.stubGlobal(
        observer,
        class {
          observe() {}
          unobserve() {}
          disconnect() {}
        },
      )
    }
    Element.prototype.scrollTo ??= () => undefined
    window.sessionStorage.clear()
    window.history.replaceState(null, '', '/jobs/4100000008/triage')
    serve()
  })
  afterEach(() => {
    cleanup()
    vi.unstubAllGlobals()
    window.localStorage.clear()
  })
}
