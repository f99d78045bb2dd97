import * as z from 'zod/mini'
import { jobStatus } from './job'

/** The most rows one press may ask for: a page of five of the provider's internal ones. */
export const fetchRequest = z.object({
  kind: z.enum(['next']),
  /** The price the reader agreed to, in credits; a dearer fetch is refused before anything is sent. */
  maxCredits: z.int().check(z.minimum(0), z.maximum(100_000)),
})
export type FetchRequest = z.infer<typeof fetchRequest>

/**
 * reserved: sent, no answer yet · settled: answered, `consumed` is what the provider stated ·
 * released: failed and free of charge · unknown: the answer was lost, it may have been charged.
 */
export const fetchState = z.enum(['reserved', 'settled', 'released', 'unknown'])

export const fetchEntry = z.object({
  /** Null when nothing had to be fetched, so nothing was entered in the ledger. */
  id: z.nullable(z.string()),
  kind: z.string(),
  state: fetchState,
  offset: z.int(),
  count: z.int(),
  quoted: z.int(),
  consumed: z.nullable(z.int()),
  code: z.nullable(z.string()),
})
export type FetchEntry = z.infer<typeof fetchEntry>

export const listState = z.object({
  stored: z.int(),
  total: z.nullable(z.int()),
  status: jobStatus,
  /** How many people the provider counts beyond those stored. */
  missing: z.nullable(z.int()),
  /** How many people this fetch added. */
  new: z.int(),
})
export type ListState = z.infer<typeof listState>

export const fetchResult = z.object({ fetch: fetchEntry, list: listState })
export type FetchResult = z.infer<typeof fetchResult>
