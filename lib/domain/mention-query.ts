import { foldText } from './search'

type Member = { id: string; name: string }

const maxOffered = 6
const maxQueryLength = 40

/** What somebody types after an `@`: where the `@` stands, and whom it may become. */
export type MentionQuery<M extends Member> = { from: number; members: M[] }

/**
 * The colleagues to offer while `@` and the beginning of a name are typed. Names that begin like it come first, then those
 * of which another word does.
 * @param caret where the caret stands, in characters of the text
 * @returns null where no name is being typed, or nobody is called so
 */
export function findMentionQuery<M extends Member>(
  text: string,
  caret: number,
  members: readonly M[],
): MentionQuery<M> | null {
  const before = text.slice(Math.max(0, caret - maxQueryLength), caret)
  const [, typed] = /(?:^|[^\p{L}\p{N}_])@([^@\n]*)$/u.exec(before) ?? []
  if (typed === undefined || /^\s/.test(typed)) return null
  const folded = foldText(typed)
  const named = members.map((member) => ({ member, name: foldText(member.name) }))
  const begins = named.filter(({ name }) => name.startsWith(folded))
  const inside = named.filter(({ name }) => !name.startsWith(folded) && name.includes(` ${folded}`))
  const found = [...begins, ...inside].slice(0, maxOffered).map(({ member }) => member)
  // A name that stands there whole needs no choice.
  const whole = found.length === 1 && foldText(found[0]!.name) === folded.trimEnd()
  return found.length === 0 || whole ? null : { from: caret - typed.length - 1, members: found }
}
