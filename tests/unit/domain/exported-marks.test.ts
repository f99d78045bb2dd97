import { expect, test } from 'vitest'
import { plainMarks } from '@/lib/contracts/candidate'
import { availableExportColumns } from '@/lib/domain/export-columns'

// Else a CSV file would not have it, nor a JSON file of chosen columns.
test.each(Object.keys(plainMarks))('the mark %s, which stands in a JSON file, has a column', (mark) => {
  const fields = availableExportColumns('person').flatMap((column) => column.fields ?? [column.key])
  expect(fields).toContain(mark)
})
