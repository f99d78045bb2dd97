import type { Page } from '@playwright/test'

/** What must be on screen: how many rows there are, and who stands in the first of them. */
export type Shown = { rows: number; ids: string[] }
export type Scrolled = {
  frames: number[]
  /** Frames in which a place of the list showed neither a row nor one on its way. */
  blank: number
  /** Frames that showed a row on its way. */
  waiting: number
  nodes: number
  end: boolean
}

declare global {
  interface Window {
    bench: {
      rows: (shown: Shown) => boolean
      /** Whether the page answers a click: rows are in the HTML before React has taken it over. */
      hydrated: () => boolean
      panel: (id: string, text: string) => boolean
      /** Milliseconds from an event until the frame that shows what is asked for has been painted. */
      painted: (event: string, holds: () => boolean) => Promise<number>
      scroll: (pixels: number, most: number) => Promise<Scrolled>
      /** Walks down, waiting for rows as a reader would, until the end. */
      walk: (pixels: number) => Promise<void>
      result: Promise<number> | undefined
    }
  }
}

/** Put into every page before its own scripts. */
export function install(): void {
  // Long enough for the busiest machine; what never comes must end the run, not hang it.
  const patience = 60_000
  const within = async <T>(what: string, wait: Promise<T>): Promise<T> => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new Error(`${what} did not come within ${patience / 1000} s`)),
        patience,
      )
    })
    try {
      return await Promise.race([wait, late])
    } finally {
      clearTimeout(timer)
    }
  }
  // A browser can stop drawing while its pages still answer.
  const frame = () => within('A frame', new Promise<number>((resolve) => requestAnimationFrame(resolve)))
  const until = async (what: string, holds: () => boolean) => {
    const last = performance.now() + patience
    do {
      if (performance.now() > last) throw new Error(`${what} did not come within ${patience / 1000} s`)
      await frame()
    } while (!holds())
  }
  const grid = () => document.querySelector('[role=grid]')
  const row = (at: number) => document.querySelector(`[role=row][aria-rowindex="${at + 2}"]`)
  const scrollerOf = (start: Element | null): Element => {
    for (let element = start; element; element = element.parentElement) {
      const { overflowY } = getComputedStyle(element)
      if (/auto|scroll/.test(overflowY) && element.scrollHeight > element.clientHeight) return element
    }
    return document.scrollingElement ?? document.documentElement
  }
  // At the upper edge, in the middle and at the lower edge of what can be seen.
  const seen = (scroller: Element) => {
    const { left, width, top, bottom } = scroller.getBoundingClientRect()
    const head = document.querySelector('[data-head]')?.getBoundingClientRect().bottom ?? top
    return [Math.max(top, head) + 24, (head + bottom) / 2, Math.min(bottom, innerHeight) - 100].map((y) => {
      const item = document.elementFromPoint(left + width * 0.2, y)?.closest('[data-index]')
      return item ? (item.querySelector('[aria-expanded]') ? 'row' : 'waiting') : 'blank'
    })
  }
  window.bench = {
    result: undefined,
    rows: ({ rows, ids }) =>
      grid()?.getAttribute('aria-rowcount') === String(rows + 1) &&
      grid()?.getAttribute('aria-busy') !== 'true' &&
      ids.every((id, at) => row(at)?.querySelector(`[id="person-${id}"]`)),
    hydrated() {
      const button = document.querySelector('[role=columnheader] button')
      return button !== null && Object.keys(button).some((key) => key.startsWith('__reactProps'))
    },
    panel: (id, text) => document.getElementById(`panel-${id}`)?.textContent?.includes(text) ?? false,
    async painted(event, holds) {
      const startedAt = new Promise<number>((resolve) =>
        addEventListener(event, ({ timeStamp }) => resolve(timeStamp), { capture: true, once: true }),
      )
      const from = await within(event, startedAt)
      await until(`What follows a ${event}`, holds)
      // What comes after a frame's callbacks comes after its painting.
      await new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = resolve
        port2.postMessage(null)
      })
      return performance.now() - from
    },
    async scroll(pixels, most) {
      const scroller = scrollerOf(grid() ?? document.body.firstElementChild)
      const done: Scrolled = { frames: [], blank: 0, waiting: 0, nodes: 0, end: false }
      let before = await frame()
      while (!done.end && done.frames.length < most) {
        scroller.scrollTop += pixels
        done.end = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1
        if (grid() && !done.end) {
          const places = seen(scroller)
          if (places.includes('blank')) done.blank += 1
          if (places.includes('waiting')) done.waiting += 1
        }
        if (done.frames.length % 10 === 0) {
          done.nodes = Math.max(done.nodes, grid()?.querySelectorAll('*').length ?? 0)
        }
        const now = await frame()
        done.frames.push(now - before)
        before = now
      }
      return done
    },
    async walk(pixels) {
      const scroller = scrollerOf(grid())
      for (;;) {
        scroller.scrollTop += pixels
        await frame()
        await frame()
        if (scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 300) return
        if (seen(scroller).some((place) => place !== 'row')) {
          await until('The next rows', () => seen(scroller).every((place) => place === 'row'))
        }
      }
    },
  }
}

/** The rows of a view are there and the page can be used, whenever that is. */
export const untilShown = (page: Page, shown: Shown) =>
  page.waitForFunction((wanted) => window.bench.rows(wanted) && window.bench.hydrated(), shown, {
    polling: 'raf',
  })

/** How long after an event its rows were painted. @param act makes the event happen */
export async function timeRows(
  page: Page,
  event: 'keydown' | 'input' | 'click',
  shown: Shown,
  act: () => Promise<void>,
): Promise<number> {
  await page.evaluate(
    ([name, wanted]) => {
      window.bench.result = window.bench.painted(name, () => window.bench.rows(wanted))
    },
    [event, shown] as const,
  )
  await act()
  try {
    return await page.evaluate(() => window.bench.result ?? Number.NaN)
  } catch (cause) {
    const grid = await page.evaluate(() => ({
      rows: Number(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount')) - 1,
      ids: [...document.querySelectorAll('[role=row] [id^=person-]')]
        .map(({ id }) => id.slice(7))
        .slice(0, 8),
    }))
    const [wanted, seen] = [shown, grid].map((value) => JSON.stringify(value))
    throw new Error(`${page.url()} shows ${seen} after a ${event}, not ${wanted}`, { cause })
  }
}
