'use client'

import { useState } from 'react'
import type { JobRef } from '@/lib/url/paths'

const nameOf = ({ jobId, account }: JobRef, applicationId: string) =>
  `shortlist-draft ${account ?? ''} ${jobId} ${applicationId}`

function read(name: string): string {
  try {
    return localStorage.getItem(name) ?? ''
  } catch {
    return ''
  }
}

/** A note that was begun: the browser keeps it until it is saved, whatever happens to the page. */
export function useDraft(jobRef: JobRef, applicationId: string) {
  const name = nameOf(jobRef, applicationId)
  const [text, setText] = useState(() => read(name))
  const change = (next: string) => {
    setText(next)
    try {
      if (next === '') localStorage.removeItem(name)
      else localStorage.setItem(name, next)
    } catch {
      // Kept for as long as the page is open.
    }
  }
  return [text, change] as const
}
