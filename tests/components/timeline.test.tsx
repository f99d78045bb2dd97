import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { Timeline } from '@/components/timeline/timeline'
import type { Candidate } from '@/lib/contracts/candidate'
import { searchTerms } from '@/lib/domain/search'
import { applicant, type Job, month } from './people'

type Extra = {
  facts?: Partial<Candidate>
  q?: string
}

const open = (jobs: readonly Job[], { facts, q = '' }: Extra = {}) =>
  render(
    <Timeline
      candidate={applicant(jobs, facts)}
      asOf={month}
      terms={searchTerms(q)}
      actions={<button type="button">Copy link</button>}
    />,
  )

const entries = () => within(screen.getAllByRole('list')[0]!).getAllByRole('listitem')
const texts = () => entries().map((entry) => entry.textContent)

function fact(name: string): string {
  const term = screen.getByText(name, { selector: 'dt, dt button' }).closest('dt')
  const values = within(term!.parentElement!).getAllByRole('definition')
  return values.map((value) => value.textContent).join(' | ')
}

test('jobs stand newest first, with their dates as written and how long they lasted', () => {
  open([
    { title: 'Apprentice', company: 'Mossgrove', dates: '1/2020 - 12/2021' },
    { title: 'Head gardener', company: 'Fernhill', dates: '2/2025 - 7/2025' },
  ])
  expect(texts()).toEqual([
    'Head gardener at Fernhill2/2025 - 7/2025 · 6 mo',
    'Gap: 3 yr 1 mo',
    'Apprentice at Mossgrove1/2020 - 12/2021 · 2 yr',
  ])
  expect(fact('Experience')).toBe('2 yr 6 mo')
})

test('the current job is marked in words, and counts up to when the list was fetched', () => {
  open([
    { title: 'Gardener', dates: '11/2025 - Present' },
    { title: 'Trainee', company: 'Mossgrove', dates: '1/2025 - 10/2025' },
  ])
  const [now, before] = entries()
  expect(within(now!).getByText('Now')).toBeVisible()
  expect(now).toHaveTextContent('11/2025 - Present · 1 yr 1 mo')
  expect(within(before!).queryByText('Now')).toBeNull()
})

test('consecutive roles at one company stand under it once, with its length in all', () => {
  open([
    { title: 'Lead', company: 'Fernhill', dates: '1/2024 - 12/2024' },
    { title: 'Senior', company: 'FERNHILL', dates: '1/2023 - 12/2023' },
    { title: 'Intern', company: 'Mossgrove', dates: '1/2022 - 12/2022' },
  ])
  const [company] = entries()
  expect(within(company!).getByText('Fernhill')).toBeVisible()
  expect(within(company!).queryByText('FERNHILL')).toBeNull()
  expect(company).toHaveTextContent('Fernhill · 2 roles · 2 yr')
  expect(
    within(company!)
      .getAllByRole('listitem')
      .map((role) => role.textContent),
  ).toEqual(['Lead1/2024 - 12/2024 · 1 yr', 'Senior1/2023 - 12/2023 · 1 yr'])
})

test('a role at a company left and returned to stands at its own time', () => {
  open([
    { title: 'Lead', company: 'Fernhill', dates: '1/2024 - 12/2024' },
    { title: 'Guest', company: 'Mossgrove', dates: '1/2023 - 12/2023' },
    { title: 'Junior', company: 'Fernhill', dates: '1/2022 - 12/2022' },
  ])
  expect(texts()).toHaveLength(3)
  expect(fact('Employers')).toBe('2')
})

test('overlapping months are stated, and counted once in the sum', () => {
  open([
    { title: 'Gardener', company: 'Fernhill', dates: '1/2024 - 12/2024' },
    { title: 'Teacher', company: 'Mossgrove', dates: '10/2024 - 12/2024' },
  ])
  expect(screen.getAllByText(/overlaps 3 months/)).toHaveLength(2)
  expect(fact('Experience')).toBe('1 yr')
  expect(fact('Overlapping jobs')).toBe('3 mo')
})

test('dates that name only the year give a range, and the sum says why it is one', () => {
  open([{ title: 'Gardener', dates: '2019' }])
  expect(entries()[0]).toHaveTextContent('2019 · 1 mo – 1 yr')
  expect(fact('Experience')).toBe('1 mo – 1 yr | Some jobs list only a year.')
})

test('dates nobody can read are shown as written, and said to be left out of the sum', () => {
  open([
    { title: 'Gardener', dates: '1/2024 - 12/2024' },
    { title: 'Busker', company: 'The square', dates: 'one long summer' },
    { title: 'Helper', company: 'Aunt', dates: null },
  ])
  expect(screen.getByText('one long summer')).toBeVisible()
  expect(entries()[1]).toHaveTextContent('one long summer · length unknown, left out of the sum')
  expect(entries()[2]).toHaveTextContent('No dates given · length unknown, left out of the sum')
  expect(fact('Experience')).toBe('1 yr | 2 jobs without readable dates aren’t counted.')
})

test('the summary gives the middle and the longest time in a job', () => {
  open([
    { title: 'Lead', dates: '1/2024 - 12/2025' },
    { title: 'Senior', company: 'Mossgrove', dates: '1/2023 - 12/2023' },
    { title: 'Junior', company: 'Ashby', dates: '7/2022 - 12/2022' },
  ])
  expect(fact('Median time in a job')).toBe('1 yr')
  expect(fact('Longest job')).toBe('2 yr')
})

test('each number explains itself to who gives it the focus, until Escape', async () => {
  const user = userEvent.setup()
  open([{ dates: '1/2024 - 12/2025' }])
  const name = screen.getByRole('button', { name: 'Experience' })
  name.focus()
  expect(await screen.findByRole('tooltip')).toHaveTextContent('Months in several jobs count once')
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('tooltip')).toBeNull()
})

test('pointing at a job in the drawing marks it in the list, and back', async () => {
  const user = userEvent.setup()
  open([
    { title: 'Lead', dates: '1/2024 - 12/2025' },
    { title: 'Junior', company: 'Ashby', dates: '7/2022 - 12/2022' },
  ])
  const bar = screen.getByRole('button', { name: /^Junior at Ashby/ })
  const entry = within(entries()[2]!).getByText('Junior').closest('[data-marked]')!
  expect(entry).toHaveAttribute('data-marked', 'false')
  await user.hover(bar)
  expect(entry).toHaveAttribute('data-marked', 'true')
  await user.unhover(bar)
  await user.hover(entry)
  expect(bar).toHaveAttribute('data-marked', 'true')
})

test('the drawing is one stop of the Tab key, and the arrows go from job to job', async () => {
  const user = userEvent.setup()
  open([
    { title: 'Lead', dates: '1/2024 - 12/2025' },
    { title: 'Junior', company: 'Ashby', dates: '7/2022 - 12/2022' },
  ])
  await user.tab()
  expect(screen.getByRole('button', { name: /^Junior/ })).toHaveFocus()
  await user.keyboard('{ArrowRight}')
  expect(screen.getByRole('button', { name: /^Lead/ })).toHaveFocus()
  await user.tab()
  expect(screen.getByRole('button', { name: 'Experience' })).toHaveFocus()
})

test('one job needs no summary of several', () => {
  open([{ dates: '1/2024 - 12/2025' }])
  expect(screen.queryByText('Longest job')).toBeNull()
  expect(screen.queryByText('Gaps over 3 months')).toBeNull()
})

const lines = Array.from({ length: 12 }, (_, at) => `line ${at},  two spaces`).join('\n')

test('a long description is folded, keeps its lines and spaces, and opens by its button', async () => {
  const user = userEvent.setup()
  open([{ title: 'Head gardener', dates: '2024', description: lines }])
  const text = screen.getByText(/^line 0/).closest('p')
  expect(text?.textContent).toBe(lines)
  expect(text).toHaveClass('whitespace-pre-wrap', 'line-clamp-4')
  const button = screen.getByRole('button', { name: /^Show more ?of Head gardener$/ })
  expect(button).toHaveAttribute('aria-expanded', 'false')
  await user.click(button)
  expect(text).not.toHaveClass('line-clamp-4')
  expect(button).toHaveAccessibleName(/^Show less ?of Head gardener$/)
  expect(button).toHaveFocus()
})

test('a short description has no button', () => {
  open([{ dates: '2024', description: 'Roses.' }])
  expect(screen.getByText('Roses.')).toBeVisible()
  expect(screen.queryByRole('button', { name: /Show/ })).toBeNull()
})

test('what was searched for is marked, whatever its marks and case, and a fold never hides it', () => {
  const { container } = open(
    [{ title: 'Jardinière', company: 'Rosé & fils', dates: '2024', description: `${lines}\nRosé at last` }],
    { q: 'rose jardiniere' },
  )
  const marked = [...container.querySelectorAll('mark')].map((mark) => mark.textContent)
  expect(marked).toEqual(['Jardinière', 'Rosé', 'Rosé'])
  expect(screen.getByText(/^line 0/).closest('p')).not.toHaveClass('line-clamp-4')
})

test('company and profile links open elsewhere, pass nothing on, and say so', () => {
  open([{ company: 'Fernhill', companyUrl: 'https://fernhill.example/about', dates: '2024' }], {
    facts: { profileUrl: 'https://people.example/ada' },
  })
  const company = screen.getByRole('link', { name: /^Fernhill.*opens in a new tab/ })
  const profile = screen.getByRole('link', { name: /^Profile\s*of ?Ada Quillfeather.*opens in a new tab/ })
  expect(company).toHaveAttribute('href', 'https://fernhill.example/about')
  expect(profile).toHaveAttribute('href', 'https://people.example/ada')
  for (const link of [company, profile]) {
    expect(link).toHaveAttribute('target', '_blank')
    expect(link).toHaveAttribute('rel', 'noopener noreferrer nofollow')
  }
})

test('a hidden person has no profile link, but keeps what can be done with them', () => {
  open([], { facts: { fullName: null, firstName: null, lastName: null } })
  expect(screen.queryByRole('link')).toBeNull()
  expect(screen.getByRole('button', { name: 'Copy link' })).toBeVisible()
  expect(screen.getByText('No jobs are listed in this application.')).toBeVisible()
  expect(fact('Experience')).toBe('Unknown')
})

test('the whole message of a top choice is there, with its lines', () => {
  open([], { facts: { isTopChoice: true, topChoiceMessage: 'Dear team,\n\nroses need you.' } })
  expect(screen.getByRole('heading', { name: /^Message from ?Ada Quillfeather$/ })).toBeVisible()
  const message = screen.getByText(/^Dear team/).closest('p')
  expect(message?.textContent).toBe('Dear team,\n\nroses need you.')
  expect(message).toHaveClass('whitespace-pre-wrap')
})

test('a top choice without a message says that there is none', () => {
  open([], { facts: { isTopChoice: true } })
  expect(screen.getByText('They left no message.')).toBeVisible()
})

test('text of the provider is text: nothing in it becomes an element, and no script direction leaks out', () => {
  const trap = '<img src=x onerror=alert(1)>'
  const { container } = open([{ title: trap, company: trap, dates: trap, description: trap }], {
    facts: { isTopChoice: true, topChoiceMessage: trap, location: trap },
  })
  expect(container.querySelector('img')).toBeNull()
  expect(screen.getAllByText(trap)).toHaveLength(6)
  for (const element of screen.getAllByText(trap)) {
    expect(element.closest('bdi, [dir=auto]')).not.toBeNull()
  }
})

test('someone who could not be read says so, and that nothing paid for is lost', () => {
  open([], { facts: { unreadable: true } })
  expect(screen.getByText(/could not be read/)).toHaveTextContent(/nothing that was paid for is lost/)
  expect(screen.getByRole('button', { name: 'Copy link' })).toBeVisible()
  expect(screen.queryByText('Experience')).toBeNull()
})

test('a headline is shown whole, however long, and a location of 5,000 letters is folded', async () => {
  const user = userEvent.setup()
  const headline = `${'Gardener of many gardens, '.repeat(20)}at last`
  const location = 'Paris and all around '.repeat(240)
  open([{ dates: '2024' }], { facts: { headline, location } })
  const whole = screen.getByText(headline)
  expect(whole).not.toHaveClass('truncate')
  expect(whole.className).not.toMatch(/line-clamp/)
  const place = screen.getByText(/^Paris and all around/).closest('p')
  expect(place).toHaveClass('line-clamp-4')
  await user.click(screen.getByRole('button', { name: /^Show more ?of the location$/ }))
  expect(place).not.toHaveClass('line-clamp-4')
})

test('a location as places are written is not folded', () => {
  open([{ dates: '2024' }], { facts: { location: 'Greater Paris Metropolitan Region' } })
  expect(fact('Location')).toBe('Greater Paris Metropolitan Region')
  expect(screen.queryByRole('button', { name: /location/ })).toBeNull()
})
