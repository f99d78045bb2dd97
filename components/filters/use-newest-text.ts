'use client'

import { useEffect, useState } from 'react'

const patienceMs = 1_000

type Texts = {
  /** What stands in the field now. */
  text: string
  /** What was sent last. */
  sent: string
  /** The answer to that has not come yet. */
  waiting: boolean
  /** Sends a text; whatever asks for the answer drops the request before. */
  send: (text: string) => void
}

/**
 * Sends what a reader types, without a pause: the first change at once, and once an answer has come the newest text, so
 * that there is one request at a time however fast they type. An answer that takes longer than a second is given up for
 * a newer text.
 */
export function useNewestText({ text, sent, waiting, send }: Texts): void {
  const [late, setLate] = useState<string | null>(null)
  useEffect(() => {
    if (!waiting) return
    const timer = setTimeout(() => setLate(sent), patienceMs)
    return () => clearTimeout(timer)
  }, [waiting, sent])
  const free = !waiting || late === sent
  useEffect(() => {
    if (free && text !== sent) send(text)
  }, [free, text, sent, send])
}
