'use client'

import { type ChangeEvent, type CompositionEvent, useState } from 'react'

// Keyboards of Android compose every word, in any language: holding it back would hide each word until its end.
const composesEveryWord = () => /android/i.test(navigator.userAgent)

/**
 * Props of a text field that shows what an input method is composing, and hands it on once it is composed: the letters
 * typed on the way to a Chinese word are no text yet.
 * @param text what the field shows otherwise
 */
export function useComposedText(text: string, onText: (text: string) => void) {
  const [draft, setDraft] = useState<string | null>(null)
  return {
    value: draft ?? text,
    onChange: ({ target }: ChangeEvent<HTMLInputElement>) => {
      if (draft === null) onText(target.value)
      else setDraft(target.value)
    },
    onCompositionStart: ({ currentTarget }: CompositionEvent<HTMLInputElement>) => {
      if (!composesEveryWord()) setDraft(currentTarget.value)
    },
    onCompositionEnd: ({ currentTarget }: CompositionEvent<HTMLInputElement>) => {
      if (draft === null) return
      setDraft(null)
      onText(currentTarget.value)
    },
  }
}
