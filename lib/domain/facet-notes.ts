import type { FacetKey } from '@/lib/contracts/facets'
import { ratingSource } from './ratings'

/** What a facet counts, where its label leaves that open. */
export const facetNotes: Readonly<{ [Key in FacetKey]?: string }> = {
  rating: ratingSource,
  company: 'Current or past employer',
  now: 'Works there in a job that has not ended',
  years: 'Overlapping jobs count once. Unclear dates can count in two ranges',
  title: 'In the title of any job',
  education: 'A school they went to, or a degree they name',
  applied: 'The day of the application, as the network states it',
  seen: 'Date added (UTC)',
  decision: 'What your team decided, not the network’s rating',
  reason: 'The reason given with the decision',
  criteria: 'People who meet everything you choose, by the rule or a colleague’s word',
  opened: 'Whose details somebody has looked at',
  decided: 'Whose decision, as it stands, is yours',
  next: 'When it is due, by your own calendar',
  nextfor: 'Who is to do it',
}
