'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** The reader's locale for `Intl`: undefined in a browser, where it is the default; a fixed one for the first HTML. */
export const useLocale = (): string | undefined =>
  useSyncExternalStore(
    never,
    () => undefined,
    () => 'en-GB',
  )
