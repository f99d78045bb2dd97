import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { StoredFacts } from '@/components/privacy/stored-facts'
import type { PrivacyFacts } from '@/lib/contracts/privacy'

const facts: PrivacyFacts = {
  retentionDays: 30,
  clockDoubt: null,
  stored: { jobs: 1, applicants: 12, erased: 0 },
  due: [],
  kept: [],
  counted: [],
}

test('a clock that leapt ahead is said, with what to check and until when nothing is deleted', () => {
  const clockDoubt = {
    before: '2026-04-02T10:00:00.000Z',
    after: '2026-06-01T10:00:00.000Z',
    from: '2026-06-08T10:00:00.000Z',
  }
  render(<StoredFacts facts={{ ...facts, clockDoubt }} />)
  expect(screen.getByRole('status')).toHaveTextContent(
    /the clock is wrong: check it\. No unused job is deleted before .*8.*2026/,
  )
})

test('a clock that is trusted is not mentioned', () => {
  render(<StoredFacts facts={facts} />)
  expect(screen.queryByRole('status')).toBeNull()
})
