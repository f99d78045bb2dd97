import 'server-only'
import { and, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { candidate } from '@/lib/server/db/schema'
import { escaped } from '@/lib/server/platform/like-pattern'
import type { SourceColumns } from './candidate-source'
import type { SearchPhrase } from './index-keys'

type Expression = PgColumn | SQL

// Bound as the lists of text that the columns are, whichever column or expression they are compared with.
export const textList = (keys: string[]) => sql.param(keys, candidate.companyFolded)
export const overlaps = (list: Expression, keys: string[]) => sql`${list} && ${textList(keys)}`

/** Every word of a phrase stands in a text. */
export const hasTerms = (text: Expression, { terms }: SearchPhrase): SQL | undefined =>
  and(...terms.map((term) => sql`${text} like ${`%${escaped(term)}%`}`))

/** A phrase names the place where somebody lives, in whatever language. */
export const isPlace = ({ placeFolded }: SourceColumns, { places }: SearchPhrase): SQL =>
  overlaps(placeFolded, places)
