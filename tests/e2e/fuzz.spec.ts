import { connect } from 'node:net'
import { expect, test } from './fixtures'

/** Sends bytes as they are, and gives the first line of what comes back; nothing where the server hangs up. */
function exchange(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    let said = ''
    const socket = connect(Number(port), hostname, () => socket.end(Buffer.from(bytes, 'latin1')))
    socket.setEncoding('latin1').on('data', (text: string) => void (said += text))
    socket.on('close', () => resolve(said.split('\r\n')[0] ?? ''))
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' || error.code === 'EPIPE' ? undefined : reject(error),
    )
  })
}

const ask = (line: string, headers: string[] = [], body = '') =>
  [line, 'Host: 127.0.0.1', 'Connection: close', ...headers, '', body].join('\r\n')

const requests = [
  'GARBAGE\r\n\r\n',
  '\0\0\0\0\r\n\r\n',
  'GET\r\n\r\n',
  'GET / HTTP/9.9\r\n\r\n',
  'GET / HTTP/1.1\r\n\r\n',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
  ...['FOO', 'PROPFIND', 'M-SEARCH', 'TRACE', 'CONNECT', 'get'].map((method) => ask(`${method} / HTTP/1.1`)),
  ...[
    '/%',
    '/%zz',
    '/%ff',
    '/%00',
    '/\xff\xfe',
    '//evil.test',
    '/..%2f..%2fetc',
    '/\\evil',
    '/a?%',
    '/jobs/%e0%a4%a',
  ].map((path) => ask(`GET ${path} HTTP/1.1`)),
  ...[
    '/jobs/__proto__',
    '/jobs/constructor?account=__proto__&q=%00',
    '/api/jobs/%ED%A0%80/candidates',
    '/api/%2e%2e/',
  ].map((path) => ask(`GET ${path} HTTP/1.1`)),
  ask('GET http://evil.test/ HTTP/1.1'),
  ask(`GET /${'a'.repeat(9_000)} HTTP/1.1`),
  ask('GET / HTTP/1.1', [`X-Large: ${'a'.repeat(20_000)}`]),
  ask(
    'GET / HTTP/1.1',
    Array.from({ length: 3_000 }, (_, at) => `a${at}: b`),
  ),
  ask('GET / HTTP/1.1', ['Host: evil.test']),
  ask('GET / HTTP/1.1', ['Expect: tea']),
  ask('GET / HTTP/1.1', ['X-Bad\0: 1', ' folded: 2']),
  ask('GET /?_rsc=1 HTTP/1.1', ['RSC: 1', 'Next-Router-State-Tree: garbage']),
  ask('GET /?_rsc=1 HTTP/1.1', [
    'RSC: 1',
    'Next-Router-State-Tree: %5B%22%22%2C%7B%7D%5D',
    'Next-Router-Prefetch: 9',
  ]),
  ask('GET / HTTP/1.1', ['X-Forwarded-Host: ://', 'X-Forwarded-Proto: javascript', 'X-Forwarded-For: ,,,']),
  ask('GET / HTTP/1.1', ['Cookie: =;;=;\xff=\xff', 'Accept-Language: *;q=nan', 'Accept-Encoding: zzz']),
  ...['%', '%E0%A4%A', '%00', '\xff', 'a.\xe9', '=;='].flatMap((value) => [
    ask('GET /s/abcdefgh HTTP/1.1', [`Cookie: shortlist.guest.abcdefgh=${value}`]),
    ask('GET / HTTP/1.1', [`Cookie: shortlist.session_token=${value}; layout=${value}`]),
    ask(
      'POST /api/auth/two-factor/verify-totp HTTP/1.1',
      [`Cookie: shortlist.two_factor=${value}`, 'Content-Type: application/json', 'Content-Length: 17'],
      '{"code":"123456"}',
    ),
  ]),
  ...['0000-01-01', '0001-01-01', '9999-12-31', '%00'].flatMap((day) => [
    ask(`GET /settings/audit?from=${day}&to=${day} HTTP/1.1`),
    ask(`GET /credits?from=${day}&to=${day} HTTP/1.1`),
    ask(`GET /jobs/4100000012?seen=${day}..${day}&q=${day} HTTP/1.1`),
    ask(`GET /jobs/4100000012/candidates/${day} HTTP/1.1`),
  ]),
  ask('POST / HTTP/1.1', ['Content-Length: 7', 'Content-Type: multipart/form-data; boundary=x'], 'rubbish'),
  ask('POST / HTTP/1.1', ['Next-Action: garbage', 'Content-Length: 2'], '[]'),
  ask('POST / HTTP/1.1', ['Next-Action: __proto__', 'Content-Length: 2', 'Content-Type: text/plain'], '[]'),
  ...['-1', '99999999999', 'x', '5, 6'].map((length) =>
    ask(
      'POST /api/jobs/4100000012/fetches HTTP/1.1',
      [`Content-Length: ${length}`, 'Content-Type: application/json'],
      '{}',
    ),
  ),
  ask(
    'POST /api/jobs/4100000012/fetches HTTP/1.1',
    ['Content-Length: 2', 'Transfer-Encoding: chunked'],
    '0\r\n\r\n',
  ),
  ask('POST /api/jobs/4100000012/fetches HTTP/1.1', ['Transfer-Encoding: chunked'], 'zz\r\n\r\n'),
]

test('bytes that are no request, and requests that mean harm, are refused, and the server goes on', async ({
  served: { url },
  request,
}) => {
  for (const bytes of requests) {
    const line = await exchange(url, bytes)
    // It may hang up where nothing can be answered; it may not fail.
    expect(line, JSON.stringify(bytes.slice(0, 120))).toMatch(/^(HTTP\/1\.1 [1-4]\d\d .*)?$/)
  }
  expect((await request.get('/api/ready')).status()).toBe(200)
})

test('bodies of every depth, key and encoding are refused by every address that takes one', async ({
  request,
}) => {
  const depth = 10_000
  const bodies = [
    '['.repeat(depth) + ']'.repeat(depth),
    '{"a":'.repeat(depth) + '1' + '}'.repeat(depth),
    '{"__proto__":{"kind":"next","maxCredits":5}}',
    '{"constructor":{"prototype":{"x":1}}}',
    '{"kind":"next","maxCredits":1e400}',
    '{"label":{"toString":1}}',
    '\ufeff{}',
    '\0',
  ]
  for (const [method, path] of [
    ['POST', '/api/jobs/4100000012/fetches'],
    ['PATCH', '/api/jobs/4100000012'],
    ['POST', '/api/jobs/4100000012/visits'],
    ['POST', '/api/jobs/4100000012/triage/next'],
    ['POST', '/api/__proto__'],
  ] as const) {
    for (const data of bodies) {
      for (const encoding of ['identity', 'gzip']) {
        const headers = { 'content-type': 'application/json', 'content-encoding': encoding }
        const answer = await request.fetch(path, { method, data: Buffer.from(data), headers })
        expect(answer.status(), `${method} ${path} ${data.slice(0, 40)}`).toBeLessThan(500)
      }
    }
  }
  expect((await request.get('/api/ready')).status()).toBe(200)
})
