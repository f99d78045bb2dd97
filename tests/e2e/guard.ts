import type { BrowserContext } from '@playwright/test'

type Expected = { status: number | 'lost'; path: RegExp; seen: boolean }

// The browser's own words for an answer that is judged by its status.
const failedResource = /^Failed to load resource: (the server responded with a status of \d+|net::ERR_)/

/** Watches every page of a test: what no reader should meet fails it. */
export class Guard {
  #origin: string
  readonly #expected: Expected[] = []
  readonly #faults: string[] = []
  readonly #allowed: RegExp[] = []
  /** Every call that may spend, as method and path. */
  readonly spends: string[] = []

  constructor(origin: string) {
    this.#origin = origin
  }

  /** An answer of 400 or more, or none at all, that this test causes on purpose. It has to happen. */
  expect(status: number | 'lost', path: RegExp): void {
    this.#expected.push({ status, path, seen: false })
  }

  /** What a test brings about in the browser, where it may or may not happen. */
  allow(message: RegExp): void {
    this.#allowed.push(message)
  }

  /** The test goes on at another server of its own. */
  move(origin: string): void {
    this.#origin = origin
  }

  watch(context: BrowserContext): void {
    // Not every breach of the page's policy is written to the console by itself.
    void context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        const { effectiveDirective, blockedURI, sample, sourceFile, lineNumber } = event
        reportError(
          new Error(
            `against the policy: ${effectiveDirective} ${blockedURI} ${sample} ${sourceFile}:${lineNumber}`,
          ),
        )
      })
    })
    context.on('console', (message) => {
      const kind = message.type()
      if ((kind !== 'error' && kind !== 'warning') || failedResource.test(message.text())) return
      this.#faults.push(`console ${kind}: ${message.text()}`)
    })
    context.on('weberror', (thrown) => {
      const error = thrown.error()
      this.#faults.push(`uncaught: ${error.stack ?? error.message}`)
    })
    context.on('request', (request) => {
      const { origin, protocol, pathname } = new URL(request.url())
      if (/^https?:$/.test(protocol) && origin !== this.#origin) {
        this.#faults.push(`request to elsewhere: ${request.url()}`)
      }
      if (request.method() === 'POST' && pathname.endsWith('/fetches'))
        this.spends.push(`${request.method()} ${pathname}`)
    })
    context.on('response', (response) => {
      const status = response.status()
      if (status >= 400) this.#judge(status, response.url())
    })
    context.on('requestfailed', (request) => {
      // What the page itself gave up, because it went elsewhere, is no fault.
      if (request.failure()?.errorText !== 'net::ERR_ABORTED') this.#judge('lost', request.url())
    })
  }

  #judge(status: number | 'lost', url: string): void {
    const { pathname } = new URL(url)
    // A stream ends with its server, and the page opens it again.
    if (pathname.endsWith('/events')) return
    const expected = this.#expected.filter((one) => one.status === status && one.path.test(pathname))
    for (const one of expected) one.seen = true
    if (expected.length === 0) this.#faults.push(`answer ${status}: ${pathname}`)
  }

  /** What was wrong, in lines; none when all went well. */
  verdict(): string[] {
    const missed = this.#expected.filter(({ seen }) => !seen)
    const faults = this.#faults.filter((fault) => !this.#allowed.some((message) => message.test(fault)))
    return [...faults, ...missed.map(({ status, path }) => `never answered ${status}: ${path.source}`)]
  }
}
