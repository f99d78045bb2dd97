import { expect, test } from 'vitest'
import { findMentionQuery } from '@/lib/domain/mention-query'

const members = ['Ada Quill', 'Bo Ådal', 'Adam', 'Chen'].map((name) => ({ id: name, name }))
const offered = (text: string, caret = text.length) =>
  findMentionQuery(text, caret, members)?.members.map(({ name }) => name) ?? null

test('an @ offers everyone, and what follows it narrows them, whatever the capitals and accents', () => {
  expect(offered('@')).toEqual(['Ada Quill', 'Bo Ådal', 'Adam', 'Chen'])
  expect(offered('Ask @ad')).toEqual(['Ada Quill', 'Adam', 'Bo Ådal'])
  expect(offered('(@ADA Q')).toEqual(['Ada Quill'])
})

test('only the text up to the caret counts, and says where the @ stands', () => {
  expect(findMentionQuery('Ask @ch about it', 7, members)).toEqual({ from: 4, members: [members[3]] })
})

test.each(['ada@', 'mail@ad', '@ ad', '@nobody', 'Ask @Chen', '@Chen and more', '@ad\nx', ''])(
  'nobody is offered for %j',
  (text) => expect(offered(text)).toBeNull(),
)
