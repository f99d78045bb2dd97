import { render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { JobRow } from '@/components/jobs/job-row'
import { deskWrapper } from './desk-client'
import { jobRef, listedJob } from './list'

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: vi.fn(), refresh: vi.fn() }) }))

test.each([
  [{ stored: 420, total: 419 }, '420 loaded'],
  [{ stored: 3, total: 0 }, '3 loaded'],
  [{ stored: 419, total: 419 }, '419 of 419 loaded'],
  [{ stored: 50, total: 419 }, '50 of 419 loaded'],
  [{ stored: 1_200, total: 1_419 }, '1,200 of 1,419 loaded'],
])('%o reads “%s”: never more than all', (counts, words) => {
  render(<JobRow job={listedJob(counts)} jobRef={jobRef} outcome={undefined} />, { wrapper: deskWrapper() })
  expect(screen.getByText(/loaded$/, { selector: 'span' }).closest('p')).toHaveTextContent(words)
  expect(screen.getByRole('listitem')).not.toHaveTextContent('420 of 419')
})

test('a job whose length is not known counts nobody', () => {
  const job = listedJob({ stored: 0, total: null, status: 'empty' })
  render(<JobRow job={job} jobRef={jobRef} outcome={undefined} />, { wrapper: deskWrapper() })
  expect(screen.getByText('Not loaded')).toBeVisible()
})
