import type { SortRule, View, YearsRange } from '@/lib/contracts/view'
import { foldText, searchTerms } from '@/lib/domain/search'
import type { Known } from './seed'

const ranks: Record<string, number> = { GOOD_FIT: 0, MAYBE: 1, UNRATED: 2, NOT_A_FIT: 4 }
const rank = ({ rating }: Known) => ranks[rating ?? ''] ?? 3

const hasYears = ({ months, monthsMax }: Known, { min, max }: YearsRange) =>
  months !== null &&
  (min === null || (monthsMax ?? 0) >= min * 12) &&
  (max === null || months < (max + 1) * 12)

// Unknown comes last both ways.
function compare(a: Known, b: Known, { key, descending }: SortRule): number {
  const turn = descending ? -1 : 1
  if (key === 'name') {
    if (a.name === null || b.name === null) return Number(a.name === null) - Number(b.name === null)
    return turn * Buffer.compare(a.name, b.name)
  }
  if (key === 'years') {
    if (a.months === null || b.months === null) return Number(a.months === null) - Number(b.months === null)
    return turn * (a.months - b.months)
  }
  if (key === 'rating') return turn * (rank(a) - rank(b))
  return key === 'position' ? turn * (a.position - b.position) : 0
}

/** Whom a view has to show, in its order, worked out without the store. */
export function expectedOf(list: readonly Known[], view: View): Known[] {
  const terms = searchTerms(view.q)
  const companies = view.company.map(foldText)
  const found = list.filter(
    (each) =>
      terms.every((term) => each.text.includes(term)) &&
      (view.rating.length === 0 || view.rating.some((rating) => rating === each.rating)) &&
      (companies.length === 0 || companies.some((company) => each.companies.includes(company))) &&
      (view.years.length === 0 || view.years.some((range) => hasYears(each, range))),
  )
  const [first] = view.sort
  const backwards = view.sort.length === 1 && first?.key === 'name' && first.descending ? -1 : 1
  return found.sort((a, b) => {
    for (const rule of view.sort) {
      const order = compare(a, b, rule)
      if (order !== 0) return order
    }
    return backwards * (a.position - b.position)
  })
}
