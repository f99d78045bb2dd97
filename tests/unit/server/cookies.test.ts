import { expect, test } from 'vitest'
import { readCookie } from '@/lib/server/http/cookies'

const read = (cookie: string | null, name = 'a') =>
  readCookie(new Request('http://127.0.0.1/', cookie === null ? {} : { headers: { cookie } }), name)

test.each([
  ['a=1; b=2', '1'],
  ['b=2;a=x%20y', 'x y'],
  ['a=1; a=2', '1'],
  ['aa=1; xa=2', null],
  ['a=%E0%A4', '%E0%A4'],
  ['a=%', '%'],
  ['a=caf\u00e9', 'caf\u00e9'],
  ['__proto__=1', null],
  ['', null],
  [null, null],
])('%s', (cookie, value) => {
  expect(read(cookie)).toBe(value)
})

test('a name of every object is the name of no cookie', () => {
  expect(read('a=1', 'constructor')).toBeNull()
  expect(read('a=1', '__proto__')).toBeNull()
})
