import { countLeft } from './list-words'

type Scope = {
  /** How many a file will hold. */
  people: number
  /** They were selected one by one. */
  selected: boolean
  /** The view leaves somebody out. */
  filtered: boolean
  stored: number
  total: number | null
  missing: number | null
}

/**
 * Whom a file holds and whom it does not, in words: “81 people match of 412 loaded, 31 not loaded”.
 * @param number in the reader's manner
 */
export function exportScopeText(scope: Scope, number: (count: number) => string): string {
  const { people, selected, filtered, stored } = scope
  const who = `${number(people)} ${people === 1 ? 'person' : 'people'}`
  const verb = selected ? 'selected' : people === 1 ? 'matches' : 'match'
  const held =
    selected || filtered
      ? `${who} ${verb} of ${number(stored)} loaded`
      : `All ${number(stored)} ${stored === 1 ? 'person' : 'people'} loaded`
  const left = countLeft(scope)
  return left > 0 ? `${held}, ${number(left)} not loaded` : held
}
