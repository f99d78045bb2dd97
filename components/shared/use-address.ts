'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { createLoader, createSerializer, type ParsedValues, type ParserMap } from '@/lib/url/parser'

/** Whether a change can be undone by Back, or goes into the step before it. */
export type HistoryStep = 'push' | 'replace'

type Patch<P extends ParserMap> = Partial<{ [Key in keyof P]: ParsedValues<P>[Key] | null }>

// A browser refuses changes of the address for a while after very many: the newest is tried again until it is taken.
const retryMs = 500
let refused: { search: string; step: HistoryStep; timer: ReturnType<typeof setTimeout> } | null = null

function write(search: string, step: HistoryStep): void {
  const { pathname, hash } = window.location
  // Whatever was refused is part of this one, its step too.
  const how = refused?.step === 'push' ? 'push' : step
  forgetRefused()
  try {
    window.history[how === 'push' ? 'pushState' : 'replaceState'](null, '', `${pathname}${search}${hash}`)
  } catch {
    refused = { search, step: how, timer: setTimeout(() => write(search, how), retryMs) }
  }
}

/** Gives up what was refused: its page is gone, and its query belongs to no other. */
function forgetRefused(): void {
  clearTimeout(refused?.timer)
  refused = null
}

const normalize = (search: string) => new URLSearchParams(search).toString()

/** Goes to another query of this page: a step of the browser's history, and no navigation. */
export const goToSearch = (search: string, step: HistoryStep = 'push'): void => write(search, step)

/** What the address says while the router is on its way there, and what the router says until then. */
type Ahead = { search: string; behind: readonly string[] }

/**
 * What the query of the address says, and the one way to change it: each change is a step of the browser's history and
 * no navigation. It shows at once; the router, which draws the whole page for it, follows when it has time. Parameters
 * that no parser is about stay as they are.
 * @param parsers one and the same object for the life of the component
 */
export function useAddress<P extends ParserMap>(
  parsers: P,
): [values: ParsedValues<P>, change: (patch: Patch<P>, step?: HistoryStep) => void] {
  const [load, serialize] = useMemo(() => [createLoader(parsers), createSerializer(parsers)], [parsers])
  const routed = useSearchParams().toString()
  const latestRouted = useRef(routed)
  const [ahead, setAhead] = useState<Ahead | null>(null)
  const isAhead = ahead !== null && ahead.search !== routed && ahead.behind.includes(routed)
  if (ahead && !isAhead) setAhead(null)
  const search = isAhead ? ahead.search : routed

  useLayoutEffect(() => {
    latestRouted.current = routed
  }, [routed])
  useEffect(() => {
    const follow = () => setAhead(null)
    window.addEventListener('popstate', follow)
    return () => {
      window.removeEventListener('popstate', follow)
      forgetRefused()
    }
  }, [])

  // Values stay the same objects while only parameters change that no parser is about.
  const params = new URLSearchParams(search)
  for (const key of [...params.keys()]) if (!(key in parsers)) params.delete(key)
  const own = params.toString()
  const values = useMemo(() => load(own), [load, own])

  const change = useCallback(
    (patch: Patch<P>, step: HistoryStep = 'push') => {
      const before = refused?.search ?? window.location.search
      const next = serialize(patch, before)
      const [from, to] = [normalize(before), normalize(next)]
      if (from === to) return
      setAhead((last) => ({
        search: to,
        behind: [...(last?.behind ?? []), latestRouted.current, from],
      }))
      write(next, step)
    },
    [serialize],
  )
  return [values, change]
}
