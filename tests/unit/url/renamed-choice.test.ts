import { expect, test } from 'vitest'
import { renameInQuery } from '@/lib/url/renamed-choice'
import { parseView } from '@/lib/url/view'

const renamed = (query: string, name: string) =>
  renameInQuery(query, 'tag', (choice) => (choice.toLowerCase() === 'phone' ? name : null))

test.each([
  ['rating=GOOD_FIT&tag=Phone,Later&sort=-years', 'rating=GOOD_FIT&tag=Call,Later&sort=-years'],
  ['?tag=phone', '?tag=Call'],
  ['tag=Call,Phone', 'tag=Call'],
  ['q=phone&other=%C3%A4,b+c', 'q=phone&other=%C3%A4,b+c'],
  ['tag=%E0%A4%A', 'tag=%E0%A4%A'],
  ['', ''],
])('in %j a renamed tag is %j', (before, after) => {
  expect(renamed(before, 'Call')).toBe(after)
})

test('a name with a comma is one tag still', () => {
  expect(parseView(renamed('?tag=Later,phone', 'Call, then write')).tag).toEqual([
    'Later',
    'Call, then write',
  ])
})
