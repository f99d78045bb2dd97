import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { lazyPart } from '@/components/shared/lazy-part'
import { PartNotice } from '@/components/shared/part-notice'
import { WaitingPopover } from '@/components/shared/waiting'

const lost = () => Promise.reject(new Error('Failed to load chunk'))
const noServer = () => vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('offline'))

type Props = { name: string }
const Whole = ({ name }: Props) => <p>Career of {name}</p>

test('a part that does not come is named in its place, and a press brings it with the page as it was', async () => {
  noServer()
  const load = vi.fn<() => Promise<typeof Whole>>().mockImplementationOnce(lost).mockResolvedValue(Whole)
  const Part = lazyPart<Props>(load, ({ state, retry }) =>
    state === 'loading' ? <p>Loading</p> : <PartNotice state={state} retry={retry} />,
  )
  render(
    <>
      <p>The list</p>
      <Part name="Ada" />
    </>,
  )
  expect(await screen.findByRole('alert')).toHaveTextContent('This part did not load')
  expect(screen.getByText('The list')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('Career of Ada')).toBeVisible()
  expect(screen.queryByRole('alert')).toBeNull()
  expect(load).toHaveBeenCalledTimes(2)
})

test('a part that was lost is tried again once the browser is online', async () => {
  noServer()
  const load = vi.fn<() => Promise<typeof Whole>>().mockImplementationOnce(lost).mockResolvedValue(Whole)
  const Part = lazyPart<Props>(load, (props) => <PartNotice {...props} />)
  render(<Part name="Ada" />)
  await screen.findByRole('button', { name: 'Try again' })
  await act(async () => window.dispatchEvent(new Event('online')))
  expect(await screen.findByText('Career of Ada')).toBeVisible()
})

test('a part that was prepared is there in the first drawing', async () => {
  const Part = lazyPart<Props>(
    async () => Whole,
    () => <p>Loading</p>,
  )
  await act(async () => Part.prepare())
  const { container } = render(<Part name="Ada" />)
  expect(container).toHaveTextContent('Career of Ada')
})

type FindProps = { text: string; onText: (text: string) => void; anchor: () => null; onClose: () => void }
const Field = ({ text, onText }: FindProps) => (
  <input aria-label="Find" value={text} onChange={(event) => onText(event.target.value)} />
)
const Found = (props: FindProps) => (
  <div role="dialog" aria-label="Ready">
    <Field {...props} />
  </div>
)

test('what is typed while a part is on its way is there when it has come', async () => {
  let come: (part: typeof Found) => void = () => undefined
  const Part = lazyPart<FindProps>(
    () => new Promise((resolve) => (come = resolve)),
    (props) => (
      <WaitingPopover {...props} label="On its way">
        <Field {...props} />
      </WaitingPopover>
    ),
  )
  function Bar() {
    const [text, setText] = useState('')
    return <Part text={text} onText={setText} anchor={() => null} onClose={() => undefined} />
  }
  render(<Bar />)
  await userEvent.keyboard('par')
  expect(screen.getByRole('dialog', { name: 'On its way' })).toBeVisible()
  await act(async () => come(Found))
  expect(screen.getByRole('dialog', { name: 'Ready' })).toBeVisible()
  expect(screen.getByRole('textbox', { name: 'Find' })).toHaveValue('par')
})

test('Escape closes what is on its way', async () => {
  const onClose = vi.fn()
  const Part = lazyPart<FindProps>(
    () => new Promise(() => undefined),
    (props) => <WaitingPopover {...props} label="On its way" />,
  )
  render(<Part text="" onText={() => undefined} anchor={() => null} onClose={onClose} />)
  expect(screen.getByRole('dialog', { name: 'On its way' })).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  expect(onClose).toHaveBeenCalledOnce()
})
