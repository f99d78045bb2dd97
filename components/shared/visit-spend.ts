'use client'

import { storedNumber } from '@/components/ui/stored-number'

// A visit is a browser tab's session.
const kept = storedNumber({
  name: 'shortlist:visit-spent',
  storage: () => window.sessionStorage,
  initial: 0,
})

/** Adds what a press or a scroll of this tab was charged, in credits, as the answer states it. */
export const addVisitSpend = (credits: number): void => kept.write(kept.read() + credits)
/** What this tab has spent, in credits. */
export const useVisitSpend = kept.useValue
