import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeEach, expect, type MockInstance, vi } from 'vitest'

// How long something may take to appear, on a machine that has other work too.
configure({ asyncUtilTimeout: 10_000 })

// What React complains about in the console is a defect: no test passes over one.
let complaints: MockInstance[] = []

beforeEach(() => {
  complaints = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')]
})

afterEach(() => {
  cleanup()
  const heard = complaints.flatMap(({ mock }) => mock.calls)
  vi.restoreAllMocks()
  expect(heard).toEqual([])
})
