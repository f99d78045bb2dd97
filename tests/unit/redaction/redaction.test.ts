import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Candidate } from '@/lib/contracts/candidate'
import { guestCandidate } from '@/lib/contracts/share'
import type { ShareFields } from '@/lib/contracts/share-fields'
import { redactCandidate } from '@/lib/redaction/redaction'
import { ownWords, personAndText, seen } from './named-texts'

const candidate: Candidate = {
  applicationId: '26000000042',
  position: 41,
  rating: 'GOOD_FIT',
  isTopChoice: true,
  topChoiceMessage: 'MESSAGE I am Maria, see linkedin.com/in/maria-silva-4a1b or maria-silva-4a1b.\nBest, MS',
  firstName: 'Maria',
  lastName: 'Silva',
  fullName: 'Maria Silva',
  headline: 'Maria Silva | Head of Growth',
  publicIdentifier: 'maria-silva-4a1b',
  profileUrl: 'https://www.linkedin.com/in/maria-silva-4a1b',
  location: 'Lisbon, Portugal',
  experiences: [
    {
      title: 'Founder, Silva Studio',
      company: 'Silva & Sons',
      companyUrl: 'https://www.linkedin.com/company/silva-sons/',
      dateRange: '1/2020 - Present',
      description: 'DESCRIPTION of what Maria did',
      start: { y: 2020, m: 1 },
      end: null,
      current: true,
      months: 76,
      monthsMax: 76,
    },
    {
      title: 'Growth Marketer',
      company: 'Cantina Maria',
      companyUrl: null,
      dateRange: '2017 - 2019',
      description: null,
      start: { y: 2017, m: null },
      end: { y: 2019, m: null },
      current: false,
      months: 14,
      monthsMax: 36,
    },
  ],
  totalMonths: 90,
  totalMonthsMax: 112,
  asOf: { y: 2026, m: 4 },
  education: [],
  appliedAt: null,
  unreadable: false,
  firstSeenAt: '2026-04-01T10:35:00.000Z',
  goneAt: null,
}
const everything: ShareFields = {
  names: true,
  message: true,
  descriptions: true,
  profileLinks: true,
}
const marks = { ref: 'refrefrefrefrefr', pseudonym: 'Copper Heron 27' }
const redacted = (fields: Partial<ShareFields>) =>
  redactCandidate(candidate, { ...everything, ...fields }, marks)

test('a guest who may see everything gets the words as written, under the link’s own key', () => {
  const guest = redacted({})
  expect(guest).toMatchObject({
    ref: marks.ref,
    pseudonym: null,
    fullName: 'Maria Silva',
    topChoiceMessage: candidate.topChoiceMessage,
    profileUrl: candidate.profileUrl,
    experiences: candidate.experiences,
  })
})

test('without names, who it is has left every text and the career is still there', () => {
  const guest = redacted({ names: false })
  expect(guest).toMatchObject({
    pseudonym: 'Copper Heron 27',
    fullName: null,
    firstName: null,
    lastName: null,
    profileUrl: null,
    headline: '[name] | Head of Growth',
    topChoiceMessage: 'MESSAGE I am [name], see [link] or [link].\nBest, [name]',
    location: 'Lisbon, Portugal',
    totalMonths: 90,
  })
  expect(guest.experiences).toMatchObject([
    {
      title: 'Founder, [name] Studio',
      company: '[name] & Sons',
      companyUrl: null,
      dateRange: '1/2020 - Present',
      description: 'DESCRIPTION of what [name] did',
      months: 76,
    },
    { company: 'Cantina Maria', dateRange: '2017 - 2019' },
  ])
})

test('a company called like their given name keeps it, one with more of their name does not', () => {
  const companyOf = (company: string, names: Partial<Candidate> = {}) => {
    const experiences = candidate.experiences.slice(0, 1).map((job) => ({ ...job, company }))
    const fields = { ...everything, names: false }
    return redactCandidate({ ...candidate, ...names, experiences }, fields, marks).experiences[0]?.company
  }
  expect(companyOf('Maria Studio')).toBe('Maria Studio')
  expect(companyOf('Studio Maria')).toBe('Studio Maria')
  expect(companyOf('Maria Silva Studio')).toBe('[name] Studio')
  expect(companyOf('Maria Silva Studio', { firstName: 'Maria Silva', lastName: null })).toBe('[name] Studio')
})

test('a rating the provider has not documented is not sent as it is written', () => {
  const rated = (rating: string | null) => redactCandidate({ ...candidate, rating }, everything, marks).rating
  expect([rated('Maria is great'), rated(''), rated(null)]).toEqual([null, null, null])
  expect([rated('MAYBE'), rated('UNRATED')]).toEqual(['MAYBE', 'UNRATED'])
})

test('with names but without profile links, the profile’s address has left the texts as well', () => {
  const guest = redacted({ profileLinks: false })
  expect(guest.topChoiceMessage).toBe('MESSAGE I am Maria, see [link] or [link].\nBest, MS')
  expect(guest.fullName).toBe('Maria Silva')
})

test('whatever is chosen, what is hidden is nowhere in what is sent', () => {
  const choice = fc.record({
    names: fc.boolean(),
    message: fc.boolean(),
    descriptions: fc.boolean(),
    profileLinks: fc.boolean(),
  })
  const place = fc.constantFrom('headline', 'topChoiceMessage', 'title', 'description') as fc.Arbitrary<
    'headline' | 'topChoiceMessage' | 'title' | 'description'
  >
  fc.assert(
    fc.property(
      choice,
      place,
      personAndText,
      fc.stringMatching(/^[a-z]{4}[0-9]{4}$/),
      (fields, at, { person, text }, tail) => {
        const publicIdentifier = `zq-${tail}`
        const long = `${text} in/${publicIdentifier} https://example.org/in/${publicIdentifier}?a=1 ${text}`
        const [job] = candidate.experiences
        const theirs: Candidate = {
          ...candidate,
          ...person,
          applicationId: '99887766554433',
          publicIdentifier,
          profileUrl: `https://example.org/in/${publicIdentifier}`,
          topChoiceMessage: `MESSAGE ${at === 'topChoiceMessage' ? long : ''}`,
          headline: at === 'headline' ? long : null,
          experiences: job
            ? [
                {
                  ...job,
                  title: at === 'title' ? long : null,
                  description: `DESCRIPTION ${at === 'description' ? long : ''}`,
                },
              ]
            : [],
        }
        const guest = redactCandidate(theirs, fields, marks)
        expect(guestCandidate.parse(guest)).toEqual(guest)
        const sent = JSON.stringify(guest)
        expect(sent).not.toContain('99887766554433')
        expect(sent).not.toContain('firstSeenAt')
        expect(sent).not.toContain('position')
        if (!fields.message) expect(sent).not.toContain('MESSAGE')
        if (!fields.descriptions) expect(sent).not.toContain('DESCRIPTION')
        if (!fields.names || !fields.profileLinks) {
          expect(sent).not.toContain(publicIdentifier)
          expect(sent).not.toContain('/company/')
        }
        if (fields.names) return
        const words = new Set(seen(sent).match(/\p{L}+/gu) ?? [])
        for (const part of ownWords(person).map(seen)) expect(words.has(part)).toBe(false)
      },
    ),
    { numRuns: 500 },
  )
})
