'use client'

import { storedValue } from './stored-value'

type Options = {
  name: string
  /** Asked for late: reading the property itself throws where a browser keeps nothing. */
  storage: () => Storage
  /** Before anything was kept. */
  initial: number
}

/** A whole number that a browser keeps by itself. */
export function storedNumber({ name, storage, initial }: Options) {
  const parse = (text: string): number => {
    const value = text.trim() === '' ? initial : Number(text)
    return Number.isSafeInteger(value) && value >= 0 ? value : initial
  }
  const kept = storedValue({ name, storage, initial, parse })
  return { ...kept, write: (value: number) => kept.write(Math.max(0, Math.round(value))) }
}
