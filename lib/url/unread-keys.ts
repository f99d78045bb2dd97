import { parseView, viewToSearch } from './view'

// Said with their defaults, these narrow nothing.
const defaults: Record<string, (value: string) => boolean> = {
  sort: () => true,
  q: (value) => value.trim() === '',
  new: (value) => value === '0',
  account: () => true,
  // Names the view that its filters came from.
  view: () => true,
}

/**
 * The keys of a query string that a view would leave out: unknown ones, and those with no value that is understood. A page
 * ignores them; what acts on everyone who matches must not.
 */
export function unreadKeys(search: string): string[] {
  const read = new URLSearchParams(viewToSearch(parseView(search)))
  return [...new URLSearchParams(search)]
    .filter(([key, value]) => value !== '' && !read.has(key) && !defaults[key]?.(value))
    .map(([key]) => key)
}
