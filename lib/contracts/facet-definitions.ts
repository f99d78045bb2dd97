import { decidedWords } from './decision-words'

/**
 * How choices are made and stored · choice: one of a few fixed words · flag: yes or no · list: names, any number to a
 * person · years: ranges of whole years · day: single days · days: ranges of days.
 */
export type FacetKind = 'choice' | 'flag' | 'list' | 'years' | 'day' | 'days'

export type FacetDefinition = {
  kind: FacetKind
  label: string
  /** Within a sentence, “Filter by job title”; its label in lower case where absent. */
  name?: string
  /** Of a list: what one of its values is called. */
  noun?: string
  /** A button of its own in the bar; under “More” until something in it is chosen where absent. */
  place?: 'bar'
  /** Guests of a share link can filter by it. */
  guests?: true
  /** Its values are what people did about an applicant: they change without the list. `mine`: other ones for each reader. */
  marks?: 'everyone' | 'mine'
  /** Only on jobs of which this is true, and without choices where nobody has a value. */
  needs?: 'hasApplied' | 'hasEducation' | 'hasCriteria'
  /** Its fixed choices as they stand in an address, in the order in which they are listed, with their words. */
  values?: Readonly<Record<string, string>>
  /** What people without a value are called; “Unknown” where absent. */
  unknown?: string
  /** Headings over the values of a list. */
  groups?: Readonly<Record<string, string>>
  /** Of a list: “-” before a value stands for not having it. */
  negatable?: true
  /** Of years: the ranges to choose from, as they stand in an address. */
  bands?: readonly string[]
  /** Of years: ranges over several bands that are asked for so often that they are one press. */
  shortcuts?: readonly string[]
}

/**
 * What a list can be filtered by, each declared once and in the order in which they are shown. Addresses, panels, chips,
 * counts and guests' pages read this; `candidates/store/facet-columns.ts` says which columns hold the values, and
 * `lib/domain/facet-notes.ts` what a panel says of it.
 */
export const facetDefinitions = {
  rating: {
    kind: 'choice',
    label: 'Rating',
    place: 'bar',
    guests: true,
    values: {
      GOOD_FIT: 'Good fit',
      MAYBE: 'Maybe',
      UNRATED: 'Unrated',
      NOT_A_FIT: 'Not a fit',
      UNKNOWN: 'Unknown',
    },
  },
  top: {
    kind: 'flag',
    label: 'Top choice',
    place: 'bar',
    guests: true,
    values: { 1: 'Top choice', 0: 'Not marked' },
  },
  company: {
    kind: 'list',
    label: 'Company',
    noun: 'company',
    place: 'bar',
    guests: true,
  },
  now: {
    kind: 'list',
    label: 'Current company',
    noun: 'company',
    guests: true,
    unknown: 'None known',
  },
  location: {
    kind: 'list',
    label: 'Location',
    noun: 'location',
    place: 'bar',
    guests: true,
    groups: { country: 'Countries', place: 'Cities and regions' },
  },
  years: {
    kind: 'years',
    label: 'Experience',
    place: 'bar',
    guests: true,
    bands: ['0-1', '2-4', '5-9', '10-19', '20-'],
    shortcuts: ['5-'],
  },
  title: {
    kind: 'list',
    label: 'Job title contains',
    name: 'job title',
    noun: 'word',
    guests: true,
  },
  role: { kind: 'list', label: 'Current title', noun: 'title', unknown: 'None known' },
  tenure: { kind: 'years', label: 'Time in current job', bands: ['0', '1', '2-4', '5-9', '10-'] },
  education: {
    kind: 'list',
    label: 'Education',
    noun: 'school or degree',
    guests: true,
    needs: 'hasEducation',
    groups: { school: 'Schools', degree: 'Degrees' },
  },
  applied: {
    kind: 'days',
    label: 'Applied',
    needs: 'hasApplied',
  },
  seen: { kind: 'day', label: 'Added' },
  decision: {
    kind: 'choice',
    label: 'Decision',
    place: 'bar',
    marks: 'everyone',
    values: { none: 'Undecided', ...decidedWords },
  },
  reason: {
    kind: 'list',
    label: 'Reason',
    noun: 'reason',
    marks: 'everyone',
    unknown: 'No reason',
  },
  tag: { kind: 'list', label: 'Tag', noun: 'tag', marks: 'everyone', unknown: 'No tag' },
  note: { kind: 'list', label: 'Note by', noun: 'colleague', marks: 'everyone', unknown: 'No note' },
  criteria: {
    kind: 'list',
    label: 'Criteria',
    noun: 'criterion',
    marks: 'everyone',
    needs: 'hasCriteria',
    unknown: 'None met',
    groups: { must: 'Must', nice: 'Nice', unmet: 'Not met' },
    negatable: true,
  },
  opened: {
    kind: 'choice',
    label: 'Opened',
    marks: 'mine',
    values: { me: 'By me', others: 'Only by others', nobody: 'By nobody' },
  },
  decided: {
    kind: 'flag',
    label: 'Decided by me',
    marks: 'mine',
    values: { 1: 'Yes', 0: 'No' },
  },
  next: {
    kind: 'choice',
    label: 'Next action',
    marks: 'mine',
    values: {
      overdue: 'Overdue',
      today: 'Due today',
      week: 'Due in the next 7 days',
      later: 'Due later',
      open: 'No due day',
      none: 'No next action',
    },
  },
  nextfor: {
    kind: 'choice',
    label: 'Next action for',
    marks: 'mine',
    values: { me: 'Me', others: 'A colleague', anyone: 'Nobody in particular', none: 'No next action' },
  },
} as const satisfies Record<string, FacetDefinition>

/** The definition of a facet whose key is known only at run time. */
export const getFacet = (key: keyof typeof facetDefinitions): FacetDefinition => facetDefinitions[key]
