import { closings, fields, openings } from './fields'
import { degrees, schools, subjects } from './studies'
import { type Place, places } from './places'
import { between, pick, type Random, createRandom } from './random'

export type WireExperience = {
  title: string
  company: string
  company_url: string
  date_range: string
  description: string
}
export type WireCandidate = {
  application_id: string
  rating: string
  is_top_choice: boolean
  top_choice_message: string
  first_name: string
  last_name: string
  full_name: string
  headline: string
  public_identifier: string
  profile_url: string
  location: string
  experiences: WireExperience[]
  /** On some jobs only: the provider's reference page does not have them. */
  application_date?: string
  education?: WireEducation[]
}
export type WireEducation = {
  school: string
  school_url: string
  degree: string
  field: string
  years: string
}

const toSlug = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

function pickPlace(random: Random): Place {
  const total = places.reduce((sum, { weight }) => sum + weight, 0)
  let at = random() * total
  return places.find(({ weight }) => (at -= weight) < 0) ?? pick(random, places)
}

// The month in which the sample applicants applied, counted from year 0.
const now = 2026 * 12 + 3
const monthText = (month: number) => `${(month % 12) + 1}/${Math.floor(month / 12)}`
const yearText = (month: number) => String(Math.floor(month / 12))

/** How people write dates: mostly months, sometimes years, now and then something of their own. */
function rangeText(random: Random, start: number, end: number | null): string {
  const way = random()
  if (end === null) return way < 0.9 ? `${monthText(start)} - Present` : `${yearText(start)} - Present`
  if (way < 0.8) return `${monthText(start)} - ${monthText(end)}`
  if (way < 0.93) return `${yearText(start)} - ${yearText(end)}`
  if (way < 0.96) return yearText(start)
  return pick(random, [
    '',
    'Summer placement',
    `Season ${yearText(start)}/${yearText(end).slice(2)}`,
    `${monthText(start)} -`,
  ])
}

function pickCareer(random: Random): {
  experiences: WireExperience[]
  field: (typeof fields)[number]
  level: number
} {
  const field = pick(random, fields)
  const jobs = random() < 0.05 ? 0 : between(random, 1, 7)
  const experiences: WireExperience[] = []
  let level = Math.min(field.titles.length - 1, between(random, 0, 2) + Math.floor(jobs / 2))
  const peak = level
  let end: number | null = random() < 0.68 ? null : now - between(random, 1, 20)
  let company = pick(random, field.companies)
  for (let at = 0; at < jobs; at += 1) {
    const last = end ?? now
    const start = last - between(random, 2, end === null ? 60 : 48)
    const sentences = random() < 0.35 ? [] : field.did.filter(() => random() < 0.6)
    const long =
      random() < 0.06 ? field.did.concat(field.did).map((line, number) => `${number + 1}. ${line}`) : null
    experiences.push({
      title: field.titles[level] ?? pick(random, field.titles),
      company,
      company_url: random() < 0.85 ? `https://www.linkedin.com/company/${toSlug(company)}/` : '',
      date_range: rangeText(random, start, end),
      description: long ? long.join('\n') : sentences.join(random() < 0.5 ? ' ' : '\n'),
    })
    // Sometimes the next job overlaps, sometimes there is time between, mostly they follow each other.
    const turn = random()
    end =
      turn < 0.12 ? start + between(random, 2, 8) : turn < 0.3 ? start - between(random, 3, 15) : start - 1
    level = Math.max(0, level - (random() < 0.7 ? 1 : 0))
    if (random() > 0.22) company = pick(random, field.companies)
  }
  return { experiences, field, level: peak }
}

function pickRating(random: Random): string {
  const at = random()
  if (at < 0.14) return 'GOOD_FIT'
  if (at < 0.33) return 'MAYBE'
  return at < 0.55 ? 'NOT_A_FIT' : 'UNRATED'
}

/** Jobs whose applicants come with the day on which they applied and their education. */
export const tellsMore = (jobId: string): boolean => jobId === '4100010000' || /^41000[01]\d{3}7$/.test(jobId)

/** What some jobs tell beside: the rest of a person is the same without it. */
export function buildExtras(seed: number, jobId: string, serial: number): Partial<WireCandidate> {
  const random = createRandom(`${seed}/${jobId}/${serial}/more`)
  const day = new Date(Date.UTC(2026, 3, 20 - between(random, 0, 45))).toISOString().slice(0, 10)
  const time = random() < 0.5 ? '' : ` ${String(between(random, 7, 21)).padStart(2, '0')}:30:00`
  const education = Array.from({ length: between(random, 0, 2) }, (): WireEducation => {
    const end = between(random, 1998, 2022)
    const school = pick(random, schools)
    return {
      school,
      school_url: `https://www.linkedin.com/school/${toSlug(school)}/`,
      degree: pick(random, degrees),
      field: pick(random, subjects),
      years: random() < 0.15 ? '' : `${end - between(random, 2, 5)} - ${end}`,
    }
  })
  return { ...(random() < 0.06 ? {} : { application_date: `${day}${time}` }), education }
}

// Texts as long as this are compared between people.
const comparedLength = 100
const agencyText =
  'Presented by Lindenhof Staffing. Available at four weeks’ notice, open to permanent and contract work, references on request and at no cost to you.'

/** Jobs in somebody's own words, as people who did the same work still tell of it each in their own; some have an agency's. */
function ownWords(jobs: readonly WireExperience[], seed: string, serial: number): WireExperience[] {
  const random = createRandom(`${seed}/words`)
  const isByAgency = serial % 19 === 11
  return jobs.map((job, at) => {
    const own = `Team of ${between(random, 2, 40)}, €${between(random, 10, 99_999)}k.`
    if (isByAgency && at === 0) return { ...job, description: agencyText }
    return job.description.length < comparedLength
      ? job
      : { ...job, description: `${job.description} ${own}` }
  })
}

/**
 * The applicant who holds a number of a job: the same for ever, and nobody real.
 * @param serial who they are, not where they stand
 */
export function buildPerson(seed: number, jobId: string, serial: number): WireCandidate {
  // Some people apply to every job there is.
  const everywhere = serial % 23 === 5
  const random = createRandom(`${seed}/${everywhere ? 'everywhere' : jobId}/${serial}`)
  const place = pickPlace(random)
  const [first, family] = [pick(random, place.first), pick(random, place.last)]
  const { experiences, field, level } = pickCareer(random)
  const hidden = random() < 0.015
  const top = random() < 0.08
  const slug = `${toSlug(`${place.slug ?? first}-${place.slug ? '' : family}`)}-${(serial * 7919 + seed + (everywhere ? 0 : Number(jobId) % 9973)).toString(36)}`
  const title = field.titles[level] ?? 'Open to work'
  const skills = `${pick(random, field.skills)} | ${pick(random, field.skills)}`
  const headline =
    random() < 0.04 ? '' : random() < 0.07 ? `✨ ${title} 🚀 ${skills}` : `${title} | ${skills}`
  return {
    application_id: String(26_000_000_000 + (Number(jobId) % 100_000) * 100_000 + serial),
    rating: pickRating(random),
    is_top_choice: top,
    top_choice_message: top ? `${pick(random, openings)} ${pick(random, closings)}` : '',
    first_name: hidden ? 'LinkedIn' : first,
    last_name: hidden ? 'Member' : family,
    full_name: hidden
      ? 'LinkedIn Member'
      : place.familyFirst
        ? `${family}${/[a-z]/i.test(family) ? ' ' : ''}${first}`
        : `${first} ${family}`,
    headline,
    public_identifier: hidden ? '' : slug,
    profile_url: hidden ? '' : `https://www.linkedin.com/in/${slug}`,
    location: hidden ? '' : pick(random, place.locations),
    experiences: ownWords(experiences, `${seed}/${everywhere ? 'everywhere' : jobId}/${serial}`, serial),
  }
}
