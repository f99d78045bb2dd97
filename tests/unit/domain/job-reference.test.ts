import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jobIdPattern } from '@/lib/contracts/words'
import { parseJobReference, readJobReference } from '@/lib/domain/job-reference'

const id = '4123456789'

test.each([
  [id],
  [`  ${id}\n`],
  [`https://www.linkedin.com/jobs/view/${id}`],
  [`https://www.linkedin.com/jobs/view/${id}/`],
  [`https://www.linkedin.com/jobs/view/${id}/?refId=abc%3D&trackingId=x`],
  [`https://www.linkedin.com/jobs/view/growth-marketer-at-tallow-finch-${id}`],
  [`https://fr.linkedin.com/jobs/view/d%C3%A9veloppeur-chez-papier-lune-${id}?position=1`],
  [`www.linkedin.com/jobs/view/${id}`],
  [`linkedin.com/jobs/view/${id}`],
  [`https://www.linkedin.com/jobs/search/?currentJobId=${id}&keywords=seo`],
  [`https://www.linkedin.com/jobs/collections/recommended/?currentJobId=${id}`],
  [`https://www.linkedin.com/hiring/jobs/${id}/detail/`],
  [`https://www.linkedin.com/hiring/jobs/${id}/applicants/26000000001/detail/`],
  [`https://www.linkedin.com/my-items/posted-jobs/?jobId=${id}`],
  [`https://www.linkedin.com/job-posting/${id}`],
  [`https://www.linkedin.com/talent/job-management/${id}`],
  [`urn:li:jobPosting:${id}`],
  [`urn:li:fsd_jobPosting:${id}`],
  [`http://127.0.0.1:3000/jobs/${id}`],
  [`http://127.0.0.1:3000/jobs/${id}?rating=GOOD_FIT&q=seo`],
  [`http://127.0.0.1:3000/jobs/${id}/candidates/26000000001?top=1`],
  [`(https://www.linkedin.com/jobs/view/${id})`],
  [`[https://www.linkedin.com/jobs/view/${id}/]`],
  [`<https://www.linkedin.com/jobs/view/${id}>`],
  [`"https://www.linkedin.com/jobs/view/${id}"`],
  [`„https://www.linkedin.com/jobs/view/${id}“`],
  [`«https://www.linkedin.com/jobs/view/${id}»`],
  [`https://www.linkedin.com/jobs/view/${id}.`],
  [`https://www.linkedin.com/jobs/view/${id}/, thanks!`],
  [`Check out this job: https://www.linkedin.com/jobs/view/${id}`],
  [`Check out this job at Tallow & Finch:\nhttps://www.linkedin.com/jobs/view/${id}?trk=share (apply soon)`],
  [`Job ID: ${id}`],
  [`Job-ID ${id}`],
  [`job #${id}`],
  [`Stellen-ID: ${id}`],
  [`(${id})`],
  [`#${id}`],
  [`${id}.`],
  [`${id}\u200b`],
  [`\u200e${id}\u00ad`],
  [`https://www.linkedin.com/jobs/view/${id}\u200b`],
  [`https://www.linkedin.com/jobs/view/412345\u200b6789/`],
  [`https://www.linkedin.com/comm/jobs/view/${id}/?midToken=x`],
  [`https://www.linkedin.com/jobs/view/${id}%E2%80%8B`],
  [
    `https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.linkedin.com%2Fjobs%2Fview%2F${id}%2F&data=05%7C02`,
  ],
  [`https://urldefense.proofpoint.com/v2/url?u=https-3A__www.linkedin.com_jobs_view_${id}_&d=DwMF&c=x`],
  [`https://urldefense.com/v3/__https://www.linkedin.com/jobs/view/${id}/__;!!abc!def$`],
  [`https://www.google.com/url?q=https://www.linkedin.com/jobs/view/${id}&sa=D`],
  [`https://www.google.com/url?sa=t&url=https%3A%2F%2Fwww.linkedin.com%2Fjobs%2Fview%2F${id}`],
  [
    `https://protect.example/s/abc?domain=linkedin.com&u=https%253A%252F%252Fwww.linkedin.com%252Fjobs%252Fview%252F${id}`,
  ],
  [`https://clicks.example/CL0/https:%2F%2Fwww.linkedin.com%2Fjobs%2Fview%2F${id}%2F/1/abc`],
  [
    `https://www.linkedin.com/login?session_redirect=https%3A%2F%2Fwww.linkedin.com%2Fjobs%2Fview%2F${id}%2F&fromSignIn=1`,
  ],
  [`ID: ${id}`],
  [`Offre n° ${id}`],
  [`ID de l’offre d’emploi : ${id}`],
  [`ID de la oferta: ${id}`],
  [`职位 ID: ${id}`],
  [`求人ID：${id}`],
  [`HTTPS://WWW.LINKEDIN.COM/JOBS/VIEW/${id}`],
  [`http%3A%2F%2Fwww.linkedin.com%2Fjobs%2Fview%2F${id}`],
  [`https://www.linkedin.com/jobs/view/${id}%20`],
  [`https://www.linkedin.com/job-apply/${id}`],
  [`<https://www.linkedin.com/jobs/view/${id}|Growth marketer>`],
  [`（https://www.linkedin.com/jobs/view/${id}）`],
  [`「${id}」`],
])('%j means the job', (pasted) => {
  expect(parseJobReference(pasted)).toBe(id)
})

test('an id that is not a number is taken as typed, and from an address of Shortlist', () => {
  expect(parseJobReference('job_A-7')).toBe('job_A-7')
  expect(parseJobReference('https://shortlist.example/jobs/job_A-7?q=x')).toBe('job_A-7')
})

test.each([
  ['', 'empty'],
  [' "" ', 'empty'],
  [`https://www.linkedin.com/talent/hire/${id}/manage/all`, 'project'],
  [`https://www.linkedin.com/talent/hire/${id}`, 'project'],
  ['https://www.linkedin.com/jobs/search/?keywords=seo', 'linkedin'],
  [`https://www.indeed.example/viewjob?jk=${id}`, 'elsewhere'],
  [`https://www.jobboard.example/jobs/${id}`, 'elsewhere'],
  [`https://boards.example/tallow/jobs/${id}?jobId=${id}`, 'elsewhere'],
  ['https://jobs.example/jobs/growth-marketer', 'elsewhere'],
  [`Check this out: https://jobs.example/jobs/${id}`, 'elsewhere'],
  ['growth marketer', 'unreadable'],
])('%j is refused because it is %s', (pasted, fault) => {
  expect(readJobReference(pasted)).toEqual({ fault })
})

test.each([
  [''],
  ['   '],
  ['growth marketer'],
  ['../../etc/passwd'],
  ['4123456789; drop table job'],
  [`Application ID: ${id}`],
  [`Requisition ${id}`],
  [`Candidate: ${id}`],
  ['https://www.linkedin.com/'],
  ['https://www.linkedin.com/jobs/'],
  ['https://www.linkedin.com/jobs/search/?keywords=seo'],
  ['https://www.linkedin.com/jobs/collections/recommended/'],
  ['https://www.linkedin.com/jobs/view/'],
  ['https://linkedin.com/jobs/view/growth-marketer'],
  ['https://www.linkedin.com/in/imogen-harrowgate-41234567'],
  ['urn:li:jobPosting:'],
  ['https://'],
  ['javascript:alert(4123456789)'],
  [`https://www.linkedin.com/jobs/search/?currentJobId=${'9'.repeat(65)}`],
  ['a'.repeat(65)],
])('%j names no job', (pasted) => {
  expect(parseJobReference(pasted)).toBeNull()
})

test('whatever is pasted, it is a usable id or nothing', () => {
  const piece = fc.constantFrom(
    'https://',
    'www.linkedin.com',
    '/jobs/',
    'view/',
    '?currentJobId=',
    '4123456789',
    '%',
    '%00',
    '#',
    '..',
    '@',
    ':',
    '[',
    '\\',
    'urn:li:job:',
    '\u202e',
    '\ud800',
    '長',
  )
  fc.assert(
    fc.property(
      fc.string({ unit: fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 3 })) }),
      (pasted) => {
        const read = parseJobReference(pasted)
        if (read !== null) expect(read).toMatch(jobIdPattern)
      },
    ),
  )
})

test('an id in full-width digits, as East Asian keyboards type it, is the id', () => {
  expect(parseJobReference('４１２３４５６７８９')).toBe('4123456789')
  expect(parseJobReference('Job ID: ４１２３４５６７８９')).toBe('4123456789')
})
