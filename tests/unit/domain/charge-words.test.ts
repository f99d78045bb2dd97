import { describe, expect, test } from 'vitest'
import type { Charge } from '@/lib/contracts/fetch'
import { chargeOfProblem, chargeText } from '@/lib/domain/credits'
import { addCharge, toCharge, noCharge } from '@/lib/server/purchases/charge'

describe('what a fetch cost is said from two facts', () => {
  test.each<[Charge & { joined?: true }, string]>([
    [{ spent: 0, lastCall: 'free' }, 'Nothing was charged.'],
    [{ spent: 1, lastCall: 'charged' }, 'You were charged 1 credit.'],
    [{ spent: 15, lastCall: 'free' }, 'You were charged 15 credits.'],
    [{ spent: 0, lastCall: 'unknown' }, 'You may have been charged; loading again could charge you twice.'],
    [
      { spent: 15, lastCall: 'unknown' },
      'You were charged 15 credits. The last page may have been charged too; loading again could charge it twice.',
    ],
    [{ spent: 0, lastCall: 'free', joined: true }, 'Nothing was charged.'],
    [
      { spent: 15, lastCall: 'free', joined: true },
      'The load that was already under way was charged 15 credits.',
    ],
    [
      { spent: 0, lastCall: 'unknown', joined: true },
      'The load that was already under way may have been charged; loading again could charge twice.',
    ],
    [
      { spent: 15, lastCall: 'unknown', joined: true },
      'The load that was already under way was charged 15 credits. The last page may have been charged too; loading again could charge it twice.',
    ],
  ])('%o', (charge, words) => expect(chargeText(charge, String)).toBe(words))

  test('a problem that says nothing of it is never called free', () => {
    const problem = { type: 'about:blank', title: '', status: 0, code: 'offline', detail: '' }
    expect(chargeOfProblem(problem)).toEqual({ spent: 0, lastCall: 'unknown' })
  })
})

describe('the calls of one fetch add up', () => {
  const total = (...stated: (number | null)[]) => stated.map(toCharge).reduce(addCharge, noCharge)

  test('every stated credit counts, and the last call is the last one', () => {
    expect(total()).toEqual(noCharge)
    expect(total(5, 5, 3)).toEqual({ spent: 13, lastCall: 'charged' })
    expect(total(5, 0)).toEqual({ spent: 5, lastCall: 'free' })
  })

  test('a call without a stated price leaves the fetch in doubt', () => {
    expect(total(5, null, 5)).toEqual({ spent: 10, lastCall: 'unknown' })
  })
})
