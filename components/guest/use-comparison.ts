'use client'

import { useQueries } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { compareButtonId } from './compare-bar'
import { useAddress } from '@/components/shared/use-address'
import { maxCompared } from '@/lib/contracts/share-words'
import { guestBff, guestPersonQuery } from '@/lib/query/guest'
import { parseAsArrayOf, parseAsString } from '@/lib/url/parser'

const compareParsers = { compare: parseAsArrayOf(parseAsString).withDefault([]) }

/**
 * The people a guest chooses in the list, and those that the address compares; both by their key of this link. Leaving
 * a comparison leads the focus back to the button that began it.
 */
export function useComparison(token: string) {
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [{ compare }, setAddress] = useAddress(compareParsers)
  const compared = [...new Set(compare)].slice(0, maxCompared)
  const setCompared = useCallback(
    (refs: readonly string[]) => setAddress({ compare: [...refs] }),
    [setAddress],
  )
  const answers = useQueries({
    queries: compared.map((ref) => ({
      ...guestPersonQuery(token, ref, (signal) => guestBff.person(token, ref, signal)),
      staleTime: 60_000,
    })),
  })
  const people = answers.flatMap(({ data }) => (data ? [data.person] : []))

  const comparing = compared.length > 1 && people.length > 1
  const wasComparing = useRef(false)
  useEffect(() => {
    if (wasComparing.current && !comparing) {
      const button = document.querySelector<HTMLButtonElement>(`#${compareButtonId}:enabled`)
      ;(button ?? document.getElementById('main'))?.focus({ preventScroll: true })
    }
    wasComparing.current = comparing
  }, [comparing])

  const onBack = useCallback(() => setCompared([]), [setCompared])
  const onChoose = useCallback(
    (ref: string) =>
      setChosen((before) =>
        before.includes(ref)
          ? before.filter((other) => other !== ref)
          : [...before, ref].slice(0, maxCompared),
      ),
    [],
  )
  const onDrop = (ref: string) => {
    const rest = compared.filter((other) => other !== ref)
    setChosen(rest)
    setCompared(rest.length > 1 ? rest : [])
  }

  return {
    chosen,
    onChoose,
    chooseNobody: () => setChosen([]),
    /** At least two of those compared are here. */
    comparing,
    people,
    compareChosen: () => setCompared(chosen),
    onDrop,
    onBack,
  }
}
