import { boolean, integer, smallint, text } from 'drizzle-orm/pg-core'
import { textC } from './columns'

const texts = (name: string) => text(name).array().notNull().default([])

/**
 * What people are searched, filtered and sorted by: the columns of each table that a list is read from, derived from a
 * person as its readers are shown them.
 */
export const searchedColumns = () => ({
  ratingRank: smallint('rating_rank').notNull(),
  isTopChoice: boolean('is_top_choice').notNull(),
  nameFolded: textC('name_folded'),
  searchText: textC('search_text').notNull(),
  companies: text('companies').array().notNull(),
  companyFolded: text('company_folded').array().notNull(),
  /** Companies of jobs that have not ended. */
  nowCompanies: texts('now_companies'),
  nowFolded: texts('now_folded'),
  places: text('places').array().notNull(),
  placeFolded: text('place_folded').array().notNull(),
  /** Of `placeFolded`, the one that is a country. */
  countryFolded: textC('country_folded'),
  titleWords: texts('title_words'),
  months: integer('months'),
  monthsMax: integer('months_max'),
  schools: texts('schools'),
  schoolFolded: texts('school_folded'),
  degrees: texts('degrees'),
  degreeFolded: texts('degree_folded'),
})
