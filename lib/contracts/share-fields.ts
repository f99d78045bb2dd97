// Apart from their schema: a form loads no validator.
import type { PlainMark } from './candidate'

type ShareField = {
  /** Of its tick box. */
  label: string
  /** Among what a list of links says of one. */
  shown: string
  /** In its place where it is left out; nothing where absent. */
  hidden?: string
  /** On in a new link, and in one that was made before this could be chosen. */
  byDefault?: true
  /** Counts as off without this, whatever a link says. */
  needs?: 'names'
  /** What the team did that it shows, as of now: of these people too where the link is frozen. */
  mark?: PlainMark
}

/**
 * What the maker of a share link lets its guests see, beyond the career itself, each declared once and in the order in
 * which it is offered. The form, the list of links and what reads a stored link read this.
 */
const shareFieldDefinitions = {
  // Off: anonymised.
  names: { label: 'Names', shown: 'names shown', hidden: 'names hidden', byDefault: true },
  message: { label: 'Their message', shown: 'messages', byDefault: true },
  descriptions: { label: 'Job descriptions', shown: 'descriptions', byDefault: true },
  profileLinks: {
    label: 'Links to profiles and companies',
    shown: 'profile links',
    needs: 'names',
  },
} satisfies Record<string, ShareField>

export type ShareFieldKey = keyof typeof shareFieldDefinitions
type Definitions = typeof shareFieldDefinitions
type MarkField = {
  [Key in ShareFieldKey]: Definitions[Key] extends { mark: PlainMark } ? Key : never
}[ShareFieldKey]
/** What a link shows; a mark that it does not name is hidden. */
export type ShareFields = Record<Exclude<ShareFieldKey, MarkField>, boolean> & {
  [Key in MarkField]?: boolean
}

export const shareFieldKeys = Object.keys(shareFieldDefinitions) as ShareFieldKey[]

/** The definition of a field whose key is known only at run time. */
export const getShareField = (key: ShareFieldKey): ShareField => shareFieldDefinitions[key]

/** Whether a link may show this: nothing that it needs is left out. */
export function mayShow(fields: ShareFields, key: ShareFieldKey): boolean {
  const { needs } = getShareField(key)
  return needs === undefined || fields[needs]
}
