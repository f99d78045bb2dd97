import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useAddress } from '@/components/shared/use-address'
import { parseAsArrayOf, parseAsString } from '@/lib/url/parser'

const router = vi.hoisted(() => ({ search: '' }))
vi.mock('next/navigation', () => ({ useSearchParams: () => new URLSearchParams(router.search) }))

const parsers = { q: parseAsString.withDefault(''), tags: parseAsArrayOf(parseAsString).withDefault([]) }

beforeEach(() => {
  router.search = ''
  window.history.replaceState(null, '', '/list')
})
afterEach(() => vi.restoreAllMocks())

function render() {
  const { result, rerender, unmount } = renderHook(() => useAddress(parsers))
  return {
    unmount,
    read: () => result.current[0],
    change: (...change: Parameters<(typeof result.current)[1]>) => act(() => result.current[1](...change)),
    /** The router has drawn what stands in the address, or another one. */
    route(search = window.location.search) {
      router.search = search
      rerender()
    },
  }
}

test('a change shows at once, as a step of its own, and parameters of others stay', () => {
  window.history.replaceState(null, '', '/list?account=b#end')
  const { read, change, route } = render()
  route()
  const steps = window.history.length
  change({ q: 'seo' })
  expect(read()).toEqual({ q: 'seo', tags: [] })
  expect(window.location.href).toMatch(/\/list\?account=b&q=seo#end$/)
  expect(window.history.length).toBe(steps + 1)
  change({ q: 'seo ux' }, 'replace')
  expect(window.history.length).toBe(steps + 1)
  change({ q: 'seo ux' })
  expect(window.history.length).toBe(steps + 1)
})

test('while the router is behind, what it draws is not shown', () => {
  const { read, change, route } = render()
  change({ q: 'a' })
  change({ tags: ['x'] })
  expect(read()).toEqual({ q: 'a', tags: ['x'] })
  route('?q=a')
  expect(read()).toEqual({ q: 'a', tags: ['x'] })
  route()
  expect(read()).toEqual({ q: 'a', tags: ['x'] })
})

test('a link that the router follows counts, also before it has drawn the change before', () => {
  const { read, change, route } = render()
  change({ q: 'a' })
  route('?q=linked')
  expect(read().q).toBe('linked')
})

test('Back is the router’s: a change that it has not drawn yet is forgotten', () => {
  const { read, change, route } = render()
  change({ q: 'a' })
  act(() => void window.dispatchEvent(new PopStateEvent('popstate')))
  expect(read().q).toBe('')
  route('?q=b')
  expect(read().q).toBe('b')
})

test('values stay the same objects while another parameter changes', () => {
  router.search = '?tags=x,y'
  const { read, route } = render()
  const before = read()
  route('?account=b&tags=x,y')
  expect(read()).toBe(before)
})

test('a browser that refuses many changes in a row gets the newest one later, as a step', () => {
  vi.useFakeTimers()
  const { read, change } = render()
  const steps = window.history.length
  const refuse = vi.spyOn(window.history, 'pushState').mockImplementation(() => {
    throw new DOMException('Too many calls', 'SecurityError')
  })
  change({ q: 'a' })
  refuse.mockRestore()
  const refuseAgain = vi.spyOn(window.history, 'replaceState').mockImplementation(() => {
    throw new DOMException('Too many calls', 'SecurityError')
  })
  change({ tags: ['x'] }, 'replace')
  refuseAgain.mockRestore()
  expect(read()).toEqual({ q: 'a', tags: ['x'] })
  vi.advanceTimersByTime(1_000)
  expect(window.location.search).toBe('?q=a&tags=x')
  expect(window.history.length).toBe(steps + 1)
  vi.useRealTimers()
})

test('what a browser refused is not written into the address of the page after', () => {
  vi.useFakeTimers()
  const { change, unmount } = render()
  const refuse = vi.spyOn(window.history, 'pushState').mockImplementation(() => {
    throw new DOMException('Too many calls', 'SecurityError')
  })
  change({ q: 'a' })
  refuse.mockRestore()
  unmount()
  window.history.pushState(null, '', '/credits')
  vi.advanceTimersByTime(1_000)
  expect(window.location.href).toMatch(/\/credits$/)
  vi.useRealTimers()
})
