import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { CommandLayer } from '@/components/commands/command-layer'
import { useCommands } from '@/components/shared/commands'
import type { CandidatePage } from '@/lib/contracts/candidate'
import type { JobList, ListedJob } from '@/lib/contracts/job'
import type { SavedView } from '@/lib/contracts/saved-views'
import { bff } from '@/lib/query/bff'
import { jobCalls } from '@/lib/query/jobs'
import { savedViewCalls } from '@/lib/query/saved-view-calls'
import { deskWrapper } from './desk-client'
import { applicant } from './people'

const push = vi.fn()
let path = '/jobs/41'
vi.mock('next/navigation', () => ({ useRouter: () => ({ push }), usePathname: () => path }))
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    unobserve() {}
    disconnect() {}
  },
)

const jobs = [
  { jobId: '41', account: 'main', label: 'Nurse, Paris' },
  { jobId: '42', account: 'agency', label: 'Gärtner, Köln' },
] as ListedJob[]
const selected = vi.fn()

function List() {
  useCommands({ clearSelection: selected })
  return <button>Row</button>
}

function show() {
  render(
    <>
      <CommandLayer defaultAccount="main" />
      <List />
    </>,
    { wrapper: deskWrapper() },
  )
  screen.getByText('Row').focus()
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'k', ctrlKey: true })
}
const field = () => screen.findByRole('combobox')
const option = (name: RegExp) => screen.findByRole('option', { name })

beforeEach(() => {
  path = '/jobs/41'
  window.localStorage.clear()
  push.mockClear()
  selected.mockClear()
  vi.spyOn(jobCalls, 'jobs').mockImplementation(async (find): Promise<JobList> => ({
    items: jobs.filter(({ label }) => label?.toLowerCase().includes(find)),
    nextCursor: null,
  }))
  vi.spyOn(savedViewCalls, 'list').mockResolvedValue({ items: [] })
  vi.spyOn(bff, 'candidates').mockImplementation(
    async (): Promise<CandidatePage> =>
      ({ items: [applicant([], { applicationId: 'ada' })], marks: {} }) as CandidatePage,
  )
})

test('it opens with its key, finds a job, and goes there', async () => {
  show()
  fireEvent.change(await field(), { target: { value: 'gär' } })
  expect(await option(/Gärtner, Köln/)).toBeVisible()
  await waitFor(() => expect(screen.queryByRole('option', { name: /Nurse/ })).toBeNull())
  fireEvent.click(await option(/Gärtner, Köln/))
  await waitFor(() => expect(push).toHaveBeenCalledExactlyOnceWith('/jobs/42?account=agency'))
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('people are those of the job whose page it is, and nobody is looked for elsewhere', async () => {
  show()
  fireEvent.change(await field(), { target: { value: 'ada' } })
  const person = within(await screen.findByRole('group', { name: 'People in this job' })).getByRole('option')
  fireEvent.click(person)
  await waitFor(() => expect(push).toHaveBeenCalledExactlyOnceWith('/jobs/41/candidates/ada'))
  // No trace of them stays in the browser.
  expect(window.localStorage.length).toBe(0)
})

test('the saved views of the job are found, and everyone', async () => {
  vi.mocked(savedViewCalls.list).mockResolvedValue({
    items: [{ id: 'v1', name: 'To review', query: 'rating=MAYBE', team: true } as SavedView],
  })
  show()
  const views = within(await screen.findByRole('group', { name: 'Views of this job' }))
  expect(views.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
    'Everyone',
    'To reviewTeam’s view',
  ])
  fireEvent.click(views.getByRole('option', { name: /To review/ }))
  await waitFor(() => expect(push).toHaveBeenCalledExactlyOnceWith('/jobs/41?rating=MAYBE&view=v1'))
})

test('elsewhere it leads to everyone stored, and asks for nobody of a job', async () => {
  path = '/credits'
  show()
  fireEvent.change(await field(), { target: { value: 'ada' } })
  fireEvent.click(await option(/Search everyone stored for “ada”/))
  await waitFor(() => expect(push).toHaveBeenCalledExactlyOnceWith('/people?q=ada'))
  expect(bff.candidates).not.toHaveBeenCalled()
})

test('a command runs once the focus is back where it was, and is offered first the next time', async () => {
  selected.mockImplementation(() => expect(screen.getByText('Row')).toHaveFocus())
  show()
  fireEvent.change(await field(), { target: { value: 'SELECTION clear' } })
  fireEvent.click(await option(/Clear the selection/))
  await waitFor(() => expect(selected).toHaveBeenCalledOnce())
  fireEvent.keyDown(screen.getByText('Row'), { key: 'k', ctrlKey: true })
  expect(within(await screen.findByRole('group', { name: 'Recent' })).getByRole('option')).toHaveTextContent(
    'Clear the selection',
  )
})

test('arrows move in it and Enter chooses', async () => {
  path = '/credits'
  show()
  const input = await field()
  fireEvent.change(input, { target: { value: 'go to' } })
  const chosen = async (name: RegExp) =>
    waitFor(() => expect(screen.getByRole('option', { name })).toHaveAttribute('aria-selected', 'true'))
  await chosen(/Go to jobs/)
  fireEvent.keyDown(input, { key: 'ArrowDown' })
  await chosen(/Go to credits/)
  fireEvent.keyDown(input, { key: 'Enter' })
  await waitFor(() => expect(push).toHaveBeenCalledExactlyOnceWith('/credits'))
})

test('results that come while a pointer is down are shown once it is released', async () => {
  path = '/credits'
  let answer = (_found: JobList) => {}
  vi.mocked(jobCalls.jobs).mockImplementation(async (find) =>
    find === 'gär' ? new Promise((resolve) => (answer = resolve)) : { items: [], nextCursor: null },
  )
  show()
  fireEvent.change(await field(), { target: { value: 'gär' } })
  fireEvent.pointerDown(await option(/Search everyone stored for “gär”/))
  await act(async () => {
    answer({ items: jobs.slice(1), nextCursor: null })
    await new Promise((settled) => setTimeout(settled, 100))
  })
  expect(screen.queryByRole('option', { name: /Gärtner, Köln/ })).toBeNull()
  fireEvent.pointerUp(window)
  expect(await option(/Gärtner, Köln/)).toBeVisible()
})
