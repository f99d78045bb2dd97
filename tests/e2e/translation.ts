import { expect, type Page } from '@playwright/test'

/** Elements whose text no browser translates. */
const untouched = 'script, style, noscript, textarea, input, select, [translate="no"]'

/**
 * What the translation of a browser does to a page, and goes on doing to what the page adds: every text node gives
 * its place to two `<font>` elements with the text inside. The node itself is taken out of the document.
 */
function translate({ untouched: untouchedElements, within }: { untouched: string; within: string }): void {
  const part = document.querySelector(within)
  if (!part) throw new Error(`nothing to translate at ${within}`)
  const isOwn = (text: Node) => text.parentElement?.closest('font') !== null
  const wrap = (text: Node) => {
    if (!text.nodeValue?.trim() || isOwn(text) || text.parentElement?.closest(untouchedElements)) return
    const [outer, inner] = [document.createElement('font'), document.createElement('font')]
    inner.textContent = text.nodeValue
    outer.append(inner)
    text.parentNode?.replaceChild(outer, text)
  }
  const wrapWithin = (root: Node) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const texts: Node[] = root.nodeType === Node.TEXT_NODE ? [root] : []
    while (walker.nextNode()) texts.push(walker.currentNode)
    for (const text of texts) wrap(text)
  }
  wrapWithin(part)
  new MutationObserver((records) => {
    for (const { target, addedNodes } of records) {
      for (const node of addedNodes) if (node.isConnected) wrapWithin(node)
      if (target.nodeType === Node.TEXT_NODE && target.isConnected) wrap(target)
    }
  }).observe(part, { childList: true, characterData: true, subtree: true })
}

/** Has the page, or a part of it, translated: as it stands, and whatever comes into it. */
export const translatePage = (page: Page, within = 'body'): Promise<void> =>
  page.evaluate(translate, { untouched, within })

/** No text of this page is one to which React keeps a pointer: a translation would take it away from React. */
export async function expectNoLooseText(page: Page): Promise<void> {
  const found = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const loose: string[] = []
    while (walker.nextNode()) {
      const { currentNode: text } = walker
      if (Object.keys(text).some((key) => key.startsWith('__reactFiber$')))
        loose.push(`“${text.textContent}” in ${text.parentElement?.outerHTML.slice(0, 200)}`)
    }
    return loose
  })
  expect(found, page.url()).toEqual([])
}
