'use client'

import { useEffect, useState } from 'react'
import { copyTable } from '@/components/export/copy-table'
import type { ExportSource } from '@/components/export/export-target'
import { useCommands } from '@/components/shared/commands'
import { lazyPart } from '@/components/shared/lazy-part'
import { useMay } from '@/components/shared/reader'
import { useFormats } from '@/components/shared/use-formats'
import { WaitingDialog } from '@/components/shared/waiting'
import { announce } from '@/components/ui/announcer'
import { ProblemError } from '@/lib/query/http'
import { viewToSearch } from '@/lib/url/view'
import { useScreen } from './use-job-screen'
import { toScope } from './use-select-all'

const ExportDialog = lazyPart<ExportSource & { onClose: () => void }>(
  async () => (await import('@/components/export/export-dialog')).ExportDialog,
  ({ onClose, state, retry }) => (
    <WaitingDialog label="Export" anchor={() => null} onClose={onClose} state={state} retry={retry} />
  ),
)

const noticeMs = 5_000

/** What became of a copy, for a while. Whoever listens hears it as it comes. */
function useNotice() {
  const [notice, setNotice] = useState<string | null>(null)
  useEffect(() => {
    if (notice === null) return
    const timer = setTimeout(() => setNotice(null), noticeMs)
    return () => clearTimeout(timer)
  }, [notice])
  const tell = (text: string) => {
    announce(text)
    setNotice(text)
  }
  return { notice, tell }
}

/** Exports the view or the people selected, and copies those as a table. */
export function ExportKeys() {
  const { jobRef, job, view, matched, filtered, hasPeople, selection } = useScreen()
  const { ids, whole } = selection
  const { people } = useFormats()
  const mayExport = useMay('export')
  const [open, setOpen] = useState(false)
  const { notice, tell } = useNotice()
  const source: ExportSource = {
    ...{ jobRef, matched, filtered, view: viewToSearch(view) },
    // Everyone of the view need not be named.
    selected: whole === toScope(view) ? [] : [...ids],
    ...{ stored: job.stored, total: job.total, missing: job.missing },
  }
  const copy = async () => {
    const hasSelection = source.selected.length > 0
    try {
      await copyTable(source, hasSelection ? 'selected' : 'view')
      tell(`Copied ${people(hasSelection ? source.selected.length : matched)} as a table`)
    } catch (error) {
      const why = error instanceof ProblemError ? error.problem.detail : 'The browser did not allow it.'
      tell(`Nothing was copied. ${why}`)
    }
  }
  useCommands({
    exportList: mayExport && hasPeople && (() => setOpen(true)),
    copyTable:
      mayExport &&
      hasPeople &&
      (() => (ids.size > 0 ? void copy() : tell('Select people first, then copy them as a table'))),
  })
  return (
    <>
      {open ? <ExportDialog {...source} onClose={() => setOpen(false)} /> : null}
      {notice === null ? null : (
        <p
          aria-hidden
          className="fixed start-1/2 bottom-20 z-30 max-w-[calc(100vw-2rem)] -translate-x-1/2 rounded-panel border border-line bg-panel px-3.5 py-2 text-note shadow-float rtl:translate-x-1/2"
        >
          {notice}
        </p>
      )}
    </>
  )
}
