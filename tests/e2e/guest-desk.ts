import type { APIRequestContext, Page } from '@playwright/test'
import type { CandidatePage } from '@/lib/contracts/candidate'
import type { NewShareLink, ShareLinkRequest } from '@/lib/contracts/share-link'
import { expect } from './fixtures'

/** The job of the built-in provider. */
export const jobId = '4123456789'
export const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

/** Buys people until there are enough to share. @returns the first page of them */
export async function loaded(request: APIRequestContext): Promise<CandidatePage> {
  const read = async () =>
    (await (await request.get(`/api/jobs/${jobId}/candidates?limit=200`)).json()) as CandidatePage
  let page = await read()
  while (page.items.length < 60) {
    const data = { kind: 'next', maxCredits: 5 }
    expect((await request.post(`/api/jobs/${jobId}/fetches`, { data })).status()).toBe(200)
    page = await read()
  }
  return page
}

/** Makes a link to the job’s people, without their names unless overridden. */
export async function make(
  request: APIRequestContext,
  overrides: Partial<ShareLinkRequest> = {},
): Promise<NewShareLink> {
  const data: ShareLinkRequest = {
    ...{ jobId, account: null, kind: 'live', view: '', applicationIds: null, title: 'For the hiring team' },
    fields: { names: false, message: true, descriptions: true, profileLinks: false },
    ...{ days: 14, passcode: null, mayRespond: true },
    ...overrides,
  } as ShareLinkRequest
  const answer = await request.post('/api/share-links', { data })
  expect(answer.status(), await answer.text()).toBe(200)
  return (await answer.json()) as NewShareLink
}

/** The people of a link, and the button that opens one of them. */
export const opened = (page: Page) => page.getByRole('list', { name: /^People of/ })
export const person = (page: Page, at: number) =>
  opened(page).getByRole('heading', { level: 2 }).nth(at).getByRole('button')
