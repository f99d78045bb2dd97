import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { TagDialog } from '@/components/review/tag-dialog'
import { deskWrapper } from './desk-client'
import { soon } from '../soon'

const jobRef = { jobId: '41', account: null }

/** Answers every request for tags by changing one person of two, and collects what was sent. */
function serveTags() {
  const sent: unknown[] = []
  vi.stubGlobal('fetch', async (_: string, init?: RequestInit) => {
    if (init?.method !== 'POST') return Response.json({ items: [] })
    sent.push(JSON.parse(String(init.body)))
    return Response.json({ applicationIds: ['ada'], changed: 1, unchanged: 1, missing: 0, tags: [] })
  })
  return sent
}

afterEach(() => vi.unstubAllGlobals())

test('a tag given to many is taken back from those who got it', async () => {
  const sent = serveTags()
  const onClose = vi.fn()
  const user = userEvent.setup()
  render(<TagDialog jobRef={jobRef} target={{ ids: ['ada', 'bo'] }} onClose={onClose} />, {
    wrapper: deskWrapper(),
  })
  await user.type(screen.getByRole('combobox', { name: 'Tag' }), ' Remote ')
  await user.click(screen.getByRole('button', { name: 'Add tag' }))
  expect(await screen.findByText('“Remote” is added to 1 person.')).toBeVisible()
  expect(screen.getByText('1 person stays as before.')).toBeVisible()
  expect(onClose).not.toHaveBeenCalled()
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  await vi.waitFor(() => expect(onClose).toHaveBeenCalledOnce(), soon)
  expect(sent).toEqual([
    { applicationIds: ['ada', 'bo'], add: ['Remote'] },
    { applicationIds: ['ada'], remove: ['Remote'] },
  ])
})
