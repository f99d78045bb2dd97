import { foldSearch, orToken, searchTokens, tokenText, wordBreaks } from './search'

/** A word or a phrase, folded as texts are searched. */
export type Word = {
  text: string
  /** It stands for every word that begins so. */
  prefix: boolean
}
/** One of these words stands in the text; with `not`, none of them does. */
export type Clause = { any: readonly Word[]; not: boolean }

/** Why a query cannot be read: an open quote, an OR or a minus without a word beside it, too many words. */
export type QueryProblem = 'quote' | 'or' | 'minus' | 'long'
export type WordQuery =
  { clauses: readonly Clause[]; problem: null } | { clauses: null; problem: QueryProblem }

const maxWords = 40

const toWord = (text: string): Word =>
  text.length > 1 && text.endsWith('*') ? { text: text.slice(0, -1), prefix: true } : { text, prefix: false }

/**
 * Reads a query of words: `kubernetes k8s` asks for both, `kubernetes OR k8s` for one of them, `-intern` for nobody with
 * it, `"head of growth"` for the phrase, `kuber*` for words that begin so. Never reads one in part.
 */
export function parseWords(q: string): WordQuery {
  const refuse = (problem: QueryProblem): WordQuery => ({ clauses: null, problem })
  if ((foldSearch(q).split('"').length - 1) % 2 === 1) return refuse('quote')
  const clauses: { any: Word[]; not: boolean }[] = []
  let joins = false
  for (const token of searchTokens(q)) {
    if (token === orToken) {
      if (joins || clauses.length === 0) return refuse('or')
      joins = true
      continue
    }
    const not = token.startsWith('-')
    const text = tokenText(not ? token.slice(1) : token)
    if (text === '') {
      if (not) return refuse('minus')
      // Nothing but punctuation: it asks for nothing, and nothing can be joined to it.
      if (joins) return refuse('or')
      continue
    }
    const last = clauses.at(-1)
    if (joins && last) {
      // "a OR -b" would be true of nearly everybody.
      if (not || last.not) return refuse('or')
      last.any.push(toWord(text))
    } else clauses.push({ any: [toWord(text)], not })
    joins = false
  }
  if (joins) return refuse('or')
  if (clauses.flatMap(({ any }) => any).length > maxWords) return refuse('long')
  return { clauses, problem: null }
}

const escapeSyntax = (text: string) => text.replace(/[\^$\\.*+?()[\]{}|]/g, (sign) => `\\${sign}`)
const isBreak = new RegExp(`[${wordBreaks}]`, 'u')
// The same without + and #: C is no part of C++ or C#.
const afterWord = wordBreaks.replace('\u0001-/', '\u0001-"$-*,-/')

/**
 * A regular expression for a word in a folded text, for JavaScript (flag `u`) and PostgreSQL alike: from the beginning of
 * a word, and unless it stands for all that begin so, to the end of one. Where the word itself begins or ends with a sign,
 * or in a script without spaces, whatever stands beside it.
 */
export function wordPattern({ text, prefix }: Word): string {
  const characters = [...text]
  const before = isBreak.test(characters[0] ?? '') ? '' : `(^|[${wordBreaks}])`
  const after = prefix || isBreak.test(characters.at(-1) ?? '') ? '' : `($|[${afterWord}])`
  return `${before}${escapeSyntax(text)}${after}`
}

/**
 * Whether a word stands in a folded text.
 * @param whole as a whole word, or anywhere
 */
export const hasWord = (folded: string, word: Word, whole: boolean): boolean =>
  folded.includes(word.text) && (!(whole || word.prefix) || new RegExp(wordPattern(word), 'u').test(folded))

/** Whether a folded text has what a query asks for. */
export const matchesWords = (folded: string, clauses: readonly Clause[], whole: boolean): boolean =>
  clauses.every(({ any, not }) => any.some((word) => hasWord(folded, word, whole)) !== not)
