import { expect, test } from 'vitest'
import { memberLabel } from '@/lib/domain/member-label'

const ada = { id: '1', name: 'Ada Ray', email: 'ada@example.test' }
const other = { id: '2', name: 'ada ray ', email: 'ray@example.test' }
const bo = { id: '3', name: 'Bo Lind', email: 'bo@example.test' }

test('an address stands only beside a name that two have', () => {
  const members = [ada, other, bo]
  expect(members.map((member) => memberLabel(member, members))).toEqual([
    'Ada Ray (ada@example.test)',
    'ada ray  (ray@example.test)',
    'Bo Lind',
  ])
  expect(memberLabel(ada, [ada, bo])).toBe('Ada Ray')
})

test('without an address the name stands alone', () => {
  const unknown = { id: '4', name: 'Ada Ray' }
  expect(memberLabel(unknown, [ada, unknown])).toBe('Ada Ray')
})
