'use client'

import { useEffect, useState } from 'react'

/** The fields of a person's record that a key leads to. */
export type RecordField = 'note' | 'tag'

type Field = HTMLInputElement | HTMLTextAreaElement

const fields = new Map<string, Field>()
let awaited: string | null = null

/** @returns whether it took the focus: what is not shown yet does not */
function takesFocus(element: Field): boolean {
  element.focus()
  return document.activeElement === element
}

const nameOf = (field: RecordField, applicationId: string) => `${field} ${applicationId}`
const forget = () => {
  awaited = null
  window.removeEventListener('keydown', forget, { capture: true })
  window.removeEventListener('pointerdown', forget, { capture: true })
}

/**
 * Puts the reader into a field of a person's record; where it is not there yet, as soon as it is, unless they press or
 * type something before.
 */
export function focusRecordField(field: RecordField, applicationId: string): void {
  const name = nameOf(field, applicationId)
  const there = fields.get(name)
  forget()
  if (there && takesFocus(there)) return
  awaited = name
  window.addEventListener('keydown', forget, { capture: true })
  window.addEventListener('pointerdown', forget, { capture: true })
}

/** Makes a field one that a key leads to. @returns the ref of its element */
export function useRecordField(field: RecordField, applicationId: string): (element: Field | null) => void {
  const name = nameOf(field, applicationId)
  const [element, setElement] = useState<Field | null>(null)
  // An effect, as opposed to a ref alone, rests while the person is drawn ahead and hidden.
  useEffect(() => {
    if (!element) return
    fields.set(name, element)
    if (awaited === name && takesFocus(element)) forget()
    return () => {
      if (fields.get(name) === element) fields.delete(name)
    }
  }, [name, element])
  return setElement
}
