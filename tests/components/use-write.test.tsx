import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { useChange } from '@/components/shared/use-change'
import { offline, ProblemError } from '@/lib/query/http'
import { soon } from '../soon'

const refresh = vi.hoisted(() => vi.fn())
vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh }) }))

const send = vi.fn<(name: string) => Promise<void>>()
const onSuccess = vi.fn()

function NameForm() {
  const { change, busy, problem } = useChange({ mutationFn: send, onSuccess, done: 'The name is saved.' })
  return (
    <>
      <button type="button" aria-busy={busy} onClick={() => change('Ada')}>
        Save
      </button>
      {problem ? <p role="alert">{problem.title}</p> : null}
    </>
  )
}

const button = () => screen.getByRole('button', { name: 'Save' })
const show = () =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <NameForm />
    </QueryClientProvider>,
  )
const press = (times: number) =>
  act(() => {
    for (let at = 0; at < times; at += 1) button().click()
  })

afterEach(() => {
  for (const mock of [send, onSuccess, refresh]) mock.mockReset()
})

test('pressed twice in one breath, a change is sent once; then the page is read again', async () => {
  let arrive = () => {}
  send.mockReturnValue(new Promise((resolve) => (arrive = resolve)))
  show()
  press(2)
  await vi.waitFor(() => expect(button()).toHaveAttribute('aria-busy', 'true'), soon)
  press(1)
  expect(send).toHaveBeenCalledExactlyOnceWith('Ada', expect.anything())
  expect(refresh).not.toHaveBeenCalled()
  act(arrive)
  await vi.waitFor(() => expect(button()).toHaveAttribute('aria-busy', 'false'), soon)
  expect(onSuccess).toHaveBeenCalledTimes(1)
  expect(refresh).toHaveBeenCalledTimes(1)
})

test('a refused change says why, and can be tried again', async () => {
  send
    .mockRejectedValueOnce(new ProblemError({ ...offline, title: 'This name is taken' }))
    .mockResolvedValueOnce()
  show()
  press(1)
  expect(await screen.findByRole('alert')).toHaveTextContent('This name is taken')
  expect(refresh).not.toHaveBeenCalled()
  press(1)
  await vi.waitFor(() => expect(refresh).toHaveBeenCalledTimes(1), soon)
  expect(screen.queryByRole('alert')).toBeNull()
})

test('without a connection a change fails at once, and is not sent later', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  send.mockRejectedValueOnce(new ProblemError(offline))
  show()
  press(1)
  expect(await screen.findByRole('alert')).toHaveTextContent('No connection')
  await vi.waitFor(() => expect(button()).toHaveAttribute('aria-busy', 'false'), soon)
})
