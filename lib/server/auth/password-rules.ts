import 'server-only'
import { dictionary } from '@zxcvbn-ts/language-common'

export const shortestPassword = 12
export const longestPassword = 256

const common: ReadonlySet<string> = new Set([...(dictionary['passwords-common'] ?? []), 'shortlist'])

const isRepeated = (text: string) => /^(.{1,32}?)\1+$/su.test(text)
const withoutEnds = (text: string) => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')

/**
 * Why a password may not be used, in a sentence; null for one that may. There are no rules of composition: long enough,
 * and not among those that leaked lists begin with, however it is lengthened (NIST SP 800-63B, 5.1.1.2).
 * @param about the person's name and address, which others try first
 */
export function whyNotPassword(password: string, about: readonly string[] = []): string | null {
  const letters = [...password].length
  if (letters < shortestPassword)
    return `Use at least ${shortestPassword} characters; a few words make a good one.`
  if (letters > longestPassword) return `Use at most ${longestPassword} characters.`
  const folded = password.toLowerCase()
  const heart = withoutEnds(folded)
  const own = about
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length > 3)
  const known =
    [folded, heart].some((text) => common.has(text) || isRepeated(text)) ||
    heart === '' ||
    own.reduce((rest, word) => rest.replaceAll(word, ''), heart).replace(/[^\p{L}\p{N}]/gu, '').length < 4
  return known
    ? 'This password, or the word it is built on, is among the first that are guessed. Use another one.'
    : null
}
