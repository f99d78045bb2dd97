import { describe, expect, test } from 'vitest'
import type { Candidate } from '@/lib/contracts/candidate'
import { redactCandidate } from '@/lib/redaction/redaction'

const person = (firstName: string, lastName: string, given: Partial<Candidate>): Candidate => ({
  applicationId: '1',
  position: 0,
  rating: null,
  isTopChoice: null,
  topChoiceMessage: null,
  firstName,
  lastName,
  fullName: `${firstName} ${lastName}`,
  headline: null,
  publicIdentifier: null,
  profileUrl: null,
  location: null,
  experiences: [],
  totalMonths: null,
  totalMonthsMax: null,
  asOf: null,
  education: [],
  appliedAt: null,
  unreadable: false,
  firstSeenAt: '2026-04-01T10:35:00.000Z',
  goneAt: null,
  ...given,
})
const job = (company: string) => ({
  ...{ title: null, company, companyUrl: null, dateRange: null, description: null, start: null, end: null },
  ...{ current: false, months: null, monthsMax: null },
})
const nothing = { names: false, message: false, descriptions: false, profileLinks: false }
const shown = (candidate: Candidate) =>
  redactCandidate(candidate, nothing, { ref: 'r', pseudonym: 'Copper Heron 1' })

const companyOf = (first: string, last: string, company: string) =>
  shown(person(first, last, { experiences: [job(company)] })).experiences[0]?.company
const locationOf = (first: string, last: string, location: string) =>
  shown(person(first, last, { location })).location

describe('a company tells no guest who somebody is or how to reach them', () => {
  test.each([
    ['Freelance · hello@atelier.example · +49 170 1234567', 'Freelance · [contact] · [contact]'],
    ['Self-employed | www.atelier.example', 'Self-employed | [link]'],
    ['Freelance atelier.design', 'Freelance [link]'],
    ['Zoë Müller Design', '[name] Design'],
    ['zoemueller.design', '[link]'],
    ['@zoemueller92', '[contact]'],
    ['Studio zoemueller92', 'Studio [name]92'],
    ['Zoe · hello@atelier.example', 'Zoe · [contact]'],
  ])('%j', (company, left) => {
    expect(companyOf('Zoë', 'Müller', company)).toBe(left)
  })

  test.each(['Booking.com', 'Amazon.com, Inc.', 'Zoë Fashion', 'AT&T', 'Node.js Foundation'])(
    '%j stays',
    (company) => {
      expect(companyOf('Zoë', 'Müller', company)).toBe(company)
    },
  )
})

describe('nor does a location', () => {
  test.each([
    ['Zoë', 'Müller', 'Zoë Müller, Berlin, zoe@mail.example', '[name], Berlin, [contact]'],
    ['Zoë', 'Müller', 'Berlin · +49 170 1234567', 'Berlin · [contact]'],
    ['Zoë', 'Müller', 'Mueller, Zoe, Berlin', '[name], Berlin'],
    ['Paris', 'Hiltonberg', 'Paris Hiltonberg, Paris, France', '[name], [name], France'],
    ['Jack', 'London', 'Jack London, UK', '[name], UK'],
  ])('%s %s in %j', (first, last, location, left) => {
    expect(locationOf(first, last, location)).toBe(left)
  })

  test.each([
    ['Paris', 'Hiltonberg', 'Paris, France'],
    ['Virginia', 'Hall', 'Richmond, Virginia, United States'],
    ['India', 'Jordan', 'Amman, Jordan'],
    ['Sydney', 'Carter', 'Sydney, New South Wales, Australia'],
    ['Jack', 'London', 'London, England, United Kingdom'],
    ['Maria', 'Silva', 'Lisbon, Portugal'],
  ])('a place that %s %s is called like stays: %j', (first, last, location) => {
    expect(locationOf(first, last, location)).toBe(location)
  })
})
