'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useState } from 'react'
import { awaitCommand, useCommands } from '@/components/shared/commands'
import { lazyPart } from '@/components/shared/lazy-part'
import { useIntent } from '@/components/ui/use-intent'
import { triagePath, withSavedView } from '@/lib/url/paths'
import { useScreen } from './use-job-screen'

const JobKeys = lazyPart<{ onHere: () => void }>(
  async () => (await import('./job-keys')).JobKeys,
  () => null,
)

const lateKeys = [
  'shortlist',
  'maybe',
  'reject',
  'undecide',
  'undo',
  'note',
  'tag',
  'nextAction',
  'exportList',
  'copyTable',
  'compare',
  'insights',
] as const

/** The way to triage, and the commands that a reader does not need on arrival: those come with the first movement. */
export function JobCommands() {
  const { jobRef, view, hasPeople, address } = useScreen()
  const router = useRouter()
  const triage = withSavedView(triagePath(jobRef, view), address.viewId)
  useCommands({ triage: hasPeople && (() => router.push(triage)) })
  const [meant, setMeant] = useState(false)
  const [here, setHere] = useState(false)
  const begin = useCallback(() => setMeant(true), [])
  const onHere = useCallback(() => setHere(true), [])
  useIntent(begin)
  // A key pressed before its code is here is not lost.
  useCommands(
    Object.fromEntries(
      lateKeys.map((id) => [
        id,
        !here &&
          (() => {
            awaitCommand(id)
            begin()
          }),
      ]),
    ),
  )
  return meant ? <JobKeys onHere={onHere} /> : null
}
