import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Candidate } from '@/lib/contracts/candidate'
import type { ExportedMarks } from '@/lib/contracts/export'
import { copiedTable } from '@/lib/domain/copied-table'
import { readCareer } from '@/lib/domain/career'
import { exportColumns } from '@/lib/domain/export-columns'
import { chosenColumns, defaultExportSettings, parseExportSettings } from '@/lib/domain/export-settings'
import { trackers } from '@/lib/domain/export-trackers'
import { personText } from '@/lib/domain/person-text'
import { unreadablePerson } from '@/lib/domain/unreadable-person'
import { readQuotedCsv } from '@/lib/query/export'

const asOf = { y: 2026, m: 4 }
const job = {
  title: 'SEO Lead',
  company: 'Globex',
  companyUrl: null,
  dateRange: '2020 - 2022',
  description: null,
}
const ada: Candidate = {
  ...unreadablePerson('ada'),
  ...readCareer([job], asOf),
  ...{ fullName: 'Ada Ash', headline: 'Search & growth', rating: 'GOOD_FIT', location: 'Berlin' },
  education: [{ school: 'TU Berlin', degree: 'MSc', field: null, dateRange: null }],
  ...{ unreadable: false, position: 0, firstSeenAt: '2026-04-02T10:00:00.000Z', goneAt: null },
}
const marks: ExportedMarks = {
  ...{ decision: 'shortlist', reason: null, comment: 'Led it', decidedBy: 'Bo' },
  ...{
    decidedAt: '2026-04-02T11:00:00.000Z',
    openedBefore: true,
    suggestions: [],
    tags: ['Phone'],
    nextAction: null,
    votes: null,
  },
}
const undecided: ExportedMarks = { ...marks, decision: null, comment: null, decidedBy: null, tags: [] }

test('what a browser remembers is read, and what it cannot mean any more is as it was at first', () => {
  const settings = {
    ...defaultExportSettings,
    ...{ target: 'lever', per: 'job', separator: 'semicolon', bom: false, columns: ['name', 'notes'] },
  }
  expect(parseExportSettings(JSON.stringify(settings))).toEqual(settings)
  const stale = JSON.stringify({ target: 'fax', columns: ['gone'], separator: 'pipe' })
  expect(parseExportSettings(stale)).toEqual(defaultExportSettings)
  for (const text of ['', 'null', '{', '[]', '7'])
    expect(parseExportSettings(text)).toEqual(defaultExportSettings)
})

test('columns of one job are left out of lines that stand for people', () => {
  expect(chosenColumns({ per: 'person', columns: ['name', 'jobTitle'] })).toEqual(['name'])
  expect(chosenColumns({ per: 'job', columns: ['name', 'jobTitle'] })).toEqual(['name', 'jobTitle'])
  expect(new Set(exportColumns.map(({ key }) => key)).size).toBe(exportColumns.length)
})

test('a table is copied as HTML that shows texts as they are, and as text of one line a person', () => {
  const { html, text } = copiedTable([
    ['Name', 'Profile'],
    ['<b>Ada</b>\nAsh\t', 'https://example.test/?a="1"&b'],
  ])
  expect(text).toBe('Name\tProfile\n<b>Ada</b> Ash \thttps://example.test/?a="1"&b')
  expect(html).toContain('<td>&lt;b&gt;Ada&lt;/b&gt;<br>Ash\t</td>')
  expect(html).toContain('<a href="https://example.test/?a=&quot;1&quot;&amp;b">')
})

test('a CSV file of ours is read cell by cell', () => {
  const text = fc.string({ unit: fc.constantFrom(...',"\r\n\ta é') })
  const table = fc.array(fc.array(text, { minLength: 2, maxLength: 2 }), { minLength: 1 })
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
  fc.assert(
    fc.property(table, (rows) => {
      const file = rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('')
      expect(readQuotedCsv(file)).toEqual(rows)
    }),
  )
})

test('a person as text says what the team decided, and nothing that is not known', () => {
  expect(personText({ ...ada, ...marks }, asOf, 'http://here.test/x')).toBe(
    [
      ...['Ada Ash', 'Search & growth', '', 'Rating: Good fit'],
      ...['Decision: Shortlisted by Bo (Led it)', 'Tags: Phone', 'Location: Berlin'],
      ...['Experience: 1 yr 2 mo – 3 yr', 'In Shortlist: http://here.test/x', ''],
      ...['Jobs', '- SEO Lead at Globex, 2020 - 2022, 1 yr 2 mo – 3 yr', ''],
      ...['Education', '- MSc, TU Berlin'],
    ].join('\n'),
  )
})

test('a person as text names the job held now, and stays short where nothing is known', () => {
  const now = { ...job, dateRange: '8/2024 - Present' }
  expect(personText({ ...ada, ...readCareer([now], asOf), ...undecided }, asOf, 'x')).toContain(
    '\nNow: SEO Lead at Globex\n',
  )
  const unknown = {
    ...unreadablePerson('bo'),
    position: 1,
    firstSeenAt: '2026-04-02T10:00:00.000Z',
    goneAt: null,
  }
  expect(personText({ ...unknown, ...undecided }, asOf, 'x')).toBe('Unreadable applicant\n\nIn Shortlist: x')
})

test.each(Object.entries(trackers))(
  'the file for %s names everybody, and no address that is not known',
  (_, { columns }) => {
    const item = { candidate: ada, mark: {}, notes: null, criteria: null, job: null }
    const row = Object.fromEntries(columns.map(([header, read]) => [header, read(item, 'Gardener')]))
    expect(Object.values(row)).toContain('Ada Ash')
    expect(row.Email).toBeNull()
    expect(new Set(columns.map(([header]) => header)).size).toBe(columns.length)
  },
)
