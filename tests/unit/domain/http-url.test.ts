import fc from 'fast-check'
import { expect, test } from 'vitest'
import { httpUrl } from '@/lib/domain/http-url'

test.each([
  ['https://www.linkedin.com/in/imogen-harrowgate', 'https://www.linkedin.com/in/imogen-harrowgate'],
  ['http://tallow.example/', 'http://tallow.example/'],
  ['  HTTPS://Tallow.Example/Team  ', 'https://tallow.example/Team'],
  ['https://tallow.example/é?q=a b', 'https://tallow.example/%C3%A9?q=a%20b'],
  ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
])('a reader may follow %s', (sent, followed) => {
  expect(httpUrl(sent)).toBe(followed)
})

test.each([
  [null],
  [''],
  ['javascript:alert(document.cookie)'],
  [' JavaScript:alert(1)//https://a.example'],
  ['java\nscript:alert(1)'],
  ['data:text/html,<script>alert(1)</script>'],
  ['vbscript:msgbox'],
  ['file:///etc/passwd'],
  ['ftp://a.example/'],
  ['blob:https://a.example/1'],
  ['https://reader:secret@a.example/'],
  ['https://linkedin.com@evil.example/'],
  ['//a.example/'],
  ['/in/imogen'],
  ['in/imogen'],
  ['www.linkedin.com/in/imogen'],
  ['https:a.example'],
  ['https:/a.example'],
  ['https://'],
  ['https:// a.example'],
  ['https://a.example:99999/'],
])('%j is not a link', (sent) => {
  expect(httpUrl(sent)).toBeNull()
})

test('whatever text is sent, a link is http(s), without credentials, and stays the same when read again', () => {
  const scheme = fc.constantFrom(
    'https://',
    'http://',
    'HTTP://',
    'javascript:',
    'data:',
    '//',
    '',
    ' https:\\\\',
  )
  const text = fc.tuple(
    scheme,
    fc.oneof(fc.string({ unit: 'binary' }), fc.webAuthority({ withUserInfo: true }), fc.domain()),
    fc.string(),
  )
  fc.assert(
    fc.property(text, (parts) => {
      const link = httpUrl(parts.join(''))
      if (link === null) return
      const { protocol, username, password } = new URL(link)
      expect(['http:', 'https:']).toContain(protocol)
      expect([username, password]).toEqual(['', ''])
      expect(httpUrl(link)).toBe(link)
    }),
  )
})
