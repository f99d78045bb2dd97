import { describe, expect, test } from 'vitest'
import { cityCalled, citySearched, handWrittenCities } from '@/lib/domain/city-names'
import table from '@/lib/domain/city-names.json'
import { isCountry } from '@/lib/domain/country-names'
import { locationParts } from '@/lib/domain/location'
import { usStates } from '@/lib/domain/known-places'
import { foldText } from '@/lib/domain/search'

const calledAlike = [
  ['München', 'Munich', 'Múnich', 'Monaco di Baviera', 'Monachium', 'Muenchen'],
  ['Köln', 'Cologne', 'Colonia', 'Keulen', 'Koeln'],
  ['Milano', 'Milan', 'Mailand', 'Milão'],
  ['Firenze', 'Florence', 'Florenz'],
  ['Den Haag', 'The Hague', 'La Haye', '’s-Gravenhage'],
  ['Genève', 'Geneva', 'Genf', 'Ginebra'],
  ['Bengaluru', 'Bangalore'],
  ['Sankt Petersburg', 'Saint Petersburg', 'Санкт-Петербург'],
  ['Wien', 'Vienna', 'Vienne'],
]

test.each(calledAlike.map((names) => [names[0], names] as const))(
  '%s is one city in every language',
  (_, names) => {
    const keys = names.map((name) => cityCalled(foldText(name)))
    expect(new Set(keys).size).toBe(1)
    expect(keys[0]).not.toBeNull()
  },
)

test('the country that is written beside a city must be its own', () => {
  expect(locationParts('Mailand, Italien')[0]).toBe(locationParts('Milan, Italy')[0])
  expect(locationParts('Florence, Alabama')[0]).not.toBe(locationParts('Florence, Italy')[0])
  expect(locationParts('Naples, Florida, United States')[0]).not.toBe(locationParts('Napoli, Italia')[0])
  expect(locationParts('Greater Munich Metropolitan Area')[0]).toBe(locationParts('München, Bayern')[0])
})

test('a search for a given name is none for a city', () => {
  expect(citySearched('florence')).toBeNull()
  expect(citySearched('milan')).toBeNull()
  expect(citySearched('mailand')).toBe(cityCalled('milano'))
})

describe('the table that is written by hand', () => {
  const cities = handWrittenCities()

  test('has every city once, with a country and another name', () => {
    const keys = cities.map(({ country, key }) => `${country} ${key}`)
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
    expect(cities.filter(({ names, country }) => names.length < 2 || !/^[A-Z]{2}$/.test(country))).toEqual([])
    expect(cities.length).toBeGreaterThan(150)
  })

  test('gives no name to two cities of one country, neither of its own nor of CLDR’s', () => {
    const owner = new Map<string, string>(
      Object.entries(table).flatMap(([key, line]) =>
        [key, ...line.split('|').slice(1)].map(
          (name) => [`${line.slice(0, 2)} ${name}`, `cldr ${key}`] as const,
        ),
      ),
    )
    const twice = cities.flatMap(({ names, country, key }) =>
      names.flatMap((name) => {
        const other = owner.get(`${country} ${name}`)
        owner.set(`${country} ${name}`, key)
        return other === undefined ? [] : [[name, other, key]]
      }),
    )
    expect(twice).toEqual([])
  })

  test('has no name that is a country, a state or a common given name', () => {
    const given =
      'adelaide alexandria alma ana andrea anna berna carmen clara constance elena eva florencia gia ginevra ' +
      'haya lara lilla lorena lourdes maria marina mina nadia nancy nina noa paola rita roma rosa sara sian siena sofia ' +
      'tessa valencia victoria'
    const known = new Set(given.split(' '))
    const wrong = cities.flatMap(({ names }) =>
      names.filter(
        (name) => isCountry(name) || usStates.has(name) || (known.has(name) && citySearched(name) !== null),
      ),
    )
    expect(wrong).toEqual([])
  })
})
