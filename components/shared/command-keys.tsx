'use client'

import { useEffect } from 'react'
import { createKeyHandler } from './key-handler'
import { useReader } from './reader'

/** Runs commands by their keys, on every page below it. */
export function CommandKeys() {
  const { role, keys } = useReader()
  useEffect(() => {
    const onKeyDown = createKeyHandler({ role, keys })
    // On the window: what the page's own controls do with a key comes first.
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [role, keys])
  return null
}
