import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  createLoader,
  createSerializer,
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from '@/lib/url/parser'

const parsers = {
  q: parseAsString.withDefault(''),
  tags: parseAsArrayOf(parseAsString),
  size: parseAsStringLiteral(['small', 'large']),
}
const load = createLoader(parsers)
const serialize = createSerializer(parsers)

// An address cannot hold half of a letter that is written in two units.
const text = fc.string({ unit: 'binary' }).filter((each) => !/\p{Surrogate}/u.test(each))

test('an address carries any text and any list of texts whole', () => {
  fc.assert(
    fc.property(text, fc.array(text, { minLength: 1 }), (q, tags) => {
      fc.pre(tags.join('') !== '' && !tags.some((each) => each.includes('%2C')))
      const values = { q, tags, size: null }
      expect(load(serialize(values))).toEqual(values)
    }),
  )
})

test('defaults and nulls are left out, and what is not given stays as it stands', () => {
  expect(serialize({ q: '', tags: null, size: null })).toBe('')
  expect(serialize({ q: '', size: 'large' }, '?q=seo&tags=a,b&other=1')).toBe('?tags=a,b&other=1&size=large')
})

test('an address reads like what it says: only what would end or change it is encoded', () => {
  expect(serialize({ q: `100% R&D + "ux" #1 'é'`, tags: ['a, b', 'c/d:e!'] })).toBe(
    '?q=100%25+R%26D+%2B+%22ux%22+%231+%27é%27&tags=a%252C+b,c/d:e!',
  )
})

test('what is none of its values says nothing, and of a repeated key the first counts', () => {
  expect(load('?size=huge')).toEqual({ q: '', tags: null, size: null })
  expect(load({ q: ['one', 'two'], tags: '', size: undefined })).toEqual({ q: 'one', tags: [], size: null })
})
