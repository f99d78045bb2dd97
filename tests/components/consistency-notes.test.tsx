import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { ConsistencyNotes } from '@/components/consistency/consistency-notes'
import type { ConsistencyNote } from '@/lib/contracts/consistency'
import { deskWrapper } from './desk-client'
import { asOf } from './people'
import { soon } from '../soon'

const ref = { account: 'north', jobId: '70' }
const note = (rest: Partial<ConsistencyNote>): ConsistencyNote => ({
  ...{ key: 'message-1', kind: 'message', summary: 'The message is that of one application.' },
  own: { where: null, text: 'We present' },
  others: [
    {
      where: null,
      text: 'WE PRESENT',
      jobId: '71',
      jobLabel: 'Groundskeeper',
      applicationId: 'b/1',
      name: 'Bo',
    },
  ],
  ...{ otherCount: 3, atLeast: false, resolved: null },
  ...rest,
})
const resolved = { reason: 'Same agency text', by: { id: 'ada', name: 'Ada' }, at: asOf, since: 2 }

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** Shows the section over a server that answers with these notes, one list for each call. */
function show(...answers: ConsistencyNote[][]) {
  const calls: { url: string; method: string; body: unknown }[] = []
  vi.stubGlobal('fetch', async (url: string, { method = 'GET', body }: RequestInit = {}) => {
    calls.push({ url, method, body: typeof body === 'string' ? JSON.parse(body) : null })
    return Response.json({ items: answers[Math.min(calls.length, answers.length) - 1] })
  })
  render(<ConsistencyNotes jobRef={ref} applicationId="a" />, { wrapper: deskWrapper() })
  return calls
}

test('a note shows both sides with a link, and is resolved with a reason', async () => {
  const calls = show([note({})], [note({ resolved })], [note({})])
  const section = await screen.findByRole('region', { name: 'Consistency' })
  await userEvent.click(within(section).getByText('Show both sides'))
  expect(within(section).getByText('We present')).toBeVisible()
  expect(within(section).getByText('WE PRESENT')).toBeVisible()
  expect(within(section).getByRole('link', { name: 'Bo' })).toHaveAttribute(
    'href',
    '/jobs/71/candidates/b%2F1?account=north',
  )
  expect(section).toHaveTextContent('And 2 more.')

  await userEvent.click(within(section).getByRole('button', { name: /^Resolve: The message/ }))
  await userEvent.type(within(section).getByLabelText('Why it is settled'), 'Same agency text')
  await userEvent.click(within(section).getByRole('button', { name: 'Resolve note' }))
  expect(await within(section).findByText('1 resolved')).toBeVisible()
  expect(calls.at(-1)).toMatchObject({
    url: '/api/jobs/70/candidates/a/consistency/message-1?account=north',
    ...{ method: 'PUT', body: { resolved: true, reason: 'Same agency text' } },
  })
  expect(within(section).getByText(/^Resolved by/)).not.toBeVisible()
  expect(screen.getByRole('heading', { name: 'Consistency' })).toHaveFocus()

  await userEvent.click(within(section).getByText('1 resolved'))
  expect(within(section).getByText(/^Resolved by/)).toBeVisible()
  expect(section).toHaveTextContent(/Resolved by Ada, .*: Same agency text 2 applications have come since\./)
  await userEvent.click(within(section).getByRole('button', { name: /^Reopen/ }))
  expect(await within(section).findByRole('button', { name: /^Resolve: / })).toBeVisible()
  expect(calls.at(-1)?.body).toEqual({ resolved: false })
})

test('dates of their own have no other side', async () => {
  show([note({ kind: 'reversed', summary: 'The dates end before they start: 2021 - 2019.', others: [] })])
  const section = await screen.findByRole('region', { name: 'Consistency' })
  expect(section).toHaveTextContent('2021 - 2019')
  expect(within(section).queryByText('Show both sides')).toBeNull()
})

test('where all fits together there is no section', async () => {
  const calls = show([])
  await vi.waitFor(() => expect(calls).toHaveLength(1), soon)
  expect(screen.queryByRole('region')).toBeNull()
})
