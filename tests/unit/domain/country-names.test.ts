import { expect, test, vi } from 'vitest'
import { countryCode, loadCountryNames } from '@/lib/domain/country-names'

test('names of countries are read in small steps ahead, and looked up without asking the runtime again', async () => {
  let steps = 0
  await loadCountryNames(async () => {
    steps += 1
  })
  expect(steps).toBeGreaterThan(40)
  const asked = vi.spyOn(Intl.DisplayNames.prototype, 'of')
  try {
    expect(['deutschland', 'germany', 'nowhere'].map(countryCode)).toEqual(['DE', 'DE', null])
    expect(asked).not.toHaveBeenCalled()
  } finally {
    asked.mockRestore()
  }
})
