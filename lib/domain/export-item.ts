import type { Candidate, Experience, Mark } from '@/lib/contracts/candidate'
import type { ExportedCriteria, ExportedPerson } from '@/lib/contracts/export'
import type { Month } from '@/lib/contracts/month'
import type { Note } from '@/lib/contracts/notes'

/** One line of an export. */
export type ExportItem = {
  candidate: Candidate
  mark: Mark
  /** Newest first; null where they were not chosen. */
  notes: readonly Note[] | null
  /** Null where they were not chosen, and on a job without criteria. */
  criteria: ExportedCriteria | null
  /** The job of a line that stands for one; null for somebody who lists none, and in lines that stand for people. */
  job: Experience | null
}

/** `date`: an ISO 8601 day, or a time in UTC. `link`: an http(s) address. */
type CellKind = 'text' | 'number' | 'date' | 'link'
export type ExportCell = string | number | null

export const exportGroups = { person: 'Person', team: 'Your team', career: 'Career', list: 'List' } as const
type ExportGroup = keyof typeof exportGroups

type Field = keyof ExportedPerson

/**
 * The key stands in addresses and in what a browser remembers: never renamed. `fields` are what stands for the column in
 * JSON; the field of that key where absent.
 */
type ColumnKey = { key: Field; fields?: undefined } | { key: string; fields: readonly Field[] }

export type ExportDeclaration = {
  label: string
  group: ExportGroup
  kind?: CellKind
  /** Letters, in a spreadsheet. */
  width: number
  /** Left out unless it is chosen. */
  optional?: true
  /** Of one job: only in lines that stand for jobs. */
  perJob?: true
  /** Beside what the provider told: what the team did, or wrote. */
  needs?: 'marks' | 'notes' | 'criteria'
  /** Stands in a table for a column of each criterion of the job. */
  each?: 'criterion'
  read: (item: ExportItem, asOf: Month) => ExportCell
} & ColumnKey
