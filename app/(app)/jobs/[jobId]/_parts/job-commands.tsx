'use client'

import { useState } from 'react'
import { lazyPart } from '@/components/shared/lazy-part'
import { useIntent } from '@/components/ui/use-intent'

const DecisionKeys = lazyPart<object>(
  async () => (await import('./decision-keys')).DecisionKeys,
  () => null,
)

/** Commands that a reader does not need on arrival: they come with the first movement. */
export function JobCommands() {
  const [meant, setMeant] = useState(false)
  const [begin] = useState(() => () => setMeant(true))
  useIntent(begin)
  return meant ? <DecisionKeys /> : null
}
