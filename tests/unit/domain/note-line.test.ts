import { expect, test } from 'vitest'
import { noteLine } from '@/lib/domain/note-line'

test.each([
  ['**Strong** in _SQL_\n\n- asks for 60k\n- from May', 'Strong in SQL asks for 60k from May'],
  ['# Call\n> She said `yes`', 'Call She said yes'],
  ['See [her talk](https://example.test/a_(b))', 'See her talk'],
  ['snake_case and 2*3*4', 'snake_case and 2*3*4'],
  ['<b>Not markup</b>', '<b>Not markup</b>'],
  ['1. one\n2. two', 'one two'],
])('a row shows %j as %j', (text, line) => {
  expect(noteLine(text)).toBe(line)
})
