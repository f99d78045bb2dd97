import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toPseudonym, toRef } from '@/lib/domain/pseudonym'

const anyBytes = fc.uint8Array({ minLength: 10, maxLength: 32 })

test('a pseudonym is two words and a number, the same for the same bytes', () => {
  fc.assert(
    fc.property(anyBytes, (bytes) => {
      expect(toPseudonym(bytes)).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+ \d{1,2}$/)
      expect(toPseudonym(Uint8Array.from([0, ...bytes]).subarray(1))).toBe(toPseudonym(bytes))
    }),
  )
  expect(() => toPseudonym(new Uint8Array(7))).toThrow(RangeError)
})

test('a ref is sixteen safe characters, and other bytes give another one', () => {
  fc.assert(
    fc.property(anyBytes, anyBytes, (one, other) => {
      expect(toRef(one)).toMatch(/^[0-9a-hj-km-np-tv-z]{16}$/)
      const same = one.slice(0, 10).join() === other.slice(0, 10).join()
      expect(toRef(one) === toRef(other)).toBe(same)
    }),
  )
  expect(() => toRef(new Uint8Array(9))).toThrow(RangeError)
})
