import { parseAsTexts } from './texts'

const decode = (text: string): string | null => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return null
  }
}

/**
 * A query string in which choices of a facet of names are called otherwise. All else in it stays letter for letter, also
 * what no facet knows.
 * @param query with or without its `?`
 * @param facet its key
 * @param rename what a choice is called from now on; null for one that keeps its name
 */
export function renameInQuery(
  query: string,
  facet: 'tag' | 'criteria',
  rename: (choice: string) => string | null,
): string {
  const [start, rest] = query.startsWith('?') ? ['?', query.slice(1)] : ['', query]
  const parts = rest.split('&').map((part) => {
    if (!part.startsWith(`${facet}=`)) return part
    const choices = parseAsTexts.parse(decode(part.slice(facet.length + 1)) ?? '')
    if (!choices?.some((choice) => rename(choice) !== null)) return part
    const renamed = [...new Set(choices.map((choice) => rename(choice) ?? choice))]
    return `${facet}=${encodeURIComponent(parseAsTexts.serialize(renamed)).replaceAll('%2C', ',')}`
  })
  return `${start}${parts.join('&')}`
}
