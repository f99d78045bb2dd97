import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jobIdPattern } from '@/lib/contracts/job'
import { parseJobReference } from '@/lib/domain/job-reference'

const id = '4123456789'

test.each([
  [id],
  [`  ${id}\n`],
  [`https://www.linkedin.com/jobs/view/${id}`],
  [`https://www.linkedin.com/jobs/view/${id}/`],
  [`https://www.linkedin.com/jobs/view/${id}/?refId=abc%3D&trackingId=x`],
  [`https://www.linkedin.com/jobs/view/growth-marketer-at-tallow-finch-${id}`],
  [`https://fr.linkedin.com/jobs/view/d%C3%A9veloppeur-chez-papier-lune-${id}?position=1`],
  [`www.linkedin.com/jobs/view/${id}`],
  [`linkedin.com/jobs/view/${id}`],
  [`https://www.linkedin.com/jobs/search/?currentJobId=${id}&keywords=seo`],
  [`https://www.linkedin.com/jobs/collections/recommended/?currentJobId=${id}`],
  [`https://www.linkedin.com/hiring/jobs/${id}/detail/`],
  [`https://www.linkedin.com/hiring/jobs/${id}/applicants/26000000001/detail/`],
  [`https://www.linkedin.com/my-items/posted-jobs/?jobId=${id}`],
  [`https://www.linkedin.com/job-posting/${id}`],
  [`https://www.linkedin.com/talent/job-management/${id}`],
  [`urn:li:jobPosting:${id}`],
  [`urn:li:fsd_jobPosting:${id}`],
  [`http://127.0.0.1:3000/jobs/${id}`],
  [`http://127.0.0.1:3000/jobs/${id}?rating=GOOD_FIT&q=seo`],
  [`http://127.0.0.1:3000/jobs/${id}/candidates/26000000001?top=1`],
])('%j means the job', (pasted) => {
  expect(parseJobReference(pasted)).toBe(id)
})

test('an id that is not a number is taken as typed, and from an address of Shortlist', () => {
  expect(parseJobReference('job_A-7')).toBe('job_A-7')
  expect(parseJobReference('https://shortlist.example/jobs/job_A-7?q=x')).toBe('job_A-7')
})

test.each([
  [''],
  ['   '],
  ['growth marketer'],
  ['../../etc/passwd'],
  ['4123456789; drop table job'],
  ['https://www.linkedin.com/'],
  ['https://www.linkedin.com/jobs/'],
  ['https://www.linkedin.com/jobs/search/?keywords=seo'],
  ['https://www.linkedin.com/jobs/collections/recommended/'],
  ['https://www.linkedin.com/jobs/view/'],
  ['https://linkedin.com/jobs/view/growth-marketer'],
  ['https://www.linkedin.com/in/imogen-harrowgate-41234567'],
  ['urn:li:jobPosting:'],
  ['https://'],
  ['javascript:alert(4123456789)'],
  [`https://www.linkedin.com/jobs/search/?currentJobId=${'9'.repeat(65)}`],
  ['a'.repeat(65)],
])('%j names no job', (pasted) => {
  expect(parseJobReference(pasted)).toBeNull()
})

test('whatever is pasted, it is a usable id or nothing', () => {
  const piece = fc.constantFrom(
    'https://',
    'www.linkedin.com',
    '/jobs/',
    'view/',
    '?currentJobId=',
    '4123456789',
    '%',
    '%00',
    '#',
    '..',
    '@',
    ':',
    '[',
    '\\',
    'urn:li:job:',
    '\u202e',
    '\ud800',
    '長',
  )
  fc.assert(
    fc.property(
      fc.string({ unit: fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 3 })) }),
      (pasted) => {
        const read = parseJobReference(pasted)
        if (read !== null) expect(read).toMatch(jobIdPattern)
      },
    ),
  )
})
