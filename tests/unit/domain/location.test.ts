import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countryOf, locationParts } from '@/lib/domain/location'

test.each([
  [null, []],
  ['', []],
  [' , ,', []],
  ['Remote', ['remote']],
  ['Paris, Île-de-France, France', ['paris', 'ile-de-france', 'france']],
  ['Singapore, Singapore', ['singapore']],
  ['İstanbul, Türkiye', ['istanbul', 'turkiye']],
  ['القاهرة، مصر', ['القاهرة', 'مصر']],
  ['東京都、日本', ['東京都', '日本']],
  ['上海，中国', ['上海', '中国']],
])('%j is found under %j', (written, parts) => {
  expect(locationParts(written)).toEqual(parts)
})

test('every part is distinct, and found again when it is chosen', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'É', ',', '،', ' ', 'ß', '\u0301', '京') }),
      (written) => {
        const parts = locationParts(written)
        expect(new Set(parts).size).toBe(parts.length)
        for (const part of parts) expect(locationParts(part)).toEqual([part])
      },
    ),
  )
})

test.each([
  ['Paris, Île-de-France, France', 'france'],
  ['Barcelona, Cataluña, España', 'espana'],
  ['İstanbul, Türkiye', 'turkiye'],
  ['القاهرة، مصر', 'مصر'],
  ['東京都、日本', '日本'],
  ['台北, 台灣', '台灣'],
  ['Austin, Texas, United States', 'united states'],
  ['Singapore', 'singapore'],
  ['Bengaluru, Karnataka, india', 'india'],
  ['Granada', null],
  ['Albuquerque, New Mexico', null],
  ['San Francisco Bay Area', null],
  ['France, somewhere', null],
  ['Remote', null],
  ['', null],
  [null, null],
])('the country of %j is %j', (written, country) => {
  expect(countryOf(written)).toBe(country)
})
