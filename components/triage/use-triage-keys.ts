'use client'

import { type RefObject, useEffect, useRef } from 'react'
import { useCommands } from '@/components/shared/commands'
import { useMay } from '@/components/shared/reader'
import { focusRecordField } from '@/components/shared/record-fields'
import type { Decision } from '@/lib/contracts/decision-words'
import { headingId } from './person-heading'
import type { Triage } from './use-triage'

/**
 * What the keys of triage do.
 * @param onDecide undefined while nobody is on screen
 * @returns whether the last thing was done by one of them
 */
export function useTriageKeys(
  { id, undo, next, previous, skip }: Pick<Triage, 'id' | 'undo' | 'next' | 'previous' | 'skip'>,
  onDecide: ((decision: Decision) => void) | undefined,
): RefObject<boolean> {
  const byKey = useRef(false)
  const mayTag = useMay('decide')
  useEffect(() => {
    const reset = () => {
      byKey.current = false
    }
    // Before the key does anything.
    window.addEventListener('keydown', reset, { capture: true })
    window.addEventListener('pointerdown', reset, { capture: true })
    return () => {
      window.removeEventListener('keydown', reset, { capture: true })
      window.removeEventListener('pointerdown', reset, { capture: true })
    }
  }, [])
  const press = (run: () => void) => () => {
    byKey.current = true
    run()
  }
  useCommands({
    shortlist: onDecide && press(() => onDecide('shortlist')),
    maybe: onDecide && press(() => onDecide('maybe')),
    reject: onDecide && press(() => onDecide('reject')),
    undo: press(undo),
    skip: onDecide && press(skip),
    next: onDecide && press(next),
    previous: press(previous),
    note: onDecide && id !== null && (() => focusRecordField('note', id)),
    tag: onDecide && id !== null && mayTag && (() => focusRecordField('tag', id)),
    back: id !== null && (() => document.getElementById(headingId(id))?.focus()),
  })
  return byKey
}
