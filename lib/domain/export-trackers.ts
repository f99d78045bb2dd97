import type { ExportTracker } from '@/lib/contracts/export-words'
import { currentRole, displayName } from './current-role'
import type { ExportItem } from './export-item'

type TrackerColumn = readonly [header: string, read: (item: ExportItem, jobName: string) => string | null]

type Tracker = {
  label: string
  /** What is left to do in the tracker, in a sentence. */
  hint: string
  columns: readonly TrackerColumn[]
}

const role = ({ candidate }: ExportItem) => currentRole(candidate)?.experience
const title = (item: ExportItem) => role(item)?.title ?? null
const company = (item: ExportItem) => role(item)?.company ?? null
const tags = (separator: string) => (item: ExportItem) =>
  item.mark.tags?.map(({ name }) => name).join(separator) ?? null
const notes = ({ notes: all }: ExportItem) =>
  all && all.length > 0 ? all.map(({ text, by }) => `${by.name}: ${text}`).join('\n\n') : null
// Nobody's address is known to us: the column is there to be filled in.
const unknown = () => null
const source = () => 'LinkedIn'

const firstName: TrackerColumn[1] = ({ candidate }) => candidate.firstName ?? displayName(candidate)
const lastName: TrackerColumn[1] = ({ candidate }) => candidate.lastName
const profile: TrackerColumn[1] = ({ candidate }) => candidate.profileUrl
const location: TrackerColumn[1] = ({ candidate }) => candidate.location
const headline: TrackerColumn[1] = ({ candidate }) => candidate.headline

/** The columns that the import of a tracker asks for, as its help pages describe them; docs/export.md says what is known of each. */
export const trackers: Record<ExportTracker, Tracker> = {
  greenhouse: {
    label: 'Greenhouse',
    hint: 'In Greenhouse, open Configure, Bulk Import, and match the columns. Import at most 8,000 people at a time.',
    columns: [
      ['First Name', firstName],
      ['Last Name', lastName],
      ['Company', company],
      ['Title', title],
      ['Email', unknown],
      ['Phone', unknown],
      ['Social Media', profile],
      ['Website', unknown],
      ['Address', location],
      ['Source', source],
      ['Who gets credit', unknown],
      ['Job', (_, jobName) => jobName],
      ['Notes', notes],
    ],
  },
  lever: {
    label: 'Lever',
    hint: 'Fill in Stage and the posting’s URL before you import the file. Lever takes at most 55,000 people in one.',
    columns: [
      ['Full name', ({ candidate }) => displayName(candidate)],
      ['Email', unknown],
      ['Headline', headline],
      ['Company', company],
      ['Location', location],
      ['Links', profile],
      ['Lever Posting URL', unknown],
      ['Stage', unknown],
      ['Sources', source],
      ['Origin', () => 'Applied'],
      ['Tags', tags(',')],
      ['Notes', notes],
    ],
  },
  ashby: {
    label: 'Ashby',
    hint: 'In Ashby, open Admin, Bulk import, and match the columns. Ashby does not import notes.',
    columns: [
      ['Name', ({ candidate }) => displayName(candidate)],
      ['Email', unknown],
      ['LinkedIn URL', profile],
      ['Location', location],
      ['Company', company],
      ['Title', title],
      ['Source', source],
      ['Tags', tags(', ')],
      ['Job', (_, jobName) => jobName],
    ],
  },
  workable: {
    label: 'Workable',
    hint: 'Copy the columns into Workable’s own import template, which it asks you to send in unchanged.',
    columns: [
      ['First name', firstName],
      ['Last name', lastName],
      ['Email', unknown],
      ['Phone', unknown],
      ['Headline', headline],
      ['Address', location],
      ['Social profile', profile],
      ['Job', (_, jobName) => jobName],
      ['Source', source],
      ['Tags', tags(', ')],
      ['Comments', notes],
    ],
  },
}
