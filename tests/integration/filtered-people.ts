import { expect } from 'vitest'
import type { Database } from '@/lib/server/db/open-database'
import { pageCandidates } from '@/lib/server/candidates/store/candidate-pages'
import { parseView } from '@/lib/url/view'
import { applicant, store as save } from './stored-people'

/** The job that is filtered, and who reads it. */
export const key = { account: 'main', jobId: '4100000008', reader: 'local' }
const people = [
  applicant('ada', {
    fullName: 'Ada Ångström',
    headline: 'Growth marketer | SEO & Content',
    location: 'Paris, Île-de-France, France',
    rating: 'GOOD_FIT',
    isTopChoice: true,
    topChoiceMessage: 'I grew a bakery’s newsletter tenfold.',
    experiences: [
      {
        title: 'Head of Growth',
        company: 'Northwind Café',
        dateRange: '1/2020 - 3/2026',
        description: 'Ran A/B tests',
      },
      { title: 'Analyst', company: 'Contoso', dateRange: '1/2015 - 12/2019' },
    ],
  }),
  applicant('bo', {
    fullName: 'Bo Ødegård',
    headline: 'SEO analyst',
    location: 'Lyon, France',
    rating: 'MAYBE',
    experiences: [
      { title: 'Analyst', company: 'CONTOSO', dateRange: '5/2025 - Present', description: '100% remote' },
    ],
  }),
  applicant('chen', {
    fullName: '陳大文',
    headline: 'パン職人',
    location: 'Paris, Texas, United States',
    rating: 'NOT_A_FIT',
    isTopChoice: false,
    experiences: [{ title: 'Baker', company: 'Trey Research', dateRange: '2019' }],
  }),
  applicant('dee', {
    firstName: 'Dee',
    lastName: 'O’Neil',
    rating: 'SUPER_FIT',
    headline: 'C:\\tools_and%more',
  }),
  applicant('eve', { fullName: 'Eve Marketer', rating: 'UNRATED', experiences: [{ company: 'Contoso' }] }),
  applicant('hidden', { fullName: 'LinkedIn Member' }),
]

/** Stores the people, and lists who of them a search finds. */
export function filteredPeople(store: { readonly database: Database }) {
  const seed = async () => {
    await save(store.database.db, key, people)
    await save(store.database.db, { ...key, jobId: 'another' }, people)
  }
  const found = async (search: string) => {
    const view = parseView(search)
    const page = await pageCandidates(store.database.db, key, { view, start: null, limit: 50 })
    expect(page.matched).toBe(page.items.length)
    return page.items.map(({ applicationId }) => applicationId).sort()
  }
  return { seed, found }
}
