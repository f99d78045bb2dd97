import type { Candidate, Experience } from '@/lib/contracts/candidate'
import { currentRole } from './current-role'
import { hasTerm, nameLines, searchLines } from './search'

/** Where a search matched someone although their row does not show it; `year` is when that job began, if known. */
export type HiddenMatch = {
  where: 'title' | 'company' | 'description' | 'education' | 'message'
  year: number | null
}

type Reading = { text: string | null; match: HiddenMatch }

const inJob = (experience: Experience): Reading[] => {
  const year = experience.start?.y ?? experience.end?.y ?? null
  return [
    { text: experience.title, match: { where: 'title', year } },
    { text: experience.company, match: { where: 'company', year } },
    { text: experience.description, match: { where: 'description', year } },
  ]
}

/**
 * The first place out of sight where a term of a search stands that nothing in the row shows; null when the row itself
 * shows why it matched.
 * @param terms folded, as `searchTerms` gives them
 */
export function hiddenMatch(candidate: Candidate, terms: readonly string[]): HiddenMatch | null {
  if (terms.length === 0) return null
  const { fullName, firstName, lastName, headline, location, experiences, education, topChoiceMessage } =
    candidate
  const role = currentRole(candidate)?.experience
  const shown = [headline, location, role?.title, role?.company]
  const visible = [
    ...nameLines(fullName ?? `${firstName ?? ''} ${lastName ?? ''}`),
    ...shown.flatMap((text) => searchLines(text ?? '')),
  ].join('\n')
  const unseen = terms.filter((term) => !hasTerm(visible, term))
  if (unseen.length === 0) return null
  const readings: Reading[] = [
    ...experiences.flatMap(inJob),
    ...education.flatMap(({ school, degree, field }): Reading[] =>
      [school, degree, field].map((text) => ({ text, match: { where: 'education', year: null } })),
    ),
    { text: topChoiceMessage, match: { where: 'message', year: null } },
  ]
  const found = readings.find(({ text }) => {
    const folded = searchLines(text ?? '').join('\n')
    return folded !== '' && unseen.some((term) => hasTerm(folded, term))
  })
  return found?.match ?? null
}
