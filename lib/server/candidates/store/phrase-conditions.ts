import 'server-only'
import { and, not, or, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { type Clause, parseWords, type Word, wordPattern } from '@/lib/domain/word-query'
import { candidate } from '@/lib/server/db/schema'
import { escaped } from '@/lib/server/platform/like-pattern'
import { type SearchPhrase, searchPhrases } from './index-keys'

type Expression = PgColumn | SQL
/** What a search reads of a row. */
type SearchedColumns = { searchText: Expression; placeFolded: Expression }

// Bound as the lists of text that the columns are, whichever column or expression they are compared with.
export const textList = (keys: string[]) => sql.param(keys, candidate.companyFolded)
export const overlaps = (list: Expression, keys: string[]) => sql`${list} && ${textList(keys)}`

/**
 * A word stands in a folded text, by the rule of `lib/domain/word-query.ts`.
 * @param whole as a whole word, or anywhere
 */
export function hasWord(text: Expression, word: Word, whole: boolean): SQL {
  // The pattern for `like` is what the index of trigrams is read by.
  const within = sql`${text} like ${`%${escaped(word.text)}%`}`
  return whole || word.prefix ? sql`(${within} and ${text} ~ ${wordPattern(word)})` : within
}

/** A folded text has what a query of words asks for. */
export const hasWords = (text: Expression, clauses: readonly Clause[], whole: boolean): SQL | undefined =>
  and(
    ...clauses.map((clause) => {
      const some = or(...clause.any.map((word) => hasWord(text, word, whole))) ?? sql`false`
      return clause.not ? not(some) : some
    }),
  )

const toWord = (term: string): Word =>
  term.length > 1 && term.endsWith('*')
    ? { text: term.slice(0, -1), prefix: true }
    : { text: term, prefix: false }

/** Every word of a phrase stands in a text. */
export const hasTerms = (text: Expression, { terms }: SearchPhrase): SQL | undefined =>
  and(...terms.map((term) => hasWord(text, toWord(term), false)))

/** A phrase names the place where somebody lives, in whatever language. */
export const isPlace = ({ placeFolded }: SearchedColumns, { places }: SearchPhrase): SQL =>
  overlaps(placeFolded, places)

// Words of a search that name a city or a country find it as it is written in other languages too.
function hasPhrase(columns: SearchedColumns, phrase: SearchPhrase): SQL | undefined {
  const written = hasTerms(columns.searchText, phrase)
  return phrase.places.length === 0 ? written : or(written, isPlace(columns, phrase))
}

const toTerm = ({ text, prefix }: Word) => (prefix ? `${text}*` : text)
const plainTerm = ({ any, not }: Clause): string | null =>
  any.length === 1 && any[0] && !not ? toTerm(any[0]) : null

/**
 * Rows that a search finds. Nobody where it cannot be read: what is left of it could find anybody.
 * @param q as typed
 */
export function isFound(columns: SearchedColumns, q: string): SQL | undefined {
  const { clauses } = parseWords(q)
  if (clauses === null) return sql`false`
  // Words that stand beside each other may name one place: The Hague.
  const runs: string[][] = [[]]
  const others: Clause[] = []
  for (const clause of clauses) {
    const term = plainTerm(clause)
    if (term === null) {
      others.push(clause)
      runs.push([])
    } else runs.at(-1)?.push(term)
  }
  return and(
    ...runs.flatMap((run) => searchPhrases(run).map((phrase) => hasPhrase(columns, phrase))),
    ...others.map(({ any, not: without }) => {
      const some =
        or(
          ...any.flatMap((word) => searchPhrases([toTerm(word)]).map((phrase) => hasPhrase(columns, phrase))),
        ) ?? sql`false`
      return without ? not(some) : some
    }),
  )
}
