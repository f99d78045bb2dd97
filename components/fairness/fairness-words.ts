import type { FairnessKey } from '@/lib/contracts/fairness'

export type GroupWords = {
  title: string
  /** What the numbers can and cannot say. */
  note: string
  /** The heading of its first column. */
  column: string
  values: Readonly<Record<string, string>>
}

export const groupWords: Record<FairnessKey, GroupWords> = {
  place: {
    title: 'By place in the network’s order',
    note: 'The order in which the network lists applicants, in four equal parts. People near the top are seen first, so a higher share there can come from the order as well as from the applicants.',
    column: 'Place',
    values: { 1: 'First quarter', 2: 'Second quarter', 3: 'Third quarter', 4: 'Last quarter' },
  },
  order: {
    title: 'By order of the list',
    note: 'How the list was sorted when the decision was made. “Shuffled for you” is the order that says nothing about an applicant.',
    column: 'Order',
    values: { network: 'As the network ranks them', shuffled: 'Shuffled for you', other: 'Another order' },
  },
  opened: {
    title: 'By opened or not',
    note: 'Whether the person who decided had opened the applicant’s details before.',
    column: 'Details',
    values: { 1: 'Opened before', 0: 'Not opened' },
  },
  top: {
    title: 'By top choice',
    note: 'Whether the applicant marked this job as a top choice on the network.',
    column: 'Top choice',
    values: { 1: 'Top choice', 0: 'Not marked' },
  },
  via: {
    title: 'By where it was decided',
    note: 'The part of the screen in which the decision was made.',
    column: 'Decided in',
    values: {
      list: 'List',
      panel: 'Side panel',
      triage: 'Triage',
      compare: 'Comparison',
      many: 'Several people at once',
      unknown: 'Elsewhere',
    },
  },
  hour: {
    title: 'By hour of the day',
    note: 'When the decision was made.',
    column: 'Hour',
    values: {},
  },
}

/** What one of its rows is called. */
export function rowLabel(key: FairnessKey, value: string): string {
  if (key === 'hour') return `${value}:00 to ${value}:59`
  return groupWords[key].values[value] ?? value
}
