import { keepPreviousData, QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { useCallback, useState } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SearchField } from '@/components/filters/search-field'
import { useNewestText } from '@/components/filters/use-newest-text'
import type { HistoryStep } from '@/components/shared/use-address'

type Sent = {
  q: string
  answered: boolean
  signal: AbortSignal
  answer: () => Promise<void>
  fail: () => Promise<void>
}
const requests: Sent[] = []
const texts = () => requests.map(({ q }) => q)
const inFlight = () => requests.filter(({ answered, signal }) => !answered && !signal.aborted)
const newest = () => {
  const request = requests.at(-1)
  if (!request) throw new Error('nothing was requested')
  return request
}

beforeEach(() => {
  requests.length = 0
  vi.stubGlobal('fetch', (path: string, { signal }: RequestInit & { signal: AbortSignal }) => {
    return new Promise<Response>((resolve, reject) => {
      const end = (how: () => void) =>
        act(async () => {
          request.answered = true
          how()
          await vi.advanceTimersByTimeAsync(1)
        })
      const request: Sent = {
        q: new URL(path, 'http://shortlist.test').searchParams.get('q') ?? '',
        answered: false,
        signal,
        answer: () => end(() => resolve(Response.json(request.q))),
        fail: () => end(() => reject(new Error('no connection'))),
      }
      signal.addEventListener('abort', () => reject(signal.reason as Error))
      requests.push(request)
      // However fast somebody types, the server has one of their searches at a time.
      expect(inFlight().length).toBeLessThanOrEqual(1)
    })
  })
  vi.useFakeTimers()
})
afterEach(() => vi.useRealTimers())

const useAnswer = (q: string) =>
  useQuery({
    queryKey: [q],
    queryFn: async ({ signal }) => (await fetch(`/list?q=${q}`, { signal })).json() as Promise<string>,
    enabled: q !== '',
    placeholderData: keepPreviousData,
    retry: false,
  })

const steps: HistoryStep[] = []

/** A search field over a list that is read for the text of its address. */
function List() {
  const [q, setQ] = useState('')
  const { isFetching } = useAnswer(q)
  const commit = useCallback((text: string, step: HistoryStep) => {
    steps.push(step)
    setQ(text)
  }, [])
  return (
    <>
      <SearchField committed={q} waiting={isFetching} commit={commit} />
      <button onClick={() => setQ('')}>Back</button>
    </>
  )
}

const shown = (children: React.ReactNode) => {
  steps.length = 0
  render(<QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>)
  return screen.getByRole<HTMLInputElement>('searchbox')
}
const type = async (field: HTMLInputElement, text: string) => {
  fireEvent.change(field, { target: { value: text } })
  await act(() => vi.advanceTimersByTimeAsync(0))
}
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

test('the first letter is searched at once, and the newest text as soon as its answer is there', async () => {
  const field = shown(<List />)
  await type(field, 'a')
  expect(texts()).toEqual(['a'])
  await type(field, 'an')
  await type(field, 'ann')
  await type(field, 'anna')
  expect(texts()).toEqual(['a'])
  await newest().answer()
  expect(texts()).toEqual(['a', 'anna'])
  await newest().answer()
  expect(field.value).toBe('anna')
  // What was typed is one step of the browser's history.
  expect(steps).toEqual(['push', 'replace'])
})

test('a text that is back at what was searched before asks for nothing', async () => {
  const field = shown(<List />)
  await type(field, 'a')
  await type(field, 'ab')
  await type(field, 'a')
  await newest().answer()
  expect(texts()).toEqual(['a'])
})

test('a slow answer is given up for what was typed since, and its request is aborted', async () => {
  const field = shown(<List />)
  await type(field, 'a')
  await type(field, 'an')
  await pass(1_000)
  expect(texts()).toEqual(['a', 'an'])
  expect(requests.map(({ signal }) => signal.aborted)).toEqual([true, false])
})

test('Enter and Escape do not wait for an answer', async () => {
  const field = shown(<List />)
  await type(field, 'a')
  await type(field, 'an')
  await act(async () => {
    fireEvent.submit(screen.getByRole('search'))
    await vi.advanceTimersByTimeAsync(0)
  })
  expect(texts()).toEqual(['a', 'an'])
  expect(requests[0]?.signal.aborted).toBe(true)
  fireEvent.keyDown(field, { key: 'Escape' })
  await pass(0)
  expect(field.value).toBe('')
  expect(inFlight()).toEqual([])
})

test('typing after a rest is a search that Back undoes by itself', async () => {
  const field = shown(<List />)
  await type(field, 'a')
  await newest().answer()
  await pass(1_500)
  await type(field, 'b')
  expect(steps).toEqual(['push', 'push'])
})

test('Back takes the field along, even while a text waits for its turn', async () => {
  const field = shown(<List />)
  await type(field, 'a')
  await newest().answer()
  await type(field, 'ab')
  await type(field, 'abc')
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name: 'Back' }))
    await vi.advanceTimersByTimeAsync(0)
  })
  expect(field.value).toBe('')
  await pass(5_000)
  expect(texts()).toEqual(['a', 'ab'])
})

test('what an input method is composing is searched once it is composed', async () => {
  const field = shown(<List />)
  fireEvent.compositionStart(field)
  await type(field, 'n')
  await type(field, 'ni')
  expect(field.value).toBe('ni')
  expect(texts()).toEqual([])
  fireEvent.change(field, { target: { value: '你' } })
  fireEvent.compositionEnd(field)
  await pass(0)
  expect(texts()).toEqual(['你'])
})

test('a keyboard that composes every word is searched letter by letter', async () => {
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Mozilla/5.0 (Linux; Android 15) Chrome/140')
  const field = shown(<List />)
  fireEvent.compositionStart(field)
  await type(field, 'an')
  expect(texts()).toEqual(['an'])
})

/** The search within a filter, whose text is its own. */
function Choices() {
  const [text, setText] = useState('')
  const [sent, setSent] = useState('')
  const { isFetching } = useAnswer(sent)
  useNewestText({ text, sent, waiting: isFetching, send: setSent })
  return <input type="search" value={text} onChange={(event) => setText(event.target.value)} />
}

test('a search within a filter goes on after an answer that failed', async () => {
  const field = shown(<Choices />)
  await type(field, 'a')
  await type(field, 'ab')
  await newest().fail()
  expect(texts()).toEqual(['a', 'ab'])
})
