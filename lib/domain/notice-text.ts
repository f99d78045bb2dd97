import { getRetentionPreset } from './retention-presets'

type Facts = {
  controller: string | null
  contact: string | null
  job: string
  /** Key of the job's rule of retention; null for the general one. */
  preset: string | null
  retentionDays: number
  /** An owner keeps the job for as long as it is needed. */
  kept: boolean
  /** Links that show applicants to people outside, and files that were exported. */
  links: number
  files: number
}

const times = (count: number, one: string, many: string) => (count === 1 ? one : `${count} ${many}`)

function recipients({ links, files }: Facts): string {
  const shown =
    links > 0 ? ` Part of it is shown to people outside by ${times(links, 'a link', 'links')}.` : ''
  const exported =
    files > 0 ? ` It was exported ${times(files, 'once', 'times')} as a file for the same purpose.` : ''
  return `Our recruiting team, and whoever runs our software for us.${shown}${exported}`
}

function retention({ preset, retentionDays, kept }: Facts): string {
  const rule = getRetentionPreset(preset)
  const time = rule === null ? `${retentionDays} days` : rule.time
  const source = rule === null ? '' : ` (${rule.label}: ${rule.source})`
  return kept
    ? `For as long as we need it for this job; once we do not, until ${time} after we last worked on it${source}.`
    : `Until ${time} after we last worked on this job${source}.`
}

/**
 * What applicants have to be told whose data did not come from themselves (GDPR, Article 14), in plain text.
 * @see https://eur-lex.europa.eu/eli/reg/2016/679/oj
 */
export function noticeText(facts: Facts): string {
  const { controller, contact, job } = facts
  const parts: [title: string, text: string][] = [
    ['Who is responsible', controller ?? '[your organisation]'],
    ['Questions and requests', contact ?? '[an address for questions about data]'],
    [
      'Where your data comes from',
      'The professional network on which you applied passed your application on to us.',
    ],
    [
      'What we have',
      'Your name, headline, place, career and education as your profile shows them, links to it, the message you sent with your application, and how the network rates it. We add our decision and notes.',
    ],
    [
      'What it is used for',
      'Choosing people for this job, at your request (Article 6 (1) (b)). People decide; nobody is scored or rejected by a machine.',
    ],
    ['Who receives it', recipients(facts)],
    ['How long it is kept', retention(facts)],
    [
      'Your rights',
      'You can ask for a copy of your data, and have it corrected, erased or its use restricted; you can object to its use, and complain to your data protection authority.',
    ],
  ]
  return [
    `Your data in your application for ${job}`,
    ...parts.map(([title, text]) => `${title}: ${text}`),
  ].join('\n\n')
}
