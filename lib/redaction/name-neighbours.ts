import type { FoldedChars } from '@/lib/domain/folded-chars'
import { roles } from './name-chunks'
import type { NameModel } from './name-model'
import { smallWords } from './name-words'
import type { TextRange } from '@/lib/domain/search'

/** A word of a folded text: its `role` in the name, if it has one, and whether it is hidden. */
export type Word = TextRange & { text: string; role: number; hit: boolean }

// What may stand between two parts of one name.
const joint = /^[\s.'_·・\p{Pd}]{0,4}$/u
// Silva, Maria
export const reversal = /^\s?,\s{0,2}$/
/** What stands between two words, where that is little enough for one name; else null. */
export const between = ({ chars }: FoldedChars, left: Word, right: Word) =>
  right.start - left.end > 4 ? null : chars.slice(left.end, right.start)
/** Would one name go on over it? */
export const isJoint = (gap: string | null) => gap !== null && joint.test(gap)

/** Anne-Marie is Annemarie's name too, and Mc Donald's McDonald. */
export function joinPieces(folded: FoldedChars, words: Word[], { strong, weak }: NameModel) {
  const { upper } = folded
  const getRole = (word: Word) => weak.get(word.text) ?? 0
  for (let at = 0; at + 1 < words.length; at += 1) {
    let text = words[at]?.text ?? ''
    for (let to = at + 1; to <= at + 2 && to < words.length; to += 1) {
      const [left, right] = [words[to - 1], words[to]]
      if (!left || !right || right.text.length < 2) break
      if (!isJoint(between(folded, left, right))) break
      text += right.text
      const role = strong.get(text)
      if (role === undefined || text.length < 5) continue
      for (const word of words.slice(at, to + 1)) [word.hit, word.role] = [true, word.role || role]
    }
    const [left, right] = [words[at], words[at + 1]]
    if (!left || !right || (left.hit && right.hit)) continue
    const [gap, capitals] = [
      between(folded, left, right),
      upper[left.start] === 1 && upper[right.start] === 1,
    ]
    const turned = capitals && reversal.test(gap ?? '')
    if (!isJoint(gap) && !turned) continue
    // "do an" may be someone's name; it is mostly not.
    const small = smallWords.has(left.text) && smallWords.has(right.text) && !capitals
    const whole = (getRole(left) | getRole(right)) === (roles.first | roles.last)
    if (whole && !small && getRole(left) > 0 && getRole(right) > 0) left.hit = right.hit = true
  }
}

/** M A R I A */
export function joinLetters(folded: FoldedChars, words: Word[], { strong, weak }: NameModel) {
  const names = [...strong.keys(), ...weak.keys()].filter((name) => name.length >= 3)
  for (let at = 0; at < words.length;) {
    let to = at
    let text = ''
    while (to < words.length && words[to]?.text.length === 1) {
      const [left, right] = [words[to - 1], words[to]]
      if (to > at && !(left && right && isJoint(between(folded, left, right)))) break
      text += right?.text ?? ''
      to += 1
    }
    if (text.length >= 3) {
      for (const name of names) {
        for (let found = text.indexOf(name); found !== -1; found = text.indexOf(name, found + name.length)) {
          for (let letter = 0; letter < name.length; letter += 1) {
            const word = words[at + found + letter]
            if (word) [word.hit, word.role] = [true, word.role || roles.first | roles.last]
          }
        }
      }
    }
    at = Math.max(to, at + 1)
  }
}

/** What belongs to a name only beside it: particles, initials, weak words. */
export function spreader(folded: FoldedChars, model: NameModel) {
  const { chars, upper } = folded
  const matchInitial = (word: Word, gap: string | null) =>
    // In "m.silva" and "m_silva" a small letter is one too.
    word.text.length > 1 || (upper[word.start] !== 1 && gap !== '.' && gap !== '_')
      ? 0
      : model.initials.reduce((role, { letter, role: own }) => (letter === word.text ? role | own : role), 0)
  return {
    /** Is `word`, before a part of the name, one of it as well? */
    back(word: Word | undefined, name: Word | undefined) {
      if (!word || !name || word.hit || !name.hit) return
      const gap = between(folded, word, name)
      const isParticle = model.particles.has(word.text) && (name.role & roles.last) !== 0 && isJoint(gap)
      const isApart = isParticle && word.text.length === 1 && gap !== "'" && upper[word.start] !== 1
      const isInitial = matchInitial(word, gap) > 0 && /^(?:\.?\s?|\.?-|_)$/.test(gap ?? '?')
      // A letter with a full stop before a family name is an initial, whosever it is: of a name we may not know.
      const isAbbreviated =
        word.text.length === 1 &&
        upper[word.start] === 1 &&
        name.role & roles.last &&
        /^\.\s?$/.test(gap ?? '')
      const isWeak =
        (word.role & roles.first && name.role & roles.last && isJoint(gap)) ||
        (word.role & roles.last && name.role & roles.first && reversal.test(gap ?? ''))
      if ((isParticle && !isApart) || isInitial || isAbbreviated || isWeak) {
        word.hit = true
        word.role ||= name.role
      }
    },
    /** Is `word`, behind a part of the name, one of it as well? */
    on(name: Word | undefined, word: Word | undefined, next: Word | undefined) {
      if (!word || !name || word.hit || !name.hit) return
      const gap = between(folded, name, word)
      const isWeak =
        (name.role & roles.first && word.role & roles.last && isJoint(gap)) ||
        (name.role & roles.last && word.role & roles.first && reversal.test(gap ?? ''))
      const held = next?.hit === true && isJoint(gap) && isJoint(between(folded, word, next))
      const isHeld =
        held && (model.particles.has(word.text) || (word.text.length === 1 && upper[word.start] === 1))
      const closes = /^(?:$|[.,;:!?)\]"'\n\r])/.test(chars.slice(word.end, word.end + 1))
      const isInitial =
        (matchInitial(word, gap) & roles.last) !== 0 && closes && /^(?:\s{1,2}|-)$/.test(gap ?? '')
      if (isWeak || isHeld || isInitial) {
        word.hit = true
        word.role ||= name.role
      }
    },
  }
}
