import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { TagSettings } from '@/components/tags/tag-settings'
import type { TeamTag } from '@/lib/contracts/tags'
import { offline, ProblemError } from '@/lib/query/http'
import { noteCalls } from '@/lib/query/notes'
import { deskWrapper } from './desk-client'

const phone: TeamTag = { id: 'tag_phone', name: 'Phone', colour: 'blue', people: 12 }
const call: TeamTag = { id: 'tag_call', name: 'Call', colour: 'grey', people: 0 }

async function show(items: TeamTag[]) {
  vi.spyOn(noteCalls, 'tags').mockResolvedValue({ items })
  render(<TagSettings />, { wrapper: deskWrapper() })
  await waitFor(() => expect(noteCalls.tags).toHaveBeenCalled())
}
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }))

test('only what was changed of a tag is sent, and the focus returns to its row', async () => {
  const patch = vi.spyOn(noteCalls, 'patchTag').mockResolvedValue(phone)
  await show([phone, call])
  await press('Edit Phone')
  const form = within(screen.getByRole('form', { name: 'Edit Phone' }))
  expect(form.getByRole('textbox', { name: 'Name' })).toHaveFocus()
  fireEvent.click(form.getByRole('radio', { name: 'green' }))
  await press('Save tag')
  await waitFor(() => expect(patch.mock.calls).toEqual([['tag_phone', { colour: 'green' }]]))
  await waitFor(() => expect(screen.getByRole('button', { name: 'Edit Phone' })).toHaveFocus())
})

test('a name that another tag has is refused in words, and stays to be changed', async () => {
  vi.spyOn(noteCalls, 'patchTag').mockRejectedValue(
    new ProblemError({ ...offline, title: 'Another tag has this name' }),
  )
  await show([phone, call])
  await press('Edit Phone')
  fireEvent.change(screen.getByRole('textbox', { name: 'Name' }), { target: { value: 'Call' } })
  await press('Save tag')
  expect(await screen.findByRole('alert')).toHaveTextContent('Another tag has this name')
  expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('Call')
})

test('merging and deleting say how many people it touches before it is done', async () => {
  const merge = vi.spyOn(noteCalls, 'mergeTag').mockResolvedValue({ ...call, people: 12 })
  const remove = vi.spyOn(noteCalls, 'deleteTag').mockResolvedValue({ done: true })
  await show([phone, call])
  await press('Merge Phone')
  const dialog = within(screen.getByRole('alertdialog'))
  expect(screen.getByRole('alertdialog')).toHaveTextContent('12 people with “Phone”')
  expect(dialog.getByRole('button', { name: 'Merge tags' })).toBeDisabled()
  fireEvent.click(dialog.getByRole('combobox', { name: 'Merge into' }))
  fireEvent.click(await screen.findByRole('option', { name: 'Call' }))
  fireEvent.click(dialog.getByRole('button', { name: 'Merge tags', hidden: true }))
  await waitFor(() => expect(merge.mock.calls).toEqual([['tag_phone', { into: 'tag_call' }]]))
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())

  await press('Delete Phone')
  expect(screen.getByRole('alertdialog')).toHaveTextContent('It is removed from 12 people.')
  await press('Delete tag')
  await waitFor(() => expect(remove).toHaveBeenCalledWith('tag_phone'))
})

test('without tags the page says how the first one is made', async () => {
  await show([])
  expect(await screen.findByText(/Add the first one to a person/)).toBeVisible()
})
