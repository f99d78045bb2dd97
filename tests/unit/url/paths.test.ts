import { emptyView } from '@/lib/contracts/words'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { candidatePath, jobPath } from '@/lib/url/paths'
import { parseView } from '@/lib/url/view'

const job = { jobId: '4123456789', account: null }
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
const q = text.map((typed) => typed.trim())

test('the plain list of the default account has the shortest address', () => {
  expect(jobPath(job)).toBe('/jobs/4123456789')
  expect(jobPath(job, emptyView)).toBe('/jobs/4123456789')
  expect(candidatePath(job, '26000000001')).toBe('/jobs/4123456789/candidates/26000000001')
})

test('the view, the open candidate and the account stand in one address', () => {
  expect(candidatePath({ ...job, account: 'north & south' }, '1/2', { ...emptyView, top: true })).toBe(
    '/jobs/4123456789/candidates/1%2F2?top=1&account=north%20%26%20south',
  )
})

// A letter goes first: a path made of dots alone is no place of its own in any address.
test('whatever an application is called, its address leads back to it, through the same view and account', () => {
  fc.assert(
    fc.property(text, q, fc.option(text), (applicationId, typed, account) => {
      const url = new URL(
        candidatePath({ ...job, account }, `a${applicationId}`, { ...emptyView, q: typed }),
        'http://x',
      )
      const [, jobs, jobId, candidates, id, ...rest] = url.pathname.split('/')
      expect([jobs, jobId, candidates, rest]).toEqual(['jobs', job.jobId, 'candidates', []])
      expect(decodeURIComponent(id ?? '')).toBe(`a${applicationId}`)
      expect(url.searchParams.get('account')).toBe(account)
      expect(parseView(url.search)).toEqual({ ...emptyView, q: typed })
    }),
  )
})
