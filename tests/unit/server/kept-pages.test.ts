import { expect, test, vi } from 'vitest'
import { KeptAnswers } from '@/lib/server/services/kept-pages'

const newKept = (most?: number) => new KeptAnswers<{ text: string }>(({ text }) => text.length, most)

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
