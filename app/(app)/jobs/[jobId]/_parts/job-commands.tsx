'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useCommands } from '@/components/shared/commands'
import { lazyPart } from '@/components/shared/lazy-part'
import { useIntent } from '@/components/ui/use-intent'
import { triagePath } from '@/lib/url/paths'
import { useScreen } from './use-job-screen'

const DecisionKeys = lazyPart<object>(
  async () => (await import('./decision-keys')).DecisionKeys,
  () => null,
)

/** The way to triage, and the commands that a reader does not need on arrival: those come with the first movement. */
export function JobCommands() {
  const { jobRef, view, hasPeople } = useScreen()
  const router = useRouter()
  useCommands({ triage: hasPeople && (() => router.push(triagePath(jobRef, view))) })
  const [meant, setMeant] = useState(false)
  const [begin] = useState(() => () => setMeant(true))
  useIntent(begin)
  return meant ? <DecisionKeys /> : null
}
