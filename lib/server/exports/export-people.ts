import 'server-only'
import type { Marks } from '@/lib/contracts/candidate'
import type { ExportProvenance } from '@/lib/contracts/export'
import type { Criterion } from '@/lib/contracts/criteria'
import type { ExportFormat, ExportLines } from '@/lib/contracts/export-words'
import type { View } from '@/lib/contracts/view'
import type { Month } from '@/lib/contracts/month'
import type { ExportItem } from '@/lib/domain/export-item'
import { toExportedCriteria } from '@/lib/domain/export-criteria'
import { exportScopeText } from '@/lib/domain/export-scope'
import { countLeft } from '@/lib/domain/list-words'
import { audit } from '@/lib/server/audit/audit'
import type { Context } from '@/lib/server/auth/context'
import { jobByKey } from '@/lib/server/candidates/job'
import { toReaderKey } from '@/lib/server/candidates/reader-key'
import { countDecided } from '@/lib/server/candidates/store/decided-counts'
import { getCriteria } from '@/lib/server/candidates/store/job-criteria'
import { readMarks } from '@/lib/server/candidates/store/marks'
import type { ReaderKey } from '@/lib/server/candidates/store/visits'
import { readUntilLeft } from '@/lib/server/db/reader-left'
import * as pages from '@/lib/server/exports/store/export-pages'
import { inBackground } from '@/lib/server/platform/turn'
import { readChecks } from '@/lib/server/reviews/check-people'
import type { JobRef } from '@/lib/url/paths'
import { isUnfiltered, viewToSearch } from '@/lib/url/view'

/** Who is exported, in which order and how. */
export type ExportChoice = {
  view: View
  /** These people, whatever the view's filters; null for everyone who matches. */
  only: readonly string[] | null
  per: ExportLines
  /** Read what the team did, every note, each criterion, or other applications to the job. */
  reads: { marks: boolean; notes: boolean; criteria: boolean; twins: boolean }
  /** What the audit log says of the file. */
  format: ExportFormat | 'print' | 'matrix'
  columns: string
}

export type Export = {
  provenance: ExportProvenance
  /** The month that counts as now where careers are measured. */
  asOf: Month
  /** Of the job, where they are read. */
  criteria: readonly Criterion[]
  /** Some lines at a time, read as they are taken. */
  lines: AsyncGenerator<ExportItem[]>
}

const noMarks: Marks = {}
/** Stands behind the scope of a file of somebody in a blind review. */
const blindScope = ' · blind review: names are hidden until it ends for a person'

/** Somebody without jobs keeps a line, so that nobody is lost. */
function toLines(item: ExportItem, per: ExportLines): ExportItem[] {
  const { experiences } = item.candidate
  if (per === 'person' || experiences.length === 0) return [item]
  return experiences.map((job) => ({ ...item, job }))
}

async function readLines(
  { db }: Context,
  key: ReaderKey,
  ids: readonly string[],
  { per, reads }: ExportChoice,
): Promise<ExportItem[]> {
  const [people, marks, notes, checked] = await Promise.all([
    pages.readExportPage(db, key, ids, reads.twins),
    reads.marks ? readMarks(db, key, ids) : noMarks,
    reads.notes ? pages.readExportNotes(db, key, ids) : null,
    reads.criteria ? readChecks(db, key, ids) : null,
  ])
  return people.flatMap((candidate) => {
    const { applicationId } = candidate
    const mark = marks[applicationId] ?? {}
    const item: ExportItem = {
      ...{ candidate, mark, notes: notes && (notes.get(applicationId) ?? []) },
      ...{ criteria: checked && toExportedCriteria(checked, applicationId), job: null },
    }
    return toLines(item, per)
  })
}

/**
 * Everyone whom a view shows, or who was selected, in its order, for a file. Who they are is settled before the first line,
 * and the export is in the audit log by then; each is read as they come, and as they are stored at that moment. Free.
 * @param left stops the reading when whoever downloads the file has left
 * @returns starts it: whoever may not export is refused before
 * @throws AppError account_not_found
 */
export function exportPeople(
  context: Context,
  ref: JobRef,
  choice: ExportChoice,
  left?: AbortSignal,
): () => Promise<Export> {
  const key = toReaderKey(context, ref)
  const { view, only, per, format, columns, reads } = choice
  return async () => {
    const { job, decided, ids, criteria } = await context.db.transaction(
      async (db) => {
        const now = await jobByKey({ ...context, db }, key)
        return {
          job: now,
          decided: await countDecided(db, { ...key, stored: now.stored }, context.actor.id),
          ids: await pages.listExportIds(db, key, view, only),
          criteria: (reads.criteria && (await getCriteria(db, key))?.criteria) || [],
        }
      },
      { isolationLevel: 'repeatable read', accessMode: 'read only' },
    )
    const { people } = ids
    const search = viewToSearch(view).slice(1)
    const scope = { people, selected: only !== null, filtered: !isUnfiltered(view), ...job }
    const provenance: ExportProvenance = {
      job: { jobId: job.jobId, label: job.label, account: job.account },
      ...{ view: search, asOf: context.now().toISOString(), exportedBy: context.actor.name },
      ...{ people, selected: only !== null, stored: job.stored, total: job.total },
      ...{
        notLoaded: countLeft(job),
        decidedUnopened: decided.unopened,
        scope: exportScopeText(scope, String) + (context.blind ? blindScope : ''),
        per,
      },
      ...(context.blind && { blind: true }),
    }
    await audit(context, 'export.applicants', {
      subject: job.jobId,
      detail: {
        account: job.account,
        view: search,
        selected: only !== null,
        people,
        format,
        per,
        columns,
        ...(context.blind && { blind: true }),
      },
    })
    async function* lines() {
      for (const page of ids.pages) {
        // Whoever looks at a screen goes first.
        yield await inBackground(() =>
          readUntilLeft(left, () => readLines(context, key, pages.parseIds(page), choice)),
        )
      }
    }
    return { provenance, asOf: job.asOf, criteria, lines: lines() }
  }
}
