import { expect, test, vi } from 'vitest'
import { createSharedPoll, type Turn } from '@/lib/server/purchases/shared-poll'
import { soon } from '../soon'

type Step = Turn<string, { pages: number }>
const waiting: Step = { progress: null }

/** A poll whose questions are answered, and whose pauses end, when the test says so. */
function controlledPoll() {
  const pauses: number[] = []
  let next = () => {}
  const wait = createSharedPoll<string, { pages: number }>((ms, signal) => {
    pauses.push(ms)
    return new Promise<void>((resolve, reject) => {
      next = resolve
      signal.addEventListener('abort', () => reject(signal.reason as Error))
    })
  })
  const ask = vi.fn(async (): Promise<Step> => waiting)
  const paused = (times: number) => vi.waitFor(() => expect(pauses).toHaveLength(times), soon)
  /** Lets the pause end that the poll is in. */
  const turn = () => next()
  const join = (signal?: AbortSignal, onProgress: (progress: { pages: number }) => void = () => {}) =>
    wait('fetch-1', ask, { signal, onProgress })
  return { ask, join, pauses, paused, turn }
}

test('fifty callers ask once a turn, less and less often, and all get the answer', async () => {
  const { ask, join, pauses, paused, turn } = controlledPoll()
  const callers = Array.from({ length: 50 }, () => join())
  for (let turns = 1; turns <= 8; turns++) {
    await paused(turns)
    expect(ask).toHaveBeenCalledTimes(turns)
    if (turns < 8) turn()
  }
  expect(pauses[0]).toBe(150)
  expect(pauses).toEqual([...pauses].sort((a, b) => a - b))
  expect(pauses.at(-1)).toBe(1_000)
  ask.mockResolvedValueOnce({ answer: 'bought' })
  turn()
  expect(new Set(await Promise.all(callers))).toEqual(new Set(['bought']))
  expect(ask).toHaveBeenCalledTimes(9)
})

test('a caller who leaves does not end the wait of the others; the last one ends the poll', async () => {
  const { ask, join, paused, turn } = controlledPoll()
  const [first, second] = [new AbortController(), new AbortController()]
  const left = expect(join(first.signal)).rejects.toThrow('first left')
  const alsoLeft = expect(join(second.signal)).rejects.toThrow('second left')
  await paused(1)
  first.abort(new Error('first left'))
  await left
  turn()
  await paused(2)
  second.abort(new Error('second left'))
  await alsoLeft
  turn()
  expect(ask).toHaveBeenCalledTimes(2)

  // Whoever comes after them starts afresh, rather than join a poll that was given up.
  ask.mockResolvedValueOnce({ answer: 'bought' })
  await expect(join()).resolves.toBe('bought')
  expect(ask).toHaveBeenCalledTimes(3)
})

test('a caller who has left already asks nothing', async () => {
  const { ask, join } = controlledPoll()
  await expect(join(AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone')
  expect(ask).not.toHaveBeenCalled()
})

test('progress reaches everyone once, and a late caller at once, without a question', async () => {
  const { ask, join, paused, turn } = controlledPoll()
  const [early, late] = [vi.fn(), vi.fn()]
  ask.mockResolvedValue({ progress: { pages: 1 } })
  const first = join(undefined, early)
  await paused(1)
  turn()
  await paused(2)
  const second = join(undefined, late)
  expect(ask).toHaveBeenCalledTimes(2)
  for (const heard of [early, late]) expect(heard).toHaveBeenCalledExactlyOnceWith({ pages: 1 })
  ask.mockResolvedValue({ answer: 'bought' })
  turn()
  expect(await Promise.all([first, second])).toEqual(['bought', 'bought'])
})

test('a caller who fails to take the progress fails alone', async () => {
  const { ask, join, paused, turn } = controlledPoll()
  const closed = () => {
    throw new Error('stream closed')
  }
  const failing = expect(join(undefined, closed)).rejects.toThrow('stream closed')
  const other = join()
  ask.mockResolvedValueOnce({ progress: { pages: 1 } })
  await paused(1)
  turn()
  await failing
  await paused(2)
  ask.mockResolvedValueOnce({ answer: 'bought' })
  turn()
  await expect(other).resolves.toBe('bought')
})

test('an error ends the wait of everyone, and is not remembered', async () => {
  const { ask, join } = controlledPoll()
  ask.mockRejectedValueOnce(new Error('store away'))
  const callers = await Promise.allSettled([join(), join()])
  for (const caller of callers) expect(caller).toMatchObject({ reason: new Error('store away') })
  ask.mockResolvedValueOnce({ answer: 'bought' })
  await expect(join()).resolves.toBe('bought')
})
