import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { NoteField } from '@/components/notes/note-field'
import { useCommands } from '@/components/shared/commands'
import { focusRecordField, useRecordField } from '@/components/shared/record-fields'
import type { MemberChoice } from '@/lib/contracts/member-choice'
import { noteCalls } from '@/lib/query/notes'
import { deskWrapper } from './desk-client'

const back = vi.fn()
const submit = vi.fn()
const mentioned = vi.fn<(ids: readonly string[]) => void>()

function Form() {
  const [text, setText] = useState('')
  const fieldRef = useRecordField('note', 'ada')
  useCommands({ back })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        submit(text)
      }}
    >
      <NoteField
        label="Write a note"
        value={text}
        fieldRef={fieldRef}
        onChange={(changed, chosen) => {
          setText(changed)
          mentioned(chosen)
        }}
      />
    </form>
  )
}

async function show(items: MemberChoice[] = ['Ada', 'Adam', 'Bo'].map((name) => ({ id: name, name }))) {
  vi.spyOn(noteCalls, 'members').mockResolvedValue({ items })
  back.mockClear()
  submit.mockClear()
  render(<Form />, { wrapper: deskWrapper() })
  await waitFor(() => expect(noteCalls.members).toHaveBeenCalled())
  return screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Write a note' })
}

function type(field: HTMLTextAreaElement, text: string) {
  field.focus()
  fireEvent.change(field, { target: { value: text, selectionStart: text.length } })
}

test('an @ offers colleagues, chosen by arrows and Enter, and typing goes on behind the name', async () => {
  const field = await show()
  type(field, 'Ask @ad')
  const list = await screen.findByRole('listbox', { name: 'Colleagues to mention' })
  expect(field).toHaveAttribute('aria-controls', list.id)
  expect(screen.getByRole('status')).toHaveTextContent('2 colleagues to mention')
  fireEvent.keyDown(field, { key: 'ArrowDown' })
  const second = screen.getByRole('option', { name: 'Adam' })
  expect(second).toHaveAttribute('aria-selected', 'true')
  expect(field).toHaveAttribute('aria-activedescendant', second.id)
  fireEvent.keyDown(field, { key: 'Enter' })
  expect(field).toHaveValue('Ask @Adam ')
  expect(field.selectionStart).toBe('Ask @Adam '.length)
  expect(field).toHaveFocus()
  expect(screen.queryByRole('listbox')).toBeNull()
})

test('a pointer chooses a colleague too, and Escape closes the list before it leaves the field', async () => {
  const field = await show()
  type(field, '@')
  fireEvent.click(await screen.findByRole('option', { name: 'Bo' }))
  expect(field).toHaveValue('@Bo ')
  type(field, '@Bo @a')
  await screen.findByRole('listbox')
  fireEvent.keyDown(field, { key: 'Escape' })
  expect(screen.queryByRole('listbox')).toBeNull()
  expect(back).not.toHaveBeenCalled()
  fireEvent.keyDown(field, { key: 'Escape' })
  expect(back).toHaveBeenCalledOnce()
  expect(field).toHaveValue('@Bo @a')
})

test('of two of one name the one who was chosen is meant, until their name is taken out', async () => {
  const ada = { name: 'Ada', role: 'recruiter' } as const
  const field = await show([
    { ...ada, id: 'a', joinedAt: '2026-03-01T09:00:00.000Z' },
    { ...ada, id: 'b', joinedAt: '2026-04-02T09:00:00.000Z' },
  ])
  type(field, '@a')
  fireEvent.click(await screen.findByRole('option', { name: /^Ada \(recruiter, joined .*Mar.* 2026\)$/ }))
  expect(mentioned).toHaveBeenLastCalledWith(['a'])
  type(field, '@Ada please')
  expect(mentioned).toHaveBeenLastCalledWith(['a'])
  type(field, '@')
  fireEvent.click(await screen.findByRole('option', { name: /Apr/ }))
  expect(mentioned).toHaveBeenLastCalledWith(['b'])
})

test('Control and Enter save the note', async () => {
  const field = await show()
  type(field, 'Call her')
  fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true })
  expect(submit.mock.calls).toEqual([['Call her']])
})

test('a key that leads to the field waits for it, unless something else is pressed before', async () => {
  focusRecordField('note', 'ada')
  const field = await show()
  expect(field).toHaveFocus()
})

test('a key that leads to a field is forgotten once another one is pressed', async () => {
  focusRecordField('note', 'ada')
  fireEvent.keyDown(document.body, { key: 'j' })
  const field = await show()
  expect(field).not.toHaveFocus()
  focusRecordField('note', 'ada')
  expect(field).toHaveFocus()
})
