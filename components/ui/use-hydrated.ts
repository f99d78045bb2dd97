'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** Whether scripts run: false on the server, and until what it drew can answer a press. */
export const useHydrated = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
