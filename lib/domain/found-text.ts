import type { Person } from '@/lib/contracts/candidate'
import type { FoundText } from '@/lib/contracts/stored-people'
import { searchLines } from './search'
import { wordRanges } from './word-ranges'
import { hasWord, type Word } from './word-query'

const isText = (text: string | null): text is string => text !== null && text.trim() !== ''

/** What somebody wrote, piece by piece: what tells most about who they are today comes first. */
export function personTexts({
  headline,
  location,
  experiences,
  education,
  topChoiceMessage,
}: Person): FoundText[] {
  const texts: [FoundText['where'], string | null][] = [
    ['headline', headline],
    ...experiences.map(({ title, company }): [FoundText['where'], string] => [
      'job',
      [title, company].filter(isText).join(', '),
    ]),
    ['message', topChoiceMessage],
    ...experiences.map(({ description }): [FoundText['where'], string | null] => [
      'description',
      description,
    ]),
    ...education.map(({ school, degree, field }): [FoundText['where'], string] => [
      'education',
      [degree, field, school].filter(isText).join(', '),
    ]),
    ['location', location],
  ]
  return texts.flatMap(([where, text]) => (isText(text) ? [{ where, text }] : []))
}

const sentenceEnd = /(?<=[.!?;•])\s+|\s*\n+\s*|(?<=[。！？])/u
const maxLength = 280
const leadIn = 80

/** A sentence, or where it is long, at most 280 characters around the place where one of some words stands. */
function clipAround(sentence: string, words: readonly Word[], whole: boolean): string {
  if (sentence.length <= maxLength) return sentence
  const at = Math.max(0, (wordRanges(sentence, words, whole)[0]?.start ?? 0) - leadIn)
  const clipped = sentence.slice(at, at + maxLength).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')
  return `${at > 0 ? '… ' : ''}${clipped.trim()}${at + maxLength < sentence.length ? ' …' : ''}`
}

/** The first of some texts, not taken apart into sentences: a title and company, or a degree and school. */
export const findPiece = (texts: readonly FoundText[], words: readonly Word[]): FoundText | null =>
  texts[0] ? { where: texts[0].where, text: clipAround(texts[0].text, words, true) } : null

/**
 * The first sentence of somebody in which one of some words stands.
 * @param whole as a whole word, or anywhere
 * @returns the text around it where a phrase stands across two sentences; null where none of them stands
 */
export function findSentence(
  texts: readonly FoundText[],
  words: readonly Word[],
  whole: boolean,
): FoundText | null {
  for (const { where, text } of texts) {
    const folded = searchLines(text).join('\n')
    if (!words.some((word) => hasWord(folded, word, whole))) continue
    for (const sentence of text.split(sentenceEnd)) {
      const lines = searchLines(sentence).join('\n')
      if (words.some((word) => hasWord(lines, word, whole)))
        return { where, text: clipAround(sentence.trim(), words, whole) }
    }
    return { where, text: clipAround(text.trim(), words, whole) }
  }
  return null
}
