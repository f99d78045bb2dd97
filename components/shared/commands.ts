'use client'

import { useLayoutEffect, useRef } from 'react'
import type { CommandId } from '@/lib/domain/commands'

type Run = () => void
type Runs = { [id in CommandId]?: Run | undefined | false }

const registered = new Map<CommandId, (() => Run | undefined | false)[]>()

/** A command that was asked for before its code was here, and until when it is still meant. */
let awaited: { id: CommandId; until: number } | null = null
const meantMs = 5_000

/** Runs a command as soon as it is registered, where that is soon. */
export function awaitCommand(id: CommandId): void {
  awaited = { id, until: performance.now() + meantMs }
}

function runAwaited(ids: readonly CommandId[]): void {
  if (awaited === null || !ids.includes(awaited.id)) return
  const { id, until } = awaited
  awaited = null
  // Once all of the page that came with it is in place.
  if (performance.now() < until) setTimeout(() => getCommand(id)?.())
}

/**
 * Makes commands available for as long as the component is there. Where several register one, the last to come has it.
 * @param runs what each does; undefined where it cannot be done now
 */
export function useCommands(runs: Runs): void {
  const latest = useRef(runs)
  useLayoutEffect(() => {
    latest.current = runs
  })
  const ids = Object.keys(runs).join(' ')
  useLayoutEffect(() => {
    const own = ids.split(' ').map((name) => {
      const id = name as CommandId
      return [id, () => latest.current[id]] as const
    })
    for (const [id, run] of own) registered.set(id, [...(registered.get(id) ?? []), run])
    runAwaited(own.map(([id]) => id))
    return () => {
      for (const [id, run] of own)
        registered.set(
          id,
          (registered.get(id) ?? []).filter((each) => each !== run),
        )
    }
  }, [ids])
}

/** @returns what a command does now; undefined where it is not available */
export const getCommand = (id: CommandId): Run | undefined =>
  registered.get(id)?.findLast((run) => run())?.() || undefined
