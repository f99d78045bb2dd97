/** Who was opened on the way to an entry of the browser's history, first to last; part of the entry's own state. */
type Stamp = { opened: readonly string[] }
const name = 'shortlist'

/** The steps of the entry that the reader stands at; null for one that was made by something else. */
export function readSteps(): readonly string[] | null {
  // Only this module writes under the name.
  const state = window.history.state as { [name]?: Stamp } | null
  return state?.[name]?.opened ?? null
}

// Not a navigation: the same page goes on, only its address names another person. The query belongs to
// `useAddress`, so it is carried over as it stands. The framework adds its own marks to the state.
function write(how: 'pushState' | 'replaceState', path: string, opened: readonly string[]): void {
  window.history[how]({ [name]: { opened } satisfies Stamp }, '', path + window.location.search)
}

/** Names another person in the address without a step. @param path the pathname that names them */
export const replaceStep = (path: string, opened: readonly string[]) => write('replaceState', path, opened)

/** Makes a step of history that opened the last of these people. @param path the pathname that names them */
export function pushStep(path: string, opened: readonly string[]): void {
  // The page's first entry, or one that a filter made, is known by the time it is left.
  if (readSteps() === null) replaceStep(window.location.pathname, opened.slice(0, -1))
  write('pushState', path, opened)
}

/**
 * Who is open after a move through history. Going back closes whoever was opened on the way, going forward opens them
 * again, and everybody else stays as they are.
 * @param open who is open now
 * @param from the steps of the entry that was left
 * @param to the steps of the entry that was reached
 */
export function openAfter(
  open: readonly string[],
  from: readonly string[],
  to: readonly string[],
): readonly string[] {
  const shared = from.findIndex((id, at) => id !== to[at])
  const commonLength = shared === -1 ? from.length : shared
  const [undone, done] = [from.slice(commonLength), to.slice(commonLength)]
  const still = open.filter((id) => !undone.includes(id) && !done.includes(id))
  return [...still, ...done]
}
