import { foldText } from './search'

// The comma of Latin, Arabic and East Asian writing.
const commas = /[,،、，]/

/** The comma parts of a place, folded and distinct: "Paris, Île-de-France" gives `paris`, `ile-de-france`. */
export function locationParts(location: string | null): string[] {
  const parts = (location ?? '').split(commas).map(foldText)
  return [...new Set(parts.filter((part) => part !== ''))]
}
