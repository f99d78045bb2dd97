import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { ShareFields } from '@/lib/contracts/share-fields'
import { redactCandidate, redactionVersion } from '@/lib/redaction/redaction'
import { buildPerson } from '@/lib/sandbox/people'
import { incomingRow } from '@/lib/server/candidates/incoming-row'
import { reader } from '@/lib/server/providers/recruiter-v2/adapter'
import { markedPeople } from '../../integration/shared-people'
import { applicant } from '../../integration/stored-people'

const fields: ShareFields = {
  names: false,
  message: true,
  descriptions: true,
  profileLinks: false,
}
const marks = { ref: 'ref', pseudonym: 'Copper Heron 27' }

// Endings of host names come from a package, whose list grows.
const hosts = applicant('hosts', {
  headline: 'At lina.monster, lina.museum and lina.xn--p1ai',
  topChoiceMessage:
    'See пример.рф, zoe.vermögensberatung or some.unheardof/people/7; not Node.js or B.Tech/M.Tech.',
})

test('what is stored redacted is redacted again when the redactor does something else', () => {
  const invented = Array.from({ length: 80 }, (_, serial) =>
    incomingRow(JSON.stringify(buildPerson(1, '4100010007', serial)), serial, reader, { y: 2026, m: 4 }),
  )
  const people = [...markedPeople(), hosts, ...invented].map(({ person }) => person)
  const shown = [fields, { ...fields, names: true }].map((each) =>
    people.map((person) => redactCandidate(person, each, marks)),
  )
  const digest = createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 16)
  // Another digest: raise redactionVersion, then write both down here.
  expect({ version: redactionVersion, digest }).toEqual({ version: 1, digest: '602e39b2db35788f' })
})
