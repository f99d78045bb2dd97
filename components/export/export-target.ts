import type { ExportRequest } from '@/lib/contracts/export'
import type { JobRef } from '@/lib/url/paths'

/** Whom an export is about. */
export type ExportSource = {
  jobRef: JobRef
  /** The query string of the view on screen, and how many it shows. */
  view: string
  matched: number
  filtered: boolean
  /** Selected one by one; none where the whole view is. */
  selected: readonly string[]
  stored: number
  total: number | null
  missing: number | null
}

export type ExportRange = 'selected' | 'view'

/** Which people are meant: the people selected in the order of the view, or everyone it shows. */
export const sourceRequest = (
  { view, selected }: Pick<ExportSource, 'view' | 'selected'>,
  range: ExportRange,
): Pick<ExportRequest, 'view' | 'applicationIds'> => ({
  view: view.replace(/^\?/, ''),
  ...(range === 'selected' ? { applicationIds: [...selected] } : {}),
})
