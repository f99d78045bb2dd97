/** What a list of applicants can be exported as. */
export const exportFormats = ['csv', 'xlsx', 'json', 'jsonl'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** What a line of a file stands for: a person, or a job that a person held. */
export const exportLines = ['person', 'job'] as const
export type ExportLines = (typeof exportLines)[number]

/** Trackers whose import of candidates reads a file of ours. */
export const exportTrackers = ['greenhouse', 'lever', 'ashby', 'workable'] as const
export type ExportTracker = (typeof exportTrackers)[number]
