import { expect, test, vi } from 'vitest'
import { PageBytes } from '@/lib/server/services/page-bytes'

const read = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

test('a page asked for twice is made once, until its list has moved', async () => {
  const kept = new PageBytes()
  const make = vi.fn(async () => 'old')
  expect(read(await kept.of('page', '1', make))).toBe('old')
  expect(read(await kept.of('page', '1', make))).toBe('old')
  expect(make).toHaveBeenCalledTimes(1)
  expect(read(await kept.of('page', '2', async () => 'new'))).toBe('new')
  expect(read(await kept.of('page', '2', make))).toBe('new')
  expect(read(await kept.of('another', '2', async () => 'other'))).toBe('other')
})

test('what was asked for longest ago is let go when there is too much', async () => {
  const kept = new PageBytes(10)
  const made: string[] = []
  const ask = (page: string) =>
    kept.of(page, '1', async () => {
      made.push(page)
      return 'x'.repeat(4)
    })
  for (const page of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(page)
  expect(made).toEqual(['a', 'b', 'c', 'b'])
})

test('a page that cannot be made is asked for anew', async () => {
  const kept = new PageBytes()
  await expect(kept.of('page', '1', () => Promise.reject(new Error('away')))).rejects.toThrow('away')
  expect(read(await kept.of('page', '1', async () => 'here'))).toBe('here')
})
