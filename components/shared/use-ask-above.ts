'use client'

import { storedNumber } from '@/components/ui/stored-number'

const defaultCredits = 10
const kept = storedNumber({
  name: 'shortlist:ask-above',
  storage: () => window.localStorage,
  initial: defaultCredits,
})

/** The reader's own limit, in credits: a press that can cost more asks before it spends. Kept per browser. */
export const readAskAbove = kept.read
export const writeAskAbove = kept.write
/** On the server, and until the page is alive, it is the usual one. */
export const useAskAbove = kept.useValue
