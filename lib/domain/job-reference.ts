import { jobIdPattern } from '@/lib/contracts/words'

const inPath = [
  /\/jobs\/view\/(?:[^/?#]*-)?(\d{5,20})(?:[/?#]|$)/i,
  /\/(?:hiring\/)?jobs\/(\d{5,20})(?:[/?#]|$)/i,
  /\/(?:talent\/)?(?:job-posting|job-management|job-apply|jobPosting|posting)\/(?:[^?#]*\/)?(\d{5,20})(?:[/?#]|$)/i,
]
// Shortlist's own address takes any id. On LinkedIn the same place holds words: /jobs/search, /jobs/collections.
const inOwnPath = /^\/jobs\/([A-Za-z0-9_-]{1,64})(?:\/candidates\/[^/]+|\/[a-z]+)?\/?$/
const ownWords = /^(?:view|search|collections|recommended|list|all|new|index|posting|jobs|apply|details?)$/i
const linkedIn = /(?:^|\.)linkedin\.com$/
const inQuery = ['currentJobId', 'jobId', 'jobPostingId', 'job_id']
const number = /^\d{5,20}$/
// A project of the recruiting product: many jobs, or none.
const project = /\/(?:talent\/)?hire\/\d+/

/** Why no job could be read from a text: what the screen then says. */
export type JobReferenceFault = 'empty' | 'linkedin' | 'project' | 'elsewhere' | 'unreadable'
export type JobReference = { jobId: string } | { fault: JobReferenceFault }

const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu
const around =
  /^[\s"'“”„‘’«»‹›`<>()[\]{}.,;:!|*_~#（）「」『』【】。，、；：！]+|[\s"'“”„‘’«»‹›`<>()[\]{}.,;:!|*_~#（）「」『』【】。，、；：！]+$/gu
// What an address ends at in running text.
const addresses =
  /(?:https?:\/\/|www\.|(?:[a-z]{2,3}\.)?linkedin\.com\/)[^\s"“”„«»<>|（）「」『』【】。，、]+/giu
const jobWords =
  'job|posting|stelle|offre|empleo|oferta|vaga|annuncio|lavoro|vacature|ogłoszeni|oferty|ilan|вакансии|职位|職位|職缺|求人|채용|공고'
const labelled = new RegExp(
  `^(?:(?:[\\p{L}'’ ]{0,30}[ '’])?(?:${jobWords})[\\p{L}'’°. -]{0,24}|id)\\s*[:：#=]?\\s*#?(\\d{5,20})$`,
  'iu',
)

/** `https:__example.org_path` as Proofpoint's second version writes it, with `-XX` for percent signs. */
function fromProofpoint2(text: string): string {
  return decoded(text.replace(/-(?=[0-9A-F]{2})/g, '%').replaceAll('_', '/'))
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Addresses that an address holds: mail scanners and search engines put the real one in theirs. */
function inner(url: URL): string[] {
  const version3 = /\/v3\/__(.+?)__;/.exec(url.href)?.[1]
  const asIs = /\/(https?:\/{1,2}.+)$/i.exec(`${url.pathname}${url.search}`)?.[1]
  const queries = [...url.searchParams.values()].flatMap((value) => {
    if (/^https?[:%]/i.test(value)) return [decoded(value), value]
    if (/^https?-3A__/.test(value)) return [fromProofpoint2(value)]
    return /^(?:www\.)?linkedin\.com\//i.test(value) ? [value] : []
  })
  const path = /https?(?::|%3A)%2F.+$/i.exec(url.pathname)?.[0]
  // A star stands for a character that Proofpoint's third version took out.
  const found = [version3?.replaceAll('*', ''), asIs, path && decoded(path), ...queries]
  return found.flatMap((text) => (text ? [text.replace(/^(https?:\/)(?=[^/])/i, '$1/')] : []))
}

const toUrl = (text: string): URL | null => {
  const address = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`
  return /[./]/.test(text) && /^https?:/i.test(address) && URL.canParse(address) ? new URL(address) : null
}

function readUrl(url: URL, depth = 0): JobReference {
  const { hostname, pathname, searchParams } = url
  const isLinkedIn = linkedIn.test(hostname)
  for (const name of isLinkedIn ? inQuery : []) {
    const id = searchParams.get(name)?.replace(invisible, '')
    if (id && number.test(id)) return { jobId: id }
  }
  if (isLinkedIn) {
    for (const pattern of inPath) {
      const id = pattern.exec(decoded(pathname).replace(invisible, '').trimEnd())?.[1]
      if (id) return { jobId: id }
    }
  }
  // Sign-in pages and scanners hold the address that was meant; three deep is more than any mail is.
  for (const text of depth < 3 ? inner(url) : []) {
    const nested = toUrl(text)
    const read = nested && readUrl(nested, depth + 1)
    if (read && 'jobId' in read) return read
    if (read && read.fault === 'project') return read
  }
  if (isLinkedIn) return { fault: project.test(pathname) ? 'project' : 'linkedin' }
  const own = inOwnPath.exec(pathname)?.[1]
  const isOwn = own !== undefined && !ownWords.test(own) && isOwnHost(url)
  return isOwn ? { jobId: own } : { fault: project.test(pathname) ? 'project' : 'elsewhere' }
}

// Where Shortlist itself runs: this page's host, a machine without a domain, or a host called after it.
function isOwnHost({ host, hostname }: URL): boolean {
  const here = typeof window === 'undefined' ? null : window.location.host
  return (
    host === here ||
    !hostname.includes('.') ||
    /^(?:\d+\.){3}\d+$/.test(hostname) ||
    /^shortlist\./.test(hostname)
  )
}

/**
 * The job that a recruiter means: an id as typed, or inside a pasted link to a job on LinkedIn or in Shortlist, with
 * whatever a mail or a chat put around it. Never throws.
 */
export function readJobReference(text: string): JobReference {
  const bare = text.slice(0, 8_000).replace(invisible, ' ').trim()
  const joined = text
    .slice(0, 8_000)
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[０-９]/g, (digit) => digit.normalize('NFKC'))
    .replace(around, '')
  if (joined === '') return { fault: 'empty' }
  if (jobIdPattern.test(joined)) return { jobId: joined }
  const urn = /^urn:li:[A-Za-z_]+:(\d{5,20})$/.exec(joined)
  if (urn?.[1]) return { jobId: urn[1] }
  const label = labelled.exec(joined)
  if (label?.[1]) return { jobId: label[1] }
  const plain = /^https?%3A%2F%2F/i.test(joined) ? decoded(joined) : joined
  const found = [...plain.matchAll(addresses), ...bare.matchAll(addresses)].map(([address]) =>
    address.replace(around, ''),
  )
  const reads = [...found, ...(/\s/.test(plain) ? [] : [plain])].flatMap((address) => {
    const url = toUrl(address)
    return url ? [readUrl(url)] : []
  })
  return reads.find((read) => 'jobId' in read) ?? reads[0] ?? { fault: 'unreadable' }
}

/** The same without the reason: null when no job can be read from it. */
export function parseJobReference(text: string): string | null {
  const read = readJobReference(text)
  return 'jobId' in read ? read.jobId : null
}
