import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { OtherApplications } from '@/components/review/other-applications'
import type { OtherApplication } from '@/lib/contracts/candidate'
import type { DecisionMark } from '@/lib/contracts/decisions'
import { deskWrapper } from './desk-client'
import { applicant, asOf } from './people'
import { soon } from '../soon'

const ref = { account: 'north', jobId: '70' }
const rest = { rating: null, firstSeenAt: asOf, decision: null, note: null }
const decision: DecisionMark = {
  ...{ decision: 'reject', reason: { id: 'r1', label: 'No visa' }, comment: null },
  ...{ by: { id: 'ada', name: 'Ada' }, at: asOf, changeId: 'c1', opened: true },
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  window.localStorage.clear()
})

const show = (list: OtherApplication[], mark: DecisionMark | undefined = undefined) =>
  render(
    <OtherApplications
      list={list}
      jobRef={ref}
      candidate={{ ...applicant([]), ...(mark ? { decision: mark } : {}) }}
    />,
    { wrapper: deskWrapper() },
  )

test('lead to the other application, in the account the reader is in', () => {
  show([
    { jobId: '77', jobLabel: 'Groundskeeper', applicationId: 'a/1', ...rest },
    { jobId: '78', jobLabel: null, applicationId: 'b', ...rest },
  ])
  expect(screen.getByRole('link', { name: 'Groundskeeper' })).toHaveAttribute(
    'href',
    '/jobs/77/candidates/a%2F1?account=north',
  )
  expect(screen.getByRole('link', { name: 'Job 78' })).toHaveAttribute(
    'href',
    '/jobs/78/candidates/b?account=north',
  )
  expect(screen.queryByRole('button')).toBeNull()
})

test('where nothing is decided there, the decision made here is made there with one press', async () => {
  const calls: { url: string; body: unknown }[] = []
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    calls.push({ url, body: JSON.parse(init.body as string) })
    return Response.json({ applicationId: 'a', decision: { ...decision, changeId: 'c2' }, changeId: 'c2' })
  })
  show(
    [
      { jobId: '77', jobLabel: 'Groundskeeper', applicationId: 'a', ...rest },
      { jobId: '78', jobLabel: 'Gardener', applicationId: 'b', ...rest, decision },
    ],
    decision,
  )
  const same = screen.getByRole('button', { name: 'Same decision there too: Groundskeeper' })
  await userEvent.click(same)
  await vi.waitFor(() => expect(calls).toHaveLength(1), soon)
  expect(calls[0]).toMatchObject({
    url: '/api/jobs/77/candidates/a/decision?account=north',
    body: { decision: 'reject', reason: 'r1', expected: null },
  })
})
