import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeEach, expect, type MockInstance, vi } from 'vitest'

// Layout, which jsdom has not, and which a list that opens asks for.
Element.prototype.scrollIntoView ??= () => undefined
Element.prototype.hasPointerCapture ??= () => false

// How long something may take to appear, on a machine that has other work too.
configure({ asyncUtilTimeout: 10_000 })

// What React complains about in the console is a defect: no test passes over one.
let complaints: MockInstance[] = []

beforeEach(() => {
  complaints = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')]
})

/**
 * Texts in the page that React holds a pointer to: a browser that translates the page would take each of them away
 * from it. (React marks every node that it holds.)
 */
function looseTexts(): string[] {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const loose: string[] = []
  while (texts.nextNode()) {
    const { currentNode } = texts
    if (Object.keys(currentNode).some((key) => key.startsWith('__reactFiber$')))
      loose.push(`${currentNode.textContent} in ${currentNode.parentElement?.outerHTML}`)
  }
  return loose
}

afterEach(() => {
  const loose = looseTexts()
  cleanup()
  const heard = complaints.flatMap(({ mock }) => mock.calls)
  vi.restoreAllMocks()
  expect(heard).toEqual([])
  expect(loose).toEqual([])
})
