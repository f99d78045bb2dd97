import { expect, test } from 'vitest'
import { searchTerms } from '@/lib/domain/search'
import { placeKeys, searchPhrases } from '@/lib/server/candidates/store/index-keys'

const phrases = (q: string) => searchPhrases(searchTerms(q))

test.each([
  ['den haag', 'The Hague, Netherlands'],
  ['the hague', 'Den Haag, Nederland'],
  ['nueva york', 'New York, United States'],
  ['san francisco', 'San Francisco, California, United States'],
  ['"san pietroburgo"', 'Санкт-Петербург, Россия'],
  ['"’s-Gravenhage"', 'Den Haag'],
  ['mailand', 'Milano, Italia'],
  ['cidade do cabo', 'Cape Town, South Africa'],
])('the words %s find %s', (q, location) => {
  const [phrase, ...others] = phrases(q)
  expect(others).toEqual([])
  expect(placeKeys(location)).toEqual(expect.arrayContaining(phrase!.places))
  expect(phrase!.places).not.toEqual([])
})

test('other words of the search stay by themselves', () => {
  expect(phrases('nurse new york manager')).toEqual([
    { terms: ['nurse'], places: [] },
    { terms: ['new', 'york'], places: ['new york'] },
    { terms: ['manager'], places: [] },
  ])
})
