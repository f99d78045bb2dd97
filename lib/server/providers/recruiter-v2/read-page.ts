import 'server-only'
import { setImmediate as breathe } from 'node:timers/promises'
import { z } from 'zod'
import type { ProviderPage, ProviderRow } from '../provider'
import { readPrice } from './stated-price'
import { maxRows, type ParsedAnswer } from './parse-answer'
import { parseJson } from './read-body'
import { wireCandidate } from './wire'

// A list is never this long: a place or total beyond it is not believed, and none can overflow what stores it.
const maxPlace = 10_000_000

// Numbers are sometimes sent as text; what is absurd counts as not stated.
const wholeNumber = z.preprocess(
  (value) => (typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : value),
  z.int().min(0).max(maxPlace).nullish().catch(null),
)
const stated = wholeNumber.transform((value) => value ?? null)

const envelope = z.object({
  success: z.literal(true),
  data: z.object({
    candidates: z.array(z.unknown()),
    total_available_results: stated.optional().transform((value) => value ?? null),
    pagination: z
      .object({
        offset: stated.optional(),
        count: stated.optional(),
        next_offset: stated.optional(),
        has_more: z.boolean().nullish().catch(null),
      })
      .nullish()
      .catch(null),
  }),
})

// JSON.stringify escapes lone surrogates by itself; NUL it writes as \u0000. Neither can then break a column.
const rawText = (value: unknown): string => JSON.stringify(value) ?? 'null'

function readRow(value: unknown, raw = rawText(value)): ProviderRow {
  const parsed = wireCandidate.safeParse(value)
  const [issue] = parsed.error?.issues ?? []
  return { raw, problem: parsed.success ? null : issue?.path.join('.') || 'candidate' }
}

/**
 * Reads a 200. Only the list of candidates is needed; one of them that cannot be read costs that row, not the page.
 * @returns null when it is not a page
 */
export function readPage(
  body: unknown,
  asked: { offset: number; count: number },
): Omit<ProviderPage, 'text'> | null {
  const parsed = envelope.safeParse(body)
  if (!parsed.success) return null
  const { data } = parsed.data
  const { pagination } = data
  const { credits, odd } = readPrice(body)
  return {
    rows: data.candidates.slice(0, maxRows).map((value) => readRow(value)),
    unreadRows: Math.max(0, data.candidates.length - maxRows),
    total: data.total_available_results,
    offset: pagination?.offset ?? asked.offset,
    count: pagination?.count ?? asked.count,
    nextOffset: pagination?.next_offset ?? null,
    hasMore: pagination?.has_more ?? null,
    creditsConsumed: credits,
    oddPrice: odd,
  }
}

/** The same of an answer that may be long, its rows split off. Lets other requests run between two rows. */
export async function readParsedPage(
  { body, split }: ParsedAnswer,
  asked: { offset: number; count: number },
): Promise<Omit<ProviderPage, 'text'> | null> {
  const page = readPage(body, asked)
  if (page === null || split === null) return page
  const rows: ProviderRow[] = []
  for (const text of split.rows) {
    rows.push(readRow(parseJson(text), text))
    await breathe()
  }
  return { ...page, rows, unreadRows: split.unreadRows }
}
