import { jobIdPattern } from '@/lib/contracts/job'

const inPath = [
  /\/jobs\/view\/(?:[^/?#]*-)?(\d{5,20})(?:[/?#]|$)/,
  /\/(?:hiring\/)?jobs\/(\d{5,20})(?:[/?#]|$)/,
  /\/(?:talent\/)?(?:hire|job-posting|job-management|posting)\/(?:[^?#]*\/)?(\d{5,20})(?:[/?#]|$)/,
]
// Shortlist's own address takes any id. On LinkedIn the same place holds words: /jobs/search, /jobs/collections.
const inOwnPath = /\/jobs\/([A-Za-z0-9_-]{1,64})(?:[/?#]|$)/
const linkedIn = /(?:^|\.)linkedin\.com$/
const inQuery = ['currentJobId', 'jobId', 'jobPostingId', 'job_id']

/**
 * The job that a recruiter means: an id as typed, or inside a pasted address of a job on LinkedIn or of Shortlist.
 * @returns null when no job can be read from it
 */
export function parseJobReference(text: string): string | null {
  const trimmed = text.trim()
  if (jobIdPattern.test(trimmed)) return trimmed
  const urn = /^urn:li:[A-Za-z_]+:(\d{5,20})$/.exec(trimmed)
  if (urn) return urn[1] ?? null
  const address = /^[a-z]+:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`
  if (!URL.canParse(address) || !/[./]/.test(trimmed)) return null
  const { hostname, pathname, searchParams } = new URL(address)
  for (const name of inQuery) {
    const id = searchParams.get(name)
    if (id && jobIdPattern.test(id)) return id
  }
  for (const pattern of inPath) {
    const id = pattern.exec(pathname)?.[1]
    if (id) return id
  }
  return linkedIn.test(hostname) ? null : (inOwnPath.exec(pathname)?.[1] ?? null)
}
