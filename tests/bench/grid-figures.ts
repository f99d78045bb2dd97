import type { Page } from '@playwright/test'

/** Milliseconds to painted, correct rows, but for frames a second and the elements of the page. */
export type Figures = {
  /** From the navigation. */
  first: number
  /** From the last letter of a word that is typed. */
  key: number
  sort: number
  /** Null where a grid has no rows that open. */
  expand: number | null
  fps: number
  nodes: number
}

/** A table that is measured: ours, or another one on the same people. */
export type Grid = {
  name: string
  /** JavaScript that its page loads, gzipped. */
  bytes: number
  /** Put into its page before its own scripts. */
  install: () => void
  measure: (page: Page, word: string) => Promise<Figures>
}

/** Runs in the page: frames a second while what holds this element scrolls down by a hundred pixels a frame. */
export async function scrollFrames(selector: string): Promise<number> {
  const frames = 180
  const pixels = 100
  let scroller = document.querySelector(selector)
  while (scroller && !/auto|scroll/.test(getComputedStyle(scroller).overflowY))
    scroller = scroller.parentElement
  if (scroller === null) throw new Error(`Nothing scrolls at ${selector}`)
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
  const from = await frame()
  let now = from
  for (let at = 0; at < frames; at += 1) {
    scroller.scrollTop += pixels
    now = await frame()
  }
  return (frames * 1000) / (now - from)
}
