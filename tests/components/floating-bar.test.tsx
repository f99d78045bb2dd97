import { readFileSync } from 'node:fs'
import { act, render } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { FloatingBar } from '@/components/ui/floating-bar'

test('while a bar is there, what floats over the page knows how high it is', () => {
  let resized = () => {}
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(callback: () => void) {
        resized = callback
      }
      observe() {}
      disconnect() {}
    },
  )
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(88)
  const height = () => document.documentElement.style.getPropertyValue('--floating-h')
  const { unmount } = render(
    <FloatingBar label="Selection" count="4 selected" clearLabel="Clear" onClear={() => undefined}>
      <button type="button">Shortlist</button>
    </FloatingBar>,
  )
  act(() => resized())
  expect(height()).toBe('88px')
  unmount()
  expect(height()).toBe('')
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test('no colour or size of the style sheet has the name of a height that is written over it', () => {
  const styles = readFileSync('app/globals.css', 'utf8')
  expect(styles).toMatch(/^ *--bar:/m)
  expect(styles).not.toMatch(/^ *--(floating-h|below):/m)
})
