import { expect, test } from 'vitest'
import { shareFields } from '@/lib/contracts/share'
import { getShareField, type ShareFieldKey, shareFieldKeys } from '@/lib/contracts/share-fields'
import { toFields } from '@/lib/server/sharing/guest-rows'

const read = (fields: object) => toFields({ fields: JSON.stringify(fields) })
// Each the other way than its default.
const stored = Object.fromEntries(
  shareFieldKeys.map((key) => [key, !getShareField(key).byDefault]),
) as Record<ShareFieldKey, boolean>

test('a stored link that had a field of old is read without it', () => {
  expect(read({ ...stored, notes: true })).toEqual(stored)
})

test.each(shareFieldKeys)(
  'a stored link that does not say %s has its default, a new one must say it unless it shows a mark',
  (key) => {
    const { [key]: _left, ...older } = stored
    expect(read(older)).toEqual({ ...stored, [key]: getShareField(key).byDefault === true })
    expect(shareFields.safeParse(older).success).toBe(getShareField(key).mark !== undefined)
  },
)
