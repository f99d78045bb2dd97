import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { safeReturn, signInPath } from '@/lib/url/return-to'

const here = 'https://shortlist.example.test'

describe('where a sign-in leads back to', () => {
  test.each([
    '/',
    '/credits',
    '/jobs/4123456789?rating=GOOD_FIT,MAYBE&q=caf%C3%A9',
    '/settings/audit?action=sign_in',
  ])('a page of ours: %s', (path) => expect(safeReturn(path)).toBe(path))

  test.each([
    null,
    '',
    'https://evil.test/',
    '//evil.test',
    '/\\evil.test',
    '/..//evil.test/phish',
    '/.//evil.test',
    '/a/..//evil.test',
    '/%2e%2e//evil.test',
    '/%2E%2E/%2E//evil.test',
    '/\t/evil.test',
    'javascript:alert(1)',
    '/sign-in?returnTo=/',
    '/x/../api/me',
  ])('nowhere else: %s', (path) => expect(safeReturn(path)).toBe('/'))

  test('whatever it is given, a browser stays here', () => {
    const parts = fc.array(
      fc.constantFrom('/', '//', '..', '.', '%2e', '\\', '@', ':', 'evil.test', '?', '#', '\t', 'a'),
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          parts.map((all) => `/${all.join('')}`),
        ),
        (text) => {
          const url = new URL(safeReturn(text), here)
          expect(url.origin).toBe(here)
          // Once more, as the next page would.
          expect(new URL(safeReturn(`${url.pathname}${url.search}`), here).origin).toBe(here)
        },
      ),
      { numRuns: 2_000 },
    )
  })

  test('the address of the sign-in says where from, unless it is the front page', () => {
    expect(signInPath('/')).toBe('/sign-in')
    expect(signInPath('/credits?who=x')).toBe('/sign-in?returnTo=%2Fcredits%3Fwho%3Dx')
  })
})
