import fc from 'fast-check'
import { expect, test } from 'vitest'
import { disarmFormulas, restoreFormulas } from '@/lib/domain/spreadsheet-text'

test.each([
  ['=1+2', "'=1+2"],
  ["'=1", "''=1"],
  ['a;=1', "a;'=1"],
  ['\t=1', "'\t'=1"],
  ['a-b', 'a-b'],
  ['', ''],
])('%j is disarmed as %j', (text, disarmed) => {
  expect(disarmFormulas(text)).toBe(disarmed)
})

test('any text is given back as it was, and no part of it runs meanwhile', () => {
  const unit = fc.constantFrom(...',;\t\r\n"\' a=+-@＝＠1é')
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
      const disarmed = disarmFormulas(text)
      expect(restoreFormulas(disarmed)).toBe(text)
      const [first = '', ...rest] = disarmed.split(/[,;\t\r\n]/)
      // After a separator a spreadsheet may take quotes and spaces away first.
      for (const cell of [first, ...rest.map((each) => each.replace(/^["\s]+/, ''))])
        expect(cell).not.toMatch(/^[=+\-@＝＠]/)
    }),
    { numRuns: 2_000 },
  )
})
