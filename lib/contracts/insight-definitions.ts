import type { FacetGroup, FacetKey } from './facets'

export type InsightDefinition = {
  title: string
  /** What a bar's link filters by, and what the people are counted by. */
  facet: FacetKey
  /** Of a facet whose values stand under headings: the one it counts. */
  group?: FacetGroup
  /** What it counts, where its title leaves that open. */
  note?: string
  /** People may be counted in several of its bars. */
  several?: boolean
}

/** What is drawn of the people of a view, each declared once and in the order in which they are shown. */
export const insightDefinitions = {
  arrivals: { title: 'Arrivals', facet: 'seen' },
  ratings: {
    title: 'Ratings',
    facet: 'rating',
    note: 'Rated on the network, possibly by its own rules',
  },
  decisions: {
    title: 'Decisions',
    facet: 'decision',
    note: 'What your team decided, not the network’s rating',
  },
  topChoices: { title: 'Top choices', facet: 'top' },
  criteria: {
    title: 'Criteria met',
    facet: 'criteria',
    note: 'By the rule or a colleague’s word',
    several: true,
  },
  experience: {
    title: 'Experience',
    facet: 'years',
    note: 'Overlapping jobs count once. Unclear dates can count in two ranges',
    several: true,
  },
  tenure: {
    title: 'Time in current job',
    facet: 'tenure',
    note: 'Unclear dates can count in two ranges',
    several: true,
  },
  titles: { title: 'Current titles', facet: 'role', several: true },
  employers: { title: 'Current employers', facet: 'now', several: true },
  countries: { title: 'Countries', facet: 'location', group: 'country' },
  places: { title: 'Cities and regions', facet: 'location', group: 'place', several: true },
} as const satisfies Record<string, InsightDefinition>

export type InsightKey = keyof typeof insightDefinitions
export const insightKeys = Object.keys(insightDefinitions) as InsightKey[]

/** The definition of an insight whose key is known only at run time. */
export const getInsight = (key: InsightKey): InsightDefinition => insightDefinitions[key]
