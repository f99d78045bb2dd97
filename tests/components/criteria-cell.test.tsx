import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { CriteriaCell, CriteriaHeader } from '@/components/candidate-table/cells/mark-cells'
import type { CriteriaMark } from '@/lib/contracts/candidate'
import { applicant, month } from './people'

const names = ['Kubernetes', 'Terraform', 'Lives in Germany']
const listed = ['Every must', ...names]
const meta = { terms: [], wrap: false, axis: { from: 24_000, to: 24_320 }, asOf: month, criteria: listed }
const counts = { must: 2, mustMet: 1, nice: 1, niceMet: 1 }
const draw = (criteria: CriteriaMark) =>
  render(<CriteriaCell candidate={{ ...applicant([]), criteria }} meta={meta} />)

test('each criterion has a column of its own, under its name and in the job’s order', () => {
  const { container } = render(<CriteriaHeader label="Criteria" names={listed} />)
  expect([...(container.firstElementChild?.children ?? [])].map(({ textContent }) => textContent)).toEqual([
    'Criteria',
    ...names,
  ])
  draw({ ...counts, met: ['Lives in Germany', 'Kubernetes'] })
  expect(screen.getAllByRole('img').map((image) => image.getAttribute('aria-label'))).toEqual([
    'Kubernetes: met',
    'Terraform: not met',
    'Lives in Germany: met',
  ])
})

test('who was not checked since rows name criteria has the counts alone', () => {
  const { container } = draw(counts)
  expect(container.textContent).toBe('1 of 2 must · 1 of 1 nice')
  expect(screen.queryByRole('img')).toBeNull()
})
