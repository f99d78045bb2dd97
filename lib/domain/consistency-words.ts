import type { Finding } from './consistency'

const times = (count: number, one: string, many: string, atLeast: boolean) =>
  `${atLeast ? 'at least ' : ''}${count === 1 ? `one ${one}` : `${count.toLocaleString('en')} ${many}`}`

/**
 * What was compared and found, in one sentence that says nothing about why.
 * @param others in how many other applications the same stands
 */
export function findingSummary(
  { kind, where, text }: Pick<Finding, 'kind' | 'where' | 'text'>,
  { others, atLeast }: { others: number; atLeast: boolean },
): string {
  const applications = times(others, 'application', 'applications', atLeast)
  const aside = 'white space and upper or lower case aside'
  switch (kind) {
    case 'message':
      return `The message to the employer is, word for word, that of ${applications} by somebody else (${aside}).`
    case 'description':
      return `The description of “${where}” stands, word for word, in ${applications} by somebody else (${aside}).`
    case 'career':
      return `All positions have the same companies, titles and months in ${applications} under another name.`
    case 'profile':
      return `The network profile “${text}” is also that of ${times(others, 'other application', 'other applications', atLeast)} to this job.`
    case 'reversed':
      return `The dates of “${where}” end before they start: ${text}.`
    case 'future':
      return where === null
        ? `The day of the application has not come yet: ${text}.`
        : `The dates of “${where}” go beyond this month: ${text}.`
  }
}

const maxLength = 1_200

/** A text as a note shows it: its beginning, where it is very long. */
export const shownText = (text: string): string =>
  text.length <= maxLength ? text : `${text.slice(0, maxLength).replace(/[\ud800-\udbff]$/u, '')} …`
