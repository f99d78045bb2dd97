import type { Page } from '@playwright/test'
import type { CandidatePage } from '@/lib/contracts/candidate'
import { desk } from './desk'
import { expect, test } from './fixtures'

const applicants = 12

// A megabyte takes a slow machine its time to lay out.
test.setTimeout(120_000)

/** What must stay so wherever the hostile are shown. */
async function expectHarmless(page: Page, dialogs: string[]): Promise<void> {
  const found = await page.evaluate(() => ({
    ran: (window as { __pwned?: number }).__pwned ?? null,
    wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    links: [...document.links].map((link) => link.protocol).filter((protocol) => !/^https?:$/.test(protocol)),
    planted: document.querySelectorAll('[onerror], [onload], body script:not([nonce])').length,
  }))
  expect(found).toEqual({ ran: null, wider: 0, links: [], planted: 0 })
  expect(dialogs).toEqual([])
}

for (const [name, viewport] of [
  ['a desk', { width: 1440, height: 900 }],
  ['a phone', { width: 360, height: 740 }],
] as const) {
  test(`hostile text in every field is listed, opened and searched on ${name}, and stays text`, async ({
    page,
    served: { sandbox, newJob },
    store,
  }) => {
    const dialogs: string[] = []
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message())
      void dialog.dismiss()
    })
    const job = newJob(applicants)
    sandbox.addFault({ kind: 'hostile_text', jobId: job.jobId })
    await store(job)
    // So tall that everybody is on it: what is measured is their height, not how a list is scrolled.
    await page.setViewportSize({ ...viewport, height: 4_000 })
    await page.goto(`/jobs/${job.jobId}`)
    const { row, toggle, search, scope } = desk(page)
    const heights: number[] = []
    for (let at = 0; at < applicants; at += 1) {
      await expect(row(at)).toBeVisible()
      heights.push(Math.round((await row(at).boundingBox())?.height ?? 0))
    }
    expect(Math.max(...heights), heights.join(' ')).toBeLessThan(240)
    await expectHarmless(page, dialogs)
    for (const at of [1, 6]) {
      await page.goto(`/jobs/${job.jobId}`)
      await toggle(at).click()
      await expect(page.locator('[data-panel]')).toBeVisible()
      await expectHarmless(page, dialogs)
    }
    // On a phone the person covers the list until they are closed.
    await page.keyboard.press('Escape')
    await expect(page.locator('[data-panel]')).toBeHidden()
    for (const words of ['<script>', "@SUM(1+1)*cmd|' /C", 'nul nul', '{{constructor']) {
      await search.fill(words)
      await expect(scope).toContainText(/^\d+ of 12 applicants/)
      await expectHarmless(page, dialogs)
    }
  })
}

test('nobody and nothing of the hostile is lost, and each has a page of their own', async ({
  page,
  request,
  served: { sandbox, newJob },
  store,
}) => {
  const job = newJob(applicants)
  sandbox.addFault({ kind: 'hostile_text', jobId: job.jobId })
  await store(job)
  const { items, counts } = (await (
    await request.get(`/api/jobs/${job.jobId}/candidates?limit=200`)
  ).json()) as CandidatePage
  expect(counts).toEqual({ matched: applicants, stored: applicants, total: applicants })
  expect(items.map(({ applicationId }) => applicationId)).toEqual(
    Array.from({ length: applicants }, (_, at) => job.person(at).application_id),
  )
  // A megabyte in a message is a megabyte still, and a script is the letters it is written with.
  expect(items[6]?.topChoiceMessage?.length).toBeGreaterThan(1024 * 1024)
  expect(items[0]?.fullName).toContain('<script>window.__pwned = 1</script>')
  for (const { profileUrl, experiences } of items) {
    for (const link of [profileUrl, ...experiences.map(({ companyUrl }) => companyUrl)]) {
      expect(link === null || /^https?:\/\//.test(link), String(link)).toBe(true)
    }
  }
  for (const at of [0, 6, 11]) {
    await page.goto(`/jobs/${job.jobId}/candidates/${job.person(at).application_id}`)
    await expect(page.locator('[data-panel]')).toBeVisible()
    await expectHarmless(page, [])
  }
})

test('the ledger’s CSV has nothing that a spreadsheet would run, whatever a job is called', async ({
  request,
  served: { newJob },
  store,
}) => {
  const job = newJob(3)
  await store(job)
  const label = '=HYPERLINK("http://x.test")'
  expect((await request.patch(`/api/jobs/${job.jobId}`, { data: { label } })).status()).toBe(200)
  const csv = await (await request.get(`/api/credits/export?job=${job.jobId}`)).text()
  expect(csv).toContain(job.jobId)
  for (const cell of csv.replace(/^\ufeff/, '').split(/[\r\n,]+/)) expect(cell).not.toMatch(/^"?[=@+\t]/)
})
