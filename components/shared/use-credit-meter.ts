'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { storedValue } from '@/components/ui/stored-value'
import { visitIdPattern } from '@/lib/contracts/words'
import { bff } from '@/lib/query/bff'
import { creditMeterQuery } from '@/lib/query/options'

// A visit is a browser tab's session: it outlives a reload, which the page's own state does not.
const stored = storedValue<string | null>({
  name: 'shortlist:visit',
  storage: () => window.sessionStorage,
  initial: null,
  parse: (text) => (visitIdPattern.test(text) ? text : null),
})

/** The id under which this tab spends. It begins with the first load: a tab that only reads has none. */
export function startVisit(): string {
  const visit = stored.read() ?? crypto.randomUUID()
  if (visit !== stored.read()) stored.write(visit)
  return visit
}

const toQuery = () => creditMeterQuery((signal) => bff.creditMeter(stored.read(), signal))

/** Today's credits, as the server counts them; undefined until they are read. */
export const useCreditMeter = () => useQuery(toQuery()).data

// A load goes on in the server while this tab reloads, or is on another page: nothing else would tell of its next page.
const [whileRunning, otherwise] = [2_000, 15_000]

/** The same with what this visit was charged, kept up to date. For the one place on a page that shows it. */
export function useVisitMeter() {
  const visit = stored.useValue()
  const { data, refetch } = useQuery({
    ...toQuery(),
    refetchInterval: ({ state }) =>
      visit === null ? false : state.data?.visit?.running ? whileRunning : otherwise,
  })
  const unread = visit !== null && data !== undefined && data.visit === undefined
  useEffect(() => {
    // The HTML's figures are of no visit: only the tab knows its own.
    if (unread) void refetch()
  }, [unread, refetch])
  return data
}
