import { getReadings, mergeRanges, type TextRange } from './search'
import { parseWords, type Word, wordPattern } from './word-query'

/** The words that a query looks for, without those that it leaves out; none of one that cannot be read. */
export const wantedWords = (q: string): Word[] =>
  (parseWords(q).clauses ?? []).flatMap(({ any, not }) => (not ? [] : any))

/** Where a word stands in a folded text: the first and the last unit of each place. */
function* places(folded: string, word: Word, whole: boolean): Iterable<[from: number, last: number]> {
  if (!whole && !word.prefix) {
    for (let at = folded.indexOf(word.text); at !== -1; at = folded.indexOf(word.text, at + word.text.length))
      yield [at, at + word.text.length - 1]
    return
  }
  const pattern = new RegExp(wordPattern(word), 'gu')
  for (let found = pattern.exec(folded); found; found = pattern.exec(folded)) {
    const from = found.index + found[0].indexOf(word.text)
    // What ends a word may begin the next one.
    pattern.lastIndex = from + word.text.length
    yield [from, pattern.lastIndex - 1]
  }
}

/**
 * Where some words stand in a text: UTF-16 ranges of the text as given, ascending and apart.
 * @param whole as whole words, or anywhere
 */
export const wordRanges = (text: string, words: readonly Word[], whole: boolean): TextRange[] =>
  mergeRanges(
    getReadings(text).flatMap(({ folded, starts, ends }, reading) =>
      words
        // The other spellings are stored word by word: no phrase is found in them.
        .filter((word) => reading === 0 || !word.text.includes(' '))
        .flatMap((word) =>
          [...places(folded, word, whole)].map(([from, last]) => ({
            start: starts[from] ?? 0,
            end: ends[last] ?? 0,
          })),
        ),
    ),
  )
