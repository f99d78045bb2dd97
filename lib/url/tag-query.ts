import { parseAsTexts } from './texts'

const decode = (text: string): string | null => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return null
  }
}

/**
 * A query string in which a tag is called otherwise. All else in it stays letter for letter, also what no facet knows.
 * @param query with or without its `?`
 * @param isOld whether a choice of the tag facet is the tag
 * @param name what it is called from now on
 */
export function renameTagInQuery(query: string, isOld: (choice: string) => boolean, name: string): string {
  const [start, rest] = query.startsWith('?') ? ['?', query.slice(1)] : ['', query]
  const parts = rest.split('&').map((part) => {
    if (!part.startsWith('tag=')) return part
    const choices = parseAsTexts.parse(decode(part.slice('tag='.length)) ?? '')
    if (!choices?.some(isOld)) return part
    const renamed = [...new Set(choices.map((choice) => (isOld(choice) ? name : choice)))]
    return `tag=${encodeURIComponent(parseAsTexts.serialize(renamed)).replaceAll('%2C', ',')}`
  })
  return `${start}${parts.join('&')}`
}
