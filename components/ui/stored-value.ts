'use client'

import { useSyncExternalStore } from 'react'

type Options<T> = {
  name: string
  /** Asked for late: reading the property itself throws where a browser keeps nothing. */
  storage: () => Storage
  /** Before anything was kept. */
  initial: T
  /** Reads what was kept; `initial` where it means nothing. */
  parse: (text: string) => T
}

/** A value that a browser keeps by itself, as text. Without storage it lives as long as the page. */
export function storedValue<T extends string | number | null>({ name, storage, initial, parse }: Options<T>) {
  const listeners = new Set<() => void>()
  let fallback = initial

  const read = (): T => {
    try {
      const text = storage().getItem(name)
      return text === null ? initial : parse(text)
    } catch {
      return fallback
    }
  }
  const write = (value: T): void => {
    fallback = value
    try {
      storage().setItem(name, String(value))
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
