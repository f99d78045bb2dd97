import type { Candidate, Mark } from '@/lib/contracts/candidate'
import { decidedWords, decisionWords } from '@/lib/contracts/decision-words'
import type { ExportLines } from '@/lib/contracts/export-words'
import type { Month } from '@/lib/contracts/month'
import type { Note } from '@/lib/contracts/notes'
import { jobWords } from './career-words'
import { currentRole, displayName } from './current-role'
import { criteriaColumns } from './export-criteria'
import type { ExportCell, ExportDeclaration, ExportItem } from './export-item'
import { ratingLabel } from './ratings'

const yesNo = (value: boolean | null | undefined): string | null =>
  value === null || value === undefined ? null : value ? 'Yes' : 'No'

const role = ({ candidate }: ExportItem) => currentRole(candidate)

function statusText({ candidate }: ExportItem): string | null {
  if (candidate.erased) return 'Erased on request'
  if (candidate.unreadable) return 'Could not be read'
  return candidate.goneAt === null ? null : 'No longer in the list'
}

const educationText = ({ school, degree, field, dateRange }: Candidate['education'][number]) =>
  [school, degree, field, dateRange].filter(Boolean).join(', ')

function votesText({ votes }: Mark): string | null {
  if (!votes) return null
  const { yes, maybe, no } = votes
  return `${yes} yes, ${maybe} maybe, ${no} no`
}

const noteText = ({ text, by, at }: Note) => `${at.slice(0, 10)} ${by.name}: ${text}`

/** A month as `2024-08`, or `2024` where only the year is known. */
const monthText = (month: Month | null): string | null =>
  month === null ? null : month.m === null ? `${month.y}` : `${month.y}-${String(month.m).padStart(2, '0')}`

type MarkColumn = Pick<ExportDeclaration, 'key' | 'label' | 'kind' | 'width' | 'optional' | 'fields'>

/** A column of what the team did about a person. */
const ofMark = <const Column extends MarkColumn>(column: Column, read: (mark: Mark) => ExportCell) =>
  ({ ...column, group: 'team', needs: 'marks', read: ({ mark }: ExportItem) => read(mark) }) as const

/** What can be exported of a person, in the order in which it stands in a file. */
export const exportColumns = [
  {
    ...{ key: 'name', label: 'Name', group: 'person', width: 26 },
    fields: ['fullName', 'firstName', 'lastName'],
    read: ({ candidate }) => displayName(candidate),
  },
  {
    ...{ key: 'firstName', label: 'First name', group: 'person', width: 16, optional: true },
    read: ({ candidate }) => candidate.firstName,
  },
  {
    ...{ key: 'lastName', label: 'Last name', group: 'person', width: 18, optional: true },
    read: ({ candidate }) => candidate.lastName,
  },
  {
    ...{ key: 'headline', label: 'Headline', group: 'person', width: 40 },
    read: ({ candidate }) => candidate.headline,
  },
  {
    ...{ key: 'rating', label: 'Rating', group: 'person', width: 12 },
    read: ({ candidate }) => (candidate.unreadable ? null : ratingLabel(candidate.rating)),
  },
  {
    ...{ key: 'top', label: 'Top choice', group: 'person', width: 11 },
    fields: ['isTopChoice'],
    read: ({ candidate }) => yesNo(candidate.isTopChoice),
  },
  {
    ...{ key: 'message', label: 'Top choice message', group: 'person', width: 40 },
    fields: ['topChoiceMessage'],
    read: ({ candidate }) => candidate.topChoiceMessage,
  },
  ofMark({ key: 'decision', label: 'Decision', width: 13 }, ({ decision }) =>
    decision ? decidedWords[decision.decision] : null,
  ),
  ofMark({ key: 'reason', label: 'Reason', width: 22 }, ({ decision }) => decision?.reason?.label ?? null),
  ofMark(
    { key: 'comment', label: 'Comment on the decision', width: 30 },
    ({ decision }) => decision?.comment ?? null,
  ),
  ofMark({ key: 'decidedBy', label: 'Decided by', width: 18 }, ({ decision }) => decision?.by.name ?? null),
  ofMark(
    { key: 'decidedAt', label: 'Decided at (UTC)', kind: 'date', width: 18 },
    ({ decision }) => decision?.at ?? null,
  ),
  ofMark(
    { key: 'openedBefore', label: 'Opened before deciding', width: 14, optional: true },
    ({ decision }) => yesNo(decision?.opened),
  ),
  ofMark(
    { key: 'suggestions', label: 'Suggestions', width: 24, optional: true },
    ({ suggestions }) =>
      suggestions?.map(({ by, decision }) => `${by.name}: ${decisionWords[decision]}`).join('; ') ?? null,
  ),
  ofMark(
    { key: 'tags', label: 'Tags', width: 20 },
    ({ tags }) => tags?.map(({ name }) => name).join('; ') ?? null,
  ),
  ...criteriaColumns,
  ofMark(
    { key: 'next', label: 'Next action', width: 24, fields: ['nextAction'] },
    ({ nextAction }) => nextAction?.text ?? null,
  ),
  ofMark(
    { key: 'nextDue', label: 'Due', kind: 'date', width: 12, fields: ['nextAction'] },
    ({ nextAction }) => nextAction?.dueOn ?? null,
  ),
  ofMark(
    { key: 'nextFor', label: 'Assigned to', width: 18, fields: ['nextAction'] },
    ({ nextAction }) => nextAction?.assignee?.name ?? null,
  ),
  ofMark({ key: 'votes', label: 'Guests’ votes', width: 22, optional: true }, votesText),
  {
    ...{ key: 'notes', label: 'Notes', group: 'team', width: 50, needs: 'notes', optional: true },
    read: ({ notes }) => (notes && notes.length > 0 ? notes.map(noteText).join('\n\n') : null),
  },
  {
    ...{ key: 'title', label: 'Title', group: 'career', width: 30 },
    fields: ['experiences'],
    read: (item) => role(item)?.experience.title ?? null,
  },
  {
    ...{ key: 'company', label: 'Company', group: 'career', width: 24 },
    fields: ['experiences'],
    read: (item) => role(item)?.experience.company ?? null,
  },
  {
    ...{ key: 'now', label: 'In this job now', group: 'career', width: 14 },
    fields: ['experiences'],
    read: (item) => yesNo(role(item)?.current),
  },
  {
    ...{ key: 'years', label: 'Experience in months, at least', group: 'career', kind: 'number', width: 14 },
    fields: ['totalMonths'],
    read: ({ candidate }) => candidate.totalMonths,
  },
  {
    ...{
      key: 'yearsMax',
      label: 'Experience in months, at most',
      group: 'career',
      kind: 'number',
      width: 14,
    },
    fields: ['totalMonthsMax'],
    read: ({ candidate }) => candidate.totalMonthsMax,
  },
  {
    ...{ key: 'career', label: 'Career', group: 'career', width: 60, optional: true },
    fields: ['experiences'],
    read: ({ candidate }, asOf) =>
      candidate.experiences.map((each) => jobWords(each, candidate.asOf ?? asOf)).join('\n') || null,
  },
  {
    ...{ key: 'education', label: 'Education', group: 'career', width: 40, optional: true },
    read: ({ candidate }) => candidate.education.map(educationText).join('\n') || null,
  },
  {
    ...{ key: 'jobTitle', label: 'Job: title', group: 'career', width: 30, perJob: true },
    fields: ['job'],
    read: ({ job }) => job?.title ?? null,
  },
  {
    ...{ key: 'jobCompany', label: 'Job: company', group: 'career', width: 24, perJob: true },
    fields: ['job'],
    read: ({ job }) => job?.company ?? null,
  },
  {
    ...{ key: 'jobDates', label: 'Job: dates as written', group: 'career', width: 22, perJob: true },
    fields: ['job'],
    read: ({ job }) => job?.dateRange ?? null,
  },
  {
    ...{ key: 'jobStart', label: 'Job: from', group: 'career', width: 10, perJob: true },
    fields: ['job'],
    read: ({ job }) => monthText(job?.start ?? null),
  },
  {
    ...{ key: 'jobEnd', label: 'Job: to', group: 'career', width: 10, perJob: true },
    fields: ['job'],
    read: ({ job }) => (job?.current ? 'Present' : monthText(job?.end ?? null)),
  },
  {
    ...{ key: 'jobMonths', label: 'Job: months, at least', group: 'career', kind: 'number', width: 12 },
    ...{ perJob: true, fields: ['job'] },
    read: ({ job }) => job?.months ?? null,
  },
  {
    ...{ key: 'jobDescription', label: 'Job: description', group: 'career', width: 60, perJob: true },
    fields: ['job'],
    read: ({ job }) => job?.description ?? null,
  },
  {
    ...{ key: 'location', label: 'Location', group: 'person', width: 24 },
    read: ({ candidate }) => candidate.location,
  },
  {
    ...{ key: 'profile', label: 'Profile', group: 'person', kind: 'link', width: 36 },
    fields: ['profileUrl', 'publicIdentifier'],
    read: ({ candidate }) => candidate.profileUrl,
  },
  {
    ...{ key: 'applied', label: 'Applied (UTC)', group: 'list', kind: 'date', width: 17 },
    fields: ['appliedAt'],
    read: ({ candidate }) => candidate.appliedAt,
  },
  {
    ...{ key: 'seen', label: 'Added (UTC)', group: 'list', kind: 'date', width: 17 },
    fields: ['firstSeenAt'],
    read: ({ candidate }) => candidate.firstSeenAt,
  },
  {
    ...{ key: 'place', label: 'Place in the network’s order', group: 'list', kind: 'number', width: 12 },
    fields: ['position'],
    read: ({ candidate }) => candidate.position + 1,
  },
  {
    ...{ key: 'status', label: 'Status', group: 'list', width: 20 },
    fields: ['goneAt', 'unreadable', 'erased'],
    read: statusText,
  },
  {
    ...{ key: 'application', label: 'Application ID', group: 'list', width: 24 },
    fields: ['applicationId'],
    read: ({ candidate }) => candidate.applicationId,
  },
] as const satisfies readonly ExportDeclaration[]

export type ExportKey = (typeof exportColumns)[number]['key']
export type ExportColumn = ExportDeclaration & { key: ExportKey }

const all: readonly ExportColumn[] = exportColumns

/** What a file holds where nothing else is chosen. */
export const defaultExportColumns = (per: ExportLines): ExportColumn[] =>
  all.filter(({ optional, perJob }) => !optional && (per === 'job' || !perJob))

/** What can be chosen of a file with such lines. */
export const availableExportColumns = (per: ExportLines): ExportColumn[] =>
  all.filter(({ perJob }) => per === 'job' || !perJob)

/** The column of this key; null for none. */
export const findExportColumn = (key: string): ExportColumn | null =>
  all.find((column) => column.key === key) ?? null
