import fc from 'fast-check'

/** Keys and values that have broken parsers, stores or templates before. */
const nasty = [
  '',
  ' ',
  '0',
  '-1',
  '1e309',
  'NaN',
  'null',
  'undefined',
  'true',
  '[]',
  '{}',
  '[object Object]',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '../../etc/passwd',
  "'; drop table job; --",
  '%',
  '%00',
  '%ff',
  '\0',
  '\ud800',
  '\udfff\ud800',
  '\u202e\u2066',
  'a'.repeat(5_000),
  '9'.repeat(400),
  '<script>alert(1)</script>',
  '${7*7}{{7*7}}',
  '%s%n%x',
  '2026-02-30',
  '-999999-01-01',
  '0000-01-01',
  '0001-01-01',
  '9999-12-31',
  '\0abc',
  'abc\0',
  ',,,,',
  'ﬁ\u0345\u0130',
] as const

const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...nasty) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 20 }) },
)

// What the addresses are known to read, beside what they are not.
const keys = fc.oneof(
  fc.constantFrom(
    ...[
      'q',
      'rating',
      'top',
      'company',
      'location',
      'years',
      'sort',
      'new',
      'cursor',
      'around',
      'at',
      'limit',
    ],
    ...['account', 'facet', 'find', 'kind', 'state', 'job', 'who', 'from', 'to', 'format'],
    ...['now', 'title', 'education', 'applied', 'seen', 'action', 'separator', 'bom', 'part', 'others'],
    ...['code', 'error', 'token', 'holder', 'per', 'columns', 'tracker', 'application'],
  ),
  text,
)

const fields = fc.constantFrom(
  ...[
    'kind',
    'maxCredits',
    'automatic',
    'label',
    'revision',
    'applicationIds',
    'ids',
    '__proto__',
    'constructor',
    'name',
  ],
  ...['holder', 'view', 'count', 'keep', 'after', 'takeOver'],
  ...['token', 'jobId', 'applicationId', 'publicIdentifier', 'email', 'password', 'code', 'role', 'title'],
  ...[
    'text',
    'mentions',
    'expected',
    'tags',
    'add',
    'remove',
    'view',
    'dueOn',
    'assignee',
    'members',
    'into',
  ],
  ...['colour', 'read', 'upTo', 'format', 'per', 'columns', 'separator', 'bom', 'tracker'],
  ...['decision', 'reason', 'comment', 'shownMs', 'via', 'overrule', 'reasons', 'neededForReject'],
)
const leaf = fc.oneof(text, fc.double(), fc.integer(), fc.boolean(), fc.constant(null))
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(fields, tie('value')), { maxLength: 4 }).map((pairs) =>
      // Not Object.fromEntries alone: `__proto__` has to be a key as JSON has it.
      JSON.parse(`{${pairs.map(([key, one]) => `${JSON.stringify(key)}:${JSON.stringify(one)}`).join(',')}}`),
    ),
  ),
}))

// In the shape of a decision, so that what is nasty comes as far as the store.
const decision = fc.record(
  {
    decision: fc.constantFrom('shortlist', 'maybe', 'reject', null),
    reason: fc.option(text),
    comment: fc.option(text),
    view: text,
    applicationIds: fc.array(text, { minLength: 1, maxLength: 3 }),
    expected: fc.constantFrom('reject', null),
    overrule: fc.boolean(),
  },
  { requiredKeys: ['decision'] },
)

const body = fc.oneof(
  { weight: 2, arbitrary: decision.map((one) => JSON.stringify(one)) },
  { weight: 4, arbitrary: value.map((one) => JSON.stringify(one)) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '',
      '{',
      '{"kind":"next","maxCredits":5',
      'undefined',
      '\ufeff{}',
      '{"a":1}{"b":2}',
      '['.repeat(20_000),
      `${'{"a":'.repeat(4_000)}1${'}'.repeat(4_000)}`,
      '{"kind":"next","kind":"complete","maxCredits":1e999}',
      'x'.repeat(66_000),
      '\0\0\0',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
)

const printable = fc.string({ maxLength: 60 }).map((one) => one.replace(/[^\x20-\x7e]/g, '').trim())
const cookieNames = ['shortlist.session_token', 'shortlist.two_factor', 'shortlist.guest.a', 'view', '']
const cookieValues = [
  '%',
  '%E0%A4%A',
  '%00',
  '%ff.%fe',
  '\xff\xe9',
  '.',
  '=;=',
  'a.b.c',
  '"',
  'x'.repeat(4_000),
]
const cookie = fc
  .array(fc.tuple(fc.constantFrom(...cookieNames), fc.oneof(fc.constantFrom(...cookieValues), printable)), {
    maxLength: 4,
  })
  .map((pairs) => pairs.map(([name, one]) => `${name}=${one}`).join('; '))
const headers = fc.record(
  {
    'content-type': fc.constantFrom(
      'application/json',
      'application/json; charset=utf-16',
      'text/plain',
      'multipart/form-data',
      'application/x-www-form-urlencoded',
      ';;;',
    ),
    accept: fc.constantFrom('*/*', 'text/event-stream', 'text/html', ';q=9', 'image/*'),
    origin: fc.constantFrom('http://shortlist.test', 'null', 'https://evil.test', 'not an origin'),
    'idempotency-key': printable,
    'x-request-id': printable,
    'content-length': fc.constantFrom('-1', '0', '99999999', 'NaN'),
    'content-encoding': fc.constantFrom('gzip', 'br', 'x'),
    'sec-fetch-site': fc.constantFrom('same-origin', 'cross-site', 'none'),
    'if-none-match': printable,
    range: fc.constantFrom('bytes=0-', 'bytes=-1,-2', 'rows=9'),
    cookie,
    authorization: printable,
  },
  { requiredKeys: [] },
)

/** A call as somebody who means harm, or a broken client, would make it. */
export const hostileCall = fc.record({
  method: fc.constantFrom('GET', 'GET', 'GET', 'POST', 'POST', 'POST', 'PUT', 'PATCH', 'DELETE'),
  /** For what an address leaves open; some that are right, so that what lies behind is met too. */
  params: fc.array(fc.oneof(fc.constantFrom('4100000012', '4100000012', 'nobody'), text), {
    minLength: 3,
    maxLength: 3,
  }),
  query: fc.array(fc.tuple(keys, text), { maxLength: 4 }),
  headers,
  body,
})
