import type { Person } from '@/lib/contracts/candidate'
import type { FoundText } from '@/lib/contracts/stored-people'
import { searchLines } from './search'
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

/** At most 280 characters around the place where a word stands, whole words where it has them. */
function clipAround(sentence: string, word: Word): string {
  if (sentence.length <= maxLength) return sentence
  const at = Math.max(0, sentence.toLowerCase().indexOf(word.text) - leadIn)
  const clipped = sentence.slice(at, at + maxLength).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')
  return `${at > 0 ? '… ' : ''}${clipped.trim()}${at + maxLength < sentence.length ? ' …' : ''}`
}

/**
 * The first sentence of somebody in which one of some words stands.
 * @param whole as a whole word, or anywhere
 * @returns null where none does, or only across two sentences
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
      const word = words.find((each) => hasWord(lines, each, whole))
      if (word) return { where, text: clipAround(sentence.trim(), word) }
    }
    return { where, text: text.slice(0, maxLength).trim() }
  }
  return null
}
