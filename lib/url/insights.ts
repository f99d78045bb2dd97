import type { View } from '@/lib/contracts/view'
import { jobPath, type JobRef } from './paths'

/** What the people of a view are like, as counts. */
export const insightsPath = (job: JobRef, view?: View): string =>
  jobPath(job, view).replace(/^[^?]+/, (path) => `${path}/insights`)
