'use client'

import * as z from 'zod/mini'
import { decision } from '@/lib/contracts/decisions'

const standing = z.nullable(decision)

const storedPass = z.object({
  /** When it began, milliseconds since 1970, and when the last decision was made. */
  startedAt: z.number(),
  lastAt: z.number(),
  made: z.record(z.string(), standing),
  skipped: z.array(z.string()),
})
/** What a tab keeps of a pass, so that loading the page again loses nothing. */
export type StoredPass = z.infer<typeof storedPass>

function read<T>(name: string, shape: z.ZodMiniType<T>): T | null {
  try {
    const parsed = shape.safeParse(JSON.parse(window.sessionStorage.getItem(name) ?? 'null'))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

function write(name: string, value: unknown): void {
  try {
    if (value === null) window.sessionStorage.removeItem(name)
    else window.sessionStorage.setItem(name, JSON.stringify(value))
  } catch {
    // A browser that keeps nothing: the pass lives as long as the page.
  }
}

const holderName = 'triage-holder'

// Not `randomUUID`, which browsers keep from pages without TLS.
const makeHolder = () =>
  [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * Which tab this is, to the server. A page that is loaded again is the same tab; a duplicate, which a browser gives a
 * copy of what the tab has stored, is another: so it is stored only while the page is being left.
 */
export function takeHolder(): string {
  const stored = read(holderName, z.string())
  write(holderName, null)
  return stored ?? makeHolder()
}
/** @param holder null once the page is there again */
export const leaveHolder = (holder: string | null): void => write(holderName, holder)

const passName = (name: string) => `triage-pass ${name}`
/** @param name of the job and the view */
export const readPass = (name: string): StoredPass | null => read(passName(name), storedPass)
export const writePass = (name: string, pass: StoredPass | null): void => write(passName(name), pass)
