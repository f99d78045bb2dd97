'use client'

import { useEffect, useRef, useState } from 'react'
import { announce } from '@/components/ui/announcer'
import type { ExportRequest } from '@/lib/contracts/export'
import type { Problem } from '@/lib/contracts/problem'
import { type ExportedFile, exportFile } from '@/lib/query/export'
import { toProblem } from '@/lib/query/http'
import type { JobRef } from '@/lib/url/paths'

function save({ name, content }: ExportedFile): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // The browser takes the file in its own time.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** Exports a file and saves it, and says how much of it has come. Stopped, or left behind, it ends the reading as well. */
export function useExport(jobRef: JobRef, onDone: () => void) {
  const [bytes, setBytes] = useState<number | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const start = async (request: ExportRequest) => {
    const controller = new AbortController()
    running.current = controller
    setProblem(null)
    setBytes(0)
    try {
      const file = await exportFile(jobRef, request, { signal: controller.signal, onBytes: setBytes })
      save(file)
      announce(`Exported: ${file.name}`)
      onDone()
    } catch (error) {
      if (!controller.signal.aborted) setProblem(toProblem(error))
    } finally {
      if (running.current === controller) setBytes(null)
    }
  }
  return {
    bytes,
    problem,
    start: (request: ExportRequest) => void start(request),
    stop: () => running.current?.abort(),
  }
}
