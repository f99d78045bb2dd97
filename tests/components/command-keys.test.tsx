import { fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { CommandKeys } from '@/components/shared/command-keys'
import { awaitCommand, useCommands } from '@/components/shared/commands'
import { defaultKeys, type Reader, ReaderProvider } from '@/components/shared/reader'
import type { CommandId } from '@/lib/domain/commands'
import { soon } from '../soon'

const ran = vi.fn<(id: CommandId) => void>()

function List({ able = true }: { able?: boolean }) {
  useCommands({
    next: able && (() => ran('next')),
    open: () => ran('open'),
    select: () => ran('select'),
    selectThrough: () => ran('selectThrough'),
    search: () => ran('search'),
    help: () => ran('help'),
    back: () => ran('back'),
    goJobs: () => ran('goJobs'),
    goCredits: () => ran('goCredits'),
  })
  return null
}

function show(children: React.ReactNode = null, keys: Reader['keys'] = defaultKeys, able = true) {
  ran.mockClear()
  return render(
    <ReaderProvider reader={{ id: 'ada', name: 'Ada', role: 'recruiter', signIn: true, keys }}>
      <CommandKeys />
      <List able={able} />
      <main>
        <button>In the list</button>
      </main>
      {children}
    </ReaderProvider>,
  )
}

type Init = KeyboardEventInit & { keyCode?: number }

/** Presses keys where the focus would be. @returns what ran */
function press(keys: (string | Init)[], target: Element = document.body): CommandId[] {
  ran.mockClear()
  for (const key of keys) fireEvent.keyDown(target, typeof key === 'string' ? { key } : key)
  return ran.mock.calls.map(([id]) => id)
}

const altGraph = (key: string): Init => ({ key, altKey: true, ctrlKey: true, modifierAltGraph: true })

test('a key runs its command, a letter with Shift another one', () => {
  show()
  expect(press(['j', 'o', 'x', { key: 'X', shiftKey: true }])).toEqual([
    'next',
    'open',
    'select',
    'selectThrough',
  ])
  expect(press([{ key: 'J' }])).toEqual(['next'])
})

test('a sign is taken by its character, however the layout types it', () => {
  show()
  expect(press([{ key: '?', shiftKey: true }, '?', { key: '/', shiftKey: true }])).toEqual([
    'help',
    'help',
    'search',
  ])
  expect(press([altGraph('/'), altGraph('?')])).toEqual(['search', 'help'])
})

test('a layout without Latin letters has those printed beside its own', () => {
  show()
  expect(press([{ key: 'о', code: 'KeyJ' }])).toEqual(['next'])
  expect(press([{ key: 'ö', code: 'KeyJ' }])).toEqual([])
})

test('no command has Control, Alt or Command with a single key', () => {
  show()
  for (const modifier of ['ctrlKey', 'altKey', 'metaKey'])
    expect(press([{ key: 'j', [modifier]: true }])).toEqual([])
})

test('nothing runs while a character is composed', () => {
  show()
  expect(press([{ key: 'j', isComposing: true }, { key: 'j', keyCode: 229 }, 'Process', 'Dead'])).toEqual([])
})

test('keys in a row are one command, and a second key that leads nowhere counts as a first', () => {
  show()
  expect(press(['g', 'j'])).toEqual(['goJobs'])
  expect(press(['g', 'c'])).toEqual(['goCredits'])
  expect(press(['g', 'o', 'j'])).toEqual(['open', 'next'])
  expect(press(['g', 'Shift', 'j'])).toEqual(['goJobs'])
  expect(press(['g', 'g', 'j'])).toEqual(['goJobs'])
})

test('the first of two keys is forgotten after a while', () => {
  show()
  const later = (timeStamp: number, key: string) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true })
    Object.defineProperty(event, 'timeStamp', { value: timeStamp })
    fireEvent(document.body, event)
  }
  ran.mockClear()
  later(1_000, 'g')
  later(4_000, 'j')
  expect(ran.mock.calls).toEqual([['next']])
})

test('a field keeps what is typed, whatever kind of field it is', () => {
  show(
    <>
      <input aria-label="text" />
      <textarea aria-label="area" />
      <select aria-label="choice" />
      <div contentEditable suppressContentEditableWarning aria-label="rich" role="textbox" />
      <button role="combobox" aria-label="box" aria-controls="none" aria-expanded={false} />
      <input type="checkbox" aria-label="check" />
    </>,
  )
  for (const name of ['text', 'area', 'choice', 'rich', 'box'])
    expect(press(['j', 'g', 'j', '?', 'Escape'], screen.getByLabelText(name))).toEqual([])
  expect(press(['j'], screen.getByLabelText('check'))).toEqual(['next'])
})

test.each(['dialog', 'alertdialog', 'menu', 'listbox'])(
  'an open %s lets no key through to the list',
  (role) => {
    show(
      <div role={role} aria-label="over the list">
        <button>Inside</button>
      </div>,
    )
    expect(press(['j', 'g', 'j', '?', 'Escape'], screen.getByText('Inside'))).toEqual([])
    // Wherever the focus is meanwhile.
    expect(press(['j', 'x'], screen.getByText('In the list'))).toEqual([])
    expect(press(['j', 'x'])).toEqual([])
  },
)

test('an overlay lets through what it names', () => {
  show(
    <div role="dialog" aria-label="a person" data-commands="list">
      <button>Inside</button>
    </div>,
  )
  expect(press(['j', '?'], screen.getByText('Inside'))).toEqual(['next'])
})

test('what a control has done with a key is not done again', () => {
  show(<button onKeyDown={(event) => event.preventDefault()}>Has its own</button>)
  expect(press(['j'], screen.getByText('Has its own'))).toEqual([])
})

test('a held key repeats a move and nothing else', () => {
  show()
  expect(
    press([
      { key: 'j', repeat: true },
      { key: 'x', repeat: true },
    ]),
  ).toEqual(['next'])
})

test('single keys can be turned off, and commands given other keys or none', () => {
  show(null, { off: true, keys: {} }).unmount()
  show(null, { off: true, keys: {} })
  expect(press(['j', 'x', '?', 'g', 'j'])).toEqual([])
  expect(press(['Escape'])).toEqual(['back'])
})

test('another key takes the place of the usual one', () => {
  show(null, { off: false, keys: { next: 'n', select: '', open: 'g o' } })
  expect(press(['j', 'n', 'x', 'o', 'g', 'o'])).toEqual(['next', 'open'])
})

test('a command that cannot be done now leaves its key alone', () => {
  show(null, defaultKeys, false)
  expect(press(['j'])).toEqual([])
})

test('the last part of the page to offer a command has it, until it goes', () => {
  function Panel() {
    useCommands({ next: () => ran('back') })
    return null
  }
  function Page() {
    const [open, setOpen] = useState(true)
    return (
      <>
        {open ? <Panel /> : null}
        <button onClick={() => setOpen(false)}>Close</button>
      </>
    )
  }
  show(<Page />)
  expect(press(['j'])).toEqual(['back'])
  fireEvent.click(screen.getByText('Close'))
  expect(press(['j'])).toEqual(['next'])
})

/** Has a command that comes later, and another that waits for it. */
function Late({ here }: { here: boolean }) {
  useCommands({ shortlist: !here && (() => awaitCommand('shortlist')) })
  return here ? <Decisions /> : null
}
function Decisions() {
  useCommands({ shortlist: () => ran('shortlist'), maybe: () => ran('maybe') })
  return null
}

test('a key pressed before its command is here runs it once it is, once', async () => {
  const page = (here: boolean) => (
    <ReaderProvider reader={{ id: 'ada', name: 'Ada', role: 'recruiter', signIn: true, keys: defaultKeys }}>
      <CommandKeys />
      <Late here={here} />
    </ReaderProvider>
  )
  const { rerender } = render(page(false))
  expect(press(['1'])).toEqual([])
  rerender(page(true))
  await vi.waitFor(() => expect(ran.mock.calls).toEqual([['shortlist']]), soon)
  rerender(page(false))
  rerender(page(true))
  expect(press(['2'])).toEqual(['maybe'])
})
