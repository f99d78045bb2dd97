'use client'

import { useSyncExternalStore } from 'react'

type Options = {
  name: string
  /** Asked for late: reading the property itself throws where a browser keeps nothing. */
  storage: () => Storage
  /** Before anything was kept. */
  initial: number
}

/** A whole number that a browser keeps by itself. Without storage it lives as long as the page. */
export function keptNumber({ name, storage, initial }: Options) {
  const listeners = new Set<() => void>()
  let fallback = initial

  const read = (): number => {
    try {
      const text = storage().getItem(name)
      const value = text === null || text.trim() === '' ? initial : Number(text)
      return Number.isSafeInteger(value) && value >= 0 ? value : initial
    } catch {
      return fallback
    }
  }
  const write = (value: number): void => {
    fallback = Math.max(0, Math.round(value))
    try {
      storage().setItem(name, String(fallback))
    } catch {
      // Kept for this page only.
    }
    for (const listener of listeners) listener()
  }
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    // Another tab of the same browser changed it.
    window.addEventListener('storage', listener)
    return () => {
      listeners.delete(listener)
      window.removeEventListener('storage', listener)
    }
  }
  const useValue = () => useSyncExternalStore(subscribe, read, () => initial)
  return { read, write, useValue }
}
