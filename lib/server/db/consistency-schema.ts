import { bigserial, boolean, index, pgTable, text } from 'drizzle-orm/pg-core'
import { applicationKey, saidBy } from './about-application'
import { textC } from './columns'
import { aboutCandidate } from './schema'

/** What members said about notes on what does not fit together: the last line about a note counts,
 * on both of its sides. Code only adds to it. */
export const consistencyResolution = pgTable(
  'consistency_resolution',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    ...applicationKey(),
    noteKey: textC('note_key').notNull(),
    /** What was compared, as the note said it then. */
    summary: text('summary').notNull(),
    /** False where it was reopened. */
    resolved: boolean('resolved').notNull(),
    reason: text('reason'),
    ...saidBy(),
  },
  (table) => [
    index('consistency_resolution_of').on(table.account, table.jobId, table.applicationId, table.id),
    index('consistency_resolution_on').on(table.account, table.noteKey, table.id),
    aboutCandidate('consistency_resolution_candidate', table),
  ],
)
