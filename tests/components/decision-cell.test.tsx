import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { DecisionCell } from '@/components/candidate-table/cells/decision-cell'
import type { Mark } from '@/lib/contracts/candidate'
import { applicant, asOf, month } from './people'

const meta = { terms: [], wrap: false, axis: { from: 24_000, to: 24_320 }, asOf: month, criteria: [] }
const ada = { id: 'u1', name: 'Ada Moss' }
const ben = { id: 'u2', name: 'Ben Holt' }

function textOf(mark: Mark): string {
  const { container } = render(<DecisionCell candidate={{ ...applicant([]), ...mark }} meta={meta} />)
  return container.textContent.replace('Decide', '')
}

test('a decision stands with its reason and the first line of the newest note', () => {
  const decision = {
    ...{
      decision: 'reject' as const,
      reason: { id: 'r1', label: 'Too junior' },
      comment: 'Ask again in 2028',
    },
    ...{ by: ada, at: asOf, changeId: 'c1', opened: true },
  }
  const notes = { count: 2, latest: { text: 'Called her.\nWill call back.', by: ben, at: asOf } }
  expect(textOf({ decision, notes })).toBe('RejectedToo junior · Note: Called her.')
  expect(textOf({ decision: { ...decision, reason: null } })).toBe('RejectedAsk again in 2028')
})

test('what viewers suggest is called a suggestion, and goes once somebody decides', () => {
  const suggestions = [{ decision: 'shortlist' as const, by: ada }]
  expect(textOf({ suggestions })).toBe('UndecidedSuggested: shortlist · Ada Moss')
  expect(textOf({ suggestions: [...suggestions, { decision: 'maybe', by: ben }] })).toBe(
    'Undecided2 suggestions: shortlist, maybe',
  )
  const decision = {
    ...{ decision: 'maybe' as const, reason: null, comment: null, by: ben },
    ...{ at: asOf, changeId: 'c1', opened: true },
  }
  expect(textOf({ decision, suggestions })).toBe('Maybe list')
})

test('a suggestion has the line below the button, whose room would cut it off, and comes before the note', () => {
  const notes = { count: 1, latest: { text: 'Called her.', by: ben, at: asOf } }
  const { container } = render(
    <DecisionCell
      candidate={{ ...applicant([]), suggestions: [{ decision: 'maybe', by: ada }], notes }}
      meta={meta}
    />,
  )
  const line = screen.getByTitle(/^Suggested: maybe · Ada Moss/)
  expect(line).toHaveTextContent('Suggested: maybe · Ada Moss · Note: Called her.')
  expect(container.firstElementChild).not.toContainElement(line)
})

test('that the reader’s second opinion is asked for stands in place of what is hidden until then', () => {
  expect(textOf({ secondOpinion: 'o1', suggestions: [{ decision: 'maybe', by: ben }] })).toBe(
    'Your second opinion',
  )
})

test('nobody decided yet: nothing to look at, in words for who listens', () => {
  expect(textOf({})).toBe('Undecided')
})
