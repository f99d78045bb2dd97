import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { BarChart } from '@/components/shared/bar-chart'

const bars = (labels: readonly string[]) =>
  labels.map((label) => ({ key: label, label, values: [3], said: `${label}: 3 people`, href: null }))
const draw = (labels: readonly string[]) =>
  render(<BarChart direction="columns" bars={bars(labels)} name="Applied" number={String} />)

test('the label of the middle column is left out where it would run into the others', () => {
  draw(['Week of 2 Mar', 'Week of 9 Mar', 'Week of 16 Mar', 'Week of 23 Mar', 'Week of 20 Apr'])
  expect(screen.getByText('Week of 2 Mar')).toBeInTheDocument()
  expect(screen.getByText('Week of 20 Apr')).toBeInTheDocument()
  expect(screen.queryByText('Week of 16 Mar')).toBeNull()
})

test('short labels all stand below their columns', () => {
  draw(['2 Mar', '3 Mar', '4 Mar'])
  for (const label of ['2 Mar', '3 Mar', '4 Mar']) expect(screen.getByText(label)).toBeInTheDocument()
})
