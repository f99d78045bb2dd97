import type { CandidatePage } from '@/lib/contracts/candidate'
import { decidedWords } from '@/lib/contracts/decision-words'
import { currentRole, displayName } from '@/lib/domain/current-role'
import { ratingLabel } from '@/lib/domain/ratings'
import { applicant } from './stored-people'

/** People whose texts begin formulas, hold separators, quotes and line breaks, or are missing. */
export const awkwardPeople = [
  applicant('ada', {
    ...{ fullName: 'Ada Ash', firstName: 'Ada', lastName: 'Ash', rating: 'GOOD_FIT', isTopChoice: true },
    ...{ headline: '=HYPERLINK("http://evil.test","x")', topChoiceMessage: 'I led\r\nit, "really";\t-2+3' },
    ...{ location: 'Köln; 東京 🗼 _x0041_', profileUrl: 'https://example.test/in/ada?a="b"&c=<d>' },
    ...{ appliedAt: '2026-03-30', position: 0 },
    experiences: [
      { title: 'SEO Lead', company: 'Globex', dateRange: '8/2024 - Present', description: '+1 team' },
      { title: 'Writer', company: 'Initech', dateRange: '2020 - 2022' },
    ],
  }),
  applicant('bo', {
    ...{ fullName: 'Bo Birch', rating: 'MAYBE', isTopChoice: false, position: 1, headline: "'=2" },
    ...{ appliedAt: '2026-03-31T09:31:00.000Z' },
    experiences: [{ title: 'Gardener', company: 'Acme', dateRange: '2015 - 2019' }],
  }),
  applicant('cy', { fullName: null, position: 2 }),
  applicant('dee', { position: 3, unreadable: true }),
]

const day = (value: string | null) => (value === null ? '' : value)

/** The cells of somebody, by column, from what the list shows of them. */
export function expectedCells({ items, marks }: CandidatePage, id: string): Record<string, string> {
  const person = items.find(({ applicationId }) => applicationId === id)!
  const { decision, tags, nextAction } = marks[id] ?? {}
  const role = currentRole(person)
  return {
    Name: displayName(person),
    Headline: person.headline ?? '',
    Rating: person.unreadable ? '' : ratingLabel(person.rating),
    'Top choice': person.isTopChoice === null ? '' : person.isTopChoice ? 'Yes' : 'No',
    'Top choice message': person.topChoiceMessage ?? '',
    Decision: decision ? decidedWords[decision.decision] : '',
    'Comment on the decision': decision?.comment ?? '',
    Tags: tags?.map(({ name }) => name).join('; ') ?? '',
    'Next action': nextAction?.text ?? '',
    Due: nextAction?.dueOn ?? '',
    Title: role?.experience.title ?? '',
    Company: role?.experience.company ?? '',
    'Experience in months, at least': person.totalMonths === null ? '' : String(person.totalMonths),
    Location: person.location ?? '',
    Profile: person.profileUrl ?? '',
    'Applied (UTC)': day(person.appliedAt),
    'Added (UTC)': person.firstSeenAt,
    'Application ID': id,
  }
}

/** The columns of `expectedCells`, as an export asks for them. */
export const cellColumns =
  'name,headline,rating,top,message,decision,comment,tags,next,nextDue,title,company,years,location,profile,applied,seen,application'
