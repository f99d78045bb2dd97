import { expect, test } from 'vitest'
import { decodeEntities } from '@/lib/domain/decode-entities'

test.each([
  ['AT&amp;T', 'AT&T'],
  ['AT&amp;amp;T', 'AT&T'],
  ['Soci&eacute;t&eacute; G&#233;n&#xe9;rale', 'Société Générale'],
  ['O&#39;Brien &quot;Bo&quot;', 'O\'Brien "Bo"'],
  ['a &lt; b', 'a < b'],
  ['R&D; Q&A, AT&T', 'R&D; Q&A, AT&T'],
  ['fish & chips &nosuchthing;', 'fish & chips &nosuchthing;'],
  ['?a=1&copy=2', '?a=1&copy=2'],
  [null, null],
])('%j reads %j', (sent, read) => {
  expect(decodeEntities(sent)).toBe(read)
})
