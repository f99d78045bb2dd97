type Member = { id: string; name: string }

/** `@name` in a text: where it stands, and whom it means; several members where they are called alike. */
export type Mention = { from: number; to: number; members: Member[] }

const folded = (text: string) => text.toLowerCase()
const isWordPart = (letter: string | undefined) => letter !== undefined && /[\p{L}\p{N}_]/u.test(letter)

/**
 * The members whom a text names by `@` and their whole name, in capitals or not. Of names that begin alike the longest
 * counts; an `@` within a word, as in an e-mail address, names nobody.
 */
export function findMentions(text: string, members: readonly Member[]): Mention[] {
  const byName = new Map<string, Member[]>()
  for (const member of members) {
    const name = folded(member.name.trim())
    if (name !== '') byName.set(name, [...(byName.get(name) ?? []), member])
  }
  const names = [...byName].sort(([a], [b]) => b.length - a.length)
  const found: Mention[] = []
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    if (isWordPart(text[at - 1])) continue
    const match = names.find(([name]) => {
      const end = at + 1 + name.length
      return folded(text.slice(at + 1, end)) === name && !isWordPart(text[end])
    })
    if (match) found.push({ from: at, to: at + 1 + match[0].length, members: match[1] })
  }
  return found
}

/**
 * Whom a text mentions, each once.
 * @param chosen of members who are called alike, the ones who are meant; all of them where none of them is named here
 */
export function mentionedMembers(
  text: string,
  members: readonly Member[],
  chosen: readonly string[] = [],
): Member[] {
  const mentioned = new Map<string, Member>()
  for (const { members: alike } of findMentions(text, members)) {
    const meant = alike.filter(({ id }) => chosen.includes(id))
    for (const member of meant.length > 0 ? meant : alike) mentioned.set(member.id, member)
  }
  return [...mentioned.values()]
}
