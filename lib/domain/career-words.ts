import type { Experience } from '@/lib/contracts/candidate'
import type { Month } from '@/lib/contracts/month'
import { careerBar } from './career-bar'
import { formatMonths } from './months'
import { toMonths } from './tenure'

const maxJobs = 8

/** A job in a sentence: `SEO Lead at Globex, 8/2024 - Present, 2 yr 4 mo`. Dates stand as written. */
export function jobWords(experience: Experience, asOf: Month): string {
  const { title, company, dateRange } = experience
  const length = toMonths(experience, asOf)
  const what = [title ?? 'No title', company].filter(Boolean).join(' at ')
  const facts = [dateRange, length && formatMonths(length.min, length.max)]
  return [what, ...facts.filter(Boolean)].join(', ')
}

/** The jobs that a drawing leaves out, as their dates do not tell when they were, in words. */
export function undatedJobs(experiences: readonly Experience[], asOf: Month): string[] {
  const drawn = careerBar(experiences, asOf).employments.flatMap(({ jobs }) => jobs.map(({ index }) => index))
  return experiences
    .filter((_, index) => !drawn.includes(index))
    .map((experience) => jobWords(experience, asOf))
}

/** The drawing of a career in words, latest job first, for whoever hears it. */
export function describeCareer(experiences: readonly Experience[], asOf: Month): string {
  if (experiences.length === 0) return 'No jobs listed'
  const { employments, undated } = careerBar(experiences, asOf)
  const drawn = employments
    .flatMap(({ jobs }) => jobs)
    .sort((a, b) => b.to - a.to || b.from - a.from || a.index - b.index)
  const jobs = drawn.slice(0, maxJobs).flatMap(({ index }) => {
    const experience = experiences[index]
    return experience ? [jobWords(experience, asOf)] : []
  })
  const more = drawn.length - jobs.length
  const rest = [
    more > 0 ? `${more} earlier` : null,
    undated > 0 ? `${undated} without readable dates` : null,
  ].filter((part) => part !== null)
  return [...jobs, ...rest].join('; ')
}
