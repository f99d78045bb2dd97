import * as z from 'zod/mini'
import type { FacetKey } from './facets'
import { type InsightKey, insightKeys } from './insight-definitions'
import { job } from './job'
import { facetKeys } from './words'

/** What a bar of arrivals covers. */
export const insightUnits = ['day', 'week', 'month', 'year'] as const

export const insightBar = z.object({
  /** What a reader sees; of arrivals the first day of what the bar covers. */
  label: z.string(),
  count: z.int(),
  /** The choices of the facet that show these people; none where no filter does. */
  choices: z.array(z.string()),
})
export type InsightBar = z.infer<typeof insightBar>

export const insight = z.object({
  facet: z.enum(facetKeys as [FacetKey, ...FacetKey[]]),
  /** Most frequent first where values are names, else in their own order. */
  bars: z.array(insightBar),
  /** How many further values there are beside the bars. */
  more: z.int(),
  /** People of whom no value is known; null where everyone has one. */
  unknown: z.nullable(insightBar),
  unit: z.optional(z.enum(insightUnits)),
})
export type Insight = z.infer<typeof insight>

const charts = Object.fromEntries(insightKeys.map((key) => [key, insight])) as Record<
  InsightKey,
  typeof insight
>

/** What the people of a view are like, as counts. */
export const insights = z.object({
  charts: z.object(charts),
  counts: z.object({ matched: z.int(), stored: z.int(), total: z.nullable(z.int()) }),
  job,
  /** People of the job who count as undecided because the reader has not given a second opinion on them yet. */
  withheld: z.int(),
})
export type Insights = z.infer<typeof insights>
