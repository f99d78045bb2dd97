import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvSeparators, type CsvSeparator, defaultCsvSeparator } from '@/lib/domain/csv-separators'
import { csvAnswer } from '@/lib/server/http/csv-answer'

type Pair = [left: string | null, right: string | number | null]

const columns = [
  ['left', ([left]: Pair) => left],
  ['right', ([, right]: Pair) => right],
] as const

async function exported(pairs: Pair[], address = ''): Promise<Buffer> {
  const values = (async function* () {
    yield* pairs
  })()
  const call = {
    request: new Request('http://here.test/'),
    requestId: 'r',
    search: new URLSearchParams(address),
  }
  return Buffer.from(await csvAnswer(values, columns, call, 'pairs.csv').arrayBuffer())
}

const cells = (file: Buffer, delimiter: string): string[][] => parse(file, { delimiter, bom: true })

const separators = Object.keys(csvSeparators) as CsvSeparator[]

const awkward: Pair[] = [
  ['Meier; Söhne', 'a,b\tc'],
  ['says "yes"', 'two\r\nlines'],
  ['', null],
  [' padded ', -5],
  ['"', '""'],
  ['名前', 'مرحبا'],
]

test.each(separators)('a file with %s separators is read back cell by cell', async (name) => {
  const read = cells(await exported(awkward, `separator=${name}`), csvSeparators[name])
  const texts = awkward.map((pair) => pair.map((cell) => String(cell ?? '')))
  expect(read).toEqual([['left', 'right'], ...texts])
})

test('whoever asks for the headers alone starts no export', async () => {
  let started = false
  const values = (async function* (): AsyncGenerator<Pair> {
    started = true
  })()
  const request = new Request('http://here.test/', { method: 'HEAD' })
  const answer = csvAnswer(
    values,
    columns,
    { request, requestId: 'r', search: new URLSearchParams() },
    'pairs.csv',
  )
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="pairs.csv"')
  expect(await answer.text()).toBe('')
  expect(started).toBe(false)
})

test('any text comes back as it was, but for the apostrophe that keeps a formula from running', async () => {
  const text = fc.string({
    unit: fc.constantFrom(',', ';', '\t', '\r', '\n', '"', "'", ' ', 'a', 'é', '=', '-', '1'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(text, text)), fc.constantFrom(...separators), async (pairs, name) => {
      const [, ...read] = cells(await exported(pairs, `separator=${name}`), csvSeparators[name])
      const plain = (rows: string[][]) => rows.map((row) => row.map((cell) => cell.replaceAll("'", '')))
      expect(plain(read)).toEqual(plain(pairs))
    }),
    { numRuns: 50 },
  )
})

test('every cell is quoted, so that no separator inside one splits it', async () => {
  const lines = String(await exported([['Meier; Söhne', 5]])).split('\r\n')
  expect(lines).toEqual(['\ufeff"left","right"', '"Meier; Söhne","5"', ''])
})

test.each([
  ['=1+2', `'=1+2`],
  ['a;=1+2;b', `a;'=1+2;b`],
  ['a, -1+2', `a, '-1+2`],
  ['a\t"@SUM(A1)"', `a\t"'@SUM(A1)"`],
  ['a\n+1', `a\n'+1`],
  ['a;＝1+2', `a;'＝1+2`],
  ['a-b=c', 'a-b=c'],
])('%j runs in no spreadsheet, whichever separator it expects', async (written, guarded) => {
  for (const name of separators) {
    const [, row] = cells(await exported([[written, 1]], `separator=${name}`), csvSeparators[name])
    expect(row).toEqual([guarded, '1'])
  }
})

test('the byte order mark that Excel needs is left out on request', async () => {
  expect((await exported([])).subarray(0, 3)).toEqual(Buffer.from('\ufeff'))
  expect(String(await exported([], 'bom=0'))).toBe('"left","right"\r\n')
  await expect(exported([], 'bom=yes')).rejects.toMatchObject({ code: 'invalid_parameter' })
})

test.each<[CsvSeparator, string]>([
  [
    'semicolon',
    'de-DE fr-FR es-ES it-IT nl-NL pl-PL pt-BR ru-RU tr-TR sv-SE de-CH fr-CH it-CH de-LI ar-EG fa-IR',
  ],
  ['comma', 'en-US en-GB ja-JP zh-CN ko-KR th-TH he-IL es-MX hi-IN en'],
])('a spreadsheet expects a %s in %s', (separator, locales) => {
  for (const locale of locales.split(' '))
    expect(defaultCsvSeparator(`${locale}-u-ca-gregory-nu-latn`), locale).toBe(separator)
})
