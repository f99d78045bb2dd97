import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { desk } from './desk'
import { expect, test } from './fixtures'

/** Reads whatever a page is sent and shows, from now on. */
function watch(page: Page) {
  const bodies: Promise<string>[] = []
  page.on('response', (response) => {
    // An event stream has no end, and what a page that is left was sent is not read any more.
    if (response.headers()['content-type']?.includes('event-stream')) return
    bodies.push(
      response.text().then(
        (text) => `${response.url()} ${text}`,
        () => response.url(),
      ),
    )
  })
  return {
    /** No word of it is one of these. */
    async expectNone(hidden: readonly string[], pseudonym: string) {
      const shown = [await page.content(), page.url(), await page.title(), ...(await Promise.all(bodies))]
      const found = shown.flatMap((text) => hidden.filter((word) => text.toLowerCase().includes(word)))
      expect([...new Set(found)]).toEqual([])
      expect(shown.filter((text) => text.includes(pseudonym)).length).toBeGreaterThan(3)
    },
  }
}

test('a blind review shows nobody’s name or links anywhere, until a decision or a reveal', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(12)
  await store(job)
  const everyone = Array.from({ length: 12 }, (_, at) => job.person(at))
  const hidden = everyone
    .flatMap((each) => [each.full_name, each.public_identifier, each.profile_url])
    .flatMap((word) => (word ? [word.toLowerCase()] : []))
  await page.goto(`/jobs/${job.jobId}?view=all`)
  await expect(desk(page).toggle(0)).toHaveText(everyone[0]!.full_name)
  await page.getByRole('button', { name: 'More about this job' }).click()
  await page.getByRole('button', { name: 'Blind review…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Blind review' })
  await expect(dialog.getByRole('radio', { name: 'Everyone who reads this job' })).toBeChecked()
  await expectAccessible(page)
  const line = page.getByRole('region', { name: 'Blind review' })
  await dialog.getByRole('button', { name: 'Start blind review' }).click()
  await expect(line).toContainText('names, links and years of graduation are hidden until a decision')
  await expect(line).toContainText('0 revealed')
  await expectAccessible(page)

  const seen = watch(page)
  await page.reload()
  await expect(line).toBeVisible()
  const pseudonym = await desk(page).toggle(0).innerText()
  expect(pseudonym).toMatch(/^[A-Z]\w+ [A-Z]\w+ \d+/)
  const { search, scope, row, toggle } = desk(page)
  await search.fill(everyone[0]!.last_name ?? '')
  await expect(scope).toContainText('0 of 12 applicants')
  await search.fill('')
  await expect(toggle(0)).toHaveText(pseudonym)
  await toggle(0).click()
  const panel = page.locator('[data-panel]')
  await expect(panel.getByRole('button', { name: 'Reveal name (logged)' })).toBeVisible()
  await expect(page).toHaveURL(/\/candidates\//)
  const open = page.url()
  await page.goto(open)
  await expect(page).toHaveTitle(new RegExp(pseudonym))
  const ids = everyone.slice(0, 2).map((each) => each.application_id)
  await page.goto(`/jobs/${job.jobId}/compare?c=${ids.join(',')}`)
  await expect(page.getByRole('article', { name: pseudonym })).toBeVisible()
  await expect(line).toContainText('are hidden until a decision')
  await page.goto(`/jobs/${job.jobId}/insights`)
  await expect(page.getByRole('region', { name: 'Ratings' })).toBeVisible()
  await expect(line).toContainText('are hidden until a decision')
  await page.goto(`/people?q=${encodeURIComponent(everyone[1]!.full_name)}`)
  await expect(page.getByRole('main')).toBeVisible()
  const file = await page.request.get(`/api/jobs/${job.jobId}/export?format=json&view=all`)
  const text = (await file.text()).toLowerCase()
  expect(text).toContain(pseudonym.toLowerCase())
  expect(hidden.filter((word) => text.includes(word))).toEqual([])
  await page.goto(`/jobs/${job.jobId}/triage`)
  const heading = page.getByRole('heading', { level: 1, name: pseudonym })
  await expect(heading).toBeVisible()
  await expect(page.getByRole('button', { name: 'Reveal name (logged)' })).toBeVisible()
  // The address that led here is the search's own.
  const asked = [everyone[1]!.full_name.toLowerCase(), (everyone[0]!.last_name ?? '').toLowerCase()]
  await seen.expectNone(
    hidden.filter((word) => !asked.includes(word)),
    pseudonym,
  )

  await page.getByRole('button', { name: 'Reveal name (logged)' }).click()
  await expect(page.getByRole('heading', { level: 1, name: everyone[0]!.full_name })).toBeVisible()
  await page.goto(`/jobs/${job.jobId}?view=all`)
  await expect(line).toContainText('1 revealed')
  await expect(toggle(0)).toHaveText(everyone[0]!.full_name)
  await expect(toggle(1)).not.toHaveText(everyone[1]!.full_name)
  await toggle(1).click()
  await panel.getByRole('button', { name: 'Shortlist' }).click()
  await expect(toggle(1)).toHaveText(everyone[1]!.full_name)
  await expect(row(2)).not.toContainText(everyone[2]!.full_name)
  await line.getByRole('button', { name: 'End' }).click()
  await expect(toggle(2)).toHaveText(everyone[2]!.full_name)
  await expect(line).toBeHidden()
})
