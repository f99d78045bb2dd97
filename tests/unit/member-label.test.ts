import { expect, test } from 'vitest'
import { memberLabel } from '@/lib/domain/member-label'

const ada = { id: '1', name: 'Ada Ray', email: 'ada@example.test' }
const other = { id: '2', name: 'ada ray ', email: 'ray@example.test' }
const bo = { id: '3', name: 'Bo Lind', email: 'bo@example.test' }
const format = (iso: string, precision: 'day' | 'time') => iso.slice(0, precision === 'day' ? 10 : 16)

test('an address stands only beside a name that two have', () => {
  const members = [ada, other, bo]
  expect(members.map((member) => memberLabel(member, members, format))).toEqual([
    'Ada Ray (ada@example.test)',
    'ada ray  (ray@example.test)',
    'Bo Lind',
  ])
  expect(memberLabel(ada, [ada, bo], format)).toBe('Ada Ray')
})

test('without an address the role and the day of joining tell two of one name apart, and the time those of one day', () => {
  const join = (id: string, role: 'recruiter' | 'viewer', joinedAt: string, name = 'Ada Ray') => ({
    ...{ id, name, role, joinedAt },
  })
  const members = [
    join('1', 'recruiter', '2026-03-01T09:00:00.000Z'),
    join('2', 'viewer', '2026-03-01T09:30:00.000Z'),
    join('3', 'recruiter', '2026-04-02T10:00:00.000Z'),
    join('4', 'recruiter', '2026-04-02T11:00:00.000Z'),
    join('5', 'recruiter', '2026-04-02T11:00:00.000Z', 'Bo Lind'),
  ]
  expect(members.map((member) => memberLabel(member, members, format))).toEqual([
    'Ada Ray (recruiter, joined 2026-03-01)',
    'Ada Ray (viewer, joined 2026-03-01)',
    'Ada Ray (recruiter, joined 2026-04-02T10:00)',
    'Ada Ray (recruiter, joined 2026-04-02T11:00)',
    'Bo Lind',
  ])
})

test('where nothing else is known the name stands alone', () => {
  const unknown = { id: '4', name: 'Ada Ray' }
  expect(memberLabel(unknown, [ada, unknown], format)).toBe('Ada Ray')
})
