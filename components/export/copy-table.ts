'use client'

import { copiedTable } from '@/lib/domain/copied-table'
import { findExportColumn } from '@/lib/domain/export-columns'
import { chosenColumns } from '@/lib/domain/export-settings'
import { exportFile, readQuotedCsv } from '@/lib/query/export'
import { type ExportRange, type ExportSource, sourceRequest } from './export-target'
import { readExportSettings } from './use-export-settings'

/** What fits into a mail, until a reader chose columns for a file. */
const usual = ['name', 'headline', 'rating', 'decision', 'title', 'company', 'location', 'profile']

/**
 * Copies people as a table, with the columns that were chosen for files. In the audit log as any export is.
 * @throws ProblemError where they could not be read, another error where the browser refuses its clipboard
 */
export async function copyTable(source: ExportSource, range: ExportRange): Promise<void> {
  const { columns } = readExportSettings()
  const chosen = columns === null ? usual : chosenColumns({ per: 'person', columns })
  const request = {
    ...({ format: 'csv', bom: false, columns: chosen.filter((key) => findExportColumn(key)) } as const),
    ...sourceRequest(source, range),
  }
  const table = exportFile(source.jobRef, request).then(async ({ content }) =>
    copiedTable(readQuotedCsv(await content.text())),
  )
  // Asked for before the answer: some browsers write only while the press is fresh.
  const part = (type: string, key: 'html' | 'text') => table.then((value) => new Blob([value[key]], { type }))
  const [html, text] = [part('text/html', 'html'), part('text/plain', 'text')]
  const writing = navigator.clipboard.write([new ClipboardItem({ 'text/html': html, 'text/plain': text })])
  const results = await Promise.allSettled([table, html, text, writing])
  const failed = results.find((result) => result.status === 'rejected')
  if (failed) throw failed.reason
}
