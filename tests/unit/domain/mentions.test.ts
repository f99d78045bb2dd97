import { describe, expect, test } from 'vitest'
import { findMentions, mentionedMembers } from '@/lib/domain/mentions'

const ann = { id: 'a', name: 'Ann' }
const annLee = { id: 'b', name: 'Ann Lee' }
const otherAnn = { id: 'c', name: 'ann' }
const ids = (text: string, members = [ann, annLee], chosen: string[] = []) =>
  mentionedMembers(text, members, chosen).map(({ id }) => id)

describe('members whom a note mentions', () => {
  test('are named by @ and their whole name, in capitals or not', () => {
    expect(ids('Ask @ann, then @ANN LEE.')).toEqual(['a', 'b'])
    expect(ids('Ask Ann.')).toEqual([])
  })
  test('are not part of a longer word or an address', () => {
    expect(ids('@Anna and mail@ann')).toEqual([])
    expect(ids('(@Ann)')).toEqual(['a'])
  })
  test('of names that begin alike the longest counts', () => {
    expect(findMentions('@Ann Lee', [ann, annLee])).toEqual([{ from: 0, to: 8, members: [annLee] }])
  })
  test('of one name are all meant, or those who were chosen', () => {
    const members = [ann, otherAnn]
    expect(ids('@Ann', members)).toEqual(['a', 'c'])
    expect(ids('@Ann', members, ['c'])).toEqual(['c'])
    expect(ids('@Ann', members, ['b'])).toEqual(['a', 'c'])
  })
  test('nobody is called by nothing', () => {
    expect(ids('@ @@', [{ id: 'x', name: ' ' }])).toEqual([])
  })
})
