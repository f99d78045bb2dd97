import { expect, test } from 'vitest'
import { noticeText } from '@/lib/domain/notice-text'

const nothingSaid = {
  ...{ controller: null, contact: null, job: 'SEO lead', preset: null, retentionDays: 730 },
  ...{ kept: false, links: 0, files: 0 },
}

test('a notice says what is missing of it', () => {
  const text = noticeText(nothingSaid)
  expect(text).toContain('Who is responsible: [your organisation]')
  expect(text).toContain('Until 730 days after we last worked on this job.')
  expect(text).not.toContain('outside')
  expect(text).not.toContain('exported')
})

test('a notice names who answers, who receives the data and by whose rule it goes', () => {
  const text = noticeText({
    ...nothingSaid,
    ...{ controller: 'Example Ltd', contact: 'privacy@example.test', preset: 'DE', links: 2, files: 1 },
  })
  expect(text).toContain('Your data in your application for SEO lead\n\nWho is responsible: Example Ltd')
  expect(text).toContain('Questions and requests: privacy@example.test')
  expect(text).toContain('shown to people outside by 2 links.')
  expect(text).toContain('exported once as a file')
  expect(text).toContain('Until 6 months after we last worked on this job (Germany: AGG § 15 (4)')
})

test('a notice promises no day for a job that is kept for as long as needed', () => {
  const kept = { ...nothingSaid, kept: true }
  expect(noticeText(kept)).toContain(
    'kept: For as long as we need it for this job; once we do not, until 730 days after we last worked on it.',
  )
  expect(noticeText({ ...kept, preset: 'NL' })).toContain(
    'until 4 weeks after we last worked on it (Netherlands:',
  )
})
