import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { ViewsPanel } from '@/components/saved-views/views-panel'
import type { SavedView } from '@/lib/contracts/saved-views'
import { emptyView } from '@/lib/contracts/words'
import { offline, ProblemError } from '@/lib/query/http'
import { savedViewCalls } from '@/lib/query/saved-view-calls'
import { deskWrapper } from './desk-client'

vi.mock('next/navigation', () => ({ useSearchParams: () => new URLSearchParams() }))
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    unobserve() {}
    disconnect() {}
  },
)

const jobRef = { jobId: '41', account: null }
const view = (id: string, more: Partial<SavedView> = {}): SavedView => ({
  ...{ id, name: id, query: 'rating=MAYBE', owner: { id: 'ada', name: 'Ada' }, team: false },
  ...{ teamDefault: false, myDefault: false, editable: true, unread: [], count: null },
  ...more,
})
const mine = view('Nights', { myDefault: true })
const ours = view('To review', {
  ...{ team: true, teamDefault: true, owner: { id: 'ben', name: 'Ben' } },
  ...{ query: 'rating=SPLENDID', unread: [{ key: 'rating', value: 'SPLENDID' }] },
})

const close = vi.fn()
function show(current: { view: SavedView | null; modified: boolean }, views = [mine, ours]) {
  vi.spyOn(savedViewCalls, 'count').mockResolvedValue({
    items: views.map((each, at) => ({ ...each, count: 12 + at })),
  })
  render(
    <ViewsPanel
      {...{ jobRef, views, current, stored: 412 }}
      view={{ ...emptyView, rating: ['UNRATED'] }}
      anchor={() => null}
      onClose={close}
    />,
    { wrapper: deskWrapper() },
  )
}
const region = (name: string) => within(screen.getByRole('region', { name }))
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const none = { view: null, modified: false }

beforeEach(() => {
  close.mockClear()
  vi.stubGlobal('matchMedia', () => ({ matches: false }))
  window.history.replaceState(null, '', '/jobs/41?rating=UNRATED')
})

test('the team’s views and one’s own stand apart, each with its count, its defaults and what is not understood', async () => {
  show({ view: mine, modified: false })
  const team = region('Team’s views')
  expect(await team.findByText('13 people')).toBeInTheDocument()
  expect(team.getByText('Team’s default')).toBeVisible()
  expect(team.getByText('Rating “SPLENDID”').closest('p')).toHaveTextContent('Not understood:')
  const own = region('My views').getByRole('link', { name: /Nights/ })
  expect(own).toHaveAttribute('aria-current', 'true')
  expect(own).toHaveTextContent('My default')
  expect(screen.getByRole('link', { name: /Everyone/ })).toHaveAttribute('href', '/jobs/41?view=all')
})

test('a view opens at its address, one step of history on', () => {
  show(none)
  const steps = window.history.length
  fireEvent.click(screen.getByRole('link', { name: /To review/ }))
  expect(window.location.search).toBe('?rating=SPLENDID&view=To%20review')
  expect(window.history.length).toBe(steps + 1)
  expect(close).toHaveBeenCalledOnce()
})

test('the view on screen is saved under a name, for the team or oneself; a refusal loses nothing typed', async () => {
  show(none, [])
  const saved = view('new', { name: 'Fresh', query: 'rating=UNRATED', team: true })
  const save = vi
    .spyOn(savedViewCalls, 'save')
    .mockRejectedValueOnce(new ProblemError(offline))
    .mockResolvedValue(saved)
  press('Save as new view')
  const name = screen.getByRole('textbox', { name: 'Name of the view' })
  fireEvent.change(name, { target: { value: ' Fresh ' } })
  fireEvent.click(screen.getByRole('checkbox', { name: 'Share with the team' }))
  press('Save view')
  expect(await screen.findByRole('alert')).toHaveTextContent('No connection')
  expect(name).toHaveValue(' Fresh ')
  press('Save view')
  await waitFor(() => expect(window.location.search).toBe('?rating=UNRATED&view=new'))
  expect(save).toHaveBeenLastCalledWith(jobRef, { name: 'Fresh', query: 'rating=UNRATED', team: true })
})

test('changed filters go into the view they came from, and what is not understood leaves it only then', async () => {
  show({ view: ours, modified: true })
  expect(screen.getByText('Updating removes:')).toBeVisible()
  const patch = vi.spyOn(savedViewCalls, 'patch').mockResolvedValue({ ...ours, query: 'rating=UNRATED' })
  press('Update this view')
  await waitFor(() => expect(patch).toHaveBeenCalledWith('To review', { query: 'rating=UNRATED' }))
  await waitFor(() => expect(window.location.search).toBe('?rating=UNRATED&view=To%20review'))
})

test('a view is renamed, made a default and shared, each at once', async () => {
  show(none)
  const patch = vi.spyOn(savedViewCalls, 'patch').mockResolvedValue(mine)
  press('Change Nights')
  const done = async (label: string, part: object) => {
    fireEvent.click(screen.getByRole('checkbox', { name: new RegExp(`^${label}`) }))
    await waitFor(() => expect(patch).toHaveBeenLastCalledWith('Nights', part))
    // The next is sent once this one is through.
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Rename' })).not.toHaveAttribute('aria-disabled'),
    )
  }
  await done('My default', { myDefault: false })
  await done('Shared with the team', { team: true })
  expect(screen.queryByRole('checkbox', { name: /^Team’s default/ })).toBeNull()
  fireEvent.change(screen.getByRole('textbox', { name: 'Name' }), { target: { value: 'Late shifts' } })
  press('Rename')
  await waitFor(() => expect(patch).toHaveBeenLastCalledWith('Nights', { name: 'Late shifts' }))
})

test('deleting asks first', async () => {
  show(none)
  const remove = vi.spyOn(savedViewCalls, 'remove').mockResolvedValue({ done: true })
  press('Change To review')
  press('Delete view')
  expect(screen.getByRole('group', { name: 'Delete this view?' })).toHaveTextContent('for the whole team')
  press('Keep it')
  expect(remove).not.toHaveBeenCalled()
  press('Delete view')
  press('Delete view')
  await waitFor(() => expect(remove).toHaveBeenCalledExactlyOnceWith('To review'))
})

test('whoever may not change a view can still open with it, and save their own', () => {
  const locked = { ...ours, editable: false }
  show({ view: locked, modified: true }, [locked])
  expect(screen.queryByRole('button', { name: 'Update this view' })).toBeNull()
  expect(screen.getByRole('button', { name: 'Save as new view' })).toBeVisible()
  press('Change To review')
  expect(screen.getAllByRole('checkbox')).toHaveLength(1)
  expect(screen.getByRole('checkbox', { name: /^My default/ })).toBeVisible()
  expect(screen.queryByRole('textbox')).toBeNull()
})
