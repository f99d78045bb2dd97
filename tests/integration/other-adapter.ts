import { z } from 'zod'
import { readCareer } from '@/lib/domain/career'
import { unreadablePerson } from '@/lib/domain/unreadable-person'
import type { Provider, Reader } from '@/lib/server/providers/provider'

const row = z.object({
  key: z.string(),
  who: z.string(),
  handle: z.string().nullable(),
  since: z.array(z.object({ as: z.string(), at: z.string(), dates: z.string() })),
})
type OtherRow = z.infer<typeof row>

/** Reads rows of a provider that calls everything otherwise. */
export const otherReader: Reader = {
  name: 'other',
  version: 3,
  read(raw, asOf) {
    const parsed = row.safeParse(JSON.parse(raw))
    if (!parsed.success) return unreadablePerson('other-unreadable')
    const { key, who, handle, since } = parsed.data
    const jobs = since.map(({ as, at, dates }) => ({
      ...{ title: as, company: at, companyUrl: null, dateRange: dates, description: null },
    }))
    const known = { fullName: who, publicIdentifier: handle, unreadable: false }
    return { ...unreadablePerson(key), ...known, ...readCareer(jobs, asOf) }
  },
  identifiers: (raw) => {
    const { handle } = row.parse(JSON.parse(raw))
    return handle === null ? [] : [handle]
  },
}

/** A provider of another format, page size and price, over rows of the test's own. */
export function otherProvider(
  people: readonly OtherRow[],
): Provider & { asked: { offset: number; count: number }[] } {
  const asked: { offset: number; count: number }[] = []
  return {
    asked,
    reader: otherReader,
    terms: { pageSize: 4, price: { rows: 2, credits: 3 } },
    capabilities: { balance: { price: 'free', latencyMs: 50 } },
    async getJobCandidates({ offset, count }) {
      asked.push({ offset, count })
      const rows = people
        .slice(offset, offset + count)
        .map((each) => ({ raw: JSON.stringify(each), problem: null }))
      const end = offset + rows.length
      return {
        ...{ rows, total: people.length, offset, count: rows.length, nextOffset: end },
        ...{ hasMore: end < people.length, creditsConsumed: Math.ceil(rows.length / 2) * 3, oddPrice: null },
        ...{ unreadRows: 0, text: JSON.stringify(rows) },
      }
    },
  }
}
