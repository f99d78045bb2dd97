import { expect, test, vi } from 'vitest'
import { AnswerCache } from '@/lib/server/candidates/page-cache'
import { readerLeft, readUntilLeft } from '@/lib/server/db/reader-left'

const newKept = (most = 1_000) => new AnswerCache<{ text: string }>(({ text }) => text.length, most)

test('a page asked for twice is made once, until its list has moved', async () => {
  const kept = newKept()
  const make = vi.fn(async () => ({ text: 'old' }))
  expect(await kept.of('page', '1', make)).toEqual({ text: 'old' })
  expect(await kept.of('page', '1', make)).toEqual({ text: 'old' })
  expect(make).toHaveBeenCalledTimes(1)
  expect(await kept.of('page', '2', async () => ({ text: 'new' }))).toEqual({ text: 'new' })
  expect(await kept.of('page', '2', make)).toEqual({ text: 'new' })
  expect(await kept.of('another', '2', async () => ({ text: 'other' }))).toEqual({ text: 'other' })
})

test('what was asked for longest ago is let go when there is too much', async () => {
  const kept = newKept(10)
  const made: string[] = []
  const ask = (page: string) =>
    kept.of(page, '1', async () => {
      made.push(page)
      return { text: 'x'.repeat(4) }
    })
  for (const page of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(page)
  expect(made).toEqual(['a', 'b', 'c', 'b'])
})

test('a page that cannot be made is asked for anew', async () => {
  const kept = newKept()
  await expect(kept.of('page', '1', () => Promise.reject(new Error('away')))).rejects.toThrow('away')
  expect(await kept.of('page', '1', async () => ({ text: 'here' }))).toEqual({ text: 'here' })
})

test('a hundred who ask for the same at once have it made once, and a failure is not kept', async () => {
  const kept = newKept()
  const make = vi.fn(async () => ({ text: 'same' }))
  const readers = Array.from({ length: 100 }, () => kept.ofAll('page', '1', make))
  expect(new Set((await Promise.all(readers)).map(({ text }) => text))).toEqual(new Set(['same']))
  expect(make).toHaveBeenCalledTimes(1)
  const fail = vi.fn(() => Promise.reject(new Error('away')))
  const failed = await Promise.allSettled([kept.ofAll('page', '2', fail), kept.ofAll('page', '2', fail)])
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(fail).toHaveBeenCalledTimes(1)
  expect(await kept.ofAll('page', '2', async () => ({ text: 'here' }))).toEqual({ text: 'here' })
})

test('when the first reader leaves, the next of those who wait makes it', async () => {
  const cache = newKept()
  const leaving = new AbortController()
  const make = vi.fn(async () => {
    const left = readerLeft()
    await Promise.resolve()
    left?.throwIfAborted()
    return { text: 'same' }
  })
  const first = readUntilLeft(leaving.signal, () => cache.ofAll('page', '1', make))
  const others = [cache.ofAll('page', '1', make), cache.ofAll('page', '1', make)]
  leaving.abort()
  await expect(first).rejects.toThrow()
  expect(await Promise.all(others)).toEqual([{ text: 'same' }, { text: 'same' }])
  expect(make).toHaveBeenCalledTimes(2)
})
