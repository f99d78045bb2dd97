import { expect, test } from 'vitest'
import { shareFields } from '@/lib/contracts/share'
import { getShareField, shareFieldKeys } from '@/lib/contracts/share-fields'
import { toFields } from '@/lib/server/sharing/guest-rows'

const stored = { names: false, message: false, descriptions: true, profileLinks: true }
const read = (fields: object) => toFields({ fields: JSON.stringify(fields) })

test('a stored link that had a field of old is read without it', () => {
  expect(read({ ...stored, notes: true })).toEqual(stored)
})

test.each(shareFieldKeys)(
  'a stored link that does not say %s has its default, a new one must say it unless it shows a mark',
  (key) => {
    const { [key]: _left, ...older } = stored
    expect(read(older)).toEqual({ ...stored, [key]: getShareField(key).byDefault })
    expect(shareFields.safeParse(older).success).toBe(getShareField(key).mark !== undefined)
  },
)
