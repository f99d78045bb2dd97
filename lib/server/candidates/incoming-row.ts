import 'server-only'
import type { Month } from '@/lib/contracts/month'
import type { Reader } from '@/lib/server/providers/provider'
import type { IncomingRow } from '@/lib/server/candidates/store/candidates'

/**
 * One row of a provider's answer as the store keeps it.
 * @param raw the row as JSON text
 * @param position zero-based place in the provider's list
 * @param asOf the month up to which a current job counts
 */
export const incomingRow = (raw: string, position: number, reader: Reader, asOf: Month): IncomingRow => ({
  position,
  raw,
  person: reader.read(raw, asOf),
  identifiers: reader.identifiers(raw),
  reader,
})
